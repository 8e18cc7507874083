import Registers

/// Draws what a register counts, place by place.
///
/// Whether a person is in a category is a throw with odds that the plan gives by sex and age, made higher or lower by how
/// deprived the place is, by what is the district's own, and by the year. A category drawn from another is never more
/// than that one; so are the unknown, who are first drawn as known persons are.
struct EventDraw: Sendable {
    /// What is told apart.
    let axes: CellAxes
    private let plan: RegisterPlan
    private let seed: UInt64
    /// The first and the last age of each of the ages.
    private let bounds: [ClosedRange<Int>]
    /// Where each of the plan's categories stands on the axis; `nil` where it is not delivered.
    private let delivered: [Int?]
    /// The sexes that each of the sexes on the axis holds.
    private let sexes: [[Int]]
    private let bases: [CategoryPlan.Base]
    private let afters: [[Int]]
    private let weight: Double
    /// The place of its step among the chances, for each category, sex and single year of age; −1 where it cannot occur.
    private let stepPlaces: [Int]

    /// The draw of `plan`.
    init(_ plan: RegisterPlan, seed: UInt64) {
        self.plan = plan
        self.seed = seed
        axes = CellAxes(plan.layout, years: plan.years)
        bounds = axes.ages.map { min($0.from, Persons.ages - 1)...min($0.to, Persons.ages - 1) }
        let names = axes.categories
        delivered = plan.categories.map { $0.isDelivered ? names.firstIndex(of: $0.name) : nil }
        sexes = axes.sexes.map { $0 == .both ? [0, 1] : [$0 == .men ? 0 : 1] }
        bases = plan.categories.map(\.base)
        afters = plan.categories.map(\.after)
        weight = plan.weight ?? 1
        var places: [Int] = []
        var first = 0
        for category in plan.categories {
            for side in category.levels.places { places += side.map { $0 == 0 ? -1 : first + $0 } }
            first += category.levels.steps.count
        }
        stepPlaces = places
    }

    /// What a district has of its own, for each category: a shift of the level and one of the trend.
    struct Own: Sendable {
        fileprivate var shifts: [Double]
        fileprivate var drifts: [Double]
    }

    /// What the district `code` has of its own.
    func own(of code: String) -> Own {
        var own = Own(shifts: [], drifts: [])
        for category in plan.categories {
            var stream = RandomStream(seed: seed, "own", plan.definition.id.id, category.name, code)
            own.shifts.append(category.spread * stream.normal())
            own.drifts.append(category.drift * stream.normal())
        }
        return own
    }

    /// Nothing of its own: a place that stands for many.
    var nothingOwn: Own {
        let none = [Double](repeating: 0, count: plan.categories.count)
        return Own(shifts: none, drifts: none)
    }

    /// Draws the counts of `place`, a share `unknown` of which cannot be placed and is added to `lost`.
    func draw(
        _ place: DemonstrationPlaces.Place, _ own: Own, unknown: Double, lost: inout CellBlock
    ) -> CellBlock {
        var block = CellBlock(place.code, axes)
        var stream = RandomStream(seed: seed, "events", plan.definition.id.id, place.code)
        var known = [Int](repeating: 0, count: bases.count)
        var missed = known
        for year in axes.years {
            let chances = chances(place.deprivation, own, year)
            for sex in axes.sexes.indices {
                for age in axes.ages.indices {
                    let cell = axes.place(year, sex, age, 0)
                    for index in bases.indices {
                        let (persons, chance) = exposed(place.persons, year, sex, age, index, chances)
                        switch bases[index] {
                        case .population:
                            var open = persons
                            for other in afters[index] { open -= known[other] + missed[other] }
                            let all = stream.binomial(open, chance / weight)
                            missed[index] = stream.binomial(all, unknown)
                            known[index] = all - missed[index]
                        case .category(let base):
                            var (open, openMissed) = (known[base], missed[base])
                            for other in afters[index] {
                                open -= known[other]
                                openMissed -= missed[other]
                            }
                            known[index] = stream.binomial(open, chance)
                            missed[index] = stream.binomial(openMissed, chance)
                        }
                        guard let column = delivered[index] else { continue }
                        block.counts[cell + column] = Int32(known[index])
                        lost.counts[cell + column] += Int32(missed[index])
                    }
                }
            }
        }
        return block
    }

    /// The persons of one cell among whom the category at `index` can occur, and the mean of their chances.
    private func exposed(
        _ place: Persons, _ year: Int, _ sex: Int, _ age: Int, _ index: Int, _ chances: [Double]
    ) -> (persons: Int, chance: Double) {
        var persons: Int32 = 0
        var expected = 0.0
        for side in sexes[sex] {
            let start = place.start(year, side)
            let steps = (index * 2 + side) * Persons.ages
            for year in bounds[age] {
                let step = stepPlaces[steps + year]
                let here = place.counts[start + year]
                if step < 0 || here == 0 { continue }
                persons += here
                expected += Double(here) * chances[step]
            }
        }
        return (Int(persons), persons == 0 ? 0 : expected / Double(persons))
    }

    /// The chances of one person in `year`, for the steps of each category's levels one after another.
    private func chances(_ deprivation: Double, _ own: Own, _ year: Int) -> [Double] {
        let toGo = Double(year - axes.years.upperBound)
        let breaks = Double(plan.breaks.filter { $0 <= year }.count)
        var chances: [Double] = []
        for (index, category) in plan.categories.enumerated() {
            let factor = exponential(
                category.deprivation * deprivation + own.shifts[index] + (category.trend + own.drifts[index]) * toGo
                    + category.atBreak * breaks)
            for odds in category.levels.steps { chances.append(odds * factor / (1 + odds * factor)) }
        }
        return chances
    }
}

extension CellAxes {
    /// The axes of what is written in `layout` for `years`: men and women where it tells them apart.
    init(_ layout: DeliveryLayout, years: ClosedRange<Int>) {
        let each = [Sex.men, .women].filter { layout.sexes.values.contains($0) }
        let sexes = layout.columns.sex == nil || each.count < 2 ? [.both] : each
        let ages: [AgeRange]
        switch layout.ages {
        case .fixed(let range): ages = [range]
        case .bands(let bands): ages = Set(bands.values).sorted()
        case .singleYears:
            ages = (0..<Persons.ages).compactMap {
                AgeRange(from: $0, to: $0 < Persons.ages - 1 ? $0 : AgeRange.oldest)
            }
        }
        self.init(years: years, sexes: sexes, ages: ages, categories: Set(layout.categories.values).sorted())
    }
}
