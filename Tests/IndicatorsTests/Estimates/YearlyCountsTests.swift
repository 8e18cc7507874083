import Geography
@_spi(Confidential) import Registers
import Testing

@_spi(Confidential) @testable import Indicators

private let a = Fjordvik.district("990101")

/// 300 of 1000 in every year and place.
private let unchanging = CountTable.byHand([.country, Fjordvik.city, a], 2019...2021, categories: ["part", "all"]) {
    area, _, _, _, category in
    (area == a ? 1 : 10) * (category == "all" ? 1000 : area == a ? 300 : 320)
}

private func figure(_ measure: String, table: CountTable, unit: String = "percent", _ period: String) throws
    -> ConfidentialFigure
{
    try InventedRegister.calculator(table).figures(of: InventedRegister.definition(measure, unit: unit)).of(a, period)
}

private func share(_ more: String, _ period: String) throws -> ConfidentialFigure {
    try figure("{ kind: share, numerator: part, denominator: all\(more) }", table: unchanging, period)
}

@Test func yearsThatCountTheSamePersonsAnewTellNoMoreThanOneOfThem() throws {
    let one = try share("", "2021")
    let three = try share(", years: 3, counts: stock", "2019_2021")
    #expect(three.number == one.number)
    #expect(three.basis == one.basis)
}

@Test func yearsOfNewEventsTellMoreThanOneOfThem() throws {
    let one = try #require(try share("", "2021").interval(level: 0.95, scale: 100))
    let three = try #require(try share(", years: 3, counts: events", "2019_2021").interval(level: 0.95, scale: 100))
    // Wilson for 900 of 3000 and for 300 of 1000.
    #expect(abs(three.lowerBound - 28.3869) < 1e-3 && abs(three.upperBound - 31.6639) < 1e-3)
    #expect(abs(one.lowerBound - 27.2409) < 1e-3 && abs(one.upperBound - 32.9124) < 1e-3)
}

@Test(arguments: [
    ("{ kind: rate, numerator: died, years: 3, counts: K }", "per-1000"),
    ("{ kind: rate, numerator: died, years: 3, counts: K, standardise: [age, sex] }", "per-1000"),
    ("{ kind: share, numerator: low, denominator: took, years: 3, counts: K, standardise: [age] }", "percent"),
])
func aStockHasTheValueOfItsSumAndTheCertaintyOfItsMeanYear(measure: String, unit: String) throws {
    func worked(_ kind: String) throws -> ConfidentialFigure {
        try figure(
            measure.replacing("K", with: kind), table: InventedRegister.table(), unit: unit, "2019_2021")
    }
    let (events, stock) = (try worked("events"), try worked("stock"))
    #expect(events.number == stock.number)
    let (all, mean) = (try #require(events.basis), try #require(stock.basis))
    #expect(all.counted > 100)
    #expect(abs(all.counted / mean.counted - 3) < 1e-9)
}

extension Basis {
    fileprivate var counted: Double {
        switch self {
        case .rate(let events, _), .standardisedRate(let events, _, _): events
        case .standardisedProportion(let events, _, _, _): events
        default: .nan
        }
    }
}
