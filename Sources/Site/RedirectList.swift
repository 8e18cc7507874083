import Geography
import LocatedInput
import Rendering

/// Addresses that lead to others: `redirects.csv` for any server, and `_redirects` for those that read it.
///
/// A district can be reached by its number alone, and by the numbers it had before; the newest edition's files by
/// `data/latest/`. A number that several districts have come of leads to the page about the division. No address in
/// the list is a page's, and each leads to one.
struct RedirectList {
    /// An address and where it leads, both from the site's root.
    struct Redirect: Equatable {
        let from: String
        let to: String
        /// True if it will always lead there; the newest edition is another next year.
        let isPermanent: Bool
    }

    let redirects: [Redirect]
    /// The folder of the site on its server.
    private let folder: String

    /// The redirects of a site that holds `paths`.
    init(_ definitions: EditionDefinitions, paths: [String]) {
        let pages = Set(paths)
        var found: [String: Redirect] = [:]
        func add(_ from: String, to path: String, permanent: Bool = true) {
            let target = path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
            guard !pages.contains(from + "index.html"), !pages.contains(from), pages.contains(path) else { return }
            found[from] = Redirect(from: from, to: target, isPermanent: permanent)
        }
        let today = definitions.edition.geographyDate
        for city in definitions.publisher.geography.cities {
            for split in city.splits {
                for (code, district) in Self.codes(of: split, on: today) {
                    for language in Language.written {
                        let start = "\(language.rawValue)/\(split.id)/"
                        let page = district.flatMap { district in
                            paths.first { $0.hasPrefix("\(start)\(district)-") && $0.hasSuffix("/index.html") }
                        }
                        let path = page ?? SitePath.split(language, split.id).text
                        add("\(start)\(code)/", to: path)
                        if language == city.defaultLanguage { add("\(split.id)/\(code)/", to: path) }
                    }
                }
            }
            add("by/\(city.id)/", to: "\(city.defaultLanguage.rawValue)/by/\(city.id)/index.html")
        }
        for indicator in definitions.publisher.library.indicators {
            add("indikator/\(indicator.id)/", to: SitePath.factSheet(.nb, indicator.id).text)
        }
        let data = "data/\(definitions.edition.id)/"
        for path in paths where path.hasPrefix(data) {
            add("data/latest/\(path.dropFirst(data.count))", to: path, permanent: false)
        }
        folder = definitions.identity.folder
        redirects = found.values.sorted { $0.from < $1.from }
    }

    /// Every number that a district has or had, and the district it leads to; `nil` where it leads to several.
    private static func codes(of split: Split, on today: CalendarDate) -> [(DistrictCode, DistrictCode?)] {
        var codes: [DistrictCode: DistrictCode?] = [:]
        for district in split.districts(on: today) {
            for code in split.lineage(of: district.code).map(\.code) + [district.code] {
                if let other = codes[code], other != district.code, code != district.code {
                    codes[code] = .some(nil)
                } else {
                    codes[code] = district.code
                }
            }
        }
        return codes.map { ($0, $1) }
    }

    /// `redirects.csv`: from, to and the status that HTTP has for it.
    var csv: String {
        var table = CSVText(separator: ",", header: ["from", "to", "status"])
        for redirect in redirects { table.append([folder + redirect.from, folder + redirect.to, redirect.status]) }
        return table.text
    }

    /// `_redirects`, a line for each.
    var hostFile: String {
        redirects.map { "\(folder)\($0.from) \(folder)\($0.to) \($0.status)\n" }.joined()
    }
}

extension RedirectList.Redirect {
    /// The status of HTTP.
    fileprivate var status: String { isPermanent ? "301" : "302" }
}
