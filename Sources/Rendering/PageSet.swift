import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Profiles

/// Every page of an edition.
///
/// A pure function of its parts: the same parts give the same bytes, however many pages are made at a time.
public struct PageSet: Sendable {
    let maker: ProfileMaker
    let geography: Geography
    let sources: [SourceNote]
    let policy: DisclosurePolicy
    let edition: Edition
    let downloads: [Download]
    let wordings: Wordings
    let templates: TemplateLibrary

    /// The pages of `edition`.
    ///
    /// - Parameters:
    ///   - maker: What the pages say.
    ///   - geography: The cities and their splits.
    ///   - sources: The registers behind the indicators.
    ///   - policy: How figures were tested and withheld, for the page about it.
    ///   - edition: What is published.
    ///   - downloads: The files of figures that are published with the pages, in the order they are offered.
    ///   - wordings: The phrases.
    ///   - templates: The pages' templates.
    public init(
        maker: ProfileMaker, geography: Geography, sources: [SourceNote], policy: DisclosurePolicy, edition: Edition,
        downloads: [Download], wordings: Wordings, templates: TemplateLibrary
    ) {
        self.maker = maker
        self.geography = geography
        self.sources = sources
        self.policy = policy
        self.edition = edition
        self.downloads = downloads
        self.wordings = wordings
        self.templates = templates
    }

    /// Every page of the site, by path. Throws everything that is wrong with templates and phrases.
    public func pages() throws(InputFailure) -> [Page] { [] }

    /// The main figures as files of their own, by path.
    public func standaloneCharts() throws(InputFailure) -> [Page] { [] }
}
