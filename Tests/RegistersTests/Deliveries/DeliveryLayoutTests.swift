import LocatedInput
import Testing

@testable import Registers

struct DeliveryLayoutTests {
    private let plain = "format: json-stat\ncolumns: { area: GEO, year: AAR }\n"

    @Test func readsTheOwnersOwnCodesAndMarks() throws {
        let layout = try DeliveredFixture.layout(
            """
            format: json-stat
            columns: { area: GEO, year: AAR, sex: SEX, age: AGE, category: [A, B], count: N, weight: W }
            areas: { Landet: "0" }
            sexes: { M: men, K: women, A: both }
            ages: { "1": 0_4, "2": 5_120 }
            categories: { x/y: one }
            ignore: { area: ["03"], sex: [A], age: ["9"], category: [x/z] }
            marks: { "?": pending, "!": withheld, "#": missing, "%": not-applicable }
            unknown_areas: ["99999999"]
            """)
        #expect(layout.columns.category == ["A", "B"])
        #expect(layout.areas == ["Landet": "0"])
        #expect(layout.sexes == ["M": .men, "K": .women, "A": .both])
        #expect(layout.ignoredAreas == ["03"])
        #expect(layout.ignoredSexes == ["A"])
        #expect(layout.ignoredAges == ["9"])
        #expect(layout.ignored == ["x/z"])
        #expect(layout.marks == ["?": .pending, "!": .withheld, "#": .missing, "%": .notApplicable])
        #expect(layout.unknownAreas == ["99999999"])
    }

    @Test func aListOfWhatIsPassedOverIsOfCategories() throws {
        let layout = try DeliveredFixture.layout(plain + "ages: 0_120\nignore: [U99]")
        #expect(layout.ignored == ["U99"])
        #expect(layout.ignoredAreas == [])
    }

    @Test(arguments: [
        ("ages: 0_120\nignore: { place: [a] }", "4:11", "UnknownKey"), ("ages: 0_120\nignore: a", "4:9", "WrongShape"),
        ("ages: 0_120\nmarks: { x: gone }", "4:13", "UnknownCode"), ("ages: young", "3:7", "NotAges"),
        ("ages: 0_120\nsexes: { m: male }", "4:13", "UnknownCode"),
        ("ages: 0_120\nblank: maybe", "4:8", "UnknownChoice"),
        ("ages: 0_120\ncolour: red", "4:1", "UnknownKey"), ("", "1:1", "MissingKey"),
    ])
    func aLayoutThatSaysNothingSensibleIsRefused(yaml: String, place: String, name: String) {
        var diagnostics = Diagnostics()
        let mapping = YAMLValue(InputFile(path: "a.yaml", text: plain + yaml), &diagnostics)?.mapping(&diagnostics)
        #expect(mapping.flatMap { DeliveryLayout($0, &diagnostics) } == nil)
        #expect(diagnostics.sorted.map { "\($0.location) \($0.name)" } == ["a.yaml:\(place) \(name)"])
    }
}
