import Markup
import Profiles

/// A verdict as its words and its shape name it.
enum VerdictWord: String, CaseIterable, Sendable {
    case favourable
    case lessFavourable = "less-favourable"
    case higher, lower
    case notDifferent = "not-different"
    case notTested = "not-tested"

    /// The word for `verdict`; `nil` where there is no number to judge.
    init?(_ verdict: Verdict) {
        switch verdict {
        case .favourable: self = .favourable
        case .lessFavourable: self = .lessFavourable
        case .higher: self = .higher
        case .lower: self = .lower
        case .notDifferent: self = .notDifferent
        case .notTested: self = .notTested
        case .noFigure: return nil
        }
    }

    /// The shape that charts draw.
    var shape: ChartVerdict {
        switch self {
        case .favourable: .favourable
        case .lessFavourable: .lessFavourable
        case .higher: .higher
        case .lower: .lower
        case .notDifferent: .notClearlyDifferent
        case .notTested: .notTested
        }
    }

    /// The shape as markup for a page.
    var symbol: Markup {
        get throws { try Self.symbols.get()[self] ?? Markup(MarkerSymbol.verdict(shape).node()) }
    }

    /// Written once: a page may show a hundred of them.
    private static let symbols = Result {
        try Dictionary(
            uniqueKeysWithValues: allCases.map { ($0, try Markup(MarkerSymbol.verdict($0.shape).node())) })
    }
}
