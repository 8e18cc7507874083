import Demonstration
import Geography
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) import Registers

/// What is written is what is read again.
struct DemonstrationReadingTests {
    private let country: InventedCountry

    init() throws { country = try InventedCountry() }

    private func reading(scale: DemonstrationScale = .cities) throws -> DeliveredFigures {
        let (demonstration, found) = country.demonstration(scale: scale)
        #expect(found.isEmpty)
        _ = try #require(demonstration).write(to: country.out)
        var diagnostics = Diagnostics()
        let geography = try #require(Geography.load(from: Fixtures.geography, &diagnostics))
        let registers = RegisterDefinition.loadAll(from: country.indicators.folder("registers"), &diagnostics)
        let figures = DeliveredFigures.load(
            from: country.out, registers: registers, geography: geography, today: .january1(2026), &diagnostics)
        #expect(diagnostics.isEmpty, "\(diagnostics.sorted)")
        return try #require(figures)
    }

    /// All cells of a table, in order.
    private func cells(_ table: CountTable) -> [Double?] {
        let axes = table.axes
        return axes.areas.flatMap { area in
            axes.years.flatMap { year in
                axes.sexes.indices.flatMap { sex in
                    axes.ages.indices.flatMap { age in
                        axes.categories.map { table.count(area, year, sex: sex, age: age, $0) }
                    }
                }
            }
        }
    }

    @Test func everyFileIsReadWithoutAFindingAndIsSynthetic() throws {
        let figures = try reading()
        #expect(figures.registers.map(\.id) == ["deaths", "forms", "people", "school"])
        #expect(figures.isSynthetic)
        let deaths = try #require(figures.counts(RegisterID("deaths")))
        #expect(deaths.quality.provisionalYears == [2025] && deaths.quality.breaks == [2024])
        #expect(try #require(figures.counts(RegisterID("forms"))).quality.isEstimate)
    }

    @Test func personsAreThoseThatWerePublished() throws {
        let people = try #require(reading().population(RegisterID("people")))
        let split = SplitID(city: "fjordvik", split: "bydel")
        for district in 1...4 {
            let area = Area.district(split, try #require(DistrictCode("99010\(district)")))
            for year in InventedCountry.years {
                for sex in [Sex.men, .women] {
                    let published = (0...InventedCountry.lastAge).map {
                        InventedCountry.persons(district, year, sex.rawValue, $0)
                    }
                    #expect(people.persons(area, year, sex) == published.reduce(0, +))
                }
            }
        }
    }

    @Test func everyFormatHoldsTheSame() throws {
        let long = try #require(reading().counts(RegisterID("deaths")))
        let expected = cells(long)
        #expect(expected.contains { $0.map { $0 > 0 } ?? false })
        for format in ["json-stat", "statbank-px", "statbank-csv"] {
            let definition = InventedCountry.register("deaths", delivery: InventedCountry.deaths(format))
            try country.write(definition, "registers/deaths.yaml")
            let table = try #require(reading().counts(RegisterID("deaths")), "\(format)")
            #expect(table.axes == long.axes, "\(format)")
            #expect(cells(table) == expected, "\(format)")
        }
    }

    @Test func theCountryIsTheSameAsOneRowOrByUnit() throws {
        let row = try #require(reading().population(RegisterID("people")))
        let units = try #require(reading(scale: .wholeCountry).population(RegisterID("people")))
        for year in InventedCountry.years {
            #expect(row.persons(.country, year) == units.persons(.country, year))
        }
    }
}
