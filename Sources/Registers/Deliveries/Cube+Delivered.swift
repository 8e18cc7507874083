import LocatedInput

extension Cube {
    /// The cells in our codes. Every dimension must have its part in the layout; the dimension of what was measured
    /// need not be named if the measure that counts is the only one, or is named as `count`: the others are passed
    /// over. All faults are reported, and cells they concern are left out.
    func delivered(_ layout: DeliveryLayout, years: ClosedRange<Int>, _ diagnostics: inout Diagnostics)
        -> [DeliveredCell]
    {
        guard let parts = Parts(self, layout, &diagnostics) else { return [] }
        var codes = DeliveryCodes(layout, years: years)
        let areas = dimensions[parts.area].codes.map { codes.area($0, &diagnostics) }
        let yearCodes = dimensions[parts.year].codes.map { codes.year($0, &diagnostics) }
        let sexes = parts.sex.map { dimensions[$0].codes.map { codes.sex($0, &diagnostics) } }
        let ages = parts.age.map { dimensions[$0].codes.map { codes.age($0, &diagnostics) } }
        var delivered: [DeliveredCell] = []
        delivered.reserveCapacity(cells.count)
        for cell in cells {
            let index = parts.index(of: cell.position)
            if let measure = parts.measure, index[measure.dimension] != measure.position { continue }
            let category = codes.category(parts.category.map { dimensions[$0].codes[index[$0]] }, &diagnostics)
            let place = CodedPlace(
                area: areas[index[parts.area]], year: yearCodes[index[parts.year]],
                sex: Self.meaning(parts.sex, sexes, index, orElse: .both),
                age: Self.meaning(parts.age, ages, index, orElse: codes.everyAge), category: category)
            if place.isPassedOver { continue }
            guard let count = codes.reading(cell.content, at: cell.location, &diagnostics), let key = place.key else {
                continue
            }
            delivered.append(DeliveredCell(key, count: count, at: cell.location))
        }
        return delivered
    }

    /// What the code at `index` on the dimension `part` means; `everything` where the table has no such dimension.
    private static func meaning<Value>(
        _ part: Int?, _ meanings: [DeliveryCodes.Meaning<Value>?]?, _ index: [Int], orElse everything: Value
    ) -> DeliveryCodes.Meaning<Value>? {
        guard let part, let meanings else { return .ours(everything) }
        return meanings[index[part]]
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

    /// The place on each dimension of the cell at `position`.
    func index(of position: Int) -> [Int] {
        var index = sizes
        var rest = position
        for dimension in sizes.indices.reversed() {
            index[dimension] = rest % sizes[dimension]
            rest /= sizes[dimension]
        }
        return index
    }
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
