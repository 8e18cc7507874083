/// A place on the globe in degrees. WGS84 and ETRS89 are taken for the same: in Norway they lie less than a metre apart,
/// which no map of districts shows.
public struct GeographicPosition: Hashable, Sendable {
    /// Degrees east.
    public var longitude: Double
    /// Degrees north.
    public var latitude: Double

    /// A place in degrees.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// True on the mainland of Norway, its islands and its coast; every kommune lies there.
    var isInNorway: Bool { (4...32).contains(longitude) && (57.5...71.5).contains(latitude) }
}
