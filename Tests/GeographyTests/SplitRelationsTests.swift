import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

/// How the districts of one split lie to those of another.
struct SplitRelationsTests {
    private let today: CalendarDate = "2022-01-01"

    private func splits() throws -> (bydeler: Split, zones: Split) {
        let scratch = try Fixtures.geographyWithZones()
        let city = try #require(try Geography.sound(in: scratch.folder).city("fjordvik"))
        return (try #require(city.split("bydel")), try #require(city.split("soner")))
    }

    private func found(_ district: DistrictCode, _ split: Split, _ other: Split) -> [DistrictCode: DistrictRelation] {
        Dictionary(
            uniqueKeysWithValues: split.related(to: district, in: other, on: today).map { ($0.code, $0.relation) })
    }

    @Test func aDistrictLiesInHoldsCutsOrIsAnother() throws {
        let (bydeler, zones) = try splits()
        #expect(found("9901000001", zones, bydeler) == ["990101": .inside])
        #expect(found("9901000002", zones, bydeler) == ["990101": .cuts, "990102": .cuts])
        #expect(found("9901000004", zones, bydeler) == ["990103": .same])
        #expect(found("990102", bydeler, zones) == ["9901000002": .cuts, "9901000003": .holds])
        #expect(found("990103", bydeler, zones) == ["9901000004": .same])
        #expect(found("990104", bydeler, zones) == [:])
    }

    @Test func bothSidesSayTheSame() throws {
        let (bydeler, zones) = try splits()
        let converse: [DistrictRelation: DistrictRelation] = [
            .same: .same, .inside: .holds, .holds: .inside, .cuts: .cuts,
        ]
        for district in bydeler.districts(on: today) {
            for (code, relation) in found(district.code, bydeler, zones) {
                #expect(found(code, zones, bydeler)[district.code] == converse[relation])
            }
        }
    }

    @Test func beforeAnotherSplitBeganNothingIsShared() throws {
        let (bydeler, zones) = try splits()
        #expect(bydeler.related(to: "990101", in: zones, on: "2019-12-31").isEmpty)
    }
}
