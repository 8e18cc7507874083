/// Counts added up by destination, year, sex, age and category, as records come in.
///
/// Sums are whole numbers and whole billionths, so that they are exact and the order of records never shows. An
/// instance belongs to one task at a time.
final class CountSink: @unchecked Sendable {
    /// How many parts one is divided into behind the decimal mark.
    static let billion: Int64 = 1_000_000_000

    /// What the cells are.
    let axes: CountAxes
    /// Which of the owner's cells have a record.
    let cells: CellSet
    /// Codes whose counts are kept one by one, since there are corrections to them.
    let watched: Set<PlaceCode>
    /// The counts of those codes by our cell within all years, in billionths; `nil` where nobody knows.
    private(set) var seen: [CellKey: Int64?] = [:]
    /// True if a cell had two records.
    private(set) var hasDoubles = false
    /// What was counted before weighting, where records have weights.
    private(set) var unweighted: (whole: Int64, billionths: Int64) = (0, 0)
    private let plan: AreaPlan
    private let cellsOfYear: Int
    private let ownerCellsOfYear: Int
    private let size: Int
    private let cellOfOwnerCell: UnsafeMutablePointer<Int32>
    private let whole: UnsafeMutablePointer<Int64>
    private var billionths: [Int64] = []
    /// How many records of a cell nobody knows the count of.
    private var missing: [Int32] = []
    /// For each code that turned up and each year, the start of its destination's counts; negative where it has none.
    private var starts: UnsafeMutablePointer<Int>
    private var startRoom: Int
    private var startCount = 0

    /// One of our cells in a place that the owner tells apart.
    struct CellKey: Hashable {
        let code: PlaceCode
        let year: Int
        let cell: Int
    }

    /// Nothing yet; counts go where `plan` says, among `destinations` numbers. `cells` may know cells already.
    init(
        axes: CountAxes, plan: AreaPlan, destinations: Int, watched: Set<PlaceCode> = [], cells: CellSet? = nil
    ) {
        self.axes = axes
        self.plan = plan
        self.watched = watched
        cellsOfYear = axes.cellsOfYear
        ownerCellsOfYear = axes.ownerCellsOfYear
        self.cells = cells ?? CellSet(cellsPerCode: axes.years.count * axes.ownerCellsOfYear)
        size = destinations * axes.years.count * axes.cellsOfYear
        whole = .allocate(capacity: size)
        whole.initialize(repeating: 0, count: size)
        let meanings = axes.cellOfOwnerCell
        cellOfOwnerCell = .allocate(capacity: meanings.count)
        for (place, cell) in meanings.enumerated() { (cellOfOwnerCell + place).initialize(to: cell) }
        startRoom = 256 * axes.years.count
        starts = .allocate(capacity: startRoom)
        learnPlaces()
    }

    deinit {
        whole.deallocate()
        cellOfOwnerCell.deallocate()
        starts.deallocate()
    }

    /// The number of `code`; `nil` if it means nothing.
    @inline(__always) func place(of code: PlaceCode) -> Int? { cells.number(of: code) ?? newPlace(code) }

    @inline(never) private func newPlace(_ code: PlaceCode) -> Int? {
        if case .nothing = plan.meaning(of: code) { return nil }
        let number = cells.add(code)
        learnPlaces()
        return number
    }

    /// Looks up where the counts of codes go that have turned up since.
    private func learnPlaces() {
        let years = axes.years.count
        if cells.codes.count * years > startRoom {
            while cells.codes.count * years > startRoom { startRoom *= 2 }
            let grown = UnsafeMutablePointer<Int>.allocate(capacity: startRoom)
            grown.update(from: starts, count: startCount * years)
            starts.deallocate()
            starts = grown
        }
        for number in startCount..<cells.codes.count {
            let meaning = plan.meaning(of: PlaceCode(bits: cells.codes[number]))
            for year in 0..<years {
                let destination =
                    switch meaning {
                    case .row(let row): plan.destination(row: row, year: year)
                    case .elsewhere: DestinationTable.elsewhere
                    case .nothing: AreaPlan.nowhere
                    }
                let start = destination < 0 ? -1 : (Int(destination) * years + year) * cellsOfYear
                (starts + number * years + year).initialize(to: start)
            }
        }
        startCount = cells.codes.count
    }

    /// True if the place `number` means something in the year at `index`.
    @inline(__always) func isKnown(_ number: Int, year index: Int) -> Bool {
        starts[number &* axes.years.count &+ index] >= 0
    }

    /// Adds a count to a place that is known in the year; false if its cell has a record already.
    @inline(__always) func add(_ count: Int64, place: Int, years: Int, year: Int, ownerCell: Int) -> Bool {
        guard cells.insert(place, year &* ownerCellsOfYear &+ ownerCell) else {
            hasDoubles = true
            return false
        }
        whole[starts[place &* years &+ year] &+ Int(cellOfOwnerCell[ownerCell])] &+= count
        return true
    }

    /// Adds a count of whole numbers and billionths; false if its cell has a record already.
    func add(_ count: (whole: Int64, billionths: Int64), place: Int, year: Int, ownerCell: Int) -> Bool {
        guard add(count.whole, place: place, years: axes.years.count, year: year, ownerCell: ownerCell) else {
            return false
        }
        if count.billionths != 0 {
            if billionths.isEmpty { billionths = Array(repeating: 0, count: size) }
            billionths[index(place, year, ownerCell)] += count.billionths
        }
        see(count.whole * Self.billion + count.billionths, place: place, year: year, ownerCell: ownerCell)
        return true
    }

