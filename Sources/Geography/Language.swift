/// A language of the site, by its tag.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Bokmål.
    case nb
    /// Nynorsk.
    case nn
    /// English.
    case en
    /// Northern Sámi; so far for the names of places only.
    case se

    /// The languages every page is written in.
    public static let written: [Language] = [.nb, .nn, .en]
}
