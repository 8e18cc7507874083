/// What a register counts year by year, and so how much more several years tell than one.
public enum YearlyCounts: String, CaseIterable, Hashable, Sendable {
    /// New events or new persons each year: every year adds its count.
    case events
    /// Mostly the same persons anew each year, such as those who receive a benefit or have a disease: several years are
    /// hardly more certain than one, so that intervals and tests go by the mean count of a year.
    case stock
}
