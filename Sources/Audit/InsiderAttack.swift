/// The attack by somebody who knows that the one person of a withheld cell is himself.
struct InsiderAttack {
    private let part: UnknownPart
    private let demand: Demand
    private let program: TableProgram
    private let witnesses: [[Double]]

    /// How many pairs of witnesses are mixed for each insider.
    private static let mostMixtures = 60

    init(_ part: UnknownPart, _ demand: Demand, _ program: TableProgram, witnesses: [[Double]]) {
        self.part = part
        self.demand = demand
        self.program = program
        self.witnesses = witnesses
    }

    /// The columns among `columns` that some insider learns exactly.
    func exposed(of columns: [Int]) throws(AuditFault) -> Set<Int> {
        var exposed: Set<Int> = []
        let insiders = part.truth.indices.filter(part.isOnePerson)
        let safe = try safe(columns, from: insiders)
        for own in insiders {
            let open = columns.filter {
                !part.isOwnCase($0, of: own) && !exposed.contains($0) && !(safe[own]?.contains($0) ?? false)
            }
            guard !open.isEmpty else { continue }
            let seen = tables(knowing: own)
            let learnt = try program.fixing([own]) { () throws(AuditFault) in
                var attack = IntervalAttack(part, demand, program, witnesses: seen)
                try attack.settle(open)
                return open.filter { attack.verdict($0) != .ok }
            }
            exposed.formUnion(learnt)
        }
        return exposed
    }

    /// Of how many insiders halves are tried together first.
    private static let many = 32

    /// For each insider, columns that he does not learn, since not even half of all insiders would who put together what
    /// they know: another half each time, so that each two of them are told apart by one.
    private func safe(_ columns: [Int], from insiders: [Int]) throws(AuditFault) -> [Int: Set<Int>] {
        var safe: [Int: Set<Int>] = [:]
        guard insiders.count > Self.many else { return safe }
        var bit = 0
        while (insiders.count - 1) >> bit > 0 {
            for side in 0...1 {
                let half = insiders.indices.filter { ($0 >> bit) & 1 == side }.map { insiders[$0] }
                let known = Set(half)
                let open = columns.filter { column in
                    !known.contains(column) && half.contains { !(safe[$0]?.contains(column) ?? false) }
                }
                let agreeing = witnesses.filter { table in half.allSatisfy { (table[$0] - 1).magnitude < 1e-9 } }
                let unlearnt = try program.fixing(half) { () throws(AuditFault) in
                    var attack = IntervalAttack(part, demand, program, witnesses: agreeing)
                    try attack.sweep(open)
                    return open.filter { attack.verdict($0) == .ok }
                }
                for own in half { safe[own, default: []].formUnion(unlearnt) }
            }
            bit += 1
        }
        return safe
    }

    /// Tables that agree with the insider's knowledge as well: witnesses that have it already and, but for whole tables,
    /// mixtures of two that lie on either side.
    private func tables(knowing own: Int) -> [[Double]] {
        let agreeing = witnesses.filter { ($0[own] - 1).magnitude < 1e-9 }
        guard !demand.isWhole else { return agreeing }
        let below = witnesses.filter { $0[own] < 1 - 1e-9 }
        let above = witnesses.filter { $0[own] > 1 + 1e-9 }
        guard !below.isEmpty, !above.isEmpty else { return agreeing }
        let mixtures = (0..<min(Self.mostMixtures, below.count * above.count)).map { place in
            let (low, high) = (below[place % below.count], above[(place * 7) % above.count])
            let share = (1 - low[own]) / (high[own] - low[own])
            return zip(low, high).map { $0 + share * ($1 - $0) }
        }
        return agreeing + mixtures
    }
}
