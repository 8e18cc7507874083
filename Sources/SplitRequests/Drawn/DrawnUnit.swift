import Borders
import Geography
import LocatedInput

/// A unit on a map: its borders, or a point in it.
struct DrawnUnit {
    /// Its code, as it is written.
    let code: Located<String>
    /// What the file calls it; empty where it says nothing.
    let name: String
    /// Where it is.
    let places: [MapPlace]

    /// The units in `file`, by code as they come; a place that is none is a finding.
    static func read(_ file: MapFile, _ findings: inout [Finding]) -> [DrawnUnit] {
        let map =
            PlaceFile.isMap(file.file)
            ? PlaceFile(file.file, system: file.system)
            : PlaceFile(points: PointTable(file.file).points(&findings), system: file.system)
        findings += map.faults.map(Finding.init)
        let properties = PlaceProperties(map.places, &findings)
        guard properties.has(.unit) else {
            if !map.places.isEmpty {
                findings.append(
                    Finding(
                        .noUnitProperty, "", at: SourceLocation(file: file.file.path),
                        ["properties": properties.names.joined(separator: ", ")]))
            }
            return []
        }
        var order: [String] = []
        var found: [String: (code: Located<String>, name: String, places: [MapPlace])] = [:]
        for place in map.places {
            guard let code = properties.value(.unit, of: place) else {
                findings.append(Finding(.placeWithoutCode, place.location.subject, at: place.location))
                continue
            }
            if found[code.value] == nil {
                order.append(code.value)
                found[code.value] = (code, properties.value(.unitName, of: place)?.value ?? "", [])
            }
            found[code.value]?.places.append(place)
        }
        return order.compactMap { found[$0] }.map { DrawnUnit(code: $0.code, name: $0.name, places: $0.places) }
    }
}
