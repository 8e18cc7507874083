import Geography
import LocatedInput

/// Puts the files of a population register together and checks that they fit.
struct PopulationAssembly {
    /// How far estimated ages may add up from the total they are of: one in this many persons.
    static let closenessOfEstimates = 1000

    private struct Place: Hashable {
        let area: AreaCode
        let year: Int
    }

    private let areas: AreaDirectory
    private var rows: [PersonsDraft.Key: PersonsFile.Row] = [:]
    private var totals: [Place: TotalsFile.Row] = [:]

    /// Nothing yet; places are those of `areas`.
    init(areas: AreaDirectory) { self.areas = areas }

    /// Adds figures by age; what was already there is an error.
    mutating func add(_ more: [PersonsFile.Row], _ diagnostics: inout Diagnostics) {
        for row in more {
            guard areas.place(row.key.area, at: row.location, &diagnostics) != nil else { continue }
            if rows.updateValue(row, forKey: row.key) != nil { diagnostics.emit(.doubledRow(at: row.location)) }
        }
    }

    /// Adds totals; what was already there is an error.
    mutating func add(_ more: [TotalsFile.Row], _ diagnostics: inout Diagnostics) {
        for row in more {
            guard areas.place(row.area, at: row.location, &diagnostics) != nil else { continue }
            if totals.updateValue(row, forKey: Place(area: row.area, year: row.year)) != nil {
                diagnostics.emit(.doubledRow(at: row.location))
            }
        }
    }

    /// The table of everything, checked.
    mutating func table(_ diagnostics: inout Diagnostics) -> PopulationTable {
        for key in rows.keys.sorted() where key.sex == .both {
            let sexes = [Sex.men, .women].compactMap { rows[PersonsDraft.Key(area: key.area, year: key.year, sex: $0)] }
            if sexes.count == 2, let row = rows[key] { diagnostics.emit(.bothBesideEach(at: row.location)) }
        }
        for division in areas.divisions { balance(division, &diagnostics) }
        checkTotals(&diagnostics)
        let rest = areas.divisions.flatMap { unallocatedTotals($0, &diagnostics) }
        return PopulationTable(
            rows.values.compactMap { row in
                areas[row.key.area].flatMap {
                    PopulationTable.Row(area: $0, year: row.key.year, sex: row.key.sex, persons: row.persons)
                }
            },
            totals: totals.values.compactMap { row in
                areas[row.area].map { PopulationTable.Total(area: $0, year: row.year, persons: row.persons) }
            } + rest)
    }

    /// Checks that the districts of `division` and its unallocated are its kommune, and fills in the unallocated where
    /// only they are not given.
    private mutating func balance(_ division: AreaDirectory.Division, _ diagnostics: inout Diagnostics) {
        guard let city = areas.code(of: .kommune(division.kommune)),
            let unallocated = areas.code(of: .unallocated(division.split, division.kommune))
        else { return }
        let districts = division.districts.compactMap { areas.code(of: .district(division.split, $0)) }
        let years = Set(rows.keys.filter { $0.area == city }.map(\.year)).sorted()
        for year in years {
            let present = districts.filter { code in Sex.allCases.contains { persons(code, year, $0) != nil } }
            guard !present.isEmpty else { continue }
            for sex in [Sex.both, .men, .women] {
                let parts = present.compactMap { persons($0, year, sex) }
                guard let whole = persons(city, year, sex), parts.count == present.count else { continue }
                let key = PersonsDraft.Key(area: city, year: year, sex: sex)
                let location = (rows[key] ?? rows[PersonsDraft.Key(area: city, year: year, sex: .men)])?.location
                let place = location ?? SourceLocation(file: "")
                var rest = whole
                for part in parts { for age in rest.indices { rest[age] -= part[age] } }
                if let given = persons(unallocated, year, sex) {
                    if let age = rest.indices.first(where: { rest[$0] != given[$0] }) {
                        diagnostics.emit(.doesNotBalance(key, division.split, age: age, at: place))
                    }
                } else if present.count == districts.count {
                    if let age = rest.firstIndex(where: { $0 < 0 }) {
                        diagnostics.emit(.doesNotBalance(key, division.split, age: age, at: place))
                    } else if sex != .both || rows[key] != nil {
                        let key = PersonsDraft.Key(area: unallocated, year: year, sex: sex)
                        rows[key] = PersonsFile.Row(key: key, persons: rest, location: place)
                    }
                }
            }
        }
    }

    /// Everybody of no known district in the years of which the city has a total and no ages: the total without the
    /// districts, where all of them are given.
    private func unallocatedTotals(_ division: AreaDirectory.Division, _ diagnostics: inout Diagnostics)
        -> [PopulationTable.Total]
    {
        let city = areas.code(of: .kommune(division.kommune))
        let districts = division.districts.compactMap { areas.code(of: .district(division.split, $0)) }
        return totals.values.filter { $0.area == city && $0.ages == .none }.compactMap { total in
            let parts = districts.compactMap { persons($0, total.year, .both)?.reduce(0, +) }
            guard !parts.isEmpty, parts.count == districts.count else { return nil }
            let rest = total.persons - parts.reduce(0, +)
            guard rest >= 0 else {
                let key = PersonsDraft.Key(area: total.area, year: total.year, sex: .both)
                diagnostics.emit(.doesNotBalance(key, division.split, age: 0, at: total.location))
                return nil
            }
            return PopulationTable.Total(
                area: .unallocated(division.split, division.kommune), year: total.year, persons: rest)
        }
    }

    private func persons(_ area: AreaCode, _ year: Int, _ sex: Sex) -> [Int]? {
        if let row = rows[PersonsDraft.Key(area: area, year: year, sex: sex)] { return row.persons }
        guard sex == .both, let men = rows[PersonsDraft.Key(area: area, year: year, sex: .men)],
            let women = rows[PersonsDraft.Key(area: area, year: year, sex: .women)]
        else { return nil }
        return zip(men.persons, women.persons).map { $0 + $1 }
    }

    private func checkTotals(_ diagnostics: inout Diagnostics) {
        for place in totals.keys.sorted(by: { ($0.area, $0.year) < ($1.area, $1.year) }) {
            guard let total = totals[place] else { continue }
            let sum = persons(place.area, place.year, .both)?.reduce(0, +)
            let isSound =
                switch total.ages {
                case .none: sum == nil
                case .exact: sum == total.persons
                case .estimated:
                    sum.map { abs($0 - total.persons) <= total.persons / Self.closenessOfEstimates } ?? false
                }
            if !isSound { diagnostics.emit(.totalDoesNotFit(total)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func bothBesideEach(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledFigure", at: location, "men and women are given, so both together are their sum",
            remedy: "remove the record of both sexes")
    }

    fileprivate static func doesNotBalance(
        _ key: PersonsDraft.Key, _ split: SplitID, age: Int, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "DoesNotBalance", at: location,
            "the districts of \(split) and the unallocated are not \(key.area) in \(key.year), sex \(key.sex), age \(age)",
            remedy: "look for a district that is missing, doubled or under another code that year")
    }

    fileprivate static func totalDoesNotFit(_ row: TotalsFile.Row) -> Diagnostic {
        Diagnostic(
            .error, "TotalDoesNotFit", at: row.location,
            "the figures by age do not stand to the total of \(row.area) in \(row.year) as '\(row.ages.rawValue)' says",
            remedy: "correct the total, or write exact, estimated or none as it is")
    }
}
