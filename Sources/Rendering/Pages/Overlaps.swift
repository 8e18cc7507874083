import Geography
import Markup
import Profiles

/// The way from a district's profile to the districts that it shares units with in the city's other splits.
struct Overlaps {
    let here: Place
    let writer: PageWriter

    /// How a district may lie to others, in the order of the page.
    private static let relations: [(relation: DistrictRelation, phrase: String)] = [
        (.same, "overlaps.same"), (.inside, "overlaps.inside"), (.holds, "overlaps.holds"), (.cuts, "overlaps.cuts"),
    ]

    /// The links as the partial `overlaps` shows them, split by split; silent where no other split has a profile to show.
    func value(at path: SitePath) throws -> TemplateValue {
        let splits = try here.city.splits.filter { $0.id != here.split.id }.compactMap { try value(of: $0, path) }
        guard !splits.isEmpty else { return .flag(false) }
        return .object([
            "label": .text(
                try writer.words.phrase("overlaps.label", ["city": here.city.name[writer.language]])),
            "splits": .list(splits),
        ])
    }

    private func value(of other: Split, _ path: SitePath) throws -> TemplateValue? {
        let date = writer.set.edition.geographyDate
        let places = Dictionary(
            writer.set.maker.places(in: other.id).map { ($0.district.code, $0) },
            uniquingKeysWith: { first, _ in first })
        let related = here.split.related(to: here.district.code, in: other, on: date)
        let ways = try Self.relations.compactMap { relation, phrase -> TemplateValue? in
            let found = related.filter { $0.relation == relation }.compactMap { places[$0.code] }
            guard !found.isEmpty else { return nil }
            return .object([
                "words": .text(try writer.words[phrase]),
                "districts": .list(
                    found.enumerated().map { index, place in
                        .object([
                            "name": .text(place.district.name[writer.language]),
                            "link": .text(path.link(to: .profile(writer.language, place))),
                            "is-last": .flag(index == found.count - 1),
                        ])
                    }),
            ])
        }
        guard !ways.isEmpty else { return nil }
        return .object(["title": .text(other.title[writer.language]), "ways": .list(ways)])
    }
}
