import LocatedInput
import TestSupport
import Testing

@testable import Geography

/// What has only been asked for is no part of what readers see.
struct PublishedGeographyTests {
    @Test func aSplitThatIsOnlyAskedForIsLeftOutAndSoIsACityWithNoOther() throws {
        let scratch = try Fixtures.geographyWithZones()
        func published() throws -> Geography {
            var diagnostics = Diagnostics()
            return try #require(Geography.load(from: scratch.folder, &diagnostics)).published
        }
        let splits = try #require(published().city("fjordvik")).splits.map(\.id.split)
        #expect(splits.count == 2)
        func propose(_ split: String) throws {
            let path = "fjordvik/splits/\(split)/split.yaml"
            let text = try scratch.text(of: path)
            try #require(text.contains("status: in-use"))
            try scratch.write(text.replacing("status: in-use", with: "status: proposed"), to: path)
        }
        try propose(splits[1])
        #expect(try published().city("fjordvik")?.splits.map(\.id.split) == [splits[0]])
        try propose(splits[0])
        #expect(try published().city("fjordvik") == nil)
    }
}
