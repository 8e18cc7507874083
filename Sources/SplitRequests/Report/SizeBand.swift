/// Roughly how many people live in a district: fewer than a floor, from the floor to twice it, from there to four times
/// it, and so on.
///
/// Of a district below the floor it tells nothing more, so that no small number follows from a band.
public struct SizeBand: Hashable, Sendable {
    /// The place among the bands: 0 below the floor, each next one twice as wide.
    public let step: Int
    /// The fewest people that are enough.
    public let floor: Int
    /// The fewest people of the band.
    public let from: Int
    /// More people than any district of the band has.
    public let below: Int

    /// The band of `people`, which only the examination knows; `floor` must be positive.
    init(of people: Int, floor: Int) {
        var (step, from, below) = (0, 0, floor)
        while people >= below {
            let (next, overflows) = below.multipliedReportingOverflow(by: 2)
            (step, from, below) = (step + 1, below, overflows ? Int.max : next)
            if overflows { break }
        }
        (self.step, self.floor, self.from, self.below) = (step, floor, from, below)
    }
}
