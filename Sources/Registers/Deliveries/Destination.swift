import Geography

/// The places of today that the people of one code of an owner belong to, besides the country.
struct Destination: Hashable, Sendable {
    /// A place, and how much of the people belong to it.
    struct Part: Hashable, Sendable {
        /// The place.
        let area: Area
        /// The share of the people, above 0 and at most 1.
        let share: Double
    }

    /// True for the code of the country itself.
    let isCountry: Bool
    /// The kommuner, districts and unallocated they belong to, each place once.
    let parts: [Part]
    /// Places that some of them belong to, and nobody has said how many.
    let uncertain: [Area]

    /// A place outside the cities: it counts for the country only.
    static let elsewhere = Destination(isCountry: false, parts: [], uncertain: [])
    /// The country as a whole.
    static let country = Destination(isCountry: true, parts: [], uncertain: [])
}

/// The destinations of all deliveries of a register, numbered.
struct DestinationTable: Sendable {
    /// The destinations by number.
    private(set) var all: [Destination] = []
    private var numbers: [Destination: Int32] = [:]

    /// The number of ``Destination/elsewhere``.
    static let elsewhere: Int32 = 0

    /// The two destinations that every register may have.
    init() {
        _ = number(of: .elsewhere)
        _ = number(of: .country)
    }

    /// The number of `destination`, a new one if it has none yet.
    mutating func number(of destination: Destination) -> Int32 {
        if let number = numbers[destination] { return number }
        let number = Int32(all.count)
        all.append(destination)
        numbers[destination] = number
        return number
    }
}
