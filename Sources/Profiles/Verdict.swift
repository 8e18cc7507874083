import Disclosure
import Indicators

/// What a comparison means to a reader, once the direction of the indicator is taken into account.
public enum Verdict: Hashable, Sendable {
    /// Clearly on the better side.
    case favourable
    /// Clearly on the worse side.
    case lessFavourable
    /// Clearly higher, and neither side is better.
    case higher
    /// Clearly lower, and neither side is better.
    case lower
    /// Not clearly different.
    case notDifferent
    /// Not tested, for this reason.
    case notTested(Untested)
    /// There is no number to judge.
    case noFigure(FigureStatus)

    /// The verdict of `comparison` for a figure of which `polarity` says what is better.
    public init(_ comparison: Comparison, of figure: PublishedFigure, polarity: Polarity) {
        guard figure.value.estimate != nil else {
            self = .noFigure(figure.value.status)
            return
        }
        switch (comparison, polarity) {
        case (.notTested(let reason), _): self = .notTested(reason)
        case (.notDifferent, _): self = .notDifferent
        case (.higher, .neutral): self = .higher
        case (.lower, .neutral): self = .lower
        case (.higher, .higherIsBetter), (.lower, .lowerIsBetter): self = .favourable
        case (.higher, .lowerIsBetter), (.lower, .higherIsBetter): self = .lessFavourable
        }
    }
}
