import Foundation
import Geography
import LocatedInput

/// Reads the borders of a split's districts and checks them.
public struct BorderReader {
    /// A district's rings in the plane.
    struct Area {
        let code: DistrictCode
        let isPublished: Bool
        let rings: [[GridPoint]]
    }

    private let source: BorderSource
    private let split: Split
    private let date: CalendarDate

    private init(_ source: BorderSource, of split: Split, on date: CalendarDate) {
        self.source = source
        self.split = split
        self.date = date
    }

    /// The map of the districts of `split` as they are on `date`; every fault in the file is reported, and `nil` if
    /// there is an error.
    public static func read(
        _ source: BorderSource, of split: Split, on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) -> BorderMap? {
        var found = Diagnostics()
        let map = Self(source, of: split, on: date).map(&found)
        diagnostics.merge(found)
        return found.hasErrors ? nil : map
    }

    private func map(_ diagnostics: inout Diagnostics) -> BorderMap? {
        guard let file = InputFile(reading: source.file.value, &diagnostics) else { return nil }
        let features: [BorderFeature]
        switch source.file.value.split(separator: ".").last {
        case "geojson", "json": features = GeoJSONBorders.read(file, &diagnostics)
        case "gml": features = GMLBorders.read(file, &diagnostics)
        default:
            diagnostics.emit(.unknownFormat(source.file))
            return nil
        }
        guard !diagnostics.hasErrors, let property = codeProperty(in: features, &diagnostics) else { return nil }
        let own = districts(features, property, &diagnostics)
        var shapes: [(District, [[GeographicPosition]])] = []
        for (district, feature) in own {
            shapes.append((district, rings(of: feature, &diagnostics)))
        }
        guard !diagnostics.hasErrors else { return nil }
        let areas = Self.projected(shapes)
        for ((_, feature), area) in zip(own, areas) {
            for (written, ring) in zip(feature.polygons.flatMap(\.rings), area.rings)
            where ring.crossesItself {
                diagnostics.emit(.selfCrossing(area.code, written.location))
            }
        }
        reportOverlaps(areas, &diagnostics)
        return diagnostics.hasErrors ? nil : BorderMap(areas, source: source)
    }

    // MARK: - Whose border it is

    /// The property that holds the code: the one that is told, or the only one whose values are the districts' codes.
    private func codeProperty(in features: [BorderFeature], _ diagnostics: inout Diagnostics) -> String? {
        let names = Set(features.flatMap { $0.properties.map(\.name) })
        if let told = source.code {
            if names.contains(told.value) { return told.value }
            diagnostics.emit(.unknownProperty(told, among: names))
            return nil
        }
        let codes = Set(split.districts(on: date).filter(\.isPublished).map(\.code.digits))
        let fitting = names.filter { name in
            codes.isSubset(of: features.compactMap { $0.property(name)?.value })
        }
        guard let found = fitting.first, fitting.count == 1 else {
            diagnostics.emit(.noCodeProperty(source.file, among: names, fitting: fitting))
            return nil
        }
        return found
    }

    /// The districts that `features` are borders of, by code.
    private func districts(
        _ features: [BorderFeature], _ property: String, _ diagnostics: inout Diagnostics
    ) -> [(District, BorderFeature)] {
        let districts = split.districts(on: date)
        var found: [DistrictCode: (District, BorderFeature)] = [:]
        for feature in features {
            guard let code = feature.property(property) else {
                diagnostics.emit(.missingCode(property, feature.location))
                continue
            }
            guard let district = districts.first(where: { $0.code.digits == code.value }) else {
                if !source.holdsOtherPlaces {
                    diagnostics.emit(.unknownCode(code, among: districts.map(\.code.digits)))
                }
                continue
            }
            if found[district.code] != nil { diagnostics.emit(.doubledBorder(code)) }
            found[district.code] = (district, feature)
        }
        for district in districts where district.isPublished && found[district.code] == nil {
            diagnostics.emit(.missingBorder(district.code, source.file))
        }
        return districts.compactMap { found[$0.code] }
    }

    // MARK: - Where it runs

    /// The rings of a feature, closed and inside Norway; the first point isn't repeated.
    private func rings(of feature: BorderFeature, _ diagnostics: inout Diagnostics) -> [[GeographicPosition]] {
        if feature.polygons.allSatisfy(\.rings.isEmpty) { diagnostics.emit(.noRing(feature.location)) }
        return feature.polygons.flatMap { polygon -> [[GeographicPosition]] in
            guard let system = system(of: polygon, feature, &diagnostics) else { return [] }
            return polygon.rings.map { ring in
                switch ring.positions(in: system) {
                case .success(let positions): return positions
                case .failure(.open): diagnostics.emit(.openRing(ring.location))
                case .failure(.short): diagnostics.emit(.shortRing(ring.location))
                case .failure(.outsideNorway):
                    let looksLikeMetres = ring.points.contains { max(abs($0.x), abs($0.y)) > 180 }
                    diagnostics.emit(.outsideNorway(ring.location, system, looksLikeMetres: looksLikeMetres))
                }
                return []
            }
        }
    }

