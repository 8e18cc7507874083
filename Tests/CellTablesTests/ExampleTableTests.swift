import CellTables
import Cells
import Testing
import TestSupport

@Suite(.enabled(if: SharedData.hasExampleTables))
struct ExampleTableTests {
    /// Counted from the files with another program (Python): different non-empty combinations of codes and totals.
    @Test(arguments: ExampleTables.names)
    func readsEveryTable(name: String) throws {
        let t = try ExampleTables.system(name)
        let s = t.system
        print(name, s.cells.count, s.cells.filter { $0.kind == .hidden }.count, s.relations.count, s.cells.indices.filter{ s.isSensitive($0, .init())}.count)
    }
}
