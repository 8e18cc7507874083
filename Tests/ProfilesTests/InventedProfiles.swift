import Geography
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Disclosure
@testable import Indicators
@testable import Profiles

/// Published figures of an invented city, as a test would write them.
struct InventedProfiles {
    static let split = SplitID(city: "fjordvik", split: "bydel")
    static let harbour = Area.district(split, DistrictCode("990101")!)
    static let hills = Area.district(split, DistrictCode("990102")!)
    static let islands = Area.district(split, DistrictCode("990103")!)
    static let city = Area.kommune(KommuneCode("9901")!)

    var indicators: [IndicatorFile]
    private var figures: [FigureKey: PublishedFigure] = [:]
    private var periods: [PublishedTable.Series: Period] = [:]
    private var tests: [Area: Int] = [:]

    init(_ indicators: [IndicatorFile]) { self.indicators = indicators }

    /// Adds a figure of `indicator`; `nil` for one that is missing.
    mutating func add(
        _ indicator: String, _ area: Area, _ value: Int?, _ comparison: Comparison = .notDifferent, year: Int = 2022,
        sex: Sex = .both, age: AgeRange = .all
    ) {
        let key = FigureKey(
            indicator: IndicatorID(indicator), area: area, period: Period(year: year), sex: sex, age: age)
        let shown = value.map { PublishedValue.figure(Estimate(NumberText.Decimal($0, decimals: 0))) } ?? .missing
        figures[key] = PublishedFigure(
            key: key, value: shown, flags: [], comparison: comparison, cityComparison: .notTested(.noFigure),
            trend: .notTested(.fewPoints))
        periods[.init(split: Self.split, indicator: key.indicator)] = Period(year: 2022)
    }

    /// Adds a figure of `indicator` for a place and one for the country.
    mutating func add(_ indicator: String, _ value: Int, _ comparison: Comparison, country: Int) {
        add(indicator, Self.harbour, value, comparison)
        add(indicator, .country, country, .notTested(.reference))
    }

    /// What profiles are made by.
    func maker() throws -> ProfileMaker {
        var diagnostics = Diagnostics()
        let scratch = try ScratchFolder(indicators)
        let library = IndicatorLibrary.load(
            from: scratch.folder, registers: [RegisterID("persons")], &diagnostics)
        let geography = Geography.load(from: Fixtures.geography, &diagnostics)
        #expect(scratch.findings(diagnostics) == [])
        return ProfileMaker(
            table: PublishedTable(
                Dictionary(grouping: figures.values, by: \.key.indicator).map { PublishedTable.Part($1, of: $0) },
                profilePeriods: periods, tests: tests),
            library: try #require(library),
            geography: try #require(geography), today: .january1(2024))
    }

    /// The population of the harbour by sex and age.
    func pyramid() throws -> Pyramid? {
        let maker = try maker()
        return maker.pyramid(of: try #require(maker.places.first { $0.area == Self.harbour }))
    }

    /// The profile of the harbour.
    func profile() throws -> Profile {
        let maker = try maker()
        return maker.profile(of: try #require(maker.places.first { $0.area == Self.harbour }))
    }
}

extension IndicatorFile {
    /// A mean age, of which nothing is said but its id.
    static func plain(_ id: String, barometer: Bool = true) -> IndicatorFile {
        var file = IndicatorFile(id, measure: "{ kind: mean-age }")
        file.barometer = barometer
        return file
    }
}
