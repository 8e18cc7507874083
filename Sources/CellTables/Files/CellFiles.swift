import Cells
import LocatedInput

/// Anybody's cells and the relations between them, as files.
public enum CellFiles {
    /// The system in `cells` and `relations`; nil if there is a fault, and all faults are reported.
    ///
    /// `cells.csv` has a row for each cell: `cell_id,value,kind,sensitive,shown_as_lo,shown_as_hi,known_lo,known_hi,type`,
    /// of which all but the first two may be left out or empty. `relations.csv` has a row for each cell of a relation:
    /// `relation_id,cell_id,coefficient`; coefficient × value adds up to zero. Columns may be separated by `,`, `;` or
    /// a tab.
    public static func system(
        cells: InputFile, relations: InputFile, _ diagnostics: inout Diagnostics
    ) -> CellSystem? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let cells = CellFile(cells, &found)
        let relations = RelationFile(relations, over: cells, &found)
        return found.hasErrors ? nil : CellSystem(cells.cells, relations.relations)
    }

    /// The pattern of `system` in `file`, with a row `cell_id,withheld` for each cell; nil if there is a fault.
    public static func pattern(
        _ file: InputFile, of system: CellSystem, _ diagnostics: inout Diagnostics
    ) -> Pattern? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        var index: [String: Int] = [:]
        for (place, cell) in system.cells.enumerated() { index[cell.id] = place }
        var withheld: [Bool?] = Array(repeating: nil, count: system.cells.count)
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&found) { header, found in
            CSVColumns(header, required: ["cell_id", "withheld"], &found)
        } each: { record, columns, found in
            let fields = CellFields(record)
            guard let name = fields.name(columns["cell_id"], &found) else { return }
            guard let cell = index[name.value] else {
                found.emit(.unknownCell(name))
                return
            }
            if withheld[cell] != nil { found.emit(.saidTwice(name)) }
            guard fields.name(columns["withheld"], &found) != nil else { return }
            let isWithheld = fields.truth(columns["withheld"], &found) ?? false
            withheld[cell] = isWithheld
            if isWithheld, system.cells[cell].kind == .frozen {
                found.emit(.cannotBeWithheld(system.cells[cell], at: record.location(columns["withheld"])))
            }
        }
        guard !found.hasErrors else { return nil }
        for (place, cell) in system.cells.enumerated() where withheld[place] == nil && cell.kind == .cell {
            found.emit(.leftOut(cell, file))
        }
        return found.hasErrors ? nil : Pattern(withheld.map { $0 ?? false })
    }

    /// `pattern` as a file, in the system's order; hidden cells are in no table and not in the file.
    public static func text(of pattern: Pattern, of system: CellSystem) -> String {
        var text = CSVText(separator: ",", header: ["cell_id", "withheld"])
        for (cell, isWithheld) in zip(system.cells, pattern.withheld) where cell.kind != .hidden {
            text.append([cell.id, isWithheld ? "1" : "0"])
        }
        return text.text
    }
}

extension Diagnostic {
    fileprivate static func unknownCell(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCell", at: name.location, "there is no cell '\(name.value)'",
            remedy: "take the pattern of these cells")
    }

    fileprivate static func saidTwice(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NamedTwice", at: name.location, "the cell '\(name.value)' stands in the pattern already",
            remedy: "name each cell once")
    }

    fileprivate static func cannotBeWithheld(_ cell: Cell, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "CannotBeWithheld", at: location, "the cell '\(cell.id)' is public already",
            remedy: "only cells of the kind 'cell' can be withheld")
    }

    fileprivate static func leftOut(_ cell: Cell, _ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "LeftOut", at: SourceLocation(file: file.path),
            "the pattern doesn't say whether the cell '\(cell.id)' is withheld", remedy: "add a row for it")
    }
}
