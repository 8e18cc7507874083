import LocatedInput
import TestSupport
import Testing

@testable import Demonstration

/// What is refused in the plan of a demonstration.
struct DemonstrationPlanTests {
    private let country: InventedCountry

    init() throws { country = try InventedCountry() }

    private func found(_ old: String, _ new: String) throws -> [String] {
        #expect(InventedCountry.rates.contains(old))
        try country.write(InventedCountry.rates.replacing(old, with: new), "demonstration-rates.yaml")
        let (demonstration, found) = country.demonstration()
        #expect(demonstration == nil)
        return found.map { "\($0.location.line) \($0.name)" }
    }

    @Test func everyRegisterThatDeliversIsPlannedAndNoOther() throws {
        #expect(try found("  school:", "  schol:") == ["1 NotPlanned", "15 UnknownRegister"])
    }

    @Test(arguments: [
        ("of: asked", "of: safe", "19 UnknownCategory"),
        ("heart: {", "hart: {", "14 UnknownCategory"),
        ("level: [90, 80]", "level: [90, 80, 70]", "19 WrongShape"),
        ("level: [90, 80]", "level: 101", "19 NotALevel"),
        ("13_15: 80", "15_13: 80", "18 NotAges"),
        ("weight: 2.5", "provisional: 0", "21 WeightDoesNotFit"),
        ("years: [2022, 2025]\n    weight", "years: [2021, 2025]\n    weight", "21 BeforeFirstYear"),
        ("years: [2022, 2025]\n    weight", "years: [2025, 2022]\n    weight", "21 NotYears"),
        ("years: [2022, 2025]\n    weight", "years: [2022, 2027]\n    weight", "1 YearsWithoutPersons"),
        ("years: [2022, 2026]", "years: [2022, 2028]", "0 NoPersons"),
        ("unknown: 0.2", "unknown_in: { \"0301\": 0.2 }", "11 UnknownKommune"),
        ("first_kommune: 8001", "first_kommune: 9999", "5 NotElsewhere"),
        ("received: 2026-09-01", "received: today", "1 NotADate"),
    ])
    func aFaultIsFoundWhereItStands(old: String, new: String, finding: String) throws {
        #expect(try found(old, new).contains(finding))
    }

    @Test func theFiguresOfARegisterDeliveredInConfidenceAreNotSharedOut() throws {
        try country.write(
            InventedCountry.register("people", delivery: InventedCountry.people), "registers/people.yaml")
        #expect(country.demonstration().1.map(\.name) == ["NotPublished"])
    }

    @Test func levelsAreOddsAndLaterAgesTakeTheirOwn() throws {
        var diagnostics = Diagnostics()
        let file = InputFile(path: "a.yaml", text: "{ 0_10: 50, 80_120: [20, 0] }")
        let value = try #require(YAMLValue(file, &diagnostics))
        let levels = try #require(RateLevels(value, per: 100, &diagnostics))
        #expect(levels.steps == [0, 1, 0.25])
        #expect(levels.places[0][10] == 1 && levels.places[0][11] == 0 && levels.places[0][105] == 2)
        #expect(levels.places[1][10] == 1 && levels.places[1][80] == 0)
    }
}
