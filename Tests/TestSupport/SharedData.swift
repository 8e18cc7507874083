import Foundation

/// The folder of real source files, which lies beside a founder's checkout and nowhere else; tests that read it are
/// skipped where it is absent.
public enum SharedData {
    /// The package's own root.
    public static let packageRoot: URL =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The folder of real files.
    public static let folder = packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data").path
    /// True where the folder is there.
    public static let isPresent = FileManager.default.fileExists(atPath: folder + "/geography/README.md")
    /// The folder of example tables for protection.
    public static let exampleTables = packageRoot.deletingLastPathComponent().appendingPathComponent("shared/sdc").path
    /// True where that folder is there.
    public static let hasExampleTables = FileManager.default.fileExists(atPath: exampleTables + "/README.md")
}
