import LocatedInput

/// Every district that has a profile today has a place on the tile map, where any district of the split has one.
struct MissingTileCheck {
    let districts: [Located<District>]
    let tiles: [Tile]

    func run(_ diagnostics: inout Diagnostics) {
        let placed = Set(tiles.map(\.district))
        guard districts.contains(where: { placed.contains($0.code) }) else { return }
        for district in districts
        where district.isPublished && district.validity.to == nil && !placed.contains(district.code) {
            diagnostics.emit(.missingTile(district))
        }
    }
}

extension Diagnostic {
    fileprivate static func missingTile(_ district: Located<District>) -> Diagnostic {
        Diagnostic(
            .error, "MissingTile", at: district.location,
            "district \(district.code) has no place on the tile map, and others of its split have",
            remedy: "add it to tiles.csv, or leave every district of the split out and let the tiles be laid out")
    }
}
