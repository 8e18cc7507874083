import Testing

@testable import Serving

struct MediaTypeTests {
    @Test(arguments: [
        ("nb/index.html", "text/html; charset=utf-8"), ("assets/site.css", "text/css; charset=utf-8"),
        ("assets/site.js", "text/javascript; charset=utf-8"), ("kart.svg", "image/svg+xml"),
        ("deling.png", "image/png"), ("manifest.json", "application/json"),
        ("data/2026/figures.csv-metadata.json", "application/json"), ("data/catalog.jsonld", "application/ld+json"),
        ("data/2026/figures.csv", "text/csv; charset=utf-8"), ("feed.atom", "application/atom+xml"),
        ("sitemap.xml", "application/xml"), ("profil.pdf", "application/pdf"),
        ("robots.txt", "text/plain; charset=utf-8"),
    ])
    func everyKindOfFileInASiteHasItsOwnType(path: String, type: String) {
        #expect(MediaType.of(path) == type)
    }

    @Test(arguments: ["LICENSE", "archive.unknown", "folder.html/file", ""])
    func whatTellsNothingByItsNameIsBytes(path: String) {
        #expect(MediaType.of(path) == "application/octet-stream")
    }
}
