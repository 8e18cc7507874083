/// A tile map that nobody has drawn: a grid about three tiles wide to two high.
///
/// Where it is known roughly how the districts lie, the tiles keep their order: no tile lies further north on the ground
/// than one in a row above it, and along a row the tiles follow one another from west to east. Otherwise they follow their
/// codes, and the place of a tile means nothing.
public struct TileArrangement: Sendable {
    /// Roughly where a district lies, in any measure.
    public struct Position: Hashable, Sendable {
        /// How far east.
        public let east: Double
        /// How far north.
        public let north: Double

        /// `east` and `north` of somewhere.
        public init(east: Double, north: Double) {
            self.east = east
            self.north = north
        }
    }

    /// The tiles, row by row from the upper left corner; every row but the last is full.
    public let tiles: [Tile]
    /// True if the tiles lie in the order of the ground; false if they follow the codes.
    public let followsGround: Bool

    /// How many tiles there may be in a row: names need room on a small screen.
    public static let widest = 8

    /// A tile for each of `districts`. The order of the ground is kept if every one of them has a position.
    public init(of districts: some Sequence<DistrictCode>, at positions: [DistrictCode: Position] = [:]) {
        let codes = Set(districts).sorted()
        let width = Self.width(of: codes.count)
        let placed = codes.compactMap { code in positions[code].map { (code: code, position: $0) } }
        followsGround = !codes.isEmpty && placed.count == codes.count
        guard followsGround else {
            tiles = Self.filled([codes], width)
            return
        }
        let fromNorth = placed.sorted {
            (-$0.position.north, $0.position.east, $0.code) < (-$1.position.north, $1.position.east, $1.code)
        }
        let rows = stride(from: 0, to: fromNorth.count, by: width).map { start in
            fromNorth[start..<min(start + width, fromNorth.count)].sorted {
                ($0.position.east, -$0.position.north, $0.code) < ($1.position.east, -$1.position.north, $1.code)
            }.map(\.code)
        }
        tiles = Self.filled(rows, width)
    }

    /// The least width whose square is at least one and a half times the number of tiles.
    private static func width(of count: Int) -> Int {
        (1...widest).first { 2 * $0 * $0 >= 3 * count } ?? widest
    }

    private static func filled(_ rows: [[DistrictCode]], _ width: Int) -> [Tile] {
        rows.joined().enumerated().map { index, code in
            Tile(district: code, row: index / width + 1, column: index % width + 1)
        }
    }
}
