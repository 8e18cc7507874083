import LocatedInput
import Markup

/// The districts of a city as tiles where they lie roughly to each other.
///
/// A tile says its value in figures, and its class by a row of filled and empty boxes as well as by its shade. The
/// district of the page has a thick frame.
public struct TileMap: Hashable, Sendable {
    /// The tiles, in the order they are read.
    public var tiles: [MapTile]
    /// What each class holds, from the lowest; empty where values have no classes.
    public var classLabels: [String]

    /// A map of `tiles`.
    public init(tiles: [MapTile], classLabels: [String] = []) {
        self.tiles = tiles
        self.classLabels = classLabels
    }

    static let tileWidth = 104.0
    static let tileHeight = 62.0
    static let distance = 6.0
    private static let legendRow = 20.0
    private static let box = 9.0

    /// The picture; its size follows the rows and columns. Links are left out of downloaded pictures.
    public func node(_ words: ChartWords, style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let columns = (tiles.map(\.column).max() ?? 0) + 1
        let rows = (tiles.map(\.row).max() ?? 0) + 1
        let mapHeight = Double(rows) * (Self.tileHeight + Self.distance) + Self.distance
        let legend = legend(from: mapHeight, paint)
        let holdsLinks = style == .page && tiles.contains { $0.address != nil }
        let frame = ChartFrame(
            width: max(Double(columns) * (Self.tileWidth + Self.distance) + Self.distance, 240),
            height: mapHeight + Double(classLabels.count) * Self.legendRow, words: words, style: style,
            holdsLinks: holdsLinks)
        return frame.node(tiles.map { node(of: $0, linked: holdsLinks, paint) } + legend)
    }

    private func node(of tile: MapTile, linked: Bool, _ paint: ChartPaint) -> Node {
        let marks = marks(of: tile, paint)
        guard linked, let address = tile.address else { return SVG.g(marks) }
        return .element("a", ["href": address], marks)
    }

    private func marks(of tile: MapTile, _ paint: ChartPaint) -> [Node] {
        let x = Self.distance + Double(tile.column) * (Self.tileWidth + Self.distance)
        let y = Self.distance + Double(tile.row) * (Self.tileHeight + Self.distance)
        let middle = x + Self.tileWidth / 2
        // A long name is written smaller, down to eight pixels.
        let nameSize = min(11, max(8, 11 * (Self.tileWidth - 8) / max(1, ChartText.width(tile.name, size: 11))))
        var marks: [Node] = []
        if let valueClass = tile.valueClass, !classLabels.isEmpty {
            let shade = 40 * valueClass / classLabels.count
            marks.append(
                SVG.rect(
                    x: x, y: y, width: Self.tileWidth, height: Self.tileHeight, paint.fill(.classMark, opacity: shade)))
        }
        marks += [
            SVG.rect(
                x: x, y: y, width: Self.tileWidth, height: Self.tileHeight,
                tile.isChosen ? paint.stroke(.chosenTile, width: 4) : paint.stroke(.tile, width: 1)),
            SVG.text(
                tile.name, x: middle, y: y + 20, paint.text(size: nameSize, anchor: .middle, isBold: tile.isChosen)),
            SVG.text(tile.value, x: middle, y: y + 38, paint.text(size: 13, anchor: .middle)),
        ]
        guard let valueClass = tile.valueClass, !classLabels.isEmpty else { return marks }
        let start = middle - Double(classLabels.count) * (Self.box + 2) / 2
        return marks + boxes(upTo: valueClass, x: start, y: y + 46, paint)
    }

    /// As many boxes as there are classes, filled up to the class.
    private func boxes(upTo valueClass: Int, x: Double, y: Double, _ paint: ChartPaint) -> [Node] {
        classLabels.indices.map { index in
            SVG.rect(
                x: x + Double(index) * (Self.box + 2), y: y, width: Self.box, height: Self.box,
                index < valueClass ? paint.fill(.classMark) : paint.stroke(.classMark, width: 1))
        }
    }

    private func legend(from top: Double, _ paint: ChartPaint) -> [Node] {
        classLabels.enumerated().flatMap { index, label -> [Node] in
            let y = top + Double(index) * Self.legendRow
            let width = Double(classLabels.count) * (Self.box + 2)
            return boxes(upTo: index + 1, x: Self.distance, y: y + 4, paint)
                + [SVG.text(label, x: Self.distance + width + 8, y: y + 13, paint.text(size: 11))]
        }
    }
}
