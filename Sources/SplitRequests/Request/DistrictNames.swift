import Geography
import LocatedInput

/// What the districts of a request are called.
struct DistrictNames {
    private let written: [DistrictCode: [Language: [Located<String>]]]
    private let kommune: KommuneCode

    init(_ written: [DistrictCode: [Language: [Located<String>]]], kommune: KommuneCode) {
        self.written = written
        self.kommune = kommune
    }

    /// The name of the district `code`; the code where it has none that can be used, with a finding.
    func name(of code: DistrictCode, _ findings: inout [Finding]) -> PlaceName {
        let names = written[code] ?? [:]
        for (_, texts) in names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where texts.count > 1 {
            findings.append(
                Finding(
                    .twoNames, code.digits, at: texts[1].location,
                    ["district": code.digits, "names": texts.map(\.value).joined(separator: ", ")]))
        }
        var usable: [Language: String] = [:]
        for (language, texts) in names {
            guard let text = texts.first else { continue }
            if NameText.isPlain(text.value) {
                usable[language] = text.value
            } else {
                findings.append(Finding(.markup, code.digits, at: text.location, ["name": text.value]))
            }
        }
        guard let name = usable[.nb] ?? usable[.nn] else {
            if names.isEmpty { findings.append(Finding(.missingName, code.digits, ["district": code.digits])) }
            return PlaceName(nb: code.digits)
        }
        return PlaceName(nb: name, others: usable)
    }

    /// Districts that are called the same.
    func reportShared(_ districts: [RequestedDistrict], _ findings: inout [Finding]) {
        for (_, same) in Dictionary(grouping: districts, by: { $0.name.nb.lowercased() }) where same.count > 1 {
            guard let first = same.first else { continue }
            findings.append(
                Finding(
                    .sharedName, first.code.digits, at: written[first.code]?[.nb]?.first?.location,
                    [
                        "name": first.name.nb,
                        "districts": same.map(\.code.digits).sorted().joined(separator: ", "),
                    ]))
        }
    }
}
