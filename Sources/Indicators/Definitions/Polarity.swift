/// Which way is favourable; an editorial choice that belongs to an edition, so it is data.
public enum Polarity: String, CaseIterable, Hashable, Sendable {
    /// More is better, as for vaccination.
    case higherIsBetter = "higher-is-better"
    /// Less is better, as for accidents.
    case lowerIsBetter = "lower-is-better"
    /// Neither is better; differences are shown and not judged.
    case neutral
}
