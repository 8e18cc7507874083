import LocatedInput

/// What files of the outside world say of units and districts, by date, before anything is sorted out.
struct ImportFacts {
    /// A list of a date: all there is of a kind.
    struct List<Code: Hashable & Comparable & Sendable, Value: Hashable & Sendable> {
        var entries: [Code: Located<Value>] = [:]
    }

    /// A change of code, without a share.
    struct Change: Hashable {
        let old: GrunnkretsCode
        let new: GrunnkretsCode?
        let date: CalendarDate

        /// The row it becomes where the old unit goes to one new unit.
        var row: UnitChange {
            UnitChange(old: old, new: new, date: date, share: 1, basis: .whole, source: "SSB KLASS 1")
        }
    }

    /// Whole lists of units, and their names.
    var units: [CalendarDate: List<GrunnkretsCode, String>] = [:]
    /// Whole lists of which units lie in a district.
    var places: [CalendarDate: List<GrunnkretsCode, DistrictCode>] = [:]
    /// Whole lists of districts, and their names.
    var districts: [CalendarDate: List<DistrictCode, String>] = [:]
    /// Whole lists of kommuner, and their names; a file that holds nothing else is refused where they are not wanted.
    var kommuner: [CalendarDate: List<KommuneCode, String>] = [:]
    /// True if lists of kommuner are wanted.
    let wantsKommuner: Bool
    /// Changes.
    var changes: Set<Change> = []

    /// Nothing yet; kommuner are only read where they are wanted.
    init(wantsKommuner: Bool = false) { self.wantsKommuner = wantsKommuner }

    /// Notes that the unit `code` was called `name` on `date`.
    mutating func add(
        unit code: GrunnkretsCode, named name: Located<String>, on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) {
        units[date, default: List()].add(code, name, "grunnkrets", on: date, &diagnostics)
    }

    /// Notes that the unit `code` lay in `district` on `date`.
    mutating func add(
        unit code: GrunnkretsCode, in district: Located<DistrictCode>, on date: CalendarDate,
        _ diagnostics: inout Diagnostics
    ) {
        places[date, default: List()].add(code, district, "grunnkrets", on: date, &diagnostics)
    }

    /// Notes that the district `code` was called `name` on `date`.
    mutating func add(
        district code: DistrictCode, named name: Located<String>, on date: CalendarDate,
        _ diagnostics: inout Diagnostics
    ) {
        districts[date, default: List()].add(code, name, "district", on: date, &diagnostics)
    }

    /// Notes that the kommune `code` was called `name` on `date`.
    mutating func add(
        kommune code: KommuneCode, named name: Located<String>, on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) {
        kommuner[date, default: List()].add(code, name, "kommune", on: date, &diagnostics)
    }

    /// The days that something is known of.
    var days: Set<CalendarDate> {
        Set(units.keys).union(places.keys).union(districts.keys).union(kommuner.keys).union(changes.map(\.date))
    }

    /// Drops what is older than `start`.
    mutating func leaveOut(before start: CalendarDate) {
        units = units.filter { $0.key >= start }
        places = places.filter { $0.key >= start }
        districts = districts.filter { $0.key >= start }
        kommuner = kommuner.filter { $0.key >= start }
        changes = changes.filter { $0.date > start }
    }
}

extension ImportFacts.List {
    fileprivate mutating func add(
        _ code: Code, _ value: Located<Value>, _ kind: String, on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) {
        if let other = entries[code], other.value != value.value {
            diagnostics.emit(.contradiction(kind, "\(code)", "\(value.value)", on: date, at: value.location, other))
        } else {
            entries[code] = value
        }
    }
}

extension Diagnostic {
    fileprivate static func contradiction<Value>(
        _ kind: String, _ code: String, _ value: String, on date: CalendarDate, at location: SourceLocation,
        _ other: Located<Value>
    ) -> Diagnostic {
        Diagnostic(
            .error, "Contradiction", at: location,
            "\(kind) \(code) is '\(value)' here and '\(other.value)' at \(other.location), both on \(date)",
            remedy: "find out which is right, and leave the other file out or correct its date")
    }
}
