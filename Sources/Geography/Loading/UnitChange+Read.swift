import LocatedInput

extension UnitChange {
    /// The columns of `changes.csv`.
    static let columns = ["old", "new", "date", "share", "basis", "source"]

    /// Reads a table of changes.
    static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Located<UnitChange>] {
        TableRow.read(file, columns: columns, &diagnostics) { UnitChange($0, &$1) }
    }

    /// Reads a row of `changes.csv`; diagnostics and `nil` if it cannot be used.
    private init?(_ row: TableRow, _ diagnostics: inout Diagnostics) {
        let old = row.unit("old", &diagnostics)
        let successor = row.text("new", &diagnostics)
        let new = successor.flatMap { $0.value.isEmpty ? nil : row.unit("new", &diagnostics) }
        let date = row.date("date", &diagnostics)
        let shareText = row.text("share", &diagnostics)
        let basisText = row.text("basis", &diagnostics)
        let source = row.name("source", &diagnostics)
        guard let old, let successor, successor.value.isEmpty == (new == nil), let date, let shareText, let basisText,
            let source
        else { return nil }
        guard let basis = ChangeBasis(rawValue: basisText.value) else {
            diagnostics.emit(.unknownBasis(basisText))
            return nil
        }
        let share = NumberText.decimal(shareText.value, mark: .point)?.double
        if !shareText.value.isEmpty, share.map({ $0 <= 0 || $0 > 1 }) ?? true {
            diagnostics.emit(.notAShare(shareText))
            return nil
        }
        self.init(old: old, new: new, date: date, share: share, basis: basis, source: source)
    }
}

extension Diagnostic {
    fileprivate static func unknownBasis(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownChoice", at: text.location, "'\(text.value)' is no basis of a share",
            remedy: Suggestion.remedy(for: text.value, among: ChangeBasis.allCases.map(\.rawValue)))
    }

    fileprivate static func notAShare(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAShare", at: text.location, "'\(text.value)' is no share",
            remedy: "write a number above 0 and at most 1 with a decimal point, or leave it empty if it is not known")
    }
}
