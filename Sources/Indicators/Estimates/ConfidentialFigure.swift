import Geography
import LocatedInput
@_spi(Confidential) import Registers

/// What one figure is about.
public struct FigureKey: Hashable, Sendable {
    /// The indicator.
    public let indicator: IndicatorID
    /// The place.
    public let area: Area
    /// The years.
    public let period: Period
    /// The sex.
    public let sex: Sex
    /// The ages the figure is broken down by; everybody the indicator is about for the whole figure.
    public let age: AgeRange

    /// A key; the whole figure unless `sex` or `age` says otherwise.
    public init(
        indicator: IndicatorID, area: Area, period: Period, sex: Sex = .both, age: AgeRange = .all
    ) {
        self.indicator = indicator
        self.area = area
        self.period = period
        self.sex = sex
        self.age = age
    }
}

/// An indicator's figure for one place and period before anybody has said that it may be published.
@_spi(Confidential) public struct ConfidentialFigure: Sendable {
    /// The figure, or why there is none.
    public enum Value: Sendable {
        /// An unrounded number in the indicator's unit, and the counts behind it.
        case estimate(Double, Basis)
        /// A number its owner has published, to be shown with the owner's decimals.
        case owners(NumberText.Decimal)
        /// The register has no number.
        case absent(Absence)
        /// The district of too many events is unknown.
        case coverage
        /// The register has numbers that cannot be put together.
        case notComputable(Obstacle)
    }

    /// What the figure is about.
    public let key: FigureKey
    /// The figure.
    public let value: Value
    /// What readers must know about it.
    public let flags: Set<FigureFlag>
    /// How much of its city no district is known for; `nil` where that is not told or makes no difference.
    public let unknown: UnknownShare?

    /// A figure.
    public init(_ key: FigureKey, _ value: Value, flags: Set<FigureFlag> = [], unknown: UnknownShare? = nil) {
        self.key = key
        self.value = value
        self.flags = flags
        self.unknown = unknown
    }

    /// The counts behind an estimate; `nil` where there is no estimate.
    public var basis: Basis? {
        if case .estimate(_, let basis) = value { return basis }
        return nil
    }
}
