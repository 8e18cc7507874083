import Disclosure
import Geography
import Indicators
import LocatedInput

/// Phrases named after the cases of a type. All of them must be there before a page is made, so that a word for a rare
/// case is not missed on the day it is needed.
extension Wording {
    /// Every key that a case of some type may ask for.
    public static let keysOfChoices: [String] =
        FigureUnit.allCases.flatMap { ["unit.short.\($0.rawValue)", "unit.value.\($0.rawValue)"] }
        + Standardisation.allCases.map { "unit.standardised.\($0.rawValue)" }
        + FigureStatus.allCases.filter { $0 != .shown }.map { "status.\($0.rawValue)" }
        + Obstacle.allCases.map { "obstacle.\($0.rawValue)" }
        + FigureFlag.allCases.map { "flag.\($0.rawValue)" }
        + Polarity.allCases.map { "polarity.\($0.rawValue)" }
        + VerdictWord.allCases.flatMap { word in
            ["verdict.said", "verdict.short", "verdict.legend"].map { "\($0).\(word.rawValue)" }
        }
        + TrendWord.allCases.map { "trend.\($0.rawValue)" }
        + UntestedTrend.allCases.filter { $0 != .otherFigure }.map { "trend.untested.\($0.rawValue)" }
        + Release.Kind.allCases.map { "releases.\($0.rawValue)" }
        + Release.Reason.allCases.map { "releases.reasons.\($0.rawValue)" }
        + SplitStatus.allCases.map { "split.statuses.\($0.rawValue)" }
        + SplitExtent.allCases.map { "split.extents.\($0.rawValue)" }
        + AboutTopic.allCases.flatMap { topic in
            ["title", "short", "lead"].map { "about.\(topic.rawValue).\($0)" }
        }

    /// The unit alone: `prosent`, or `per 1000 (a,k)` where figures are standardised.
    public func unit(of indicator: IndicatorDefinition) throws(InputFailure) -> String {
        let unit = try self["unit.short.\(indicator.unit.rawValue)"]
        guard let standardisation = indicator.measure.standardisation else { return unit }
        return try phrase("unit.standardised.\(standardisation.rawValue)", ["unit": unit])
    }

    /// A number with its unit: `21,3 prosent`.
    func value(_ number: String, _ unit: FigureUnit) throws(InputFailure) -> String {
        try phrase("unit.value.\(unit.rawValue)", ["value": number])
    }

    /// Why there is no number; for `.figure`, nothing.
    func reason(_ value: PublishedValue) throws(InputFailure) -> String {
        switch value {
        case .figure: ""
        case .notComputable(let obstacle): try self["obstacle.\(obstacle.rawValue)"]
        default: try self["status.\(value.status.rawValue)"]
        }
    }

    /// What a figure's flag says.
    func flag(_ flag: FigureFlag) throws(InputFailure) -> String { try self["flag.\(flag.rawValue)"] }

    /// Which way is favourable.
    func polarity(_ polarity: Polarity) throws(InputFailure) -> String { try self["polarity.\(polarity.rawValue)"] }
}
