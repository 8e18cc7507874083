import Cells

/// What a protection came to, to be shown. It says no more than the pattern does.
struct ProtectionSummary: Encodable {
    /// How many cells are shown or withheld.
    let cells: Int
    let withheld: Int
    /// The files that were written.
    let pattern: String?
    let proof: String?

    init(_ system: CellSystem, _ pattern: Pattern, out: String?, proof: String?) {
        cells = system.cells.count { $0.kind == .cell }
        withheld = zip(system.cells, pattern.withheld).count { $0.kind == .cell && $1 }
        self.pattern = out
        self.proof = proof
    }

    var text: String {
        let deed = pattern.map { "\($0): " } ?? "nothing written: "
        let proved = proof.map { "\($0): the proof, which is confidential\n" } ?? ""
        return "\(deed)\(withheld) of \(cells) cells withheld, and proved\n" + proved
    }
}
