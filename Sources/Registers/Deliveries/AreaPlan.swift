import Geography

/// Where the people of each code of an owner belong, for one delivery.
///
/// Codes of the cities are looked up on the delivery's date and traced to today; a unit under a code that had ended or
/// not begun on that date is the place it was while it had the code. Any other grunnkrets or kommune counts for the
/// country only.
struct AreaPlan: Sendable {
    /// What a code means.
    enum Meaning {
        /// A row of ``destinations``.
        case row(Int)
        /// A place outside the cities.
        case elsewhere
        /// Nothing that is known.
        case nothing
    }

    /// The years that rows of destinations are about.
    let years: ClosedRange<Int>
    /// The codes of the rows, in order.
    private(set) var codes: [PlaceCode] = []
    /// For each row and year the number of its destination; `nowhere` where the code means nothing that year.
    private(set) var destinations: [Int32] = []
    /// For each row and year whether a complete delivery has the code.
    private(set) var isExpected: [Bool] = []
    private var rows: [PlaceCode: Int] = [:]
    /// Texts that are no digits and stand for an unknown place, each with a code that no place has.
    private var unknown: [String: PlaceCode] = [:]
    /// Codes that stand for something else, or are passed over, as the layout says.
    private let reworded: Set<PlaceCode>
    private let level: GeographicLevel
    private let ownKommuner: Set<String>

    /// The mark of a code that means nothing in a year.
    static let nowhere: Int32 = -1

    /// The plan of a `delivery` in `layout` whose places go down to `level`, for the table of `years`, seen from
    /// `today`.
    init(
        _ delivery: Delivery, _ layout: DeliveryLayout, level: GeographicLevel, years: ClosedRange<Int>,
        geography: Geography, today: CalendarDate, _ table: inout DestinationTable
    ) {
        let unknownAreas = layout.unknownAreas
        reworded = Set(
            (layout.areas.filter { $0.key != $0.value }.map(\.key) + layout.ignoredAreas).compactMap { PlaceCode($0) })
        self.years = years
        self.level = level
        ownKommuner = Set(geography.cities.flatMap { $0.kommuner.map(\.code.digits) })
        add("0", Array(repeating: (.country, false), count: years.count), &table)
        for city in geography.cities {
            guard let places = CityDestinations(city, today: today) else { continue }
            for (code, byYear) in places.meanings(level: level, years: years, date: delivery.geographyDate.date) {
                add(code, byYear, &table)
            }
        }
        for code in unknownAreas.sorted() {
            let owner = KommuneCode(String(code.prefix(4))).flatMap { geography.city(kommune: $0) }
            let places = owner.flatMap { CityDestinations($0, today: today) }
            let destination = places.map { $0.unallocated(level: level) } ?? .elsewhere
            add(code, Array(repeating: (destination, false), count: years.count), &table)
        }
        for (number, text) in unknownAreas.filter({ PlaceCode($0) == nil }).sorted().enumerated() {
            guard let code = PlaceCode(99_999_999_990_000 + UInt64(number), digits: 14) else { continue }
            unknown[text] = code
            add(code.digits, Array(repeating: (.elsewhere, false), count: years.count), &table)
        }
    }

    /// What `code` means.
    func meaning(of code: PlaceCode) -> Meaning {
        if reworded.contains(code) { return .nothing }
        if let row = rows[code] { return .row(row) }
        let digits = code.digits
        let isOwn = ownKommuner.contains(String(digits.prefix(4)))
        switch level {
        case .grunnkrets, .part: return code.count == 8 && !isOwn ? .elsewhere : .nothing
        case .bydel: return [4, 6, 8].contains(code.count) && !isOwn ? .elsewhere : .nothing
        case .kommune: return code.count == 4 || digits.hasSuffix("9999") && code.count == 8 ? .elsewhere : .nothing
        }
    }

    /// The code that stands in for a text, not all of it digits, that the layout says is an unknown place.
    func unknownPlace(_ text: String) -> PlaceCode? { unknown[text] }

    /// The number of the destination of `row` in the year at `index`.
    func destination(row: Int, year index: Int) -> Int32 { destinations[row * years.count + index] }

    private mutating func add(
        _ digits: String, _ byYear: [(destination: Destination, isExpected: Bool)?], _ table: inout DestinationTable
    ) {
        guard let code = PlaceCode(digits), rows[code] == nil else { return }
        rows[code] = codes.count
        codes.append(code)
        for year in byYear {
            destinations.append(year.map { table.number(of: $0.destination) } ?? Self.nowhere)
            isExpected.append(year?.isExpected ?? false)
        }
    }
}
