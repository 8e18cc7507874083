import Borders
import Geography
import LocatedInput

/// A district's area on a map, or one of its areas.
struct DrawnDistrict: Sendable {
    /// What the areas of one district have in common: the code, or the name where there are no codes.
    let key: String
    /// The code; `nil` where the file has none.
    let code: Located<String>?
    /// What it is called, in the languages there are properties for.
    let names: [Language: Located<String>]
    /// Where it begins in the file.
    let location: SourceLocation

    /// What a finding calls it.
    var label: String { names[.nb]?.value ?? key }

    /// The districts in `places`, each with its place; a place that has none is a finding.
    static func read(_ file: MapFile, _ findings: inout [Finding]) -> [(district: DrawnDistrict, place: MapPlace)] {
        let map = PlaceFile(file.file, system: file.system)
        findings += map.faults.map(Finding.init)
        let properties = PlaceProperties(map.places, &findings)
        let key: RequestColumn = properties.has(.districtCode) ? .districtCode : .districtName(.nb)
        guard properties.has(key) else {
            if !map.places.isEmpty {
                findings.append(
                    Finding(
                        .noDistrictProperty, "", at: SourceLocation(file: file.file.path),
                        ["properties": properties.names.joined(separator: ", ")]))
            }
            return []
        }
        return map.places.compactMap { place in
            guard place.hasArea else {
                findings.append(Finding(.noArea, place.location.subject, at: place.location))
                return nil
            }
            guard let text = properties.value(key, of: place) else {
                findings.append(Finding(.placeWithoutCode, place.location.subject, at: place.location))
                return nil
            }
            var names: [Language: Located<String>] = [:]
            for language in Language.allCases {
                names[language] = properties.value(.districtName(language), of: place)
            }
            let district = DrawnDistrict(
                key: text.value, code: key == .districtCode ? text : nil, names: names, location: place.location)
            return (district, place)
        }
    }
}
