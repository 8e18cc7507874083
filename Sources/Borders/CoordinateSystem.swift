/// What the two numbers of a coordinate mean.
public enum CoordinateSystem: Hashable, Sendable {
    /// Degrees; `latitudeFirst` is the order of the numbers.
    case degrees(latitudeFirst: Bool)
    /// Metres east and north in UTM, in this zone.
    case utm(zone: Int)

    /// The names that are understood, as a remedy lists them.
    static let knownNames = ["CRS84", "EPSG:4258", "EPSG:4326", "EPSG:25832", "EPSG:25833", "EPSG:25835"]

    /// The system that a file calls `name`: `EPSG:25833`, `urn:ogc:def:crs:EPSG::4258`,
    /// `http://www.opengis.net/def/crs/EPSG/0/25832`, `urn:ogc:def:crs:OGC:1.3:CRS84`; `nil` for any other.
    ///
    /// The long names mean the order of the authority, latitude first; the short ones longitude first, as programs have
    /// always written them.
    public init?(_ name: String) {
        let parts = name.split(whereSeparator: { ":/#".contains($0) })
        guard let code = parts.last else { return nil }
        let isLong = name.hasPrefix("urn:ogc:def:crs:EPSG") || name.contains("/def/crs/EPSG/")
        switch code {
        case "CRS84": self = .degrees(latitudeFirst: false)
        case "4326", "4258": self = .degrees(latitudeFirst: isLong)
        case "25832", "32632": self = .utm(zone: 32)
        case "25833", "32633": self = .utm(zone: 33)
        case "25835", "32635": self = .utm(zone: 35)
        default: return nil
        }
    }

    /// Where a coordinate lies; `nil` if that is outside Norway.
    func positionInNorway(_ point: SIMD2<Double>) -> GeographicPosition? {
        // Far outside any system the series of the projection mean nothing.
        guard max(abs(point.x), abs(point.y)) < 1e7 else { return nil }
        let position = position(point.x, point.y)
        return position.isInNorway ? position : nil
    }

    /// Where a coordinate lies.
    func position(_ first: Double, _ second: Double) -> GeographicPosition {
        switch self {
        case .degrees(latitudeFirst: false): GeographicPosition(longitude: first, latitude: second)
        case .degrees(latitudeFirst: true): GeographicPosition(longitude: second, latitude: first)
        case .utm(let zone): TransverseMercator.utm(zone: zone).position(easting: first, northing: second)
        }
    }
}
