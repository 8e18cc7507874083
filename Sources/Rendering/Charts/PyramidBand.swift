import LocatedInput

/// An age band of a population pyramid; shares are per cent of the whole population, both sexes together.
public struct PyramidBand: Hashable, Sendable {
    /// The ages, such as `0–4`.
    public var label: String
    /// The share of men in the band; `nil` where it is not shown.
    public var men: NumberText.Decimal?
    /// The share of women in the band; `nil` where it is not shown.
    public var women: NumberText.Decimal?
    /// The share of men in the area compared with.
    public var referenceMen: NumberText.Decimal?
    /// The share of women in the area compared with.
    public var referenceWomen: NumberText.Decimal?

    /// One band.
    public init(
        label: String, men: NumberText.Decimal?, women: NumberText.Decimal?, referenceMen: NumberText.Decimal? = nil,
        referenceWomen: NumberText.Decimal? = nil
    ) {
        self.label = label
        self.men = men
        self.women = women
        self.referenceMen = referenceMen
        self.referenceWomen = referenceWomen
    }
}
