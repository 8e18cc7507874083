/// What a page may load, as its Content-Security-Policy says.
public enum ContentPolicy {
    /// The policy of every page. Who may frame it can only be said by the server.
    public static let page =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self';"
        + " base-uri 'none'; form-action 'self'"

    /// The policy of a page that is mailed: it holds its own style sheet, and fetches and runs nothing.
    public static let mailed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
}
