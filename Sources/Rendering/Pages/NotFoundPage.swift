import Geography
import Markup
import Profiles

/// What is shown for an address that leads nowhere; one page, in the first language.
struct NotFoundPage: PageContent {
    let template = "not-found"
    let isTranslated = false

    func path(in language: Language) -> SitePath {
        language == Language.written[0] ? .notFound : .front(language)
    }

    func title(_ writer: PageWriter) throws -> String { try writer.words["missing.title"] }

    func description(_ writer: PageWriter) throws -> String { try writer.words["missing.lead"] }

    func shortName(_ writer: PageWriter) throws -> String? { nil }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter { PageMatter([:]) }
}
