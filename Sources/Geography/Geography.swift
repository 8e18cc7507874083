/// The cities we know.
public struct Geography: Sendable {
    /// The cities, by id.
    public let cities: [City]

    init(cities: [City]) { self.cities = cities.sorted { $0.id < $1.id } }

    /// The city in the folder `id`.
    public func city(_ id: String) -> City? { cities.first { $0.id == id } }

    /// The city that has, or ever had, the code `kommune`.
    public func city(kommune: KommuneCode) -> City? {
        cities.first { $0.kommuner.contains { $0.code == kommune } }
    }

    /// The split `id`.
    public func split(_ id: SplitID) -> Split? { city(id.city)?.split(id.split) }
}
