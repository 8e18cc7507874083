import Geography
import LocatedInput
import Testing

@testable import SplitRequests

/// Maps that cannot be used say why, and where; nothing of them is.
@Suite struct DrawnFaultsTests {
    typealias Area = DrawnTromso.Area

    private let tromso: DrawnTromso

    init() throws { tromso = DrawnTromso(ground: try ShippedGround.load()) }

    private static let halves = DrawnTromso.geoJSON(DrawnTromso.halves)

    private static func with(_ area: Area) -> String { DrawnTromso.geoJSON([DrawnTromso.halves[0], area]) }

    private static let faults: [(text: String, id: String)] = [
        (String(halves.prefix(halves.count / 2)), "shape.unreadable:"),
        ("{\"type\": \"Feature\"}", "shape.unreadable:1:10"),
        ("<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>", "shape.unreadable:"),
        ("<a xmlns=\"http://a.example/\"></a>", "shape.unreadable"),
        (with(Area("20", "Aust", corners: [(12, 0), (25, 0), (25, 7), (12, 7)])), "shape.open-ring:6:49"),
        (with(Area("20", "Aust", corners: [(12, 0), (25, 0), (12, 0)])), "shape.short-ring:6:49"),
        (
            with(Area("20", "Aust", corners: [(12, 0), (25, 7), (25, 0), (12, 7), (12, 0)])),
            "shape.crossed-ring:6:49"
        ),
        (with(Area(nil, "Aust", 12, 0, 13, 7)), "shape.place-without-code:5:1"),
        (
            halves.replacing("\"kode\"", with: "\"OBJECTID\"").replacing("\"navn\"", with: "\"status\""),
            "shape.no-district-property"
        ),
        (DrawnTromso.geoJSON(DrawnTromso.halves, crs: nil), "shape.no-system:4:49"),
        (DrawnTromso.geoJSON(DrawnTromso.halves, crs: "EPSG:3006"), "shape.unknown-system:EPSG:3006"),
        (DrawnTromso.geoJSON(DrawnTromso.halves, crs: "EPSG:4326"), "shape.outside-norway:4:49"),
        (
            DrawnTromso.geoJSON(
                DrawnTromso.halves,
                metres: {
                    let (x, y) = DrawnTromso.metres($0)
                    return (y, x)
                }), "shape.swapped-axes:4:49"
        ),
        (
            // Longitude and latitude of Copenhagen and southwards.
            DrawnTromso.geoJSON(
                DrawnTromso.halves, crs: nil, metres: { (12.5 + $0.0 / 100, 55.6 - $0.1 / 100) }),
            "shape.outside-norway:4:49"
        ),
        (
            // Oslo, where there is no unit of Tromsø.
            DrawnTromso.geoJSON(
                DrawnTromso.halves, crs: nil, metres: { (10.7 + $0.0 / 100, 59.9 + $0.1 / 100) }),
            "shape.nothing-meets"
        ),
        (
            halves.replacing("\"navn\"", with: "\"bydelsnr\""), "codes.doubled-column:bydelsnr"
        ),
    ]

    @Test(arguments: faults.indices)
    func tellsWhatIsWrongAndWhere(index: Int) throws {
        let report = try tromso.report(Self.faults[index].text)
        #expect(report.findings.contains { $0.id.hasPrefix(Self.faults[index].id) }, "\(report.findings.map(\.id))")
        #expect(report.verdict == .mustBeMended)
        #expect(report.split == nil)
    }

    @Test func bordersNeedUnits() throws {
        let report = try tromso.report(Self.halves, withoutUnits: true)
        #expect(report.subjects(.noUnitsToLay) == [""])
        #expect(report.split == nil)
    }

    @Test(arguments: [
        ("grunnkrets;x\n55010101;1\n", FindingKind.noPoints), ("", .noPoints), ("grunnkrets;x;y\n", .noPoints),
        ("grunnkrets;x;y\n55010101;øst;7\n", .brokenLine), ("grunnkrets;x;y\n55010101;640000;7730000\n", .noSystem),
        ("grunnkrets;x;y\n55010101;69.6;18.9\n", .swappedAxes),
        ("grunnkrets;lengdegrad;breddegrad\n46010101;5.3;60.4\n", .noUnitsHere),
        ("{\"type\": \"FeatureCollection\", \"features\": [", .unreadableMap),
    ])
    func aMapOfUnitsThatCannotBeUsedSaysWhy(text: String, kind: FindingKind) throws {
        let report = try tromso.report(Self.halves, over: text)
        #expect(report.kinds.contains(kind), "\(report.findings.map(\.id))")
        #expect(report.split == nil)
    }

    @Test func unitsWithoutACodePropertySaySo() throws {
        let report = try tromso.report(
            Self.halves, over: DrawnTromso.geoJSON(DrawnTromso.halves, code: "id", name: "lokalid"))
        #expect(report.subjects(.noUnitProperty) == [""])
        #expect(report.findings.first { $0.kind == .noUnitProperty }?.slots["properties"] == "id, lokalid")
    }

    @Test func whatIsToldOfCoordinatesGoesBeforeWhatTheFileSays() throws {
        let silent = DrawnTromso.geoJSON(DrawnTromso.halves, crs: nil)
        #expect(try tromso.report(silent, system: "EPSG:25833").verdict == .approved)
        #expect(try tromso.report(Self.halves, system: "UTM").subjects(.unknownSystem) == ["UTM"])
    }

    @Test func systemsMayDiffer() throws {
        // Corners of the halves and the border between them: pyproj 3.7.2, EPSG:25833 to EPSG:4258.
        let corners: [String: (Double, Double)] = [
            "0.0 0.0": (18.607577, 69.641242), "12.0 0.0": (18.915929, 69.634623), "25.0 0.0": (19.249736, 69.626841),
            "0.0 7.0": (18.618246, 69.703890), "12.0 7.0": (18.927505, 69.697248), "25.0 7.0": (19.262292, 69.689441),
        ]
        let degrees = DrawnTromso.geoJSON(DrawnTromso.halves, crs: nil) { corners["\($0.0) \($0.1)"] ?? (0, 0) }
        let report = try tromso.report(degrees)
        #expect(report.verdict == .approved)
        #expect(report.split?.districts.map(\.units.count) == [84, 91])
    }
}
