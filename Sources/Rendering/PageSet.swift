import Borders
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
    let identity: SiteIdentity
    let releases: [Release]
    let earlier: EarlierEditions
    let hasDemonstration: Bool
    let hasSharePictures: Bool
    let downloads: [Download]
    let hasPDFs: Bool
    let wordings: Wordings
    let templates: TemplateLibrary
    let borders: [SplitID: BorderMap]
    let palette: Palette
    private let districts: [SplitID: [SplitDistrict]]
    private let tileMaps: [SplitID: TileMap]
    private let layouts: [SplitID: MapLayout]
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
    ///   - identity: Who publishes the site, where, and on what terms.
    ///   - releases: Every edition and correction so far, the newest first.
    ///   - earlier: The editions whose files are still published.
    ///   - hasDemonstration: True if the site has a demonstration edition, in the folder `demo` of the open one.
    ///   - hasSharePictures: True if ``sharePictures()`` are published as pixels, so that pages may lead to them.
    ///   - downloads: The files of figures that are published with the pages, in the order they are offered.
    ///   - hasPDFs: True if profiles are published as PDFs as well.
    ///   - wordings: The phrases.
    ///   - templates: The pages' templates.
    ///   - borders: The borders of splits that have any; the maps of others are of tiles.
    ///   - palette: The colours and the owner's logo.
    public init(
        maker: ProfileMaker, geography: Geography, sources: [SourceNote], policy: DisclosurePolicy, edition: Edition,
        identity: SiteIdentity, releases: [Release], earlier: EarlierEditions = .none, hasDemonstration: Bool = false,
        hasSharePictures: Bool = false, downloads: [Download], hasPDFs: Bool = false, wordings: Wordings,
        templates: TemplateLibrary, borders: [SplitID: BorderMap] = [:], palette: Palette
    ) {
        self.maker = maker
        self.geography = geography
        self.sources = sources
        self.policy = policy
        self.edition = edition
        self.identity = identity
        self.releases = releases
        self.earlier = earlier
        self.hasDemonstration = hasDemonstration
        self.hasSharePictures = hasSharePictures
        self.downloads = downloads
        self.hasPDFs = hasPDFs
        self.wordings = wordings
        self.templates = templates
        self.borders = borders
        districts = Self.districts(geography, maker, on: edition.geographyDate)
        tileMaps = Self.tileMaps(geography, on: edition.geographyDate, borders)
        layouts = tileMaps.mapValues { MapLayout(tiles: $0.tiles) }.merging(
            borders.mapValues { MapLayout(borders: $0) }, uniquingKeysWith: { $1 }
        ).filter { !$1.places.isEmpty }
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

    /// The pictures that other sites show where pages are shared, each with the path of the pixels it is to become.
    ///
    /// In bokmål alone: a picture says little but names and a number, and one for each language would take three times
    /// as long.
    public func sharePictures() throws(InputFailure) -> [Page] {
        let writer = PageWriter(self, .nb)
        var pictures: [Page] = []
        for content in contents {
            do {
                guard let picture = try content.sharePicture(writer) else { continue }
                pictures.append(
                    Page(
                        path: .sharePicture(beside: content.path(in: .nb)),
                        document: try Markup(picture.node(palette.chartColours))))
            } catch let failure as InputFailure {
                throw failure
            } catch {
                throw InputFailure(.notMarkup(error, at: content.path(in: .nb)))
            }
        }
        return pictures
    }

    // MARK: - Districts and maps

    /// What is known of the district of `place`.
    func district(of place: Place) -> SplitDistrict? {
        districts[place.split.id]?.first { $0.district.code == place.district.code }
    }

    private static func districts(
        _ geography: Geography, _ maker: ProfileMaker, on date: CalendarDate
    ) -> [SplitID: [SplitDistrict]] {
        var districts: [SplitID: [SplitDistrict]] = [:]
        for city in geography.cities {
            for split in city.splits where maker.splits.contains(split.id) {
                districts[split.id] = SplitDistrict.all(
                    in: split, of: city, on: date, places: maker.places(in: split.id))
            }
        }
        return districts
    }

    /// Where the districts of `split` lie on maps; `nil` where none has a place.
    func layout(of split: SplitID) -> MapLayout? { layouts[split] }

    /// The tiles of the districts of `split`, which maps show where it has no borders.
    func tileMap(of split: SplitID) -> TileMap? { tileMaps[split] }

    private static func tileMaps(
        _ geography: Geography, on date: CalendarDate, _ borders: [SplitID: BorderMap]
    ) -> [SplitID: TileMap] {
        var maps: [SplitID: TileMap] = [:]
        for city in geography.cities {
            for split in city.splits { maps[split.id] = TileMap(of: split, in: city, on: date, borders) }
        }
        return maps
    }

    // MARK: - What there is

    private var profilePages: [any PageContent] { profiles.map { ProfilePage(profile: $0) } }

    private var factSheetPages: [any PageContent] { sheets.map { FactSheetPage(sheet: $0) } }

    private var tablePages: [any PageContent] {
        sheets.flatMap { sheet -> [PlainTablePage] in
            let page = PlainTablePage(sheet: sheet)
            return [page] + (page.hasGroups ? sheet.tables.map { PlainTablePage(sheet: sheet, groups: $0) } : [])
        }
    }

    private var embedPages: [any PageContent] {
        sheets.flatMap { sheet in sheet.tables.map { EmbedPage(sheet: sheet, table: $0) } }
    }

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
            SearchPage(cities: cities, sheets: sheets), ComparePage(cities: cities, sheets: sheets),
        ]
        contents += AboutTopic.allCases.map { topic -> any PageContent in
            AboutPage(topic: topic, cities: cities.map(\.city), sheets: sheets)
        }
        for (city, _) in cities {
            for split in city.splits where maker.splits.contains(split.id) {
                contents.append(SplitPage(split: split, city: city, districts: districts[split.id] ?? []))
            }
        }
        return contents + cityPages + profilePages + factSheetPages + tablePages + embedPages
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
