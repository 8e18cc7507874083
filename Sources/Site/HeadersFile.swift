import Rendering

/// `_headers`: what a server is to say with every file, in the form that static hosts read, and that others copy from.
///
/// Rules of one header must not meet on one address, since hosts join them: what may be framed and what may not have
/// rules of their own, folder by folder.
struct HeadersFile {
    /// The folder of the site on its server, `/` or ending in it.
    let folder: String
    /// The paths of the site's files.
    let paths: [String]

    /// The document.
    var text: String {
        let folders = Set(paths.compactMap(rule))
        let embedded = folders.filter { Embedding.holds($0) }
        var lines = [
            "# What a server should say with each file. Pages hold the same policy themselves, except who may frame them.",
            "\(folder)*",
        ]
        lines += Self.everywhere
        for folder in folders.sorted() {
            lines.append(folder)
            lines.append(
                "  Content-Security-Policy: \(ContentPolicy.page); frame-ancestors \(embedded.contains(folder) ? "*" : "'none'")"
            )
            if !embedded.contains(folder) { lines.append("  X-Frame-Options: DENY") }
        }
        lines += ["data", "demo/data"].flatMap { ["\(folder)\($0)/*", "  Access-Control-Allow-Origin: *"] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let everywhere = [
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Cross-Origin-Opener-Policy: same-origin",
        "  Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
            + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
        "  Strict-Transport-Security: max-age=31536000",
    ]

    /// The rule that a page's address falls under: its folder two steps down, three in the demonstration; `nil` for
    /// what is no page.
    private func rule(_ path: String) -> String? {
        guard path.hasSuffix(".html") else { return nil }
        let folders = path.split(separator: "/").dropLast()
        let depth = folders.first == "demo" ? 3 : 2
        if folders.count < depth {
            return path.hasSuffix("index.html") ? folder + folders.map { "\($0)/" }.joined() : folder + path
        }
        return folder + folders.prefix(depth).joined(separator: "/") + "/*"
    }
}
