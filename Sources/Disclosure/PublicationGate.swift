import Geography
@_spi(Confidential) import Indicators
import LocatedInput
import Parallel
@_spi(Confidential) import Registers
import Statistics

/// The only way out of confidential numbers: what comes in is counts and estimates, what goes out is a
/// ``PublishedTable``.
///
/// Figures that their owners have published already go out as they are. Of any other register, what is small is withheld
/// and whatever it could be worked out from; what is left is attacked before it goes out, by an audit that shares no code
/// with the protection. An indicator of a register that no rule names is refused, whatever its numbers.
public struct PublicationGate: Sendable {
    /// The districts of one split and the figures worked out for them.
    @_spi(Confidential) public struct Submission: Sendable {
        let division: AreaDirectory.Division
        let profiled: Set<DistrictCode>
        let calculator: IndicatorCalculator

        /// The places of `division`, of which `profiled` get profiles.
        public init(division: AreaDirectory.Division, profiled: Set<DistrictCode>, calculator: IndicatorCalculator) {
            self.division = division
            self.profiled = profiled
            self.calculator = calculator
        }
    }

    private let policy: DisclosurePolicy

    /// A gate that lets out what `policy` allows.
    public init(policy: DisclosurePolicy) { self.policy = policy }

    /// Publishes the indicators of `library` for every submission; all indicators that may not be published are
    /// reported, and then nothing is.
    @_spi(Confidential) public func publish(
        _ library: IndicatorLibrary, of holdings: RegisterHoldings, _ submissions: [Submission],
        _ diagnostics: inout Diagnostics
    ) -> PublishedTable? {
        publish(library, of: holdings, submissions, overlaps: [], after: nil, &diagnostics)
    }

    /// The same, where the splits of a city have `overlaps`, and after what a `release` ledger says was given away.
    func publish(
        _ library: IndicatorLibrary, of holdings: RegisterHoldings, _ submissions: [Submission],
        overlaps: [SplitOverlaps], after release: Release?, _ diagnostics: inout Diagnostics
    ) -> PublishedTable? {
        guard
            let decision = decide(
                library, of: holdings, submissions, overlaps: overlaps, after: release, &diagnostics)
        else { return nil }
        let indicators = library.indicators
        let figures = concurrently(decision.figures.count) { index in
            decision.figures[index].map { decision.withheld[$0.key] == nil ? $0 : $0.withheld }
        }
        let batches = concurrently(submissions.count) { index in
            let own = figures[index * indicators.count..<(index + 1) * indicators.count]
            return Batch(
                submissions[index], Dictionary(uniqueKeysWithValues: zip(indicators.map(\.id), own)), library, policy)
        }
        let parts = concurrently(figures.count) { index in
            batches[index / indicators.count].part(of: indicators[index % indicators.count], figures[index])
        }
        let table = PublishedTable(
            parts, profilePeriods: batches.reduce(into: [:]) { $0.merge($1.periods) { first, _ in first } },
            tests: batches.reduce(into: [:]) { $0.merge($1.tests.testCounts) { first, _ in first } })
        let shown = table.shownFigures
        let audit = decision.withholding.audit(shown, &diagnostics)
        return diagnostics.hasErrors ? nil : table.released(audit, decision.withholding.entries(shown))
    }

    /// What becomes of the figure `key` and why; diagnostics and `nil` if nothing would go out at all.
    func explanation(
        of key: FigureKey, _ library: IndicatorLibrary, of holdings: RegisterHoldings, _ submissions: [Submission],
        overlaps: [SplitOverlaps], after release: Release?, _ diagnostics: inout Diagnostics
    ) -> FigureExplanation? {
        guard
            let decision = decide(
                library, of: holdings, submissions, overlaps: overlaps, after: release, &diagnostics),
            let indicator = library.indicators.first(where: { $0.id == key.indicator })
        else { return nil }
        guard let figure = decision.figures.joined().first(where: { $0.key == key }) else { return .unknown }
        guard figure.hasNumber else { return .noNumber }
        guard let rules = policy.withholding.rules(for: indicator) else { return .open }
        return decision.withheld[key].map { .withheld($0, rules) } ?? .shown
    }

