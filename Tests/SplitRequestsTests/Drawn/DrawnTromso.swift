import Foundation
import Geography
import GeographyLiterals
import LocatedInput

@testable import SplitRequests

/// Maps of the units of Tromsø as squares with sides of a kilometre, 25 in a row, in metres of UTM 33.
struct DrawnTromso {
    /// A rectangle: corners in kilometres from the lower left corner of the first unit.
    struct Area {
        let code: String?
        var name: String?
        let corners: [(Double, Double)]
        var hole: [(Double, Double)]?

        init(_ code: String?, _ name: String?, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
            self.init(
                code, name, corners: [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)])
        }

        init(_ code: String?, _ name: String? = nil, corners: [(Double, Double)]) {
            self.code = code
            self.name = name
            self.corners = corners
        }
    }

    let ground: ShippedGround

    /// The codes on 1 January 2024, in the order of the squares.
    var codes: [GrunnkretsCode] { ground.register.units(of: "5501", on: .january1(2024)).map(\.code) }

    /// Two districts that share the municipality: 12 and 13 columns.
    static let halves = [Area("10", "Vest", 0, 0, 12, 7), Area("20", "Aust", 12, 0, 13, 7)]

    /// The units as squares.
    func units() -> String {
        Self.geoJSON(
            codes.enumerated().map { index, code in
                Area(code.digits, nil, Double(index % 25), Double(index / 25), 1, 1)
            }, code: "grunnkretsnummer", name: "grunnkretsnavn")
    }

    /// The middles of the units as a table.
    func points() -> String {
        "grunnkrets;x;y\n"
            + codes.enumerated().map { index, code in
                let (x, y) = Self.metres((Double(index % 25) + 0.5, Double(index / 25) + 0.5))
                return "\(code);\(x);\(y)\n".replacing(".", with: ",")
            }.joined()
    }

    /// A feature collection; `crs` is what it says of its coordinates.
    static func geoJSON(
        _ areas: [Area], code: String = "kode", name: String = "navn", crs: String? = "EPSG:25833",
        metres: ((Double, Double)) -> (Double, Double) = Self.metres
    ) -> String {
        let features = areas.map { area in
            let properties = [(code, area.code), (name, area.name)].compactMap { key, value in
                value.map { "\"\(key)\": \"\($0)\"" }
            }
            let rings = ([area.corners] + (area.hole.map { [$0] } ?? [])).map { ring in
                "[\(ring.map { corner in let (x, y) = metres(corner); return "[\(x), \(y), 0.0]" }.joined(separator: ", "))]"
            }
            return """
                {"type": "Feature", "properties": {\(properties.joined(separator: ", "))},
                "geometry": {"type": "Polygon", "coordinates": [\(rings.joined(separator: ", "))]}}
                """
        }
        let system = crs.map { "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"\($0)\"}}," } ?? ""
        return "{\"type\": \"FeatureCollection\", \(system)\n\"features\": [\n\(features.joined(separator: ",\n"))\n]}"
    }

    /// Where a corner lies near Tromsø.
    static func metres(_ corner: (Double, Double)) -> (Double, Double) {
        (640_000 + 1000 * corner.0, 7_730_000 + 1000 * corner.1)
    }

    /// What comes of `districts` laid over `units`.
    func report(
        _ districts: String, over units: String? = nil, system: String? = nil, unitSystem: String? = nil,
        isPart: Bool = false, withoutUnits: Bool = false
    ) throws -> RequestReport {
        let map = MapFile(InputFile(path: "omraader.geojson", text: districts), system: system)
        let drawn = MapFile(InputFile(path: "kretser.geojson", text: units ?? self.units()), system: unitSystem)
        let file = RequestFile(map, over: withoutUnits ? nil : drawn, ground.register)
        return try ground.report(file, "5501", isPart: isPart)
    }
}
