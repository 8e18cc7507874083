import LocatedInput
import Testing

@testable import Site

struct ReleasesFileTests {
    private static func release(_ edition: String, _ date: String, kind: String = "edition") -> String {
        """
        - edition: "\(edition)"
          date: \(date)
          kind: \(kind)
          changes:
            - reason: correction
              text: { nb: Rettet., nn: Retta., en: Mended. }

        """
    }

    private static func findings(_ text: String) -> [String] {
        var diagnostics = Diagnostics()
        let releases = ReleasesFile.load(InputFile(path: "releases.yaml", text: text), newest: "2027", &diagnostics)
        #expect((releases == nil) == diagnostics.hasErrors)
        return diagnostics.sorted.map(\.name)
    }

    @Test func theNewestReleaseIsOfTheEditionThatIsPublished() {
        let older = Self.release("2026", "2026-11-21")
        #expect(Self.findings(Self.release("2027", "2027-11-20") + older) == [])
        #expect(Self.findings(older) == ["NewestReleaseIsAnother"])
        #expect(
            Self.findings(Self.release("2027", "2027-11-20") + Self.release("2026", "2028-01-01")) == ["NotNewestFirst"]
        )
        #expect(Self.findings(Self.release("2027", "2027-13-20")) == ["NotADate"])
        #expect(Self.findings(Self.release("2027", "2027-11-20", kind: "update")) == ["UnknownChoice"])
        #expect(Self.findings("[]") == ["NoRelease"])
    }
}
