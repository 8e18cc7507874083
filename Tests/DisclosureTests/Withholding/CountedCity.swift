import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

/// A city of some districts, all of which have profiles, and what a register `courses` counts there: `low` of `all`.
struct CountedCity {
    static let split = InventedCity.split
    static let kommune = InventedCity.kommune
    static let low: IndicatorFile = {
        var file = IndicatorFile("low", measure: "{ kind: share, numerator: low, denominator: all, years: 1 }")
        file.register = "courses"
        return file
    }()

    /// The count of each district by year; everybody is a hundred times as many in the country.
    var low: [Int: [Double]]
    /// Those who could be low, in each district and year.
    var all: [Double]
    /// People of no district: those who are low, and all.
    var rest = (low: 0.0, all: 0.0)
    /// Keys of the preset that are others than usual.
    var preset: [String: String] = [:]
    /// Exceptions, as the policy writes them.
    var exceptions = ""
    /// What the policy says of the register's categories.
    var contents = ""
    /// How many there are in each district that both could be counted among.
    var everybody = 0.0
    var indicators = [Self.low]

    /// A city in 2022, with a hundred people in each district.
    init(_ low: [Double]) { self.init(years: [2022: low]) }

    init(years low: [Int: [Double]]) {
        self.low = low
        all = (low.values.first ?? []).map { _ in 100 }
    }

    var codes: [DistrictCode] { all.indices.compactMap { DistrictCode("9901\($0 + 11)") } }
    var districts: [Area] { codes.map { .district(Self.split, $0) } }

    /// The invented city, divided into these districts.
    func geography() throws -> Geography {
        let scratch = try ScratchFolder(copying: Fixtures.geography.path)
        let units = ["99010101", "99010102", "99010201", "99010202", "99010203"]
        var (districts, members, tiles) = (
            "district;name_nb;name_nn;name_en;name_se;valid_from;valid_to;published\n",
            "grunnkrets;district;valid_from;valid_to\n", "district;row;column\n"
        )
        for (place, code) in codes.enumerated() {
            districts += "\(code);District \(place);;;;2005-01-01;;yes\n"
            members += "\(units[place]);\(code);2005-01-01;\n"
            tiles += "\(code);1;\(place + 1)\n"
        }
        try scratch.write(districts, to: "fjordvik/splits/bydel/districts.csv")
        try scratch.write(members, to: "fjordvik/splits/bydel/members.csv")
        try scratch.write(tiles, to: "fjordvik/tiles.csv")
        let split = try scratch.text(of: "fjordvik/splits/bydel/split.yaml")
        try scratch.write(
            split.replacing("whole-city", with: "part-of-city"), to: "fjordvik/splits/bydel/split.yaml")
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: scratch.folder, &diagnostics)
        #expect(scratch.findings(diagnostics) == [])
        return try #require(geography)
    }

    /// The register's table.
    func table() -> CountTable {
        let years = low.keys.sorted()
        let areas = [Area.country, .kommune(Self.kommune)] + districts
        let total = everybody * Double(all.count)
        var counts: [Double] = []
        for area in areas {
            for year in years {
                let own = low[year] ?? []
                switch area {
                case .country:
                    counts += [100 * (own.reduce(0, +) + rest.low), 100 * (all.reduce(0, +) + rest.all), 100 * total]
                case .kommune: counts += [own.reduce(0, +) + rest.low, all.reduce(0, +) + rest.all, total]
                default:
                    let place = districts.firstIndex(of: area) ?? 0
                    counts += [own[place], all[place], everybody]
                }
            }
        }
        var quality = CountTable.Quality()
        quality.isSynthetic = true
        return CountTable(
            axes: CountTable.Axes(
                areas: areas, years: (years.first ?? 0)...(years.last ?? 0), sexes: [.both], ages: [.all],
                categories: ["low", "all", "everybody"]),
            counts: counts, quality: quality, lowestGeography: .grunnkrets)
    }

    /// What goes through a gate.
    private struct Publication {
        let gate: PublicationGate
        let library: IndicatorLibrary
        let holdings: RegisterHoldings
        let submission: PublicationGate.Submission
    }

    private func publication(_ diagnostics: inout Diagnostics) throws -> Publication {
        let courses = RegisterID("courses")
        let holdings = RegisterHoldings(.synthetic, counts: [courses: table()])
        let text = """
            registers:
              courses: { rule: synthetic-only, withholding: small\(contents), because: { nb: Ja., nn: Ja., en: Yes. } }
            \(WithholdingPreset.named("small", preset))
            \(exceptions)
            coverage: { most_unknown: 0.9, largest_difference: 0.9 }
            tests: { interval_level: 0.95, false_discovery_rate: 0.05 }
            """
        let policy = DisclosurePolicy.load(
            InputFile(path: "disclosure.yaml", text: text), registers: [courses], &diagnostics)
        let scratch = try ScratchFolder(indicators)
        let library = IndicatorLibrary.load(from: scratch.folder, registers: [courses], &diagnostics)
        #expect(scratch.findings(diagnostics) == [])
        let division = AreaDirectory.Division(split: Self.split, kommune: Self.kommune, districts: codes)
        return Publication(
            gate: PublicationGate(policy: try #require(policy)), library: try #require(library), holdings: holdings,
            submission: PublicationGate.Submission(
                division: division, profiled: Set(codes),
                calculator: IndicatorCalculator(holdings, division: division, history: BoundaryHistory([:]))))
    }

    /// What the gate lets out, and what it has to say.
    func publish(after release: Release? = nil) throws -> (table: PublishedTable?, findings: [String]) {
        var diagnostics = Diagnostics()
        let it = try publication(&diagnostics)
        let published = it.gate.publish(
            it.library, of: it.holdings, [it.submission], overlaps: [], after: release, &diagnostics)
        return (published, diagnostics.sorted.map(\.description))
    }

    /// What becomes of the figure of a place and period.
    func explanation(_ area: Area, _ period: String = "2022") throws -> FigureExplanation? {
        var diagnostics = Diagnostics()
        let it = try publication(&diagnostics)
        let key = FigureKey(
            indicator: IndicatorID("low"), area: area, period: try #require(Period(code: period)))
        return it.gate.explanation(
            of: key, it.library, of: it.holdings, [it.submission], overlaps: [], after: nil, &diagnostics)
    }

    /// The places of the districts whose figures are withheld.
    func withheld(_ period: String = "2022") throws -> [Int] {
        let (table, findings) = try publish()
        #expect(findings == [])
        return try Self.withheld(try #require(table), districts, period)
    }

    static func withheld(_ table: PublishedTable, _ districts: [Area], _ period: String = "2022") throws -> [Int] {
        try districts.indices.filter { try table.figure("low", districts[$0], period).value == .withheld }
    }
}
