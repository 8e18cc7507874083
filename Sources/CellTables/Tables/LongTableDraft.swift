import LocatedInput

/// A long table while it is read.
struct LongTableDraft {
    struct Part {
        let place: RowPlace
        var sum = 0
        var cap = 0
        var contributors: Set<Int> = []
    }

    let file: String
    let keyColumns: [String]
    let hasCap: Bool
    let hasContributors: Bool
    private(set) var parts: [Part] = []
    private(set) var decimals = 0
    private var rows: [NumberText.Decimal] = []
    private var partOfRow: [Int] = []
    private var partOfKey: [[Int]: Int] = [:]
    private var keys: [[Int]] = []
    private var codes: [[String]]
    private var indices: [[String: Int]]
    private var contributorIndex: [String: Int] = [:]

    /// Reads the columns of `file` that `specs` name; all faults are reported. Nil if the columns aren't there.
    init?(_ file: InputFile, _ specs: [TableSpec], _ diagnostics: inout Diagnostics) {
        guard let spec = specs.first else { return nil }
        var seen: Set<String> = []
        let names = specs.flatMap(\.keyColumns).filter { seen.insert($0.value).inserted }
        self.file = file.path
        keyColumns = names.map(\.value)
        hasCap = spec.cap != nil
        codes = Array(repeating: [], count: names.count)
        indices = Array(repeating: [:], count: names.count)
        var contributors: Located<String>?
        if case .amount(_, .contributors(let column, _)) = spec.measure { contributors = column }
        hasContributors = contributors != nil
        let asked = AskedColumns(keys: names, measure: spec.measure, cap: spec.cap, contributors: contributors)
        var isRead = false
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&diagnostics) { header, diagnostics in
            asked.found(in: header, &diagnostics)
        } each: { record, columns, diagnostics in
            isRead = true
            append(record, columns, &diagnostics)
        }
        if !isRead, !diagnostics.hasErrors { diagnostics.emit(.noRows(file)) }
        if !addUp() { diagnostics.emit(.sumTooLarge(file)) }
        if diagnostics.hasErrors { return nil }
    }

    /// The columns with their codes in byte order, whatever the order of the rows.
    func columns() -> [String: LongTable.Column] {
        var columns: [String: LongTable.Column] = [:]
        for (index, name) in keyColumns.enumerated() {
            let order = codes[index].indices.sorted {
                codes[index][$0].utf8.lexicographicallyPrecedes(codes[index][$1].utf8)
            }
            var rank = Array(repeating: 0, count: order.count)
            for (place, code) in order.enumerated() { rank[code] = place }
            columns[name] = LongTable.Column(codes: order.map { codes[index][$0] }, code: keys.map { rank[$0[index]] })
        }
        return columns
    }

    private mutating func append(
        _ record: CSVTable.Record, _ columns: AskedColumns.Places, _ diagnostics: inout Diagnostics
    ) {
        let fields = CellFields(record)
        var key: [Int] = []
        for (index, column) in columns.keys.enumerated() {
            guard let code = fields.name(column, &diagnostics) else { continue }
            if code.value == TablePattern.total { diagnostics.emit(.totalAmongParts(code)) }
            key.append(self.index(of: code.value, in: index))
        }
        let amount = columns.amount(record, &diagnostics)
        let cap = columns.cap.flatMap { record.wholeNumber($0, &diagnostics) }
        let contributor = columns.contributors.flatMap { fields.name($0, &diagnostics) }
        guard key.count == columns.keys.count, let amount else { return }
        if let cap, let place = columns.cap, amount.decimals == 0, amount.scaled > cap {
            diagnostics.emit(.aboveItsCap(at: record.location(place)))
        }
        let part = part(key, record, columns)
        parts[part].cap = min(parts[part].cap + (cap ?? 0), Int(CellLimit.largest))
        if let contributor {
            let index = contributorIndex[contributor.value] ?? contributorIndex.count
            contributorIndex[contributor.value] = index
            parts[part].contributors.insert(index)
        }
        decimals = max(decimals, amount.decimals)
        rows.append(amount)
        partOfRow.append(part)
    }

    private mutating func index(of code: String, in column: Int) -> Int {
        if let index = indices[column][code] { return index }
        let index = codes[column].count
        indices[column][code] = index
        codes[column].append(code)
        return index
    }

    private mutating func part(_ key: [Int], _ record: CSVTable.Record, _ columns: AskedColumns.Places) -> Int {
        if let part = partOfKey[key] { return part }
        let part = parts.count
        partOfKey[key] = part
        keys.append(key)
        parts.append(
            Part(place: RowPlace(line: record.line, columns: columns.keys.map { record.location($0).column })))
        return part
    }

    /// Adds the rows up, in units of the last decimal; false if the sum of all is too large.
    private mutating func addUp() -> Bool {
        var total = 0
        for (row, part) in zip(rows, partOfRow) {
            var scaled = row.scaled
            for _ in row.decimals..<decimals {
                let (larger, overflows) = scaled.multipliedReportingOverflow(by: 10)
                if overflows { return false }
                scaled = larger
            }
            total += scaled
            if total > Int(CellLimit.largest) { return false }
            parts[part].sum += scaled
        }
        return true
    }
}

extension Diagnostic {
    fileprivate static func noRows(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "NoRows", at: SourceLocation(file: file.path), "the table has no rows",
            remedy: "write a row for each part that is counted")
    }

    fileprivate static func sumTooLarge(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "TooLarge", at: SourceLocation(file: file.path), "the numbers are too large to be added up exactly",
            remedy: "use a larger unit")
    }

    fileprivate static func totalAmongParts(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "TotalAmongParts", at: code.location, "the row is a total, and totals are worked out",
            remedy: "leave out rows of totals, or give the code another name")
    }

    fileprivate static func aboveItsCap(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "AboveItsCap", at: location, "the count is above the most that it can be",
            remedy: "mend the count, or name another column as 'cap'")
    }
}
