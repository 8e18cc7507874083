/// A name as part of an address.
public enum Slug {
    /// The name in small letters a–z, digits and single hyphens: `Østensjø` as `ostensjo`, `St. Hanshaugen` as
    /// `st-hanshaugen`. Empty where the name has no Latin letter or digit; an address must hold a code beside it.
    public static func text(_ name: String) -> String {
        name.lowercased()
            .map { LatinLetters.ascii($0) ?? "-" }
            .joined()
            .split(separator: "-")
            .joined(separator: "-")
    }
}
