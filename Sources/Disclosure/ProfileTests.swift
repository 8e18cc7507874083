import Geography
@_spi(Confidential) import Indicators
import LocatedInput
@_spi(Confidential) import Registers
import Statistics

/// The comparisons made in the profiles of one split.
///
/// One family of tests is one profile: the district's barometer rows against the country, and the same rows against the
/// rest of the city. Each family is held at the policy's false-discovery rate by itself.
struct ProfileTests {
    let periods: [IndicatorID: Period]
    /// How many rows of each profile were tested against the country.
    let testCounts: [Area: Int]
    private let againstCountry: [FigureKey: Comparison]
    private let againstCity: [FigureKey: Comparison]

    /// Tests `figures`, which `submission` holds of `library`.
    init(
        _ figures: [IndicatorID: [ConfidentialFigure]], of submission: PublicationGate.Submission,
        _ library: IndicatorLibrary, _ policy: DisclosurePolicy
    ) {
        var periods: [IndicatorID: Period] = [:]
        for indicator in library.indicators {
            periods[indicator.id] = Self.profilePeriod(figures[indicator.id] ?? [])
        }
        self.periods = periods
        var shown: [FigureKey: ConfidentialFigure] = [:]
        for indicator in library.indicators where indicator.isInBarometer {
            for figure in figures[indicator.id] ?? [] where figure.key.period == periods[indicator.id] {
                shown[figure.key] = figure
            }
        }
        var againstCountry: [FigureKey: Comparison] = [:]
        var againstCity: [FigureKey: Comparison] = [:]
        var testCounts: [Area: Int] = [:]
        for code in submission.profiled.sorted() {
            let district = Area.district(submission.division.split, code)
            var country = Family()
            var city = Family()
            for indicator in library.indicators where indicator.isInBarometer {
                guard let period = periods[indicator.id],
                    let own = shown[FigureKey(indicator: indicator.id, area: district, period: period)]
                else { continue }
                func reference(_ area: Area) -> ConfidentialFigure? {
                    shown[FigureKey(indicator: indicator.id, area: area, period: period)]
                }
                country.add(own, reference(.country), indicator) { own, reference in
                    own.pValue(againstFixed: reference)
                }
                city.add(own, reference(.kommune(submission.division.kommune)), indicator) { own, _ in
                    submission.calculator.restOfCity(indicator, without: district, period)
                        .flatMap { own.pValue(againstIndependent: $0) }
                }
            }
            againstCountry.merge(country.outcomes(rate: policy.falseDiscoveryRate)) { first, _ in first }
            againstCity.merge(city.outcomes(rate: policy.falseDiscoveryRate)) { first, _ in first }
            testCounts[district] = country.testCount
        }
        self.againstCountry = againstCountry
        self.againstCity = againstCity
        self.testCounts = testCounts
    }

    /// How `figure` compares with the country and with the rest of its city.
    /// `period` is the one that profiles show of its indicator.
    func comparisons(_ figure: ConfidentialFigure, in period: Period?) -> (Comparison, Comparison) {
        guard case .district = figure.key.area else { return (.notTested(.reference), .notTested(.reference)) }
        let other = Comparison.notTested(.otherPeriod)
        guard figure.key.period == period else { return (other, other) }
        return (againstCountry[figure.key] ?? other, againstCity[figure.key] ?? other)
    }

    private static func profilePeriod(_ figures: [ConfidentialFigure]) -> Period? {
        var country: Set<Period> = []
        var city: Set<Period> = []
        var districts: Set<Period> = []
        for figure in figures where figure.hasNumber {
            switch figure.key.area {
            case .country: country.insert(figure.key.period)
            case .kommune: city.insert(figure.key.period)
            case .district: districts.insert(figure.key.period)
            case .unallocated: continue
            }
        }
        if let newest = districts.intersection(country).max() ?? districts.max() { return newest }
        if let newest = city.intersection(country).max() { return newest }
        // A city that a register of whole kommuner says nothing of is told so beside the country's figure.
        return figures.contains { $0.isCityOnly } ? country.max() : nil
    }
}

/// Tests that are judged together.
private struct Family {
    private var pValues: [(key: FigureKey, p: Double, isHigher: Bool, looksEqual: Bool)] = []
    private var untested: [FigureKey: Comparison] = [:]

    var testCount: Int { pValues.count }

    mutating func add(
        _ own: ConfidentialFigure, _ reference: ConfidentialFigure?, _ indicator: IndicatorDefinition,
        test: (ConfidentialFigure, ConfidentialFigure) -> Double?
    ) {
        guard own.hasNumber, let reference, reference.hasNumber else {
            untested[own.key] = .notTested(.noFigure)
            return
        }
        if case .owners = own.value {
            untested[own.key] = .notTested(.percentagesOnly)
            return
        }
        guard case .estimate(let value, _) = own.value, case .estimate(let other, _) = reference.value,
            let p = test(own, reference)
        else {
            untested[own.key] = .notTested(.noChance)
            return
        }
        let shown = NumberText.Decimal(rounding: value, decimals: indicator.decimals)
        let shownReference = NumberText.Decimal(rounding: other, decimals: indicator.decimals)
        pValues.append((own.key, p, value > other, shown == shownReference))
    }

    /// Never a mark where the numbers shown are equal.
    func outcomes(rate: Double) -> [FigureKey: Comparison] {
        var outcomes = untested
        let found = falseDiscoveries(pValues.map(\.p), rate: rate)
        for (test, standsOut) in zip(pValues, found) {
            let isMarked = standsOut && !test.looksEqual
            outcomes[test.key] = isMarked ? (test.isHigher ? .higher : .lower) : .notDifferent
        }
        return outcomes
    }
}

extension ConfidentialFigure {
    fileprivate var isCityOnly: Bool {
        if case .notComputable(.cityOnly) = value { return true }
        return false
    }

    var hasNumber: Bool {
        switch value {
        case .estimate, .owners: true
        case .absent, .coverage, .notComputable: false
        }
    }
}
