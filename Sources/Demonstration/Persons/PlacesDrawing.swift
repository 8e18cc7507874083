import Geography
import Parallel
import Registers

/// Draws the places of one city after another.
struct PlacesDrawing: Sendable {
    private let plan: DemonstrationPlan
    private let published: PublishedPopulation
    private let seed: UInt64
    /// The foremost split of each city for any of whose districts persons are published.
    private let publishedSplits: [String: Split]
    /// How deprived each district is, by city: with mean 0 and standard deviation 1 over those with published persons.
    private let scores: [String: [DistrictCode: Double]]

    private var date: CalendarDate { plan.geographyDate }
    private var years: ClosedRange<Int> { plan.persons.years }

    /// What is drawn from `seed` for the cities of `geography`.
    init(_ plan: DemonstrationPlan, geography: Geography, published: PublishedPopulation, seed: UInt64) {
        self.plan = plan
        self.published = published
        self.seed = seed
        var splits: [String: Split] = [:]
        var drawn: [String: [DistrictCode: Double]] = [:]
        var known: [(code: DistrictCode, score: Double)] = []
        for city in geography.cities {
            splits[city.id] = city.splits.first { split in
                split.districts(on: plan.geographyDate).contains { district in
                    plan.persons.years.contains { published.total(.district(split.id, district.code), $0) != nil }
                }
            }
            for district in (splits[city.id] ?? city.splits.first)?.districts(on: plan.geographyDate) ?? [] {
                var stream = RandomStream(seed: seed, "deprivation", district.code.digits)
                let score = stream.normal()
                drawn[city.id, default: [:]][district.code] = score
                if splits[city.id] != nil { known.append((district.code, score)) }
            }
        }
        // In order of codes, since a sum of fractions depends on its order.
        let values = known.sorted { $0.code < $1.code }.map(\.score)
        let mean = values.reduce(0, +) / Double(max(values.count, 1))
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count, 1))
        let deviation = variance > 0 ? variance.squareRoot() : 1
        publishedSplits = splits
        scores = drawn.mapValues { $0.mapValues { ($0 - mean) / deviation } }
    }

    /// The split of `city` whose persons are published; `nil` where they are made up.
    func publishedSplit(of city: City) -> Split? { publishedSplits[city.id] }

    private func score(_ code: DistrictCode, of city: City) -> Double {
        plan.deprivationOfDistricts * (scores[city.id]?[code] ?? 0)
    }

    private func sharing(_ count: Int, _ name: String) -> PersonSharing {
        var sizes = RandomStream(seed: seed, "sizes", name)
        return PersonSharing(
            sizes: PersonSharing.sizes(count, spread: plan.persons.spread, empty: plan.persons.empty, &sizes))
    }

    private func place(
        _ unit: GrunnkretsCode, of city: City, score: Double, _ persons: Persons
    ) -> DemonstrationPlaces.Place {
        var own = RandomStream(seed: seed, "deprivation", unit.digits)
        return DemonstrationPlaces.Place(
            code: unit.digits, name: city.unit(unit, on: date)?.name ?? "",
            deprivation: score + plan.deprivationOfUnits * own.normal(), persons: persons)
    }

    // MARK: - Persons that are published

    /// `city` with the persons published for the districts of `split`, and the districts that have none in some year.
    func published(_ city: City, _ kommune: KommuneCode, _ split: Split)
        -> (city: DemonstrationPlaces.City, missing: [DistrictCode])
    {
        let codes = split.districts(on: date).map(\.code)
        let drawn = concurrently(codes.count) { index -> DemonstrationPlaces.District? in
            let units = split.units(of: codes[index], on: date)
            guard !units.isEmpty,
                let persons = Persons(ofDistrict: .district(split.id, codes[index]), in: published, years: years)
            else { return nil }
            let name = codes[index].digits
            let score = score(codes[index], of: city)
            let shares = sharing(units.count, name).share(persons, seed: seed, name: name)
            return DemonstrationPlaces.District(
                place: DemonstrationPlaces.Place(
                    code: name, name: split.district(codes[index], on: date)?.name.nb ?? "", deprivation: score,
                    persons: persons),
                units: zip(units, shares).map { place($0, of: city, score: score, $1) })
        }
        var halves = RandomStream(seed: seed, "unallocated", kommune.digits)
        let unallocated = Persons(
            ofUnallocated: .unallocated(split.id, kommune), in: published, years: years, &halves)
        return (
            DemonstrationPlaces.City(
                kommune: kommune, name: city.name.nb, districts: drawn.compactMap(\.self),
                isOfBydeler: split.isOfBydeler, isInvented: false,
                unallocated: Self.unallocated(kommune, unallocated)),
            zip(codes, drawn).filter { $1 == nil }.map(\.0)
        )
    }

    private static func unallocated(_ kommune: KommuneCode, _ persons: Persons) -> DemonstrationPlaces.Place {
        DemonstrationPlaces.Place(
            code: kommune.digits + "9999", name: "", deprivation: 0, persons: persons)
    }

    // MARK: - Persons that are made up

    /// `city`, for which nothing is published, with some of the persons of `rest` and no more than are `left`.
    func invented(_ city: City, _ kommune: KommuneCode, _ split: Split, of rest: Persons, left: Persons)
        -> DemonstrationPlaces.City
    {
        let units = city.units(on: date).map(\.code)
        let share = min(1, Double(units.count) / Double(plan.elsewhere.kommuner * plan.elsewhere.units))
        var persons = Persons(share, of: rest, seed: seed, name: kommune.digits)
        persons.limit(to: left)
        let shares =
            units.isEmpty
            ? [] : sharing(units.count, kommune.digits).share(persons, seed: seed, name: kommune.digits)
        var members: [DistrictCode?: [(unit: GrunnkretsCode, persons: Persons)]] = [:]
        for (unit, persons) in zip(units, shares) {
            members[split.district(of: unit, on: date), default: []].append((unit, persons))
        }
        func district(_ code: DistrictCode?, _ place: (code: String, name: String)) -> DemonstrationPlaces.District? {
            guard let members = members[code] else { return nil }
            let score = code.map { self.score($0, of: city) } ?? 0
            var persons = Persons(years: years)
            for member in members { persons.add(member.persons) }
            return DemonstrationPlaces.District(
                place: DemonstrationPlaces.Place(
                    code: place.code, name: place.name, deprivation: score, persons: persons),
                units: members.map { self.place($0.unit, of: city, score: score, $0.persons) })
        }
        let districts = split.districts(on: date).map { district($0.code, ($0.code.digits, $0.name.nb)) }
        return DemonstrationPlaces.City(
            kommune: kommune, name: city.name.nb,
            districts: (districts + [district(nil, (kommune.digits + "99", "Uoppgitt bydel"))]).compactMap(\.self),
            isOfBydeler: split.isOfBydeler, isInvented: true,
            unallocated: Self.unallocated(kommune, Persons(years: years)))
    }
}
