import Audit
import Cells

/// The fewest cells that any safe pattern of a small system withholds, found by trying all, the smallest first.
struct FewestWithheld {
    /// Nil where no pattern is safe.
    let count: Int?

    init(_ system: CellSystem, _ policy: ProtectionPolicy) throws {
        let must = Pattern(sensitiveCellsOf: system, policy)
        let may = system.cells.indices.filter { system.mayBeWithheld($0, policy) && !must.withheld[$0] }
        let least = must.withheld.count { $0 }
        var fewest: Int?
        for extra in 0...may.count where fewest == nil {
            for choice in Self.choices(of: extra, from: may[...]) {
                var pattern = must
                for cell in choice { pattern.withheld[cell] = true }
                if try Audit(system, policy, pattern).report().isSafe {
                    fewest = least + extra
                    break
                }
            }
        }
        count = fewest
    }

    private static func choices(of count: Int, from cells: ArraySlice<Int>) -> [[Int]] {
        guard count > 0 else { return [[]] }
        guard let first = cells.first, cells.count >= count else { return [] }
        let rest = cells.dropFirst()
        return choices(of: count - 1, from: rest).map { [first] + $0 } + choices(of: count, from: rest)
    }
}
