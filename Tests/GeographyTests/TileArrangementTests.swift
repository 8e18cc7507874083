import Geography
import GeographyLiterals
import Testing

/// The tiles of split after split, laid out where nobody has drawn any.
struct TileArrangementTests {
    /// Codes of `count` districts, not in order.
    private static func codes(_ count: Int) throws -> [DistrictCode] {
        try (0..<count).reversed().map { try #require(DistrictCode(String(5_501_000_001 + $0))) }
    }

    @Test func theGridIsAboutThreeWideToTwoHighAndNeverTooWideForNames() throws {
        let sizes = try [1, 2, 3, 6, 9, 15, 32, 120].map { count in
            let tiles = TileArrangement(of: try Self.codes(count)).tiles
            return [tiles.map(\.column).max(), tiles.map(\.row).max()]
        }
        #expect(sizes == [[1, 1], [2, 1], [3, 1], [3, 2], [4, 3], [5, 3], [7, 5], [8, 15]])
        #expect(TileArrangement(of: []).tiles.isEmpty)
    }

    @Test(arguments: 1...120)
    func everyDistrictHasOneTileAndNoTwoShareAPlace(count: Int) throws {
        let codes = try Self.codes(count)
        let positions = Dictionary(
            uniqueKeysWithValues: codes.enumerated().map { index, code in
                (code, TileArrangement.Position(east: Double(index * 7 % 11), north: Double(index * 5 % 13)))
            })
        for arrangement in [TileArrangement(of: codes), TileArrangement(of: codes, at: positions)] {
            #expect(Set(arrangement.tiles.map(\.district)) == Set(codes))
            #expect(Set(arrangement.tiles.map { [$0.row, $0.column] }).count == count)
        }
        #expect(
            TileArrangement(of: codes, at: positions).tiles == TileArrangement(of: codes.sorted(), at: positions).tiles)
    }

    @Test(arguments: 1...120)
    func noTileLiesNorthOfARowAboveItNorWestOfTheTileBeforeIt(count: Int) throws {
        let positions = Dictionary(
            uniqueKeysWithValues: try Self.codes(count).enumerated().map { index, code in
                (code, TileArrangement.Position(east: Double(index * 37 % 101), north: Double(index * 53 % 97)))
            })
        let arrangement = TileArrangement(of: positions.keys, at: positions)
        #expect(arrangement.followsGround)
        for tile in arrangement.tiles {
            let own = try #require(positions[tile.district])
            for other in arrangement.tiles {
                let position = try #require(positions[other.district])
                if other.row < tile.row { #expect(position.north >= own.north) }
                if other.row == tile.row, other.column < tile.column { #expect(position.east <= own.east) }
            }
        }
    }

    @Test func withoutAPlaceForEveryDistrictTheTilesFollowTheCodes() throws {
        let codes: [DistrictCode] = ["03", "01", "04", "02"]
        let some: [DistrictCode: TileArrangement.Position] = ["04": .init(east: 0, north: 9)]
        let arrangement = TileArrangement(of: codes, at: some)
        #expect(!arrangement.followsGround)
        #expect(arrangement.tiles.map(\.district) == ["01", "02", "03", "04"])
        #expect(arrangement.tiles.map { [$0.row, $0.column] } == [[1, 1], [1, 2], [1, 3], [2, 1]])
    }
}
