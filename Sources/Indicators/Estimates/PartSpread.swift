import Geography
@_spi(Confidential) import Registers

/// How unevenly a district grows: the population-weighted standard deviation of growth between its parts.
///
/// Weights are the parts' populations at the beginning. Parts that are smaller than a limit at either end are left out:
/// their growth is chance, and they are few enough people to be known.
struct PartSpread {
    let table: PartPopulationTable
    let places: StudiedPlaces
    let years: Int
    let smallestPart: Int
    let fewestParts: Int

    func figures(of definition: IndicatorDefinition) -> [ConfidentialFigure] {
        let present = Set(table.districts().flatMap { table.years(of: $0) }).sorted()
        return places.areas.flatMap { area in
            present.map { year in
                ConfidentialFigure(
                    FigureKey(indicator: definition.id, area: area, period: Period(year: year)), value(area, year))
            }
        }
    }

    private func value(_ area: Area, _ year: Int) -> ConfidentialFigure.Value {
        guard case .district = area else { return .absent(.notApplicable) }
        let present = table.years(of: area)
        guard present.contains(year), present.contains(year - years) else {
            return .absent(places.absence(area, year - years))
        }
        guard places.isSame(area, from: year - years, to: year) else { return .notComputable(.boundariesChanged) }
        var parts: [(growth: Double, weight: Double)] = []
        for part in table.parts(of: area) {
            guard let first = table.persons(part, of: area, year - years),
                let last = table.persons(part, of: area, year), min(first, last) >= smallestPart
            else { continue }
            parts.append((100 * Double(last - first) / Double(first), Double(first)))
        }
        guard parts.count >= fewestParts else { return .notComputable(.tooFewParts) }
        let weight = parts.reduce(0) { $0 + $1.weight }
        let mean = parts.reduce(0) { $0 + $1.growth * $1.weight } / weight
        let variance = parts.reduce(0) { $0 + ($1.growth - mean) * ($1.growth - mean) * $1.weight } / weight
        return .estimate(variance.squareRoot(), .none)
    }
}
