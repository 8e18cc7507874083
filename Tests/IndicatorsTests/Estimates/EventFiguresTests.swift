import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Indicators

private let a = Fjordvik.district("990101")
private let forest = Fjordvik.district("990104")
private let studied: [Area] = [.country, Fjordvik.city, a, Fjordvik.district("990102"), Fjordvik.district("990103")]

private func figures(_ measure: String, unit: String = "percent", table: CountTable = InventedRegister.table()) throws
    -> [ConfidentialFigure]
{
    try InventedRegister.calculator(table).figures(of: InventedRegister.definition(measure, unit: unit))
}

// MARK: - Against another implementation, every place and period

private let fiveYears = stride(from: 0, to: 90, by: 5).map { Array($0..<$0 + 5) } + [Array(90...105)]

@Test(arguments: [
    (
        "{ kind: share, numerator: low, denominator: took, years: 3, counts: events }", 3, ObviousFigures.both,
        ObviousFigures.everybody
    ),
    (
        "{ kind: share, numerator: low, denominator: took, ages: [16_24], sex: 2 }", 1, ObviousFigures.women,
        Array(16...24)
    ),
    (
        "{ kind: share, numerator: low, denominator: took, ages: [16_24, 60_120], years: 2, counts: events }", 2,
        ObviousFigures.both,
        Array(16...24) + Array(60...105)
    ),
])
func aShareIsTheSumOfItsNumeratorsOverTheSumOfItsDenominators(
    measure: String, length: Int, sexes: [Int], ages: [Int]
) throws {
    let worked = try figures(measure)
    for area in studied {
        for end in 2015 + length - 1...2022 {
            let years = Array(end - length + 1...end)
            let figure = try #require(worked.first { $0.key.area == area && $0.key.period.end == end })
            let share = ObviousFigures.quotient(
                ObviousFigures.category("low"), ObviousFigures.category("took"), area, years, sexes, ages)
            #expect(figure.key.period.years == length)
            #expect(agree(figure.number, 100 * share), "\(area) \(end)")
        }
    }
}

@Test func severalCategoriesAreAddedUpAndPopulationIsEverybodyOnNewYearsDay() throws {
    let figures = try figures("{ kind: share, numerator: [low, took], denominator: population, ages: [20_29] }")
    for area in studied {
        let low = ObviousFigures.category("low")
        let took = ObviousFigures.category("took")
        let share = ObviousFigures.quotient(
            { low($0, $1, $2, $3) + took($0, $1, $2, $3) }, ObviousFigures.persons, area, [2021], [1, 2],
            Array(20...29))
        #expect(agree(try figures.of(area, "2021").number, 100 * share))
    }
}

@Test func aRateIsByPersonYears() throws {
    let figures = try figures(
        "{ kind: rate, numerator: died, sex: 1, ages: [0_74], years: 3, counts: events }", unit: "per-1000")
    for area in studied {
        let rate = ObviousFigures.quotient(
            ObviousFigures.category("died"), ObviousFigures.personYears, area, [2018, 2019, 2020], [1],
            Array(0...74))
        #expect(agree(try figures.of(area, "2018_2020").number, 1000 * rate))
    }
}

@Test(arguments: [
    ("[age, sex]", [[1], [2]], fiveYears), ("[age]", [[1, 2]], fiveYears),
    ("[sex]", [[1], [2]], [ObviousFigures.everybody]),
])
func standardisedFiguresTakeOutWhatTheySayAndNoMore(by: String, sexes: [[Int]], ages: [[Int]]) throws {
    let died = ObviousFigures.category("died")
    let rates = try figures(
        "{ kind: rate, numerator: died, years: 3, counts: events, standardise: \(by) }", unit: "per-100000")
    let low = ObviousFigures.category("low")
    let took = ObviousFigures.category("took")
    let shares = try figures("{ kind: share, numerator: low, denominator: took, standardise: \(by) }")
    for area in studied {
        let rate = ObviousFigures.standardised(
            died, ObviousFigures.personYears, area, [2020, 2021, 2022], sexes: sexes, ages: ages)
        #expect(agree(try rates.of(area, "2020_2022").number, 100_000 * rate), "\(area)")
        let share = ObviousFigures.standardised(low, took, area, [2016], sexes: sexes, ages: ages)
        #expect(agree(try shares.of(area, "2016").number, 100 * share), "\(area)")
    }
}

