import LocatedInput

/// What the categories of a source are called here: `label;category;sex`, such as a vaccine that only girls are given.
struct CategoryLabels {
    /// What a label means.
    struct Meaning {
        let category: String
        let sex: Sex
    }

    /// The file the labels were read from.
    let path: String
    private let meanings: [String: Meaning]

    /// Reads the labels in `file`; all faults are reported.
    init(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        path = file.path
        var meanings: [String: Meaning] = [:]
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: ["label", "category", "sex"], &diagnostics)
        } each: { record, columns, diagnostics in
            guard let label = record.located(columns["label"], &diagnostics),
                let category = record.located(columns["category"], &diagnostics),
                let sex = record.sex(columns["sex"], &diagnostics)
            else { return }
            if meanings.updateValue(Meaning(category: category.value, sex: sex), forKey: label.value) != nil {
                diagnostics.emit(.doubledLabel(label))
            }
        }
        self.meanings = meanings
    }

    /// What `label` means; a diagnostic and `nil` if nobody has described it.
    func meaning(of label: Located<String>, _ diagnostics: inout Diagnostics) -> Meaning? {
        if let meaning = meanings[label.value] { return meaning }
        diagnostics.emit(.unknownCategory(label, among: Array(meanings.keys), path))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func doubledLabel(_ label: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "DoubledLabel", at: label.location, "'\(label.value)' is described twice",
            remedy: "remove one of the rows")
    }

    fileprivate static func unknownCategory(_ label: Located<String>, among known: [String], _ path: String)
        -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownCategory", at: label.location, "no category is known by the label '\(label.value)'",
            remedy: Suggestion.nearest(to: label.value, among: known).map { "did you mean '\($0)'?" }
                ?? "describe it in \(path)")
    }
}
