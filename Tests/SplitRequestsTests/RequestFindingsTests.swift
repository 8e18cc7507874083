import Geography
import GeographyLiterals
import LocatedInput
import Testing
import TestSupport

@testable import SplitRequests

/// What a request is told about its codes, its coverage and its names.
@Suite struct RequestFindingsTests {
    private let ground: ShippedGround

    init() throws { ground = try ShippedGround.load() }

    /// Tromsø in two halves, with lines of other kinds after them.
    private func tromso(_ more: String = "", without unit: GrunnkretsCode? = nil) throws -> String {
        let units = ground.register.units(of: "5501", on: .january1(2024)).map(\.code)
        let table = try ground.table("5501") { $0 == unit ? nil : $0 < units[units.count / 2] ? "01" : "02" }
        return table + more
    }

    @Test func aWholeSplitIsApproved() throws {
        let report = try ground.report(try tromso(), "5501")
        #expect(report.verdict == .approved)
        #expect(report.split?.districts.count == 2)
        #expect(report.split?.districts.flatMap(\.units).count == 175)
    }

    @Test(arguments: [
        ("5501;01;x", FindingKind.malformedUnit), ("abc;01;x", .malformedUnit), ("55019998;01;x", .unknownUnit),
        ("55019999;01;x", .unallocated), ("55010200;01;x", .delomraade), ("55010101;A;x", .malformedDistrict),
        ("55010101;;x", .noDistrictCode),
    ])
    func eachWrongLineIsNamed(line: String, kind: FindingKind) throws {
        let report = try ground.report(try tromso(line + "\n"), "5501")
        #expect(report.kinds.contains(kind))
        #expect(report.findings.first { $0.kind == kind }?.location?.line == 177)
    }

    @Test func unitsOfAnotherMunicipalityInADistrictAreErrors() throws {
        let report = try ground.report(try tromso("46010101;01;x\n"), "5501")
        #expect(report.subjects(.otherKommune) == ["46010101"])
        #expect(report.verdict == .mustBeMended)
    }

    @Test func districtsOfOtherMunicipalitiesAreLeftOutAndSaidToBe() throws {
        let report = try ground.report(try tromso("46010101;77;x\n"), "5501")
        #expect(report.subjects(.otherKommuner) == [""])
        #expect(report.subjects(.otherKommune).isEmpty)
        #expect(report.verdict == .approved)
    }

    @Test func aUnitInTwoDistrictsAndOneInNoneAreErrors() throws {
        let units = ground.register.units(of: "5501", on: .january1(2024)).map(\.code)
        let report = try ground.report(try tromso("\(units[0]);02;Sone 02\n", without: units[3]), "5501")
        #expect(report.subjects(.placedTwice) == [units[0].digits])
        #expect(report.subjects(.unplaced) == [units[3].digits])
        #expect(report.verdict == .mustBeMended)
        let asked = try ground.report(try tromso(without: units[3]), "5501", isPart: true)
        #expect(asked.subjects(.unplacedByIntention) == [units[3].digits])
        #expect(asked.verdict == .approved)
    }

    @Test func aDoubledLineIsAWarning() throws {
        let unit = try #require(ground.register.units(of: "5501", on: .january1(2024)).first?.code)
        let report = try ground.report(try tromso("\(unit);01;Sone 01\n"), "5501")
        #expect(report.subjects(.doubledRow) == [unit.digits])
        #expect(report.verdict == .approved)
    }

    @Test func aLostZeroIsPutBackOnlyWhereTheCodeExists() throws {
        let whole = try ground.table("0301") { ground.bydel($0, of: "0301")?.digits }
        let lost = whole.split(separator: "\n").map { $0.hasPrefix("0") ? $0.dropFirst() : $0 }.joined(separator: "\n")
        let report = try ground.report(lost, "0301")
        #expect(report.subjects(.lostZero).contains("03010101"))
        #expect(report.split?.districts.map(\.code.digits).allSatisfy { $0.hasPrefix("0301") } == true)
        #expect(report.verdict == .approved)
        let other = try ground.report(try tromso("1234567;01;x\n"), "5501")
        #expect(other.kinds.contains(.malformedUnit))
        #expect(!other.kinds.contains(.lostZero))
    }

