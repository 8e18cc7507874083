import Geography

/// How the cells of a register's deliveries are numbered: as the owner tells them apart, and as our table does.
struct CountAxes: Sendable {
    /// One thing that is told apart.
    struct Axis<Value: Hashable & Sendable>: Sendable {
        /// What our table tells apart, in order.
        let values: [Value]
        /// What the owner tells apart, each with its place among `values`.
        let places: [Int]

        /// An axis whose owner's codes have these meanings; `values` puts them in order.
        init(values: [Value], meanings: [Value]) {
            self.values = values
            let numbers = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
            places = meanings.compactMap { numbers[$0] }
        }
    }

    /// The years of the table.
    let years: ClosedRange<Int>
    /// The sexes; the owner's in the order of their codes.
    let sexes: Axis<Sex>
    /// The ages; the owner's are the single years 0 to 120 and the open age after them, or in the order of their codes.
    let ages: Axis<AgeRange>
    /// The categories; the owner's in the order of their codes.
    let categories: Axis<String>
    /// True if ages are written as numbers.
    let hasSingleYears: Bool

    /// The numbering of a delivery in `layout` for the table of `years`.
    ///
    /// Other files than long ones are read in our own codes, so there the owner's codes are ours.
    init(_ layout: DeliveryLayout, years: ClosedRange<Int>) {
        self.years = years
        let isLong = layout.format == .longCSV
        let sexMeanings = layout.columns.sex == nil ? [.both] : Self.inOrder(layout.sexes)
        let sexValues = Set(sexMeanings).sorted()
        sexes = Axis(values: sexValues, meanings: isLong ? sexMeanings : sexValues)
        switch layout.ages {
        case .fixed(let range):
            ages = Axis(values: [range], meanings: [range])
            hasSingleYears = false
        case .singleYears:
            let exact = (0...AgeRange.oldest + 1).map(Self.singleYear)
            ages = Axis(values: Array(exact.prefix(PopulationTable.lastAge + 1)), meanings: exact)
            hasSingleYears = true
        case .bands(let bands):
            let values = Set(bands.values).sorted()
            ages = Axis(values: values, meanings: isLong ? Self.inOrder(bands) : values)
            hasSingleYears = false
        }
        let categoryValues = Set(layout.categories.values).sorted()
        categories = Axis(
            values: categoryValues, meanings: isLong ? Self.inOrder(layout.categories) : categoryValues)
    }

    /// How many cells the owner tells apart in one place and year.
    var ownerCellsOfYear: Int { sexes.places.count * ages.places.count * categories.places.count }
    /// How many cells our table has for one place and year.
    var cellsOfYear: Int { sexes.values.count * ages.values.count * categories.values.count }

    /// The number of the owner's cell within a year.
    @inline(__always) func ownerCell(sex: Int, age: Int, category: Int) -> Int {
        (sex &* ages.places.count &+ age) &* categories.places.count &+ category
    }

    /// The number of our cell within a year, by places on the owner's axes.
    func cell(sex: Int, age: Int, category: Int) -> Int {
        (sexes.places[sex] * ages.values.count + ages.places[age]) * categories.values.count
            + categories.places[category]
    }

    /// For each of the owner's cells within a year, our cell.
    var cellOfOwnerCell: [Int32] {
        sexes.places.indices.flatMap { sex in
            ages.places.indices.flatMap { age in
                categories.places.indices.map { Int32(cell(sex: sex, age: age, category: $0)) }
            }
        }
    }

    /// What one of our cells is about, within a year.
    func meaning(ofCell cell: Int) -> (sex: Sex, age: AgeRange, category: String) {
        let category = cell % categories.values.count
        let age = cell / categories.values.count % ages.values.count
        return (
            sexes.values[cell / categories.values.count / ages.values.count], ages.values[age],
            categories.values[category]
        )
    }

    /// The place of the owner's open age among single years.
    static let openAge = AgeRange.oldest + 1

    /// The place among the owner's ages of one that is written as a single year, or as the last, open one; `nil` for any
    /// other.
    static func ownerAge(_ age: AgeRange) -> Int? {
        if age.from == age.to { return age.from }
        return age.isOpen && age.from == PopulationTable.lastAge ? openAge : nil
    }

    /// The single year of `age`; the last one is open.
    private static func singleYear(_ age: Int) -> AgeRange {
        let last = PopulationTable.lastAge
        return AgeRange(from: min(age, last), to: age < last ? age : AgeRange.oldest) ?? .all
    }

    /// The meanings of codes in the order of the codes.
    private static func inOrder<Value>(_ codes: [String: Value]) -> [Value] {
        codes.sorted { $0.key < $1.key }.map(\.value)
    }
}
