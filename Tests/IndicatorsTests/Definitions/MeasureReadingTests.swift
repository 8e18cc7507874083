import LocatedInput
import Registers
import Testing

@testable import Indicators

private func read(_ text: String) -> (measure: Measure?, findings: [String]) {
    var diagnostics = Diagnostics()
    let measure = YAMLValue(InputFile(path: "m.yaml", text: text), &diagnostics).flatMap { Measure($0, &diagnostics) }
    return (measure, diagnostics.sorted.map(\.description))
}

private func ages(_ from: Int, _ to: Int) throws -> AgeRange { try #require(AgeRange(from: from, to: to)) }

@Test func everyKindOfMeasureCanBeWritten() throws {
    let young = Selection(ages: [try ages(0, 17)])
    let adult = Selection(ages: [try ages(18, 66)])
    let dependent = Selection(ages: [try ages(0, 17), try ages(67, 120)])
    let written: [(String, Measure)] = [
        ("{ kind: count }", .count(Selection(), breakdown: Breakdown())),
        (
            "{ kind: count, persons: { ages: [0_17] }, breakdown: { sexes: [1, 2], ages: [0_5, 6_17] } }",
            .count(young, breakdown: Breakdown(sexes: [.men, .women], ages: [try ages(0, 5), try ages(6, 17)]))
        ),
        (
            "{ kind: proportion, numerator: { ages: [0_17] }, denominator: { ages: [0_120] } }",
            .proportion(of: young, among: Selection())
        ),
        (
            "{ kind: ratio, numerator: { ages: [67_120, 0_17] }, denominator: { ages: [18_66] } }",
            .ratio(of: dependent, to: adult)
        ),
        (
            "{ kind: ratio, numerator: { sex: 1 }, denominator: { sex: 2 } }",
            .ratio(of: Selection(sex: .men), to: Selection(sex: .women))
        ),
        ("{ kind: mean-age }", .meanAge),
        ("{ kind: growth, years: 5 }", .growth(years: 5)),
        ("{ kind: share-of-city }", .shareOfCity),
        (
            "{ kind: growth-spread, years: 5, smallest_part: 200, fewest_parts: 3 }",
            .growthSpread(years: 5, smallestPart: 200, fewestParts: 3)
        ),
        ("{ kind: published, age: 2_2, category: x }", .published(sex: .both, age: try ages(2, 2), category: "x")),
        (
            "{ kind: published, sex: 2, age: 16_16, category: x }",
            .published(sex: .women, age: try ages(16, 16), category: "x")
        ),
        (
            "{ kind: share, numerator: a, denominator: b }",
            .share(EventSelection(categories: ["a"]), of: .categories(["b"]))
        ),
        (
            "{ kind: share, numerator: [a, b], denominator: population, ages: [0_5, 6_17], sex: 1, years: 3, counts: events }",
            .share(
                EventSelection(categories: ["a", "b"], ages: [try ages(0, 5), try ages(6, 17)], sex: .men, years: 3),
                of: .population)
        ),
        (
            "{ kind: share, numerator: a, denominator: [a, b], standardise: [sex] }",
            .share(EventSelection(categories: ["a"], standardisation: .sex), of: .categories(["a", "b"]))
        ),
        (
            "{ kind: rate, numerator: a, sex: 2, standardise: [age] }",
            .rate(EventSelection(categories: ["a"], sex: .women, standardisation: .age))
        ),
        (
            "{ kind: rate, numerator: a, standardise: [sex, age] }",
            .rate(EventSelection(categories: ["a"], standardisation: .ageAndSex))
        ),
        (
            "{ kind: life-expectancy, deaths: all, sex: 1, years: 7, counts: events }",
            .lifeExpectancy(deaths: EventSelection(categories: ["all"], sex: .men, years: 7))
        ),
    ]
    for (text, measure) in written {
        let (read, findings) = read(text)
        #expect(read == measure, "\(text) \(findings)")
        #expect(findings == [])
    }
}

@Test(arguments: [
    ("{ years: 5 }", "MissingKey"),
    ("{ kind: growht, years: 5 }", "UnknownChoice"),
    ("{ kind: growth }", "MissingKey"),
    ("{ kind: growth, years: 0 }", "NotPositive"),
    ("{ kind: growth, years: five }", "WrongShape"),
    ("{ kind: growth-spread, years: 5, smallest_part: 200 }", "MissingKey"),
    ("{ kind: growth-spread, years: 5, smallest_part: 200, fewest_parts: 0 }", "NotPositive"),
    ("{ kind: published, age: 2, category: x }", "NotAges"),
    ("{ kind: published, age: 2_2 }", "MissingKey"),
    ("{ kind: published, age: 2_2, category: x, sex: 3 }", "NotASex"),
    ("{ kind: proportion, numerator: { ages: [0_17] }, denominator: { ages: [6_15] } }", "NumeratorOutsideDenominator"),
    ("{ kind: proportion, numerator: { sex: 0 }, denominator: { sex: 1 } }", "NumeratorOutsideDenominator"),
    ("{ kind: ratio, numerator: { ages: [0_17] }, denominator: { ages: [17_66] } }", "NumeratorInsideDenominator"),
    ("{ kind: ratio, numerator: {}, denominator: { sex: 2 } }", "NumeratorInsideDenominator"),
    ("{ kind: count, persons: { ages: [0_5, 5_9] } }", "OverlappingAges"),
    ("{ kind: count, persons: { ages: [0-5] } }", "NotAges"),
    ("{ kind: count, persons: { ages: [9_5] } }", "NotAges"),
    ("{ kind: count, breakdown: { sexes: [1, 2] } }", "MissingKey"),
    ("{ kind: count, persons: { ages: [0_17] }, breakdown: { sexes: [1], ages: [0_20] } }", "BreakdownOutsidePersons"),
    ("{ kind: count, persons: { sex: 1 }, breakdown: { sexes: [1, 2], ages: [0_120] } }", "BreakdownOutsidePersons"),
    ("mean-age", "WrongShape"),
    ("{ kind: share, numerator: a }", "MissingKey"),
    ("{ kind: share, numerator: a, denominator: a }", "SharesOfItself"),
    ("{ kind: share, numerator: [a, b], denominator: [b, a] }", "SharesOfItself"),
    ("{ kind: share, numerator: [], denominator: a }", "NoCategories"),
    ("{ kind: share, numerator: [a, a], denominator: b }", "DoubledCategory"),
    ("{ kind: share, numerator: population, denominator: b }", "ReservedWord"),
    ("{ kind: share, numerator: a, denominator: [b, population] }", "ReservedWord"),
    ("{ kind: share, numerator: a, denominator: b, years: 0 }", "NotPositive"),
    ("{ kind: share, numerator: a, denominator: b, ages: [9_5] }", "NotAges"),
    ("{ kind: share, numerator: a, denominator: b, sex: 3 }", "NotASex"),
    ("{ kind: rate, numerator: a, denominator: b }", "UnknownKey"),
    ("{ kind: rate, numerator: a, years: 3 }", "CountsNotSaid"),
    ("{ kind: rate, numerator: a, years: 3, counts: stocks }", "UnknownChoice"),
    (
        "{ kind: slope-index, groups: [{ events: a, lived: b }, { events: c, lived: d }], ages: [0_9], years: 1 }",
        "FewGroups"
    ),
    ("{ kind: slope-index, groups: [], years: 1 }", "MissingKey"),
    (
        "{ kind: life-expectancy-gap, longer: { events: a, lived: b }, shorter: { events: c }, from: 30, years: 1 }",
        "MissingKey"
    ),
    (
        "{ kind: life-expectancy-gap, longer: { events: a, lived: b }, shorter: { events: c, lived: d }, from: 32, years: 1 }",
        "NotABandsAge"
    ),
    ("{ kind: rate, numerator: a, standardise: [ages] }", "UnknownChoice"),
    ("{ kind: rate, numerator: a, standardise: [] }", "StandardisesNothing"),
    ("{ kind: rate, numerator: a, standardise: [age, age] }", "StandardisesNothing"),
    ("{ kind: rate, numerator: a, standardise: age }", "WrongShape"),
    ("{ kind: rate, numerator: a, sex: 1, standardise: [age, sex] }", "StandardisesOneSex"),
    ("{ kind: life-expectancy, deaths: a, ages: [0_17] }", "UnknownKey"),
    ("{ kind: life-expectancy, numerator: a, deaths: b }", "UnknownKey"),
])
func aMeasureThatCannotBeWhatItSaysIsRefused(text: String, name: String) {
    let (measure, findings) = read(text)
    #expect(measure == nil)
    #expect(findings.count == 1 && findings[0].hasSuffix("[\(name)]"), "\(findings)")
}

@Test func whatAKindOfMeasureDoesNotKnowIsAnError() {
    #expect(
        read("{ kind: mean-age, years: 5 }").findings == [
            "m.yaml:1:19: error: nothing here is called 'years'; known: kind [UnknownKey]"
        ])
}
