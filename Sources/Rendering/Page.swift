import Markup

/// A page or picture and its place in the site.
public struct Page: Sendable {
    /// Where it lies.
    public let path: SitePath
    /// What it holds: a whole document.
    public let document: Markup
}
