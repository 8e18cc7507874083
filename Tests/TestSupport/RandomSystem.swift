import Cells

/// A small random system with a policy and a pattern that hides what is sensitive and some more, each from its seed.
///
/// Up to six groups of people of 0 to 5 each, in a table or not, and sums of some of them, some public already and some
/// with a public bound or a rounded figure beside them: hierarchies, overlapping splits and windows all look like that.
public struct RandomSystem: Sendable, CustomStringConvertible {
    /// What it was drawn from.
    public let seed: UInt64
    /// The cells and relations.
    public let system: CellSystem
    /// What is asked.
    public let policy: ProtectionPolicy
    /// Hides what is sensitive, and some more.
    public let pattern: Pattern

    /// The system, policy and pattern of this seed.
    public init(seed: UInt64) {
        var draws = SeededDraws(seed: seed)
        var policy = ProtectionPolicy(largestWithheld: Double(2 + draws.number(below: 3)), wholeNumbers: true)
        policy.withholdsZero = draws.number(below: 3) == 0
        policy.minWidth = Double(1 + draws.number(below: 3))
        policy.escape = draws.number(below: 4) == 0
        policy.leastLineSum = draws.number(below: 4) == 0 ? 4 : 0
        policy.insider = draws.number(below: 3) == 0

        var builder = SystemBuilder()
        let groups = (0..<2 + draws.number(below: 5)).map { "group \($0)" }
        for group in groups {
            let value = Double(draws.number(below: 6))
            let isBounded = draws.number(below: 5) == 0
            builder.add(
                Cell(
                    group, value, kind: draws.number(below: 4) == 0 ? .hidden : .cell,
                    mostKnown: isBounded ? value + Double(draws.number(below: 4)) : nil))
        }
        builder.sum("all", of: groups, kind: draws.number(below: 2) == 0 ? .frozen : .cell)
        for number in 0..<draws.number(below: 5) {
            let parts = groups.filter { _ in draws.number(below: 2) == 0 }
            guard parts.count > 1, parts.count < groups.count else { continue }
            builder.sum("sum \(number)", of: parts, kind: draws.number(below: 4) == 0 ? .frozen : .cell)
            if draws.number(below: 4) == 0 {
                let rest = groups.filter { !parts.contains($0) }
                builder.sum("rest \(number)", of: rest)
                builder.relate("all", ["sum \(number)", "rest \(number)"])
            }
        }
        let system = builder.system
        if draws.number(below: 4) == 0 {
            let value = system.cells[0].value
            builder.hint("rate", at: groups[0], within: max(0, value - 1.5)...value + 1.5)
        }
        self.seed = seed
        self.system = builder.system
        self.policy = policy
        pattern = Pattern(
            builder.system.cells.indices.map { cell in
                let isAsked = builder.system.isSensitive(cell, policy) || draws.number(below: 3) == 0
                return builder.system.mayBeWithheld(cell, policy) && isAsked
            })
    }

    /// The name that finds it again.
    public var description: String { "random system \(seed)" }
}
