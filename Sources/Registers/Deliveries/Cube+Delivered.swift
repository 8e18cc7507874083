import LocatedInput

extension Cube {
    /// Adds the cells to `cells`. Every dimension must have its part in the layout; the dimension of what was measured
    /// need not be named if the measure that counts is the only one, or is named as `count`: the others are passed
    /// over. All faults are reported, and cells they concern are left out.
    func add(to layer: inout LayerCells, _ diagnostics: inout Diagnostics) {
        guard let parts = Parts(self, layer.codes.layout, &diagnostics) else { return }
        var codes = layer.codes
        let areas = dimensions[parts.area].codes.map { codes.area($0, &diagnostics) }
        let years = dimensions[parts.year].codes.map { codes.year($0, &diagnostics) }
        let sexes = parts.sex.map { dimensions[$0].codes.map { codes.sex($0, &diagnostics) } } ?? [codes.everySex]
        let ages = parts.age.map { dimensions[$0].codes.map { codes.age($0, &diagnostics) } } ?? [codes.everyAge]
        let categories = parts.categories(of: self).map { codes.category($0, &diagnostics) }
        layer.codes = codes
        var index = parts.start
        forEachCell(&diagnostics) { cell, diagnostics in
            parts.find(cell.position, &index)
            if let measure = parts.measure, index[measure.dimension] != measure.position { return }
            let place = CodedPlace(
                area: areas[index[parts.area]], year: years[index[parts.year]],
                sex: sexes[parts.sex.map { index[$0] } ?? 0],
                age: ages[parts.age.map { index[$0] } ?? 0], category: categories[parts.category(index)])
            layer.add(place, cell.content, at: cell.location, &diagnostics)
        }
    }
}

/// Which dimension of a cube is what.
private struct Parts {
    let area: Int
    let year: Int
    let sex: Int?
    let age: Int?
    let category: [Int]
    /// The dimension of what was measured and the place of the measure that counts, where the others are passed over.
    let measure: (dimension: Int, position: Int)?
    private let sizes: [Int]

    init?(_ cube: Cube, _ layout: DeliveryLayout, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        var taken: Set<Int> = []
        func find(_ name: String) -> Int? {
            if let index = cube.dimensions.firstIndex(where: { $0.names.contains(name) }), taken.insert(index).inserted
            {
                return index
            }
            found.emit(.missingDimension(name, in: cube))
            return nil
        }
        let columns = layout.columns
        let area = find(columns.area)
        let year = find(columns.year)
        sex = columns.sex.flatMap { find($0) }
        age = columns.age.flatMap { find($0) }
        category = columns.category.compactMap { find($0) }
        var measure: (dimension: Int, position: Int)?
        for (index, dimension) in cube.dimensions.enumerated() where !taken.contains(index) {
            guard dimension.isMeasure else {
                found.emit(.dimensionWithoutPart(dimension))
                continue
            }
            if let count = columns.count {
                if let position = dimension.codes.firstIndex(where: { $0.value == count }) {
                    measure = (index, position)
                } else {
                    found.emit(.missingMeasure(count, dimension))
                }
            } else if dimension.codes.count > 1 {
                found.emit(.severalMeasures(dimension))
            }
        }
        guard let area, let year, !found.hasErrors else { return nil }
        self.area = area
        self.year = year
        self.measure = measure
        sizes = cube.dimensions.map(\.codes.count)
    }

    /// The first place on each dimension.
    var start: [Int] { Array(repeating: 0, count: sizes.count) }

    /// Finds the place on each dimension of the cell at `position`.
    func find(_ position: Int, _ index: inout [Int]) {
        var rest = position
        for dimension in sizes.indices.reversed() {
            (rest, index[dimension]) = rest.quotientAndRemainder(dividingBy: sizes[dimension])
        }
    }

    /// The codes of every category there can be, the last dimension fastest.
    func categories(of cube: Cube) -> [[Located<String>]] {
        category.reduce([[]]) { combined, dimension in
            combined.flatMap { codes in cube.dimensions[dimension].codes.map { codes + [$0] } }
        }
    }

    /// Where among ``categories(of:)`` the cell at `index` is.
    func category(_ index: [Int]) -> Int { category.reduce(0) { $0 * sizes[$1] + index[$1] } }
}

extension Diagnostic {
    fileprivate static func missingDimension(_ name: String, in cube: Cube) -> Diagnostic {
        Diagnostic(
            .error, "MissingDimension", at: cube.location, "the table has no dimension '\(name)' of its own",
            remedy: Suggestion.remedy(for: name, among: cube.dimensions.flatMap(\.names)))
    }

    fileprivate static func dimensionWithoutPart(_ dimension: Cube.Dimension) -> Diagnostic {
        Diagnostic(
            .error, "DimensionWithoutPart", at: dimension.location,
            "the layout does not say what the dimension '\(dimension.names.first ?? "")' is",
            remedy: "name it under 'columns' in the definition of the register, as a category if it is nothing else")
    }

    fileprivate static func missingMeasure(_ count: String, _ dimension: Cube.Dimension) -> Diagnostic {
        Diagnostic(
            .error, "MissingMeasure", at: dimension.location, "the table has no measure '\(count)'",
            remedy: Suggestion.remedy(for: count, among: dimension.codes.map(\.value)))
    }

    fileprivate static func severalMeasures(_ dimension: Cube.Dimension) -> Diagnostic {
        Diagnostic(
            .error, "SeveralMeasures", at: dimension.location,
            "the table measures several things, and the layout does not say which of them is the count",
            remedy: "write its code as 'count' under 'columns': "
                + dimension.codes.map(\.value).joined(separator: ", "))
    }
}