    /// Says that nobody knows a cell; false if it has a record already.
    func addMissing(place: Int, year: Int, ownerCell: Int) -> Bool {
        guard add(0, place: place, years: axes.years.count, year: year, ownerCell: ownerCell) else { return false }
        markMissing(index(place, year, ownerCell))
        see(nil, place: place, year: year, ownerCell: ownerCell)
        return true
    }

    /// True if the counts of the place `number` are kept one by one.
    @inline(__always) func isWatched(_ number: Int) -> Bool {
        !watched.isEmpty && watched.contains(PlaceCode(bits: cells.codes[number]))
    }

    private func see(_ count: Int64?, place: Int, year: Int, ownerCell: Int) {
        guard isWatched(place) else { return }
        let key = CellKey(
            code: PlaceCode(bits: cells.codes[place]), year: year, cell: Int(cellOfOwnerCell[ownerCell]))
        if let before = seen[key] {
            seen[key] = .some(before.flatMap { before in count.map { before + $0 } })
        } else {
            seen[key] = .some(count)
        }
    }

    /// Notes what a weighted record counted before it was weighted.
    func addUnweighted(_ count: (whole: Int64, billionths: Int64)) {
        let sum = unweighted.billionths + count.billionths
        unweighted = (unweighted.whole + count.whole + sum / Self.billion, sum % Self.billion)
    }

    private func index(_ place: Int, _ year: Int, _ ownerCell: Int) -> Int {
        starts[place * axes.years.count + year] + Int(cellOfOwnerCell[ownerCell])
    }

    private func markMissing(_ index: Int, _ records: Int32 = 1) {
        if missing.isEmpty { missing = Array(repeating: 0, count: size) }
        missing[index] += records
    }
}

extension CountSink {
    /// Takes in everything of another sink of the same register.
    func merge(_ other: CountSink) {
        if cells.formUnion(other.cells) || other.hasDoubles { hasDoubles = true }
        for index in 0..<size { whole[index] += other.whole[index] }
        if !other.billionths.isEmpty {
            if billionths.isEmpty { billionths = Array(repeating: 0, count: size) }
            for index in 0..<size { billionths[index] += other.billionths[index] }
        }
        for index in other.missing.indices where other.missing[index] != 0 { markMissing(index, other.missing[index]) }
        addUnweighted(other.unweighted)
        for (key, count) in other.seen {
            if let before = seen[key] {
                seen[key] = .some(before.flatMap { before in count.map { before + $0 } })
            } else {
                seen[key] = .some(count)
            }
        }
        learnPlaces()
    }

    /// Puts another count in the place of the one that is kept of a watched code.
    func correct(_ key: CellKey, to count: Int64?) {
        guard let place = cells.number(of: key.code), let before = seen[key] else { return }
        let index = starts[place * axes.years.count + key.year] + key.cell
        seen[key] = .some(count)
        let change = (count ?? 0) - (before ?? 0)
        whole[index] += change / Self.billion
        if change % Self.billion != 0 {
            if billionths.isEmpty { billionths = Array(repeating: 0, count: size) }
            billionths[index] += change % Self.billion
        }
        if count == nil, before != nil { markMissing(index) }
        if count != nil, before == nil { markMissing(index, -1) }
    }

    /// The counts of a destination in the year at `index`, our cells in order; `nil` in cells nobody knows.
    func counts(destination: Int, year index: Int) -> [Double?] {
        let start = (destination * axes.years.count + index) * cellsOfYear
        return (start..<start + cellsOfYear).map { place in
            if !missing.isEmpty, missing[place] != 0 { return nil }
            return Double(whole[place]) + (billionths.isEmpty ? 0 : Double(billionths[place]) / Double(Self.billion))
        }
    }

    /// Says that nobody knows one of our cells.
    func noteAbsence(destination: Int, year index: Int, cell: Int) {
        markMissing((destination * axes.years.count + index) * cellsOfYear + cell)
    }

    /// True if the code has a record in the year at `index`.
    func hasRecord(_ code: PlaceCode, year index: Int) -> Bool {
        cells.number(of: code).map { hasRecord(place: $0, year: index) } ?? false
    }

    /// True if the code has a record in this cell of the owner's, within the year at `index`.
    func hasRecord(_ code: PlaceCode, year index: Int, ownerCell: Int) -> Bool {
        cells.number(of: code).map { cells.contains($0, index * ownerCellsOfYear + ownerCell) } ?? false
    }

    /// For every destination and year, in this order, whether any record went there. The sink must be one that records
    /// were added to, not one that others were merged into.
    func touched(destinations: Int) -> [Bool] {
        let years = axes.years.count
        var touched = Array(repeating: false, count: destinations * years)
        for place in cells.codes.indices {
            for year in 0..<years {
                let start = starts[place * years + year]
                if start >= 0, hasRecord(place: place, year: year) {
                    touched[start / (years * cellsOfYear) * years + year] = true
                }
            }
        }
        return touched
    }

    /// The sum of all counts.
    var total: Double {
        var sum: (whole: Int64, billionths: Int64) = (0, 0)
        for index in 0..<size { sum.whole += whole[index] }
        for part in billionths { sum.billionths += part }
        return Double(sum.whole) + Double(sum.billionths) / Double(Self.billion)
    }

    /// What was counted before weighting, as a share of the weighted counts; `nil` where nothing was.
    var completeness: Double? {
        let total = total
        let counted = Double(unweighted.whole) + Double(unweighted.billionths) / Double(Self.billion)
        return total > 0 && counted > 0 ? counted / total : nil
    }

    private func hasRecord(place: Int, year index: Int) -> Bool {
        cells.containsAny(place, index * ownerCellsOfYear..<(index + 1) * ownerCellsOfYear)
    }
}
