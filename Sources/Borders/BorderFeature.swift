import LocatedInput

/// One place in a file of borders, as the file says it.
struct BorderFeature: Sendable {
    /// The course of a border that comes back to where it began.
    struct Ring: Sendable {
        /// Where it is written.
        let location: SourceLocation
        /// Its coordinates, both numbers in the file's order; the last is the first again.
        let points: [SIMD2<Double>]
    }

    /// An area and what is cut out of it.
    struct Polygon: Sendable {
        /// The outer ring first, then the holes.
        let rings: [Ring]
        /// What the file says the coordinates mean, if it says so here.
        let system: Located<String>?
    }

    /// A place without ground.
    struct Point: Sendable {
        /// Its coordinate, both numbers in the file's order.
        let point: SIMD2<Double>
        /// What the file says the coordinate means, if it says so here.
        let system: Located<String>?
    }

    /// Where the place begins.
    let location: SourceLocation
    /// What the file tells about the place, in order; numbers as text.
    let properties: [(name: String, value: Located<String>)]
    /// Its areas.
    let polygons: [Polygon]
    /// Its points.
    let points: [Point]

    /// The value of the property `name`.
    func property(_ name: String) -> Located<String>? { properties.first { $0.name == name }?.value }
}
