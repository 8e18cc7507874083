import LocatedInput

/// The places in a file that a map program has saved: areas and points, in any system that is understood.
public struct PlaceFile: Sendable {
    /// The places that can be used, in order.
    public let places: [MapPlace]
    /// All that cannot, in order.
    public let faults: [PlaceFault]

    /// True if `file` is written as GeoJSON or GML by its first character, whatever it is called.
    public static func isMap(_ file: InputFile) -> Bool { Format(file) != nil }

    /// Reads GeoJSON or GML. `system` is what the coordinates mean where that is told, such as `EPSG:25833`.
    public init(_ file: InputFile, system: String? = nil) {
        var diagnostics = Diagnostics()
        let format = Format(file)
        let features =
            switch format {
            case .geoJSON: GeoJSONBorders.read(file, &diagnostics)
            case .gml: GMLBorders.read(file, &diagnostics)
            case nil: [BorderFeature]()
            }
        let whole = SourceLocation(file: file.path)
        var found = diagnostics.sorted.map { PlaceFault(kind: .unreadable, location: $0.location) }
        if found.isEmpty, features.isEmpty { found.append(PlaceFault(kind: .unreadable, location: whole)) }
        self.init(
            features, told: system.map { Located($0, at: whole) }, mayBeDegrees: format == .geoJSON, found: found)
    }

    /// The points of a table: where each is written, its two numbers and what else the table tells about it.
    ///
    /// Without a `system` they are degrees, longitude first.
    public init(points: [(point: Located<SIMD2<Double>>, properties: [(String, Located<String>)])], system: String?) {
        let features = points.map { point, properties in
            BorderFeature(
                location: point.location, properties: properties, polygons: [],
                points: [.init(point: point.value, system: nil)])
        }
        self.init(
            features, told: system.map { Located($0, at: points.first?.point.location ?? SourceLocation(file: "")) },
            mayBeDegrees: true, found: [])
    }

    private init(_ features: [BorderFeature], told: Located<String>?, mayBeDegrees: Bool, found: [PlaceFault]) {
        var reading = Reading(told: told, mayBeDegrees: mayBeDegrees, faults: found)
        places = features.compactMap { reading.place($0) }
        faults = reading.faults
    }

    private enum Format {
        case geoJSON
        case gml

        init?(_ file: InputFile) {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let text = file.data.starts(with: mark) ? file.data.dropFirst(mark.count) : file.data[...]
            switch text.first(where: { $0 > UInt8(ascii: " ") }) {
            case UInt8(ascii: "{"): self = .geoJSON
            case UInt8(ascii: "<"): self = .gml
            default: return nil
            }
        }
    }
}

/// How coordinates become places, fault by fault.
private struct Reading {
    let told: Located<String>?
    /// True if coordinates that nothing is said about are degrees, longitude first (RFC 7946).
    let mayBeDegrees: Bool
    var faults: [PlaceFault]
    /// Faults of the whole file, which are told once.
    private var known: Set<PlaceFault.Kind> = []

    init(told: Located<String>?, mayBeDegrees: Bool, faults: [PlaceFault]) {
        self.told = told
        self.mayBeDegrees = mayBeDegrees
        self.faults = faults
    }

    mutating func place(_ feature: BorderFeature) -> MapPlace? {
        let areas = feature.polygons.map { polygon in
            polygon.rings.compactMap { self.ring($0, polygon.system) }
        }.filter { !$0.isEmpty }
        let points = feature.points.compactMap { self.point($0, at: feature.location) }
        if !areas.isEmpty || !points.isEmpty {
            return MapPlace(location: feature.location, properties: feature.properties, areas: areas, points: points)
        }
        if feature.polygons.allSatisfy(\.rings.isEmpty), feature.points.isEmpty { add(.empty, feature.location) }
        return nil
    }

    private mutating func ring(_ ring: BorderFeature.Ring, _ name: Located<String>?) -> MapPlace.Ring? {
        guard let system = system(name, ring.points, ring.location) else { return nil }
        switch ring.positions(in: system) {
        case .success(let positions): return MapPlace.Ring(location: ring.location, positions: positions)
        case .failure(.open): add(.openRing, ring.location)
        case .failure(.short): add(.shortRing, ring.location)
        case .failure(.outsideNorway): addOutside(ring.points, system, ring.location)
        }
        return nil
    }

    private mutating func point(_ point: BorderFeature.Point, at location: SourceLocation) -> GeographicPosition? {
        guard let system = system(point.system, [point.point], location) else { return nil }
        if let position = system.positionInNorway(point.point) { return position }
        addOutside([point.point], system, location)
        return nil
    }

    private mutating func system(
        _ name: Located<String>?, _ points: [SIMD2<Double>], _ location: SourceLocation
    ) -> CoordinateSystem? {
        if let name = told ?? name {
            if let system = CoordinateSystem(name.value) { return system }
            addOnce(.unknownSystem(name.value), name.location)
            return nil
        }
        let areMetres = points.contains { max(abs($0.x), abs($0.y)) > 180 }
        if mayBeDegrees, !areMetres { return .degrees(latitudeFirst: false) }
        addOnce(.noSystem, location)
        return nil
    }

    private mutating func addOutside(
        _ points: [SIMD2<Double>], _ system: CoordinateSystem, _ location: SourceLocation
    ) {
        let isSwapped = points.allSatisfy { system.positionInNorway(SIMD2($0.y, $0.x)) != nil }
        if isSwapped { addOnce(.swappedAxes, location) } else { add(.outsideNorway, location) }
    }

    private mutating func addOnce(_ kind: PlaceFault.Kind, _ location: SourceLocation) {
        if known.insert(kind).inserted { add(kind, location) }
    }

    private mutating func add(_ kind: PlaceFault.Kind, _ location: SourceLocation) {
        faults.append(PlaceFault(kind: kind, location: location))
    }
}
