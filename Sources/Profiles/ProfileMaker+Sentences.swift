import Disclosure
import Indicators
import LocatedInput

extension ProfileMaker {
    /// At most this many sentences on the first screen.
    static let mostSentences = 7

    /// What to say first: the population; what differs most clearly, theme by theme in turn, so that one theme does
    /// not crowd out the others; then what was not tested; then what is not clearly different.
    func sentences(_ place: Place, _ population: PublishedFigure?, _ rows: [ProfileRow]) -> [KeySentence] {
        var sentences: [KeySentence] = []
        if let population { sentences.append(.population(population, growth: yearlyGrowth(of: place))) }
        let spoken = rows.filter { $0.country?.value.estimate != nil && $0.figure.value.estimate != nil }
        let marked = spoken.filter { $0.verdict.isMarked }.sorted { $0.distance > $1.distance }
        sentences += marked.prefix(4).map { .tested($0) }
        let untested = spoken.filter { row in
            if case .notTested(.percentagesOnly) = row.verdict { return true }
            return false
        }
        sentences += untested.prefix(2).map { .untested($0) }
        let unclear = spoken.filter { $0.verdict == .notDifferent }
        sentences += unclear.prefix(max(0, Self.mostSentences - sentences.count)).map { .tested($0) }
        return Array(sentences.prefix(Self.mostSentences))
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
