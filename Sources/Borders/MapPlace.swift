import LocatedInput

/// Something on a map, with what the file tells about it.
public struct MapPlace: Sendable {
    /// A closed border; its first position is not repeated.
    struct Ring: Sendable {
        let location: SourceLocation
        let positions: [GeographicPosition]
    }

    /// Where it begins in the file.
    public let location: SourceLocation
    /// What the file tells about it, in order; numbers as text.
    public let properties: [(name: String, value: Located<String>)]
    /// Its areas: of each the outer ring first, then the holes.
    let areas: [[Ring]]
    /// Its points.
    let points: [GeographicPosition]

    /// True if it goes round any ground.
    public var hasArea: Bool { !areas.isEmpty }
}
