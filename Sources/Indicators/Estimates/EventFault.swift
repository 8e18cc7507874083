/// Why a measure cannot be worked out from what a register holds.
enum EventFault: Error {
    /// The register holds no counts.
    case noCounts
    /// Nobody has the persons that events are set against.
    case noPopulation
    /// The register has no such category.
    case unknownCategory(String, among: [String])
    /// The register does not tell the sexes or ages apart that the measure needs.
    case strata(Strata.Fault)
}
