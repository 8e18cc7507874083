import LocatedInput
import Parallel

extension UnitRegister {
    /// The files of the register, in the folder that holds a folder for each city.
    static let fileNames = ["register.yaml", "units.csv", "changes.csv", "kommuner.csv"]

    /// Reads the register in `folder`. All faults are reported; `nil` if there was an error, and where there is no
    /// register at all, which is none.
    public static func load(from folder: InputFolder, _ diagnostics: inout Diagnostics) -> UnitRegister? {
        guard fileNames.contains(where: folder.has) else { return nil }
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let definition = InputFile(reading: folder.file("register.yaml"), &found)
            .flatMap { RegisterDefinition($0, &found) }
        let kommuner = folder.rows(of: "kommuner.csv", &found, KommuneName.rows)
        let (units, changes) = together {
            folder.reading("units.csv", Unit.rows)
        } _: {
            folder.reading("changes.csv", UnitChange.rows)
        }
        found.merge(units.diagnostics)
        found.merge(changes.diagnostics)
        RegisterChecks(units: units.rows, changes: changes.rows, kommuner: kommuner, lists: definition?.lists)
            .run(&found)
        guard let definition, !found.hasErrors else { return nil }
        return UnitRegister(
            definition, kommuner: kommuner.map(\.value),
            tables: UnitTables(units: units.rows.map(\.value), changes: changes.rows.map(\.value)))
    }
}

extension InputFolder {
    /// The rows of the table `name` with the findings of their own, so that two tables can be read at the same time.
    fileprivate func reading<Row: Sendable>(
        _ name: String, _ read: @Sendable (InputFile, inout Diagnostics) -> [Located<Row>]
    ) -> (rows: [Located<Row>], diagnostics: Diagnostics) {
        var found = Diagnostics()
        let rows = rows(of: name, &found, read)
        return (rows, found)
    }
}
