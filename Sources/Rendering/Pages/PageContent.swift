import Geography
import LocatedInput
import Markup

/// What one kind of page says, in whichever language it is written.
protocol PageContent: Sendable {
    /// The name of its template under `templates/pages/`.
    var template: String { get }

    /// Where the page lies in `language`.
    func path(in language: Language) -> SitePath

    /// Where its PDF lies in `language`, if one is made; `nil` for a page that there is none of.
    func pdf(in language: Language) -> SitePath?

    /// True if the page may have maps, choices or other tools, whose looks are a style sheet of their own.
    var hasTools: Bool { get }

    /// True if the page is there in every language.
    var isTranslated: Bool { get }

    /// The page's title, unlike that of any other page.
    func title(_ writer: PageWriter) throws -> String

    /// What the page is about, in a sentence.
    func description(_ writer: PageWriter) throws -> String

    /// The pages above it, from the front page's child on.
    func trail(_ writer: PageWriter) throws -> [(name: String, path: SitePath)]

    /// What the page is called at the end of the trail; `nil` for a page without one.
    func shortName(_ writer: PageWriter) throws -> String?

    /// What search engines may know of it besides where it lies; `nil` for most pages.
    func structuredData(_ writer: PageWriter) throws -> JSONText?

    /// What other sites show where it is shared; `nil` for the picture of the front page.
    func sharePicture(_ writer: PageWriter) throws -> SharePicture?

    /// What it says and shows, for a page at `path`.
    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter
}

extension PageContent {
    var isTranslated: Bool { true }

    var hasTools: Bool { true }

    func pdf(in language: Language) -> SitePath? { nil }

    func trail(_ writer: PageWriter) throws -> [(name: String, path: SitePath)] { [] }

    func structuredData(_ writer: PageWriter) throws -> JSONText? { nil }

    func sharePicture(_ writer: PageWriter) throws -> SharePicture? { nil }
}
