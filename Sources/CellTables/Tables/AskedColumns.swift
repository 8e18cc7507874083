import LocatedInput

/// The columns of a long table that specs ask for.
struct AskedColumns {
    /// Where they stand in the table.
    struct Places {
        var keys: [Int] = []
        var measure = 0
        var isCount = true
        var cap: Int?
        var contributors: Int?

        /// The row's count or amount.
        func amount(_ record: CSVTable.Record, _ diagnostics: inout Diagnostics) -> NumberText.Decimal? {
            if isCount { return record.wholeNumber(measure, &diagnostics).map { .init($0, decimals: 0) } }
            guard let text = record.located(measure, &diagnostics) else { return nil }
            guard let amount = NumberText.decimal(text.value, mark: .point), amount.scaled >= 0 else {
                diagnostics.emit(.notAnAmount(text))
                return nil
            }
            return amount
        }
    }

    let keys: [Located<String>]
    let measure: TableSpec.Measure
    let cap: Located<String>?
    let contributors: Located<String>?

    /// Their places in `header`; nil if one isn't there. Columns that nobody asked for are passed over.
    func found(in header: [Located<String>], _ diagnostics: inout Diagnostics) -> Places? {
        let names = header.map(\.value)
        var isWhole = true
        func place(_ column: Located<String>) -> Int {
            if let place = names.firstIndex(of: column.value) { return place }
            diagnostics.emit(.noSuchColumn(column, among: names))
            isWhole = false
            return 0
        }
        var places = Places(keys: keys.map(place), measure: place(measure.column))
        if case .amount = measure { places.isCount = false }
        places.cap = cap.map(place)
        places.contributors = contributors.map(place)
        return isWhole ? places : nil
    }
}

extension Diagnostic {
    fileprivate static func noSuchColumn(_ name: Located<String>, among names: [String]) -> Diagnostic {
        Diagnostic(
            .error, "NoSuchColumn", at: name.location, "the table has no column '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: names))
    }

    fileprivate static func notAnAmount(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnAmount", at: text.location, "'\(text.value)' is not an amount of zero or more",
            remedy: "write at most 15 digits, with a decimal point where there are decimals")
    }
}
