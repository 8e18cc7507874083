/// What becomes of a group of figures, in per cent of them: whole steps that add up to 100.
///
/// The steps are wide, so that a figure more or less rarely shows.
public struct YieldShares: Hashable, Sendable {
    /// The width of a step in per cent.
    static let step = 5

    /// Shown.
    public let shown: Int
    /// Withheld, since small numbers follow from them.
    public let withheld: Int
    /// Left out, since too many events lie outside any known district.
    public let uncovered: Int
    /// Not there: the register has nothing of the place, or what it has cannot be put together for it.
    public let unavailable: Int

    /// `shares` in steps: each rounded down, and the steps that are left given to the largest remainders, in the order
    /// of the parts where these are equal.
    init(_ shares: FigureShares) {
        let steps = 100 / Self.step
        let exact = [shares.shown, shares.withheld, shares.uncovered, shares.unavailable].map { $0 * Double(steps) }
        // Sums of shares miss whole steps by less than this.
        var whole = exact.map { Int(($0 + 1e-9).rounded(.down)) }
        let order = exact.indices.sorted {
            let (one, other) = (exact[$0] - Double(whole[$0]), exact[$1] - Double(whole[$1]))
            return abs(one - other) < 1e-9 ? $0 < $1 : one > other
        }
        for index in order.prefix(max(0, steps - whole.reduce(0, +))) { whole[index] += 1 }
        shown = whole[0] * Self.step
        withheld = whole[1] * Self.step
        uncovered = whole[2] * Self.step
        unavailable = whole[3] * Self.step
    }

    /// Those that there are and that are not shown.
    public var leftOut: Int { withheld + uncovered }

    /// Those that could be shown if nothing had to be left out.
    var available: Int { 100 - unavailable }
}
