import Testing

@testable import Rendering

struct SitePathTests {
    private static let paths = [
        SitePath.root, .notFound, .styleSheet, .front(.nn), .indicators(.nb), .about(.en, .method),
        SitePath(page: ["nb", "fjordvik-bydel", "990101-torget-havna"]),
        SitePath(page: ["nb", "fjordvik-bydel", "990102-sorasen"]),
    ]

    /// A browser's way from one address to another, folder by folder.
    private static func follow(_ link: String, from path: SitePath) -> [String] {
        var parts = Array(path.parts.dropLast())
        for step in link.split(separator: "/").map(String.init) {
            if step == ".." { parts.removeLast() } else { parts.append(step) }
        }
        return parts
    }

    @Test func everyLinkLeadsToItsTargetFromEverywhere() {
        for here in Self.paths {
            for target in Self.paths {
                let link = here.link(to: target)
                #expect(!link.hasPrefix("/") && Self.follow(link, from: here) == target.parts, "\(here) to \(target)")
            }
        }
    }

    @Test func linksNameTheFileSoThatPagesCanBeReadFromADisk() {
        #expect(SitePath.front(.nb).link(to: .about(.nb, .method)) == "om/metode/index.html")
        #expect(SitePath.about(.nb, .method).link(to: .about(.nn, .method)) == "../../../nn/om/metode/index.html")
    }
}
