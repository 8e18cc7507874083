import Cells
import LocatedInput

/// The cells of `cells.csv`, in its order.
struct CellFile {
    /// The columns that must be there.
    static let required = ["cell_id", "value"]
    /// The columns that may be left out.
    static let optional = ["kind", "sensitive", "shown_as_lo", "shown_as_hi", "known_lo", "known_hi", "type"]

    private(set) var cells: [Cell] = []
    /// Where each cell was written.
    private(set) var locations: [SourceLocation] = []
    private(set) var index: [String: Int] = [:]

    /// Reads `file`; all faults are reported, and what has one is left out.
    init(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        var isTooLarge = false
        var hasRecords = false
        var opened = false
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&diagnostics) { header, diagnostics in
            let columns = CSVColumns(header, required: Self.required, optional: Self.optional, &diagnostics)
            opened = columns != nil
            return columns
        } each: { record, columns, diagnostics in
            hasRecords = true
            guard cells.count < CellLimit.cells else {
                isTooLarge = true
                return
            }
            append(record, columns, &diagnostics)
        }
        if isTooLarge { diagnostics.emit(.tooManyCells(file)) }
        if opened, !hasRecords { diagnostics.emit(.noCells(file)) }
    }

    private mutating func append(_ record: CSVTable.Record, _ columns: CSVColumns, _ diagnostics: inout Diagnostics) {
        let fields = CellFields(record)
        guard let name = fields.name(columns["cell_id"], &diagnostics) else { return }
        if let first = index[name.value] {
            diagnostics.emit(.namedTwice(name, first: locations[first]))
            return
        }
        let valuePlace = record.location(columns["value"])
        let value = fields.number(columns["value"], &diagnostics)
        if value == nil, record.bytes(columns["value"]).isEmpty { diagnostics.emit(.noValue(name, at: valuePlace)) }
        let cell = Cell(
            name.value, value ?? 0, kind: fields.choice(columns.optional("kind"), standard: .cell, &diagnostics),
            quantity: fields.choice(columns.optional("type"), standard: .count, &diagnostics),
            isSensitive: fields.truth(columns.optional("sensitive"), &diagnostics),
            shown: shown(name, fields, columns, record, &diagnostics),
            leastKnown: fields.number(columns.optional("known_lo"), &diagnostics),
            mostKnown: fields.number(columns.optional("known_hi"), &diagnostics))
        if value != nil { check(Located(cell, at: valuePlace), columns, record, &diagnostics) }
        index[name.value] = cells.count
        cells.append(cell)
        locations.append(name.location)
    }

    /// What showing the cell gives away: both ends or neither.
    private func shown(
        _ name: Located<String>, _ fields: CellFields, _ columns: CSVColumns, _ record: CSVTable.Record,
        _ diagnostics: inout Diagnostics
    ) -> ClosedRange<Double>? {
        let low = columns.optional("shown_as_lo")
        let high = columns.optional("shown_as_hi")
        let texts = (fields.text(low, &diagnostics), fields.text(high, &diagnostics))
        if texts.0 == nil, texts.1 == nil { return nil }
        guard let lowText = texts.0, texts.1 != nil else {
            diagnostics.emit(.halfAnInterval(name, at: (texts.0 ?? texts.1)?.location ?? name.location))
            return nil
        }
        guard let least = fields.number(low, &diagnostics), let most = fields.number(high, &diagnostics) else {
            return nil
        }
        guard least <= most else {
            diagnostics.emit(.turnedRound(name.value, "shown_as", at: lowText.location))
            return nil
        }
        return least...most
    }

    private func check(
        _ cell: Located<Cell>, _ columns: CSVColumns, _ record: CSVTable.Record, _ diagnostics: inout Diagnostics
    ) {
        let place = cell.location
        func end(_ column: String) -> SourceLocation { columns.optional(column).map(record.location) ?? place }
        if cell.quantity == .count {
            if cell.value.value < 0 { diagnostics.emit(.negativeCount(cell.id, at: place)) }
            if cell.value.value != cell.value.value.rounded() { diagnostics.emit(.brokenCount(cell.id, at: place)) }
        }
        if cell.quantity == .real, cell.value.value < 0, cell.leastKnown == nil {
            diagnostics.emit(.negativeAmount(cell.id, at: place))
        }
        if let shown = cell.shown, !shown.contains(cell.value.value) {
            diagnostics.emit(.outside(cell.id, "shown_as", at: end("shown_as_lo")))
        }
        if let least = cell.leastKnown, let most = cell.mostKnown, least > most {
            diagnostics.emit(.turnedRound(cell.id, "known", at: end("known_lo")))
            return
        }
        if let least = cell.leastKnown, least > cell.value.value {
            diagnostics.emit(.outside(cell.id, "known", at: end("known_lo")))
        }
        if let most = cell.mostKnown, most < cell.value.value {
            diagnostics.emit(.outside(cell.id, "known", at: end("known_hi")))
        }
    }
}

extension Diagnostic {
    fileprivate static func tooManyCells(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "TooManyCells", at: SourceLocation(file: file.path),
            "there are more than \(CellLimit.cells) cells, which is more than one run can protect",
            remedy: "protect what is shared first, then each part by itself with the shared cells as 'frozen'")
    }

    fileprivate static func noCells(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "NoCells", at: SourceLocation(file: file.path), "there are no cells",
            remedy: "write a row for each cell")
    }

    fileprivate static func namedTwice(_ name: Located<String>, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NamedTwice", at: name.location,
            "the cell '\(name.value)' is named in line \(first.line) already", remedy: "name each cell once")
    }

    fileprivate static func noValue(_ name: Located<String>, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoValue", at: location, "the cell '\(name.value)' has no value", remedy: "write its true number")
    }

    fileprivate static func halfAnInterval(_ name: Located<String>, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "HalfAnInterval", at: location, "what showing '\(name.value)' gives away has one end only",
            remedy: "write both shown_as_lo and shown_as_hi, or neither")
    }

    fileprivate static func turnedRound(_ cell: String, _ interval: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "TurnedRound", at: location, "\(interval)_lo is above \(interval)_hi for the cell '\(cell)'",
            remedy: "write the lower end first")
    }

    fileprivate static func negativeCount(_ cell: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NegativeCount", at: location, "the count of '\(cell)' is below zero",
            remedy: "write 'real' in its column 'type' if it isn't a count")
    }

    fileprivate static func negativeAmount(_ cell: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NegativeAmount", at: location, "'\(cell)' is below zero, which a reader is taken to rule out",
            remedy: "write the least it can be for a reader in its column known_lo")
    }

    fileprivate static func brokenCount(_ cell: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BrokenCount", at: location, "the count of '\(cell)' isn't whole",
            remedy: "write 'real' in its column 'type' if it isn't a count")
    }

    fileprivate static func outside(_ cell: String, _ interval: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OutsideItsInterval", at: location,
            "the value of '\(cell)' lies outside \(interval)_lo to \(interval)_hi",
            remedy: "what a reader learns must hold: widen the interval or mend the value")
    }
}
