/// Whether a place is today what it was at an earlier date.
///
/// `Code` is `DistrictCode` for a district and `KommuneCode` for a whole city.
public enum Comparability<Code: Hashable & Sendable>: Hashable, Sendable {
    /// The same ground, under this code then. A new code and splits inside the place make no difference.
    case same(Code)
    /// The code of the counterpart then; today's units that were not part of it, and the counterpart's units that are
    /// not, or not wholly, part of the place today. Both are sorted.
    case changed(Code, gained: [GrunnkretsCode], lost: [GrunnkretsCode])
    /// The place had no counterpart then.
    case absent
}
