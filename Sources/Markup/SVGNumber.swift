/// Coordinates as pictures write them.
public enum SVGNumber {
    /// The number rounded to a tenth of a pixel, half away from zero: `12`, `-3.5`; never `-0`, never an exponent.
    ///
    /// `value` must be finite and below 10⁹ in size: a chart clips before it draws.
    public static func text(_ value: Double) -> String {
        precondition(value.isFinite && abs(value) < 1e9, "a coordinate must be finite")
        let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
        let sign = tenths < 0 ? "-" : ""
        let (whole, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return tenth == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenth)"
    }
}
