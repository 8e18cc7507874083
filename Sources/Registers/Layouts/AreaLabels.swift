import LocatedInput

/// What the places of a source mean, year by year: `label;area;first_year;last_year`.
///
/// A label is written exactly as the source writes it; `#` stands for any digit and `*` at the end for anything, and
/// such a pattern adds the figures of all its labels together. Years are inclusive, an empty one is open. An empty
/// area says that figures under the label are known and left out. One label may have several rows.
struct AreaLabels {
    /// What a label means in some years.
    struct Meaning {
        /// The place, or `nil` where the figures are left out.
        let area: AreaCode?
        /// The years it holds for.
        let years: ClosedRange<Int>
        /// True if the figures of several labels are added together.
        let isSum: Bool
    }

    /// The file the labels were read from.
    let path: String
    private var exact: [String: [Meaning]] = [:]
    private var patterns: [(pattern: [Character], meaning: Meaning)] = []

    /// Reads the labels in `file`; all faults are reported.
    init(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        path = file.path
        var rows: [(label: String, meaning: Meaning)] = []
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: ["label", "area", "first_year", "last_year"], &diagnostics)
        } each: { record, columns, diagnostics in
            guard let label = record.located(columns["label"], &diagnostics),
                let area = record.located(columns["area"], &diagnostics)
            else { return }
            let code = AreaCode(area.value)
            if code == nil, !area.value.isEmpty { diagnostics.emit(.notAnAreaCode(area)) }
            guard let first = record.year(columns["first_year"], orOpen: 0, &diagnostics),
                let last = record.year(columns["last_year"], orOpen: 9999, &diagnostics)
            else { return }
            guard first <= last else {
                diagnostics.emit(.yearsInReverse(at: record.location(columns["last_year"])))
                return
            }
            let isPattern = label.value.contains { $0 == "#" || $0 == "*" }
            rows.append((label.value, Meaning(area: code, years: first...last, isSum: isPattern)))
        }
        for row in rows {
            if row.meaning.isSum {
                patterns.append((Array(row.label), row.meaning))
            } else {
                exact[row.label, default: []].append(row.meaning)
            }
        }
    }

    /// Everything `label` means; nothing for a label nobody has described.
    func meanings(of label: String) -> [Meaning] {
        let text = Array(label)
        return (exact[label] ?? []) + patterns.filter { Self.fits(text, $0.pattern) }.map(\.meaning)
    }

    /// The labels that are written out, in order.
    var labels: [String] { exact.keys.sorted() }

    private static func fits(_ text: [Character], _ pattern: [Character]) -> Bool {
        for (index, sign) in pattern.enumerated() {
            if sign == "*", index == pattern.count - 1 { return true }
            guard index < text.count else { return false }
            guard sign == "#" ? ("0"..."9").contains(text[index]) : sign == text[index] else { return false }
        }
        return text.count == pattern.count
    }
}

extension CSVTable.Record {
    /// A year, or `open` where the field is empty; a diagnostic and `nil` for anything else.
    fileprivate func year(_ index: Int, orOpen open: Int, _ diagnostics: inout Diagnostics) -> Int? {
        bytes(index).isEmpty ? open : wholeNumber(index, &diagnostics)
    }
}

extension Diagnostic {
    /// The year at `location` comes before the first year of the row.
    static func yearsInReverse(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "YearsInReverse", at: location, "the last year comes before the first",
            remedy: "write the first and the last year in order; leave one empty where it is open")
    }
}
