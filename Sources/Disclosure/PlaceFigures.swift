import Registers

/// The published figures of one indicator for one place.
public struct PlaceFigures: Sendable {
    private struct Cell: Hashable {
        let period: Period
        let sex: Sex
        let age: AgeRange
    }

    private var figures: [Cell: PublishedFigure] = [:]

    init() {}

    /// The figure of a period, sex and age group; the whole figure unless they are named.
    public subscript(period: Period, sex: Sex = .both, age: AgeRange = .all) -> PublishedFigure? {
        figures[Cell(period: period, sex: sex, age: age)]
    }

    /// Every figure, in no particular order.
    var all: [PublishedFigure] { Array(figures.values) }

    /// The periods of any figure.
    var periods: Set<Period> { Set(figures.keys.map(\.period)) }

    mutating func add(_ figure: PublishedFigure) {
        figures[Cell(period: figure.key.period, sex: figure.key.sex, age: figure.key.age)] = figure
    }

    mutating func merge(_ other: PlaceFigures) { figures.merge(other.figures) { first, _ in first } }
}
