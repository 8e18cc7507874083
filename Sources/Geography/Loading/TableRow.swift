import LocatedInput

/// A record of one of our own tables, read field by field; every fault is reported where it was written.
struct TableRow {
    private let record: CSVTable.Record
    private let columns: CSVColumns

    /// Reads the table in `file`, whose columns must be `names`, record by record.
    ///
    /// `read` returns `nil` for a record it has reported. A row is located at its first field.
    static func read<Row>(
        _ file: InputFile, columns names: [String], _ diagnostics: inout Diagnostics,
        _ read: (TableRow, inout Diagnostics) -> Row?
    ) -> [Located<Row>] {
        var rows: [Located<Row>] = []
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: names, &diagnostics)
        } each: { record, columns, diagnostics in
            if let row = read(TableRow(record: record, columns: columns), &diagnostics) {
                rows.append(Located(row, at: record.location(0)))
            }
        }
        return rows
    }

    /// The text of a field, which may be empty.
    func text(_ name: String, _ diagnostics: inout Diagnostics) -> Located<String>? {
        record.located(columns[name], &diagnostics)
    }

    /// A name, which must be there.
    func name(_ column: String, _ diagnostics: inout Diagnostics) -> String? {
        text(column, &diagnostics).flatMap { NameText.check($0, &diagnostics) }
    }

    /// A name, or the empty text.
    func optionalName(_ column: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let text = text(column, &diagnostics) else { return nil }
        return text.value.isEmpty ? "" : NameText.check(text, &diagnostics)
    }

    /// The code of a unit, which must be there.
    func unit(_ name: String, _ diagnostics: inout Diagnostics) -> GrunnkretsCode? {
        code(name, "a grunnkrets (eight digits)", GrunnkretsCode.init, &diagnostics)
    }

    /// The code of a kommune, which must be there.
    func kommune(_ name: String, _ diagnostics: inout Diagnostics) -> KommuneCode? {
        code(name, "a kommune (four digits)", KommuneCode.init, &diagnostics)
    }

    /// The code of a district, which must be there.
    func district(_ name: String, _ diagnostics: inout Diagnostics) -> DistrictCode? {
        code(name, "a district (two to twelve digits)", DistrictCode.init, &diagnostics)
    }

    private func code<Code>(
        _ name: String, _ kind: String, _ make: (String) -> Code?, _ diagnostics: inout Diagnostics
    ) -> Code? {
        guard let text = text(name, &diagnostics) else { return nil }
        if let code = make(text.value) { return code }
        diagnostics.emit(.notACode(text, of: kind))
        return nil
    }

    /// A date, which must be there.
    func date(_ name: String, _ diagnostics: inout Diagnostics) -> CalendarDate? {
        guard let text = text(name, &diagnostics) else { return nil }
        if let date = CalendarDate(text.value) { return date }
        diagnostics.emit(.notADate(text))
        return nil
    }

    /// The days from `valid_from` up to `valid_to`; an empty field is an open end.
    func validity(_ diagnostics: inout Diagnostics) -> DateRange? {
        guard let from = text("valid_from", &diagnostics), let to = text("valid_to", &diagnostics) else { return nil }
        return DateRange.read(from: from, to: to, &diagnostics)
    }

    /// A whole number of one or more.
    func position(_ name: String, _ diagnostics: inout Diagnostics) -> Int? {
        guard let number = record.wholeNumber(columns[name], &diagnostics) else { return nil }
        if number > 0, number <= 99 { return number }
        diagnostics.emit(.notAPosition(at: location(name)))
        return nil
    }

    /// Where a field was written.
    func location(_ name: String) -> SourceLocation { record.location(columns[name]) }
}

extension Diagnostic {
    fileprivate static func notACode(_ text: Located<String>, of kind: String) -> Diagnostic {
        Diagnostic(
            .error, "NotACode", at: text.location, "'\(text.value)' is no code of \(kind)",
            remedy: "write every digit, leading zeros too")
    }

    fileprivate static func notAPosition(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAPosition", at: location, "rows and columns of the tile map count from 1 to 99",
            remedy: "count from the north-western corner")
    }
}
