import Geography
import LocatedInput

/// Puts the counts of destinations together into the places of today.
///
/// The country is what the deliveries say it is, or else the sum of everybody. A city is all its people, those of no
/// known district included. A place has no figures in a year in which its kommune delivered nothing, or in which units
/// that lay partly there were not shared out.
struct CountAssembly {
    /// The places and everything else that is told apart.
    let axes: CountTable.Axes
    /// The counts in the order of the axes.
    private(set) var values: [Double]
    /// True if people were shared out between places.
    private(set) var usesShares = false
    /// Places cut off from their history.
    private(set) var cuts: [DeliveredRegister.Cut] = []
    /// Kommuner that delivered nothing.
    private(set) var silent: [DeliveredRegister.Cut] = []

    private let layers: [CountLayer]
    private let destinations: [Destination]
    private let layout: DeliveryLayout
    private let register: RegisterID
    private let deliveryFile: String
    private let places: [Area: Int]
    private let cityOf: [Int?]
    private let kommuner: [(place: Int, area: Area)]
    private let cellsOfYear: Int

    /// An assembly of `layers`, the first of which has the say in the years it has.
    init(_ layers: [CountLayer], _ reading: StackReading, _ geography: Geography) {
        self.layers = layers
        destinations = reading.destinations.all
        layout = reading.layout
        register = reading.register.id
        deliveryFile = layers.first?.plans.first?.folder.file(Delivery.fileName) ?? ""
        let today = reading.today
        var areas: [Area] = [.country]
        var owners: [Area: Area] = [:]
        for city in geography.cities {
            guard let kommune = city.kommune(on: today) else { continue }
            var own: [Area] = [.kommune(kommune)]
            for split in city.splits {
                own += split.districts(on: today).map { .district(split.id, $0.code) }
                own.append(.unallocated(split.id, kommune))
            }
            for area in own { owners[area] = .kommune(kommune) }
            areas += own
        }
        areas.sort(by: Area.precedes)
        let places = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        self.places = places
        cityOf = areas.map { owners[$0].flatMap { places[$0] } }
        kommuner = areas.enumerated().compactMap { place, area in
            if case .kommune = area { (place, area) } else { nil }
        }
        axes = CountTable.Axes(
            areas: areas, years: reading.axes.years, sexes: reading.axes.sexes.values, ages: reading.axes.ages.values,
            categories: reading.axes.categories.values)
        cellsOfYear = reading.axes.cellsOfYear
        values = Array(repeating: CountTable.absent, count: axes.size)
    }

    /// Fills the table, year by year.
    mutating func run(_ diagnostics: inout Diagnostics) {
        var cutYears: [Int: [Int]] = [:]
        var silentYears: [Int: [Int]] = [:]
        var absences = 0
        for (index, year) in axes.years.enumerated() {
            guard let layer = layers.first(where: { $0.years.contains(year) }) else { continue }
            let state = YearState(self, layer, index)
            for (place, _) in kommuner where !state.isDelivered[place] { silentYears[place, default: []].append(year) }
            if layout.absent != .zero { noteAbsences(layer, index, state, &absences, &diagnostics) }
            for place in axes.areas.indices where state.isCut[place] { cutYears[place, default: []].append(year) }
            fill(layer, index, state)
        }
        if absences > RecordFaults.limit {
            diagnostics.emit(.moreAbsences(absences - RecordFaults.limit, in: deliveryFile))
        }
        cuts = cutYears.sorted { $0.key < $1.key }.map { DeliveredRegister.Cut(area: axes.areas[$0], years: $1) }
        silent = silentYears.sorted { $0.key < $1.key }.map { DeliveredRegister.Cut(area: axes.areas[$0], years: $1) }
    }

    /// What is known of the places in one year.
    private struct YearState {
        /// Whether figures can belong to the place.
        var isReached: [Bool]
        /// Whether units that lay partly there were not shared out.
        var isCut: [Bool]
        /// Whether the place's kommune has a record.
        var isDelivered: [Bool]
        /// Whether the deliveries say what the country is.
        var statesCountry: Bool

