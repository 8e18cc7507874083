import Geography
import LocatedInput

/// Reads a table of people by unit: `grunnkrets` and `antall`, and perhaps `år`, `alder` and `kjønn`.
public struct PeopleTable {
    private enum Column { case unit, year, age, sex, count }

    private let file: InputFile
    private let date: CalendarDate
    private let concerns: (GrunnkretsCode) -> Bool

    /// The table in `file`; rows without a year are of the year of `date`, and units that don't concern are left out.
    public init(_ file: InputFile, date: CalendarDate, concerns: @escaping (GrunnkretsCode) -> Bool) {
        self.file = file
        self.date = date
        self.concerns = concerns
    }

    /// The people; every line that cannot be read is reported, and `nil` if there was an error.
    public func people(_ diagnostics: inout Diagnostics) -> People? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        var people = People()
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&found) { header, diagnostics in
            columns(of: header, &diagnostics)
        } each: { record, columns, diagnostics in
            guard let unitColumn = columns[.unit], let countColumn = columns[.count] else { return }
            guard let text = record.text(unitColumn) else { return }
            guard let unit = GrunnkretsCode(text) else {
                // The country and whole kommuner may stand in the same table.
                if text != "0", KommuneCode(text) == nil {
                    diagnostics.emit(.notAUnit(text, at: record.location(unitColumn)))
                }
                return
            }
            guard concerns(unit) else { return }
            func number(_ column: Int) -> Int? { record.wholeNumber(column, &diagnostics) }
            guard let count = number(countColumn) else { return }
            let year = columns[.year].map { number($0) } ?? .some(date.year)
            let age = columns[.age].map { number($0) }
            guard let year, age == nil || age ?? nil != nil else { return }
            people.add(count, of: age ?? nil, in: unit, year: year)
        }
        return found.hasErrors ? nil : people
    }

    private func columns(of header: [Located<String>], _ diagnostics: inout Diagnostics) -> [Column: Int]? {
        var columns: [Column: Int] = [:]
        for (index, heading) in header.enumerated() {
            if let column = Self.column(heading.value) { columns[column] = columns[column] ?? index }
        }
        if columns[.unit] != nil, columns[.count] != nil { return columns }
        diagnostics.emit(
            .noPeopleColumns(header.first?.location ?? SourceLocation(file: file.path), header.map(\.value)))
        return nil
    }

    private static func column(_ heading: String) -> Column? {
        if case .unit? = RequestColumn(heading: heading) { return .unit }
        return switch heading.lowercased() {
        case "år", "aar", "year", "årgang": .year
        case "alder", "age": .age
        case "kjønn", "kjonn", "sex": .sex
        case "antall", "antal", "personer", "personar", "folketall", "folketal", "people", "count", "population": .count
        default: nil
        }
    }
}

extension Diagnostic {
    fileprivate static func notAUnit(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACode", at: location, "'\(text)' is no code of a grunnkrets (eight digits)",
            remedy: "write every digit, leading zeros too")
    }

    fileprivate static func noPeopleColumns(_ location: SourceLocation, _ names: [String]) -> Diagnostic {
        Diagnostic(
            .error, "MissingColumn", at: location,
            "the table of people needs the columns 'grunnkrets' and 'antall', and has \(names.joined(separator: ", "))",
            remedy: "rename the columns; 'år', 'alder' and 'kjønn' are read where they are there")
    }
}
