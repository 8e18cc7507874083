import Borders
import Geography
import LocatedInput
import Markup
import Registers
import TestSupport
import Testing

@testable import Disclosure
@testable import Indicators
@testable import Profiles
@testable import Rendering

/// The pages of an invented city, from figures written by hand.
struct InventedSite {
    static let split = SplitID(city: "fjordvik", split: "bydel")
    static let harbour = Area.district(split, DistrictCode("990101")!)
    static let hills = Area.district(split, DistrictCode("990102")!)
    static let islands = Area.district(split, DistrictCode("990103")!)
    static let city = Area.kommune(KommuneCode("9901")!)

    private var indicators: [IndicatorFile] = []
    private var figures: [FigureKey: PublishedFigure] = [:]
    private var periods: [PublishedTable.Series: Period] = [:]
    var isSynthetic = false
    var tests = 0
    var address: String? = "https://fjordvik.example/profiler/"

    /// Themes with a figure of each kind.
    private static let themes = """
        - { id: health, title: { nb: Helse, nn: Helse, en: Health }, figure: { kind: development } }
        - { id: habits, title: { nb: Vaner, nn: Vanar, en: Habits }, figure: { kind: districts } }
        - { id: people, title: { nb: Folk, nn: Folk, en: People }, figure: { kind: pyramid } }

        """

    /// Borders as GeoJSON, if the city has any.
    var borders: String?

    /// The folder of cities.
    var geography = Fixtures.geography

    /// Zone `number` of the city's other split.
    static func zone(_ number: Int) -> Area {
        .district(SplitID(city: "fjordvik", split: "soner"), DistrictCode("990100000\(number)")!)
    }

    /// Adds an indicator in per cent with one decimal.
    mutating func indicator(
        _ id: String, polarity: String = "neutral", barometer: Bool = true, theme: String = "people"
    ) {
        var file = IndicatorFile(id, measure: "{ kind: proportion, numerator: { ages: [0_17] }, denominator: {} }")
        file.polarity = polarity
        file.barometer = barometer
        file.theme = theme
        indicators.append(file)
    }

    /// Adds the count of everybody.
    mutating func population() {
        var file = IndicatorFile(
            "folk", measure: "{ kind: count, persons: {}, breakdown: { sexes: [1, 2], ages: [0_66, 67_120] } }")
        file.unit = "persons"
        file.decimals = 0
        file.barometer = false
        indicators.append(file)
    }

    /// Adds a figure, in tenths where the indicator has a decimal.
    mutating func add(
        _ indicator: String, _ area: Area, _ value: PublishedValue, _ comparison: Comparison = .notTested(.reference),
        flags: [FigureFlag] = [], trend: TrendFinding = .notTested(.fewPoints), year: Int = 2022, sex: Sex = .both,
        age: AgeRange = .all
    ) {
        let key = FigureKey(
            indicator: IndicatorID(indicator), area: area, period: Period(year: year), sex: sex, age: age)
        figures[key] = PublishedFigure(
            key: key, value: value, flags: flags, comparison: comparison, cityComparison: .notTested(.noFigure),
            trend: trend)
        periods[.init(split: Self.split, indicator: key.indicator)] = Period(year: 2022)
        if case .district(let split, _) = area {
            periods[.init(split: split, indicator: key.indicator)] = Period(year: 2022)
        }
    }

    /// Adds a district's figure and the country's, in tenths.
    mutating func add(_ indicator: String, _ own: Int, _ comparison: Comparison, country: Int) {
        add(indicator, Self.harbour, .tenths(own), comparison)
        add(indicator, .country, .tenths(country))
    }

