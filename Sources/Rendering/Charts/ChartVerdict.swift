/// How a district compares with the country, as a chart shows it: by the shape of a mark.
public enum ChartVerdict: CaseIterable, Hashable, Sendable {
    /// ● More favourable than the country.
    case favourable
    /// ■ Less favourable than the country.
    case lessFavourable
    /// ○ Not clearly different from the country.
    case notClearlyDifferent
    /// ▲ Higher than the country, where neither is better.
    case higher
    /// ▼ Lower than the country, where neither is better.
    case lower
    /// × Not tested.
    case notTested
}
