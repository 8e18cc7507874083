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
    /// The style sheet of the palette's colours.
    public static let paletteSheet = asset("palette.css")

    /// A file that every page may use.
    static func asset(_ name: String) -> SitePath { SitePath(["assets", name]) }

    /// The script that narrows the list of districts.
    public static let script = SitePath(["assets", "site.js"])
    /// The small picture that browsers show beside the title.
    public static let icon = SitePath(["assets", "icon.svg"])

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

    /// A page about the site.
    public static func about(_ language: Language, _ topic: AboutTopic) -> SitePath {
        SitePath(page: [language.rawValue, "om", topic.rawValue])
    }

    /// A file of data of `edition`.
    public static func data(_ edition: Edition, _ name: String) -> SitePath { SitePath(["data", edition.id, name]) }
}