    /// What is decided before anything goes out.
    private struct Decision {
        /// The figures, indicator by indicator for each submission, as they would be without withholding.
        let figures: [[ConfidentialFigure]]
        let withholding: Withholding
        let withheld: [FigureKey: WithholdingReason]
    }

    /// Works all figures out and decides which are withheld; diagnostics and `nil` if anything stands against it.
    private func decide(
        _ library: IndicatorLibrary, of holdings: RegisterHoldings, _ submissions: [Submission],
        overlaps: [SplitOverlaps], after release: Release?, _ diagnostics: inout Diagnostics
    ) -> Decision? {
        for indicator in library.indicators { check(indicator, of: holdings, &diagnostics) }
        // What is wrong with the numbers of a register that may not be published is not said.
        guard !diagnostics.hasErrors else { return nil }
        let found = concurrently(submissions.count * library.indicators.count) { index in
            var diagnostics = Diagnostics()
            submissions[index / library.indicators.count].calculator.check(
                library.indicators[index % library.indicators.count], &diagnostics)
            return diagnostics
        }
        for part in found { diagnostics.merge(part) }
        guard !diagnostics.hasErrors else { return nil }
        // The cities are of very different size, so that the work is shared out by indicator too.
        let indicators = library.indicators
        let figures = concurrently(submissions.count * indicators.count) { index in
            submissions[index / indicators.count].calculator.figures(of: indicators[index % indicators.count]).map {
                policy.coverage.applied(to: $0)
            }
        }
        let withholding = Withholding(
            library, figuresWithNumbers(figures, library, submissions), of: holdings, policy.withholding,
            PlaceSums(submissions.map(\.division), overlaps), calculator: submissions.first?.calculator,
            after: release, &diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        let withheld = withholding.withheldFigures(&diagnostics)
        return diagnostics.hasErrors
            ? nil : Decision(figures: figures, withholding: withholding, withheld: withheld)
    }

    /// Which of `figures`, which stand indicator by indicator for each submission, are numbers to be shown.
    private func figuresWithNumbers(
        _ figures: [[ConfidentialFigure]], _ library: IndicatorLibrary, _ submissions: [Submission]
    ) -> [IndicatorID: [FigureKey]] {
        var keys: [IndicatorID: [FigureKey]] = [:]
        var seen: Set<FigureKey> = []
        for (index, own) in figures.enumerated() {
            let submission = submissions[index / library.indicators.count]
            let indicator = library.indicators[index % library.indicators.count]
            for figure in own where figure.hasNumber && submission.shows(figure.key, of: indicator) {
                if seen.insert(figure.key).inserted { keys[indicator.id, default: []].append(figure.key) }
            }
        }
        return keys
    }
}

extension ConfidentialFigure {
    /// The same figure without its number. That a series is broken here is no figure, and trends must know it.
    fileprivate var withheld: ConfidentialFigure {
        ConfidentialFigure(key, .absent(.withheld), flags: flags.intersection([.seriesBreak]))
    }
}

extension PublicationGate {
    /// Reports every register that `indicator` rests on and that no rule lets out.
    ///
    /// What a program has made up tells nothing about anybody, whichever rule its register has.
    private func check(
        _ indicator: IndicatorDefinition, of holdings: RegisterHoldings, _ diagnostics: inout Diagnostics
    ) {
        if let rule = policy.rules[indicator.register], rule != .publishedByOwner, indicator.measure.events == nil {
            diagnostics.emit(.nothingCounted(indicator))
        }
        for register in indicator.registers {
            switch (policy.rules[register], holdings.origin(of: register)) {
            case (nil, _): diagnostics.emit(.noRule(indicator, register, among: policy.rules.keys.map(\.id)))
            // A register without figures is another finding.
            case (_, nil), (_, .synthetic), (.publishedByOwner, .open), (.withhold, _): break
            case (.publishedByOwner, .delivered): diagnostics.emit(.notPublic(indicator, register))
            case (.syntheticOnly, _): diagnostics.emit(.notSynthetic(indicator, register))
            }
        }
    }
}

/// One split, with its tests made, ready to be let out.
private struct Batch: Sendable {
    let tests: ProfileTests
    private let submission: PublicationGate.Submission
    private let policy: DisclosurePolicy

