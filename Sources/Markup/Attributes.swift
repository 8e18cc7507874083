/// The attributes of an element, in the order they are written.
///
/// Written as a dictionary literal: `["class": "note", "lang": "nn"]`. A name given twice is a fault when the element is
/// written, never a silent choice between the two.
public struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One name and its value, not yet escaped.
    public struct Attribute: Hashable, Sendable {
        /// The name, such as `class`.
        public let name: String
        /// The value as plain text.
        public let value: String
    }

    /// The attributes in order.
    public private(set) var all: [Attribute]

    /// The attributes of a literal, in its order.
    public init(dictionaryLiteral elements: (String, String)...) {
        all = elements.map { Attribute(name: $0.0, value: $0.1) }
    }

    /// The value under `name`, if there is one.
    public subscript(name: String) -> String? { all.first { $0.name == name }?.value }

    /// Adds an attribute last.
    public mutating func append(_ name: String, _ value: String) { all.append(Attribute(name: name, value: value)) }

    /// These attributes and then `others`.
    public func adding(_ others: Attributes) -> Attributes {
        var sum = self
        sum.all += others.all
        return sum
    }
}
