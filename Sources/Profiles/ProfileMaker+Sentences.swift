import Disclosure
import Indicators
import LocatedInput

extension ProfileMaker {
    /// At most this many sentences on the first screen.
    static let mostSentences = 7

    /// At most this many of them say what differs.
    static let mostMarked = 4

    /// What to say first: the population; what differs; then what was not tested; then what is not clearly different.
    func sentences(_ place: Place, _ population: PublishedFigure?, _ rows: [ProfileRow]) -> [KeySentence] {
        var sentences: [KeySentence] = []
        if let population { sentences.append(.population(population, growth: yearlyGrowth(of: place))) }
        let spoken = rows.filter { $0.country?.value.estimate != nil && $0.figure.value.estimate != nil }
        let marked = Self.telling(spoken.filter(\.verdict.isMarked))
        sentences += marked.map { .tested($0) }
        let untested = spoken.filter { row in
            if case .notTested(.percentagesOnly) = row.verdict { return true }
            return false
        }
        sentences += untested.prefix(2).map { .untested($0) }
        let unclear = Self.themesInTurn(
            spoken.filter { $0.verdict == .notDifferent }, after: marked + untested.prefix(2),
            most: Self.mostSentences - sentences.count)
        sentences += unclear.map { .tested($0) }
        return Array(sentences.prefix(Self.mostSentences))
    }

    /// The rows that differ that a reader must hear of, in the barometer's order: what is farthest from the country on
    /// the worse side, what is farthest on the better side, and then theme by theme in turn, so that neither good news
    /// nor one theme crowds out the rest.
    private static func telling(_ marked: [ProfileRow]) -> [ProfileRow] {
        let byDistance = marked.sorted { ($0.distance, $1.number ?? 0) > ($1.distance, $0.number ?? 0) }
        let ends = [Verdict.lessFavourable, .favourable].compactMap { verdict in
            byDistance.first { $0.verdict == verdict }
        }
        let rest = byDistance.filter { row in !ends.contains { $0 === row } }
        let chosen = ends + themesInTurn(rest, after: ends, most: mostMarked - ends.count)
        return chosen.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    }

    /// At most `most` of `rows`, each time the first of a theme that has been heard of least, `said` counted.
    private static func themesInTurn(_ rows: [ProfileRow], after said: [ProfileRow], most: Int) -> [ProfileRow] {
        var heard = said.reduce(into: [ThemeID: Int]()) { $0[$1.indicator.theme, default: 0] += 1 }
        var left = rows
        var chosen: [ProfileRow] = []
        while chosen.count < most, let fewest = left.map({ heard[$0.indicator.theme] ?? 0 }).min(),
            let next = left.firstIndex(where: { (heard[$0.indicator.theme] ?? 0) == fewest })
        {
            let row = left.remove(at: next)
            heard[row.indicator.theme, default: 0] += 1
            chosen.append(row)
        }
        return chosen
    }

    private func yearlyGrowth(of place: Place) -> PublishedFigure? {
        let growth = library.indicators.first { $0.measure == .growth(years: 1) }
        return growth.flatMap { Series($0.id, place.area, in: table).newest }
    }
}

extension Verdict {
    /// True if the comparison found a difference.
    public var isMarked: Bool {
        switch self {
        case .favourable, .lessFavourable, .higher, .lower: true
        case .notDifferent, .notTested, .noFigure: false
        }
    }
}

extension ProfileRow {
    /// How far the district lies from the country, relative to the country's own size; from the published numbers.
    fileprivate var distance: Double {
        guard let own = figure.value.estimate?.value.double, let reference = country?.value.estimate?.value.double,
            reference != 0
        else { return 0 }
        return abs(own - reference) / abs(reference)
    }
}