    @Test func codesOfTromsoBeforeTheReformAreTraced() throws {
        let old = try ground.table("5401", on: "2020-01-01") { $0 < "54011000" ? "01" : "02" }
        let report = try ground.report(old, "5501")
        #expect(report.verdict == .approved)
        #expect(report.subjects(.traced).count == 175)
        #expect(report.split?.districts.flatMap(\.units).count == 175)
    }

    @Test func aUnitThatWasSplitGoesWholeOrIsAskedAbout() throws {
        // SSB's change table of 2017: 03010203 became 03010212 and 03010213, all in St. Hanshaugen.
        let old = try ground.table("0301", on: "2016-01-01") { unit in
            ground.geography.city("oslo")?.splits.first?.district(of: unit, on: .january1(2016))?.digits
        }
        let report = try ground.report(old, "0301")
        #expect(report.subjects(.traced).contains("03010203"))
        #expect(report.split?.unplaced == [])
        #expect(report.verdict == .approved)
        let young = "grunnkrets;kode;navn\n03010212;01;A\n03010213;02;B\n"
        #expect(try ground.report(young, "0301", on: "2016-01-01").kinds.contains(.cutByDate))
    }

    @Test func datesOutsideTheListsAreSaid() throws {
        #expect(try ground.report(try tromso(), "5501", on: "1990-01-01").subjects(.outsideLists) == [""])
        #expect(try ground.report(try tromso(), "5501", on: "2025-01-01").subjects(.newerThanLists) == [""])
        #expect(try ground.report(try tromso(), "5401").subjects(.unknownKommune) == ["5401"])
    }

    @Test func namesThatCannotBeUsedAreErrors() throws {
        let units = ground.register.units(of: "5501", on: .january1(2024)).map(\.code)
        func report(_ first: String, _ second: String) throws -> RequestReport {
            let lines = units.enumerated().map { "\($1);\($0 % 2 + 1)0;\($0 % 2 == 0 ? first : second)\n" }
            return try ground.report("grunnkrets;kode;navn\n" + lines.joined(), "5501")
        }
        #expect(try report("Sør", "sør").kinds.contains(.sharedName))
        #expect(try report("<b>Sør</b>", "Nord").subjects(.markup) == ["10"])
        #expect(try report("Sør", String(repeating: "lang ", count: 9) + "sone").subjects(.longName) == ["20"])
        #expect(try report("", "Nord").subjects(.missingName) == ["10"])
        let two = "grunnkrets;kode;navn\n\(units[0]);10;A\n\(units[1]);10;B\n"
        #expect(try ground.report(two, "5501").subjects(.twoNames) == ["10"])
    }

    @Test func aUnitCalledAsAnotherIsAWarning() throws {
        let units = ground.register.units(of: "5501", on: .january1(2024))
        let text = "grunnkrets;grunnkretsnavn;kode;navn\n\(units[0].code);\(units[9].name);10;A\n"
        #expect(try ground.report(text, "5501").subjects(.nameOfOther) == [units[0].code.digits])
    }

    @Test func ahundredThousandLinesAreAnswered() throws {
        let lines = (0..<100_000).map { "\(10_000_000 + $0);\($0 % 90 + 10);Sone \($0 % 90)\n" }
        let report = try ground.report("grunnkrets;kode;navn\n" + lines.joined(), "5501")
        #expect(report.verdict == .mustBeMended)
    }

    @Test func findingsComeWorstFirstWithIdsOfTheirOwn() throws {
        let report = try ground.report(try tromso("abc;01;x\n5501;01;x\n46010101;77;y\n"), "5501")
        #expect(report.findings == report.findings.sorted())
        #expect(Set(report.findings.map(\.id)).count == report.findings.count)
        for finding in report.findings { #expect(Set(finding.slots.keys) == finding.kind.slots, "\(finding.id)") }
    }

    @Test func aSecondRoundTellsWhatIsFixedNewAndRemaining() throws {
        let first = try ground.report(try tromso("abc;01;x\n5501;01;x\n"), "5501")
        let second = try ground.report(try tromso("abc;01;x\nxyz;01;x\n"), "5501")
        let rounds = RequestRounds(before: Set(first.findings.map(\.id)), now: second.findings)
        #expect(rounds.fixed == ["codes.malformed:5501"])
        #expect(rounds.new == ["codes.malformed:xyz"])
        #expect(rounds.remaining.contains("codes.malformed:abc"))
    }
}
