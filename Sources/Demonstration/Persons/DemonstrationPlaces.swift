import Geography
import LocatedInput
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
        /// Its districts, those that have no profile included, and last the units of none.
        let districts: [District]
        /// True if the districts are bydeler, which registers of districts know.
        let isOfBydeler: Bool
        /// True if nobody has published its persons by district, so that even those are made up.
        let isInvented: Bool
        /// Those whose unit is not known.
        let unallocated: Place
    }

    /// The cities, by code.
    let cities: [City]
    /// The country as a whole.
    let country: Persons
    /// The country without the cities whose persons are published.
    let rest: Persons
    /// The country without any of the cities.
    private let beyond: Persons

    /// Shares the `published` persons out to the units of `geography` by chance from `seed`. All faults are reported;
    /// `nil` if there was one.
    ///
    /// A city is divided as the foremost split with published persons divides it on the day of the plan. Where there is
    /// none, as its foremost split does: its units then hold as many persons as those of the rest of the country, of the
    /// same ages, and they are taken from there. Cities without published persons change nothing in the others.
    init?(
        _ plan: DemonstrationPlan, geography: Geography, published: PublishedPopulation, seed: UInt64,
        _ diagnostics: inout Diagnostics
    ) {
        let drawing = PlacesDrawing(plan, geography: geography, published: published, seed: seed)
        var cities: [City] = []
        var isSound = true
        for city in geography.cities {
            guard let kommune = city.kommune(on: plan.geographyDate), let split = drawing.publishedSplit(of: city)
            else {
                continue
            }
            let (found, missing) = drawing.published(city, kommune, split)
            for code in missing {
                diagnostics.emit(.noPersons(code, of: city.id, in: plan.persons.register.id))
                isSound = false
            }
            cities.append(found)
        }
        guard let country = Persons(ofCountryIn: published, years: plan.persons.years) else {
            diagnostics.emit(.noCountry(plan.persons.register.id))
            return nil
        }
        guard isSound else { return nil }
        var rest = country
        for city in cities { rest.takeAway(city) }
        var beyond = rest
        for city in geography.cities where drawing.publishedSplit(of: city) == nil {
            guard let kommune = city.kommune(on: plan.geographyDate), let split = city.splits.first else { continue }
            let invented = drawing.invented(city, kommune, split, of: rest, left: beyond)
            beyond.takeAway(invented)
            cities.append(invented)
        }
        self.cities = cities.sorted { $0.kommune < $1.kommune }
        self.country = country
        self.rest = rest
        self.beyond = beyond
    }

    /// The rest of the country as units of kommuner that do not exist, in the plan's number.
    func elsewhere(_ plan: DemonstrationPlan, seed: UInt64) -> [Place] {
        let each = plan.elsewhere.units
        let count = plan.elsewhere.kommuner * each
        var sizes = RandomStream(seed: seed, "sizes", "elsewhere")
        let sharing = PersonSharing(
            sizes: PersonSharing.sizes(count, spread: plan.persons.spread, empty: plan.persons.empty, &sizes))
        return sharing.share(beyond, seed: seed, name: "elsewhere").enumerated().map { index, persons in
            let number = String(index % each + 1)
            let unit = "01" + String(repeating: "0", count: 2 - number.utf8.count) + number
            return Place(
                code: String(plan.elsewhere.firstKommune + index / each) + unit, name: "", deprivation: 0,
                persons: persons)
        }
    }
}

extension Persons {
    /// Takes away everybody in `city`.
    fileprivate mutating func takeAway(_ city: DemonstrationPlaces.City) {
        for district in city.districts { takeAway(district.place.persons) }
        takeAway(city.unallocated.persons)
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
