import Geography
@_spi(Confidential) import Registers
import Testing

@_spi(Confidential) @testable import Indicators

private let a = Fjordvik.district("990101")
private let b = Fjordvik.district("990102")
private let measure = "{ kind: growth-spread, years: 5, smallest_part: 200, fewest_parts: 3 }"

/// The parts of `district`: persons in 2017 and in 2022.
private func calculator(_ district: Area, _ parts: [(first: Int, last: Int)]) throws -> IndicatorCalculator {
    let rows = try parts.enumerated().flatMap { index, part in
        let code = try #require(PartCode("9901\(index + 10)00"))
        return [
            PartPopulationTable.Row(part: code, district: district, year: 2017, persons: part.first),
            PartPopulationTable.Row(part: code, district: district, year: 2022, persons: part.last),
        ]
    }
    return IndicatorCalculator(
        RegisterHoldings(.open, partPopulation: [RegisterID("parts"): PartPopulationTable(rows)]),
        division: Fjordvik.division,
        history: try Fjordvik.history())
}

private func spread(_ district: Area, _ parts: [(first: Int, last: Int)], year: Int = 2022) throws -> ConfidentialFigure
{
    try calculator(district, parts).figures(of: Fjordvik.definition(measure, register: "parts")).of(district, year)
}

@Test func spreadIsTheStandardDeviationWeightedByWhereThePartsBegan() throws {
    // Growth of 10, 0 and 10 per cent with weights 200, 300 and 500: mean 7, variance (9·200 + 49·300 + 9·500)/1000 = 21.
    let figure = try spread(a, [(200, 220), (300, 300), (500, 550)])
    #expect(agree(figure.number, 4.58257569495584))
    #expect(figure.interval(level: 0.95, scale: 1) == nil)
}

@Test func partsThatGrowAlikeHaveNoSpread() throws {
    #expect(try spread(a, [(200, 300), (400, 600), (1000, 1500)]).number == 0)
}

@Test func aPartThatIsSmallAtEitherEndDoesNotCount() throws {
    let large: [(first: Int, last: Int)] = [(200, 220), (300, 300), (500, 550)]
    let alone = try spread(a, large).number
    #expect(try spread(a, large + [(199, 900)]).number == alone)
    #expect(try spread(a, large + [(900, 199)]).number == alone)
    #expect(try spread(a, large + [(200, 200)]).number != alone)
}

@Test func aDistrictOfTooFewPartsHasNoSpread() throws {
    #expect(try spread(a, [(200, 220), (300, 300), (199, 550)]).obstacle == .tooFewParts)
}

@Test func spreadAcrossChangedBordersCannotBeComputed() throws {
    #expect(try spread(b, [(200, 220), (300, 300), (500, 550)]).obstacle == .boundariesChanged)
}

@Test func spreadNeedsBothYearsAndADistrict() throws {
    let parts = [(200, 220), (300, 300), (500, 550)]
    #expect(try spread(a, parts, year: 2017).absence == .missing)
    let figures = try calculator(a, parts).figures(of: Fjordvik.definition(measure, register: "parts"))
    #expect(try figures.of(Fjordvik.city, 2022).absence == .notApplicable)
    #expect(try figures.of(.country, 2022).absence == .notApplicable)
}
