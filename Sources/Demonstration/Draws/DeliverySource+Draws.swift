import Registers

extension DeliverySource {
    /// How many units of the rest of the country are drawn in one piece.
    private static let unitsInAPiece = 200

    /// The persons of `places`, by unit; `elsewhere` are the units of the rest of the country, or none.
    init(
        personsOf places: DemonstrationPlaces, _ plan: DemonstrationPlan.Persons,
        elsewhere: [DemonstrationPlaces.Place]
    ) {
        let axes = CellAxes(plan.layout, years: plan.years)
        @Sendable func block(_ place: DemonstrationPlaces.Place) -> CellBlock {
            var block = CellBlock(place.code, axes)
            block.counts = place.persons.counts
            return block
        }
        let rest = elsewhere.inPieces(of: Self.unitsInAPiece)
        let districts = places.cities.flatMap(\.districts)
        self.axes = axes
        names = Self.names(of: places)
        pieces = districts.count + rest.count
        draw = { index in
            Piece(
                blocks: index < districts.count
                    ? districts[index].units.map(block) : rest[index - districts.count].map(block))
        }
        close = { _ in
            let unallocated = places.cities.map { block($0.unallocated) }
            guard elsewhere.isEmpty else { return unallocated }
            var country = CellBlock(AreaCode.country.digits, axes)
            country.counts = places.country.counts
            return unallocated + [country]
        }
    }

    /// What the register of `plan` counts in `places`, at the level it knows; `elsewhere` are the units of the rest of
    /// the country, or none.
    init(
        eventsOf plan: RegisterPlan, in places: DemonstrationPlaces, elsewhere: [DemonstrationPlaces.Place],
        seed: UInt64
    ) {
        let events = EventDraw(plan, seed: seed)
        let axes = events.axes
        let level = plan.definition.lowestGeography
        let cities = places.cities.enumerated().filter { !plan.absent.contains($1.kommune) }
        let districts = cities.flatMap { city, place in place.districts.map { (city, place, $0) } }
        let rest = level == .grunnkrets ? elsewhere.inPieces(of: Self.unitsInAPiece) : []
        self.axes = axes
        names = Self.names(of: places)
        pieces = districts.count + rest.count
        draw = { index in
            guard index < districts.count else {
                var none = CellBlock("", axes)
                return Piece(
                    blocks: rest[index - districts.count].map {
                        events.draw($0, events.nothingOwn, unknown: 0, lost: &none)
                    })
            }
            let (number, city, district) = districts[index]
            let own = events.own(of: district.place.code)
            var lost = CellBlock(city.unallocated.code, axes)
            let isPlaced = level == .grunnkrets || (level != .kommune && city.isOfBydeler)
            let unknown = isPlaced ? plan.unknown(in: city.kommune) : 0
            let drawn = (level == .grunnkrets ? district.units : [district.place]).map {
                events.draw($0, own, unknown: unknown, lost: &lost)
            }
            if isPlaced { return Piece(blocks: drawn, lost: (number, lost), isInvented: city.isInvented) }
            for block in drawn { lost.add(block) }
            return Piece(blocks: [], lost: (number, lost))
        }
        close = { tally in
            var closing: [CellBlock] = []
            var country = CellBlock(AreaCode.country.digits, axes)
            country.add(tally.sum)
            var invented = tally.invented
            for (number, city) in cities {
                var block = CellBlock(level == .kommune ? city.kommune.digits : city.unallocated.code, axes)
                if let lost = tally.lost[number] { block.add(lost) }
                _ = events.draw(city.unallocated, events.nothingOwn, unknown: 1, lost: &block)
                closing.append(block)
                if city.isInvented { invented.add(block) } else { country.add(block) }
            }
            if !rest.isEmpty { return closing }
            var none = country
            let everybodyElse = DemonstrationPlaces.Place(
                code: AreaCode.country.digits, name: "", deprivation: 0, persons: places.rest)
            // The cities that are made up are among everybody else, who are drawn as if these were not there: so one more
            // city changes no other, nor the country.
            var others = events.draw(everybodyElse, events.nothingOwn, unknown: 0, lost: &none)
            others.raise(to: invented)
            country.add(others)
            return closing + [country]
        }
    }

    private static func names(of places: DemonstrationPlaces) -> [String: String] {
        var names = [AreaCode.country.digits: "Hele landet"]
        for city in places.cities {
            names[city.kommune.digits] = city.name
            names[city.unallocated.code] = "Uoppgitt grunnkrets"
            for district in city.districts {
                for place in district.units + [district.place] { names[place.code] = place.name }
            }
        }
        return names
    }
}

extension Array {
    /// The members in order, at most `count` in each piece.
    fileprivate func inPieces(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
