import LocatedInput

extension Tile {
    /// Reads a tile map.
    static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Located<Tile>] {
        TableRow.read(file, columns: ["district", "row", "column"], &diagnostics) { row, diagnostics in
            let district = row.district("district", &diagnostics)
            let line = row.position("row", &diagnostics)
            let column = row.position("column", &diagnostics)
            guard let district, let line, let column else { return nil }
            return Tile(district: district, row: line, column: column)
        }
    }
}
