import Foundation
import LocatedInput

/// The marked values of an axis: multiples of 1, 2 or 5 times a power of ten, from at or below the lowest value to at or
/// above the highest.
struct AxisTicks {
    /// The marked values, from the lowest up; at least two.
    let values: [NumberText.Decimal]

    /// The ends of the axis.
    var lowest: Double { values.first?.double ?? 0 }
    var highest: Double { values.last?.double ?? 1 }

    /// Marks for an axis that holds all of `numbers`; `nil` for none. `steps` is about how many steps are wanted. Where
    /// all are equal, the axis reaches `unit`, one unit of the last digit, to each side.
    init?(holding numbers: [Double], unit: Double, steps: Int) {
        guard var lowest = numbers.min(), var highest = numbers.max() else { return nil }
        if highest <= lowest {
            // Far from zero, so small a unit might be lost in rounding.
            let room = max(unit, abs(lowest) * 1e-9)
            lowest -= room
            highest += room
        }
        var (mantissa, exponent) = (1, Int(floor(log10((highest - lowest) / Double(steps)))))
        while (highest - lowest) / Self.size(mantissa, exponent) > Double(steps) {
            switch mantissa {
            case 1: mantissa = 2
            case 2: mantissa = 5
            default: (mantissa, exponent) = (1, exponent + 1)
            }
        }
        let step = Self.size(mantissa, exponent)
        // What lies within a millionth of a mark lies on it.
        let first = Int((lowest / step + 1e-6).rounded(.down))
        let last = Int((highest / step - 1e-6).rounded(.up))
        values = (first...max(last, first + 1)).map { index in
            exponent >= 0
                ? NumberText.Decimal(index * mantissa * Self.power(exponent), decimals: 0)
                : NumberText.Decimal(index * mantissa, decimals: -exponent)
        }
    }

    private static func size(_ mantissa: Int, _ exponent: Int) -> Double {
        exponent >= 0 ? Double(mantissa * power(exponent)) : Double(mantissa) / Double(power(-exponent))
    }

    private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
