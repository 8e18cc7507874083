import LocatedInput

/// The columns by which the pattern of a layout names its cells.
struct PatternColumns {
    /// The dimensions, then the levels of those that have several.
    let names: [String]
    private let layout: TableLayout
    private let leveled: [Int]

    init(_ layout: TableLayout) {
        self.layout = layout
        let leveled = layout.dimensions.indices.filter { layout.dimensions[$0].namesLevels }
        self.leveled = leveled
        let levelNames = leveled.map { dimension in
            leveled.count == 1 ? TablePattern.level : "\(layout.dimensions[dimension].name)_\(TablePattern.level)"
        }
        names = layout.dimensions.map(\.name) + levelNames
    }

    /// The fields that name the cell of `face` with `key`.
    func fields(_ key: Int, _ face: Int) -> [String] {
        let levels = layout.faces[face].levels
        let places = layout.dimensions.indices.map { dimension in
            layout.dimensions[dimension].levels[levels[dimension]].labels[layout.place(key, face, dimension)]
        }
        return places + leveled.map { layout.dimensions[$0].levels[levels[$0]].name }
    }

    /// What the cell of `face` with `key` is called where one word must do; `prefix` keeps publications apart.
    func name(_ key: Int, _ face: Int, prefix: String) -> String {
        let levels = layout.faces[face].levels
        let parts = layout.dimensions.indices.map { dimension in
            let level = layout.dimensions[dimension].levels[levels[dimension]]
            let label = level.labels[layout.place(key, face, dimension)]
            let named = leveled.contains(dimension) || level.isHidden
            return "\(layout.dimensions[dimension].name)=\(label)" + (named ? " (\(level.name))" : "")
        }
        return prefix + parts.joined(separator: ", ")
    }
}
