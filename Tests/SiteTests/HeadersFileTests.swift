import Testing

@testable import Site

struct HeadersFileTests {
    /// What is said under each rule.
    private static func rules(_ paths: [String], folder: String = "/") -> [String: [String]] {
        var rules: [String: [String]] = [:]
        var rule = ""
        for line in HeadersFile(folder: folder, paths: paths).text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("  ") {
                rules[rule, default: []].append(String(line.dropFirst(2)))
            } else {
                rule = String(line)
            }
        }
        return rules
    }

    @Test func whatMayBeFramedHasARuleOfItsOwn() throws {
        let rules = Self.rules(["index.html", "nb/index.html", "nb/om/metode/index.html", "nb/embed/folk/index.html"])
        let pages = try #require(rules["/nb/om/*"])
        #expect(pages.contains { $0.hasSuffix("frame-ancestors 'none'") } && pages.contains("X-Frame-Options: DENY"))
        let embedded = try #require(rules["/nb/embed/*"])
        #expect(embedded.contains { $0.hasSuffix("frame-ancestors *") } && embedded.count == 1)
        // No rule reaches both.
        #expect(rules["/nb/*"] == nil && rules["/*"]?.contains { $0.hasPrefix("Content-Security-Policy") } == false)
    }

    @Test func rulesFollowTheFolderOnTheServerAndTheDemonstration() {
        let rules = Self.rules(["demo/nb/index.html", "demo/nb/by/oslo/index.html", "404.html"], folder: "/profiler/")
        for rule in ["/profiler/*", "/profiler/demo/nb/", "/profiler/demo/nb/by/*", "/profiler/404.html"] {
            #expect(rules[rule] != nil, "\(rule)")
        }
    }
}
