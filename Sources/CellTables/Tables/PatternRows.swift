import LocatedInput

/// A pattern that somebody has published of a layout's tables.
struct PatternRows {
    /// Whether each cell of each face is withheld; false throughout hidden faces.
    private(set) var withheld: [[Bool]]

    /// Reads `file`, which must say of every published cell whether it is withheld; nil if there is a fault, and all
    /// faults are reported.
    init?(_ file: InputFile, _ layout: TableLayout, _ cells: NamedCells, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let names = PatternColumns(layout)
        var index: [[String]: (face: Int, place: Int)] = [:]
        for face in layout.faces.indices where layout.faces[face].isPublished {
            for (place, key) in cells.keys[face].enumerated() { index[names.fields(key, face)] = (face, place) }
        }
        var said = cells.keys.map { Array(repeating: Bool?.none, count: $0.count) }
        var ofSet: [PartSet: Bool] = [:]
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&found) { header, found in
            CSVColumns(
                header, required: names.names + [TablePattern.withheld], optional: [TablePattern.sensitive], &found)
        } each: { record, columns, found in
            let fields = CellFields(record)
            let name = names.names.compactMap { fields.name(columns[$0], &found)?.value }
            guard fields.name(columns[TablePattern.withheld], &found) != nil,
                let isWithheld = fields.truth(columns[TablePattern.withheld], &found), name.count == names.names.count
            else { return }
            let line = SourceLocation(file: file.path, line: record.line)
            guard let cell = index[name] else {
                found.emit(.noSuchCell(name, at: line))
                return
            }
            if said[cell.face][cell.place] != nil { found.emit(.cellTwice(name, at: line)) }
            said[cell.face][cell.place] = isWithheld
            let set = cells.sets[cell.face][cell.place]
            if let other = ofSet[set], other != isWithheld { found.emit(.namesDisagree(name, at: line)) }
            ofSet[set] = isWithheld
        }
        withheld = said.map { $0.map { $0 ?? false } }
        if found.hasErrors { return nil }
        for face in layout.faces.indices where layout.faces[face].isPublished {
            for (place, key) in cells.keys[face].enumerated() where said[face][place] == nil {
                found.emit(.leftOut(names.fields(key, face), file))
            }
        }
        if found.hasErrors { return nil }
    }
}

extension Diagnostic {
    fileprivate static func noSuchCell(_ name: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCell", at: location, "the tables have no cell '\(name.joined(separator: ", "))'",
            remedy: "take the pattern of these tables")
    }

    fileprivate static func cellTwice(_ name: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NamedTwice", at: location,
            "the cell '\(name.joined(separator: ", "))' stands in the pattern already", remedy: "name each cell once")
    }

    fileprivate static func namesDisagree(_ name: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NamesDisagree", at: location,
            "the cell '\(name.joined(separator: ", "))' holds the same rows as another, and only one is withheld",
            remedy: "withhold both or show both")
    }

    fileprivate static func leftOut(_ name: [String], _ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "LeftOut", at: SourceLocation(file: file.path),
            "the pattern doesn't say whether the cell '\(name.joined(separator: ", "))' is withheld",
            remedy: "add a row for it")
    }
}
