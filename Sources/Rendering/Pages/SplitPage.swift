import Geography
import Markup
import Profiles

/// What the districts of a split are: their units, their history, and those without a profile.
struct SplitPage: PageContent {
    let split: Split
    let city: City
    /// The districts of the day, in official order, with what is known of each.
    let districts: [SplitDistrict]

    let template = "split"

    func path(in language: Language) -> SitePath { .split(language, split.id) }

    func title(_ writer: PageWriter) throws -> String {
        try writer.words.phrase(
            "split.title", ["title": split.title[writer.language], "city": city.name[writer.language]])
    }

    func description(_ writer: PageWriter) throws -> String {
        try writer.phrase("split.description", other: "split.description-other", of: split, in: city)
    }

    func trail(_ writer: PageWriter) throws -> [(name: String, path: SitePath)] {
        [(city.name[writer.language], .city(writer.language, city))]
    }

    func shortName(_ writer: PageWriter) throws -> String? { split.title[writer.language] }

    func matter(_ writer: PageWriter, at path: SitePath) throws -> PageMatter {
        let words = writer.words
        let slots = ["title": split.title[writer.language], "city": city.name[writer.language]]
        return PageMatter([
            "title": .text(try title(writer)),
            "purpose": .text(split.purpose[writer.language]),
            "facts": .list(try facts(writer)),
            "caption": .text(
                try words.phrase(
                    "split.districts.caption",
                    slots.merging(
                        ["date": writer.numbers.date(writer.set.edition.geographyDate)], uniquingKeysWith: { $1 }))),
            "list-title": .text(
                writer.isOfBydeler(split, in: city)
                    ? try words["split.districts.title"] : split.title[writer.language]),
            "region": .text(try words.phrase("split.districts.region", slots)),
            "others": try others(writer, path),
            "districts": .list(try districts.map { try row($0, writer, path) }),
            "has-unpublished": .flag(districts.contains { $0.place == nil }),
            "units": .list(
                try districts.filter { !$0.units.isEmpty }.map { district in
                    .object([
                        "summary": .text(
                            try words.phrase(
                                "split.units.summary", count: district.units.count,
                                [
                                    "district": district.district.name[writer.language],
                                    "count": writer.numbers.text(district.units.count),
                                ])),
                        "units": .list(
                            district.units.map { .object(["code": .text($0.code.digits), "name": .text($0.name)]) }),
                    ])
                }),
        ])
    }

    /// The city's other splits with profiles, and how their districts lie to these; silent where there is none.
    private func others(_ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        let date = writer.set.edition.geographyDate
        let others = try city.splits.filter { other in
            other.id != split.id && !writer.set.maker.places(in: other.id).isEmpty
        }.map { other in
            let cut = districts.count { district in
                split.related(to: district.district.code, in: other, on: date).contains { $0.relation == .cuts }
            }
            return TemplateValue.object([
                "name": .text(other.title[writer.language]),
                "link": .text(path.link(to: .split(writer.language, other.id))),
                "words": .text(
                    cut == 0
                        ? try writer.words["split.others.nested"]
                        : try writer.words.phrase(
                            "split.others.cut", count: cut,
                            [
                                "count": writer.numbers.text(cut),
                                "total": writer.numbers.text(districts.count),
                            ])),
            ])
        }
        guard !others.isEmpty else { return .flag(false) }
        return .object([
            "title": .text(
                try writer.words.phrase("overlaps.label", ["city": city.name[writer.language]])),
            "splits": .list(others),
        ])
    }

    private func facts(_ writer: PageWriter) throws -> [TemplateValue] {
        let words = writer.words
        func names(_ splits: [SplitID]) throws -> String? {
            let titles = splits.map { id in city.split(id.split)?.title[writer.language] ?? id.description }
            return titles.isEmpty ? nil : try writer.list(titles)
        }
        let facts: [(String, String?)] = [
            ("status", try words["split.statuses.\(split.status.rawValue)"]),
            ("extent", try words["split.extents.\(split.extent.rawValue)"]),
            ("standard", try split.standard.map { try words.phrase("split.standard-value", ["number": $0]) }),
            ("replaces", try names(split.replaces)),
            ("supplements", try names(split.supplements)),
            ("starts", writer.numbers.date(city.starts)),
            ("licence", city.licence),
        ]
        return try facts.compactMap { key, text in
            guard let text else { return nil }
            return .object(["name": .text(try words["split.\(key)"]), "text": .text(text)])
        }
    }

    private func row(_ district: SplitDistrict, _ writer: PageWriter, _ path: SitePath) throws -> TemplateValue {
        .object([
            "code": .text(district.district.code.digits),
            "name": .text(district.district.name[writer.language]),
            "link": district.place.map { .text(path.link(to: .profile(writer.language, $0))) } ?? .flag(false),
            "units": .text(writer.numbers.text(district.units.count)),
            "comparable": district.comparableSince.map { .text(writer.numbers.date($0)) } ?? .flag(false),
            "codes": .text(
                district.formerCodes.isEmpty
                    ? try writer.words["split.districts.none"]
                    : try district.formerCodes.map { try text($0, writer) }.joined(separator: ", ")),
        ])
    }

    private func text(_ code: DatedDistrictCode, _ writer: PageWriter) throws -> String {
        guard let end = code.validity.to else { return code.code.digits }
        return try writer.words.phrase(
            "split.districts.until", ["code": code.code.digits, "to": writer.numbers.date(end)])
    }
}
