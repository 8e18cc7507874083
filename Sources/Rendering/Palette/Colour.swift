import Foundation

/// A colour as screens mix it.
public struct Colour: Hashable, Sendable {
    /// The shares of red, green and blue, 0 to 255.
    public let red, green, blue: UInt8

    /// The colour written as `#` and six hexadecimal digits; `nil` for any other text.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 7, digits[0] == UInt8(ascii: "#") else { return nil }
        var parts: [UInt8] = []
        for place in [1, 3, 5] {
            guard let part = UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16),
                digits[place] != UInt8(ascii: "+")
            else { return nil }
            parts.append(part)
        }
        (red, green, blue) = (parts[0], parts[1], parts[2])
    }

    /// The colour as style sheets and pictures write it: `#005A9C`.
    public var text: String {
        "#"
            + [red, green, blue].map { part in
                let digits = String(part, radix: 16, uppercase: true)
                return digits.count == 1 ? "0\(digits)" : digits
            }.joined()
    }

    /// How light it is, from 0 for black to 1 for white.
    ///
    /// Relative luminance as WCAG 2.1 defines it, with the sRGB threshold 0.04045.
    public var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// How well it stands out from `other`, from 1 to 21: the contrast ratio of WCAG 2.1.
    public func contrast(with other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }
}
