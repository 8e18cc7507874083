import Geography
@_spi(Confidential) import Registers
import Testing

@_spi(Confidential) @testable import Indicators

private let a = Fjordvik.district("990101")
private let b = Fjordvik.district("990102")
private let c = Fjordvik.district("990103")
private let forest = Fjordvik.district("990104")
private let children = "{ kind: proportion, numerator: { ages: [0_17] }, denominator: { ages: [0_120] } }"

/// 990101 in 2022: 50 persons aged 10, 100 aged 30, 50 aged 70; as many women as men.
private let people = [
    Fjordvik.row(a, 2022, .men, [10: 30, 30: 40, 70: 30]), Fjordvik.row(a, 2022, .women, [10: 20, 30: 60, 70: 20]),
]

// MARK: - Values worked out by hand; intervals by scipy 1.15 and the textbook formulas

@Test func aShareIsOutOfEveryHundredWithWilsonsInterval() throws {
    let figure = try Fjordvik.calculator(people).figures(of: Fjordvik.definition(children)).of(a, 2022)
    #expect(figure.number == 25)  // 50 of 200
    let interval = try #require(figure.interval(level: 0.95, scale: 100))
    #expect(agree(interval.lowerBound, 19.508168006817497))
    #expect(agree(interval.upperBound, 31.434098312045833))
}

@Test func aRatioIsForEveryHundredOfTheOthers() throws {
    let dependent = try Fjordvik.definition(
        "{ kind: ratio, numerator: { ages: [0_17, 67_120] }, denominator: { ages: [18_66] } }")
    let figure = try Fjordvik.calculator(people).figures(of: dependent).of(a, 2022)
    #expect(figure.number == 100)  // (50 + 50) : 100
    // The Wilson interval of 100 of 200, turned into odds.
    let interval = try #require(figure.interval(level: 0.95, scale: 100))
    #expect(agree(interval.lowerBound, 75.85845379961188))
    #expect(agree(interval.upperBound, 131.8244638417764))
}

@Test func meanAgeAddsHalfAYearToCompletedYears() throws {
    let figure = try Fjordvik.calculator(people).figures(of: Fjordvik.definition("{ kind: mean-age }")).of(a, 2022)
    // (50 · 10.5 + 100 · 30.5 + 50 · 70.5) / 200
    #expect(figure.number == 35.5)
    let interval = try #require(figure.interval(level: 0.95, scale: 100))
    #expect(agree(interval.lowerBound, 32.453384783752554))
    #expect(agree(interval.upperBound, 38.546615216247446))
}

@Test func everybodyInTheOpenAgeCountsAsItsFirstYear() throws {
    let calculator = try Fjordvik.calculator([Fjordvik.row(a, 2022, [105: 3, 0: 1])])
    let figure = try calculator.figures(of: Fjordvik.definition("{ kind: mean-age }")).of(a, 2022)
    #expect(figure.number == 79.25)  // (3 · 105.5 + 0.5) / 4
}

@Test func growthIsInPerCentOfWhereItBegan() throws {
    let calculator = try Fjordvik.calculator([
        Fjordvik.row(a, 2017, [30: 160]), Fjordvik.row(a, 2021, [30: 250]), Fjordvik.row(a, 2022, [30: 200]),
    ])
    #expect(try calculator.figures(of: Fjordvik.definition("{ kind: growth, years: 1 }")).of(a, 2022).number == -20)
    #expect(try calculator.figures(of: Fjordvik.definition("{ kind: growth, years: 5 }")).of(a, 2022).number == 25)
    let early = try calculator.figures(of: Fjordvik.definition("{ kind: growth, years: 5 }")).of(a, 2021)
    #expect(early.absence == .missing)
}

@Test func aDistrictIsAPartOfTheWholeCityPeopleOfUnknownDistrictIncluded() throws {
    let calculator = try Fjordvik.calculator([
        Fjordvik.row(a, 2022, [30: 200]), Fjordvik.row(b, 2022, [30: 290]),
        Fjordvik.row(Fjordvik.city, 2022, [30: 500]),
    ])
    let figures = try calculator.figures(of: Fjordvik.definition("{ kind: share-of-city }"))
    #expect(try figures.of(a, 2022).number == 40)  // 200 of 500, not of 490
    #expect(try figures.of(.country, 2022).absence == .notApplicable)
    #expect(try figures.of(Fjordvik.city, 2022).absence == .notApplicable)
}

// MARK: - Borders

