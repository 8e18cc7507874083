import Disclosure
import Geography
import LocatedInput
import Markup
import Profiles

/// The districts of a split, each a link, by their borders or as tiles where they lie roughly to each other; and as a list
/// in official order.
struct DistrictMap {
    /// The districts with profiles, in official order; at least one.
    let places: [Place]
    /// The district the page is about, if any.
    let here: Place?
    let writer: PageWriter

    /// The tiles and the list as the partial `map` and pages show them; silent where there is no district.
    func value(at path: SitePath) throws -> TemplateValue {
        guard let first = places.first else { return .flag(false) }
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
            "heading": .text(try writer.heading(of: first.split, in: first.city)),
            "label": .text(try writer.phrase("map.label", other: "map.label-other", of: first.split, in: first.city)),
            "width": .text("\(tiles.map(\.tile.column).max() ?? 0)"),
            "tiles": .list(tiles.map { entry($0.index, $0.tile) }),
            "picture": try bordersPicture(at: path).map { .markup(try Markup($0)) } ?? .flag(false),
            "note": .text(try note(of: first.split, year)),
            "districts": .list(places.indices.map { entry($0, nil) }),
        ])
    }

    /// What the map is of; tiles have numbers in them as well.
    private func note(of split: Split, _ year: Int?) throws -> String {
        let note = try writer.mapNote(of: split.id)
        guard let year, writer.set.borders[split.id] == nil else { return note }
        return note + " " + (try writer.words.phrase("map.persons", ["year": "\(year)"]))
    }

    /// The map as a picture, for a file; `nil` where no district has a place.
    func picture() throws -> Node? {
        guard let first = places.first else { return nil }
        return try map().map { try $0.node(words(first), style: writer.standalone) }
    }

    /// The districts by their borders, each a link; `nil` where there are no borders.
    private func bordersPicture(at path: SitePath) throws -> Node? {
        guard let first = places.first, var map = try map(), map.layout.hasBorders else { return nil }
        for (index, place) in places.enumerated() where place.district.code != here?.district.code {
            map.regions[index].address = path.link(to: .profile(writer.language, place))
        }
        return try map.node(words(first))
    }

    private func words(_ first: Place) throws -> ChartWords {
        let (split, city) = (first.split, first.city)
        return ChartWords(
            idPrefix: "kart-\(split.id)", title: try writer.heading(of: split, in: city),
            description: try writer.phrase("map.description", other: "map.description-other", of: split, in: city),
            source: try [
                writer.source(of: writer.set.maker.populationIndicator?.id), writer.borderCredit(of: split.id),
            ].compactMap(\.self).joined(separator: " "))
    }

    /// The districts with their populations.
    private func map() throws -> ShadedMap? {
        guard let split = places.first?.split.id, let layout = writer.set.layout(of: split) else { return nil }
        return ShadedMap(
            layout: layout,
            regions: try places.map { place in
                let population = writer.set.maker.population(of: place)?.value.estimate
                let name = place.district.name[writer.language]
                let count = population.map { writer.numbers.text($0.value) } ?? ""
                return MapRegion(
                    code: place.district.code, name: name, value: count, shade: .plain,
                    words: count.isEmpty
                        ? name : try writer.words.phrase("maps.persons", ["district": name, "count": count]),
                    isChosen: place.district.code == here?.district.code)
            })
    }

    /// The districts that have tiles, in reading order, moved so that the first row and column are 1.
    private var tiles: [(index: Int, tile: Tile)] {
        let drawn = places.first.flatMap { writer.set.tileMap(of: $0.split.id) }?.tiles ?? []
        let found = places.enumerated().compactMap { index, place in
            drawn.first { $0.district == place.district.code }.map { (index: index, tile: $0) }
        }
        let (top, left) = (found.map(\.tile.row).min() ?? 1, found.map(\.tile.column).min() ?? 1)
        return found.map { index, tile in
            (index, Tile(district: tile.district, row: tile.row - top + 1, column: tile.column - left + 1))
        }.sorted { ($0.tile.row, $0.tile.column) < ($1.tile.row, $1.tile.column) }
    }
}
