/// Which way is good.
public enum ChartPolarity: CaseIterable, Hashable, Sendable {
    /// Higher values are favourable, and drawn to the right.
    case higherIsFavourable
    /// Lower values are favourable, and drawn to the right.
    case lowerIsFavourable
    /// Neither is better; higher values are drawn to the right.
    case neutral
}
