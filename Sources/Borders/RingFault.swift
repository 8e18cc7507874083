/// Why a ring of coordinates cannot be used.
enum RingFault: Error, Hashable {
    /// It does not end where it began.
    case open
    /// It has too few corners to go round anything.
    case short
    /// Some of it lies outside Norway.
    case outsideNorway
}

extension BorderFeature.Ring {
    /// Where its points lie in Norway; the first is not repeated.
    func positions(in system: CoordinateSystem) -> Result<[GeographicPosition], RingFault> {
        guard points.first == points.last else { return .failure(.open) }
        guard points.count >= 4 else { return .failure(.short) }
        var positions: [GeographicPosition] = []
        for point in points.dropLast() {
            guard let position = system.positionInNorway(point) else {
                return .failure(.outsideNorway)
            }
            positions.append(position)
        }
        return .success(positions)
    }
}