    /// The pages.
    func pages() throws -> PageSet {
        var diagnostics = Diagnostics()
        let scratch = try ScratchFolder(indicators)
        try scratch.write(Self.themes, to: "themes.yaml")
        for (index, indicator) in indicators.enumerated() {
            // Titles are told apart, as those of real indicators are.
            var file = indicator
            file.order = index + 1
            let text = file.text.replacing(/title: (Mål|Measure)/) { "title: \($0.1) \(indicator.id)" }
            try scratch.write(text, to: file.path)
        }
        try scratch.write(
            """
            registers: { persons: { rule: published-by-owner, because: { nb: funnet på, nn: funne på, en: invented } } }
            coverage: { most_unknown: 0.08, largest_difference: 0.05 }
            tests: { interval_level: 0.95, false_discovery_rate: 0.05 }

            """, to: "disclosure.yaml")
        let register = RegisterID("persons")
        let library = IndicatorLibrary.load(from: scratch.folder, registers: [register], &diagnostics)
        let policy = InputFile(reading: scratch.folder.file("disclosure.yaml"), &diagnostics).flatMap {
            DisclosurePolicy.load($0, registers: [register], &diagnostics)
        }
        let geography = Geography.load(from: self.geography, &diagnostics)
        #expect(scratch.findings(diagnostics) == [])
        let today = CalendarDate.january1(2024)
        let maker = ProfileMaker(
            table: PublishedTable(
                Dictionary(grouping: figures.values, by: \.key.indicator).map { PublishedTable.Part($1, of: $0) },
                profilePeriods: periods, tests: [Self.harbour: tests]),
            library: try #require(library), geography: try #require(geography), today: today)
        let bydeler = try #require(geography?.cities.first?.splits.first)
        let map = try borders.flatMap { text -> BorderMap? in
            try scratch.write(text, to: "fjordvik/bydel/borders.geojson")
            try scratch.write(
                "{ file: borders.geojson, source: { nb: Fylkes & Co, nn: Fylkes & Co, en: County & Co }, licence: CC0 }",
                to: "fjordvik/bydel/borders.yaml")
            let source = BorderSource.read(of: bydeler.id, in: scratch.folder, &diagnostics)
            return source.flatMap { BorderReader.read($0, of: bydeler, on: today, &diagnostics) }
        }
        #expect(scratch.findings(diagnostics) == [])
        let same = { (text: String) in Translated(nb: text, nn: text, en: text) }
        return PageSet(
            maker: maker, geography: try #require(geography),
            sources: [
                SourceNote(
                    register: register, name: same("Personer"), owner: same("Fjordvik & Co"), counts: same("Personer."),
                    licence: same("CC0"), tables: ["1"])
            ],
            policy: try #require(policy),
            edition: Edition(id: "2024", date: today, geographyDate: today, isSynthetic: isSynthetic),
            identity: SiteIdentity(
                address: address, publisher: same("Fjordvik & Co"), organisation: nil,
                contact: SiteIdentity.Contact(name: same("Redaksjonen"), email: "post@fjordvik.example"),
                licence: SiteIdentity.Licence(
                    name: "CC0", address: "https://licences.example/cc0/", code: "CC0"),
                dataThemes: ["HEAL"], frequency: "ANNUAL"),
            releases: [
                Release(
                    edition: "2024", date: today, kind: .edition,
                    changes: [Release.Change(reason: .newIndicators, text: same("Alt er nytt."))])
            ],
            downloads: [.figures], wordings: try Templates.wordings(), templates: try Templates.library(),
            borders: map.map { [bydeler.id: $0] } ?? [:], palette: try Templates.palette())
    }

    /// The text of the harbour's profile.
    func profile(_ language: Language = .nb) throws -> String {
        let place = try #require(try pages().maker.places.first { $0.area == Self.harbour })
        return try page(.profile(language, place))
    }

    /// The text of one page.
    func page(_ path: SitePath) throws -> String {
        try #require(try pages().pages().first { $0.path == path }?.document.text)
    }

    /// The sentences of the harbour's profile.
    func sentences(_ language: Language) throws -> [String] {
        let set = try pages()
        let profile = set.maker.profile(of: try #require(set.maker.places.first { $0.area == Self.harbour }))
        let writer = PageWriter(set, language)
        return try profile.sentences.compactMap { try writer.sentence($0, of: profile.place) }
    }
}

extension PublishedValue {
    /// A number in tenths, with an interval of one to each side.
    static func tenths(_ value: Int) -> PublishedValue {
        .figure(
            Estimate(
                NumberText.Decimal(value, decimals: 1), lower: NumberText.Decimal(value - 10, decimals: 1),
                upper: NumberText.Decimal(value + 10, decimals: 1)))
    }

    /// A whole number.
    static func whole(_ value: Int) -> PublishedValue { .figure(Estimate(NumberText.Decimal(value, decimals: 0))) }
}
