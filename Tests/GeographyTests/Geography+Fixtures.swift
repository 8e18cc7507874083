import Geography
import LocatedInput
import TestSupport
import Testing

extension Geography {
    private static let committed = reading(Fixtures.committedGeography)

    private static func reading(_ folder: InputFolder) -> (geography: Geography?, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let geography = load(from: folder, &diagnostics)
        return (geography, diagnostics)
    }

    /// What `folder` holds; the test fails with every fault there is. The real tables are read once.
    static func sound(in folder: InputFolder) throws -> Geography {
        let found = folder == Fixtures.committedGeography ? committed : reading(folder)
        #expect(found.diagnostics.sorted.map(\.description) == [])
        return try #require(found.geography)
    }

    /// The city `id` among the real ones.
    static func committedCity(_ id: String) throws -> City {
        try #require(try sound(in: Fixtures.committedGeography).city(id))
    }

    /// The invented city.
    static func fjordvik() throws -> City { try #require(try sound(in: Fixtures.geography).city("fjordvik")) }
}
