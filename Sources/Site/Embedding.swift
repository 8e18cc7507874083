/// The pages that others may show inside their own: those in a folder `embed` below a language.
enum Embedding {
    /// The folder's name.
    static let folder = "embed"

    /// True for a page that may be framed.
    static func holds(_ path: String) -> Bool { path.split(separator: "/").dropLast().contains(Substring(folder)) }
}
