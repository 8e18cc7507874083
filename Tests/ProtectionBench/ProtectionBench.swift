import Audit
import Cells
import Protection
import TestSupport

/// Protects one of the seeded systems or example tables, attacks the pattern, and prints what came of it as one row of
/// CSV; without an argument, prints the names of the systems that there are.
@main struct ProtectionBench {
    private static let seeded: [(name: String, system: @Sendable () -> CellSystem)] = [
        ("city", { SystemsToProtect.city() }), ("country", { SystemsToProtect.country() }),
        ("windows", { SystemsToProtect.windows() }),
    ]

    static func main() throws {
        guard let name = CommandLine.arguments.dropFirst().first else {
            let names = seeded.map(\.name) + (SharedData.hasExampleTables ? ExampleTables.names : [])
            print(names.joined(separator: "\n"))
            return
        }
        if let system = seeded.first(where: { $0.name == name })?.system() {
            try measure(system, ProtectionPolicy())
        } else {
            try measure(try ExampleTables.system(name).system, ExampleTables.policy(name))
        }
    }

    private static func measure(_ system: CellSystem, _ policy: ProtectionPolicy) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let protected = try Protector(system, policy).protect()
        let protectedAt = clock.now
        let unproved = protected.proof.verify(system, policy, protected.pattern)
        let attackedAt = clock.now
        let report = try Audit(system, policy, protected.pattern).report()
        let end = clock.now
        let sensitive = system.cells.indices.filter { system.isSensitive($0, policy) }
        let withheld = protected.pattern.withheld.count { $0 }
        let primary = sensitive.count { protected.pattern.withheld[$0] }
        let figures = [
            system.cells.count, sensitive.count, withheld - primary, report.count(.exact), report.count(.narrow),
            unproved.count,
        ]
        let times = [protectedAt - start, end - attackedAt].map { $0 / .seconds(1) }
        print(figures.map(\.description).joined(separator: ","), times[0], times[1], separator: ",")
    }
}
