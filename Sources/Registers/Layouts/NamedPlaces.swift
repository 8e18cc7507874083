import LocatedInput

/// The places that are wanted from a source which knows them by name only: `name;occurrence;area`.
///
/// Names are written exactly as the source writes them. Where a name is that of several places, `occurrence` counts
/// them from the top of the file, and every one must have a row; an empty area leaves that one out. Names without a row
/// are of places nobody wants, and are passed over.
struct NamedPlaces {
    /// A place of a name.
    struct Occurrence: Hashable {
        let name: String
        let number: Int
    }

    /// What a row says.
    struct Wanted {
        let area: AreaCode?
        let location: SourceLocation
    }

    /// The file the names were read from.
    let path: String
    /// The rows, by name and occurrence.
    let wanted: [Occurrence: Wanted]
    private let names: Set<String>

    /// Reads the names in `file`; all faults are reported.
    init(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        path = file.path
        var wanted: [Occurrence: Wanted] = [:]
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: ["name", "occurrence", "area"], &diagnostics)
        } each: { record, columns, diagnostics in
            guard let name = record.located(columns["name"], &diagnostics),
                let number = record.wholeNumber(columns["occurrence"], &diagnostics),
                let area = record.located(columns["area"], &diagnostics)
            else { return }
            let code = AreaCode(area.value)
            if code == nil, !area.value.isEmpty { diagnostics.emit(.notAnAreaCode(area)) }
            let row = Wanted(area: code, location: name.location)
            if wanted.updateValue(row, forKey: Occurrence(name: name.value, number: number)) != nil {
                diagnostics.emit(.doubledPlace(name))
            }
        }
        self.wanted = wanted
        names = Set(wanted.keys.map(\.name))
    }

    /// True if some place of this name is wanted or left out by a row.
    func knows(_ name: String) -> Bool { names.contains(name) }
}

extension Diagnostic {
    fileprivate static func doubledPlace(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "DoubledPlace", at: name.location, "'\(name.value)' has this occurrence twice",
            remedy: "number the places of one name 1, 2, … from the top of the source")
    }
}
