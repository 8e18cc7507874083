/// A name inside a tag: `title`, `area.name`, or `.` for the value at hand.
struct TemplateName: Hashable, Sendable {
    /// The parts between the dots; none for `.`.
    let parts: [String]

    /// Reads a name of ASCII letters, digits, `-` and `_`, with single dots between its parts; otherwise `nil`.
    init?(_ text: String) {
        guard text != "." else {
            parts = []
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isNameByte) }) else { return nil }
        self.parts = parts.map(String.init)
    }

    /// The name as it is written.
    var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
}
