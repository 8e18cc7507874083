import Geography

/// A split that a municipality asks for, in the codes of one day.
public struct RequestedSplit: Sendable {
    /// The municipality.
    public let kommune: KommuneCode
    /// The day whose units the districts are made of.
    public let date: CalendarDate
    /// The districts, by code.
    public let districts: [RequestedDistrict]
    /// Units of the municipality that lie in no district, by code.
    public let unplaced: [GrunnkretsCode]

    /// The district that holds each unit.
    public var districtOfUnit: [GrunnkretsCode: DistrictCode] {
        Dictionary(
            districts.flatMap { district in district.units.map { ($0, district.code) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The district `code`.
    public func district(_ code: DistrictCode) -> RequestedDistrict? { districts.first { $0.code == code } }

    /// The same request with `units` in the district `code`; districts that lose all their units are gone.
    func moving(_ units: Set<GrunnkretsCode>, to code: DistrictCode) -> RequestedSplit {
        let changed = districts.map { district in
            RequestedDistrict(
                code: district.code, name: district.name,
                units: district.code == code
                    ? Set(district.units).union(units).sorted() : district.units.filter { !units.contains($0) })
        }
        return RequestedSplit(
            kommune: kommune, date: date, districts: changed.filter { !$0.units.isEmpty },
            unplaced: unplaced.filter { !units.contains($0) })
    }
}
