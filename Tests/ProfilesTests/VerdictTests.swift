import Geography
import Indicators
import LocatedInput
import Registers
import Testing

@testable import Disclosure
@testable import Profiles

private func figure(_ value: PublishedValue) -> PublishedFigure {
    PublishedFigure(
        key: FigureKey(indicator: IndicatorID("x"), area: .country, period: Period(year: 2022)), value: value,
        flags: [], comparison: .notDifferent, cityComparison: .notDifferent, trend: .unclear)
}

@Test(arguments: [
    (Comparison.higher, Polarity.higherIsBetter, Verdict.favourable), (.lower, .lowerIsBetter, .favourable),
    (.higher, .lowerIsBetter, .lessFavourable), (.lower, .higherIsBetter, .lessFavourable),
    (.higher, .neutral, .higher), (.lower, .neutral, .lower), (.notDifferent, .higherIsBetter, .notDifferent),
    (.notDifferent, .neutral, .notDifferent),
    (.notTested(.percentagesOnly), .higherIsBetter, .notTested(.percentagesOnly)),
])
func aDifferenceIsJudgedByThePolarityAndNeverWithoutOne(comparison: Comparison, polarity: Polarity, verdict: Verdict) {
    let shown = figure(.figure(Estimate(NumberText.Decimal(12, decimals: 0))))
    #expect(Verdict(comparison, of: shown, polarity: polarity) == verdict)
}

@Test(arguments: [
    (PublishedValue.withheld, FigureStatus.withheld), (.missing, .missing), (.notComputable(.nobody), .notComputable),
])
func whereThereIsNoNumberThereIsNoVerdictWhateverTheComparison(value: PublishedValue, status: FigureStatus) {
    for comparison in [Comparison.higher, .lower, .notDifferent] {
        #expect(Verdict(comparison, of: figure(value), polarity: .higherIsBetter) == .noFigure(status))
    }
}
