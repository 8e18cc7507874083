import Geography
import GeographyLiterals
import LocatedInput
import Testing

@testable import SplitRequests

/// What becomes of districts that are drawn on a map.
@Suite struct DrawnRequestTests {
    typealias Area = DrawnTromso.Area

    private let tromso: DrawnTromso

    init() throws { tromso = DrawnTromso(ground: try ShippedGround.load()) }

    private func geoJSON(_ areas: [Area]) -> String { DrawnTromso.geoJSON(areas) }

    private func units(_ report: RequestReport) -> [String: [GrunnkretsCode]] {
        Dictionary(uniqueKeysWithValues: (report.split?.districts ?? []).map { ($0.code.digits, $0.units) })
    }

    /// The units whose squares are in columns `range`.
    private func columns(_ range: Range<Int>) -> [GrunnkretsCode] {
        tromso.codes.enumerated().filter { range.contains($0.offset % 25) }.map(\.element)
    }

    @Test func bordersGiveTheSplitThatATableWould() throws {
        let report = try tromso.report(geoJSON(DrawnTromso.halves))
        #expect(report.verdict == .approved)
        #expect(report.kinds.isDisjoint(with: [.cutUnit, .overlap, .mostlyOutside]))
        #expect(units(report) == ["10": columns(0..<12), "20": columns(12..<25)])
        #expect(report.split?.districts.map(\.name.nb) == ["Vest", "Aust"])
        let table =
            "grunnkrets;kode;navn\n"
            + tromso.codes.enumerated().map { "\($1);\($0 % 25 < 12 ? "10;Vest" : "20;Aust")\n" }.joined()
        #expect(try tromso.ground.report(table, "5501").findings == report.findings)
    }

    @Test func pointsOfATableGiveTheSame() throws {
        let report = try tromso.report(geoJSON(DrawnTromso.halves), over: tromso.points(), unitSystem: "EPSG:25833")
        #expect(report.verdict == .approved)
        #expect(units(report) == ["10": columns(0..<12), "20": columns(12..<25)])
    }

    @Test func eachUnitMakesItsOwnDistrict() throws {
        let own = tromso.units().replacing("grunnkretsnummer", with: "kode")
        let report = try tromso.report(own)
        #expect(report.split?.districts.map(\.code.digits) == tromso.codes.map(\.digits))
        #expect(report.split?.districts.allSatisfy { $0.units.map(\.digits) == [$0.code.digits] } == true)
        #expect(report.kinds.isDisjoint(with: [.cutUnit, .overlap, .mostlyOutside]))
    }

    @Test func aUnitThatIsCutGoesWhereMostOfItIsAndIsNamed() throws {
        let report = try tromso.report(
            geoJSON([Area("10", "Vest", 0, 0, 12.38, 7), Area("20", "Aust", 12.38, 0, 13, 7)]))
        #expect(report.verdict == .approved)
        #expect(units(report)["20"] == columns(12..<25))
        #expect(report.subjects(.cutUnit) == columns(12..<13).map(\.digits))
        let first = try #require(report.findings.first { $0.kind == .cutUnit })
        #expect(first.slots["parts"] == "Aust 60\u{A0}%, Vest 40\u{A0}%")
        #expect(first.slots["district"] == "Aust")
        #expect(first.location?.file == "kretser.geojson")
        let sliver = try tromso.report(geoJSON([Area("10", "A", 0, 0, 12.04, 7), Area("20", "B", 12.04, 0, 13, 7)]))
        #expect(!sliver.kinds.contains(.cutUnit))
    }

    @Test func piecesWithOneCodeAreOneDistrict() throws {
        let report = try tromso.report(
            geoJSON([Area("10", "Vest", 0, 0, 6, 7), Area("20", "Aust", 12, 0, 13, 7), Area("10", "Vest", 6, 0, 6, 7)]))
        #expect(report.verdict == .approved)
        #expect(units(report)["10"] == columns(0..<12))
    }

    @Test func aHoleBelongsToTheDistrictInIt() throws {
        var ring = Area("10", "Ytre", 0, 0, 25, 7)
        ring.hole = [(10, 2), (10, 4), (12, 4), (12, 2), (10, 2)]
        let report = try tromso.report(geoJSON([ring, Area("20", "Indre", 10, 2, 2, 2)]))
        #expect(report.verdict == .approved)
        #expect(units(report)["20"]?.count == 4)
    }

