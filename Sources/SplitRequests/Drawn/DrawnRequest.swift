import Borders
import Geography
import LocatedInput

/// Districts drawn on a map, laid over the units of another file: where each unit lies, whichever municipality it is of.
struct DrawnRequest: Sendable {
    /// A unit and the districts it lies in.
    struct Unit: Sendable {
        /// Its code, as it is written.
        let code: Located<String>
        /// What the file calls it; empty where it says nothing.
        let name: String
        /// Square metres; zero where it is a point.
        let area: Double
        /// The drawn districts it lies in and the share of it in each, the largest first.
        let parts: [PlaceOverlay.Part]
        /// Its borders that cross themselves.
        let faults: [PlaceFault]

        /// True if more of it lies in districts than outside.
        var isMostlyInside: Bool { parts.reduce(0) { $0 + $1.share } >= 0.5 }
    }

    /// The areas of districts, as they come in the file.
    let districts: [DrawnDistrict]
    /// The units, as they come in theirs.
    let units: [Unit]
    /// What is wrong with either file; then nothing is laid over anything.
    let findings: [Finding]
    /// The districts that lie on each drawn district, and how much of it each covers.
    let overlaps: [[PlaceOverlay.Part]]
    private let overlay: PlaceOverlay

    /// Lays the units of `units` over the districts drawn in `districts`.
    init(_ districts: MapFile, over units: MapFile?) {
        var findings: [Finding] = []
        let drawn = DrawnDistrict.read(districts, &findings)
        if units == nil {
            findings.append(Finding(.noUnitsToLay, "", at: SourceLocation(file: districts.file.path)))
        }
        let read = units.map { DrawnUnit.read($0, &findings) } ?? []
        let isSound = !findings.contains { $0.kind.severity == .error }
        let overlay = PlaceOverlay(
            districts: isSound ? drawn.map(\.place) : [], units: isSound ? read.map(\.places) : [])
        findings += overlay.faults.map(Finding.init)
        self.findings = findings
        self.overlay = overlay
        guard isSound, overlay.faults.isEmpty else {
            (self.districts, self.units, overlaps) = ([], [], [])
            return
        }
        self.districts = drawn.map(\.district)
        overlaps = drawn.indices.map(overlay.overlaps)
        self.units = read.enumerated().map { index, unit in
            Unit(
                code: unit.code, name: unit.name, area: overlay.area(ofUnit: index),
                parts: overlay.parts(ofUnit: index), faults: overlay.faults(ofUnit: index))
        }
    }

    /// The ground of the drawn district, square metres.
    func area(of district: Int) -> Double { overlay.area(ofDistrict: district) }

    /// True if the drawn district lies among the units at these places in the list.
    func lies(_ district: Int, among units: [Int]) -> Bool { overlay.liesAmong(units, district: district) }

}