@Test func lifeExpectancyFollowsTheDeathsOfThePeriodAtEachAge() throws {
    let figures = try figures(
        "{ kind: life-expectancy, deaths: died, sex: 1, years: 7, counts: events }", unit: "years")
    for area in studied {
        let years = ObviousFigures.lifeExpectancy(area, Array(2016...2022), [1])
        #expect(agree(try figures.of(area, "2016_2022").number, years), "\(area)")
    }
}

// MARK: - Against scipy 1.17, from the same formulas

private struct Expected: Sendable {
    let measure: String
    let unit: String
    let period: String
    let value: Double
    let interval: ClosedRange<Double>
    let againstCountry: Double
    let againstRest: Double
}

private let expectations = [
    Expected(
        measure: "{ kind: share, numerator: low, denominator: took, ages: [16_24], years: 3, counts: events }",
        unit: "percent",
        period: "2020_2022", value: 22.841105354058723, interval: 21.177161295203494...24.594995021051314,
        againstCountry: 1.597685695024142e-20, againstRest: 0.0002376856358035991),
    Expected(
        measure: "{ kind: rate, numerator: died, sex: 1, ages: [0_74], years: 3, counts: events }", unit: "per-1000",
        period: "2020_2022", value: 47.794871794871796, interval: 44.31686891869417...51.473289186194556,
        againstCountry: 0.09251056246664573, againstRest: 0.9345595613325937),
    Expected(
        measure: "{ kind: rate, numerator: died, years: 3, counts: events, standardise: [age, sex] }", unit: "per-1000",
        period: "2020_2022", value: 88.68956985301816, interval: 85.61138353999311...91.85015605053133,
        againstCountry: 0.05340066954605823, againstRest: 0.46147850923819556),
    Expected(
        measure:
            "{ kind: share, numerator: low, denominator: took, years: 3, counts: events, standardise: [age, sex] }",
        unit: "percent", period: "2020_2022", value: 22.97902610162013,
        interval: 22.444555324965858...23.522363970126438,
        againstCountry: 9.410820965382138e-178, againstRest: 3.285173019087888e-33),
    Expected(
        measure: "{ kind: life-expectancy, deaths: died, sex: 1, years: 7, counts: events }", unit: "years",
        period: "2016_2022",
        value: 51.21880412525864, interval: 50.26020890294549...52.17739934757179,
        againstCountry: 2.4629945060336067e-05, againstRest: 0.637771032568905),
]

@Test(arguments: expectations)
private func valuesIntervalsAndTestsAgreeWithScipy(expected: Expected) throws {
    let definition = try InventedRegister.definition(expected.measure, unit: expected.unit)
    let calculator = try InventedRegister.calculator()
    let figures = calculator.figures(of: definition)
    let own = try figures.of(a, expected.period)
    #expect(agree(own.number, expected.value))
    let interval = try #require(own.interval(level: 0.95, scale: definition.unit.scale))
    #expect(agree(interval.lowerBound, expected.interval.lowerBound))
    #expect(agree(interval.upperBound, expected.interval.upperBound))
    // Tails far out lose some digits in either program.
    let country = own.pValue(againstFixed: try figures.of(.country, expected.period))
    #expect(relativeDifference(try #require(country), expected.againstCountry) < 1e-7)
    let rest = try #require(calculator.restOfCity(definition, without: a, own.key.period))
    #expect(relativeDifference(try #require(own.pValue(againstIndependent: rest)), expected.againstRest) < 1e-7)
}

@Test func noEventsAreARateOfZeroWithAnUpperEnd() throws {
    let figures = try figures("{ kind: rate, numerator: died, ages: [0_30] }", unit: "per-100000")
    let figure = try figures.of(forest, "2022")
    #expect(figure.number == 0)
    let interval = try #require(figure.interval(level: 0.95, scale: 100_000))
    #expect(interval.lowerBound == 0)
    #expect(agree(interval.upperBound, 12094.686734799789))  // −ln 0.025 over 30.5 person-years
}

// MARK: - Laws

@Test(arguments: ["rate, numerator: died", "share, numerator: low, denominator: took"])
func theCountryIsItsOwnCrudeFigureHoweverItIsStandardised(kind: String) throws {
    let crude = try figures("{ kind: \(kind), years: 3, counts: events }").of(.country, "2019_2021")
    for by in ["[age]", "[sex]", "[age, sex]"] {
        let standardised = try figures("{ kind: \(kind), years: 3, counts: events, standardise: \(by) }").of(
            .country, "2019_2021")
        #expect(agree(standardised.number, try #require(crude.number)))
    }
}

