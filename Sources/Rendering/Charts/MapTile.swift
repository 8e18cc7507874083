/// A district's tile in a tile map.
public struct MapTile: Hashable, Sendable {
    /// The row, from 0 at the top.
    public var row: Int
    /// The column, from 0 at the left.
    public var column: Int
    /// A name short enough for the tile.
    public var name: String
    /// The value as text, or a standard mark.
    public var value: String
    /// The class of the value, from 1 for the lowest; `nil` where there is no value.
    public var valueClass: Int?
    /// True for the district that the page is about.
    public var isChosen: Bool
    /// Where the tile leads, if anywhere.
    public var address: String?

    /// One tile.
    public init(
        row: Int, column: Int, name: String, value: String, valueClass: Int?, isChosen: Bool = false,
        address: String? = nil
    ) {
        self.row = row
        self.column = column
        self.name = name
        self.value = value
        self.valueClass = valueClass
        self.isChosen = isChosen
        self.address = address
    }
}