    /// What the coordinates mean: as it is told, as the file says, or as GeoJSON has it by its standard (RFC 7946).
    private func system(
        of polygon: BorderFeature.Polygon, _ feature: BorderFeature, _ diagnostics: inout Diagnostics
    ) -> CoordinateSystem? {
        guard let name = source.system ?? polygon.system else {
            if source.file.value.hasSuffix(".gml") {
                diagnostics.emit(.noSystem(feature.location))
                return nil
            }
            return .degrees(latitudeFirst: false)
        }
        if let system = CoordinateSystem(name.value) { return system }
        diagnostics.emit(.unknownSystem(name))
        return nil
    }

    /// The rings on a plane about the middle of them all.
    private static func projected(_ shapes: [(District, [[GeographicPosition]])]) -> [Area] {
        let plane = LocalPlane(about: shapes.flatMap { $0.1.joined() })
        return shapes.map { district, rings in
            Area(
                code: district.code, isPublished: district.isPublished, rings: rings.map { $0.map(plane.point) })
        }
    }

    // MARK: - Lines that cross

    /// Districts whose borders cross each other lie on top of each other.
    private func reportOverlaps(_ areas: [Area], _ diagnostics: inout Diagnostics) {
        var segments: [(from: GridPoint, to: GridPoint)] = []
        var owners: [DistrictCode] = []
        for area in areas {
            for segment in area.rings.flatMap(\.segments) {
                segments.append(segment)
                owners.append(area.code)
            }
        }
        for (first, second) in SegmentCrossings.pairs(segments) where owners[first] != owners[second] {
            diagnostics.emit(.overlappingBorders(owners[first], owners[second], source.file))
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownFormat(_ file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownFormat", at: file.location, "'\(file.value)' is neither GeoJSON nor GML by its name",
            remedy: "let it end in .geojson or .gml")
    }

    fileprivate static func unknownProperty(_ name: Located<String>, among known: Set<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownProperty", at: name.location, "no place in the file has a property '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: known))
    }

    fileprivate static func noCodeProperty(_ file: Located<String>, among names: Set<String>, fitting: Set<String>)
        -> Diagnostic
    {
        let what =
            fitting.isEmpty
            ? "no property holds the codes of all districts"
            : "more than one property holds the codes of the districts: \(fitting.sorted().joined(separator: ", "))"
        return Diagnostic(
            .error, "NoCodeProperty", at: file.location, what,
            remedy: "say 'code:' and the right one of \(names.sorted().joined(separator: ", "))")
    }

    fileprivate static func missingCode(_ property: String, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingCode", at: location, "the place has no '\(property)'", remedy: "give it its district's code"
        )
    }

    fileprivate static func unknownCode(_ code: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownDistrict", at: code.location, "the split has no district '\(code.value)' on that day",
            remedy: "\(Suggestion.remedy(for: code.value, among: known)); or say 'holds_other_places: true'")
    }

    fileprivate static func doubledBorder(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "DoubledBorder", at: code.location, "district \(code.value) has a border already",
            remedy: "put its pieces together in one place of several areas")
    }

    fileprivate static func missingBorder(_ code: DistrictCode, _ file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "MissingBorder", at: file.location, "district \(code) has no border in the file",
            remedy: "add it, or use a file of the same day as the districts")
    }

    fileprivate static func noRing(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoRing", at: location, "the place has no ring of coordinates",
            remedy: "export areas with their coordinates, not points or references")
    }

    fileprivate static func openRing(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OpenRing", at: location, "the ring does not end where it began",
            remedy: "repeat its first coordinate last")
    }

    fileprivate static func shortRing(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ShortRing", at: location, "a ring takes four coordinates, the first of them again last",
            remedy: "remove the ring or complete it")
    }

    fileprivate static func selfCrossing(_ code: DistrictCode, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "SelfCrossingRing", at: location, "a ring of district \(code) crosses itself",
            remedy: "mend it in a map program, or use a less simplified file")
    }

    fileprivate static func overlappingBorders(_ one: DistrictCode, _ other: DistrictCode, _ file: Located<String>)
        -> Diagnostic
    {
        Diagnostic(
            .warning, "OverlappingBorders", at: file.location,
            "the borders of districts \(min(one, other)) and \(max(one, other)) cross, so that the map shows one on the other",
            remedy: "use a file in which neighbours share their border")
    }

    fileprivate static func outsideNorway(
        _ location: SourceLocation, _ system: CoordinateSystem, looksLikeMetres: Bool
    ) -> Diagnostic {
        let remedy: String
        switch (system, looksLikeMetres) {
        case (.degrees, true): remedy = "the numbers look like metres: say 'crs: EPSG:25833', or EPSG:25832"
        case (.degrees, false): remedy = "check the order of longitude and latitude, or say 'crs:'"
        case (.utm, true): remedy = "check the zone, and that the east comes before the north"
        case (.utm, false): remedy = "the numbers look like degrees: say 'crs: EPSG:4326'"
        }
        return Diagnostic(
            .error, "OutsideNorway", at: location, "the ring has coordinates outside Norway", remedy: remedy)
    }

    fileprivate static func noSystem(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoCoordinateSystem", at: location, "nothing says what the coordinates mean",
            remedy: "say 'crs:' with one of \(CoordinateSystem.knownNames.joined(separator: ", "))")
    }

    fileprivate static func unknownSystem(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCoordinateSystem", at: name.location,
            "coordinates in '\(name.value)' are not understood",
            remedy: "export the file in one of \(CoordinateSystem.knownNames.joined(separator: ", "))")
    }
}