        init(_ assembly: CountAssembly, _ layer: CountLayer, _ year: Int) {
            let count = assembly.axes.areas.count
            isReached = Array(repeating: false, count: count)
            isCut = isReached
            isDelivered = isReached
            statesCountry = false
            var concerned = Set(layer.expected(year: year).map(\.destination))
            for (number, destination) in assembly.destinations.enumerated() where layer.isTouched(number, year: year) {
                concerned.insert(number)
                if destination.isCountry { statesCountry = true }
                for area in destination.parts.map(\.area) + destination.uncertain {
                    if let place = assembly.places[area], let city = assembly.cityOf[place] { isDelivered[city] = true }
                }
            }
            for number in concerned {
                let destination = assembly.destinations[number]
                for part in destination.parts { if let place = assembly.places[part.area] { isReached[place] = true } }
                for area in destination.uncertain { if let place = assembly.places[area] { isCut[place] = true } }
            }
            for place in isDelivered.indices {
                if let city = assembly.cityOf[place] { isDelivered[place] = isDelivered[city] }
                isCut[place] = isCut[place] && isDelivered[place]
            }
        }
    }

    /// What a cell without a record means where it does not mean nobody: codes that should be there, in kommuner that
    /// have delivered anything.
    private func noteAbsences(
        _ layer: CountLayer, _ index: Int, _ state: YearState, _ count: inout Int, _ diagnostics: inout Diagnostics
    ) {
        let sink = layer.sink
        let cellOfOwnerCell = sink.axes.cellOfOwnerCell
        for (code, destination) in layer.expected(year: index) {
            let parts = destinations[destination].parts.map(\.area) + destinations[destination].uncertain
            guard parts.contains(where: { places[$0].map { state.isDelivered[$0] } ?? false }) else { continue }
            var isThere = Array(repeating: false, count: cellsOfYear)
            for (ownerCell, cell) in cellOfOwnerCell.enumerated() where !isThere[Int(cell)] {
                isThere[Int(cell)] = sink.hasRecord(code, year: index, ownerCell: ownerCell)
            }
            for cell in isThere.indices where !isThere[cell] {
                sink.noteAbsence(destination: destination, year: index, cell: cell)
                guard layout.absent == .refused else { continue }
                count += 1
                if count <= RecordFaults.limit {
                    let meaning = sink.axes.meaning(ofCell: cell)
                    let key = DeliveredCell.Key(
                        area: code.digits, year: axes.years.lowerBound + index, sex: meaning.sex, age: meaning.age,
                        category: meaning.category)
                    diagnostics.emit(.absentCell(key, register, in: deliveryFile))
                }
            }
        }
    }

    private mutating func fill(_ layer: CountLayer, _ index: Int, _ state: YearState) {
        let has = axes.areas.indices.map { place in
            axes.areas[place] == .country || state.isReached[place] && state.isDelivered[place] && !state.isCut[place]
        }
        for place in axes.areas.indices where has[place] {
            for cell in start(place, index)..<start(place, index) + cellsOfYear { values[cell] = 0 }
        }
        for (number, destination) in destinations.enumerated() {
            guard layer.isTouched(number, year: index) || layout.absent != .zero else { continue }
            let counts = layer.sink.counts(destination: number, year: index)
            if destination.isCountry == state.statesCountry, let place = places[.country] {
                add(counts, share: 1, to: place, index)
            }
            for part in destination.parts {
                guard let place = places[part.area], has[place] else { continue }
                if part.share < 1, layer.isTouched(number, year: index) { usesShares = true }
                add(counts, share: part.share, to: place, index)
            }
        }
    }

    private mutating func add(_ counts: [Double?], share: Double, to place: Int, _ index: Int) {
        let start = start(place, index)
        for (cell, count) in counts.enumerated() where values[start + cell] >= 0 {
            if let count { values[start + cell] += count * share } else { values[start + cell] = CountTable.absent }
        }
    }

    private func start(_ place: Int, _ index: Int) -> Int { (place * axes.years.count + index) * cellsOfYear }
}

extension Diagnostic {
    fileprivate static func absentCell(_ key: DeliveredCell.Key, _ register: RegisterID, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "AbsentCell", at: SourceLocation(file: file), "'\(register)' has no record for \(key)",
            remedy: "ask the owner, or let the layout say what an absent record means")
    }

    fileprivate static func moreAbsences(_ count: Int, in file: String) -> Diagnostic {
        Diagnostic(.error, "AbsentCell", at: SourceLocation(file: file), "\(count) more cells have no record")
    }
}
