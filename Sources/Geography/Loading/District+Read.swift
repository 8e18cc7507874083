import LocatedInput

extension District {
    /// The columns of `districts.csv`.
    static let columns = [
        "district", "name_nb", "name_nn", "name_en", "name_se", "valid_from", "valid_to", "published",
    ]

    /// Reads a table of districts.
    static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Located<District>] {
        TableRow.read(file, columns: columns, &diagnostics) { District($0, &$1) }
    }

    /// Reads a row of `districts.csv`; diagnostics and `nil` if it cannot be used.
    private init?(_ row: TableRow, _ diagnostics: inout Diagnostics) {
        let code = row.district("district", &diagnostics)
        let nb = row.name("name_nb", &diagnostics)
        var others: [Language: String] = [:]
        for language in Language.allCases where language != .nb {
            others[language] = row.optionalName("name_\(language.rawValue)", &diagnostics)
        }
        let validity = row.validity(&diagnostics)
        let published = row.text("published", &diagnostics)
        if let published, !["yes", "no"].contains(published.value) { diagnostics.emit(.neitherYesNorNo(published)) }
        guard let code, let nb, let validity, let published else { return nil }
        self.init(
            code: code, name: PlaceName(nb: nb, others: others), validity: validity,
            isPublished: published.value == "yes")
    }
}

extension Diagnostic {
    fileprivate static func neitherYesNorNo(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownChoice", at: text.location,
            "'\(text.value)' does not say whether the district is published",
            remedy: "write yes or no")
    }
}
