import Geography

/// Where the people of the codes of one city belong today.
struct CityDestinations {
    /// A code's destination in a year, and whether a complete delivery has the code; `nil` where it means nothing.
    typealias ByYear = [(destination: Destination, isExpected: Bool)?]

    private let city: City
    private let kommune: KommuneCode
    private let today: CalendarDate

    /// The destinations in `city` as it is `today`; `nil` if there is no such city today.
    init?(_ city: City, today: CalendarDate) {
        guard let kommune = city.kommune(on: today) else { return nil }
        self.city = city
        self.kommune = kommune
        self.today = today
    }

    /// The codes of places down to `level` and what each of them means in each of `years`, whose codes are those of
    /// the day `date` gives.
    func meanings(
        level: GeographicLevel, years: ClosedRange<Int>, date: (Int) -> CalendarDate
    ) -> [(code: String, byYear: ByYear)] {
        let days = years.map { min(date($0), today) }
        var codes: [(String, (CalendarDate) -> (Destination, Bool)?)] = []
        switch level {
        case .grunnkrets, .part:
            for unit in Set(city.units.map(\.code)).sorted() {
                codes.append((unit.digits, { self.meaning(of: unit, on: $0) }))
            }
        case .bydel:
            for district in Set(city.splits.filter(\.isOfBydeler).flatMap { $0.districts.map(\.code) }).sorted() {
                codes.append((district.digits, { self.meaning(of: district, on: $0) }))
            }
        case .kommune:
            for known in city.kommuner { codes.append((known.code.digits, { self.meaning(of: known, on: $0) })) }
        }
        let whole = unallocated(level: level)
        for known in city.kommuner {
            codes.append((known.code.digits + "9999", { _ in (whole, false) }))
            if level != .grunnkrets { codes.append((known.code.digits + "99", { _ in (whole, false) })) }
        }
        return codes.map { code, meaning in
            var known: [CalendarDate: (Destination, Bool)?] = [:]
            return (
                code,
                days.map { day in
                    if let found = known[day] { return found }
                    let found = meaning(day)
                    known[day] = .some(found)
                    return found
                }
            )
        }
    }

    /// Where people of the city belong whose district is not known.
    func unallocated(level: GeographicLevel) -> Destination {
        destination([Destination.Part(area: .kommune(kommune), share: 1)] + (level == .kommune ? [] : nowhere))
    }

    private var nowhere: [Destination.Part] {
        city.splits.map { Destination.Part(area: .unallocated($0.id, kommune), share: 1) }
    }

    private func destination(_ parts: [Destination.Part], uncertain: [Area] = []) -> Destination {
        Destination(isCountry: false, parts: parts, uncertain: uncertain.sorted(by: Area.precedes))
    }
}

extension CityDestinations {
    private func meaning(of unit: GrunnkretsCode, on date: CalendarDate) -> (Destination, Bool)? {
        guard let day = day(of: unit, nearest: date) else { return nil }
        let successors = city.successors(of: unit, on: day, at: today)
        let isOwn = city.kommuner.contains { unit.lies(in: $0.code) }
        if successors.isEmpty { return (isOwn ? unallocated(level: .grunnkrets) : .elsewhere, false) }
        var parts: [Destination.Part] = []
        var uncertain: [Area] = []
        func share(_ place: (GrunnkretsCode) -> Area?) {
            let found = Self.shares(of: successors, place)
            parts += found.parts
            uncertain += found.uncertain
        }
        share { self.city.contains($0, on: self.today) ? .kommune(self.kommune) : nil }
        for split in city.splits {
            share { unit in
                guard self.city.contains(unit, on: self.today) else { return nil }
                return split.district(of: unit, on: self.today).map { .district(split.id, $0) }
                    ?? .unallocated(split.id, self.kommune)
            }
        }
        return (destination(parts, uncertain: uncertain), isOwn && day == date)
    }

    /// `date`, or the day nearest to it on which the unit had its code; `nil` if that is after today.
    private func day(of unit: GrunnkretsCode, nearest date: CalendarDate) -> CalendarDate? {
        if city.unit(unit, on: date) != nil { return date }
        let lives = city.rows(of: unit).map(\.validity)
        if let ended = lives.last(where: { $0.to.map { $0 <= date } ?? false })?.to { return ended.dayBefore }
        return lives.first?.from.flatMap { $0 <= today ? $0 : nil }
    }

    /// The places of `successors` and their shares; several places without stated shares are uncertain. What belongs
    /// to no place is left out.
    private static func shares(of successors: [UnitShare], _ place: (GrunnkretsCode) -> Area?)
        -> (parts: [Destination.Part], uncertain: [Area])
    {
        var shares: [Area?: Double?] = [:]
        for successor in successors {
            let area = place(successor.unit)
            let before = shares[area] ?? .some(0)
            shares[area] = .some(before.flatMap { held in successor.share.map { held + $0 } })
        }
        let areas = shares.keys.compactMap(\.self).sorted(by: Area.precedes)
        if shares.count == 1 { return (areas.map { Destination.Part(area: $0, share: 1) }, []) }
        guard !shares.values.contains(where: { $0 == nil }) else { return ([], areas) }
        return (
            areas.compactMap { area in
                shares[area]?.map { Destination.Part(area: area, share: $0) }
            }, []
        )
    }

    private func meaning(of district: DistrictCode, on date: CalendarDate) -> (Destination, Bool)? {
        let splits = city.splits.filter { $0.isOfBydeler && $0.district(district, on: date) != nil }
        guard !splits.isEmpty else { return nil }
        var (parts, uncertain) = wholeCity(on: date)
        for split in splits {
            for current in split.districts(on: today).map(\.code) {
                switch split.comparability(of: current, today: today, earlier: date) {
                case .same(district): parts.append(Destination.Part(area: .district(split.id, current), share: 1))
                case .changed(district, _, _): uncertain.append(.district(split.id, current))
                case .same, .changed, .absent: break
                }
            }
        }
        return (destination(parts, uncertain: uncertain), true)
    }

    private func meaning(of known: Kommune, on date: CalendarDate) -> (Destination, Bool)? {
        let isCurrent = known.validity.contains(date)
        guard let day = isCurrent ? date : known.validity.to?.dayBefore ?? known.validity.from, day <= today else {
            return nil
        }
        let (parts, uncertain) = wholeCity(on: day)
        return (destination(parts, uncertain: uncertain), isCurrent)
    }

    /// The city as a place of figures that its whole kommune of `date` makes up; uncertain if it was another place.
    private func wholeCity(on date: CalendarDate) -> (parts: [Destination.Part], uncertain: [Area]) {
        if case .same = city.comparability(today: today, earlier: date) {
            return ([Destination.Part(area: .kommune(kommune), share: 1)], [])
        }
        return ([], [.kommune(kommune)] + city.splits.map { .unallocated($0.id, kommune) })
    }
}
