import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Parallel
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
    let hasDemonstration: Bool
    let downloads: [Download]
    let hasPDFs: Bool
    let wordings: Wordings
    let templates: TemplateLibrary
    let palette: Palette
    private let profiles: [Profile]
    private let sheets: [FactSheet]

    /// The pages of `edition`.
    ///
    /// - Parameters:
    ///   - maker: What the pages say.
    ///   - geography: The cities and their splits.
    ///   - sources: The registers behind the indicators.
    ///   - policy: How figures were tested and withheld, for the page about it.
    ///   - edition: What is published.
    ///   - hasDemonstration: True if the site has a demonstration edition, in the folder `demo` of the open one.
    ///   - downloads: The files of figures that are published with the pages, in the order they are offered.
    ///   - hasPDFs: True if profiles are published as PDFs as well.
    ///   - wordings: The phrases.
    ///   - templates: The pages' templates.
    ///   - palette: The colours and the owner's logo.
    public init(
        maker: ProfileMaker, geography: Geography, sources: [SourceNote], policy: DisclosurePolicy, edition: Edition,
        hasDemonstration: Bool = false, downloads: [Download], hasPDFs: Bool = false,
        wordings: Wordings, templates: TemplateLibrary, palette: Palette
    ) {
        self.maker = maker
        self.geography = geography
        self.sources = sources
        self.policy = policy
        self.edition = edition
        self.hasDemonstration = hasDemonstration
        self.downloads = downloads
        self.hasPDFs = hasPDFs
        self.wordings = wordings
        self.templates = templates
        self.palette = palette
        profiles = concurrently(maker.places.count) { maker.profile(of: maker.places[$0]) }
        let indicators = maker.library.indicators
        sheets = concurrently(indicators.count) { maker.factSheet(of: indicators[$0]) }
    }

    /// Every page of the site and every main figure as a picture of its own, by path. Throws everything that is wrong
    /// with templates and phrases.
    public func pages() throws(InputFailure) -> [Page] {
        let jobs = contents.flatMap { content in Language.written.map { (content, $0) } } + single
        let writers = Dictionary(uniqueKeysWithValues: Language.written.map { ($0, PageWriter(self, $0)) })
        let results = concurrently(jobs.count) { index -> Result<[Page], InputFailure> in
            let (content, language) = jobs[index]
            let writer = writers[language] ?? PageWriter(self, language)
            do {
                return .success(try writer.write(content))
            } catch let failure as InputFailure {
                return .failure(failure)
            } catch {
                return .failure(InputFailure(.notMarkup(error, at: content.path(in: language))))
            }
        }
        var diagnostics = Diagnostics()
        var pages: [Page] = []
        for result in results {
            switch result {
            case .success(let made): pages += made
            case .failure(let failure): diagnostics.merge(failure.diagnostics)
            }
        }
        try diagnostics.throwIfErrors()
        return pages.sorted { $0.path < $1.path }
    }

    // MARK: - What there is

    private var profilePages: [any PageContent] { profiles.map { ProfilePage(profile: $0) } }

    private var factSheetPages: [any PageContent] { sheets.map { FactSheetPage(sheet: $0) } }

    private var cityPages: [any PageContent] {
        cities.map { city, _ in
            let splits = city.splits.map { split in (split, profiles.filter { $0.place.split.id == split.id }) }
            return CityPage(city: city, splits: splits.filter { !$0.1.isEmpty })
        }
    }

    /// The cities with profiles, and the districts of each.
    private var cities: [(city: City, places: [Place])] {
        geography.cities.map { city in (city, maker.places.filter { $0.city.id == city.id }) }.filter { !$1.isEmpty }
    }

    /// The pages that are written in every language.
    private var contents: [any PageContent] {
        let cities = cities
        var contents: [any PageContent] = [
            FrontPage(cities: cities, isRoot: false), IndicatorListPage(sheets: sheets), TablesPage(sheets: sheets),
        ]
        contents += AboutTopic.allCases.map { topic -> any PageContent in
            AboutPage(topic: topic, cities: cities.map(\.city), sheets: sheets)
        }
        for (city, _) in cities {
            for split in city.splits {
                let districts = SplitDistrict.all(
                    in: split, of: city, on: edition.geographyDate, places: maker.places(in: split.id))
                contents.append(SplitPage(split: split, city: city, districts: districts))
            }
        }
        return contents + cityPages + profilePages + factSheetPages
    }

    /// The pages that there is one of.
    private var single: [(any PageContent, Language)] {
        [
            (FrontPage(cities: cities, isRoot: true), Language.written[0]), (NotFoundPage(), Language.written[0]),
        ]
    }
}

extension Diagnostic {
    fileprivate static func notMarkup(_ error: any Error, at path: SitePath) -> Diagnostic {
        Diagnostic(
            .error, "NotMarkup", at: SourceLocation(file: path.text), "the page cannot be written: \(error)",
            remedy: "remove the character from the name or text it stands in")
    }
}
