/// A way of dividing a city into districts.
public final class Split: Sendable {
    /// The city's folder and the split's.
    public let id: SplitID
    /// What the districts are called, such as "Bydeler".
    public let title: Translated<String>
    /// What the split is for.
    public let purpose: Translated<String>
    /// Who asked for it.
    public let requestedBy: String
    /// How far it has come.
    public let status: SplitStatus
    /// How much of the city it covers.
    public let extent: SplitExtent
    /// The KLASS classification it follows, such as `103`; `nil` for a split of the municipality's own.
    public let standard: String?
    /// True if its districts are the bydeler of official statistics (KLASS 103), which owners of registers have codes for.
    public var isOfBydeler: Bool { standard == "103" }
    /// Splits of the same city that it takes the place of.
    public let replaces: [SplitID]
    /// Splits of the same city that it stands beside.
    public let supplements: [SplitID]
    /// Where its borders can be read; `nil` where it has none, and its maps are of tiles.
    public let borders: BorderSource?
    /// Its districts, by code and then by date; one row for each name.
    public let districts: [District]
    /// Which unit lies where, by unit and then by date.
    public let members: [Membership]

    let tracing: UnitTracing
    private let membersByUnit: [GrunnkretsCode: [Membership]]
    private let membersByDistrict: [DistrictCode: [Membership]]

    init(
        _ definition: SplitDefinition, districts: [District], members: [Membership], tracing: UnitTracing
    ) {
        id = definition.id
        title = definition.title
        purpose = definition.purpose
        requestedBy = definition.requestedBy
        status = definition.status
        extent = definition.extent
        standard = definition.standard
        replaces = definition.replaces
        supplements = definition.supplements
        borders = definition.borders
        self.districts = districts.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }
        self.members = members.sorted { ($0.unit, $0.validity) < ($1.unit, $1.validity) }
        self.tracing = tracing
        membersByUnit = Dictionary(grouping: self.members, by: \.unit)
        membersByDistrict = Dictionary(grouping: self.members, by: \.district)
    }

    /// The district `unit` lies in on `date`, or `nil` where it lies in none: unallocated, outside the city, or not
    /// there at all (`City.contains` tells).
    public func district(of unit: GrunnkretsCode, on date: CalendarDate) -> DistrictCode? {
        membersByUnit[unit]?.first { $0.validity.contains(date) }?.district
    }

    /// The units of `district` on `date`, by code.
    public func units(of district: DistrictCode, on date: CalendarDate) -> [GrunnkretsCode] {
        (membersByDistrict[district] ?? []).filter { $0.validity.contains(date) }.map(\.unit)
    }

    /// The districts on `date`, by code.
    public func districts(on date: CalendarDate) -> [District] { districts.filter { $0.validity.contains(date) } }

    /// The district `code` as it is on `date`.
    public func district(_ code: DistrictCode, on date: CalendarDate) -> District? {
        districts.first { $0.code == code && $0.validity.contains(date) }
    }

    /// Where `unit` has lain, in order of time.
    public func memberships(of unit: GrunnkretsCode) -> [Membership] { membersByUnit[unit] ?? [] }
}
