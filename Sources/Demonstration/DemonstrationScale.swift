/// How much of the country is written by unit.
public enum DemonstrationScale: String, CaseIterable, Sendable {
    /// The cities by unit, the country as one row.
    case cities
    /// The cities by unit, and the rest of the country as units of kommuner that do not exist; no row for the country in
    /// registers that know units.
    case wholeCountry = "whole-country"
}
