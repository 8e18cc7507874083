/// Every grunnkrets and kommune of the country, day by day: `units.csv`, `changes.csv` and `kommuner.csv` beside the
/// folders of the cities.
///
/// It tells of the days that lists have been read of, and of every day between two of them; of a later day it tells what
/// the last list says.
public final class UnitRegister: Sendable {
    /// The first and the last day that a list tells of.
    public let lists: ClosedRange<CalendarDate>
    /// Who the tables come from.
    public let source: Translated<String>
    /// On what terms.
    public let licence: String
    /// The kommuner, by code and then by date; one row for each name.
    public let kommuner: [KommuneName]
    /// The units, by code and then by date; one row for each name, and none for `xxxx9999`.
    public let units: [Unit]

    let tracing: UnitTracing

    init(_ definition: RegisterDefinition, kommuner: [KommuneName], tables: UnitTables) {
        lists = definition.lists
        source = definition.source
        licence = definition.licence
        self.kommuner = kommuner.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }
        units = tables.units.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }
        tracing = UnitTracing(tables.changes)
    }

    /// How units became other units, in order of time.
    public var changes: [UnitChange] { tracing.changes }

    /// The kommune `code` as it is on `date`.
    public func kommune(_ code: KommuneCode, on date: CalendarDate) -> KommuneName? {
        rows(ofKommune: code).first { $0.validity.contains(date) }
    }

    /// What the kommune `code` is called on `date`; its code where it is not known.
    public func name(ofKommune code: KommuneCode, on date: CalendarDate) -> String {
        kommune(code, on: date)?.name ?? code.digits
    }

    /// The kommuner on `date`, by code.
    public func kommuner(on date: CalendarDate) -> [KommuneName] { kommuner.filter { $0.validity.contains(date) } }

    /// The rows of the kommune `code`, in order of time; empty if it is not known.
    public func rows(ofKommune code: KommuneCode) -> [KommuneName] {
        Array(kommuner[kommuner.rows(from: code, through: code) { $0.code }])
    }

    /// The units of the kommune `code` on `date`, by code; `xxxx9999` is not among them.
    public func units(of code: KommuneCode, on date: CalendarDate) -> [Unit] {
        rows(ofUnitsIn: code).filter { $0.validity.contains(date) }
    }

    /// The unit `code` as it is on `date`.
    public func unit(_ code: GrunnkretsCode, on date: CalendarDate) -> Unit? {
        rows(of: code).first { $0.validity.contains(date) }
    }

    /// The rows of the unit `code`, in order of time; empty if it is not known.
    public func rows(of code: GrunnkretsCode) -> [Unit] {
        Array(units[units.rows(from: code, through: code) { $0.code }])
    }

    /// The rows of all units that were ever numbered within the kommune `code`, by code and then by date.
    func rows(ofUnitsIn code: KommuneCode) -> ArraySlice<Unit> {
        guard let first = GrunnkretsCode(code.digits + "0000"), let last = GrunnkretsCode(code.digits + "9999") else {
            return []
        }
        return units[units.rows(from: first, through: last) { $0.code }]
    }
}

extension Array {
    /// Where the rows whose `key` lies from `first` through `last` stand, in rows sorted by it.
    fileprivate func rows<Key: Comparable>(from first: Key, through last: Key, by key: (Element) -> Key) -> Range<Int> {
        let start = place { key($0) >= first }
        return start..<Swift.max(start, place { key($0) > last })
    }

    /// The place of the first element that is `after`, found by halving: it is false of some first elements and true of
    /// all others.
    private func place(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
