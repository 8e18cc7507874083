import Geography
import Markup
import Profiles

/// The way from one district's profile to the others of its split: the one before, the one after, and all.
struct Neighbours {
    /// The districts with profiles, in official order.
    let places: [Place]
    let here: Place
    let writer: PageWriter

    /// The links as the partial `neighbours` shows them; silent where the district is alone.
    func value(at path: SitePath) throws -> TemplateValue {
        guard places.count > 1, let index = places.firstIndex(where: { $0.district.code == here.district.code }) else {
            return .flag(false)
        }
        func link(_ place: Place) -> TemplateValue {
            .object([
                "name": .text(place.district.name[writer.language]),
                "link": .text(path.link(to: .profile(writer.language, place))),
                "is-current": .flag(place.district.code == here.district.code),
            ])
        }
        return .object([
            "label": .text(
                try writer.phrase("neighbours.label", other: "neighbours.label-other", of: here.split, in: here.city)),
            "choose": .text(
                try writer.words[
                    writer.isOfBydeler(here.split, in: here.city) ? "neighbours.all" : "neighbours.all-other"]),
            "before": index > 0 ? link(places[index - 1]) : .flag(false),
            "after": index + 1 < places.count ? link(places[index + 1]) : .flag(false),
            "all": .list(places.map(link)),
        ])
    }
}
