import LocatedInput
import Markup

/// Reads borders from GML as it streams by: `coordinates` of GML 2 and `posList` and `pos` of GML 3.
///
/// A place is what stands in a `featureMember`, `member` or `featureMembers`; its properties are the elements with
/// nothing but text. Curves and references are not followed.
final class GMLBorders: XMLConsumer {
    private static let members: Set = ["featureMember", "member", "featureMembers"]
    private static let outer: Set = ["exterior", "outerBoundaryIs"]
    private static let inner: Set = ["interior", "innerBoundaryIs"]
    private static let areas: Set = ["Polygon", "PolygonPatch"]
    private static let unread: Set = ["Arc", "ArcString", "Circle", "CircleByCenterPoint", "CompositeCurve"]
    private static let coordinates: Set = ["coordinates", "posList", "pos"]

    /// What has begun and not yet ended.
    private struct Open {
        let name: String
        let location: SourceLocation
        let system: Located<String>?
        let dimension: Int
        var hasChildren = false
        var text: [UInt8] = []
    }

    private struct Feature {
        let depth: Int
        let location: SourceLocation
        var properties: [(name: String, value: Located<String>)] = []
        var polygons: [BorderFeature.Polygon] = []
        var points: [BorderFeature.Point] = []
    }

    private struct Area {
        let system: Located<String>?
        var outer: [BorderFeature.Ring] = []
        var inner: [BorderFeature.Ring] = []
    }

    let wantedAttributes: Set<String>? = ["srsName", "srsDimension", "decimal", "cs", "ts"]
    private var open: [Open] = []
    private var feature: Feature?
    private var area: Area?
    private var points: [SIMD2<Double>] = []
    /// What the collection's own frame says the coordinates mean.
    private var system: Located<String>?
    private var features: [BorderFeature] = []
    private var diagnostics = Diagnostics()

    private init() {}

    /// The features of `file`; every fault is reported.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [BorderFeature] {
        let consumer = GMLBorders()
        XMLEvents.read(file, to: consumer, remedy: "export the file anew", &diagnostics)
        diagnostics.merge(consumer.diagnostics)
        return consumer.features
    }

    // MARK: - Elements as they begin and end

    func start(_ name: String, _ attributes: Attributes, endsItself: Bool, at location: SourceLocation) {
        let local = Self.local(name)
        let parent = open.last
        if !open.isEmpty { open[open.count - 1].hasChildren = true }
        let system = attributes["srsName"].map { Located($0, at: location) }
        if feature == nil {
            if let parent, Self.members.contains(parent.name) {
                feature = Feature(depth: open.count, location: location)
            } else if self.system == nil, let system {
                self.system = system
            }
        }
        open.append(
            Open(
                name: local, location: location, system: system ?? parent?.system,
                dimension: attributes["srsDimension"].flatMap(NumberText.wholeNumber) ?? parent?.dimension ?? 2))
        if Self.areas.contains(local) { area = Area(system: open.last?.system ?? self.system) }
        if area != nil || feature != nil, Self.unread.contains(local) {
            diagnostics.emit(.notAnArea(local, location))
        }
        if local == "coordinates",
            (attributes["decimal"] ?? ".") != "." || (attributes["cs"] ?? ",") != ","
                || (attributes["ts"] ?? " ") != " "
        {
            diagnostics.emit(.otherSeparators(location))
        }
        if local == "LinearRing" { points = [] }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if feature != nil || area != nil, !open.isEmpty { open[open.count - 1].text += bytes }
    }

    func end(_ name: String) {
        guard let ended = open.popLast() else { return }
        if Self.coordinates.contains(ended.name) {
            if area != nil {
                points += coordinates(of: ended)
            } else if let point = open.last, point.name == "Point" {
                let system = point.system ?? self.system
                feature?.points += coordinates(of: ended).map { .init(point: $0, system: system) }
            }
        } else if ended.name == "LinearRing" {
            endRing(ended)
        } else if Self.areas.contains(ended.name) {
            if let area {
                feature?.polygons.append(.init(rings: area.outer + area.inner, system: area.system))
            }
            area = nil
        } else if open.count == feature?.depth {
            if let feature {
                features.append(
                    BorderFeature(
                        location: feature.location, properties: feature.properties, polygons: feature.polygons,
                        points: feature.points))
            }
            feature = nil
        } else if area == nil, !ended.hasChildren {
            let text = String(decoding: ended.text, as: UTF8.self).trimmed
            if !text.isEmpty { feature?.properties.append((ended.name, Located(text, at: ended.location))) }
        }
    }

    private func endRing(_ ended: Open) {
        let ring = BorderFeature.Ring(location: ended.location, points: points)
        guard let side = open.last?.name else { return }
        if Self.outer.contains(side) { area?.outer.append(ring) }
        if Self.inner.contains(side) { area?.inner.append(ring) }
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }

    // MARK: - Coordinates

    /// The coordinates that an element's text holds, `10.1,59.9 10.2,59.9` or `10.1 59.9 10.2 59.9`.
    private func coordinates(of element: Open) -> [SIMD2<Double>] {
        let isPairs = element.name == "coordinates"
        var tuples: [[Double]] = []
        for word in element.text.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
            let parts = isPairs ? word.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) : [word]
            let numbers = parts.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
            guard numbers.count == parts.count, numbers.allSatisfy(\.isFinite) else {
                diagnostics.emit(.notANumber(element.location))
                return []
            }
            tuples.append(numbers)
        }
        let numbers = tuples.flatMap(\.self)
        let dimension = isPairs ? tuples.first?.count ?? 2 : element.dimension
        guard dimension == 2 || dimension == 3, numbers.count.isMultiple(of: dimension),
            !isPairs || tuples.allSatisfy({ $0.count == dimension })
        else {
            diagnostics.emit(.unevenCoordinates(element.location))
            return []
        }
        return stride(from: 0, to: numbers.count, by: dimension).map { SIMD2(numbers[$0], numbers[$0 + 1]) }
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension Diagnostic {
    fileprivate static func notAnArea(_ name: String, _ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAnArea", at: location, "a border is made of rings of straight lines, not of '\(name)'",
            remedy: "export the districts as areas with straight lines")
    }

    fileprivate static func otherSeparators(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OtherSeparators", at: location, "coordinates are written with separators of their own",
            remedy: "write 10.1,59.9 10.2,59.9, as GML does by default")
    }

    fileprivate static func notANumber(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotANumber", at: location, "a coordinate here is no number", remedy: "export the file anew")
    }

    fileprivate static func unevenCoordinates(_ location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACoordinate", at: location, "the numbers here do not make up whole coordinates",
            remedy: "say srsDimension=\"3\" where heights are given")
    }
}
