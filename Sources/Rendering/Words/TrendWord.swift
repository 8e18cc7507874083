import Disclosure
import Markup

/// Which way a series has gone, as words and a sign name it.
enum TrendWord: String, CaseIterable, Sendable {
    case rising, falling, unclear

    /// The word for `finding`; `nil` where no test was made.
    init?(_ finding: TrendFinding) {
        switch finding {
        case .rising: self = .rising
        case .falling: self = .falling
        case .unclear: self = .unclear
        case .notTested: return nil
        }
    }

    /// The sign that charts draw.
    var sign: ChartTrend {
        switch self {
        case .rising: .rising
        case .falling: .falling
        case .unclear: .unclear
        }
    }

    /// The sign as markup for a page.
    var symbol: Markup {
        get throws { try Self.symbols.get()[self] ?? Markup(MarkerSymbol.trend(sign).node()) }
    }

    /// Written once: a page may show a hundred of them.
    private static let symbols = Result {
        try Dictionary(uniqueKeysWithValues: allCases.map { ($0, try Markup(MarkerSymbol.trend($0.sign).node())) })
    }
}
