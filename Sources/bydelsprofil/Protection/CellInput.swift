import CellTables
import Cells
import LocatedInput

/// A system in either of the forms in which anybody can give it.
enum CellInput {
    case cells(CellSystem)
    case table(TableSystem)

    var system: CellSystem {
        switch self {
        case .cells(let system): system
        case .table(let table): table.system
        }
    }

    /// The pattern in `file`, in the form that belongs to the input.
    func pattern(_ file: InputFile, _ diagnostics: inout Diagnostics) -> Pattern? {
        switch self {
        case .cells(let system): CellFiles.pattern(file, of: system, &diagnostics)
        case .table(let table): table.pattern(file, &diagnostics)
        }
    }

    /// `pattern` as a file.
    func text(of pattern: Pattern, _ policy: ProtectionPolicy) -> String {
        switch self {
        case .cells(let system): CellFiles.text(of: pattern, of: system)
        case .table(let table): table.text(of: pattern, policy)
        }
    }
}
