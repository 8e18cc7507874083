import Cells
import Geography
import LocatedInput
@_spi(Confidential) import Registers
import TestSupport
import Testing

@_spi(Confidential) @testable import Disclosure
@_spi(Confidential) @testable import Indicators

/// The cells of a small city whose districts were others on an earlier day, over six years with periods of three.
@Suite struct RegisterCellsTests {
    private let today = CalendarDate("2022-01-01")!
    private let earlier = CalendarDate("2019-01-01")!

    private func cells(seed: UInt64, rest: ClosedRange<Int> = 2016...2021) throws -> RegisterCells {
        var diagnostics = Diagnostics()
        let geography = try #require(Geography.load(from: Fixtures.geography, &diagnostics))
        let city = try #require(geography.city("fjordvik"))
        let split = try #require(city.split("bydel"))
        let overlaps = try #require(city.overlaps(today: today, earlier: [earlier]))
        let division = AreaDirectory.Division(
            split: split.id, kommune: try #require(city.kommune(on: today)),
            districts: split.districts(on: today).map(\.code))
        let table = try self.table(split, overlaps, division, seed: seed, rest: rest)
        let holdings = RegisterHoldings(.synthetic, counts: [RegisterID("courses"): table])
        var low = CountedCity.low
        low.measure = "{ kind: share, numerator: low, denominator: all, years: 3, counts: events }"
        let scratch = try ScratchFolder([low])
        let library = try #require(
            IndicatorLibrary.load(from: scratch.folder, registers: [RegisterID("courses")], &diagnostics))
        let calculator = IndicatorCalculator(holdings, division: division, history: BoundaryHistory([:]))
        let file = InputFile(path: "rules.yaml", text: WithholdingPreset.keys(["zeros": "true"]))
        let keys = YAMLValue(file, &diagnostics)?.mapping(&diagnostics)
        let rules = WithholdingRules(try #require(keys), &diagnostics)
        let policy = try #require(rules)
        let subject = RegisterCellsBuilder.Subject(
            indicator: library.indicators[0], shares: calculator.shares(of: library.indicators[0]), rules: policy,
            figures: calculator.figures(of: library.indicators[0]).map(\.key))
        let given = RegisterCells.Key(
            quantity: .group(CountedGroup(categories: ["low"], sexes: [0], ages: [0])),
            place: .earlier(SplitOverlaps.Version(split: split.id, date: earlier), DistrictCode("990102")!),
            period: Period(start: 2016, end: 2018)!)
        let country = RegisterCells.Key(
            quantity: given.quantity, place: .area(.country), period: Period(start: 2017, end: 2018)!)
        return RegisterCellsBuilder(
            RegisterID("courses"), table, PlaceSums([division], [overlaps]), [subject], policy, given: [given, country]
        ).registerCells()
    }

    /// Draws the counts of every overlap; all else is their sum, and four people of no district in the years of `rest`.
    private func table(
        _ split: Split, _ overlaps: SplitOverlaps, _ division: AreaDirectory.Division, seed: UInt64,
        rest: ClosedRange<Int>
    ) throws -> CountTable {
        var draws = SeededDraws(seed: seed)
        let parts = overlaps.split.districts.map(\.code)
        let now = try #require(overlaps.parts[SplitOverlaps.Version(split: split.id, date: today)])
        let years = 2016...2021
        var low: [DistrictCode: [Double]] = [:]
        for code in parts { low[code] = years.map { _ in Double(draws.number(below: 4)) } }
        let areas =
            [Area.country, .kommune(division.kommune)] + division.districts.map { .district(split.id, $0) }
            + parts.map { .district(overlaps.split.id, $0) }
        func sum(_ codes: [DistrictCode], _ year: Int) -> Double {
            codes.reduce(0) { $0 + (low[$1]?[year - years.lowerBound] ?? 0) }
        }
        let counts = areas.flatMap { area in
            years.flatMap { year -> [Double] in
                switch area {
                case .country: [sum(parts, year) + 500, 10_000]
                case .kommune where rest.contains(year): [sum(parts, year) + 1, Double(parts.count) * 20 + 4]
                case .kommune: [sum(parts, year), Double(parts.count) * 20]
                case .district(overlaps.split.id, let code): [sum([code], year), 20]
                case .district(_, let code): [sum(now[code] ?? [], year), Double(now[code]?.count ?? 0) * 20]
                case .unallocated: []
                }
            }
        }
        return CountTable(
            axes: CountTable.Axes(
                areas: areas, years: years, sexes: [.both], ages: [.all], categories: ["low", "all"]),
            counts: counts, quality: CountTable.Quality(), lowestGeography: .grunnkrets)
    }

    @Test(arguments: 1...20) func everyRelationHolds(seed: Int) throws {
        let cells = try cells(seed: UInt64(seed))
        #expect(!cells.system.relations.isEmpty)
        for relation in cells.system.relations {
            let sum = relation.terms.reduce(0) { $0 + $1.coefficient * cells.system.cells[$1.cell].value }
            #expect(sum.magnitude < 1e-9, "\(relation.terms.map { cells.keys[$0.cell] })")
        }
    }

    @Test func theSameCountsMakeTheSameCells() throws {
        let (one, other) = (try cells(seed: 1), try cells(seed: 1))
        #expect(one.keys == other.keys && one.system.relations == other.system.relations)
    }

    @Test func anEarlierDistrictIsACellThatEverybodyKnows() throws {
        let cells = try cells(seed: 1)
        let known = cells.system.cells.indices.filter { cells.system.cells[$0].kind == .frozen }
        #expect(
            known.contains { number in
                if case .earlier(_, DistrictCode("990102")!) = cells.keys[number].place { true } else { false }
            })
    }

    @Test func whatWasGivenAwayOfTheCountryIsTiedToTheCitiesAndTheirDistricts() throws {
        // No figure of today is about these two years.
        let cells = try cells(seed: 1)
        let period = Period(start: 2017, end: 2018)!
        let wholes = cells.system.relations.compactMap { relation -> CountedPlace? in
            let keys = relation.terms.map { cells.keys[$0.cell] }
            return keys.allSatisfy { $0.period == period && $0.quantity == keys[0].quantity } ? keys[0].place : nil
        }
        #expect(wholes.contains(.area(.country)))
        #expect(wholes.contains { if case .area(.kommune) = $0 { true } else { false } })
    }

    @Test func figuresOfPeriodsGiveAwayTheirPeriodsAndNotTheirYears() throws {
        let cells = try cells(seed: 2)
        for figure in cells.figures {
            #expect(figure.cells.allSatisfy { cells.keys[$0].period == figure.key.period })
        }
        let years = cells.keys.indices.filter { cells.keys[$0].period.years == 1 }
        #expect(!years.isEmpty && years.allSatisfy { cells.system.cells[$0].kind != .cell })
    }

    /// Whether a number of people of no district is small in three years, two of which had none of them, is a question about
    /// one year.
    @Test(arguments: [(2016...2021, 3.0), (2018...2018, 1.0)])
    func yearsWithoutAnybodyAreNoReasonForAWiderLimit(rest: ClosedRange<Int>, years: Double) throws {
        let cells = try cells(seed: 3, rest: rest)
        let limits = cells.keys.indices.compactMap { number -> Double? in
            let key = cells.keys[number]
            guard case .restOfKommune = key.place, case .group(let group) = key.quantity, group.categories == ["low"],
                key.period == Period(start: 2016, end: 2018)!
            else { return nil }
            return cells.system.cells[number].largestWithheld
        }
        let rules = cells.rules
        #expect(!limits.isEmpty && limits.allSatisfy { $0 == rules.numerator * years })
    }
}
