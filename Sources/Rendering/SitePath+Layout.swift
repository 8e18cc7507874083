import Geography
import Indicators
import Profiles

/// Where everything in the site lies. The names of folders are the same in every language.
extension SitePath {
    /// The front page that opens the site.
    public static let root = SitePath(page: [])
    /// What is shown for an address that leads nowhere.
    public static let notFound = SitePath(["404.html"])
    /// The style sheet.
    public static let styleSheet = SitePath(["assets", "site.css"])
    /// The style sheet of pages with tools.
    public static let toolsStyleSheet = asset("tools.css")
    /// The style sheet of the palette's colours.
    public static let paletteSheet = asset("palette.css")

    /// A file that every page may use.
    static func asset(_ name: String) -> SitePath { SitePath(["assets", name]) }

    /// The script that narrows the list of districts.
    public static let script = SitePath(["assets", "site.js"])
    /// The script that sorts and filters a city's table and changes its map.
    public static let cityScript = SitePath(["assets", "city.js"])
    /// What the scripts of pages with figures share.
    public static let wordsScript = SitePath(["assets", "words.js"])
    /// The script of the statistics bank.
    public static let bankScript = SitePath(["assets", "bank.js"])
    /// The script of the search page.
    public static let searchScript = SitePath(["assets", "search.js"])
    /// The script of the comparison of districts.
    public static let compareScript = SitePath(["assets", "compare.js"])
    /// The script that fills in the addresses of what can be framed, and copies them.
    public static let shareScript = SitePath(["assets", "share.js"])
    /// The small picture that browsers show beside the title.
    public static let icon = SitePath(["assets", "icon.svg"])

    /// The list of editions and corrections for readers of news.
    public static let feed = SitePath(["feed.atom"])
    /// What there is to download, for data.norge.no.
    public static let catalogue = SitePath(["data", "catalog.jsonld"])

    /// The picture for sites where the page at `path` is shared.
    static func sharePicture(beside path: SitePath) -> SitePath { path.sibling("share.png") }

    /// The front page in `language`.
    public static func front(_ language: Language) -> SitePath { SitePath(page: [language.rawValue]) }

    /// The profile of `place`.
    public static func profile(_ language: Language, _ place: Place) -> SitePath {
        SitePath(page: [
            language.rawValue, place.split.id.description,
            "\(place.district.code)-\(Slug.text(place.district.name.nb))",
        ])
    }

    /// The profile of `place` as a PDF, which has a name of its own where readers keep it.
    public static func profilePDF(_ language: Language, _ place: Place) -> SitePath {
        let page = profile(language, place)
        return page.sibling("\(page.parts[page.parts.count - 2]).pdf")
    }

    /// The page of `city`.
    public static func city(_ language: Language, _ city: City) -> SitePath {
        SitePath(page: [language.rawValue, "by", city.id])
    }

    /// What the districts of `split` are.
    public static func split(_ language: Language, _ split: SplitID) -> SitePath {
        SitePath(page: [language.rawValue, "inndeling", split.description])
    }

    /// The list of all indicators.
    public static func indicators(_ language: Language) -> SitePath {
        SitePath(page: [language.rawValue, "indikator"])
    }

    /// The fact sheet of `indicator`.
    public static func factSheet(_ language: Language, _ indicator: IndicatorID) -> SitePath {
        SitePath(page: [language.rawValue, "indikator", indicator.id])
    }

    /// The page of tables to download.
    public static func tables(_ language: Language) -> SitePath { SitePath(page: [language.rawValue, "tabeller"]) }

    /// The search page.
    public static func search(_ language: Language) -> SitePath { SitePath(page: [language.rawValue, "finn"]) }

    /// The page that sets districts beside each other.
    public static func compare(_ language: Language) -> SitePath { SitePath(page: [language.rawValue, "sammenlign"]) }

    /// Every figure of `indicator` in plain tables.
    public static func table(_ language: Language, _ indicator: IndicatorID) -> SitePath {
        SitePath(page: [language.rawValue, "tabeller", indicator.id])
    }

    /// The figures of `indicator` in `split` by sex and age, in plain tables.
    public static func table(_ language: Language, _ indicator: IndicatorID, _ split: SplitID) -> SitePath {
        SitePath(page: [language.rawValue, "tabeller", indicator.id, split.description])
    }

    /// The figure of `indicator` in `split` alone, for other sites to frame.
    public static func embed(_ language: Language, _ indicator: IndicatorID, _ split: SplitID) -> SitePath {
        SitePath(page: [language.rawValue, "embed", indicator.id, split.description])
    }

    /// A page about the site.
    public static func about(_ language: Language, _ topic: AboutTopic) -> SitePath {
        SitePath(page: [language.rawValue, "om", topic.rawValue])
    }

    /// A file of data of the edition called `edition`.
    static func data(ofEdition edition: String, _ name: String) -> SitePath { SitePath(["data", edition, name]) }
    /// What the statistics bank shows of `indicator`: codes and numbers, the same in every language.
    public static func bank(_ edition: Edition, _ indicator: IndicatorID) -> SitePath {
        SitePath(["data", edition.id, "bank", "\(indicator).json"])
    }

    /// What the comparison of districts shows: the barometers' numbers, the same in every language.
    public static func barometers(_ edition: Edition) -> SitePath {
        SitePath(["data", edition.id, "barometers.json"])
    }

    /// A file of data of `edition`.
    public static func data(_ edition: Edition, _ name: String) -> SitePath { SitePath(["data", edition.id, name]) }
}
