import Registers

/// The published figures of one indicator for one place.
public struct PlaceFigures: Sendable {
    private struct Cell: Hashable {
        let period: Period
        let sex: Sex
        let age: AgeRange
    }

    private var figures: [Cell: PublishedFigure] = [:]

    /// Figures of one indicator and one place; of several with the same period, sex and age the first is kept.
    init(_ figures: [PublishedFigure] = []) {
        self.figures.reserveCapacity(figures.count)
        for figure in figures {
            let cell = Cell(period: figure.key.period, sex: figure.key.sex, age: figure.key.age)
            if self.figures[cell] == nil { self.figures[cell] = figure }
        }
    }

    /// The figure of a period, sex and age group; the whole figure unless they are named.
    public subscript(period: Period, sex: Sex = .both, age: AgeRange = .all) -> PublishedFigure? {
        figures[Cell(period: period, sex: sex, age: age)]
    }

    /// Every figure, in no particular order.
    var all: [PublishedFigure] { Array(figures.values) }

    /// The periods of any figure.
    var periods: Set<Period> { Set(figures.keys.map(\.period)) }

    /// These figures, and those of `others` that are not among them.
    func adding(_ others: PlaceFigures) -> PlaceFigures {
        var sum = self
        sum.figures.merge(others.figures) { first, _ in first }
        return sum
    }
}
