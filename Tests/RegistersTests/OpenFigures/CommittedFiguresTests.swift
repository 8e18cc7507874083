import Geography
import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

/// The tables that are shipped, as they are.
struct CommittedFiguresTests {
    private static let loaded: (figures: OpenFigures?, found: [Diagnostic]) = {
        var diagnostics = Diagnostics()
        let figures = OpenFigures.load(from: FourCities.openFigures, areas: FourCities.areas, &diagnostics)
        return (figures, diagnostics.sorted)
    }()

    private func population() throws -> PopulationTable {
        try #require(Self.loaded.figures?.population(RegisterID("population")))
    }

    private func persons(_ code: String, _ year: Int, _ sex: Sex = .both, _ ages: String = "0_120") throws -> Int? {
        try population().persons(FourCities.area(code), year, sex, try #require(AgeRange(code: ages)))
    }

    @Test func areSound() {
        #expect(Self.loaded.found == [])
        #expect(Self.loaded.figures?.sources.map(\.register.id) == ["population", "population-parts", "vaccination"])
    }

    @Test(arguments: [
        ("0301", 2020, 693_494), ("030199", 2020, 2386), ("0301", 2026, 728_714), ("030101", 2005, 35_431),
        ("030101", 2026, 64_920), ("460107", 2026, 44_274), ("110308", 2020, 3228), ("0", 2020, 5_367_580),
        ("0", 2026, 5_627_400), ("0301", 2022, 699_827), ("030199", 2023, 1489), ("460199", 2022, 337),
    ])
    func holdTheOwnersTotals(code: String, year: Int, persons: Int) throws {
        #expect(try self.persons(code, year) == persons)
    }

    @Test func districtsAreKnownBySexEveryYear() throws {
        for division in FourCities.areas.divisions {
            for district in division.districts {
                let area = Area.district(division.split, district)
                let isNew = ["110308", "110309"].contains(district.digits)
                #expect(try population().yearsByAge(of: area) == Array((isNew ? 2020 : 2005)...2026))
                for year in try population().yearsByAge(of: area) {
                    let (both, men, women) = (
                        try persons(district.digits, year), try persons(district.digits, year, .men),
                        try persons(district.digits, year, .women)
                    )
                    #expect(both == men.flatMap { men in women.map { men + $0 } })
                }
            }
        }
    }

    @Test(arguments: FourCities.areas.divisions)
    func districtsAndUnallocatedAreTheCityAtEveryAge(division: AreaDirectory.Division) throws {
        let table = try population()
        let city = Area.kommune(division.kommune)
        let parts =
            division.districts.map { Area.district(division.split, $0) }
            + [.unallocated(division.split, division.kommune)]
        #expect(table.yearsByAge(of: city) == Array(2005...2023))
        for year in table.yearsByAge(of: city) {
            for age in 0..<PopulationTable.lastAge {
                let range = try #require(AgeRange(from: age, to: age))
                let sum = parts.compactMap { table.persons($0, year, .both, range) }.reduce(0, +)
                #expect(table.persons(city, year, .both, range) == sum)
            }
        }
    }

    @Test func theCountryHasAgesTo2024AndTotalsTo2026() throws {
        #expect(try population().yearsByAge(of: .country) == Array(2005...2024))
        #expect(try population().years(of: .country) == Array(2005...2026))
        #expect(try persons("0", 2025, .both, "0_17") == nil)
        #expect(try persons("0", 2020, .both, "0_0") == 54_827)
    }

    @Test func partsOfADistrictAreMostOfIt() throws {
        let parts = try #require(Self.loaded.figures?.partPopulation(RegisterID("population-parts")))
        #expect(parts.districts().count == 38)
        for district in parts.districts() {
            for year in parts.years(of: district) {
                let sum = parts.parts(of: district).compactMap { parts.persons($0, of: district, year) }.reduce(0, +)
                let whole = try #require(try population().persons(district, year))
                #expect(abs(sum - whole) * 100 <= whole)
            }
        }
        let gamleOslo = FourCities.area("030101")
        #expect(parts.years(of: gamleOslo) == Array(2006...2025))
        #expect(parts.parts(of: gamleOslo).count == 10)
    }

    @Test(arguments: [
        ("500104", "2_2", "measles", "2013_2017", "97.7"), ("0301", "2_2", "diphtheria", "2002_2006", "90.4"),
        ("0", "2_2", "mmr", "2002_2006", "88.6"), ("030101", "2_2", "diphtheria", "2014_2018", "93.7"),
    ])
    func holdTheOwnersPercentages(code: String, age: String, vaccine: String, period: String, value: String) throws {
        let figures = try #require(Self.loaded.figures?.ownerFigures(RegisterID("vaccination")))
        let key = OwnerFigures.Key(
            area: FourCities.area(code), period: try #require(Period(code: period)),
            age: try #require(AgeRange(code: age)), category: vaccine)
        guard case .number(let number) = figures[key] else {
            Issue.record("no number")
            return
        }
        #expect(number.text == value)
    }

    @Test func keepTheOwnersMarks() throws {
        let figures = try #require(Self.loaded.figures?.ownerFigures(RegisterID("vaccination")))
        let key = OwnerFigures.Key(
            area: FourCities.area("500104"), period: try #require(Period(code: "2013_2017")),
            age: try #require(AgeRange(code: "2_2")), category: "mmr")
        #expect(figures[key] == .absent(.missing))
        #expect(figures.areas().count == 1 + 4 + 34)
        #expect(figures.periods.count == 13)
        #expect(figures.ages(of: "hpv") == [try #require(AgeRange(code: "16_16"))])
    }
}
