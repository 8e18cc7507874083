import Geography
@_spi(Confidential) import Registers
import Testing

@_spi(Confidential) @testable import Indicators

private let a = Fjordvik.district("990101")

/// Three groups at thirteen ages from 30: the first and shortest educated dies most, in district `a` more than elsewhere.
private func table(noDeathsOf silent: String? = nil, people: Int = 1) throws -> CountTable {
    let perThousand = [1, 1, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200]
    let ages = try stride(from: 30, through: 90, by: 5).map { from in
        try #require(AgeRange(from: from, to: from == 90 ? AgeRange.oldest : from + 4))
    }
    let groups = ["low", "middle", "high"]
    return CountTable.byHand(
        [.country, Fjordvik.city, a], 2020...2020, sexes: [.men, .women], ages: ages,
        categories: groups.flatMap { ["\($0)-lived", "\($0)-died"] }
    ) { area, _, sex, age, category in
        let (group, band) = (groups.firstIndex { category.hasPrefix($0) } ?? 0, (age.from - 30) / 5)
        let size = area == a ? 1 : area == .country ? 10 : 3
        let lived = size * (1500 - 90 * band + 40 * group + 10 * sex.rawValue) / people
        guard category.hasSuffix("died") else { return Double(lived) }
        if category == silent { return 0 }
        let weights = area == a ? [16, 11, 7] : [15, 11, 8]
        return Double(lived * perThousand[band] * weights[group] * (sex == .men ? 12 : 10) / 100_000)
    }
}

private let gap = """
    { kind: life-expectancy-gap, longer: { events: high-died, lived: high-lived }, \
    shorter: { events: low-died, lived: low-lived }, from: 30, years: 1 }
    """
private let slope = """
    { kind: slope-index, groups: [{ events: high-died, lived: high-lived }, \
    { events: middle-died, lived: middle-lived }, { events: low-died, lived: low-lived }], ages: [30_79], years: 1 }
    """

private func figure(_ measure: String, _ area: Area, unit: String, table: CountTable) throws -> ConfidentialFigure {
    try InventedRegister.calculator(table).figures(of: InventedRegister.definition(measure, unit: unit)).of(
        area, "2020")
}

private func agree(_ figure: ConfidentialFigure, _ value: Double, _ interval: ClosedRange<Double>, scale: Double) throws
    -> Bool
{
    let (number, own) = (try #require(figure.number), try #require(figure.interval(level: 0.95, scale: scale)))
    return abs(number - value) < 1e-7 && abs(own.lowerBound - interval.lowerBound) < 1e-7
        && abs(own.upperBound - interval.upperBound) < 1e-7
}

/// Expected values here and below: the formulas in plain Python.
@Test func aGapInLifeExpectancyIsTheDifferenceOfTwoTablesAndItsVarianceTheirSum() throws {
    let table = try table()
    let country = try figure(gap, .country, unit: "years", table: table)
    #expect(try agree(country, 6.776967226028468, 6.2816330709146095...7.272301381142326, scale: 1))
    let own = try figure(gap, a, unit: "years", table: table)
    #expect(try agree(own, 9.166075763556663, 7.592479316712616...10.739672210400709, scale: 1))
}

@Test func aSlopeIndexRunsFromTheFirstGroupToTheLastThroughRatesOfOneAgeAndSex() throws {
    let table = try table()
    let country = try figure(slope, .country, unit: "per-100000", table: table)
    #expect(try agree(country, 1200.986911898432, 1101.2940308105979...1300.6797929862662, scale: 100_000))
    let own = try figure(slope, a, unit: "per-100000", table: table)
    #expect(try agree(own, 1546.2310226419959, 1235.0666019456655...1857.3954433383265, scale: 100_000))
    #expect(abs(try #require(own.pValue(againstFixed: country)) - 0.02965820653084559) < 1e-9)
    let rest = try InventedRegister.calculator(table).restOfCity(
        InventedRegister.definition(slope, unit: "per-100000"), without: a, own.key.period)
    let p = own.pValue(againstIndependent: try #require(rest))
    #expect(abs(try #require(p) - 0.00899432715310585) < 1e-9)
}

@Test func aGroupWithoutEnoughDeathsOrPeopleHasNoFigureAndSaysWhy() throws {
    let silent = try table(noDeathsOf: "low-died")
    #expect(try figure(slope, a, unit: "per-100000", table: silent).obstacle == .tooFewEvents)
    #expect(try figure(gap, a, unit: "years", table: silent).obstacle == .populationTooSmall)
    #expect(try figure(gap, a, unit: "years", table: table(people: 10)).obstacle == .populationTooSmall)
}
