import Geography
import LocatedInput
import Parallel
import Registers

/// The places that are drawn for: the cities with their districts and units, and the rest of the country.
struct DemonstrationPlaces: Sendable {
    /// A unit, or a district that is drawn for as a whole.
    struct Place: Sendable {
        /// The code that deliveries write.
        let code: String
        /// The name beside it, in layouts that have one.
        let name: String
        /// How deprived it is, in standard deviations from the country as a whole.
        let deprivation: Double
        /// The persons.
        let persons: Persons
    }

    /// A district and its units.
    struct District: Sendable {
        /// The district as a whole.
        let place: Place
        /// Its units.
        let units: [Place]
    }

    /// A city.
    struct City: Sendable {
        /// Its code.
        let kommune: KommuneCode
        /// Its name.
        let name: String
        /// Its districts, those that have no profile included.
        let districts: [District]
        /// Those whose unit is not known.
        let unallocated: Place
    }

    /// The cities, by code.
    let cities: [City]
    /// The country as a whole.
    let country: Persons
    /// The country without the cities.
    let rest: Persons

    /// Shares the `published` persons out to the units of `geography` by chance from `seed`. All faults are reported;
    /// `nil` if there was one.
    ///
    /// A city is divided as its foremost split divides it on the day of the plan.
    init?(
        _ plan: DemonstrationPlan, geography: Geography, published: PublishedPopulation, seed: UInt64,
        _ diagnostics: inout Diagnostics
    ) {
        let date = plan.geographyDate
        let years = plan.persons.years
        let scores = Self.scores(of: geography, on: date, seed: seed)
        var cities: [City] = []
        var isSound = true
        for city in geography.cities {
            guard let kommune = city.kommune(on: date), let split = city.splits.first else { continue }
            let codes = split.districts(on: date).map(\.code)
            let drawn = concurrently(codes.count) { index -> District? in
                let units = split.units(of: codes[index], on: date)
                guard !units.isEmpty,
                    let persons = Persons(ofDistrict: .district(split.id, codes[index]), in: published, years: years)
                else { return nil }
                let name = codes[index].digits
                var sizes = RandomStream(seed: seed, "sizes", name)
                let sharing = PersonSharing(
                    sizes: PersonSharing.sizes(
                        units.count, spread: plan.persons.spread, empty: plan.persons.empty, &sizes))
                let score = plan.deprivationOfDistricts * (scores[codes[index]] ?? 0)
                let shares = sharing.share(persons, seed: seed, name: name)
                return District(
                    place: Place(
                        code: name, name: split.district(codes[index], on: date)?.name.nb ?? "",
                        deprivation: score, persons: persons),
                    units: zip(units, shares).map { unit, persons in
                        var own = RandomStream(seed: seed, "deprivation", unit.digits)
                        return Place(
                            code: unit.digits, name: city.unit(unit, on: date)?.name ?? "",
                            deprivation: score + plan.deprivationOfUnits * own.normal(), persons: persons)
                    })
            }
            for (code, district) in zip(codes, drawn) where district == nil {
                diagnostics.emit(.noPersons(code, of: city.id, in: plan.persons.register.id))
                isSound = false
            }
            var halves = RandomStream(seed: seed, "unallocated", kommune.digits)
            let unallocated = Persons(
                ofUnallocated: .unallocated(split.id, kommune), in: published, years: years, &halves)
            cities.append(
                City(
                    kommune: kommune, name: city.name.nb, districts: drawn.compactMap(\.self),
                    unallocated: Place(
                        code: kommune.digits + "9999", name: "", deprivation: 0, persons: unallocated)))
        }
        guard let country = Persons(ofCountryIn: published, years: years) else {
            diagnostics.emit(.noCountry(plan.persons.register.id))
            return nil
        }
        guard isSound else { return nil }
        var rest = country
        for city in cities {
            for district in city.districts { rest.takeAway(district.place.persons) }
            rest.takeAway(city.unallocated.persons)
        }
        self.cities = cities.sorted { $0.kommune < $1.kommune }
        self.country = country
        self.rest = rest
    }

    /// How deprived each district is: drawn, with mean 0 and standard deviation 1 over all of them.
    private static func scores(of geography: Geography, on date: CalendarDate, seed: UInt64) -> [DistrictCode: Double] {
        let codes = geography.cities.flatMap { $0.splits.first?.districts(on: date).map(\.code) ?? [] }.sorted()
        let drawn = codes.map { code in
            var stream = RandomStream(seed: seed, "deprivation", code.digits)
            return stream.normal()
        }
        let mean = drawn.reduce(0, +) / Double(max(drawn.count, 1))
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(drawn.count, 1))
        let deviation = variance > 0 ? variance.squareRoot() : 1
        return Dictionary(zip(codes, drawn.map { ($0 - mean) / deviation })) { first, _ in first }
    }

    /// The rest of the country as units of kommuner that do not exist, in the plan's number.
    func elsewhere(_ plan: DemonstrationPlan, seed: UInt64) -> [Place] {
        let each = plan.elsewhere.units
        let count = plan.elsewhere.kommuner * each
        var sizes = RandomStream(seed: seed, "sizes", "elsewhere")
        let sharing = PersonSharing(
            sizes: PersonSharing.sizes(count, spread: plan.persons.spread, empty: plan.persons.empty, &sizes))
        return sharing.share(rest, seed: seed, name: "elsewhere").enumerated().map { index, persons in
            let number = String(index % each + 1)
            let unit = "01" + String(repeating: "0", count: 2 - number.utf8.count) + number
            return Place(
                code: String(plan.elsewhere.firstKommune + index / each) + unit, name: "", deprivation: 0,
                persons: persons)
        }
    }
}

extension Diagnostic {
    fileprivate static func noPersons(_ district: DistrictCode, of city: String, in register: RegisterID) -> Diagnostic
    {
        Diagnostic(
            .error, "NoPersons", at: SourceLocation(file: "\(register).yaml"),
            "district \(district) of '\(city)' has no units, or '\(register)' has no figures by sex and age for it in some year",
            remedy: "end the years of 'population' where the published figures end")
    }

    fileprivate static func noCountry(_ register: RegisterID) -> Diagnostic {
        Diagnostic(
            .error, "NoPersons", at: SourceLocation(file: "\(register).yaml"),
            "'\(register)' has no figures by sex and age for the country in the first years",
            remedy: "begin the years of 'population' where the published figures begin")
    }
}
