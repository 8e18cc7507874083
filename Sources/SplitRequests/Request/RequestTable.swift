import Geography
import LocatedInput

/// Reads a municipality's own table: any separator and encoding a spreadsheet saves in, any heading we know, titles above
/// the header, and KLASS correspondences.
struct RequestTable {
    let file: InputFile
    /// Tells whether a text is the code of a unit, of whatever day.
    let isUnit: (String) -> Bool

    /// The table in `file`, whose units are those of `register`.
    init(file: InputFile, _ register: UnitRegister) {
        self.init(file: file) { text in GrunnkretsCode(text).map(register.knows) ?? false }
    }

    /// The table in `file`; `isUnit` tells whether a text is the code of a unit.
    init(file: InputFile, isUnit: @escaping (String) -> Bool) {
        self.file = file
        self.isUnit = isUnit
    }

    /// How many lines may stand above the header.
    private static let titles = 10

    /// The rows; every line that cannot be read is a finding.
    func rows(_ findings: inout [Finding]) -> [RequestRow] {
        if file.data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            findings.append(Finding(.workbook, "", at: SourceLocation(file: file.path)))
            return []
        }
        guard !file.data.isEmpty else {
            findings.append(Finding(.empty, "", at: SourceLocation(file: file.path)))
            return []
        }
        guard let dialect = dialect() else {
            findings.append(Finding(.noHeader, "", at: SourceLocation(file: file.path, line: 1)))
            return []
        }
        return read(dialect, &findings)
    }

    // MARK: - How the file is written

    /// The dialect in which one of the first lines names a column of units and one of districts.
    private func dialect() -> CSVDialect? {
        let encoding = encoding
        var rest = file.data[...]
        for titles in 0..<Self.titles where !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest.dropFirst(line.count + 1)
            for separator: Character in [";", "\t", ","] {
                let fields = line.split(separator: separator.asciiValue ?? 0)
                let columns = fields.compactMap { field in
                    encoding.decode(field.filter { $0 != 0x22 })
                        .flatMap { RequestColumn(heading: $0.trimmingWhitespace()) }
                }
                if Self.suffices(columns) {
                    return CSVDialect(
                        separator: separator, encoding: encoding, titleLines: titles, allowsShortRecords: true)
                }
            }
        }
        return nil
    }

    /// UTF-8 where the bytes are, else what Windows writes, else what SSB does.
    private var encoding: TextEncoding {
        TextEncoding.utf8.decode(file.data) != nil
            ? .utf8 : TextEncoding.windows1252.decode(file.data) != nil ? .windows1252 : .latin1
    }

    private static func suffices(_ columns: [RequestColumn]) -> Bool {
        if columns.contains(.source), columns.contains(.target) { return true }
        return columns.contains(.unit)
            && columns.contains { column in
                switch column {
                case .districtCode, .districtName: true
                default: false
                }
            }
    }

    // MARK: - Reading

    private struct Line {
        let fields: [RequestColumn: Located<String>]
        let place: SourceLocation
    }

    private func read(_ dialect: CSVDialect, _ findings: inout [Finding]) -> [RequestRow] {
        var diagnostics = Diagnostics()
        var found: [Finding] = []
        var lines: [Line] = []
        CSVTable(file, dialect: dialect).read(&diagnostics) { header, _ in
            Self.columns(of: header, &found)
        } each: { record, columns, diagnostics in
            var fields: [RequestColumn: Located<String>] = [:]
            for (column, index) in columns { fields[column] = record.located(index, &diagnostics) }
            if fields.values.contains(where: { !$0.value.isEmpty }) {
                lines.append(Line(fields: fields, place: SourceLocation(file: file.path, line: record.line)))
            }
        }
        // Each diagnostic of the table is a line that could not be read.
        let broken = Set(diagnostics.sorted.map(\.location.line)).sorted()
        found += broken.map { Finding(.brokenLine, "\($0)", at: SourceLocation(file: file.path, line: $0)) }
        if lines.isEmpty, broken.isEmpty { found.append(Finding(.empty, "", at: SourceLocation(file: file.path))) }
        findings += found
        return rows(of: lines)
    }

    /// Where the columns that are used stand; two of a kind are a finding, and so is one that isn't used.
    private static func columns(of header: [Located<String>], _ findings: inout [Finding]) -> [RequestColumn: Int]? {
        var columns: [RequestColumn: Int] = [:]
        for (index, heading) in header.enumerated() {
            guard let column = RequestColumn(heading: heading.value) else {
                if !heading.value.isEmpty {
                    findings.append(
                        Finding(.unusedColumn, heading.value, at: heading.location, ["column": heading.value]))
                }
                continue
            }
            if let other = columns[column] {
                findings.append(
                    Finding(
                        .doubledColumn, heading.value, at: heading.location,
                        ["column": heading.value, "other": header[other].value]))
            } else {
                columns[column] = index
            }
        }
        return columns
    }

    private func rows(of lines: [Line]) -> [RequestRow] {
        let targets = count(of: .target, in: lines)
        let sources = count(of: .source, in: lines)
        // In a correspondence the units are on the side that has more of their codes.
        let isReversed = sources > targets
        let (unit, unitName): (RequestColumn, RequestColumn) =
            targets + sources == 0 ? (.unit, .unitName) : isReversed ? (.source, .sourceName) : (.target, .targetName)
        let (code, name): (RequestColumn, RequestColumn) =
            targets + sources == 0
            ? (.districtCode, .districtName(.nb))
            : isReversed ? (.target, .targetName) : (.source, .sourceName)
        return lines.map { line in
            var names: [Language: Located<String>] = [:]
            for language in Language.allCases {
                let field = line.fields[language == .nb ? name : .districtName(language)]
                if let field, !field.value.isEmpty { names[language] = field }
            }
            return RequestRow(
                unit: line.fields[unit] ?? Located("", at: line.place), unitName: line.fields[unitName]?.value ?? "",
                districtCode: line.fields[code], districtNames: names)
        }
    }

    private func count(of column: RequestColumn, in lines: [Line]) -> Int {
        lines.count { $0.fields[column].map { isUnit($0.value) } ?? false }
    }
}
