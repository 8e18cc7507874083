import Geography
import LocatedInput

/// A district that a municipality asks for.
public struct RequestedDistrict: Hashable, Sendable {
    /// Its code.
    public let code: DistrictCode
    /// Its name.
    public let name: PlaceName
    /// Its units as they are on the day of the request, by code.
    public let units: [GrunnkretsCode]
}
