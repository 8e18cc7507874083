import LocatedInput
import Registers

/// Delimited text with a record for each cell, as a register's layout has it.
struct LongText: Sendable {
    private let axes: CellAxes
    private let codes: LayoutCodes
    private let encoding: TextEncoding
    private let separator: UInt8
    private let header: [UInt8]
    /// The fields between year and count, separators at both ends, for each sex, age and category.
    private let middles: [[UInt8]]
    private let weight: [UInt8]
    private let writesZeros: Bool

    /// Text in `layout` for `axes`; `weight` is what every record counts for. `nil` where the layout has no column for
    /// counts, or names that its encoding cannot write.
    init?(_ layout: DeliveryLayout, _ axes: CellAxes, weight: Double?) {
        guard let count = layout.columns.count else { return nil }
        let separator = layout.separator.byte
        self.axes = axes
        self.separator = separator
        writesZeros = layout.absent != .zero
        let codes = LayoutCodes(layout, axes)
        self.codes = codes
        encoding = layout.encoding
        let columns = layout.columns
        func line(_ fields: [String]) -> [UInt8]? {
            let quoted = fields.map { Self.quoted($0, separator: separator) }
            return layout.encoding.encode(quoted.joined(separator: String(UnicodeScalar(separator))))
        }
        let names =
            [columns.area, columns.year] + [columns.sex, columns.age].compactMap(\.self) + columns.category
            + [count] + [columns.weight].compactMap(\.self)
        guard let header = line(names) else { return nil }
        self.header = header + [0x0A]
        var middles: [[UInt8]] = []
        for sex in axes.sexes.indices {
            for age in axes.ages.indices {
                for category in axes.categories.indices {
                    var fields: [String] = []
                    if columns.sex != nil { fields.append(codes.sexes[sex]) }
                    if columns.age != nil { fields.append(codes.ages[age]) }
                    if columns.category.count == 1 {
                        fields.append(codes.categories[category])
                    } else if !columns.category.isEmpty {
                        fields += codes.categories[category].split(separator: "/", omittingEmptySubsequences: false)
                            .map(String.init)
                    }
                    guard let middle = line(fields) else { return nil }
                    middles.append([separator] + middle + (fields.isEmpty ? [] : [separator]))
                }
            }
        }
        self.middles = middles
        let weightText = weight.map { Self.text(of: $0, layout.decimalMark) }
        self.weight = weightText.map { [separator] + Array($0.utf8) } ?? []
    }

    /// The bytes before the first record.
    var start: [UInt8] { header }

    /// Adds the records of `block` in `years` to `bytes`.
    func append(_ block: CellBlock, _ years: ClosedRange<Int>, to bytes: inout [UInt8]) {
        let code = (encoding.encode(codes.area(block.code)) ?? []) + [separator]
        for year in years {
            let head = code + Array(String(year).utf8)
            var place = axes.place(year, 0, 0, 0)
            for middle in middles {
                let count = block.counts[place]
                place += 1
                if count == 0, !writesZeros { continue }
                bytes.append(contentsOf: head)
                bytes.append(contentsOf: middle)
                Self.append(count, to: &bytes)
                bytes.append(contentsOf: weight)
                bytes.append(0x0A)
            }
        }
    }

    private static func append(_ number: Int32, to bytes: inout [UInt8]) {
        if number < 10 { return bytes.append(0x30 + UInt8(number)) }
        let start = bytes.count
        var rest = number
        while rest > 0 {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    /// `number` to two decimals.
    private static func text(of number: Double, _ mark: DeliveryLayout.DecimalMark) -> String {
        let decimal = NumberText.Decimal(Int((number * 100).rounded()), decimals: 2)
        return decimal.written(decimalMark: mark == .comma ? "," : ".", thousandsMark: "", minus: "-")
    }

    private static func quoted(_ field: String, separator: UInt8) -> String {
        let mustBe = field.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        return mustBe ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
}
