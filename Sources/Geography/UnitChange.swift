/// People and land of one unit going to another: a row of `changes.csv`.
///
/// A unit that keeps its code while it gives or takes has a row to itself as well, so that the rows of a date always
/// tell the whole story.
public struct UnitChange: Hashable, Sendable {
    /// The unit as it was until `date`.
    public let old: GrunnkretsCode
    /// The unit from `date` on; `nil` where the old one ended and nothing came after it.
    public let new: GrunnkretsCode?
    /// The first day of the new state.
    public let date: CalendarDate
    /// How much of the old unit's people went to the new one, 0 to 1; `nil` where nobody has said.
    public let share: Double?
    /// What the share rests on.
    public let basis: ChangeBasis
    /// Who says so.
    public let source: String

    /// A change on `date` from `old` to `new`.
    public init(
        old: GrunnkretsCode, new: GrunnkretsCode?, date: CalendarDate, share: Double?, basis: ChangeBasis,
        source: String
    ) {
        self.old = old
        self.new = new
        self.date = date
        self.share = share
        self.basis = basis
        self.source = source
    }
}

extension UnitChange {
    /// What a change is known by: a second row with the same is the same change.
    struct Step: Hashable {
        let old: GrunnkretsCode
        let new: GrunnkretsCode?
        let date: CalendarDate
    }

    var step: Step { Step(old: old, new: new, date: date) }
}
