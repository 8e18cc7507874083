import Foundation

/// A plane about the middle of a region, whose points are whole decimetres.
struct LocalPlane: Sendable {
    private let projection: TransverseMercator
    private let origin: (easting: Double, northing: Double)

    /// The plane about the middle of `positions`.
    init(about positions: some Collection<GeographicPosition>) {
        let middle = GeographicPosition(
            longitude: Self.middle(of: positions.lazy.map(\.longitude)),
            latitude: Self.middle(of: positions.lazy.map(\.latitude)))
        projection = TransverseMercator(centralMeridian: middle.longitude, scale: 1, falseEasting: 0)
        origin = projection.project(middle)
    }

    /// Where `position` lies on it.
    func point(_ position: GeographicPosition) -> GridPoint {
        let place = projection.project(position)
        return GridPoint(
            x: Int(((place.easting - origin.easting) * GridPoint.perMetre).rounded()),
            y: Int(((place.northing - origin.northing) * GridPoint.perMetre).rounded()))
    }

    private static func middle(of numbers: some Sequence<Double>) -> Double {
        var (least, most) = (Double.infinity, -Double.infinity)
        for number in numbers { (least, most) = (min(least, number), max(most, number)) }
        return least <= most ? (least + most) / 2 : 0
    }
}
