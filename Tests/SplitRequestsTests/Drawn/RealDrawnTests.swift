import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

@testable import SplitRequests

/// Districts drawn on maps of real grunnkretser and bydeler, where the files are at hand.
@Suite(.enabled(if: SharedData.isPresent, "the real source files are not here"))
struct RealDrawnTests {
    private static let folder = SharedData.folder + "/geography/polygons"
    private let ground: ShippedGround

    init() throws { ground = try ShippedGround.load() }

    private func file(_ name: String) throws -> InputFile {
        var diagnostics = Diagnostics()
        return try #require(InputFile(reading: "\(Self.folder)/\(name)", &diagnostics))
    }

    /// The grunnkretser of Asker and Bærum of 2018 as Geonorge has them: metres of UTM 33.
    private var units: InputFile { get throws { try file("grunnkretser_asker-baerum_2018_geonorge.geojson") } }

    @Test func areasOfTheUnitsThemselvesGiveBackThoseUnits() throws {
        // Each unit is a piece of the district that the fifth and sixth digit of its code number.
        let map = try String(decoding: units.data, as: UTF8.self).replacing(
            #/"grunnkretsnummer": "\d{4}(\d\d)\d\d"/#
        ) { "\"kode\": \"\($0.1)\"" }
        let districts = MapFile(InputFile(path: "omraader.geojson", text: map))
        let drawn = RequestFile(districts, over: MapFile(try units), ground.register)
        #expect(drawn.kommuner(ground.register, on: .january1(2018)) == ["0219", "0220"])
        for (kommune, others) in [("0219" as KommuneCode, 98), ("0220", 437)] {
            let report = try ground.report(drawn, kommune, on: "2018-01-01")
            let own = ground.register.units(of: kommune, on: .january1(2018)).map(\.code)
            #expect(own.count == 535 - others)
            let placed = try #require(report.split).districtOfUnit
            #expect(placed.count == own.count)
            #expect(placed.allSatisfy { $0.value.digits == $0.key.digits.dropFirst(4).prefix(2) })
            #expect(report.kinds.isDisjoint(with: [.uncoveredUnit, .missingUnit, .mostlyOutside]))
        }
    }

    @Test func unitsOfAnEarlierDayAreTraced() throws {
        let map = try String(decoding: units.data, as: UTF8.self).replacing(
            #/"grunnkretsnummer": "(\d{4})\d{4}"/#
        ) { "\"kode\": \"\($0.1)\"" }
        let drawn = RequestFile(
            MapFile(InputFile(path: "omraader.geojson", text: map)), over: MapFile(try units), ground.register)
        let report = try ground.report(drawn, "3201", on: "2024-01-01")
        #expect(report.subjects(.traced).count == 437)
        #expect(report.split?.districts.map(\.code.digits) == ["0219"])
    }

    /// Bydeler as units of themselves: every file that names codes is read, whatever its form and coordinates.
    @Test(arguments: [
        ("bydel2020.geojson", 38), ("bydel2020_mednavn.gml", 38), ("bydel_current_landmask_m.geojson", 38),
        ("bydel_current_extended_m.geojson", 38),
    ])
    func realDistrictsAreReadWithCodesAndNames(name: String, count: Int) throws {
        var findings: [Finding] = []
        let read = DrawnDistrict.read(MapFile(try file(name)), &findings)
        #expect(findings.isEmpty)
        #expect(Set(read.map(\.district.key)).count == count)
        #expect(read.allSatisfy { DistrictCode($0.district.key)?.digits.count == 6 && $0.district.names[.nb] != nil })
    }

    @Test(arguments: [
        ("oslo_bydeler_2013.geojson", FindingKind.placeWithoutCode),
        ("oslo_delbydeler_2019.geojson", .noDistrictProperty),
    ])
    func realMapsWithoutCodesSaySo(name: String, kind: FindingKind) throws {
        var findings: [Finding] = []
        _ = DrawnDistrict.read(MapFile(try file(name)), &findings)
        #expect(findings.map(\.kind).contains(kind))
        #expect(!findings.contains { $0.kind == .unreadableMap })
    }
}
