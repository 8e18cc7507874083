/// The tables of the country that an import writes.
struct CountryTables: Hashable, Sendable {
    var own = UnitTables()
    var kommuner: [KommuneName] = []
}
