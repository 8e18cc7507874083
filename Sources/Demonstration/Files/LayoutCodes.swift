import LocatedInput
import Registers

/// The owner's codes of what is told apart, in the order of the axes.
struct LayoutCodes: Sendable {
    /// For each of the sexes.
    let sexes: [String]
    /// For each of the ages.
    let ages: [String]
    /// For each of the categories.
    let categories: [String]
    private let areas: [String: String]

    /// The codes of `layout` for `axes`. Where the owner has several codes for one thing, the first in order is used.
    init(_ layout: DeliveryLayout, _ axes: CellAxes) {
        func first<Value: Equatable>(_ codes: [String: Value], _ value: Value) -> String {
            codes.filter { $0.value == value }.keys.min() ?? ""
        }
        sexes = axes.sexes.map { first(layout.sexes, $0) }
        switch layout.ages {
        case .fixed(let range): ages = [range.code]
        case .bands(let bands): ages = axes.ages.map { first(bands, $0) }
        case .singleYears: ages = axes.ages.map { String($0.from) }
        }
        categories = axes.categories.map { first(layout.categories, $0) }
        areas = Dictionary(layout.areas.map { ($1, $0) }) { min($0, $1) }
    }

    /// What the owner writes for the place `code`.
    func area(_ code: String) -> String { areas[code] ?? code }
}

extension TextEncoding {
    /// The bytes of `text`; `nil` where a character cannot be written.
    func encode(_ text: String) -> [UInt8]? {
        if self == .utf8 { return Array(text.utf8) }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = Self.byte(of: scalar, self) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// Latin 1 is the first 256 characters; code page 1252 differs only where Latin 1 has controls.
    private static func byte(of scalar: Unicode.Scalar, _ encoding: TextEncoding) -> UInt8? {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return (UInt8(0x80)...0x9F).first { encoding.decode([$0])?.unicodeScalars.first == scalar }
    }
}
