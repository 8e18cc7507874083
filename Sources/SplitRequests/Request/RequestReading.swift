import Geography
import LocatedInput

/// Makes a split of the rows of a municipality's table: the codes of the day asked for, each unit in one district.
struct RequestReading {
    let register: UnitRegister
    let kommune: KommuneCode
    let date: CalendarDate
    /// True if some units are to lie in no district.
    let isPartOfKommune: Bool

    /// A unit of the day in a district, as a line of the request has it.
    private struct Placement {
        let unit: GrunnkretsCode
        let district: DistrictCode
        let isTraced: Bool
        let place: SourceLocation
    }

    /// A line that has been understood.
    private struct Entry {
        let row: RequestRow
        let district: DistrictCode
        let resolution: UnitResolution
    }

    /// The split; `nil` where no line of the request lies in the municipality.
    func split(of rows: [RequestRow], _ findings: inout [Finding]) -> RequestedSplit? {
        let resolver = UnitResolver(register: register, kommune: kommune, date: date)
        var keys = DistrictKeys(kommune: kommune)
        var entries: [Entry] = []
        var rowFindings: [(district: DistrictCode?, finding: Finding)] = []
        for row in rows {
            var found: [Finding] = []
            let resolution = resolver.resolve(row.unit)
            let district = keys.district(of: row, &found)
            rowFindings += (found + resolution.findings).map { (district, $0) }
            if let district { entries.append(Entry(row: row, district: district, resolution: resolution)) }
        }
        let foreign = foreignDistricts(entries)
        findings += rowFindings.filter { !($0.district.map(foreign.contains) ?? false) }.map(\.finding)
        reportForeign(entries, foreign, &findings)
        let own = entries.filter { !foreign.contains($0.district) }
        reportNames(own, &findings)
        let placed = place(own, &findings)
        let units = register.units(of: kommune, on: date)
        let names = DistrictNames(keys.names, kommune: kommune)
        let districts = Dictionary(grouping: placed, by: \.value).map { code, units in
            RequestedDistrict(code: code, name: names.name(of: code, &findings), units: units.map(\.key).sorted())
        }.sorted { $0.code < $1.code }
        guard !districts.isEmpty else { return nil }
        names.reportShared(districts, &findings)
        let unplaced = units.filter { placed[$0.code] == nil }
        return RequestedSplit(kommune: kommune, date: date, districts: districts, unplaced: unplaced.map(\.code))
    }

    // MARK: - Other municipalities

    /// Districts that lie wholly in other municipalities, as in a list of the whole country's.
    private func foreignDistricts(_ entries: [Entry]) -> Set<DistrictCode> {
        let grouped = Dictionary(grouping: entries, by: \.district)
        return Set(
            grouped.filter { (_, entries: [Entry]) in
                entries.contains { $0.resolution.otherKommune != nil }
                    && entries.allSatisfy { entry in
                        entry.resolution.otherKommune != nil || (entry.resolution.code?.isUnallocated ?? false)
                    }
            }.keys)
    }

    private func reportForeign(_ entries: [Entry], _ foreign: Set<DistrictCode>, _ findings: inout [Finding]) {
        let kommuner = Set(entries.filter { foreign.contains($0.district) }.compactMap(\.resolution.otherKommune))
        let isWholeRequest = entries.allSatisfy { foreign.contains($0.district) }
        if !foreign.isEmpty, !isWholeRequest {
            findings.append(
                Finding(.otherKommuner, "", ["districts": "\(foreign.count)", "kommuner": "\(kommuner.count)"]))
        }
        for entry in entries where isWholeRequest || !foreign.contains(entry.district) {
            guard let other = entry.resolution.otherKommune, let code = entry.resolution.code else { continue }
            findings.append(
                Finding(
                    .otherKommune, code.digits, at: entry.row.unit.location,
                    [
                        "unit": code.digits, "name": register.rows(of: code).last?.name ?? "",
                        "kommune": register.name(ofKommune: other, on: date),
                    ]))
        }
    }

    // MARK: - Units

    private func place(_ entries: [Entry], _ findings: inout [Finding]) -> [GrunnkretsCode: DistrictCode] {
        let placements = entries.flatMap { entry in
            entry.resolution.units.map {
                Placement(
                    unit: $0, district: entry.district, isTraced: entry.resolution.isTraced,
                    place: entry.row.unit.location)
            }
        }
        var placed: [GrunnkretsCode: DistrictCode] = [:]
        for (unit, found) in Dictionary(grouping: placements, by: \.unit) {
            guard let first = found.first else { continue }
            placed[unit] = first.district
            let districts = Set(found.map(\.district)).sorted()
            let name = register.unit(unit, on: date)?.name ?? ""
            let codes = districts.map(\.digits).joined(separator: ", ")
            if districts.count == 1 {
                for double in found.filter({ !$0.isTraced }).dropFirst() {
                    findings.append(
                        Finding(
                            .doubledRow, unit.digits, at: double.place,
                            ["unit": unit.digits, "line": "\(first.place.line)"]))
                }
            } else if found.contains(where: \.isTraced) {
                findings.append(
                    Finding(
                        .cutByDate, unit.digits, at: found.last?.place,
                        ["unit": unit.digits, "name": name, "became": codes, "date": date.description]))
            } else {
                findings.append(
                    Finding(
                        .placedTwice, unit.digits, at: found.last?.place,
                        ["unit": unit.digits, "name": name, "districts": codes]))
            }
        }
        return placed
    }

    /// A unit that is called what another one of the municipality is called: code or name may be on the wrong line.
    private func reportNames(_ entries: [Entry], _ findings: inout [Finding]) {
        guard entries.contains(where: { !$0.row.unitName.isEmpty }) else { return }
        let units = register.units(of: kommune, on: date)
        let byName = Dictionary(grouping: units) { $0.name.foldedForComparison }
        for entry in entries where !entry.row.unitName.isEmpty {
            guard let code = entry.resolution.code, let own = register.rows(of: code).last else { continue }
            let written = entry.row.unitName.foldedForComparison
            let names = register.rows(of: code).map { $0.name.foldedForComparison }
            guard !names.contains(written), let other = byName[written]?.first, other.code != code else { continue }
            findings.append(
                Finding(
                    .nameOfOther, code.digits, at: entry.row.unit.location,
                    [
                        "unit": code.digits, "name": own.name, "written": entry.row.unitName,
                        "other": other.code.digits,
                    ]))
        }
    }
}
