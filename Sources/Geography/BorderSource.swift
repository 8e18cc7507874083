import LocatedInput

/// A file of district borders: where it lies, who made it, on what terms, and how it is to be read.
public struct BorderSource: Sendable {
    /// The file, ending in `.geojson`, `.json` or `.gml`.
    public let file: Located<String>
    /// Who the borders come from, as it is printed below maps.
    public let source: Translated<String>
    /// On what terms.
    public let licence: String
    /// The property that holds a district's code; `nil` to look for the one that does.
    public let code: Located<String>?
    /// What the coordinates mean, such as `EPSG:25833`; `nil` where the file says so.
    public let system: Located<String>?
    /// True if the file may hold places that are no districts of the split.
    public let holdsOtherPlaces: Bool
}
