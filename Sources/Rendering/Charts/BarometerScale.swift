import LocatedInput

/// From values to x in one row of the barometer.
struct BarometerScale {
    /// The value at the centre.
    let middle: NumberText.Decimal
    /// From the centre to each end, in the unit of the values; above zero.
    let halfWidth: Double
    /// Values at the two ends, written with as many decimals as the row's; `nil` where they are too large to write.
    let ends: (left: NumberText.Decimal, right: NumberText.Decimal)?
    private let sign: Double

    /// The scale of a row; `nil` if it has no value at all. About the country, or where that is missing the city, the
    /// district or the middle one of the others.
    init?(_ row: BarometerRowChart) {
        let sisters = row.sisters.sorted { $0.double < $1.double }
        let typical = sisters.isEmpty ? nil : sisters[(sisters.count - 1) / 2]
        guard let middle = row.country ?? row.city ?? row.value ?? typical else { return nil }
        self.middle = middle
        sign = row.polarity == .lowerIsFavourable ? -1 : 1
        let decimals = ([row.value, row.country, row.city].compactMap(\.self) + sisters).map(\.decimals).max() ?? 0
        let reached =
            [Self.percentile(10, of: sisters), Self.percentile(90, of: sisters), row.value]
            + (row.value == nil ? [] : [row.interval?.lower, row.interval?.upper])
        let unit = NumberText.Decimal(1, decimals: decimals).double
        halfWidth = reached.compactMap(\.self).map { abs($0.double - middle.double) }.reduce(unit, max)
        let (low, high) = (middle.double - halfWidth, middle.double + halfWidth)
        if let low = Self.decimal(low, decimals), let high = Self.decimal(high, decimals) {
            ends = sign > 0 ? (low, high) : (high, low)
        } else {
            ends = nil
        }
    }

    /// Where a value stands, beyond the ends too.
    func x(_ value: NumberText.Decimal) -> Double {
        BarometerRowChart.centre + sign * (value.double - middle.double) / halfWidth * BarometerRowChart.reach
    }

    /// True for a value between the ends, which belong to it.
    func holds(_ value: NumberText.Decimal) -> Bool { abs(value.double - middle.double) <= halfWidth * (1 + 1e-9) }

    /// The nearest rank: the smallest value that at least `percent` of 100 do not exceed.
    private static func percentile(_ percent: Int, of sorted: [NumberText.Decimal]) -> NumberText.Decimal? {
        sorted.isEmpty ? nil : sorted[(sorted.count * percent + 99) / 100 - 1]
    }

    private static func decimal(_ number: Double, _ decimals: Int) -> NumberText.Decimal? {
        let scaled = (number / NumberText.Decimal(1, decimals: decimals).double).rounded(.toNearestOrAwayFromZero)
        return Int(exactly: scaled).map { NumberText.Decimal($0, decimals: decimals) }
    }
}
