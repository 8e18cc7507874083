import Geography
import LocatedInput
import TestSupport
import Testing

@testable import Borders

/// The invented city with borders of a test's own.
struct SquareCity {
    /// What `borders:` says beside the file's name.
    var settings = ""
    /// The file's name.
    var name = "borders.geojson"

    /// What comes of a file with `text`: the map, and the findings without their folder.
    func read(_ text: String) throws -> (map: BorderMap?, findings: [String]) {
        let scratch = try ScratchFolder()
        try scratch.write(text, to: "fjordvik/bydel/\(name)")
        try scratch.write(
            """
            file: \(name)
            source: { nb: Oppdiktet, nn: Oppdikta, en: Invented }
            licence: CC0
            \(settings)
            """, to: "fjordvik/bydel/borders.yaml")
        var diagnostics = Diagnostics()
        let geography = try #require(Geography.load(from: Fixtures.geography, &diagnostics))
        let split = try #require(geography.cities.first?.splits.first)
        let source = BorderSource.read(of: split.id, in: scratch.folder, &diagnostics)
        let map = source.flatMap { BorderReader.read($0, of: split, on: .january1(2024), &diagnostics) }
        let folder = scratch.folder.path + "/fjordvik/bydel/"
        return (map, diagnostics.sorted.map { $0.description.replacing(folder, with: "") })
    }

    /// A feature collection of squares: a code and where the corners lie, in hundredths of a degree from 60° N 5° E.
    static func geoJSON(_ places: [(code: String, rings: [[(Int, Int)]])], crs: String = "") -> String {
        let features = places.map { place in
            let rings = place.rings.map { ring in
                "["
                    + ring.map { "[\(5 + Double($0.0) / 100), \(60 + Double($0.1) / 100), 12.5]" }.joined(
                        separator: ",")
                    + "]"
            }
            return """
                {"type": "Feature", "properties": {"nr": "\(place.code)", "name": "Å", "count": 3},
                 "geometry": {"type": "Polygon", "coordinates": [\(rings.joined(separator: ","))]}}
                """
        }
        return "{\"type\": \"FeatureCollection\", \(crs)\"features\": [\n\(features.joined(separator: ",\n"))\n]}"
    }

    /// The corners of a square, closed.
    static func square(_ x: Int, _ y: Int, _ size: Int = 10) -> [(Int, Int)] {
        [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    }

    /// All districts side by side.
    static let sound: [(code: String, rings: [[(Int, Int)]])] = [
        ("990101", [square(0, 0)]), ("990102", [square(10, 0)]), ("990103", [square(0, 10)]),
        ("990104", [square(10, 10)]),
    ]
}
