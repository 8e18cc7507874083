import Geography
import LocatedInput

/// What the code of a unit in a request comes to on the day of the request.
struct UnitResolution {
    /// The units of the municipality that share its ground on the day; empty where it has none there.
    var units: [GrunnkretsCode] = []
    /// The code as it was meant; `nil` where it is none.
    var code: GrunnkretsCode?
    /// True if the code is of another day.
    var isTraced = false
    /// The other municipality that it lies in, if it does.
    var otherKommune: KommuneCode?
    /// What must be said about it; never about another municipality, which depends on the rest of its district.
    var findings: [Finding] = []
}

/// Finds out which units of a municipality are meant by the codes in a request.
struct UnitResolver {
    let register: UnitRegister
    let kommune: KommuneCode
    let date: CalendarDate

    /// What `text` means.
    func resolve(_ text: Located<String>) -> UnitResolution {
        var resolution = UnitResolution()
        guard let code = code(text, &resolution) else { return resolution }
        resolution.code = code
        if code.isUnallocated {
            resolution.findings.append(Finding(.unallocated, code.digits, at: text.location, ["unit": code.digits]))
        } else if register.unit(code, on: date) != nil {
            place([code], &resolution)
        } else if let row = register.rows(of: code).last {
            trace(row, text.location, &resolution)
        } else {
            let kind: FindingKind = isDelomraade(code) ? .delomraade : .unknownUnit
            resolution.findings.append(Finding(kind, code.digits, at: text.location, ["unit": code.digits]))
        }
        return resolution
    }

    /// The code, with a finding if a zero was lost or it is none.
    private func code(_ text: Located<String>, _ resolution: inout UnitResolution) -> GrunnkretsCode? {
        guard let code = register.code(writtenAs: text.value) else {
            resolution.findings.append(Finding(.malformedUnit, text.value, at: text.location, ["unit": text.value]))
            return nil
        }
        if code.digits != text.value {
            resolution.findings.append(
                Finding(
                    .lostZero, code.digits, at: text.location, ["unit": code.digits, "written": text.value]))
        }
        return code
    }

    /// True for `xxxxxx00` where it is no unit: the area above the units.
    private func isDelomraade(_ code: GrunnkretsCode) -> Bool { code.digits.hasSuffix("00") }

    private func trace(_ row: Unit, _ place: SourceLocation, _ resolution: inout UnitResolution) {
        let code = row.code
        let hasEnded = row.validity.to.map { $0 <= date } ?? false
        guard let day = hasEnded ? row.validity.to?.dayBefore : register.rows(of: code).first?.validity.from else {
            return
        }
        let now = register.counterparts(of: code, on: day, at: date).filter { !$0.isUnallocated }
        if now.isEmpty {
            resolution.findings.append(
                Finding(
                    .ended, code.digits, at: place,
                    [
                        "unit": code.digits, "name": row.name,
                        "date": (hasEnded ? row.validity.to : date)?.description ?? "",
                    ]))
            return
        }
        resolution.isTraced = true
        self.place(now, &resolution)
        guard !resolution.units.isEmpty else { return }
        resolution.findings.append(
            Finding(
                .traced, code.digits, at: place,
                [
                    "unit": code.digits, "name": row.name,
                    "became": resolution.units.map(\.digits).joined(separator: ", "), "date": date.description,
                ]))
    }

    private func place(_ units: [GrunnkretsCode], _ resolution: inout UnitResolution) {
        resolution.units = units.filter { $0.lies(in: kommune) }
        if resolution.units.isEmpty { resolution.otherKommune = units.first?.home }
    }
}
