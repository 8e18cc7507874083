extension String {
    /// The text with `�` for what cannot be seen and may not stand in markup: control characters, noncharacters, and the
    /// marks that turn the direction of writing. What was read from a file comes to a page only through this.
    var visible: String {
        guard unicodeScalars.contains(where: Self.isHidden) else { return self }
        var scalars = Substring.UnicodeScalarView()
        for scalar in unicodeScalars { scalars.append(Self.isHidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(Substring(scalars))
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
