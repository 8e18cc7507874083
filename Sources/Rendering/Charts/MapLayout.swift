import Borders
import Geography
import Markup

/// Where the districts of a split lie on a map 360 pixels wide: as tiles, or by their borders.
public struct MapLayout: Sendable {
    /// One district's place.
    struct Place: Sendable {
        let code: DistrictCode
        let outline: SVGPath
        /// Where its sign stands.
        let middle: (x: Double, y: Double)
        /// How wide and high what stands there may be.
        let room: (width: Double, height: Double)
        let isPublished: Bool
    }

    /// True if the districts are drawn by their borders.
    let hasBorders: Bool
    let height: Double
    /// The districts that have a place; ground first, so that it lies under the others.
    let places: [Place]

    static let width = 360.0
    private static let distance = 4.0
    private static let tileHeight = 58.0
    private static let widestTile = 84.0

    /// Tiles, moved so that the first row and column are at the edge.
    public init(tiles: [Tile]) {
        let (top, left) = (tiles.map(\.row).min() ?? 1, tiles.map(\.column).min() ?? 1)
        let rows = (tiles.map(\.row).max() ?? 0) - top + 1
        let columns = Double((tiles.map(\.column).max() ?? 0) - left + 1)
        let width = min(Self.widestTile, (Self.width - (columns + 1) * Self.distance) / columns)
        let start = (Self.width - columns * (width + Self.distance) + Self.distance) / 2
        hasBorders = false
        height = tiles.isEmpty ? 0 : Double(rows) * (Self.tileHeight + Self.distance) + Self.distance
        places = tiles.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { tile in
            let x = start + Double(tile.column - left) * (width + Self.distance)
            let y = Self.distance + Double(tile.row - top) * (Self.tileHeight + Self.distance)
            let corners = [
                (x: x, y: y), (x + width, y), (x + width, y + Self.tileHeight), (x, y + Self.tileHeight),
            ]
            return Place(
                code: tile.district, outline: SVGPath(through: corners, isClosed: true),
                middle: (x + width / 2, y + Self.tileHeight / 2), room: (width - 6, Self.tileHeight),
                isPublished: true)
        }
    }

    /// True borders, as large as fits.
    public init(borders: BorderMap) {
        let most = 400.0
        let scale = min(Self.width / Double(borders.width), most / Double(borders.height))
        let left = (Self.width - Double(borders.width) * scale) / 2
        hasBorders = true
        height = (Double(borders.height) * scale).rounded(.up)
        let places = borders.shapes.map { shape in
            func place(_ point: BorderMap.Point) -> (x: Double, y: Double) {
                (left + Double(point.x) * scale, Double(point.y) * scale)
            }
            var outline = SVGPath()
            for ring in shape.rings {
                for (index, point) in ring.enumerated() {
                    let (x, y) = place(point)
                    if index == 0 { outline.move(x, y) } else { outline.line(x, y) }
                }
                outline.close()
            }
            // Names may run over a border a little.
            let room = (Double(shape.room.width) * scale * 1.15, Double(shape.room.height) * scale)
            return Place(
                code: shape.district, outline: outline, middle: place(shape.middle), room: room,
                isPublished: shape.isPublished)
        }
        self.places = places.filter { !$0.isPublished } + places.filter(\.isPublished)
    }
}