@Test func aDistrictWithTheCountrysRatesHasTheCountrysFigureHoweverOldItsPeopleAre() throws {
    // A tenth of the young and half of the old, everywhere; the district is all young, the rest all old.
    let ages = [try #require(AgeRange(from: 0, to: 49)), try #require(AgeRange(from: 50, to: 120))]
    let table = CountTable.byHand(
        [.country, a], 2020...2020, ages: ages, categories: ["ill", "all"]
    ) { area, _, _, age, category in
        let people = age.from == 0 ? 1000.0 : area == .country ? 1000 : 0
        return category == "all" ? people : age.from == 0 ? people / 10 : people / 2
    }
    let measure = "{ kind: share, numerator: ill, denominator: all, standardise: [age] }"
    let standardised = try figures(measure, table: table)
    #expect(agree(try standardised.of(.country, "2020").number, 30))
    #expect(agree(try standardised.of(a, "2020").number, 30))
    #expect(try figures(measure.replacing(", standardise: [age]", with: ""), table: table).of(a, "2020").number == 10)
}

// MARK: - Periods

private func oneDistrict(
    _ years: ClosedRange<Int>, _ quality: CountTable.Quality = .init(), level: GeographicLevel = .grunnkrets,
    missing: Set<Int> = []
) -> CountTable {
    .byHand([.country, Fjordvik.city, a], years, categories: ["part", "all"], quality, level) {
        area, year, _, _, category in
        area == a && missing.contains(year) ? nil : category == "all" ? 1000 : Double(year - 2000)
    }
}

private let part = "{ kind: share, numerator: part, denominator: all, years: 3, counts: events }"

private func periods(_ figures: [ConfidentialFigure]) -> [String] {
    figures.filter { $0.key.area == a }.map(\.key.period.code)
}

@Test func theFirstPeriodsOfASeriesMayHoldFewerYearsButNotLessThanHalf() throws {
    let figures = try figures(part, table: oneDistrict(2015...2018))
    #expect(periods(figures) == ["2015_2016", "2015_2017", "2016_2018"])
    #expect(try figures.of(a, "2015_2016").number == 100 * 31.0 / 2000)
    #expect(try figures.of(a, "2016_2018").number == 100 * 51.0 / 3000)
}

@Test func noPeriodReachesAcrossAChangeOfWhatIsCounted() throws {
    var quality = CountTable.Quality()
    quality.breaks = [2019]
    let figures = try figures(part, table: oneDistrict(2016...2021, quality))
    #expect(periods(figures) == ["2016_2017", "2016_2018", "2019_2020", "2019_2021"])
    let flagged = figures.filter { $0.flags.contains(.seriesBreak) }
    #expect(Set(flagged.map(\.key.period.code)) == ["2019_2020"])
    #expect(flagged.count { $0.number != nil } == 3)
    // A place without numbers has the break all the same, for what comes after.
    #expect(flagged.count == 6)
}

@Test func aPeriodWithAYearThatIsNotToldHasNoFigureAndSaysWhy() throws {
    let figures = try figures(part, table: oneDistrict(2015...2020, missing: [2016, 2015]))
    #expect(try figures.of(a, "2015_2016").absence == .missing)
    #expect(try figures.of(a, "2015_2017").obstacle == .tooFewYears)
    #expect(try figures.of(a, "2016_2018").obstacle == .tooFewYears)
    #expect(try figures.of(a, "2017_2019").number != nil)
    #expect(try figures.of(.country, "2015_2017").number != nil)
}

@Test func aRegisterTooYoungForThePeriodSaysSo() throws {
    let figures = try figures(part.replacing("years: 3", with: "years: 7"), table: oneDistrict(2019...2020))
    #expect(periods(figures) == ["2019_2020"])
    #expect(try figures.of(a, "2019_2020").obstacle == .tooFewYears)
}

@Test func aPeriodWithAProvisionalYearIsProvisional() throws {
    var quality = CountTable.Quality()
    quality.provisionalYears = [2018]
    let figures = try figures(part, table: oneDistrict(2015...2018, quality))
    #expect(try figures.of(a, "2016_2018").flags == [.provisional])
    #expect(try figures.of(a, "2015_2017").flags == [])
}

@Test func theSeriesOfARegisterByDistrictBreaksWhereBordersChangedAndATracedOneDoesNot() throws {
    let b = Fjordvik.district("990102")  // lost a unit in 2020
    func breaks(_ level: GeographicLevel) throws -> [String] {
        let table = CountTable.byHand([.country, b], 2018...2022, categories: ["part", "all"], .init(), level) {
            _, _, _, _, category in
            category == "all" ? 100 : 10
        }
        let calculator = IndicatorCalculator(
            InventedRegister.holdings(table), division: Fjordvik.division, history: try Fjordvik.history())
        let measure = "{ kind: share, numerator: part, denominator: all }"
        return try calculator.figures(of: InventedRegister.definition(measure)).filter {
            $0.key.area == b && $0.flags.contains(.seriesBreak)
        }.map(\.key.period.code)
    }
    #expect(try breaks(.bydel) == ["2020"])
    #expect(try breaks(.grunnkrets) == [])
}

// MARK: - What a register does not tell

@Test func aRegisterOfWholeKommunerHasNoFiguresForDistrictsAndSaysSo() throws {
    let figures = try figures(part, table: oneDistrict(2015...2018, level: .kommune))
    #expect(try figures.of(a, "2016_2018").obstacle == .cityOnly)
    #expect(try figures.of(Fjordvik.city, "2016_2018").number != nil)
    #expect(try figures.of(.country, "2016_2018").number != nil)
}

@Test func aPlaceWithFewPeopleHasNoLifeExpectancy() throws {
    let figures = try figures("{ kind: life-expectancy, deaths: died, years: 7, counts: events }", unit: "years")
    #expect(try figures.of(forest, "2016_2022").obstacle == .populationTooSmall)
}

@Test func whereNobodyCouldHaveTheEventThereIsNoShare() throws {
    let table = CountTable.byHand([.country, a], 2020...2020, categories: ["part", "all"]) { _, _, _, _, _ in 0 }
    let measure = part.replacing("years: 3", with: "years: 1")
    #expect(try figures(measure, table: table).of(a, "2020").obstacle == .nobody)
}

@Test func whereTheCountryHasNoEventsNoneAreToBeExpected() throws {
    let table = CountTable.byHand([.country, a], 2020...2020, categories: ["part", "all"]) { _, _, _, _, category in
        category == "all" ? 10 : 0
    }
    let measure = "{ kind: share, numerator: part, denominator: all, standardise: [age] }"
    #expect(try figures(measure, table: table).of(a, "2020").obstacle == .nothingExpected)
}

@Test func agesOfARegisterThatReachAcrossFiveYearsStandByThemselves() throws {
    let written = [(0, 0), (1, 4), (5, 9), (10, 24), (25, 26), (27, 29), (30, 84), (85, 94), (95, 99), (100, 120)]
    let ages = try written.map { try #require(AgeRange(from: $0, to: $1)) }
    let axes = CountTable.Axes(areas: [], years: 2020...2020, sexes: [.both], ages: ages, categories: [])
    let strata = try Strata(EventSelection(categories: [], standardisation: .age), in: axes)
    #expect(strata.all.map(\.range.code) == ["0_4", "5_9", "10_24", "25_29", "30_84", "85_94", "95_120"])
    let whole = try Strata(EventSelection(categories: []), in: axes)
    #expect(whole.all.map(\.range.code) == ["0_120"])
    let old = try Strata(EventSelection(categories: [], ages: [try #require(AgeRange(code: "85_120"))]), in: axes)
    #expect(old.all.map(\.range.code) == ["85_120"])
}

// MARK: - Weights and unknown districts

@Test func countsThatAreWeightedUpHaveTheIntervalsOfTheFewerTheyWereMadeFrom() throws {
    var quality = CountTable.Quality()
    quality.isEstimate = true
    quality.completeness = 0.5
    func share(_ quality: CountTable.Quality, of counts: Double) throws -> ConfidentialFigure {
        let table = CountTable.byHand([.country, a], 2020...2020, categories: ["part", "all"], quality) {
            _, _, _, _, category in
            category == "all" ? 4 * counts : counts
        }
        return try figures(part.replacing("years: 3", with: "years: 1"), table: table).of(a, "2020")
    }
    let weighted = try share(quality, of: 100)
    let counted = try share(.init(), of: 50)
    #expect(weighted.number == counted.number)
    #expect(weighted.interval(level: 0.95, scale: 100) == counted.interval(level: 0.95, scale: 100))
    #expect(weighted.flags == [.estimate])
    #expect(counted.flags == [])
}

@Test func whatNoDistrictIsKnownForIsTheCityWithoutItsDistricts() throws {
    let districts = Fjordvik.division.districts.map { Area.district(Fjordvik.split, $0) }
    let table = CountTable.byHand([.country, Fjordvik.city] + districts, 2020...2021, categories: ["part", "all"]) {
        area, _, _, _, category in
        let isDistrict = districts.contains(area)
        return category == "all" ? (isDistrict ? 96 : 400) : isDistrict ? 9 : 40
    }
    let figures = try figures(part.replacing("years: 3", with: "years: 2"), table: table)
    #expect(try figures.of(a, "2020_2021").unknown == UnknownShare(events: 0.1, denominator: 0.04))
    #expect(try figures.of(Fjordvik.city, "2020_2021").unknown == nil)
}

// MARK: - Faults

private func faults(_ measure: String, unit: String = "percent", _ holdings: RegisterHoldings) throws -> [String] {
    var diagnostics = Diagnostics()
    IndicatorCalculator(holdings, division: Fjordvik.division, history: BoundaryHistory([:])).check(
        try InventedRegister.definition(measure, unit: unit), &diagnostics)
    return diagnostics.sorted.map(\.description)
}

@Test func aSoundMeasureOfASoundRegisterHasNoFaults() throws {
    for expected in expectations {
        #expect(try faults(expected.measure, unit: expected.unit, InventedRegister.holdings()) == [])
    }
}

@Test func moreEventsThanPeopleIsAFaultOfAPlaceAndAYearAndNoCountIsNamed() throws {
    let table = CountTable.byHand([.country, Fjordvik.city, a], 2020...2021, categories: ["part", "all"]) {
        area, year, _, _, category in
        category == "all" ? 100 : area == a && year == 2021 ? 123 : 50
    }
    #expect(
        try faults(part, InventedRegister.holdings(table)) == [
            "invented.yaml:1:1: error: register 'courses' counts more in the numerator of 'invented' than in its denominator "
                + "in district 990101, 2021; look for a record that is doubled, or counted under another category "
                + "[NumeratorExceedsDenominator]"
        ])
}

@Test(arguments: [
    (
        "{ kind: share, numerator: lov, denominator: took }",
        "register 'courses' has no category 'lov'; did you mean 'low'? [UnknownCategory]"
    ),
    (
        "{ kind: share, numerator: low, denominator: tok }",
        "register 'courses' has no category 'tok'; did you mean 'took'? [UnknownCategory]"
    ),
])
func aCategoryThatTheRegisterHasNotIsAFault(measure: String, said: String) throws {
    #expect(try faults(measure, InventedRegister.holdings()) == ["invented.yaml:1:1: error: \(said)"])
}

@Test func agesAndSexesThatTheRegisterDoesNotTellAreFaults() throws {
    let ages = [try #require(AgeRange(from: 0, to: 17)), try #require(AgeRange(from: 18, to: 120))]
    let table = CountTable.byHand([.country, a], 2020...2020, ages: ages, categories: ["part", "all"]) {
        _, _, _, _, category in
        category == "all" ? 100 : 50
    }
    func names(_ more: String) throws -> [String] {
        try faults("{ kind: share, numerator: part, denominator: all, \(more) }", InventedRegister.holdings(table)).map
        {
            String($0.split(separator: "[").last ?? "")
        }
    }
    #expect(try names("ages: [0_17]") == [])
    #expect(try names("standardise: [age]") == [])
    #expect(try names("ages: [0_16]") == ["AgesNotTold]"])
    #expect(try names("ages: [10_17]") == ["AgesNotTold]"])
    #expect(try names("sex: 1") == ["SexNotTold]"])
    #expect(try names("standardise: [age, sex]") == ["SexNotTold]"])
}

@Test func figuresThatNobodyHoldsAreFaults() throws {
    let rate = "{ kind: rate, numerator: died }"
    let unpeopled = RegisterHoldings(.synthetic, counts: [InventedRegister.id: InventedRegister.table()])
    #expect(try faults(rate, unpeopled).first?.hasSuffix("[NoPopulation]") == true)
    let uncounted = RegisterHoldings(.synthetic, population: [.population: InventedRegister.population])
    #expect(try faults(rate, uncounted).first?.hasSuffix("[NoFigures]") == true)
}
