/// How much of a city's figures in one period belongs to no known district.
@_spi(Confidential) public struct UnknownShare: Hashable, Sendable {
    /// The part of the events, of 1.
    public let events: Double
    /// The part of those the events are set against, of 1.
    public let denominator: Double

    /// Parts of 1.
    public init(events: Double, denominator: Double) {
        self.events = events
        self.denominator = denominator
    }
}
