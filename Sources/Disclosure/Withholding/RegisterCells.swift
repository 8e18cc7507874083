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
        /// The groups of records that showing it gives away, whether they are cells or too large to matter.
        let groups: [CountedGroup]
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
    /// How the register names what it counts.
    let names: CountedText

    /// What an edition gives away and withholds if exactly the figures that are `shown` are.
    func entries(_ shown: Set<FigureKey>) -> [ReleaseLedger.Entry] {
        var periods: [String: [String: (shown: Set<Period>, withheld: Set<Period>)]] = [:]
        for figure in figures {
            guard let place = LedgerPlaces.text(figure.key.area) else { continue }
            for group in figure.groups {
                if shown.contains(figure.key) {
                    periods[names.text(group), default: [:]][place, default: ([], [])].shown.insert(figure.key.period)
                } else {
                    periods[names.text(group), default: [:]][place, default: ([], [])].withheld.insert(
                        figure.key.period)
                }
            }
        }
        return periods.sorted { $0.key < $1.key }.flatMap { counted, places in
            places.sorted { $0.key < $1.key }.map { place, periods in
                ReleaseLedger.Entry(
                    register: register, counted: counted, place: place, shown: periods.shown.sorted(),
                    withheld: periods.withheld.subtracting(periods.shown).sorted())
            }
        }
    }

    /// What is withheld if only these figures are: every cell that no other figure gives away.
    func pattern(withholding figures: Set<FigureKey>) -> Pattern {
        var withheld = system.cells.map { $0.kind == .cell }
        for figure in self.figures where !figures.contains(figure.key) {
            for cell in figure.cells { withheld[cell] = false }
        }
        return Pattern(withheld)
    }
}
