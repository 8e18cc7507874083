import Indicators

/// How many figures of an indicator are not what they were in the edition before.
public struct EditionChange: Hashable, Sendable {
    /// The indicator.
    public let indicator: IndicatorID
    /// Figures that were not there.
    public let added: Int
    /// Figures that said something else.
    public let changed: Int
    /// Figures that are gone.
    public let removed: Int

    /// A change.
    public init(indicator: IndicatorID, added: Int, changed: Int, removed: Int) {
        self.indicator = indicator
        self.added = added
        self.changed = changed
        self.removed = removed
    }
}
