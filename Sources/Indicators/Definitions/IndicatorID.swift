/// The name of an indicator, unique in the site, as its file under `indicators/<theme>/` is named.
public struct IndicatorID: Hashable, Sendable {
    /// The name: small ASCII letters, digits and hyphens.
    public let id: String

    /// The indicator `id`.
    public init(_ id: String) { self.id = id }
}

/// The name of a theme of the profile, unique in `indicators/themes.yaml`.
public struct ThemeID: Hashable, Sendable {
    /// The name: small ASCII letters, digits and hyphens.
    public let id: String

    /// The theme `id`.
    public init(_ id: String) { self.id = id }
}

extension IndicatorID: Comparable, CustomStringConvertible {
    /// By name.
    public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
    /// The name.
    public var description: String { id }
}

extension ThemeID: Comparable, CustomStringConvertible {
    /// By name.
    public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
    /// The name.
    public var description: String { id }
}
