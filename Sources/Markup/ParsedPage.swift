import LocatedInput

/// What a page or picture says about itself, for checks that look across a whole site.
public struct ParsedPage: Sendable {
    /// An address that an element points to.
    public struct Link: Hashable, Sendable {
        /// The element, such as `a` or `link`.
        public let element: String
        /// The attribute that holds the address: `href` or `src`.
        public let attribute: String
        /// The address as written, references replaced.
        public let address: String
        /// What `rel` says, if it is there.
        public let relation: String?
        /// What `hreflang` says, if it is there.
        public let language: String?
        /// Where the element is.
        public let location: SourceLocation
    }

    /// The file as the user named it.
    public let path: String
    /// Every `id`, with the place of its element.
    public internal(set) var ids: [String: SourceLocation] = [:]
    /// Every `href` and `src`, from the top down.
    public internal(set) var links: [Link] = []
    /// The text of the first `title` of the page or picture; `nil` where there is none.
    public internal(set) var title: String?
    /// The language of the root element, such as `nb`.
    public internal(set) var language: String?

    init(path: String) { self.path = path }
}
