import Testing

@testable import SplitRequests

struct SizeBandTests {
    @Test(arguments: [(0, 0), (1499, 0), (1500, 1), (2999, 1), (3000, 2), (5999, 2), (6000, 3), (50_000, 6)])
    func aBandDoublesFromTheFloor(people: Int, step: Int) {
        #expect(SizeBand(of: people, floor: 1500).step == step)
    }

    @Test(arguments: [1, 7, 1500], [0, 1, 6, 7, 13, 14, 1499, 1500, 123_456, Int.max])
    func aBandHoldsItsPeopleAndIsNeverNarrowerThanTheFloor(floor: Int, people: Int) {
        let band = SizeBand(of: people, floor: floor)
        #expect(band.from <= people && (people < band.below || band.below == Int.max))
        #expect(band.from == 0 || band.from >= floor)
        #expect(band.below - band.from >= floor || band.below == Int.max)
    }
}
