import Geography
import LocatedInput
import TestSupport
import Testing

extension Geography {
    /// What `folder` holds; the test fails with every fault there is.
    static func sound(in folder: InputFolder) throws -> Geography {
        var diagnostics = Diagnostics()
        let geography = Geography.load(from: folder, &diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        return try #require(geography)
    }

    /// The city `id` among the real ones.
    static func committedCity(_ id: String) throws -> City {
        try #require(try sound(in: Fixtures.committedGeography).city(id))
    }

    /// The invented city.
    static func fjordvik() throws -> City { try #require(try sound(in: Fixtures.geography).city("fjordvik")) }
}
