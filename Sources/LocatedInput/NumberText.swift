/// Numbers as they are written in files; no locale, no guessing.
public enum NumberText {
    /// The sign between whole and fraction.
    public enum DecimalMark: String, Hashable, Sendable {
        case comma = ","
        case point = "."
    }

    /// A whole number of zero or more, written in digits only and at most 15 of them; otherwise `nil`.
    public static func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
        var number = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }

    /// A whole number of zero or more, written in digits only and at most 15 of them; otherwise `nil`.
    public static func wholeNumber(_ text: String) -> Int? { wholeNumber(Array(text.utf8)) }

    /// Two whole numbers joined by `separator`, such as `2013_2017`, written without needless zeros; otherwise `nil`.
    public static func pair(_ text: String, separator: Character) -> (Int, Int)? {
        let ends = text.utf8.split(separator: separator.asciiValue ?? 0, omittingEmptySubsequences: false)
        guard ends.count == 2, !ends.contains(where: { $0.count > 1 && $0.first == UInt8(ascii: "0") }),
            let first = wholeNumber(ends[0]), let second = wholeNumber(ends[1])
        else { return nil }
        return (first, second)
    }

    /// A decimal number such as `-12,5`, with `mark` and no other sign between whole and fraction; otherwise `nil`.
    public static func decimal(_ text: String, mark: DecimalMark) -> Decimal? {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(
            separator: mark == .comma ? UInt8(ascii: ",") : UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = wholeNumber(parts[0]) else { return nil }
        guard parts.count == 2 else { return Decimal(isNegative ? -whole : whole, decimals: 0) }
        guard parts[0].count + parts[1].count <= 15, let fraction = wholeNumber(parts[1]) else { return nil }
        var scale = 1
        for _ in parts[1] { scale *= 10 }
        let scaled = whole * scale + fraction
        return Decimal(isNegative ? -scaled : scaled, decimals: parts[1].count)
    }

    /// A decimal number exactly as it was written: `scaled` tenths, hundredths and so on.
    public struct Decimal: Hashable, Sendable {
        /// The digits as one whole number, sign included.
        public let scaled: Int
        /// How many of the digits stand behind the decimal mark.
        public let decimals: Int

        /// The number `scaled` × 10^−`decimals`.
        public init(_ scaled: Int, decimals: Int) {
            self.scaled = scaled
            self.decimals = decimals
        }

        /// The nearest binary number.
        public var double: Double {
            var divisor = 1.0
            for _ in 0..<decimals { divisor *= 10 }
            return Double(scaled) / divisor
        }

        /// The number with a decimal point, as our own tables write it.
        public var text: String { written(decimalMark: ".", thousandsMark: "", minus: "-") }

        /// The number with these marks: `−12 345,6`. Zero has no minus.
        public func written(decimalMark: String, thousandsMark: String, minus: String) -> String {
            let magnitude = scaled.magnitude
            var digits = decimals + 1
            var power = (0..<decimals).reduce(UInt(1)) { power, _ in power * 10 }
            while magnitude / power >= 10 {
                power *= 10
                digits += 1
            }
            let marks = minus.utf8.count + decimalMark.utf8.count + digits / 3 * thousandsMark.utf8.count
            return String(unsafeUninitializedCapacity: digits + marks) { buffer in
                var end = 0
                func write(_ bytes: some Sequence<UInt8>) {
                    for byte in bytes {
                        buffer[end] = byte
                        end += 1
                    }
                }
                if scaled < 0 { write(minus.utf8) }
                let whole = digits - decimals
                for position in 0..<digits {
                    if position == whole {
                        write(decimalMark.utf8)
                    } else if position > 0, position < whole, (whole - position).isMultiple(of: 3) {
                        write(thousandsMark.utf8)
                    }
                    write(CollectionOfOne(UInt8(ascii: "0") + UInt8(magnitude / power % 10)))
                    power /= 10
                }
                return end
            }
        }
    }
}
