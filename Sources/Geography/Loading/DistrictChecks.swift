import LocatedInput

/// The rules of `districts.csv` that take more than one row, or other tables, to see.
struct DistrictChecks {
    let districts: [Located<District>]
    let members: [Membership]

    func run(_ diagnostics: inout Diagnostics) {
        let lives = Dictionary(grouping: members, by: \.district).mapValues { $0.map(\.validity) }
        for (index, district) in districts.enumerated() {
            if !district.validity.isCovered(by: lives[district.code] ?? []) {
                diagnostics.emit(.emptyDistrict(district))
            }
            for other in districts[..<index] where other.validity.overlaps(district.validity) {
                if other.code == district.code {
                    diagnostics.emit(.overlappingDistrict(district, other.location))
                } else if Language.allCases.contains(where: { other.name[$0] == district.name[$0] }) {
                    diagnostics.emit(.sharedName(district, other))
                }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func emptyDistrict(_ district: Located<District>) -> Diagnostic {
        Diagnostic(
            .error, "EmptyDistrict", at: district.location,
            "district \(district.code) has no units on some day of \(district.validity)",
            remedy: "add its units to members.csv, or correct the dates")
    }

    fileprivate static func overlappingDistrict(_ district: Located<District>, _ first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OverlappingDistrict", at: district.location,
            "district \(district.code) has two rows for one day, the other on line \(first.line)",
            remedy: "let one row end (valid_to) on the day the next begins (valid_from)")
    }

    fileprivate static func sharedName(_ district: Located<District>, _ other: Located<District>) -> Diagnostic {
        Diagnostic(
            .error, "SharedName", at: district.location,
            "districts \(other.code) and \(district.code) have the same name on one day",
            remedy: "readers know districts by name: make the names differ")
    }
}
