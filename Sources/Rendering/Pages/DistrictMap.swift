import Disclosure
import Geography
import LocatedInput
import Markup
import Profiles

/// The districts of a split as tiles where they lie roughly to each other, each a link, and as a list in official order.
struct DistrictMap {
    /// The districts with profiles, in official order; at least one.
    let places: [Place]
    /// The district the page is about, if any.
    let here: Place?
    let writer: PageWriter

    /// The tiles and the list as the partial `map` and pages show them; silent where there is no district.
    func value(at path: SitePath) throws -> TemplateValue {
        guard let first = places.first else { return .flag(false) }
        let slots = ["city": first.city.name[writer.language]]
        let populations = places.map { writer.set.maker.population(of: $0) }
        let year = populations.compactMap { $0?.key.period.end }.max()
        func entry(_ index: Int, _ tile: Tile?) -> TemplateValue {
            let place = places[index]
            return .object([
                "name": .text(place.district.name[writer.language]),
                "code": .text(place.district.code.digits),
                "link": .text(path.link(to: .profile(writer.language, place))),
                "is-current": .flag(place.district.code == here?.district.code),
                "population": populations[index]?.value.estimate.map { .text(writer.numbers.text($0.value)) }
                    ?? .flag(false),
                "row": tile.map { .text("\($0.row)") } ?? .flag(false),
                "column": tile.map { .text("\($0.column)") } ?? .flag(false),
            ])
        }
        let tiles = tiles
        return .object([
            "heading": .text(try writer.words.phrase("map.title", slots)),
            "label": .text(try writer.words.phrase("map.label", slots)),
            "width": .text("\(tiles.map(\.tile.column).max() ?? 0)"),
            "tiles": .list(tiles.map { entry($0.index, $0.tile) }),
            "note": .text(
                try year.map { try writer.words.phrase("map.note", ["year": "\($0)"]) }
                    ?? writer.words["map.note-bare"]),
            "districts": .list(places.indices.map { entry($0, nil) }),
        ])
    }

    /// The map as a picture, for a file; `nil` where no district has a tile.
    func picture() throws -> Node? {
        let tiles = tiles
        guard let first = places.first, !tiles.isEmpty else { return nil }
        let slots = ["city": first.city.name[writer.language]]
        let words = ChartWords(
            idPrefix: "kart", title: try writer.words.phrase("map.title", slots),
            description: try writer.words.phrase("map.description", slots),
            source: try writer.source(of: writer.set.maker.populationIndicator?.id))
        return TileMap(
            tiles: tiles.map { index, tile in
                let population = writer.set.maker.population(of: places[index])?.value.estimate
                return MapTile(
                    row: tile.row - 1, column: tile.column - 1, name: places[index].district.name[writer.language],
                    value: population.map { writer.numbers.text($0.value) } ?? "", valueClass: nil)
            }
        ).node(words, style: .standalone(writer.set.palette.chartColours))
    }

    /// The districts that have tiles, in reading order, moved so that the first row and column are 1.
    private var tiles: [(index: Int, tile: Tile)] {
        let found = places.enumerated().compactMap { index, place in
            place.city.tile(of: place.district.code).map { (index: index, tile: $0) }
        }
        let (top, left) = (found.map(\.tile.row).min() ?? 1, found.map(\.tile.column).min() ?? 1)
        return found.map { index, tile in
            (index, Tile(district: tile.district, row: tile.row - top + 1, column: tile.column - left + 1))
        }.sorted { ($0.tile.row, $0.tile.column) < ($1.tile.row, $1.tile.column) }
    }
}
