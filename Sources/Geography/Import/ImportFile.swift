import Foundation
import LocatedInput

/// Opens a file to import, finds out how it is written, and hands on its records.
struct ImportFile {
    let file: InputFile

    /// Reads every record; a diagnostic if the format is none we know.
    func read(
        _ diagnostics: inout Diagnostics,
        each body: (_ record: ImportRecord, _ format: ImportFormat, _ diagnostics: inout Diagnostics) -> Void
    ) {
        if file.data.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{") {
            readJSON(&diagnostics, each: body)
        } else {
            readCSV(&diagnostics, each: body)
        }
    }

    private func readCSV(
        _ diagnostics: inout Diagnostics,
        each body: (_ record: ImportRecord, _ format: ImportFormat, _ diagnostics: inout Diagnostics) -> Void
    ) {
        CSVTable(file, dialect: dialect).read(&diagnostics) { header, diagnostics in
            guard let format = ImportFormat(header.map(\.value)) else {
                diagnostics.emit(.unknownFormat(header.map(\.value), at: SourceLocation(file: file.path, line: 1)))
                return (format: ImportFormat, positions: [String: Int])?.none
            }
            let positions = Dictionary(
                header.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
            return (format, positions)
        } each: { record, columns, diagnostics in
            let imported = ImportRecord(location: record.location(0)) { name in
                guard let position = columns.positions[name], position < record.count else {
                    return Located("", at: record.location(0))
                }
                return Located(record.text(position) ?? "", at: record.location(position))
            }
            body(imported, columns.format, &diagnostics)
        }
    }

    /// UTF-8 where the bytes are, otherwise ISO-8859-1 as KLASS's own exports; the separator that the header uses most.
    private var dialect: CSVDialect {
        let header = file.data.prefix { $0 != 0x0A }
        let separators: [Character] = [";", ",", "\t"]
        let counts = separators.map { separator in header.count { $0 == separator.asciiValue } }
        let most = zip(separators, counts).max { $0.1 < $1.1 }?.0 ?? ";"
        return CSVDialect(
            separator: most, encoding: TextEncoding.utf8.decode(file.data) == nil ? .latin1 : .utf8,
            allowsShortRecords: true)
    }

    private func readJSON(
        _ diagnostics: inout Diagnostics,
        each body: (_ record: ImportRecord, _ format: ImportFormat, _ diagnostics: inout Diagnostics) -> Void
    ) {
        let whole = SourceLocation(file: file.path)
        guard let top = try? JSONSerialization.jsonObject(with: file.data) as? [String: Any] else {
            diagnostics.emit(.notJSON(at: whole))
            return
        }
        let lists = ["codes", "correspondenceItems", "codeChanges"].compactMap { top[$0] as? [[String: Any]] }
        guard let items = lists.first, let format = ImportFormat(items.first?.keys.map { $0 } ?? []) else {
            diagnostics.emit(.unknownFormat(top.keys.sorted(), at: whole))
            return
        }
        for item in items {
            let record = ImportRecord(location: whole) { name in
                Located((item[name] as? String ?? "").trimmingWhitespace(), at: whole)
            }
            body(record, format, &diagnostics)
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownFormat(_ names: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownFormat", at: location,
            "no file we know has the fields \(names.prefix(8).joined(separator: ", "))",
            remedy: "give a KLASS code list, correspondence or change table, or a table with grunnkrets_no, "
                + "grunnkrets_name, bydel_no and bydel_name")
    }

    fileprivate static func notJSON(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotJSON", at: location, "the file cannot be read as JSON", remedy: "fetch it again, whole")
    }
}
