@_spi(Confidential) import Indicators
@_spi(Confidential) import Registers

/// Events that figures count: the limits that hold for them, what they are set against, and when.
struct CountedEvents {
    let group: CountedGroup
    var numerator = 0.0
    var complement = 0.0
    var denominator = 0.0
    var shares: [CountedShare] = []
    var periods: Set<Period> = []

    /// Takes what `subject` says of them.
    mutating func add(_ share: CountedShare, _ subject: RegisterCellsBuilder.Subject) {
        numerator = max(numerator, subject.rules.numerator)
        complement = max(complement, subject.rules.complement)
        denominator = max(denominator, subject.rules.denominator)
        if !shares.contains(where: { $0.whole == share.whole }) { shares.append(share) }
        periods.formUnion(subject.figures.map(\.period))
    }

    /// The periods of its figures, and the single years of longer ones or where it is the sum of what is counted by
    /// year.
    func allPeriods(isMadeOfAtoms: Bool) -> [Period] {
        let hasYears = isMadeOfAtoms || periods.contains { $0.years > 1 }
        let years = hasYears ? periods.flatMap { $0.start...$0.end }.map(Period.init(year:)) : []
        return periods.union(years).sorted()
    }

    /// Whether so many people, or years that they lived, are few.
    func isFew(_ whole: Double, in period: Period) -> Bool {
        whole > 0 && whole <= denominator * Double(period.years)
    }

    /// Whether few of `whole` are left without those it happened to.
    func isSmallRest(_ whole: Double, _ events: Double, in period: Period, _ rules: WithholdingRules) -> Bool {
        whole > 0 && rules.isSmall(whole - events, limit: complement * Double(period.years))
    }
}

extension CountedShare {
    /// Those of the whole whom nothing happened to.
    var complement: CountedQuantity {
        whole.group.map { .complement(of: events, in: $0) } ?? .others(events)
    }
}
