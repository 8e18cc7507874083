@_spi(Confidential) import Indicators

/// Hides what a city's districts have where too many of its events are of unknown district.
///
/// Those events belong to some district all the same, so that all districts would look healthier than they are, and one of
/// them perhaps much healthier. Limits are shares of 1, both inclusive of what is shown.
public struct CoverageRule: Sendable {
    /// The largest share of a city's events that may be of unknown district.
    public let mostUnknown: Double
    /// How far that share may lie from the share of those the events are set against.
    public let largestDifference: Double

    /// True if nothing can be said of the districts of a city of which so much is unknown.
    func hides(_ unknown: UnknownShare) -> Bool {
        // A share is a quotient of two numbers, and may miss its limit by the last digits of one.
        let slack = 1e-12
        return unknown.events > mostUnknown + slack
            || abs(unknown.events - unknown.denominator) > largestDifference + slack
    }

    /// The figure, hidden where the rule says so.
    func applied(to figure: ConfidentialFigure) -> ConfidentialFigure {
        guard figure.hasNumber, let unknown = figure.unknown, hides(unknown) else { return figure }
        // That a series is broken here is no figure, and trends must know it.
        return ConfidentialFigure(figure.key, .coverage, flags: figure.flags.intersection([.seriesBreak]))
    }
}
