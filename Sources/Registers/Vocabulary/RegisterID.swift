/// The name of a source register, unique in the site, as its file under `indicators/registers/` is named.
public struct RegisterID: Hashable, Sendable {
    /// The name: small letters, digits and hyphens.
    public let id: String

    /// The register `id`.
    public init(_ id: String) { self.id = id }
}

extension RegisterID: Comparable, CustomStringConvertible {
    /// By name.
    public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
    /// The name.
    public var description: String { id }
}
