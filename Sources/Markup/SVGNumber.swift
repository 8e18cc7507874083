/// Coordinates as pictures write them.
public enum SVGNumber {
    /// The number rounded to a tenth of a pixel, half away from zero: `12`, `-3.5`, `.5`; never `-0`, never an exponent.
    ///
    /// `value` must be finite and below 10⁹ in size: a chart clips before it draws.
    public static func text(_ value: Double) -> String {
        var digits: [UInt8] = []
        append(value, to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    /// Writes what ``text(_:)`` says behind what `output` holds.
    static func append(_ value: Double, to output: inout [UInt8]) { append(tenths: tenths(value), to: &output) }

    /// The number in whole tenths of a pixel.
    static func tenths(_ value: Double) -> Int {
        precondition(value.isFinite && abs(value) < 1e9, "a coordinate must be finite")
        return Int((value * 10).rounded(.toNearestOrAwayFromZero))
    }

    /// Writes a number of tenths as pixels behind what `output` holds.
    static func append(tenths: Int, to output: inout [UInt8]) {
        if tenths < 0 { output.append(UInt8(ascii: "-")) }
        let (whole, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        // Nothing stands before the point where the whole is none.
        var scale = whole == 0 && tenth != 0 ? 0 : 1
        while scale > 0, whole / scale >= 10 { scale *= 10 }
        while scale > 0 {
            output.append(digit(whole / scale % 10))
            scale /= 10
        }
        if tenth != 0 {
            output.append(UInt8(ascii: "."))
            output.append(digit(tenth))
        }
    }

    private static func digit(_ value: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(value) }
}
