import Cells
import Protection
import TestSupport
import Testing

/// What somebody knows who is the only one of a cell: worked out by hand for small systems.
@Suite struct OwnCaseTests {
    /// A hospital of one patient, a woman, in a city of two; the ward she isn't in is empty.
    private static let hospital: CellSystem = {
        var builder = SystemBuilder()
        builder.add(["women": 1, "men": 0, "elsewhere": 1, "ward A": 1, "ward B": 0, "beds B1": 0, "beds B2": 0])
        builder.sum("hospital", of: ["women", "men"])
        builder.relate("hospital", ["ward A", "ward B"])
        builder.relate("ward B", ["beds B1", "beds B2"])
        builder.sum("city", of: ["hospital", "elsewhere"])
        return builder.system
    }()

    private func covers(_ cell: String, of insider: String) -> Bool {
        let system = Self.hospital
        func place(_ id: String) -> Int { system.cells.firstIndex { $0.id == id } ?? -1 }
        return OwnCase(system).covers(place(cell), of: place(insider))
    }

    @Test func thePersonOfATotalIsThePersonOfItsParts() {
        #expect(covers("women", of: "hospital") && covers("hospital", of: "women"))
        #expect(covers("ward A", of: "women"))
    }

    @Test func thePartsThatOneIsNotInAreEmptyAllTheWayDown() {
        #expect(covers("men", of: "hospital") && covers("ward B", of: "women") && covers("beds B2", of: "ward A"))
    }

    @Test func anybodyElseIsAnother() {
        #expect(!covers("elsewhere", of: "hospital") && !covers("hospital", of: "elsewhere"))
        #expect(!covers("city", of: "women"))
    }

    @Test func aPublicationThatTellsOneOnlyOfHimselfIsProtected() throws {
        // The hospital is in no table; its one patient must not learn how many others the city has elsewhere.
        var builder = SystemBuilder()
        builder.add(["women": 1, "men": 0], kind: .hidden, isSensitive: true)
        builder.sum("hospital", of: ["women", "men"], kind: .hidden, isSensitive: true)
        builder.add(["elsewhere": 30, "abroad": 20], isSensitive: false)
        builder.sum("all", of: ["hospital", "elsewhere", "abroad"], isSensitive: false)
        let policy = ProtectionPolicy(withholdsZero: true, insider: true)
        let protected = try Protector(builder.system, policy).protect()
        #expect(protected.pattern.withheld.count { $0 } == 1)
        #expect(protected.proof.verify(builder.system, policy, protected.pattern) == [])
    }
}
