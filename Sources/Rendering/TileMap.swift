import Borders
import Geography

/// The tiles of a split's districts, drawn by somebody or laid out.
struct TileMap: Sendable {
    /// What the place of a tile tells.
    enum Order: Sendable {
        /// Roughly where the district lies: somebody has drawn the tiles.
        case drawn
        /// Roughly where the district lies, as far as the map of another split of the city tells.
        case like(Split)
        /// Nothing: the tiles follow the codes.
        case codes
    }

    /// The tiles of districts that have profiles.
    let tiles: [Tile]
    /// What their places tell.
    let order: Order

    /// The tiles of `split` on `date`; where nobody has drawn any, they lie as on the map of another split that is drawn
    /// or has borders, or follow the codes if there is none.
    init(of split: Split, in city: City, on date: CalendarDate, _ borders: [SplitID: BorderMap]) {
        let drawn = city.tiles(of: split, on: date)
        guard drawn.isEmpty else {
            (tiles, order) = (drawn, .drawn)
            return
        }
        let codes = split.districts(on: date).filter(\.isPublished).map(\.code)
        for other in city.splits where other.id != split.id {
            let places = Self.places(in: other, of: city, on: date, borders[other.id])
            let laid = TileArrangement(
                of: codes, at: Self.middles(of: codes, in: split, among: places, of: other, on: date))
            if laid.followsGround {
                (tiles, order) = (laid.tiles, .like(other))
                return
            }
        }
        (tiles, order) = (TileArrangement(of: codes).tiles, .codes)
    }

    /// Where districts lie that somebody has told the places of.
    private static func places(
        in split: Split, of city: City, on date: CalendarDate, _ borders: BorderMap?
    ) -> [DistrictCode: TileArrangement.Position] {
        if let borders {
            return Dictionary(
                borders.shapes.map { ($0.district, .init(east: Double($0.middle.x), north: -Double($0.middle.y))) },
                uniquingKeysWith: { first, _ in first })
        }
        return Dictionary(
            city.tiles(of: split, on: date).map {
                ($0.district, .init(east: Double($0.column), north: -Double($0.row)))
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// The middle of each district's units, each of which lies where its district of `other` does.
    private static func middles(
        of codes: [DistrictCode], in split: Split, among places: [DistrictCode: TileArrangement.Position],
        of other: Split, on date: CalendarDate
    ) -> [DistrictCode: TileArrangement.Position] {
        var middles: [DistrictCode: TileArrangement.Position] = [:]
        for code in codes {
            let found = split.units(of: code, on: date).compactMap { unit in
                other.district(of: unit, on: date).flatMap { places[$0] }
            }
            guard !found.isEmpty else { continue }
            let count = Double(found.count)
            middles[code] = TileArrangement.Position(
                east: found.reduce(0) { $0 + $1.east } / count, north: found.reduce(0) { $0 + $1.north } / count)
        }
        return middles
    }
}
