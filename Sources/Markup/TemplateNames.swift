/// The names that a template finds in an object, with their values.
///
/// Written as a dictionary literal, in which no name may stand twice.
public struct TemplateNames: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    /// A page has thousands of objects of a handful of names: going through those is faster than hashing them.
    private var few: [(name: String, value: TemplateValue)]
    private let many: [String: TemplateValue]

    /// The names of a literal.
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        few = elements.map { (name: $0.0, value: $0.1) }
        many = [:]
        assert(Set(few.map(\.name)).count == few.count, "a name stands twice")
    }

    /// Names out of a dictionary, however many.
    public init(_ names: [String: TemplateValue]) {
        few = []
        many = names
    }

    /// The value of a name, if it is here. Setting `nil` changes nothing.
    public subscript(name: String) -> TemplateValue? {
        get { few.first { $0.name == name }?.value ?? (many.isEmpty ? nil : many[name]) }
        set {
            guard let newValue else { return }
            if let index = few.firstIndex(where: { $0.name == name }) {
                few[index].value = newValue
            } else {
                few.append((name, newValue))
            }
        }
    }

    /// These names and `others`, which stand before those that are called the same.
    public func adding(_ others: TemplateNames) -> TemplateNames {
        var sum = self
        for (name, value) in others.many { sum[name] = value }
        for (name, value) in others.few { sum[name] = value }
        return sum
    }

    /// True if both have the same names with the same values, in whatever order.
    public static func == (left: Self, right: Self) -> Bool {
        left.all == right.all && left.all.allSatisfy { left[$0] == right[$0] }
    }

    /// Every name.
    var all: Set<String> { Set(few.map(\.name)).union(many.keys) }
}
