import Borders
import Geography
import LocatedInput

/// Which properties of the places in a file hold what a request needs; they are called what columns of tables are.
struct PlaceProperties {
    /// All there are, as they come.
    let names: [String]
    private let columns: [RequestColumn: String]

    /// The properties of `places`; two of a kind are a finding.
    init(_ places: [MapPlace], _ findings: inout [Finding]) {
        var names: [String] = []
        var columns: [RequestColumn: String] = [:]
        var known: Set<String> = []
        for (name, value) in places.flatMap(\.properties) where known.insert(name).inserted {
            names.append(name)
            guard let column = RequestColumn(heading: name) else { continue }
            if let other = columns[column] {
                findings.append(Finding(.doubledColumn, name, at: value.location, ["column": name, "other": other]))
            } else {
                columns[column] = name
            }
        }
        self.names = names
        self.columns = columns
    }

    /// True if places have something for `column`.
    func has(_ column: RequestColumn) -> Bool { columns[column] != nil }

    /// What `place` says for `column`; `nil` where it says nothing.
    func value(_ column: RequestColumn, of place: MapPlace) -> Located<String>? {
        guard let name = columns[column], let value = place.properties.first(where: { $0.name == name })?.value,
            !value.value.isEmpty
        else { return nil }
        return value
    }
}
