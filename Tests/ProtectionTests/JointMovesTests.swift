import Cells
import Protection
import TestSupport
import Testing

/// A city of many small zones, of which sums of years are published that overlap: enough cells in one part for moves to be
/// found for many at once.
@Suite struct JointMovesTests {
    private static let zones = 16
    private static let years = 15
    private static let window = 5
    private let policy = ProtectionPolicy(
        largestWithheld: 4, withholdsZero: true, minWidth: 2, escape: true, leastLineSum: 5, insider: true)

    /// The single years of every zone, which no table has; the sums of five years, small ones marked; the city's sums.
    private func system(seed: UInt64) -> CellSystem {
        var draws = SeededDraws(seed: seed)
        var cells: [Cell] = []
        var relations: [Relation] = []
        func add(_ id: String, _ value: Double, years: Int, isSum: Bool, isPublic: Bool = false) -> Int {
            let limit = policy.largestWithheld * Double(years)
            cells.append(
                Cell(
                    id, value, kind: isPublic ? .frozen : isSum ? .cell : .hidden,
                    isSensitive: !isPublic && value <= limit, largestWithheld: limit))
            return cells.count - 1
        }
        var numbers: [[Double]] = []
        for zone in 0..<Self.zones {
            let most = zone < 3 ? 16 : 4
            numbers.append((0..<Self.years).map { _ in Double(draws.number(below: most)) })
        }
        let single = numbers.enumerated().map { zone, counts in
            counts.enumerated().map { add("zone \(zone) year \($0)", $1, years: 1, isSum: false) }
        }
        for start in 0...(Self.years - Self.window) {
            let span = start..<(start + Self.window)
            let sums = numbers.indices.map { zone in
                let sum = add(
                    "zone \(zone) from \(start)", numbers[zone][span].reduce(0, +), years: Self.window, isSum: true)
                relations.append(Relation("\(relations.count)", total: sum, parts: Array(single[zone][span])))
                return sum
            }
            let whole = add(
                "city from \(start)", sums.reduce(0) { $0 + cells[$1].value }, years: Self.window, isSum: true,
                isPublic: true)
            relations.append(Relation("\(relations.count)", total: whole, parts: sums))
        }
        return CellSystem(cells, relations)
    }

    @Test(arguments: 1...3) func manySmallCellsAreProvedInOnePart(seed: Int) throws {
        let system = system(seed: UInt64(seed))
        let sensitive = system.cells.indices.filter { system.isSensitive($0, policy) }
        #expect(sensitive.count > 300)
        let protected = try Protector(system, policy).protect()
        #expect(protected.proof.verify(system, policy, protected.pattern) == [])
        // What all cells have in common is one table, not one for each.
        #expect(protected.proof.tables.count < sensitive.count)
    }

    @Test func theSameSystemGivesTheSamePatternAndProof() throws {
        let system = system(seed: 4)
        let (one, other) = (try Protector(system, policy).protect(), try Protector(system, policy).protect())
        #expect(one.pattern == other.pattern && one.proof == other.proof)
    }
}
