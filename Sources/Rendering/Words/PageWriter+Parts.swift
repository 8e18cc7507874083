import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

/// Parts that pages of several kinds have.
extension PageWriter {
    /// Ages: `0–4 år`, `90 år og over`.
    func text(_ age: AgeRange) throws -> String {
        age.isOpen
            ? try words.phrase("age.open", ["from": "\(age.from)"])
            : try words.phrase("age.range", ["from": "\(age.from)", "to": "\(age.to)"])
    }

    /// A cell with a number that was worked out from published ones.
    func cell(number: NumberText.Decimal?) throws -> TemplateValue {
        guard let number else { return .object(try cell(nil)) }
        return cell(text: numbers.text(number))
    }

    /// A cell with words or with numbers that belong together.
    func cell(text: String) -> TemplateValue {
        .object([
            "number": .text(text), "mark": .flag(false), "reason": .flag(false), "flags": .flag(false),
            "is-provisional": .flag(false),
        ])
    }

    /// Who the figures of `indicator` come from, as a picture says it at its foot.
    func source(of indicator: IndicatorID?) throws -> String {
        guard let indicator, let register = set.maker.library[indicator]?.register,
            let source = set.sources.first(where: { $0.register == register })
        else { return try words.phrase("figure.edition", ["edition": set.edition.id]) }
        if set.edition.isSynthetic {
            return try words.phrase(
                "figure.made-up", ["owner": source.owner[language], "edition": set.edition.id])
        }
        return try words.phrase(
            "figure.source",
            ["owner": source.owner[language], "licence": source.licence[language], "edition": set.edition.id])
    }

    /// A figure with its table and the link to its file, as the partial `figure` shows it.
    func value(of figure: ProfileFigures.Figure, at path: SitePath) throws -> TemplateValue {
        .object([
            "name": .text(figure.name), "theme": .text(figure.theme), "heading": .text(figure.heading),
            "caption": .text(figure.caption),
            "picture": .markup(try Markup(figure.picture(.page))), "table": figure.table,
            "file": .text(path.link(to: path.sibling("\(figure.name).svg"))),
        ])
    }

    /// How figures called `title` are cited, in the words that their files have too.
    func citation(of title: String, from source: String?) throws -> String {
        try words.phrase(
            "data.cite",
            [
                "title": title, "edition": set.edition.id, "date": numbers.date(set.edition.date),
                "source": source ?? set.identity.publisher[language], "licence": set.identity.licence.name,
            ])
    }

    /// Files of figures as a list of links.
    func downloads(_ downloads: [Download], at path: SitePath) throws -> TemplateValue {
        .list(
            try downloads.map { download in
                link(try words[download.phrase], to: download.path(in: set.edition), from: path)
            })
    }

    /// What a table of districts is about: the city, and how it is divided where that can be in more ways than one.
    func name(of table: FactSheet.Table) -> String { name(of: table.split, in: table.city) }

    /// `city`, and `split` where the city is divided in more ways than one.
    func name(of split: Split, in city: City) -> String {
        let name = city.name[language]
        return city.splits.count > 1 ? "\(name) (\(split.title[language]))" : name
    }

    /// Names one after another: `Bergen, Oslo og Trondheim`.
    func list(_ names: [String]) throws -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return try words.phrase(
            "list.last", ["others": names.dropLast().joined(separator: ", "), "last": last])
    }
}

extension Download {
    /// True for a file of the figures of more than one indicator.
    var isForAll: Bool {
        switch self {
        case .figures, .spreadsheet, .columns: true
        case .table, .jsonStat, .catalogue, .audit, .ledger: false
        }
    }

    /// True for a file that tells how figures are protected.
    var isAboutProtection: Bool { self == .audit || self == .ledger }

    fileprivate var phrase: String {
        switch self {
        case .figures: "download.figures"
        case .spreadsheet: "download.spreadsheet"
        case .columns: "download.columns"
        case .catalogue: "download.catalogue"
        case .audit: "download.audit"
        case .ledger: "download.ledger"
        case .table: "download.table"
        case .jsonStat: "download.json-stat"
        }
    }
}
