/// What kind of file a server says that it sends.
enum MediaType {
    private static let byEnding = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "json": "application/json", "jsonld": "application/ld+json",
        "csv": "text/csv; charset=utf-8", "atom": "application/atom+xml", "xml": "application/xml",
        "pdf": "application/pdf", "txt": "text/plain; charset=utf-8",
    ]

    /// The type of the file at `path`, by how its name ends; bytes of no kind where that says nothing.
    static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return byEnding[String(name[name.index(after: dot)...])] ?? "application/octet-stream"
    }
}
