import Geography
import LocatedInput

/// A line of a municipality's table, as it was written.
struct RequestRow: Sendable {
    /// The code of the unit; may be anything.
    let unit: Located<String>
    /// What the unit is called.
    let unitName: String
    /// The code of the district; `nil` where the table has none.
    let districtCode: Located<String>?
    /// What the district is called, in the languages there are columns for; empty names are left out.
    let districtNames: [Language: Located<String>]
}
