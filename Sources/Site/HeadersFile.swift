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
    var text: String { rules.text }

    /// What it says.
    var rules: HeaderRules {
        let addresses = Set(paths.flatMap(addresses))
        let embedded = addresses.filter { Embedding.holds($0) }
        var rules = [HeaderRules.Rule(address: "\(folder)*", headers: Self.everywhere)]
        for address in addresses.sorted() {
            let framing = embedded.contains(address) ? "*" : "'none'"
            var headers = [
                HeaderRules.Header(
                    name: "Content-Security-Policy", value: "\(ContentPolicy.page); frame-ancestors \(framing)")
            ]
            if !embedded.contains(address) { headers.append(.init(name: "X-Frame-Options", value: "DENY")) }
            rules.append(HeaderRules.Rule(address: address, headers: headers))
        }
        for data in ["data", "demo/data"] {
            let open = HeaderRules.Header(name: "Access-Control-Allow-Origin", value: "*")
            rules.append(HeaderRules.Rule(address: "\(folder)\(data)/*", headers: [open]))
        }
        return HeaderRules(rules)
    }

    private static let everywhere = [
        HeaderRules.Header(name: "X-Content-Type-Options", value: "nosniff"),
        HeaderRules.Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
        HeaderRules.Header(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
        HeaderRules.Header(
            name: "Permissions-Policy",
            value: "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()"),
        HeaderRules.Header(name: "Strict-Transport-Security", value: "max-age=31536000"),
    ]

    /// The addresses of the rules that a page falls under: its folder two steps down, three in the demonstration; above
    /// that its own, and that of the folder it is the front page of. None for what is no page.
    private func addresses(_ path: String) -> [String] {
        guard path.hasSuffix(".html") else { return [] }
        let folders = path.split(separator: "/").dropLast()
        let depth = folders.first == "demo" ? 3 : 2
        if folders.count >= depth { return [folder + folders.prefix(depth).joined(separator: "/") + "/*"] }
        let isFront = path.split(separator: "/").last == "index.html"
        return [folder + path] + (isFront ? [folder + folders.map { "\($0)/" }.joined()] : [])
    }
}
