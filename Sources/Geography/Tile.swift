/// The place of a district on a city's tile map: a row of `tiles.csv`.
public struct Tile: Hashable, Sendable {
    /// The district.
    public let district: DistrictCode
    /// The row, from 1 in the north.
    public let row: Int
    /// The column, from 1 in the west.
    public let column: Int

    /// The place of `district`.
    public init(district: DistrictCode, row: Int, column: Int) {
        self.district = district
        self.row = row
        self.column = column
    }
}
