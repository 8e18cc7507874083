import Foundation

/// Finds kommuner that took new numbers with all of their units, from two lists alone.
///
/// SSB renumbers every unit of a kommune that gets a new number, and gives no change table of units for some years. What
/// the lists do say is enough where a kommune ends whole as another begins whole:
/// - every unit of the old one has a counterpart of the same name and last four digits in one new kommune, and the other
///   way round;
/// - or a kommune is divided: every unit of it has a name of its own and one counterpart of that name in the new
///   kommuner, which hold nothing else.
///
/// Names are the same that differ in case or accents only. Whatever is less than this is left for a change table.
struct KommuneRenumbering {
    /// The day of the later list.
    let date: CalendarDate
    /// The names of all units on the eve, and on the day.
    let before: [GrunnkretsCode: String]
    let after: [GrunnkretsCode: String]
    /// Units that a change of the day tells of.
    let told: Set<GrunnkretsCode>

    /// The units of one kommune by the last four digits.
    private typealias Kommune = [Substring: Unit]
    private struct Unit {
        let code: GrunnkretsCode
        let name: String
    }

    /// The changes of code that follow.
    var changes: [UnitChange] {
        var old = kommuner(of: before, without: after)
        var new = kommuner(of: after, without: before)
        var found: [UnitChange] = []
        let next = Dictionary(grouping: new, by: { Self.numbersAndNames($0.value) })
        for (numbersAndNames, same) in Dictionary(grouping: old, by: { Self.numbersAndNames($0.value) }) {
            guard let before = same.first, let after = next[numbersAndNames]?.first, same.count == 1,
                next[numbersAndNames]?.count == 1
            else { continue }
            found += before.value.compactMap { number, unit in
                after.value[number].map { row(unit, $0, "SSB KLASS 1, lists: same name and last four digits") }
            }
            old[before.key] = nil
            new[after.key] = nil
        }
        return found + old.values.flatMap { divided($0, into: new) }
    }

    private func row(_ old: Unit, _ new: Unit, _ source: String) -> UnitChange {
        UnitChange(old: old.code, new: new.code, date: date, share: 1, basis: .whole, source: source)
    }

    /// A kommune that has become several, unit by unit.
    private func divided(_ units: Kommune, into kommuner: [KommuneCode: Kommune]) -> [UnitChange] {
        let names = Dictionary(grouping: units.values, by: \.name)
        let parts = kommuner.values.filter { part in part.values.allSatisfy { names[$0.name] != nil } }
        let successors = Dictionary(grouping: parts.flatMap(\.values), by: \.name)
        guard parts.count > 1, names.count == units.count, successors.count == units.count,
            successors.values.allSatisfy({ $0.count == 1 })
        else { return [] }
        return units.values.compactMap { unit in
            successors[unit.name]?.first.map { row(unit, $0, "SSB KLASS 1, lists: same name") }
        }
    }

    /// The kommuner that have no unit in common with the `other` list, and that no change tells of.
    private func kommuner(of list: [GrunnkretsCode: String], without other: [GrunnkretsCode: String])
        -> [KommuneCode: Kommune]
    {
        let others = Set(other.keys.map(\.home)).union(told.map(\.home))
        return Dictionary(grouping: list, by: \.key.home).filter { !others.contains($0.key) }.mapValues { units in
            Dictionary(
                uniqueKeysWithValues: units.map {
                    ($0.key.digits.suffix(4), Unit(code: $0.key, name: Self.folded($0.value)))
                })
        }
    }

    private static func numbersAndNames(_ kommune: Kommune) -> [Substring: String] { kommune.mapValues(\.name) }

    /// The name in small letters without accents.
    private static func folded(_ name: String) -> String {
        let letters = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(letters)).lowercased()
    }
}
