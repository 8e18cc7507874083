/// A value together with the place it was read from; it stays located until it has been checked.
@dynamicMemberLookup
public struct Located<Value> {
    /// What was read.
    public let value: Value
    /// Where it was written.
    public let location: SourceLocation

    /// Ties `value` to the place it was written.
    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    /// Reads through to the value's own members.
    public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { value[keyPath: path] }

    /// The same place with another value.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: location)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
