import Foundation
import LocatedInput

/// The folders that tests read, all part of the package.
public enum Fixtures {
    /// The invented city Fjordvik, laid out as real cities are.
    public static let geography = InputFolder(
        SharedData.packageRoot.appendingPathComponent("Tests/Fixtures/geography").path)
    /// The real cities' tables.
    public static let committedGeography = InputFolder(SharedData.packageRoot.appendingPathComponent("geography").path)
}
