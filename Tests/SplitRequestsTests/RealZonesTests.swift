import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import Testing
import TestSupport

@testable import SplitRequests

/// The real lists of levekårssoner, where they are at hand.
@Suite(.enabled(if: SharedData.isPresent, "the real source files are not here"))
struct RealZonesTests {
    private static let folder = SharedData.folder + "/geography/correspondence"
    private let ground: ShippedGround

    init() throws { ground = try ShippedGround.load() }

    private func file(_ name: String) throws -> RequestFile {
        var diagnostics = Diagnostics()
        let input = try #require(InputFile(reading: "\(Self.folder)/\(name)", &diagnostics))
        return RequestFile(input, ground.register)
    }

    @Test func allMunicipalitiesOfTheZoneListGetTheRightVerdict() throws {
        let file = try file("lks_gk_2026.csv")
        let kommuner = file.kommuner(ground.register, on: .january1(2024))
        #expect(kommuner.count == 66)
        // Eight have one zone only, which divides nothing; FHI drops them.
        let undivided: Set<KommuneCode> = ["3242", "4010", "4022", "4024", "4028", "4030", "4032", "4034"]
        for kommune in kommuner {
            let report = try ground.report(file, kommune)
            let isUndivided = undivided.contains(kommune)
            #expect(report.verdict == (isUndivided ? .mustBeMended : .approved), "\(kommune)")
            #expect(report.kinds.contains(.oneDistrict) == isUndivided, "\(kommune)")
            #expect(report.split?.unplaced == [], "\(kommune)")
        }
        for (kommune, zones) in [("4601" as KommuneCode, 63), ("1103", 69)] {
            let report = try ground.report(file, kommune)
            #expect(report.split?.districts.count == zones)
            #expect(report.subjects(.nested) == ["bydel"], "\(kommune)")
            #expect(!report.kinds.contains(.elsewhereInStandard), "\(kommune)")
        }
    }

    @Test func theOlderListGivesTheSameUnits() throws {
        // The KLASS correspondence of 2025, in ISO-8859-1 with quotes.
        let report = try ground.report(try file("lks2025_without-four-cities.csv"), "5501")
        #expect(report.verdict == .approved)
        #expect(report.split?.districts.flatMap(\.units).count == 175)
    }

    @Test func eightDigitsThatAreAZoneAndAUnitAreSaid() throws {
        // norgeo's list of 2024 has zones of eight digits, 35 of which are units too.
        let rows = try String(
            decoding: file("norgeo_cast_2024_with_levekaar.csv").data, as: UTF8.self
        ).split(separator: "\n").map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        let header = rows[0].map { $0.replacing("\"", with: "") }
        let (unit, zone, level) = try (
            #require(header.firstIndex(of: "grunnkrets")), #require(header.firstIndex(of: "levekaar")),
            #require(header.firstIndex(of: "level"))
        )
        var lines: [String: String] = [:]
        for row in rows.dropFirst() where row.count > zone && row[level].contains("grunnkrets") {
            let (code, district) = (row[unit].replacing("\"", with: ""), row[zone].replacing("\"", with: ""))
            if code.count == 8, district.count == 8 {
                lines[String(code.prefix(4)), default: ""] += "\(code);\(district);Sone \(district)\n"
            }
        }
        var shared: Set<String> = []
        for (kommune, text) in lines {
            let report = try ground.report(
                "grunnkrets;kode;navn\n" + text, try #require(KommuneCode(kommune)), isPart: true)
            shared.formUnion(report.subjects(.unitAndDistrict))
        }
        #expect(shared.count == 35)
        #expect(shared.contains("11030101"))
    }

    @Test func unitsThatChangedHandsAreTracedToTheirCity() throws {
        // Geography of 2019 in Stavanger and what came to it in 2020.
        let text = "grunnkrets;kode;navn\n11031101;02;Tasta\n11330103;08;Finnøy\n11410101;08;Finnøy\n"
        let report = try ground.report(text, "1103", isPart: true)
        #expect(report.split?.district("02")?.units == ["11031101"])
        #expect(report.subjects(.traced).contains("11330103"))
        #expect(report.subjects(.traced).contains("11410101"))
        #expect(report.split?.district("08")?.units.count == 2)
        let klaebu = try ground.report("grunnkrets;kode;navn\n50300101;04;Heimdal\n", "5001", isPart: true)
        #expect(klaebu.subjects(.traced) == ["50300101"])
    }

    /// What the zone list of 2025 says of these two units, against KLASS; the list's rows of the four cities are not at hand.
    @Test(arguments: [
        ("46010422" as GrunnkretsCode, "4601" as KommuneCode, "460103", "460107"),
        ("50014604", "5001", "500102", "500103"),
    ])
    func aUnitThatKlassPlacesElsewhereIsNamedWithBothDistricts(
        unit: GrunnkretsCode, kommune: KommuneCode, one: String, other: String
    ) throws {
        let own = try #require(ground.bydel(unit, of: kommune)).digits
        #expect([one, other].contains(own))
        let said = own == one ? other : one
        let report = try ground.report("grunnkrets;kode;navn\n\(unit);\(said)0001;Sone\n", kommune, isPart: true)
        let finding = try #require(report.findings.first { $0.kind == .elsewhereInStandard })
        #expect(finding.subject == unit.digits)
        #expect(finding.slots(in: .nb)["standard"] == own)
        #expect(finding.slots(in: .nb)["district"]?.hasPrefix(said) == true)
    }

    /// The zone list of 2025 has six units of Oslo, in which nobody lives, under 03019999.
    @Test func unitsUnderTheCodeOfUnknownAreNamedWithTheDistrictOfKlass() throws {
        let units = Array(ground.register.units(of: "0301", on: .january1(2024)).map(\.code).prefix(6))
        let table = try ground.table("0301") { units.contains($0) ? "03019999" : ground.bydel($0, of: "0301")?.digits }
        let report = try ground.report(table, "0301")
        #expect(report.subjects(.elsewhereInStandard) == units.map(\.digits))
        let said = report.findings.filter { $0.kind == .elsewhereInStandard }.map { $0.slots(in: .nb)["district"] }
        #expect(said.allSatisfy { $0?.hasPrefix("030199") == true })
    }

    @Test func unitsWithoutInhabitantsAreSaid() throws {
        let units = ground.register.units(of: "0301", on: .january1(2024)).map(\.code)
        let empty = Array(units.suffix(6))
        let people = ground.people(
            "0301", 900, others: Dictionary(empty.map { ($0, 0) }, uniquingKeysWith: { first, _ in first }))
        let table = try ground.table("0301") { empty.contains($0) ? nil : ground.bydel($0, of: "0301")?.digits }
        let report = try ground.report(table, "0301", people: people)
        #expect(report.subjects(.unplacedEmpty) == empty.map(\.digits))
        #expect(report.verdict == .approved)
    }
}
