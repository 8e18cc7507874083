import ArgumentParser
import CellTables
import Cells
import LocatedInput

/// What is to be protected or attacked: cells and relations, or a long table and its spec.
struct SystemOptions: ParsableArguments {
    @Option(help: "Cells: cell_id,value,kind,sensitive,shown_as_lo,shown_as_hi,known_lo,known_hi,type.")
    var cells: String?

    @Option(help: "Relations between them: relation_id,cell_id,coefficient; each adds up to zero.")
    var relations: String?

    @Option(help: "A long table, with --spec.")
    var table: String?

    @Option(help: "What the table holds and which tables are published of it.")
    var spec: String?

    func validate() throws {
        let isGeneral = cells != nil && relations != nil && table == nil && spec == nil
        let isTable = cells == nil && relations == nil && table != nil && spec != nil
        if !isGeneral, !isTable { throw ValidationError("give --cells and --relations, or --table and --spec") }
    }

    /// The files that are read.
    var paths: [String] { [cells, relations, table, spec].compactMap { $0 } }

    /// What is read of them; nil if there is a fault, and all faults are reported.
    func read(_ policy: ProtectionPolicy, _ diagnostics: inout Diagnostics) -> CellInput? {
        let files = paths.map { InputFile(reading: $0, &diagnostics) }
        guard files.count == 2, let first = files[0], let second = files[1] else { return nil }
        if table != nil {
            return TableSystem(table: first, spec: second, policy, &diagnostics).map { .table($0) }
        }
        return CellFiles.system(cells: first, relations: second, &diagnostics).map { .cells($0) }
    }
}
