import LocatedInput

/// Every district that has a profile today has a place on the tile map.
struct MissingTileCheck {
    let districts: [Located<District>]
    let tiles: [Tile]

    func run(_ diagnostics: inout Diagnostics) {
        let placed = Set(tiles.map(\.district))
        for district in districts
        where district.isPublished && district.validity.to == nil && !placed.contains(district.code) {
            diagnostics.emit(.missingTile(district))
        }
    }
}

extension Diagnostic {
    fileprivate static func missingTile(_ district: Located<District>) -> Diagnostic {
        Diagnostic(
            .error, "MissingTile", at: district.location, "district \(district.code) has no place on the tile map",
            remedy: "add it to tiles.csv")
    }
}
