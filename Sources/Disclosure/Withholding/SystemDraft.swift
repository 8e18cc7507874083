import Cells
import Geography
@_spi(Confidential) import Indicators
@_spi(Confidential) import Registers

/// The cells of a register and the relations between them, as they are put together.
struct SystemDraft {
    /// What each cell is.
    private(set) var keys: [RegisterCells.Key] = []
    private let sums: PlaceSums
    private let rules: WithholdingRules
    private let given: Set<RegisterCells.Key>
    private let isEstimate: Bool
    private let shown: [CountedQuantity: Set<Place>]
    private let periods: [CountedQuantity: Set<Period>]
    private var cells: [Cell] = []
    private var numberOfKey: [RegisterCells.Key: Int] = [:]
    private var relations: [Relation] = []
    private var written: Set<[Int]> = []

    /// A place in a period.
    private struct Place: Hashable {
        let place: CountedPlace
        let period: Period

        init(_ place: CountedPlace, _ period: Period) {
            self.place = place
            self.period = period
        }
    }

    /// A draft in which the counts of the figures of `subjects` may be shown, and what is `given` is known.
    init(
        _ subjects: [RegisterCellsBuilder.Subject], _ sums: PlaceSums, _ rules: WithholdingRules,
        given: Set<RegisterCells.Key>, isEstimate: Bool
    ) {
        self.sums = sums
        self.rules = rules
        self.given = given
        self.isEstimate = isEstimate
        var shown: [CountedQuantity: Set<Place>] = [:]
        for subject in subjects {
            let places = subject.figures.map { Place(.area($0.area), $0.period) }
            for share in subject.shares {
                for quantity in [.group(share.events), share.complement]
                    + (share.whole.group.map { [.group($0)] } ?? [])
                {
                    shown[quantity, default: []].formUnion(places)
                }
            }
        }
        self.shown = shown
        periods = shown.mapValues { Set($0.map(\.period)) }
    }

    /// The system as it is so far.
    var system: CellSystem { CellSystem(cells, relations) }

    /// The number of the cell that is `key`, if it is one.
    subscript(key: RegisterCells.Key) -> Int? { numberOfKey[key] }

    /// A limit that every number is above.
    private static let noLimit = -1.0

    /// Adds a cell, unless it is there. `numbers` are those of its quantity everywhere in its period.
    mutating func add(
        _ key: RegisterCells.Key, _ value: Double, isPublic: Bool, isSensitive: Bool, limit: Double, most: Double?,
        among numbers: [CountedPlace: Double]
    ) {
        guard numberOfKey[key] == nil else { return }
        let isGiven = isPublic || given.contains(key)
        // What is never shown of a whole is the sum of its parts and nothing else: whatever they are, it can be. But what
        // is kept of a whole is tied to its parts by all that lie between.
        let isShownSomewhere = periods[key.quantity]?.contains(key.period) ?? false
        let isPartOfCell = sums.wholes(of: key.place).contains { whole in
            numberOfKey[RegisterCells.Key(quantity: key.quantity, place: whole, period: key.period)] != nil
        }
        if !isShownSomewhere, !isPartOfCell, !isSensitive, !given.contains(key), sums.isSum(key.place, in: numbers) {
            return
        }
        let isShown = shown[key.quantity]?.contains(Place(key.place, key.period)) ?? false
        let isWhole = !isEstimate && value == value.rounded()
        // Nobody can be made to think more of a place than the people who live there.
        let room = most ?? .infinity
        numberOfKey[key] = cells.count
        keys.append(key)
        cells.append(
            Cell(
                String(cells.count), value, kind: isGiven ? .frozen : isShown ? .cell : .hidden,
                quantity: isWhole ? .count : .real, isSensitive: isSensitive && !isGiven,
                largestWithheld: room > limit ? limit : Self.noLimit, leastWidth: min(rules.leastWidth, room),
                leastKnown: value == 0 ? 0 : nil, mostKnown: most))
    }

    /// That the cells of `quantity` add up: years to periods, and parts of a place to the place.
    mutating func relate(_ quantity: CountedQuantity, _ periods: [Period]) {
        func key(_ place: CountedPlace, _ period: Period) -> RegisterCells.Key {
            RegisterCells.Key(quantity: quantity, place: place, period: period)
        }
        for period in periods {
            for sum in sums.sums {
                guard let rest = sum.rest else {
                    relate(key(sum.whole, period), sum.parts.map { key($0, period) })
                    continue
                }
                guard numberOfKey[key(rest, period)] != nil else { continue }
                // A part nobody tells of is in the rest.
                let parts = (sum.parts + [rest]).map { key($0, period) }.filter { numberOfKey[$0] != nil }
                relate(key(sum.whole, period), parts)
            }
            guard period.years > 1 else { continue }
            for place in sums.places {
                relate(key(place, period), (period.start...period.end).map { key(place, Period(year: $0)) })
            }
        }
    }

    /// That `whole` is the sum of `parts`; nothing where one of them is no cell.
    mutating func relate(_ whole: RegisterCells.Key, _ parts: [RegisterCells.Key]) {
        let numbers = parts.compactMap { numberOfKey[$0] }
        guard let total = numberOfKey[whole], numbers.count == parts.count else { return }
        guard written.insert([total] + numbers).inserted else { return }
        relations.append(Relation(String(relations.count), total: total, parts: numbers))
    }
}
