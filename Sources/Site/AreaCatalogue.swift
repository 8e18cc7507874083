import Disclosure
import Geography
import Registers

/// The places of the site in the order of tables, with their codes and names.
struct AreaCatalogue: Sendable {
    /// A place as open data names it.
    struct Entry: Sendable {
        let area: Area
        /// The code, text with leading zeros; `0` for the country.
        let code: String
        /// `country`, `kommune`, `district` or `unallocated`.
        let level: String
        /// The split, as in addresses; empty for country and kommune.
        let split: String
        /// The name in bokmål; empty for the country and the unallocated, which have no name of their own.
        let name: PlaceName?
    }

    /// The places: the country, then city by city its kommune, districts and unallocated.
    let entries: [Entry]

    /// The places of `publisher`.
    init(_ publisher: FigurePublisher) {
        var entries = [Entry(area: .country, code: "0", level: "country", split: "", name: nil)]
        for city in publisher.geography.cities {
            guard let kommune = city.kommune(on: publisher.today) else { continue }
            entries.append(
                Entry(
                    area: .kommune(kommune), code: kommune.digits, level: "kommune", split: "", name: city.name))
            for split in city.splits {
                for district in split.districts(on: publisher.today) {
                    entries.append(
                        Entry(
                            area: .district(split.id, district.code), code: district.code.digits, level: "district",
                            split: split.id.description, name: district.name))
                }
                entries.append(
                    Entry(
                        area: .unallocated(split.id, kommune), code: kommune.digits + "99", level: "unallocated",
                        split: split.id.description, name: nil))
            }
        }
        self.entries = entries
    }
}
