import LocatedInput

/// The rules of `tiles.csv` that take more than one row, or the districts, to see.
struct TileChecks {
    let tiles: [Located<Tile>]
    let splits: [Split]

    func run(_ diagnostics: inout Diagnostics) {
        let codes = Set(splits.flatMap { $0.districts.map(\.code) })
        var placed: Set<DistrictCode> = []
        for tile in tiles {
            if !codes.contains(tile.district) { diagnostics.emit(.unknownDistrict(tile.map(\.district), among: codes)) }
            if !placed.insert(tile.district).inserted { diagnostics.emit(.doubledTile(tile)) }
        }
        for split in splits {
            let own = Set(split.districts.map(\.code))
            var taken: [[Int]: Tile] = [:]
            for tile in tiles where own.contains(tile.district) {
                if let other = taken[[tile.row, tile.column]], other.district != tile.district {
                    diagnostics.emit(.sharedTile(tile, other))
                }
                taken[[tile.row, tile.column]] = tile.value
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func doubledTile(_ tile: Located<Tile>) -> Diagnostic {
        Diagnostic(
            .error, "DoubledTile", at: tile.location, "district \(tile.district) has two places on the tile map",
            remedy: "remove one of the rows")
    }

    fileprivate static func sharedTile(_ tile: Located<Tile>, _ other: Tile) -> Diagnostic {
        Diagnostic(
            .error, "SharedTile", at: tile.location,
            "districts \(other.district) and \(tile.district) have the same place on the tile map",
            remedy: "move one of them to a free row and column")
    }
}
