import Cells
import Geography
@_spi(Confidential) import Indicators
@_spi(Confidential) import Registers

/// Makes the cells of one register.
struct RegisterCellsBuilder {
    /// An indicator, what its figures give away, and which of its figures have a number.
    struct Subject {
        let indicator: IndicatorDefinition
        let shares: [CountedShare]
        let rules: WithholdingRules
        let figures: [FigureKey]
    }

    private let register: RegisterID
    private let sums: PlaceSums
    private let subjects: [Subject]
    private let rules: WithholdingRules
    private let contents: [String: [String]]
    private let given: Set<RegisterCells.Key>
    private let names: CountedText
    private let periods: [CountedQuantity: Set<Period>]
    private let isEstimate: Bool
    private var numbers: CountedNumbers
    private var cells: [Cell] = []
    private var keys: [RegisterCells.Key] = []
    private var numberOfKey: [RegisterCells.Key: Int] = [:]
    private var relations: [Relation] = []
    private var written: Set<[Int]> = []
    private let shown: [CountedQuantity: Set<Place>]

    /// A builder for `subjects`, all of `register`; what is `given` has been given away before. Of `contents`, each
    /// category contains those it is the key of, which contain none of each other.
    init(
        _ register: RegisterID, _ table: CountTable, _ sums: PlaceSums, _ subjects: [Subject],
        _ rules: WithholdingRules,
        contents: [String: [String]] = [:], given: Set<RegisterCells.Key> = []
    ) {
        self.register = register
        self.sums = sums
        self.subjects = subjects
        self.rules = rules
        self.contents = contents
        self.given = given
        numbers = CountedNumbers(table, sums)
        names = CountedText(axes: table.axes)
        isEstimate = table.quality.isEstimate
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

    /// The cells of the register.
    func registerCells() -> RegisterCells {
        var builder = self
        builder.build()
        return RegisterCells(
            system: CellSystem(builder.cells, builder.relations), keys: builder.keys, figures: builder.figures,
            rules: rules, register: register, names: names)
    }

    // MARK: - Groups

    /// Events that figures count: the limits that hold for them, what they are set against, and when.
    private struct Events {
        let group: CountedGroup
        var numerator = 0.0
        var complement = 0.0
        var denominator = 0.0
        var shares: [CountedShare] = []
        var periods: Set<Period> = []

        mutating func add(_ share: CountedShare, _ subject: Subject) {
            numerator = max(numerator, subject.rules.numerator)
            complement = max(complement, subject.rules.complement)
            denominator = max(denominator, subject.rules.denominator)
            if !shares.contains(where: { $0.whole == share.whole }) { shares.append(share) }
            periods.formUnion(subject.figures.map(\.period))
        }

        /// The periods of its figures, and the single years of longer ones or where it is the sum of what is counted by
        /// year.
        func allPeriods(isMadeOfAtoms: Bool) -> [Period] {
            let hasYears = isMadeOfAtoms || periods.contains { $0.years > 1 }
            let years = hasYears ? periods.flatMap { $0.start...$0.end }.map(Period.init(year:)) : []
            return periods.union(years).sorted()
        }

        func isFew(_ whole: Double, in period: Period) -> Bool {
            whole > 0 && whole <= denominator * Double(period.years)
        }

        func isSmallRest(_ whole: Double, _ events: Double, in period: Period, _ rules: WithholdingRules) -> Bool {
            let rest = whole - events
            return whole > 0 && rest <= complement * Double(period.years) && (rest > 0 || rules.withholdsZero)
        }
    }

    /// A place in a period.
    private struct Place: Hashable {
        let place: CountedPlace
        let period: Period

        init(_ place: CountedPlace, _ period: Period) {
            self.place = place
            self.period = period
        }
    }

    private var events: [Events] {
        var all: [Events] = []
        for subject in subjects {
            for share in subject.shares {
                let place = all.firstIndex { $0.group == share.events } ?? all.count
                if place == all.count { all.append(Events(group: share.events)) }
                all[place].add(share, subject)
            }
        }
        // What earlier editions gave away is part of the system even where no indicator counts it any more.
        let wholes = Set(subjects.flatMap { $0.shares.compactMap(\.whole.group) })
        for key in given.sorted(by: { $0.period < $1.period }) {
            guard case .group(let group) = key.quantity, !wholes.contains(group) else { continue }
            let place = all.firstIndex { $0.group == group } ?? all.count
            if place == all.count { all.append(Events(group: group, numerator: rules.numerator)) }
            all[place].periods.insert(key.period)
        }
        return all
    }

    private mutating func build() {
        let events = events
        let atoms = GroupAtoms(events.map(\.group))
        for own in events {
            let periods = own.allPeriods(isMadeOfAtoms: atoms.parts[own.group] != nil)
            let laid = own.shares.filter { matters($0, of: own, periods) }
            let others = own.shares.filter { share in
                share.whole.contains && (share.whole.group == nil || !laid.contains { $0.whole == share.whole })
            }
            lay(own, periods, bounded: others)
            for share in laid { lay(share, of: own, periods) }
        }
        for own in events {
            guard let parts = atoms.parts[own.group] else { continue }
            let years = Set(own.periods.flatMap { $0.start...$0.end }).sorted().map(Period.init(year:))
            lay(parts, of: own, years)
        }
        for own in events {
            let inner = events.filter { inner in
                own.group.categories.count == 1 && inner.group.categories.count == 1
                    && contents[own.group.categories[0]]?.contains(inner.group.categories[0]) ?? false
                    && inner.group.sexes == own.group.sexes && inner.group.ages == own.group.ages
            }
            guard !inner.isEmpty else { continue }
            let periods = ([own] + inner).map { Set($0.allPeriods(isMadeOfAtoms: atoms.parts[$0.group] != nil)) }
            layRemainder(
                of: own, without: inner.map(\.group),
                periods.dropFirst().reduce(periods[0]) { $0.intersection($1) }.sorted())
        }
    }

    // MARK: - Cells

    /// The events themselves.
    private mutating func lay(_ own: Events, _ periods: [Period], bounded: [CountedShare]) {
        for period in periods {
            let count = numbers.counts([own.group], period)
            let around = own.shares.map { numbers.exposure($0, period) }
            let bounds = bounded.map { numbers.exposure($0, period) }
            let k = Double(period.years)
            for place in sums.places {
                guard let value = count[place] else { continue }
                let wholes = around.compactMap { $0[place] }
                let most = bounds.compactMap { $0[place] }.min().map { max($0.rounded(.up), value) }
                let few = wholes.contains { own.isFew($0, in: period) }
                let isSmall = value <= own.numerator * k && (value > 0 || rules.withholdsZero)
                add(
                    RegisterCells.Key(quantity: .group(own.group), place: place, period: period), value,
                    isPublic: wholes.contains(0) && value == 0,
                    isSensitive: (isSmall || few) && isProtected(place, period, own), limit: own.numerator * k,
                    most: most, among: count)
            }
        }
        relate(.group(own.group), periods)
    }

    /// Whether what the events are set against, or those of it whom nothing happened to, is small anywhere.
    private mutating func matters(_ share: CountedShare, of own: Events, _ periods: [Period]) -> Bool {
        for period in periods {
            let part = numbers.counts([own.group], period)
            for (place, number) in numbers.exposure(share, period) {
                if share.whole.group != nil, own.isFew(number, in: period) { return true }
                guard share.whole.contains, let events = part[place] else { continue }
                if own.isSmallRest(number, events, in: period, rules) { return true }
            }
        }
        return false
    }

    /// What the events are set against, and those of it whom nothing happened to.
    private mutating func lay(_ share: CountedShare, of own: Events, _ periods: [Period]) {
        let whole = share.whole.group
        for period in periods {
            let part = numbers.counts([own.group], period)
            let all = numbers.exposure(share, period)
            for place in sums.places {
                guard let number = all[place], let events = part[place] else { continue }
                let isProtected = isProtected(place, period, own)
                let total = RegisterCells.Key(
                    quantity: whole.map { .group($0) } ?? .population(own.group), place: place, period: period)
                add(
                    total, number, isPublic: whole == nil || number == 0,
                    isSensitive: isProtected && own.isFew(number, in: period),
                    limit: own.denominator * Double(period.years), most: nil, among: all)
                // A register may know of people that the population doesn't.
                guard share.whole.contains, events <= number else { continue }
                let rest = RegisterCells.Key(quantity: share.complement, place: place, period: period)
                add(
                    rest, number - events, isPublic: number == 0,
                    isSensitive: isProtected && own.isSmallRest(number, events, in: period, rules),
                    limit: own.complement * Double(period.years), most: whole == nil ? number.rounded(.up) : nil,
                    among: all)
                relate(
                    total,
                    [RegisterCells.Key(quantity: .group(own.group), place: place, period: period), rest])
            }
        }
        if let whole { relate(.group(whole), periods) }
        if share.whole.contains { relate(share.complement, periods) }
    }

    /// The atoms that the events are the sum of.
    private mutating func lay(_ parts: [CountedQuantity], of own: Events, _ years: [Period]) {
        for year in years {
            for case .atom(let groups) in parts {
                let count = numbers.counts(groups, year)
                for place in sums.places {
                    guard let value = count[place] else { continue }
                    let isSmall = value <= own.numerator && (value > 0 || rules.withholdsZero)
                    add(
                        RegisterCells.Key(quantity: .atom(groups), place: place, period: year), value,
                        isPublic: false, isSensitive: isSmall && isProtected(place, year, own), limit: own.numerator,
                        most: nil, among: count)
                }
            }
            for place in sums.places {
                relate(
                    RegisterCells.Key(quantity: .group(own.group), place: place, period: year),
                    parts.map { RegisterCells.Key(quantity: $0, place: place, period: year) })
            }
        }
        for part in parts { relate(part, years) }
    }

    /// What is left of the events without those of the groups they contain.
    private mutating func layRemainder(of own: Events, without inner: [CountedGroup], _ periods: [Period]) {
        let quantity = CountedQuantity.remainder(own.group, without: inner)
        for period in periods {
            let whole = numbers.counts([own.group], period)
            let parts = inner.map { numbers.counts([$0], period) }
            for place in sums.places {
                let contained = parts.compactMap { $0[place] }
                guard let all = whole[place], contained.count == inner.count else { continue }
                let value = all - contained.reduce(0, +)
                // Categories of estimates may come to more than what contains them.
                guard value >= 0 else { continue }
                let limit = own.numerator * Double(period.years)
                let isSmall = value <= limit && (value > 0 || rules.withholdsZero)
                let key = RegisterCells.Key(quantity: quantity, place: place, period: period)
                add(
                    key, value, isPublic: false, isSensitive: isSmall && isProtected(place, period, own),
                    limit: limit, most: nil, among: whole)
                relate(
                    RegisterCells.Key(quantity: .group(own.group), place: place, period: period),
                    inner.map { RegisterCells.Key(quantity: .group($0), place: place, period: period) } + [key])
            }
        }
        relate(quantity, periods)
    }

    /// Whether a small number there is one that must not be known.
    private func isProtected(_ place: CountedPlace, _ period: Period, _ own: Events) -> Bool {
        guard rules.protectsYears || own.periods.contains(period) else { return false }
        switch place {
        case .area, .earlier: return true
        case .restOfKommune, .restOfCountry: return rules.protectsRest && !sums.mixedRests.contains(place)
        }
    }

    /// A limit that every number is above.
    private static let noLimit = -1.0

    private mutating func add(
        _ key: RegisterCells.Key, _ value: Double, isPublic: Bool, isSensitive: Bool, limit: Double, most: Double?,
        among numbers: [CountedPlace: Double]
    ) {
        guard numberOfKey[key] == nil else { return }
        let isGiven = isPublic || given.contains(key)
        // What is never shown of a whole is the sum of its parts and nothing else: whatever they are, it can be.
        let isShownSomewhere = periods[key.quantity]?.contains(key.period) ?? false
        if !isShownSomewhere, !isSensitive, !given.contains(key), sums.isSum(key.place, in: numbers) { return }
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

    // MARK: - Relations

    /// That the cells of `quantity` add up: years to periods, and parts of a place to the place.
    private mutating func relate(_ quantity: CountedQuantity, _ periods: [Period]) {
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
    private mutating func relate(_ whole: RegisterCells.Key, _ parts: [RegisterCells.Key]) {
        let numbers = parts.compactMap { numberOfKey[$0] }
        guard let total = numberOfKey[whole], numbers.count == parts.count else { return }
        guard written.insert([total] + numbers).inserted else { return }
        relations.append(Relation(String(relations.count), total: total, parts: numbers))
    }

    // MARK: - Figures

    private var figures: [RegisterCells.Figure] {
        subjects.flatMap { subject in
            subject.figures.map { key in
                func cell(_ quantity: CountedQuantity) -> Int? {
                    numberOfKey[RegisterCells.Key(quantity: quantity, place: .area(key.area), period: key.period)]
                }
                let events = subject.shares.compactMap { cell(.group($0.events)) }
                let others = subject.shares.flatMap { share in
                    [share.whole.group.flatMap { cell(.group($0)) }, cell(share.complement)].compactMap(\.self)
                }
                return RegisterCells.Figure(
                    key: key, rules: subject.rules, cells: events + others, events: events,
                    groups: subject.shares.flatMap { [$0.events] + ($0.whole.group.map { [$0] } ?? []) })
            }
        }
    }
}

extension CountedShare {
    /// Those of the whole whom nothing happened to.
    fileprivate var complement: CountedQuantity {
        whole.group.map { .complement(of: events, in: $0) } ?? .others(events)
    }
}
