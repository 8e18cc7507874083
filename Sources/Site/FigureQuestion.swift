import Disclosure
import Geography
import Indicators
import LocatedInput
import Registers

/// Asks what became of one figure of the edition that is made from deliveries. The answer stays inside the wall.
public struct FigureQuestion: Sendable {
    /// The indicator's id.
    public let indicator: String
    /// The place, as tables name it: `030101`, `0301` or `0`.
    public let area: String
    /// The period, such as `2014_2016`.
    public let period: String

    /// The figure of `indicator` in `area` and `period`.
    public init(indicator: String, area: String, period: String) {
        self.indicator = indicator
        self.area = area
        self.period = period
    }

    /// The answer from `folders`; every reason why there is none is reported.
    public func answer(_ folders: SiteFolders, _ diagnostics: inout Diagnostics) -> FigureExplanation? {
        guard let definitions = SiteDefinitions(folders, epoch: nil, &diagnostics) else { return nil }
        guard let edition = definitions.demonstration, let deliveries = folders.deliveries else { return nil }
        let library = edition.publisher.library
        let place = SourceLocation(file: "explain")
        guard let indicator = library.indicators.first(where: { $0.id.id == self.indicator }) else {
            diagnostics.emit(.unknown("indicator", self.indicator, among: library.indicators.map(\.id.id), at: place))
            return nil
        }
        let areas = edition.publisher.areas
        guard let area = AreaCode(self.area).flatMap({ areas[$0] }) else {
            diagnostics.emit(.unknown("place", self.area, among: areas.allCodes.map(\.description), at: place))
            return nil
        }
        guard let period = Period(code: self.period) else {
            diagnostics.emit(.notAPeriod(self.period, at: place))
            return nil
        }
        guard let ledger = ReleaseLedger.beforeNext(folders, edition: nil, &diagnostics) else { return nil }
        let publisher = FigurePublisher(
            geography: edition.publisher.geography, library: library.limited(to: indicator.registers),
            policy: edition.publisher.policy, today: edition.publisher.today)
        return publisher.explanation(
            of: FigureKey(indicator: indicator.id, area: area, period: period), deliveries: deliveries,
            corrections: folders.indicators, registers: edition.registers, after: ledger, in: folders.ledger ?? "",
            &diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func unknown(
        _ what: String, _ name: String, among known: [String], at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "UnknownFigure", at: location, "there is no \(what) '\(name)'",
            remedy: Suggestion.remedy(for: name, among: known))
    }

    fileprivate static func notAPeriod(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownFigure", at: location, "'\(text)' is no period",
            remedy: "write a year, or the first and the last one, such as 2014_2016")
    }
}
