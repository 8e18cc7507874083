import Registers

/// The counts of all places, with the dimensions that a table of figures has: place, sex, age, category and year.
struct CubeTable: Sendable {
    /// One dimension: what the owner calls it, its codes and the names beside them.
    struct Dimension: Sendable {
        let name: String
        let codes: [String]
        let labels: [String]
    }

    /// The places, sexes, ages and categories, as many of them as the layout has.
    let stub: [Dimension]
    /// The years.
    let years: Dimension
    private let axes: CellAxes
    private let blocks: [CellBlock]
    private let span: ClosedRange<Int>
    private let tells: (sex: Bool, age: Bool, category: Bool)

    /// The cube of `blocks` in `span`, as `layout` names things; `names` are those of places. `nil` where categories are
    /// told apart by several dimensions, which is not how owners write cubes.
    init?(
        _ layout: DeliveryLayout, _ axes: CellAxes, blocks: [CellBlock], names: [String: String],
        years span: ClosedRange<Int>
    ) {
        guard layout.columns.category.count <= 1 else { return nil }
        let codes = LayoutCodes(layout, axes)
        var stub = [
            Dimension(
                name: layout.columns.area, codes: blocks.map { codes.area($0.code) },
                labels: blocks.map { block in names[block.code].flatMap { $0.isEmpty ? nil : $0 } ?? block.code })
        ]
        if let sex = layout.columns.sex { stub.append(Dimension(name: sex, codes: codes.sexes, labels: codes.sexes)) }
        if let age = layout.columns.age { stub.append(Dimension(name: age, codes: codes.ages, labels: codes.ages)) }
        if let category = layout.columns.category.first {
            stub.append(Dimension(name: category, codes: codes.categories, labels: codes.categories))
        }
        self.stub = stub
        let years = span.map(String.init)
        self.years = Dimension(name: layout.columns.year, codes: years, labels: years)
        tells = (layout.columns.sex != nil, layout.columns.age != nil, !layout.columns.category.isEmpty)
        self.axes = axes
        self.blocks = blocks
        self.span = span
    }

    /// Does `body` for every row, in order: its places on the stub's dimensions, and the counts of the years.
    func forEachRow(_ body: (_ places: [Int], _ counts: [Int32]) -> Void) {
        for (place, block) in blocks.enumerated() {
            for sex in axes.sexes.indices {
                for age in axes.ages.indices {
                    for category in axes.categories.indices {
                        var places = [place]
                        if tells.sex { places.append(sex) }
                        if tells.age { places.append(age) }
                        if tells.category { places.append(category) }
                        body(places, span.map { block.counts[axes.place($0, sex, age, category)] })
                    }
                }
            }
        }
    }
}
