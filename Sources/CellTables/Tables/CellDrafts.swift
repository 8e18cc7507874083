import Cells

/// The different cells of all publications of a long table, found by the parts that they hold.
struct CellDrafts {
    private struct Draft {
        var name: String
        var kind: Cell.Kind
        var isSensitive: Bool?
        var leastKnown: Double?
        let amount: Amount
    }

    private var drafts: [Draft] = []
    private var index: [PartSet: Int] = [:]
    private let table: LongTable
    private let measure: TableSpec.Measure
    private let policy: ProtectionPolicy

    init(of table: LongTable, _ measure: TableSpec.Measure, _ policy: ProtectionPolicy) {
        self.table = table
        self.measure = measure
        self.policy = policy
    }

    var count: Int { drafts.count }

    /// The cell with the parts of `set`, if there is one.
    subscript(set: PartSet) -> Int? { index[set] }

    /// Takes in a cell of the tables that are to be protected.
    mutating func add(_ set: PartSet, _ amount: Amount, named name: @autoclosure () -> String) -> Int {
        place(set, amount, .cell, name())
    }

    /// Takes in a cell of an earlier publication.
    mutating func add(
        _ set: PartSet, _ amount: Amount, wasWithheld: Bool, named name: @autoclosure () -> String
    ) -> Int {
        let place = place(set, amount, wasWithheld ? .hidden : .frozen, name())
        if !wasWithheld {
            drafts[place].kind = .frozen
        } else if drafts[place].kind == .hidden, case .count = measure, !policy.withholdsZero, amount.sum > 0 {
            drafts[place].leastKnown = 1
        }
        return place
    }

    /// Takes in a cell that is in no table, but sensitive by the same rule.
    mutating func add(_ set: PartSet, _ amount: Amount, hiddenAs name: @autoclosure () -> String) -> Int {
        place(set, amount, .hidden, name())
    }

    /// Takes in parts that are in no table, and of no interest by themselves.
    mutating func add(_ set: PartSet, _ amount: Amount, partsAs name: @autoclosure () -> String) -> Int {
        if let known = index[set] { return known }
        let place = place(set, amount, .hidden, name())
        drafts[place].isSensitive = false
        return place
    }

    /// The cells, in the order in which they were first taken in.
    var cells: [Cell] {
        drafts.map { draft in
            let isCount = if case .count = measure { true } else { false }
            return Cell(
                draft.name, value(draft.amount.sum), kind: draft.kind, quantity: isCount ? .count : .real,
                isSensitive: draft.isSensitive ?? isSensitive(draft.amount), leastKnown: draft.leastKnown,
                mostKnown: draft.amount.cap.map { Double($0) })
        }
    }

    private mutating func place(_ set: PartSet, _ amount: Amount, _ kind: Cell.Kind, _ name: String) -> Int {
        if let known = index[set] { return known }
        let place = drafts.count
        index[set] = place
        drafts.append(Draft(name: name, kind: kind, amount: amount))
        return place
    }

    /// What the spec says of amounts; nil leaves counts to the policy.
    private func isSensitive(_ amount: Amount) -> Bool? {
        guard case .amount(_, let rule) = measure else { return nil }
        switch rule {
        case .upTo(let largest): return amount.sum > 0 && value(amount.sum) <= largest
        case .contributors(_, let fewest): return amount.sum > 0 && amount.contributors.count < fewest
        }
    }

    private func value(_ sum: Int) -> Double {
        var unit = 1.0
        for _ in 0..<table.decimals { unit *= 10 }
        return Double(sum) / unit
    }
}

/// What a set of parts adds up to.
struct Amount {
    /// In units of the table's last decimal.
    private(set) var sum = 0
    private(set) var cap: Int?
    private(set) var contributors: Set<Int> = []

    /// Takes a part of `table` in.
    mutating func add(_ part: Int, of table: LongTable) {
        sum += table.sums[part]
        if let caps = table.caps { cap = min((cap ?? 0) + caps[part], Int(CellLimit.largest)) }
        if let others = table.contributors { contributors.formUnion(others[part]) }
    }
}
