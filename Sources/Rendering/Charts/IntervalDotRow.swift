import LocatedInput

/// A district's row in an interval dot chart.
public struct IntervalDotRow: Hashable, Sendable {
    /// The district's name.
    public var name: String
    /// The value; `nil` where it is not shown.
    public var value: NumberText.Decimal?
    /// The interval about the value, if it is published.
    public var interval: ChartInterval?
    /// How the district compares; says the shape of its mark.
    public var verdict: ChartVerdict
    /// The standard mark that stands for a value that is not shown.
    public var absenceMark: String
    /// True for the district that a picture is about; its name stands out.
    public var isChosen: Bool

    /// One row.
    public init(
        name: String, value: NumberText.Decimal?, interval: ChartInterval? = nil, verdict: ChartVerdict,
        absenceMark: String = "", isChosen: Bool = false
    ) {
        self.name = name
        self.value = value
        self.interval = interval
        self.verdict = verdict
        self.absenceMark = absenceMark
        self.isChosen = isChosen
    }
}