@Test func growthAcrossChangedBordersCannotBeComputed() throws {
    let years = [2019, 2020, 2021]
    let calculator = try Fjordvik.calculator(
        years.flatMap { [Fjordvik.row(a, $0, [30: 100]), Fjordvik.row(b, $0, [30: 100])] }
            + [Fjordvik.row(c, 2020, [30: 100]), Fjordvik.row(c, 2021, [30: 110])])
    let figures = try calculator.figures(of: Fjordvik.definition("{ kind: growth, years: 1 }"))
    #expect(try figures.of(a, 2020).number == 0)
    #expect(try figures.of(b, 2020).obstacle == .boundariesChanged)
    #expect(try figures.of(b, 2021).number == 0)
    #expect(try figures.of(c, 2020).absence == .notApplicable)
    #expect(try figures.of(c, 2021).number == 10)
    #expect(try figures.of(Fjordvik.city, 2021).absence == .missing)
}

@Test func aSeriesBreaksWhereItsBordersChange() throws {
    let calculator = try Fjordvik.calculator(
        [2019, 2020, 2021].flatMap { [Fjordvik.row(a, $0, [30: 100]), Fjordvik.row(b, $0, [30: 100])] })
    let figures = try calculator.figures(of: Fjordvik.definition(children))
    let broken = figures.filter { $0.flags.contains(.seriesBreak) }.map(\.key.area)
    #expect(Set(broken) == [b, Fjordvik.city])
    #expect(try figures.of(b, 2020).flags == [.seriesBreak])
}

@Test func aDistrictThatWasOutsideTheCityHasNothingToCount() throws {
    let calculator = try Fjordvik.calculator([Fjordvik.row(a, 2019, [30: 100])])
    let figures = try calculator.figures(of: Fjordvik.definition("{ kind: count }"))
    #expect(try figures.of(c, 2019).absence == .notApplicable)
    #expect(try figures.of(b, 2019).absence == .missing)
}

// MARK: - What the source does not tell

private let city2022 = [
    Fjordvik.row(a, 2022, .men, [10: 10, 30: 30]), Fjordvik.row(a, 2022, .women, [10: 10, 30: 50]),
    Fjordvik.row(b, 2022, .men, [10: 20, 30: 40]), Fjordvik.row(b, 2022, .women, [10: 20, 30: 20]),
    Fjordvik.row(c, 2022, .men, [30: 10]), Fjordvik.row(c, 2022, .women, [30: 10]),
    Fjordvik.row(forest, 2022, .men, [:]), Fjordvik.row(forest, 2022, .women, [:]),
]

@Test func aCityNotToldApartBySexIsTheSumOfItsDistrictsAndSaysSo() throws {
    let calculator = try Fjordvik.calculator(city2022 + [Fjordvik.row(Fjordvik.city, 2022, [10: 70, 30: 170])])
    let whole = try calculator.figures(of: Fjordvik.definition(children)).of(Fjordvik.city, 2022)
    #expect(agree(whole.number, 100 * 70.0 / 240))
    #expect(whole.flags == [])
    let bySex = try calculator.figures(
        of: Fjordvik.definition("{ kind: ratio, numerator: { sex: 1 }, denominator: { sex: 2 } }"))
    #expect(try bySex.of(Fjordvik.city, 2022).number == 100)  // 110 : 110
    #expect(try bySex.of(Fjordvik.city, 2022).flags == [.districtsOnly])
    #expect(try bySex.of(a, 2022).flags == [])
}

@Test func aNumeratorAndItsDenominatorLeaveOutTheSamePeople() throws {
    // Men are known by district only, everybody for the whole city too: 110 of 220, and not of 240.
    let calculator = try Fjordvik.calculator(city2022 + [Fjordvik.row(Fjordvik.city, 2022, [10: 70, 30: 170])])
    let men = try Fjordvik.definition("{ kind: proportion, numerator: { sex: 1 }, denominator: {} }")
    let figure = try calculator.figures(of: men).of(Fjordvik.city, 2022)
    #expect(figure.number == 50)
    #expect(figure.flags == [.districtsOnly])
}

@Test func growthLeavesOutTheSamePeopleAtBothEnds() throws {
    let later = city2022.map {
        PopulationTable.Row(area: $0.area, year: 2023, sex: $0.sex, persons: $0.persons.map { $0 * 2 })!
    }
    let total = PopulationTable.Total(area: Fjordvik.city, year: 2022, persons: 300)
    let calculator = try Fjordvik.calculator(city2022 + later, totals: [total])
    let figures = try calculator.figures(of: Fjordvik.definition("{ kind: growth, years: 1 }"))
    let growth = try figures.of(Fjordvik.city, 2023)
    #expect(growth.number == 100)  // from 220 to 440 in the districts; 300 people in all cannot be set against 440
    #expect(growth.flags == [.districtsOnly])
}

@Test func aCityWithoutATotalIsMissingWhereADistrictIs() throws {
    let calculator = try Fjordvik.calculator(city2022.filter { $0.area != b })
    let figures = try calculator.figures(of: Fjordvik.definition("{ kind: count }"))
    #expect(try figures.of(Fjordvik.city, 2022).absence == .missing)
}

