/// Where in an HTML page a stretch of a template ends: between tags, in an attribute, in a script.
struct TemplatePosition {
    /// The kinds of place that differ in what a tag may do there.
    enum Place: Hashable {
        case content
        /// Inside `<…>`, outside the values of its attributes.
        case tag
        /// In the value of the attribute, in quotes.
        case value(attribute: String)
        /// In the value of the attribute, without quotes.
        case unquotedValue(attribute: String)
        case comment
        /// Inside `<script>` or `<style>`.
        case rawText(element: String)
    }

    /// The place itself.
    private(set) var place = Place.content
    /// True right after the opening quote of an attribute.
    private(set) var isAtStartOfValue = false

    private var quote: UInt8 = 0
    private var element = ""
    private var attribute = ""
    private var isReadingElement = false
    private var expectsValue = false
    private var recent: [UInt8] = []

    /// Moves past a stretch of the template's own text.
    mutating func advance(over bytes: ArraySlice<UInt8>) {
        for byte in bytes { advance(over: byte) }
    }

    /// Moves past a tag that writes something here.
    mutating func advanceOverTag() {
        isAtStartOfValue = false
        if place == .tag, expectsValue { place = .unquotedValue(attribute: attribute) }
    }

    /// The place a value written here would stand in.
    var placeOfValue: Place { place == .tag && expectsValue ? .unquotedValue(attribute: attribute) : place }

    private mutating func advance(over byte: UInt8) {
        isAtStartOfValue = false
        recent.append(byte)
        if recent.count > 9 { recent.removeFirst() }
        switch place {
        case .content:
            if ends(with: "<") { enterTag() }
        case .comment:
            if ends(with: "-->") { place = .content }
        case .rawText(let element):
            if ends(with: "</\(element)") {
                enterTag()
                self.element = "/"
            }
        case .value:
            if byte == quote { endValue() }
        case .unquotedValue:
            if Self.isSpace(byte) { endValue() } else if byte == UInt8(ascii: ">") { leaveTag() }
        case .tag: advanceInTag(over: byte)
        }
    }

    private mutating func advanceInTag(over byte: UInt8) {
        if byte == UInt8(ascii: ">") { return leaveTag() }
        if isReadingElement {
            if ends(with: "<!--") {
                place = .comment
            } else if Self.isSpace(byte) {
                isReadingElement = false
            } else {
                element += lowercase(byte)
            }
        } else if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
            if !expectsValue { attribute = "" }
        } else if byte == UInt8(ascii: "=") {
            expectsValue = true
        } else if expectsValue {
            let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            quote = byte
            isAtStartOfValue = isQuote
            place = isQuote ? .value(attribute: attribute) : .unquotedValue(attribute: attribute)
        } else {
            attribute += lowercase(byte)
        }
    }

    private mutating func enterTag() {
        place = .tag
        element = ""
        attribute = ""
        isReadingElement = true
        expectsValue = false
    }

    private mutating func endValue() {
        place = .tag
        attribute = ""
        expectsValue = false
        isReadingElement = false
    }

    private mutating func leaveTag() {
        let isClosed = recent.dropLast().last == UInt8(ascii: "/")
        place = (element == "script" || element == "style") && !isClosed ? .rawText(element: element) : .content
        recent = []
    }

    private func ends(with text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard recent.count >= wanted.count else { return false }
        return zip(recent.suffix(wanted.count), wanted).allSatisfy { Self.lower($0) == $1 }
    }

    private func lowercase(_ byte: UInt8) -> String { String(decoding: [Self.lower(byte)], as: UTF8.self) }
    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
