import LocatedInput
import Testing

@testable import Site

struct SiteIdentityFileTests {
    private static let whole = """
        address: https://fjordvik.example/profiler/
        publisher: { nb: Fjordvik, nn: Fjordvik, en: Fjordvik }
        organisation: "974760673"
        contact: { name: { nb: Vi, nn: Vi, en: We }, email: post@fjordvik.example }
        licence: { name: CC0, address: "https://licences.example/cc0/", code: CC0 }
        data_themes: [HEAL]
        frequency: ANNUAL

        """

    private static func findings(_ text: String) -> [String] {
        var diagnostics = Diagnostics()
        let identity = SiteIdentityFile.load(InputFile(path: "site.yaml", text: text), &diagnostics)
        #expect((identity == nil) == diagnostics.hasErrors)
        return diagnostics.sorted.map(\.name)
    }

    @Test func theAddressIsTheFolderThatEverythingLiesIn() throws {
        var diagnostics = Diagnostics()
        let identity = try #require(
            SiteIdentityFile.load(InputFile(path: "site.yaml", text: Self.whole), &diagnostics))
        #expect(identity.folder == "/profiler/")
        #expect(identity.address(of: .catalogue) == "https://fjordvik.example/profiler/data/catalog.jsonld")
        #expect(identity.address(of: .front(.nb)) == "https://fjordvik.example/profiler/nb/")
    }

    @Test func withoutAnAddressTheSiteLiesAnywhere() throws {
        var diagnostics = Diagnostics()
        let text = Self.whole.split(separator: "\n").dropFirst().joined(separator: "\n")
        let identity = try #require(SiteIdentityFile.load(InputFile(path: "site.yaml", text: text), &diagnostics))
        #expect(identity.address(of: .catalogue) == nil && identity.folder == "/")
    }

    @Test(arguments: [
        ("https://fjordvik.example/profiler/", "http://fjordvik.example/", "NotAFolderAddress"),
        ("https://fjordvik.example/profiler/", "https://fjordvik.example/a", "NotAFolderAddress"),
        ("https://fjordvik.example/profiler/", "https://fjordvik.example/?a/", "NotAFolderAddress"),
        ("\"974760673\"", "\"974760674\"", "NotAnOrganisation"), ("post@fjordvik", "post fjordvik", "NotAnEmail"),
        ("code: CC0", "code: cc0/", "NotACode"), ("[HEAL]", "[]", "NoDataTheme"), ("email:", "mail:", "UnknownKey"),
    ])
    func whatCannotBeAnAddressNumberOrCodeIsAFault(old: String, new: String, name: String) {
        #expect(Self.findings(Self.whole.replacing(old, with: new)).contains(name))
    }
}
