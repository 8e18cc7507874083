import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

/// What the gate makes of deliveries: a register `courses` with the rule `synthetic-only`.
private struct DeliveredCity {
    /// Pupils of whom nothing is known but the city.
    var unknownLow = 0.0
    var unknownAll = 0.0
    var level = GeographicLevel.grunnkrets
    var isSilent = false
    var isSynthetic = true
    var origin = RegisterHoldings.Origin.synthetic
    var rule = "synthetic-only"

    func publish(_ indicators: [IndicatorFile]) throws -> (table: PublishedTable?, findings: [String]) {
        var all: [Area: (low: Double, all: Double)] = [
            .country: (1000, 10_000), InventedCity.city: (70 + unknownLow, 300 + unknownAll),
            InventedCity.harbour: (40, 100), InventedCity.hills: (20, 100), InventedCity.forest: (10, 100),
        ]
        if isSilent { all = all.filter { $0.key == .country } }
        let areas = [.country, InventedCity.city, InventedCity.harbour, InventedCity.hills, InventedCity.forest]
        var quality = CountTable.Quality()
        quality.isSynthetic = isSynthetic
        let table = CountTable(
            axes: CountTable.Axes(
                areas: areas, years: 2022...2022, sexes: [.both], ages: [.all], categories: ["low", "all"]),
            counts: areas.flatMap { [all[$0]?.low ?? CountTable.absent, all[$0]?.all ?? CountTable.absent] },
            quality: quality, lowestGeography: level)
        let courses = RegisterID("courses")
        let holdings = RegisterHoldings(origin, counts: [courses: table])
        var diagnostics = Diagnostics()
        let text = """
            registers:
              courses: { rule: \(rule), \(rule == "published-by-owner" ? "" : "withholding: small, ")because: { nb: Ja., nn: Ja., en: Yes. } }
            \(WithholdingPreset.small)
            coverage: { most_unknown: 0.08, largest_difference: 0.05 }
            tests: { interval_level: 0.95, false_discovery_rate: 0.05 }
            """
        let policy = DisclosurePolicy.load(
            InputFile(path: "disclosure.yaml", text: text), registers: [courses], &diagnostics)
        let scratch = try ScratchFolder(indicators)
        let library = IndicatorLibrary.load(from: scratch.folder, registers: [courses], &diagnostics)
        #expect(diagnostics.isEmpty)
        let division = AreaDirectory.Division(
            split: InventedCity.split, kommune: InventedCity.kommune, districts: InventedCity.codes)
        let submission = PublicationGate.Submission(
            division: division, profiled: Set(InventedCity.codes.prefix(2)),
            calculator: IndicatorCalculator(holdings, division: division, history: BoundaryHistory([:])))
        let published = PublicationGate(policy: try #require(policy)).publish(
            try #require(library), of: holdings, [submission], &diagnostics)
        return (published, scratch.findings(diagnostics))
    }
}

private let low: IndicatorFile = {
    var file = IndicatorFile("low", measure: "{ kind: share, numerator: low, denominator: all }")
    file.register = "courses"
    return file
}()

private let harbour = InventedCity.harbour

@Test func whatAProgramMadeUpIsLetOutAndTested() throws {
    let (table, findings) = try DeliveredCity().publish([low])
    #expect(findings == [])
    let figure = try #require(table).figure("low", harbour)
    // 40 of 100: Wilson 30.94–49.80 (scipy).
    #expect(figure.value.estimate?.value.text == "40.0")
    #expect(figure.value.estimate?.lower?.text == "30.9")
    #expect(figure.value.estimate?.upper?.text == "49.8")
    #expect(figure.comparison == .higher)
    #expect(figure.cityComparison == .higher)
}

@Test(arguments: [
    (false, RegisterHoldings.Origin.synthetic, "synthetic-only"), (true, .delivered, "synthetic-only"),
    (true, .open, "synthetic-only"), (true, .delivered, "published-by-owner"),
    (false, .synthetic, "published-by-owner"),
])
func whatWasDeliveredInConfidenceIsRefusedByBothRules(
    isSynthetic: Bool, origin: RegisterHoldings.Origin, rule: String
) throws {
    let city = DeliveredCity(isSynthetic: isSynthetic, origin: origin, rule: rule)
    let (table, findings) = try city.publish([low])
    #expect(table == nil)
    #expect(findings.count == 1 && findings[0].hasPrefix("people/low.yaml:1:1: error:"), "\(findings)")
    #expect(findings[0].hasSuffix("[NothingAllowsPublication]"))
    #expect(findings[0].contains("synthetic: true") == (rule == "synthetic-only"))
}

@Test func aFigureSetAgainstAPopulationNeedsARuleForThePopulationToo() throws {
    var rate = low
    rate.measure = "{ kind: rate, numerator: low }"
    let scratch = try DeliveredCity().publish([rate])
    #expect(scratch.table == nil)
    #expect(scratch.findings.count == 1 && scratch.findings[0].contains("register 'population'"))
    #expect(scratch.findings[0].hasSuffix("[NothingAllowsPublication]"))
}

@Test(arguments: [
    // of 70 events and 300 pupils in the districts
    (0.0, 0.0, false), (6.0, 18.0, false),  // 7.9 % and 5.7 %
    (7.0, 18.0, true),  // 9.1 %
    (2.0, 30.0, true),  // 2.8 % against 9.1 %
    (2.0, 20.0, false),  // 2.8 % against 6.3 %
])
func districtsAreHiddenWhereTooMuchIsOfUnknownDistrict(low unknownLow: Double, all unknownAll: Double, hidden: Bool)
    throws
{
    let city = DeliveredCity(unknownLow: unknownLow, unknownAll: unknownAll)
    let table = try #require(try city.publish([low]).table)
    for district in [harbour, InventedCity.hills] {
        let figure = try table.figure("low", district)
        #expect((figure.value == .coverage) == hidden)
        #expect((figure.value.estimate == nil) == hidden)
        #expect((figure.comparison == .notTested(.noFigure)) == hidden)
    }
    #expect(try table.figure("low", InventedCity.city).value.estimate != nil)
    #expect(table.tests(in: harbour) == (hidden ? 0 : 1))
}

@Test func aCoverageLimitIsStillShown() {
    let rule = CoverageRule(mostUnknown: 0.08, largestDifference: 0.05)
    #expect(!rule.hides(UnknownShare(events: 0.08, denominator: 0.03)))
    #expect(!rule.hides(UnknownShare(events: 1 - 0.92, denominator: 1 - 0.97)))
    #expect(rule.hides(UnknownShare(events: 0.0801, denominator: 0.08)))
    #expect(rule.hides(UnknownShare(events: 0.02, denominator: 0.0701)))
}

@Test func aRegisterOfWholeKommunerIsShownForTheCityAndItsDistrictsSayWhy() throws {
    let table = try #require(try DeliveredCity(level: .kommune).publish([low]).table)
    #expect(table.profilePeriod(of: IndicatorID("low"), in: InventedCity.split) == Period(year: 2022))
    #expect(try table.figure("low", harbour).value == .notComputable(.cityOnly))
    #expect(try table.figure("low", harbour).comparison == .notTested(.noFigure))
    #expect(try table.figure("low", InventedCity.city).value.estimate?.value.text == "23.3")
    #expect(try table.figure("low", .country).value.estimate?.value.text == "10.0")
}

@Test func aCityThatARegisterOfKommunerIsSilentOnIsToldSoBesideTheCountry() throws {
    let table = try #require(try DeliveredCity(level: .kommune, isSilent: true).publish([low]).table)
    #expect(table.profilePeriod(of: IndicatorID("low"), in: InventedCity.split) == Period(year: 2022))
    #expect(try table.figure("low", harbour).value == .notComputable(.cityOnly))
    #expect(try table.figure("low", InventedCity.city).value == .missing)
    let traced = try #require(try DeliveredCity(isSilent: true).publish([low]).table)
    #expect(traced.profilePeriod(of: IndicatorID("low"), in: InventedCity.split) == nil)
}

@Test func moreEventsThanPeopleStopsEverything() throws {
    let (table, findings) = try DeliveredCity(unknownLow: 400).publish([low])
    #expect(table == nil)
    #expect(findings.contains { $0.contains("in kommune 9901, 2022") && $0.hasSuffix("[NumeratorExceedsDenominator]") })
}
