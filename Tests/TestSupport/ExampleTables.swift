import CellTables
import Cells
import Foundation
import LocatedInput

/// The example tables beside the checkout, and our specs of them.
public enum ExampleTables {
    /// The folder of our specs.
    public static let specs = SharedData.packageRoot.appendingPathComponent("Tests/CellTablesTests/Specs").path

    /// Every table that there is a spec for, in order.
    public static let names = InputFolder(specs).files(ending: "yaml").map { String($0.dropLast(5)) }

    /// What one of them is protected by: the standard policy, but for the table whose least count is 5.
    public static func policy(_ name: String) -> ProtectionPolicy {
        ProtectionPolicy(largestWithheld: name == "sdctable_4x4" ? 5 : 4)
    }

    /// The system of one of them.
    public static func system(_ name: String) throws -> TableSystem {
        var diagnostics = Diagnostics()
        let table = InputFile(reading: "\(SharedData.exampleTables)/\(name).csv", &diagnostics)
        let spec = InputFile(reading: "\(specs)/\(name).yaml", &diagnostics)
        if let table, let spec,
            let system = TableSystem(table: table, spec: spec, ProtectionPolicy(), &diagnostics)
        {
            return system
        }
        throw InputFailure(diagnostics: diagnostics)
    }
}
