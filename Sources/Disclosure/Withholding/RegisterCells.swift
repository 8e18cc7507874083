import Cells
import Geography
@_spi(Confidential) import Indicators
@_spi(Confidential) import Registers

/// All counts of one register that figures give away, or that follow from those, as one system of cells.
///
/// A cell is a quantity in a place and a period. Relations are made from what the cells are: periods are sums of their
/// years, cities of their districts and what is left, the country of its cities and what is left, wholes of events and of
/// those whom nothing happened to, and overlapping groups of their atoms. Everything is taken at its worst: a figure
/// that is shown is taken to give its counts away exactly, although it is rounded.
struct RegisterCells: Sendable {
    /// What a cell is.
    struct Key: Hashable, Sendable {
        let quantity: CountedQuantity
        let place: CountedPlace
        let period: Period
    }

    /// A figure and the cells that showing it gives away.
    struct Figure: Sendable {
        let key: FigureKey
        let rules: WithholdingRules
        let cells: [Int]
        /// The cells of the events among them.
        let events: [Int]
    }

    /// The cells and relations, as long as nothing is withheld.
    let system: CellSystem
    /// What each cell is.
    let keys: [Key]
    /// The figures that have a number, indicator by indicator.
    let figures: [Figure]
    /// The rules of the register.
    let rules: WithholdingRules
    /// The register.
    let register: RegisterID

    /// What is withheld if only these figures are: every cell that no other figure gives away.
    func pattern(withholding figures: Set<FigureKey>) -> Pattern {
        var withheld = system.cells.map { $0.kind == .cell }
        for figure in self.figures where !figures.contains(figure.key) {
            for cell in figure.cells { withheld[cell] = false }
        }
        return Pattern(withheld)
    }
}
