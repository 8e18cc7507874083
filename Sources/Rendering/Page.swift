import Markup

/// A page or picture and its place in the site.
public struct Page: Sendable {
    /// Where it lies.
    public let path: SitePath
    /// What it holds: a whole document.
    public let document: Markup
    /// Where the page lies as a PDF as well; `nil` if it is not wanted as one.
    public var pdf: SitePath?
}
