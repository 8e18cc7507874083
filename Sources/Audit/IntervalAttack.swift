/// The attack by linear programs: how far the sensitive columns of one component can be apart in tables that agree with
/// everything public.
///
/// Each solution is a table for all columns, a witness; a column already seen far enough apart needs no program of its
/// own. A verdict rests on witnesses alone, so that whatever the solver leaves undecided counts as a finding.
struct IntervalAttack {
    /// How many times the width that is asked for a sweep moves a column at most.
    private static let sweptWidths = 10.0

    private let part: UnknownPart
    private let demand: Demand
    private let program: TableProgram
    /// The range of each column over the witnesses.
    private(set) var seen: [ClosedRange<Double>]
    /// The range that no table leaves.
    private var possible: [ClosedRange<Double>]
    /// The tables that were met, the true one first.
    private(set) var witnesses: [[Double]] = []

    init(_ part: UnknownPart, _ demand: Demand, _ program: TableProgram, witnesses: [[Double]]) {
        self.part = part
        self.demand = demand
        self.program = program
        possible = part.known
        seen = part.truth.map { $0...$0 }
        for witness in witnesses { note(witness) }
    }

    /// The verdict on `column` by what was seen.
    func verdict(_ column: Int) -> AuditVerdict {
        verdict(column, seen)
    }

    private func verdict(_ column: Int, _ ranges: [ClosedRange<Double>]) -> AuditVerdict {
        demand.verdict(
            ranges[column], ofCount: part.isWhole[column], limit: part.limits[column], leastWidth: part.widths[column])
    }

    /// Looks for witnesses until the verdict on each of `columns` stands.
    mutating func settle(_ columns: [Int]) throws(AuditFault) {
        try sweep(columns)
        for column in columns where !isSettled(column) {
            try push(column, 1)
            if !isSettled(column) { try push(column, -1) }
        }
    }

    /// Looks for witnesses of many of `columns` at once, as long as it is worth its time.
    mutating func sweep(_ columns: [Int]) throws(AuditFault) {
        var open = columns.filter { !isSettled($0) }
        var random = RandomBits(seed: 1)
        try program.keeping(within: part.known.indices.map(near)) { () throws(AuditFault) in
            while open.count > 4, try move(open, &random) {
                let left = open.filter { !isSettled($0) }
                let isWorthwhile = left.count * 10 < open.count * 9
                open = left
                if !isWorthwhile { break }
            }
        }
    }

    /// As much of what is known of `column` as lies near its true value, so that something holds every sweep.
    private func near(_ column: Int) -> ClosedRange<Double> {
        let (known, truth) = (part.known[column], part.truth[column])
        let reach = Self.sweptWidths * max(1, part.widths[column], demand.reachesAbove ? part.limits[column] : 0)
        return max(known.lowerBound, truth - reach)...min(known.upperBound, truth + reach)
    }

    private func isSettled(_ column: Int) -> Bool {
        verdict(column) == verdict(column, possible)
    }

    /// Moves all open columns at once, each in a random direction; false where nothing holds them.
    private mutating func move(_ open: [Int], _ random: inout RandomBits) throws(AuditFault) -> Bool {
        let weights = open.map { (column: $0, weight: random.next() & 1 == 0 ? 1.0 : -1.0) }
        guard case .table(let table) = try program.least(weights) else { return false }
        note(table)
        return true
    }

    /// Moves one column as low (`weight` 1) or as high (−1) as it goes.
    private mutating func push(_ column: Int, _ weight: Double) throws(AuditFault) {
        switch try program.least([(column, weight)]) {
        case .table(let table):
            note(table)
            limit(column, weight, table[column])
        case .none, .undecided: release(column, weight)
        }
        guard demand.isWhole, !isSettled(column) else { return }
        switch try program.leastWhole([(column, weight)]) {
        case .table(let table):
            note(table)
            limit(column, weight, table[column])
        case .none, .undecided: break
        }
    }

    /// Takes a table as a witness, if it is one by the demand.
    private mutating func note(_ table: [Double]) {
        guard let table = demand.isWhole ? program.rounded(table) : table else { return }
        for (column, value) in table.enumerated() {
            let range = seen[column]
            if value < range.lowerBound {
                seen[column] = value...range.upperBound
            } else if value > range.upperBound {
                seen[column] = range.lowerBound...value
            }
        }
        witnesses.append(table)
    }

    /// No table leaves `end`.
    private mutating func limit(_ column: Int, _ weight: Double, _ end: Double) {
        let (range, seen) = (possible[column], seen[column])
        let isRounded = demand.isWhole && part.isWhole[column]
        if weight > 0 {
            let low = isRounded ? (end - 1e-6).rounded(.up) : end
            possible[column] = min(max(range.lowerBound, low), seen.lowerBound)...range.upperBound
        } else {
            let high = isRounded ? (end + 1e-6).rounded(.down) : end
            possible[column] = range.lowerBound...max(min(range.upperBound, high), seen.upperBound)
        }
    }

    /// Nothing holds the column on that side. Where rational numbers go on for ever, so do whole ones.
    private mutating func release(_ column: Int, _ weight: Double) {
        let range = seen[column]
        seen[column] = weight > 0 ? -.infinity...range.upperBound : range.lowerBound ... .infinity
    }
}
