import Foundation
import LocatedInput
import Site
import TestSupport
import Testing

@testable import Serving

struct InputStateTests {
    private let scratch: ScratchFolder
    private var state: InputState {
        InputState(
            SiteFolders(
                geography: scratch.folder.file("geography"), indicators: scratch.folder.file("indicators"),
                templates: scratch.folder.file("templates"), deliveries: scratch.folder.file("deliveries")))
    }

    init() throws {
        scratch = try ScratchFolder()
        for name in ["geography/by/city.yaml", "templates/pages/a.mustache", "deliveries/one/delivery.yaml"] {
            try scratch.write("old", to: name)
        }
    }

    @Test func nothingChangesByItself() { #expect(state == state) }

    @Test(arguments: ["geography/by/city.yaml", "templates/pages/a.mustache", "deliveries/one/delivery.yaml"])
    func aFileThatIsWrittenAddedOrTakenAwayShows(name: String) throws {
        let first = state
        try scratch.write("newer", to: name)
        let second = state
        #expect(first != second)
        try scratch.write("old", to: "indicators/new/\(name.count).yaml")
        let third = state
        #expect(second != third)
        try scratch.remove(name)
        #expect(third != state)
    }

    @Test func aFileOfTheSameSizeInAnothersPlaceShows() throws {
        let before = state
        let file = scratch.folder.file("geography/by/city.yaml")
        let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
        try scratch.write("new", to: "beside")
        try FileManager.default.setAttributes(
            [.modificationDate: try #require(date)], ofItemAtPath: scratch.folder.file("beside"))
        #expect(rename(scratch.folder.file("beside"), file) == 0)
        #expect(before != state)
    }
}
