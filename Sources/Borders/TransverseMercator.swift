import Foundation

/// The transverse Mercator projection of the ellipsoid GRS80: degrees to metres and back.
///
/// Krüger's series to the fourth order in the third flattening; the error within 3000 km of the central meridian is far
/// below a millimetre. Krüger (1912); Karney (2011), J Geod 85:475–485.
public struct TransverseMercator: Hashable, Sendable {
    /// The meridian in the middle, degrees east.
    public let centralMeridian: Double
    /// The scale along it.
    public let scale: Double
    /// The easting of the central meridian, metres.
    public let falseEasting: Double

    /// A projection about `centralMeridian` (degrees east).
    public init(centralMeridian: Double, scale: Double, falseEasting: Double) {
        self.centralMeridian = centralMeridian
        self.scale = scale
        self.falseEasting = falseEasting
    }

    /// UTM in a zone, 1 to 60, on the northern half of the globe.
    public static func utm(zone: Int) -> Self {
        Self(centralMeridian: Double(zone * 6 - 183), scale: 0.9996, falseEasting: 500_000)
    }

    private static let semiMajorAxis = 6_378_137.0
    private static let flattening = 1 / 298.257222101
    private static let n = flattening / (2 - flattening)
    private static let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n)
    /// The radius of the sphere on which the meridian is as long.
    private static let radius = semiMajorAxis / (1 + n) * (1 + n2 / 4 + n4 / 64)
    private static let forward = [
        n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180, 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440,
        61 * n3 / 240 - 103 * n4 / 140, 49_561 * n4 / 161_280,
    ]
    private static let backward = [
        n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360, n2 / 48 + n3 / 15 - 437 * n4 / 1440,
        17 * n3 / 480 - 37 * n4 / 840, 4397 * n4 / 161_280,
    ]
    private static let latitudes = [
        2 * n - 2 * n2 / 3 - 2 * n3 + 116 * n4 / 45, 7 * n2 / 3 - 8 * n3 / 5 - 227 * n4 / 45,
        56 * n3 / 15 - 136 * n4 / 35, 4279 * n4 / 630,
    ]

    /// Where `position` lies on the plane: metres east and north.
    public func project(_ position: GeographicPosition) -> (easting: Double, northing: Double) {
        let latitude = position.latitude * .pi / 180
        let longitude = (position.longitude - centralMeridian) * .pi / 180
        let eccentricity = 2 * Self.n.squareRoot() / (1 + Self.n)
        let sine = sin(latitude)
        let conformal = sinh(atanh(sine) - eccentricity * atanh(eccentricity * sine))
        let xi = atan2(conformal, cos(longitude))
        let eta = atanh(sin(longitude) / (1 + conformal * conformal).squareRoot())
        var (north, east) = (xi, eta)
        for (index, term) in Self.forward.enumerated() {
            let turns = 2 * Double(index + 1)
            north += term * sin(turns * xi) * cosh(turns * eta)
            east += term * cos(turns * xi) * sinh(turns * eta)
        }
        return (falseEasting + scale * Self.radius * east, scale * Self.radius * north)
    }

    /// The position that lies at `easting` and `northing` metres.
    public func position(easting: Double, northing: Double) -> GeographicPosition {
        let xi = northing / (scale * Self.radius)
        let eta = (easting - falseEasting) / (scale * Self.radius)
        var (sphereXi, sphereEta) = (xi, eta)
        for (index, term) in Self.backward.enumerated() {
            let turns = 2 * Double(index + 1)
            sphereXi -= term * sin(turns * xi) * cosh(turns * eta)
            sphereEta -= term * cos(turns * xi) * sinh(turns * eta)
        }
        let conformal = asin(sin(sphereXi) / cosh(sphereEta))
        var latitude = conformal
        for (index, term) in Self.latitudes.enumerated() {
            latitude += term * sin(2 * Double(index + 1) * conformal)
        }
        let longitude = atan2(sinh(sphereEta), cos(sphereXi))
        return GeographicPosition(
            longitude: centralMeridian + longitude * 180 / .pi, latitude: latitude * 180 / .pi)
    }
}
