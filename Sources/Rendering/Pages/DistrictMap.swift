import Disclosure
import Geography
import LocatedInput
import Markup
import Profiles

/// The districts of a split on a tile map, and as a list of links.
struct DistrictMap {
    /// The districts with profiles, in official order; at least one.
    let places: [Place]
    /// The district the page is about, if any.
    let here: Place?
    let writer: PageWriter

    /// The map and the list as the partial `map` shows them; silent where there is no district.
    func value(at path: SitePath) throws -> TemplateValue {
        guard let first = places.first else { return .flag(false) }
        let words = writer.words
        let city = first.city.name[writer.language]
        let description =
            if let here {
                try words.phrase("map.description-here", ["district": here.district.name[writer.language]])
            } else {
                try words["map.description"]
            }
        let chartWords = ChartWords(
            idPrefix: "kart", title: try words.phrase("map.finding", ["city": city]), description: description,
            source: "")
        let populations = places.map { writer.set.maker.population(of: $0) }
        let year = populations.compactMap { $0?.key.period.end }.max()
        let tiles = tiles(populations, path)
        return .object([
            "heading": .text(try words.phrase("map.title", ["city": city])),
            "list-label": .text(try words.phrase("map.list", ["city": city])),
            "picture": tiles.isEmpty ? .flag(false) : .markup(try Markup(TileMap(tiles: tiles).node(chartWords))),
            "note": .text(
                try year.map { try words.phrase("map.note", ["year": "\($0)"]) } ?? words["map.note-bare"]),
            "districts": .list(
                zip(places, populations).map { place, population in
                    .object([
                        "name": .text(place.district.name[writer.language]),
                        "code": .text(place.district.code.digits),
                        "link": .text(path.link(to: .profile(writer.language, place))),
                        "is-current": .flag(place.district.code == here?.district.code),
                        "population": population?.value.estimate.map { .text(writer.numbers.text($0.value)) }
                            ?? .flag(false),
                    ])
                }),
        ])
    }

    private func tiles(_ populations: [PublishedFigure?], _ path: SitePath) -> [MapTile] {
        zip(places, populations).compactMap { place, population in
            guard let tile = place.city.tile(of: place.district.code) else { return nil }
            let isHere = place.district.code == here?.district.code
            return MapTile(
                row: tile.row - 1, column: tile.column - 1, name: place.district.name[writer.language],
                value: population?.value.estimate.map { writer.numbers.text($0.value) } ?? "", valueClass: nil,
                isChosen: isHere, address: isHere ? nil : path.link(to: .profile(writer.language, place)))
        }
    }
}
