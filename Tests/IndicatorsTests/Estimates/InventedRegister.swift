import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Indicators

/// An invented register of courses and deaths in the districts of ``Fjordvik``, outside every district, and elsewhere in
/// the country, by single years of age: every cell is a formula, so that anybody can work the figures out again.
enum InventedRegister {
    static let id = RegisterID("courses")
    static let years = 2015...2022
    /// The places that make up the country, each with its number in the formulas.
    static let parts: [(area: Area, number: Int)] = [
        (Fjordvik.district("990101"), 1), (Fjordvik.district("990102"), 2), (Fjordvik.district("990103"), 3),
        (Fjordvik.district("990104"), 4), (Fjordvik.unallocated, 5), (.country, 6),
    ]

    /// The numbers of the parts that make up a place.
    static func numbers(of area: Area) -> [Int] {
        switch area {
        case .country: return Array(1...6)
        case Fjordvik.city: return Array(1...5)
        default: return parts.filter { $0.area == area }.map(\.number)
        }
    }

    private static func scramble(_ place: Int, _ year: Int, _ sex: Int, _ age: Int, _ category: Int) -> Int {
        (place * 7919 + year * 104_729 + sex * 1_299_709 + age * 15_485_863 + category * 32_452_843) % 97
    }

    /// Persons of an age on 1 January: many in districts 1 to 3, hardly anybody in the fourth or outside, and twenty times
    /// as many elsewhere.
    static func persons(_ place: Int, _ year: Int, _ sex: Int, _ age: Int) -> Int {
        let number = scramble(place, year, sex, age, 0)
        switch place {
        case 4: return number % 2
        case 5: return number % 3
        default: return (age >= 90 ? number % 5 + 1 : 40 + number % 60) * (place == 6 ? 20 : 1)
        }
    }

    /// Two thirds take a course; some of them do badly; people die by the cube of their age.
    static func count(_ category: String, _ place: Int, _ year: Int, _ sex: Int, _ age: Int) -> Int {
        let persons = persons(place, year, sex, age)
        switch category {
        case "took": return persons * 2 / 3
        case "low": return persons * 2 / 3 / (2 + scramble(place, year, sex, age, 1) % 4 + place % 2)
        default:
            let chance = scramble(place, year, sex, age, 2) * 1_000_003 % 2_000_000
            return (persons * age * age * age + chance) / 2_000_000
        }
    }

    static let areas = [.country, Fjordvik.city] + parts.map(\.area).filter { $0 != .country }
    static let singleYears = (0...PopulationTable.lastAge).compactMap { AgeRange(from: $0, to: $0) }

    /// The table of the register.
    static func table(_ quality: CountTable.Quality = CountTable.Quality(), level: GeographicLevel = .grunnkrets)
        -> CountTable
    {
        let categories = ["took", "low", "died"]
        return .byHand(
            areas, years, sexes: [.men, .women], ages: singleYears, categories: categories, quality, level
        ) { area, year, sex, age, category in
            numbers(of: area).reduce(0) { $0 + Double(count(category, $1, year, sex.rawValue, age.from)) }
        }
    }

    /// Who lived there on 1 January of the register's years and the one after.
    static let population: PopulationTable = {
        let rows = areas.flatMap { area in
            (years.lowerBound...years.upperBound + 1).flatMap { year in
                [Sex.men, .women].compactMap { sex in
                    PopulationTable.Row(
                        area: area, year: year, sex: sex,
                        persons: singleYears.map { age in
                            numbers(of: area).reduce(0) { $0 + persons($1, year, sex.rawValue, age.from) }
                        })
                }
            }
        }
        return PopulationTable(rows)
    }()

    static func holdings(_ table: CountTable = table()) -> RegisterHoldings {
        RegisterHoldings(.synthetic, population: [.population: population], counts: [id: table])
    }

    static func calculator(_ table: CountTable = table()) throws -> IndicatorCalculator {
        IndicatorCalculator(holdings(table), division: Fjordvik.division, history: BoundaryHistory([:]))
    }

    static func definition(_ measure: String, unit: String = "percent") throws -> IndicatorDefinition {
        var file = IndicatorFile("invented", measure: measure)
        file.register = id.id
        file.unit = unit
        var diagnostics = Diagnostics()
        let definition = IndicatorDefinition(InputFile(path: "invented.yaml", text: file.text), &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        return try #require(definition)
    }
}

extension CountTable {
    /// A table whose cells are what `count` says; `nil` where there is no number.
    static func byHand(
        _ areas: [Area], _ years: ClosedRange<Int>, sexes: [Sex] = [.both], ages: [AgeRange] = [.all],
        categories: [String], _ quality: Quality = Quality(), _ level: GeographicLevel = .grunnkrets,
        count: (Area, Int, Sex, AgeRange, String) -> Double?
    ) -> CountTable {
        var counts: [Double] = []
        for area in areas {
            for year in years {
                for sex in sexes {
                    for age in ages {
                        for category in categories { counts.append(count(area, year, sex, age, category) ?? absent) }
                    }
                }
            }
        }
        return CountTable(
            axes: Axes(areas: areas, years: years, sexes: sexes, ages: ages, categories: categories), counts: counts,
            quality: quality, lowestGeography: level)
    }
}

extension [ConfidentialFigure] {
    /// The whole figure of `area` in `period`, such as `2020_2022`.
    func of(_ area: Area, _ period: String) throws -> ConfidentialFigure {
        let period = try #require(Period(code: period))
        return try #require(first { $0.key.area == area && $0.key.period == period })
    }
}
