import LocatedInput
import Disclosure
import Geography
import Profiles
import Registers
import Rendering

/// What a table's columns mean, as CSV on the Web: lies beside the table, named after it, where readers look for it.
///
/// W3C, Metadata Vocabulary for Tabular Data (2015), §5; the dimensions' meanings are SDMX's, as in the RDF Data Cube.
struct CSVWDocument {
    /// Which of the two dialects the table is written in.
    enum Dialect {
        /// Comma, decimal point, codes.
        case programs
        /// Semicolon, decimal comma, words.
        case spreadsheets
    }

    /// The file that the table is.
    let file: String
    let dialect: Dialect
    /// What the table is called.
    let title: Translated<String>
    /// What it holds.
    let description: Translated<String>
    let notice: DataNotice
    /// The labels, language by language.
    let words: Translated<OpenDataWords>

    /// The document.
    var text: String {
        JSONText.object(
            [
                ("@context", .list([.string("http://www.w3.org/ns/csvw"), .object([("@language", .string("nb"))])])),
                ("url", .string(file)), ("dc:title", .translations(title)),
                ("dc:description", .translations(description)),
                ("dc:publisher", .translations(notice.identity.publisher)),
                (
                    "dc:issued",
                    .object([("@value", .string(notice.edition.date.description)), ("@type", .string("xsd:date"))])
                ),
                ("dc:source", .translations(notice.source)),
                ("dc:license", .object([("@id", .string(notice.identity.licence.address))])),
                ("dc:bibliographicCitation", .translations(notice.citation)), ("dialect", dialectDescription),
                (
                    "tableSchema",
                    .object([("columns", .list(columns.map(column))), ("primaryKey", .list(keys.map { .string($0) }))])
                ),
            ]
        ).text
    }

    private var columns: [String] { dialect == .programs ? FiguresTable.header : SpreadsheetTable.columns }

    /// What tells a row from all others.
    private var keys: [String] { ["edition"] + FiguresFile.keyColumns }

    private var dialectDescription: JSONText {
        .object([
            ("delimiter", .string(dialect == .programs ? "," : ";")), ("encoding", .string("utf-8")),
            ("header", .truth(true)), ("lineTerminators", .string("\n")), ("quoteChar", .string("\"")),
        ])
    }

    private func column(_ name: String) -> JSONText {
        let titles = words.map { $0.columns[name] ?? name }
        var members: [(String, JSONText)] = [
            ("name", .string(name)),
            (
                "titles",
                .object(
                    [("und", .string(dialect == .programs ? name : titles[.nb]))]
                        + Language.written.map { ($0.rawValue, .string(titles[$0])) })
            ),
            ("datatype", datatype(of: name)),
        ]
        if let meaning = Self.meanings[name] { members.append(("propertyUrl", .string(meaning))) }
        if Self.filled.contains(name) { members.append(("required", .truth(true))) }
        if name == "flags" { members.append(("separator", .string(dialect == .programs ? " " : ", "))) }
        return .object(members)
    }

    private func datatype(of name: String) -> JSONText {
        switch name {
        case "period_start", "period_end": return .string("gYear")
        case "value", "lower", "upper":
            guard dialect == .spreadsheets else { return .string("decimal") }
            return .object([
                ("base", .string("decimal")), ("format", .object([("decimalChar", .string(","))])),
            ])
        default: break
        }
        guard dialect == .programs, let format = Self.formats[name] else { return .string("string") }
        return .object([("base", .string("string")), ("format", .string(format))])
    }

    /// The columns where every row has something.
    private static let filled: Set<String> = [
        "edition", "area", "level", "indicator", "title", "period_start", "period_end", "sex", "age", "measure", "unit",
        "status",
    ]

    /// What may stand in the columns of codes, as regular expressions.
    private static let formats: [String: String] = [
        "edition": "[a-z0-9-]+", "area": "[0-9]+", "level": "country|kommune|district|unallocated",
        "indicator": "[a-z0-9-]+", "sex": "[012]", "age": "[0-9]+_[0-9]+",
        "comparison": "higher|lower|not-different|not-tested",
        "city_comparison": "higher|lower|not-different|not-tested",
        "trend": "rising|falling|unclear|not-tested",
        "status": FigureStatus.allCases.map(\.rawValue).joined(separator: "|"),
    ]

    /// The properties of SDMX that columns stand for.
    private static let meanings: [String: String] = [
        "area": "http://purl.org/linked-data/sdmx/2009/dimension#refArea",
        "sex": "http://purl.org/linked-data/sdmx/2009/dimension#sex",
        "age": "http://purl.org/linked-data/sdmx/2009/dimension#age",
        "value": "http://purl.org/linked-data/sdmx/2009/measure#obsValue",
        "unit": "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure",
        "status": "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus",
    ]

}
