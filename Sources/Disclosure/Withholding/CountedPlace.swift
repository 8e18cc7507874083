import Geography

/// A place whose records are counted: one that tables name, or that follows from such.
enum CountedPlace: Hashable, Sendable {
    /// A place of tables.
    case area(Area)
    /// The people of a kommune outside every district of a split that its tables tell.
    case restOfKommune(KommuneCode, SplitID)
    /// The people of the country outside the kommuner that tables tell.
    case restOfCountry
    /// A district as it was on an earlier day, where that was another place than today's.
    case earlier(SplitOverlaps.Version, DistrictCode)
}
