import LocatedInput

/// The tables of one publication, laid out over the parts of a long table.
struct TableLayout {
    /// A table without margins: one level of each dimension.
    struct Face {
        let levels: [Int]
        /// False where it is worked out only because it is sensitive.
        let isPublished: Bool
        /// By how much the place in each dimension counts in a cell's key.
        let weights: [Int]
    }

    let dimensions: [LevelsOfDimension]
    let faces: [Face]
    private let faceOfLevels: [[Int]: Int]

    /// Lays the spec's tables out; nil if there is a fault, and all faults are reported.
    init?(_ spec: TableSpec, _ table: LongTable, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let dimensions = spec.dimensions.map { LevelsOfDimension($0, table, &found) }
        if found.hasErrors { return nil }
        let choices = Self.choices(spec, dimensions, &found)
        var published: [[Int]] = []
        var seen: Set<[Int]> = []
        var isTooLarge = false
        for choice in choices {
            guard let faces = Self.product(choice) else {
                isTooLarge = true
                continue
            }
            for face in faces where seen.insert(face).inserted { published.append(face) }
        }
        var faces: [Face] = []
        for levels in published + Self.hidden(beside: published, dimensions, &seen) {
            guard let weights = Self.weights(levels, dimensions) else {
                isTooLarge = true
                continue
            }
            let isHidden = zip(dimensions, levels).contains { $0.levels[$1].isHidden }
            faces.append(Face(levels: levels, isPublished: !isHidden, weights: weights))
        }
        if isTooLarge { found.emit(.tooManyFaces(spec.file)) }
        if found.hasErrors { return nil }
        self.dimensions = dimensions
        self.faces = faces
        faceOfLevels = Dictionary(uniqueKeysWithValues: faces.enumerated().map { ($1.levels, $0) })
    }

    /// The face with `level` in `dimension` and the others as in `face`.
    func face(_ face: Int, with level: Int, in dimension: Int) -> Int? {
        var levels = faces[face].levels
        levels[dimension] = level
        return faceOfLevels[levels]
    }

    /// Hands over the key of each cell of `face` that `part` belongs to.
    func forEachKey(of part: Int, in face: Int, _ body: (Int) -> Void) {
        let face = faces[face]
        func go(_ dimension: Int, _ key: Int) {
            guard dimension < dimensions.count else {
                body(key)
                return
            }
            let level = dimensions[dimension].levels[face.levels[dimension]]
            for place in level.first[part]...level.last[part] {
                go(dimension + 1, key + place * face.weights[dimension])
            }
        }
        go(0, 0)
    }

    /// The place in `dimension` of the cell of `face` with `key`.
    func place(_ key: Int, _ face: Int, _ dimension: Int) -> Int {
        let level = dimensions[dimension].levels[faces[face].levels[dimension]]
        return key / faces[face].weights[dimension] % level.labels.count
    }

    /// For each table, the levels of each dimension.
    private static func choices(
        _ spec: TableSpec, _ dimensions: [LevelsOfDimension], _ diagnostics: inout Diagnostics
    ) -> [[[Int]]] {
        let all = dimensions.map { dimension in dimension.levels.indices.filter { !dimension.levels[$0].isHidden } }
        guard let tables = spec.tables else { return [all] }
        return tables.map { table in
            dimensions.enumerated().map { place, dimension in
                guard let named = table.value.first(where: { $0.dimension.value == dimension.name }) else {
                    if dimension.total == nil { diagnostics.emit(.noTotal(dimension.name, at: table.location)) }
                    return dimension.total.map { [$0] } ?? []
                }
                guard let levels = named.levels else { return all[place] }
                return levels.compactMap { name in
                    let level = dimension.level(named: name.value)
                    if level == nil { diagnostics.emit(.noSuchLevel(name, dimension)) }
                    return level
                }
            }
        }
    }

    /// Every choice of one level from each dimension; nil if there are too many.
    private static func product(_ choices: [[Int]]) -> [[Int]]? {
        var faces: [[Int]] = [[]]
        for levels in choices {
            guard faces.count * levels.count <= CellLimit.faces else { return nil }
            faces = faces.flatMap { face in levels.map { face + [$0] } }
        }
        return faces
    }

    /// The published faces with hidden intersections in place of what one or more dimensions show.
    private static func hidden(
        beside published: [[Int]], _ dimensions: [LevelsOfDimension], _ seen: inout Set<[Int]>
    ) -> [[Int]] {
        var hidden: [[Int]] = []
        for (place, dimension) in dimensions.enumerated() {
            guard let level = dimension.levels.firstIndex(where: \.isHidden) else { continue }
            for var face in published + hidden {
                face[place] = level
                if seen.insert(face).inserted { hidden.append(face) }
            }
        }
        return hidden
    }

    private static func weights(_ levels: [Int], _ dimensions: [LevelsOfDimension]) -> [Int]? {
        var weight = 1
        var weights: [Int] = []
        for (dimension, level) in zip(dimensions, levels).reversed() {
            weights.append(weight)
            let (next, overflows) = weight.multipliedReportingOverflow(by: dimension.levels[level].labels.count)
            if overflows { return nil }
            weight = next
        }
        return weights.reversed()
    }
}

extension Diagnostic {
    fileprivate static func noTotal(_ dimension: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoTotal", at: location,
            "the table leaves out '\(dimension)', which has no total that it could stand at",
            remedy: "name its levels here, or set its 'total' to true")
    }

    fileprivate static func noSuchLevel(_ name: Located<String>, _ dimension: LevelsOfDimension) -> Diagnostic {
        let names = dimension.levels.indices.filter { !dimension.levels[$0].isHidden }.map { level in
            dimension.windows[level].map { "\($0)" } ?? dimension.levels[level].name
        }
        return Diagnostic(
            .error, "NoSuchLevel", at: name.location, "'\(dimension.name)' has no level '\(name.value)'",
            remedy: Suggestion.remedy(for: name.value, among: names))
    }

    fileprivate static func tooManyFaces(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, "TooManyCells", at: SourceLocation(file: file),
            "the dimensions and levels make more tables than one run can protect",
            remedy: "name those that are published under 'tables'")
    }
}