@Test func aPlaceOfWhichOnlyTheTotalIsKnownHasNoMeanAgeForWantOfAges() throws {
    let calculator = try Fjordvik.calculator(
        people, totals: [PopulationTable.Total(area: .country, year: 2022, persons: 5000)])
    #expect(try calculator.figures(of: Fjordvik.definition("{ kind: count }")).of(.country, 2022).number == 5000)
    #expect(
        try calculator.figures(of: Fjordvik.definition("{ kind: mean-age }")).of(.country, 2022).absence == .missing)
    #expect(try calculator.figures(of: Fjordvik.definition(children)).of(.country, 2022).absence == .missing)
}

@Test(arguments: [children, "{ kind: mean-age }", "{ kind: ratio, numerator: { sex: 1 }, denominator: { sex: 2 } }"])
func nothingIsDividedByNobody(measure: String) throws {
    let calculator = try Fjordvik.calculator([
        Fjordvik.row(forest, 2022, .men, [:]), Fjordvik.row(forest, 2022, .women, [:]),
    ])
    #expect(try calculator.figures(of: Fjordvik.definition(measure)).of(forest, 2022).obstacle == .nobody)
}

@Test func growthFromNobodyCannotBeComputed() throws {
    let calculator = try Fjordvik.calculator([Fjordvik.row(forest, 2021, [:]), Fjordvik.row(forest, 2022, [30: 2])])
    let figures = try calculator.figures(of: Fjordvik.definition("{ kind: growth, years: 1 }"))
    #expect(try figures.of(forest, 2022).obstacle == .nobody)
}

// MARK: - Laws

@Test func thePartsOfACountAddUpToIt() throws {
    let definition = try Fjordvik.definition(
        "{ kind: count, breakdown: { sexes: [1, 2], ages: [0_9, 10_29, 30_120] } }")
    let figures = try Fjordvik.calculator(city2022).figures(of: definition)
    for area in [a, b, c, forest, Fjordvik.city] {
        let own = figures.filter { $0.key.area == area }
        let whole = try own.of(area, 2022).number
        func sum(_ isPart: (FigureKey) -> Bool) -> Double {
            own.filter { isPart($0.key) }.compactMap(\.number).reduce(0, +)
        }
        #expect(sum { $0.sex != .both && $0.age == .all } == whole)
        #expect(sum { $0.sex == .both && $0.age != .all } == whole)
        #expect(sum { $0.sex != .both && $0.age != .all } == whole)
    }
}

@Test func aCountOfSomeIsBrokenDownIntoThemAlone() throws {
    let definition = try Fjordvik.definition(
        "{ kind: count, persons: { ages: [0_17] }, breakdown: { sexes: [1, 2], ages: [0_17] } }")
    let figures = try Fjordvik.calculator(people).figures(of: definition)
    let men = try #require(figures.first { $0.key.area == a && $0.key.sex == .men && $0.key.age == .all })
    #expect(men.number == 30)
    #expect(try figures.of(a, 2022).number == 50)
}

@Test func aDistrictAndTheRestOfTheCityAreTheCity() throws {
    let calculator = try Fjordvik.calculator(city2022)
    let definition = try Fjordvik.definition(children)
    let city = try calculator.figures(of: definition).of(Fjordvik.city, 2022)
    for area in [a, b, c] {
        let own = try calculator.figures(of: definition).of(area, 2022)
        guard case .proportion(let part, let among) = own.basis,
            case .proportion(let rest, let others) = calculator.restOfCity(
                definition, without: area, Period(year: 2022))
        else {
            Issue.record("\(area) or the rest of the city has no counts")
            continue
        }
        #expect(city.basis == .proportion(numerator: part + rest, denominator: among + others))
    }
}

@Test func theRestOfTheCityIsKnownForWhatIsTestedAndForNothingElse() throws {
    let calculator = try Fjordvik.calculator(city2022)
    func rest(_ measure: String) throws -> Basis? {
        calculator.restOfCity(try Fjordvik.definition(measure), without: a, Period(year: 2022))
    }
    #expect(try rest(children) == .proportion(numerator: 40, denominator: 120))
    #expect(
        try rest("{ kind: ratio, numerator: { sex: 1 }, denominator: { sex: 2 } }")
            == .ratio(numerator: 70, denominator: 50))
    // 40 aged 10 and 80 aged 30, half a year more each.
    guard case .mean(let summary) = try rest("{ kind: mean-age }") else {
        Issue.record("the rest of the city has no mean age")
        return
    }
    #expect(summary.count == 120)
    #expect(agree(summary.mean, 23.833333333333332))
    #expect(try rest("{ kind: count }") == nil)
    #expect(try rest("{ kind: growth, years: 1 }") == nil)
    #expect(try rest("{ kind: share-of-city }") == nil)
}
