import Borders
import Geography
import LocatedInput

/// Makes the rows of a table of what is drawn: each unit of the municipality in the district that holds most of it.
struct DrawnReading {
    let drawn: DrawnRequest
    let register: UnitRegister
    let kommune: KommuneCode
    let date: CalendarDate
    /// A part of a unit smaller than this share is how borders are drawn, and not meant.
    let leastPart: Double

    /// A unit of the municipality.
    private struct Own {
        let index: Int
        let unit: DrawnRequest.Unit
        let resolution: UnitResolution
        /// The districts that hold a real part of it, the largest part first.
        let districts: [(key: String, share: Double)]
    }

    /// The rows, in the order of the districts; what the borders do to units and to each other is a finding.
    func rows(_ findings: inout [Finding]) -> [RequestRow] {
        findings += drawn.findings
        guard !drawn.districts.isEmpty, !drawn.units.isEmpty else { return [] }
        let own = own()
        guard !own.isEmpty else {
            findings.append(Finding(.noUnitsHere, "", ["kommune": register.name(ofKommune: kommune, on: date)]))
            return []
        }
        guard own.contains(where: { !$0.districts.isEmpty }) else {
            findings.append(Finding(.nothingMeets, ""))
            return []
        }
        for unit in own { report(unit, &findings) }
        reportMissing(own, &findings)
        let placed = own.flatMap { unit in
            // What lies mostly in two districts that lie on each other is placed twice, and said to be.
            unit.districts.enumerated().filter { $0.offset == 0 || $0.element.share > 0.5 }.map {
                (unit, $0.element.key)
            }
        }
        let used = Set(placed.map(\.1))
        reportDistricts(own, used, &findings)
        reportOverlaps(used, &findings)
        return placed.compactMap { row(of: $0, in: $1) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private func own() -> [Own] {
        let resolver = UnitResolver(register: register, kommune: kommune, date: date)
        return drawn.units.enumerated().compactMap { index, unit in
            let resolution = resolver.resolve(unit.code)
            guard !resolution.units.isEmpty || (resolution.otherKommune == nil && unit.isMostlyInside) else {
                return nil
            }
            var shares: [String: Double] = [:]
            for part in unit.parts { shares[drawn.districts[part.district].key, default: 0] += part.share }
            let districts = shares.filter { $0.value >= leastPart }.map { (key: $0.key, share: min(1, $0.value)) }
            return Own(
                index: index, unit: unit, resolution: resolution,
                districts: districts.sorted { ($1.share, $0.key) < ($0.share, $1.key) })
        }
    }

    /// The row of a unit in a district, with where it stands among all: the district's first, then the unit's.
    private func row(of own: Own, in key: String) -> (Int, Int, RequestRow)? {
        let areas = own.unit.parts.map(\.district).filter { drawn.districts[$0].key == key }
        guard let area = areas.first, let first = drawn.districts.firstIndex(where: { $0.key == key }) else {
            return nil
        }
        let district = drawn.districts[area]
        let row = RequestRow(
            unit: own.unit.code, unitName: own.unit.name, districtCode: district.code, districtNames: district.names)
        return (first, own.index, row)
    }

    // MARK: - What borders do to units

    private func report(_ own: Own, _ findings: inout [Finding]) {
        let code = own.resolution.code?.digits ?? own.unit.code.value
        let name = own.resolution.code.flatMap { register.rows(of: $0).last?.name } ?? own.unit.name
        let slots = ["unit": code, "name": name]
        findings += own.unit.faults.map(Finding.init)
        guard let largest = own.districts.first else {
            findings.append(Finding(.uncoveredUnit, code, at: own.unit.code.location, slots))
            return
        }
        if own.unit.area == 0 { return }
        let district = ["district": label(largest.key)]
        if own.districts.count > 1 {
            let parts = own.districts.map { "\(label($0.key)) \(Self.percent($0.share))" }.joined(separator: ", ")
            findings.append(
                Finding(
                    .cutUnit, code, at: own.unit.code.location,
                    slots.merging(district) { $1 }.merging(["parts": parts]) { $1 }))
        } else if !own.unit.isMostlyInside {
            findings.append(
                Finding(.mostlyOutside, code, at: own.unit.code.location, slots.merging(district) { $1 }))
        }
    }

    /// Units of the municipality that the map of units lacks.
    private func reportMissing(_ own: [Own], _ findings: inout [Finding]) {
        let known = own.reduce(into: Set()) { $0.formUnion($1.resolution.units) }
        for unit in register.units(of: kommune, on: date) where !known.contains(unit.code) {
            findings.append(
                Finding(.missingUnit, unit.code.digits, ["unit": unit.code.digits, "name": unit.name]))
        }
    }

    /// `60 %`: to the nearest five from ten on, so that nobody takes it for a measurement.
    private static func percent(_ share: Double) -> String {
        let percent = share * 100
        return "\(percent < 10 ? Int(percent.rounded()) : Int((percent / 5).rounded()) * 5)\u{A0}%"
    }

    private func label(_ key: String) -> String { drawn.districts.first { $0.key == key }?.label ?? key }

    // MARK: - What becomes of districts

    /// Districts of the municipality that hold no unit; those that lie elsewhere are only counted.
    private func reportDistricts(_ own: [Own], _ used: Set<String>, _ findings: inout [Finding]) {
        let unused = Dictionary(grouping: drawn.districts.indices) { drawn.districts[$0].key }.filter {
            !used.contains($0.key)
        }
        var elsewhere = 0
        for (key, areas) in unused.sorted(by: { $0.value[0] < $1.value[0] }) {
            if isOfKommune(areas, own) {
                let district = drawn.districts[areas[0]]
                findings.append(
                    Finding(.districtWithoutUnits, key, at: district.location, ["district": district.label]))
            } else {
                elsewhere += 1
            }
        }
        if elsewhere > 0 { findings.append(Finding(.drawnElsewhere, "", ["districts": "\(elsewhere)"])) }
    }

    /// True if most of the areas' ground is the municipality's, or, where units are points, they lie among these.
    private func isOfKommune(_ areas: [Int], _ own: [Own]) -> Bool {
        if own.allSatisfy({ $0.unit.area == 0 }) {
            let units = own.map(\.index)
            return areas.contains { drawn.lies($0, among: units) }
        }
        let covered = own.reduce(0.0) { sum, own in
            own.unit.parts.reduce(sum) { areas.contains($1.district) ? $0 + $1.share * own.unit.area : $0 }
        }
        return covered >= 0.5 * areas.reduce(0) { $0 + drawn.area(of: $1) }
    }

    /// Districts that hold units and lie on each other by a real part of the smaller one.
    private func reportOverlaps(_ used: Set<String>, _ findings: inout [Finding]) {
        var areas: [String: Double] = [:]
        var shared: [String: [String: Double]] = [:]
        for (index, district) in drawn.districts.enumerated() where used.contains(district.key) {
            let area = drawn.area(of: index)
            areas[district.key, default: 0] += area
            for part in drawn.overlaps[index] {
                shared[district.key, default: [:]][drawn.districts[part.district].key, default: 0] += part.share * area
            }
        }
        for (key, others) in shared.sorted(by: { $0.key < $1.key }) {
            for (other, ground) in others.sorted(by: { $0.key < $1.key }) where key < other {
                guard let smaller = [key, other].compactMap({ areas[$0] }).min(), ground >= leastPart * smaller else {
                    continue
                }
                findings.append(
                    Finding(
                        .overlap, "\(key)+\(other)", at: drawn.districts.first { $0.key == key }?.location,
                        ["district": label(key), "other": label(other)]))
            }
        }
    }
}
