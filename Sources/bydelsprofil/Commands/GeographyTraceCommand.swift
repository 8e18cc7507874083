import ArgumentParser
import Geography
import LocatedInput

/// Shows the whole history of a unit or a district.
struct GeographyTraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Show the whole history of a unit or a district, both ways.")

    @Argument(help: "The code of a grunnkrets or of a district.")
    var code: String

    @OptionGroup var options: GeographyOptions

    func run() throws {
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: options.folder, &diagnostics)
        let trace = geography.map { GeographyTrace($0, of: code) }
        if let trace, trace.isEmpty { diagnostics.emit(.unknownCode(code, options.folder)) }
        try CommandOutput.finish(trace, diagnostics, asJSON: options.json, text: \.text)
    }
}

/// What is known about a code, to be shown. The same digits may be a unit and a district.
private struct GeographyTrace: Encodable {
    struct UnitEntry: Encodable {
        let city: String
        let code: String
        let names: [Dated]
        let districts: [Dated]
        let before: [Change]
        let after: [Change]
    }
    struct DistrictEntry: Encodable {
        let split: String
        let codes: [Dated]
        let turns: [Turn]
    }
    struct Dated: Encodable {
        let validFrom: String?
        let validTo: String?
        let code: String
        let name: String

        init(_ validity: DateRange, code: String, name: String) {
            validFrom = validity.from?.description
            validTo = validity.to?.description
            self.code = code
            self.name = name
        }

        var text: String { "    \(validFrom ?? "..")/\(validTo ?? "..")  \(code)  \(name)" }
    }
    struct Change: Encodable {
        let date: String
        let old: String
        let new: String?
        let share: Double?
        let basis: String
        let source: String

        init(_ change: UnitChange) {
            date = change.date.description
            old = change.old.digits
            new = change.new?.digits
            share = change.share
            basis = change.basis.rawValue
            source = change.source
        }

        var text: String {
            "    \(date)  \(old) → \(new ?? "nothing")  \(share.map { "share \($0)" } ?? "share not known")  \(source)"
        }
    }
    struct Turn: Encodable {
        let date: String
        let units: Int
        let gained: [String]
        let lost: [String]

        var text: String {
            "    \(date)  units: \(units)" + (gained.isEmpty ? "" : "  gained: \(gained.joined(separator: " "))")
                + (lost.isEmpty ? "" : "  lost: \(lost.joined(separator: " "))")
        }
    }

    let units: [UnitEntry]
    let districts: [DistrictEntry]

    var isEmpty: Bool { units.isEmpty && districts.isEmpty }

    init(_ geography: Geography, of code: String) {
        units = geography.cities.compactMap { city in
            GrunnkretsCode(code).flatMap { city.history(of: $0) }.map { Self.entry($0, in: city) }
        }
        districts = geography.cities.flatMap { city in
            city.splits.compactMap { split in
                DistrictCode(code).flatMap { Self.entry($0, of: split, in: city) }
            }
        }
    }

    private static func entry(_ history: UnitHistory, in city: City) -> UnitEntry {
        UnitEntry(
            city: city.id, code: history.code.digits,
            names: history.rows.map { Dated($0.validity, code: $0.code.digits, name: $0.name) },
            districts: city.splits.flatMap { split in
                split.memberships(of: history.code).map { member in
                    let name = member.validity.from.flatMap { split.district(member.district, on: $0) }?.name.nb ?? ""
                    return Dated(member.validity, code: member.district.digits, name: "\(name) (\(split.id))")
                }
            },
            before: history.before.map(Change.init), after: history.after.map(Change.init))
    }

    private static func entry(_ code: DistrictCode, of split: Split, in city: City) -> DistrictEntry? {
        let lineage = split.lineage(of: code)
        if lineage.isEmpty { return nil }
        let codes = Set(lineage.map(\.code))
        return DistrictEntry(
            split: split.id.description,
            codes: split.districts.filter { codes.contains($0.code) }.sorted { $0.validity < $1.validity }.map {
                Dated($0.validity, code: $0.code.digits, name: $0.name.nb)
            },
            turns: city.turningDays.compactMap { turn(on: $0, lineage, split, startingOn: city.starts) })
    }

    /// What the district had on the first day, or on a day when its units were not what they were the day before.
    private static func turn(
        on day: CalendarDate, _ lineage: [DatedDistrictCode], _ split: Split, startingOn start: CalendarDate
    ) -> Turn? {
        guard let code = lineage.first(where: { $0.validity.contains(day) })?.code, let eve = day.dayBefore else {
            return nil
        }
        let units = split.units(of: code, on: day)
        func turn(gained: [GrunnkretsCode], lost: [GrunnkretsCode]) -> Turn {
            Turn(date: day.description, units: units.count, gained: gained.map(\.digits), lost: lost.map(\.digits))
        }
        if day == start { return turn(gained: [], lost: []) }
        switch split.comparability(of: code, today: day, earlier: eve) {
        case .same(let earlier):
            return split.units(of: earlier, on: eve) == units ? nil : turn(gained: [], lost: [])
        case .changed(_, let gained, let lost): return turn(gained: gained, lost: lost)
        case .absent: return turn(gained: units, lost: [])
        }
    }

    var text: String {
        var lines: [String] = []
        for unit in units {
            lines.append("grunnkrets \(unit.code) in \(unit.city)")
            lines += ["  names"] + unit.names.map(\.text)
            lines += ["  districts"] + (unit.districts.isEmpty ? ["    none"] : unit.districts.map(\.text))
            if !unit.before.isEmpty { lines += ["  came from"] + unit.before.map(\.text) }
            if !unit.after.isEmpty { lines += ["  became"] + unit.after.map(\.text) }
        }
        for district in districts {
            lines.append("district of \(district.split)")
            lines += ["  codes and names"] + district.codes.map(\.text)
            lines += ["  units"] + district.turns.map(\.text)
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension Diagnostic {
    fileprivate static func unknownCode(_ code: String, _ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCode", at: SourceLocation(file: folder.path), "no unit or district has the code '\(code)'",
            remedy: "write every digit, leading zeros too; 'geography list' shows the districts")
    }
}
