import LocatedInput

/// Classes of published values for a map: about as many districts in each, with round limits between them.
///
/// Made from the rounded values that tables show. No class holds fewer than two districts, so that a shade never stands
/// for one.
struct ValueClasses: Hashable, Sendable {
    /// Where classes begin, from the second one on.
    let limits: [NumberText.Decimal]

    /// At most this many classes: as many as shades that are easily told apart.
    private static let most = 4
    private static let fewestInClass = 2

    /// Classes of `values`; a single one where there are too few values, or too many alike.
    init(of values: [NumberText.Decimal]) {
        let decimals = values.map(\.decimals).max() ?? 0
        let sorted = values.map { Self.scaled($0, to: decimals) }.sorted()
        let count = min(Self.most, sorted.count / Self.fewestInClass)
        var limits: [NumberText.Decimal] = []
        var last = 0
        for number in 1..<max(1, count) {
            let wanted = (number * sorted.count + count / 2) / count
            let possible =
                last + Self.fewestInClass..<max(last + Self.fewestInClass, sorted.count - Self.fewestInClass + 1)
            // The cut nearest to equal counts that parts no equal values; of two, the upper.
            let cut = possible.filter { sorted[$0 - 1] < sorted[$0] }.min {
                (abs($0 - wanted), -$0) < (abs($1 - wanted), -$1)
            }
            guard let cut else { break }
            limits.append(
                NumberText.Decimal(Self.roundest(above: sorted[cut - 1], upTo: sorted[cut]), decimals: decimals))
            last = cut
        }
        self.limits = limits
    }

    /// How many classes there are.
    var count: Int { limits.count + 1 }

    /// The class of a value, from 1.
    func step(of value: NumberText.Decimal) -> Int {
        1
            + limits.count { limit in
                let decimals = max(limit.decimals, value.decimals)
                return Self.scaled(limit, to: decimals) <= Self.scaled(value, to: decimals)
            }
    }

    private static func scaled(_ value: NumberText.Decimal, to decimals: Int) -> Int {
        (value.decimals..<max(value.decimals, decimals)).reduce(value.scaled) { scaled, _ in scaled * 10 }
    }

    /// The roundest number above `lower` and not above `upper`: a multiple of the largest 5, 2 or 1 × 10ⁿ that has one.
    private static func roundest(above lower: Int, upTo upper: Int) -> Int {
        var power = 1
        while power < max(abs(lower), abs(upper)) { power *= 10 }
        while power > 1 {
            for step in [power, power / 2, power / 5] where step > 0 {
                let quotient = upper >= 0 ? upper / step : -((-upper + step - 1) / step)
                if quotient * step > lower { return quotient * step }
            }
            power /= 10
        }
        return upper
    }
}