    init(
        _ submission: PublicationGate.Submission, _ figures: [IndicatorID: [ConfidentialFigure]],
        _ library: IndicatorLibrary, _ policy: DisclosurePolicy
    ) {
        self.submission = submission
        self.policy = policy
        tests = ProfileTests(figures, of: submission, library, policy)
    }

    /// The period that profiles show, by indicator.
    var periods: [PublishedTable.Series: Period] {
        Dictionary(
            uniqueKeysWithValues: tests.periods.map {
                (.init(split: submission.division.split, indicator: $0.key), $0.value)
            })
    }

    /// What is let out of `indicator`, whose `figures` these are.
    func part(of indicator: IndicatorDefinition, _ figures: [ConfidentialFigure]) -> PublishedTable.Part {
        let period = tests.periods[indicator.id]
        let trends = SeriesTrends(figures, of: indicator, upTo: period, policy)
        let shown = figures.filter { submission.shows($0.key, of: indicator) }.map { figure in
            let (country, city) = tests.comparisons(figure, in: period)
            return PublishedFigure(
                key: figure.key, value: figure.publishedValue(of: indicator, level: policy.intervalLevel),
                flags: figure.publishedFlags(of: indicator), comparison: country, cityComparison: city,
                trend: trends.finding(figure))
        }
        return PublishedTable.Part(shown, of: indicator.id)
    }
}

extension PublicationGate.Submission {
    /// Places without a profile are in the totals; only their counts are shown, so that everybody can add up.
    fileprivate func shows(_ key: FigureKey, of indicator: IndicatorDefinition) -> Bool {
        switch key.area {
        case .country, .kommune: return true
        case .district(_, let code) where profiled.contains(code): return true
        case .district, .unallocated:
            if case .count = indicator.measure { return true }
            return false
        }
    }
}

extension Diagnostic {
    fileprivate static func noRule(
        _ indicator: IndicatorDefinition, _ register: RegisterID, among known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .error, "NothingAllowsPublication", at: indicator.location,
            "indicator '\(indicator.id)' comes from register '\(register)', which the policy does not let out",
            remedy: "add a rule for the register to disclosure.yaml, if it may be published (rules: "
                + known.sorted().joined(separator: ", ") + ")")
    }

    fileprivate static func notPublic(_ indicator: IndicatorDefinition, _ register: RegisterID) -> Diagnostic {
        Diagnostic(
            .error, "NothingAllowsPublication", at: indicator.location,
            "indicator '\(indicator.id)' rests on deliveries of register '\(register)' that its owner has not published",
            remedy: "leave the register out, or use its open figures")
    }

    fileprivate static func nothingCounted(_ indicator: IndicatorDefinition) -> Diagnostic {
        Diagnostic(
            .error, "NothingAllowsPublication", at: indicator.location,
            "indicator '\(indicator.id)' isn't made from events, so that nothing tells which of its figures of register "
                + "'\(indicator.register)' must be withheld",
            remedy: "give it a measure of events, such as share or rate")
    }

    fileprivate static func notSynthetic(_ indicator: IndicatorDefinition, _ register: RegisterID) -> Diagnostic {
        Diagnostic(
            .error, "NothingAllowsPublication", at: indicator.location,
            "indicator '\(indicator.id)' rests on register '\(register)', of which only figures that a program has made up "
                + "are let out, and not all of its deliveries say 'synthetic: true'",
            remedy: "leave out the deliveries that are real, or give the register another rule in disclosure.yaml")
    }
}
