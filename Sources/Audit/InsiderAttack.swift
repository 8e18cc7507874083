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
        for own in part.truth.indices where part.isOnePerson(own) {
            let open = columns.filter { !part.isOwnCase($0, of: own) && !exposed.contains($0) }
            guard !open.isEmpty else { continue }
            let seen = tables(knowing: own)
            let learnt = try program.fixing(own, at: 1) { () throws(AuditFault) in
                var attack = IntervalAttack(part, demand, program, witnesses: seen)
                try attack.settle(open)
                return open.filter { attack.verdict($0) != .ok }
            }
            exposed.formUnion(learnt)
        }
        return exposed
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
