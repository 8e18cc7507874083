import Geography
import LocatedInput

/// The figures that may lie in the open, as they stand in our own tables under `indicators/open-figures/`.
///
/// Everybody may have them, but they are confidential all the same: whatever is said about a district goes through
/// the same gate.
@_spi(Confidential) public struct OpenFigures: Sendable {
    /// Persons by area, year, sex and age.
    public let population: PopulationTable
    /// Persons in the parts of districts.
    public let populationParts: PartPopulationTable
    /// Shares of children with a vaccination, in per cent: category is the vaccine.
    public let vaccination: OwnerFigures

    /// Reads every table in `folder`. All faults are reported; `nil` if one was an error.
    public static func load(from folder: InputFolder, areas: AreaDirectory, _ diagnostics: inout Diagnostics)
        -> OpenFigures?
    {
        nil
    }
}