    @Test func unitsOutsideAllBordersAreUnplacedAndSaidWhy() throws {
        let areas = [Area("10", "Vest", 0, 0, 12, 7), Area("20", "Aust", 12, 0, 12, 7)]
        let report = try tromso.report(geoJSON(areas))
        #expect(report.subjects(.uncoveredUnit) == columns(24..<25).map(\.digits))
        #expect(report.subjects(.unplaced) == report.subjects(.uncoveredUnit))
        #expect(try tromso.report(geoJSON(areas), isPart: true).verdict == .approved)
    }

    @Test func aUnitThatReachesIntoTheSeaIsPlacedWithAWarning() throws {
        let report = try tromso.report(
            geoJSON([Area("10", "Vest", 0, 0, 12, 7), Area("20", "Aust", 12, 0, 12.3, 7)]))
        #expect(report.verdict == .approved)
        #expect(report.subjects(.mostlyOutside) == columns(24..<25).map(\.digits))
        #expect(units(report)["20"] == columns(12..<25))
    }

    @Test func aMapThatLacksAUnitSaysSo() throws {
        let lacking = tromso.units().replacing(tromso.codes[5].digits, with: tromso.codes[4].digits)
        let report = try tromso.report(geoJSON(DrawnTromso.halves), over: lacking)
        #expect(report.subjects(.missingUnit) == [tromso.codes[5].digits])
        #expect(report.verdict == .mustBeMended)
    }

    @Test func districtsOnEachOtherAreSaid() throws {
        let report = try tromso.report(geoJSON([Area("10", "Vest", 0, 0, 14, 7), Area("20", "Aust", 12, 0, 13, 7)]))
        #expect(report.subjects(.overlap) == ["10+20"])
        // Two whole columns lie in both.
        #expect(report.subjects(.placedTwice) == columns(12..<14).map(\.digits))
        #expect(report.verdict == .mustBeMended)
    }

    @Test func aDistrictThatGetsNoUnitIsAnErrorAndOneElsewhereIsANote() throws {
        let small = try tromso.report(geoJSON(DrawnTromso.halves + [Area("30", "Prikken", 3.1, 3.1, 0.2, 0.2)]))
        #expect(small.subjects(.districtWithoutUnits) == ["30"])
        #expect(small.verdict == .mustBeMended)
        let far = try tromso.report(geoJSON(DrawnTromso.halves + [Area("30", "Nabo", 40, 0, 5, 5)]))
        #expect(far.subjects(.drawnElsewhere) == [""])
        #expect(far.verdict == .approved)
    }

    @Test func namesWithoutCodesAreNumberedAsTheyAreDrawn() throws {
        let report = try tromso.report(geoJSON([Area(nil, "Aust", 12, 0, 13, 7), Area(nil, "Vest", 0, 0, 12, 7)]))
        #expect(report.kinds.contains(.numberedDistricts))
        #expect(report.split?.districts.map(\.name.nb) == ["Aust", "Vest"])
    }

    @Test func namesAreJudgedAsThoseOfATable() throws {
        func kinds(_ first: String, _ second: String) throws -> Set<FindingKind> {
            try tromso.report(geoJSON([Area("10", first, 0, 0, 12, 7), Area("20", second, 12, 0, 13, 7)])).kinds
        }
        #expect(try kinds("Sør", "Sør").contains(.sharedName))
        #expect(try kinds("<b>Sør</b>", "Nord").contains(.markup))
    }

    @Test func aTableNeedsNoMap() throws {
        let table = try tromso.ground.table("5501") { $0 < "55011000" ? "01" : "02" }
        let report = try tromso.report(table)
        #expect(report.kinds.contains(.mapNotUsed))
        #expect(report.verdict == .approved)
    }

    @Test func aHundredThousandPointsAreLaidOverDistricts() throws {
        let lines = (0..<100_000).map { index in
            let (x, y) = DrawnTromso.metres((Double(index % 316) / 13, Double(index / 316) / 46))
            return "\(10_000_000 + index);\(x);\(y)\n"
        }
        let report = try tromso.report(
            geoJSON(DrawnTromso.halves), over: "grunnkrets;x;y\n" + lines.joined(), unitSystem: "EPSG:25833")
        #expect(report.verdict == .mustBeMended)
    }
}
