import Geography
import LocatedInput

/// Which district the lines of a request mean, and what they call it.
struct DistrictKeys {
    let kommune: KommuneCode
    private(set) var names: [DistrictCode: [Language: [Located<String>]]] = [:]
    private var numbered: [String: DistrictCode] = [:]

    init(kommune: KommuneCode) { self.kommune = kommune }

    /// The district of `row`; where the table has names only, districts are numbered as they come.
    mutating func district(of row: RequestRow, _ findings: inout [Finding]) -> DistrictCode? {
        guard let code = code(of: row, &findings) else { return nil }
        for (language, name) in row.districtNames {
            let known = names[code]?[language] ?? []
            if !known.contains(where: { $0.value == name.value }) {
                names[code, default: [:]][language, default: []].append(name)
            }
        }
        return code
    }

    private mutating func code(of row: RequestRow, _ findings: inout [Finding]) -> DistrictCode? {
        guard let text = row.districtCode else { return number(of: row, &findings) }
        if text.value.isEmpty {
            findings.append(
                Finding(.noDistrictCode, row.unit.value, at: row.unit.location, ["unit": row.unit.value]))
            return nil
        }
        guard let code = DistrictCode(text.value) else {
            findings.append(Finding(.malformedDistrict, text.value, at: text.location, ["district": text.value]))
            return nil
        }
        if kommune.digits.hasPrefix("0"), !text.value.hasPrefix(kommune.digits),
            let whole = DistrictCode("0" + text.value), whole.digits.hasPrefix(kommune.digits)
        {
            findings.append(
                Finding(
                    .lostZero, whole.digits, at: text.location, ["unit": whole.digits, "written": text.value]))
            return whole
        }
        return code
    }

    private mutating func number(of row: RequestRow, _ findings: inout [Finding]) -> DistrictCode? {
        guard let name = row.districtNames[.nb] ?? row.districtNames[.nn] else {
            findings.append(
                Finding(.noDistrictCode, row.unit.value, at: row.unit.location, ["unit": row.unit.value]))
            return nil
        }
        if let code = numbered[name.value] { return code }
        if numbered.isEmpty { findings.append(Finding(.numberedDistricts, "")) }
        let serial = String(numbered.count + 1)
        let code = DistrictCode(kommune.digits + String(repeating: "0", count: max(0, 2 - serial.count)) + serial)
        numbered[name.value] = code
        return code
    }
}
