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
    private var numbers: CountedNumbers
    private var draft: SystemDraft

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
        draft = SystemDraft(subjects, sums, rules, given: given, isEstimate: table.quality.isEstimate)
    }

    /// The cells of the register.
    func registerCells() -> RegisterCells {
        var builder = self
        builder.build()
        return RegisterCells(
            system: builder.draft.system, keys: builder.draft.keys, figures: builder.figures,
            rules: rules, register: register, names: names)
    }

    // MARK: - Groups

    private var events: [CountedEvents] {
        var all: [CountedEvents] = []
        for subject in subjects {
            for share in subject.shares {
                let place = all.firstIndex { $0.group == share.events } ?? all.count
                if place == all.count { all.append(CountedEvents(group: share.events)) }
                all[place].add(share, subject)
            }
        }
        // What earlier editions gave away is part of the system even where no indicator counts it any more.
        let wholes = Set(subjects.flatMap { $0.shares.compactMap(\.whole.group) })
        let counted = given.compactMap { key -> (text: String, group: CountedGroup, period: Period)? in
            guard case .group(let group) = key.quantity, !wholes.contains(group) else { return nil }
            return (names.text(group), group, key.period)
        }
        for (_, group, period) in counted.sorted(by: { ($0.text, $0.period) < ($1.text, $1.period) }) {
            let place = all.firstIndex { $0.group == group } ?? all.count
            if place == all.count { all.append(CountedEvents(group: group, numerator: rules.numerator)) }
            all[place].periods.insert(period)
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
    private mutating func lay(_ own: CountedEvents, _ periods: [Period], bounded: [CountedShare]) {
        for period in periods {
            let count = numbers.counts([own.group], period)
            let around = own.shares.map { numbers.exposure($0, period) }
            let bounds = bounded.map { numbers.exposure($0, period) }
            let empty = emptyYears(own, period)
            for place in sums.places {
                guard let value = count[place] else { continue }
                let limit = own.numerator * Double(max(1, period.years - empty[place, default: 0]))
                let wholes = around.compactMap { $0[place] }
                let most = bounds.compactMap { $0[place] }.min().map { max($0.rounded(.up), value) }
                let few = wholes.contains { own.isFew($0, in: period) }
                let isSmall = rules.isSmall(value, limit: limit)
                draft.add(
                    RegisterCells.Key(quantity: .group(own.group), place: place, period: period), value,
                    isPublic: wholes.contains(0) && value == 0,
                    isSensitive: (isSmall || few) && isProtected(place, period, own), limit: limit, most: most,
                    among: count)
            }
        }
        draft.relate(.group(own.group), periods)
    }

    /// How many years of `period` nobody was there, as everybody knows: nothing can have happened in them, so that they
    /// are no reason for a wider limit.
    private mutating func emptyYears(_ own: CountedEvents, _ period: Period) -> [CountedPlace: Int] {
        var empty: [CountedPlace: Int] = [:]
        guard period.years > 1 else { return empty }
        for year in (period.start...period.end).map(Period.init(year:)) {
            let count = numbers.counts([own.group], year)
            var places: Set<CountedPlace> = []
            for share in own.shares {
                for (place, people) in numbers.exposure(share, year) where people == 0 && count[place] == 0 {
                    places.insert(place)
                }
            }
            for place in places { empty[place, default: 0] += 1 }
        }
        return empty
    }

    /// Whether what the events are set against, or those of it whom nothing happened to, is small anywhere.
    private mutating func matters(_ share: CountedShare, of own: CountedEvents, _ periods: [Period]) -> Bool {
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
    private mutating func lay(_ share: CountedShare, of own: CountedEvents, _ periods: [Period]) {
        let whole = share.whole.group
        for period in periods {
            let part = numbers.counts([own.group], period)
            let all = numbers.exposure(share, period)
            for place in sums.places {
                guard let number = all[place], let events = part[place] else { continue }
                let isProtected = isProtected(place, period, own)
                let total = RegisterCells.Key(
                    quantity: whole.map { .group($0) } ?? .population(own.group), place: place, period: period)
                draft.add(
                    total, number, isPublic: whole == nil || number == 0,
                    isSensitive: isProtected && own.isFew(number, in: period),
                    limit: own.denominator * Double(period.years), most: nil, among: all)
                // A register may know of people that the population doesn't.
                guard share.whole.contains, events <= number else { continue }
                let rest = RegisterCells.Key(quantity: share.complement, place: place, period: period)
                draft.add(
                    rest, number - events, isPublic: number == 0,
                    isSensitive: isProtected && own.isSmallRest(number, events, in: period, rules),
                    limit: own.complement * Double(period.years), most: whole == nil ? number.rounded(.up) : nil,
                    among: all)
                draft.relate(
                    total,
                    [RegisterCells.Key(quantity: .group(own.group), place: place, period: period), rest])
            }
        }
        if let whole { draft.relate(.group(whole), periods) }
        if share.whole.contains { draft.relate(share.complement, periods) }
    }

    /// The atoms that the events are the sum of.
    private mutating func lay(_ parts: [CountedQuantity], of own: CountedEvents, _ years: [Period]) {
        for year in years {
            for case .atom(let groups) in parts {
                let count = numbers.counts(groups, year)
                for place in sums.places {
                    guard let value = count[place] else { continue }
                    let isSmall = rules.isSmall(value, limit: own.numerator)
                    draft.add(
                        RegisterCells.Key(quantity: .atom(groups), place: place, period: year), value,
                        isPublic: false, isSensitive: isSmall && isProtected(place, year, own), limit: own.numerator,
                        most: nil, among: count)
                }
            }
            for place in sums.places {
                draft.relate(
                    RegisterCells.Key(quantity: .group(own.group), place: place, period: year),
                    parts.map { RegisterCells.Key(quantity: $0, place: place, period: year) })
            }
        }
        for part in parts { draft.relate(part, years) }
    }

    /// What is left of the events without those of the groups they contain.
    private mutating func layRemainder(of own: CountedEvents, without inner: [CountedGroup], _ periods: [Period]) {
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
                let isSmall = rules.isSmall(value, limit: limit)
                let key = RegisterCells.Key(quantity: quantity, place: place, period: period)
                draft.add(
                    key, value, isPublic: false, isSensitive: isSmall && isProtected(place, period, own),
                    limit: limit, most: nil, among: whole)
                draft.relate(
                    RegisterCells.Key(quantity: .group(own.group), place: place, period: period),
                    inner.map { RegisterCells.Key(quantity: .group($0), place: place, period: period) } + [key])
            }
        }
        draft.relate(quantity, periods)
    }

    /// Whether a small number there is one that must not be known.
    private func isProtected(_ place: CountedPlace, _ period: Period, _ own: CountedEvents) -> Bool {
        guard rules.protectsYears || own.periods.contains(period) else { return false }
        switch place {
        case .area, .earlier: return true
        case .restOfKommune, .restOfCountry: return rules.protectsRest && !sums.mixedRests.contains(place)
        }
    }

    // MARK: - Figures

    private var figures: [RegisterCells.Figure] {
        subjects.flatMap { subject in
            subject.figures.map { key in
                func cell(_ quantity: CountedQuantity) -> Int? {
                    draft[RegisterCells.Key(quantity: quantity, place: .area(key.area), period: key.period)]
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
