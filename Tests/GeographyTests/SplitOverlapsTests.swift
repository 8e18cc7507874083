import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

@Suite struct SplitOverlapsTests {
    private let today: CalendarDate = "2022-01-01"

    @Test func aCityThatIsDividedInOneWayHasNone() throws {
        #expect(try Geography.fjordvik().overlaps(today: today) == nil)
        // The districts of 2020 are those of today.
        #expect(try Geography.fjordvik().overlaps(today: today, earlier: ["2020-06-01"]) == nil)
    }

    @Test func anEarlierDayOnWhichADistrictWasAnotherPlaceIsAnotherWay() throws {
        let city = try Geography.fjordvik()
        let overlaps = try #require(city.overlaps(today: today, earlier: ["2019-01-01"]))
        let split = try #require(city.split("bydel"))
        let now = SplitOverlaps.Version(split: split.id, date: today)
        let then = SplitOverlaps.Version(split: split.id, date: "2019-01-01")
        #expect(Set(overlaps.parts.keys) == [now, then])
        // The point that moved from the hill to the islands is an overlap of its own, and so are the islands' own units.
        let moved = try #require(overlaps.split.district(of: "99010204", on: today))
        #expect(overlaps.split.units(of: moved, on: today) == ["99010204"])
        #expect(overlaps.parts[then]?["990102"]?.contains(moved) == true)
        #expect(overlaps.parts[now]?["990103"]?.contains(moved) == true)
        #expect(overlaps.parts[now]?["990102"]?.contains(moved) == false)
        // The districts that didn't change are one overlap each.
        #expect(overlaps.parts[now]?["990101"] == overlaps.parts[then]?["990101"])
        #expect(split.isOfBydeler && !overlaps.split.isOfBydeler)
    }

    @Test func everyDistrictIsTheSumOfItsOverlaps() throws {
        let city = try Geography.fjordvik()
        let overlaps = try #require(city.overlaps(today: today, earlier: ["2019-01-01"]))
        for (version, districts) in overlaps.parts where version.date == today {
            let split = try #require(city.split(version.split.split))
            for (code, parts) in districts {
                let units = parts.flatMap { overlaps.split.units(of: $0, on: today) }
                #expect(units.sorted() == split.units(of: code, on: today).sorted())
            }
        }
    }
}
