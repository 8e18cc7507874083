import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Indicators

private let registers = [RegisterID("persons"), RegisterID("visits")]

private func load(_ scratch: ScratchFolder) -> (library: IndicatorLibrary?, findings: [String]) {
    var diagnostics = Diagnostics()
    let library = IndicatorLibrary.load(from: scratch.folder, registers: registers, &diagnostics)
    return (library, scratch.findings(diagnostics))
}

private func sound() throws -> ScratchFolder {
    var healthy = IndicatorFile("b-first", measure: "{ kind: growth, years: 1 }")
    healthy.theme = "health"
    return try ScratchFolder([
        healthy, IndicatorFile("z-second", measure: "{ kind: mean-age }"),
        IndicatorFile("a-third", measure: "{ kind: count }"),
    ])
}

@Test func indicatorsComeThemeByThemeInTheirOrder() throws {
    let (library, findings) = load(try sound())
    #expect(findings == [])
    let indicators = try #require(library)
    #expect(indicators.themes.map(\.id.id) == ["people", "health"])
    #expect(indicators.indicators.map(\.id.id) == ["z-second", "a-third", "b-first"])
    #expect(indicators.indicators(of: ThemeID("health")).map(\.id.id) == ["b-first"])
    #expect(indicators[IndicatorID("a-third")]?.order == 3)
    #expect(indicators[IndicatorID("nothing")] == nil)
}

@Test func aLimitedLibraryHasWhatItsRegistersCanFill() throws {
    var alone = IndicatorFile("alone", measure: "{ kind: share, numerator: a, denominator: b }")
    alone.register = "visits"
    var people = IndicatorFile("people", measure: "{ kind: rate, numerator: a }")
    people.register = "visits"
    let scratch = try ScratchFolder([alone, people, IndicatorFile("mean", measure: "{ kind: mean-age }")])
    let library = try #require(load(scratch).library)
    func names(_ registers: [String]) -> [String] {
        library.limited(to: Set(registers.map { RegisterID($0) })).indicators.map(\.id.id)
    }
    #expect(names(["visits"]) == ["alone"])
    #expect(names(["visits", "population"]) == ["alone", "people"])
    #expect(names(["persons"]) == ["mean"])
    #expect(names([]) == [])
    #expect(library.limited(to: []).themes.count == library.themes.count)
}

@Test func aThemeMayWaitForItsFirstIndicator() throws {
    let scratch = try sound()
    try scratch.write(IndicatorFile.themes + "- id: later\n  title: { nb: S, nn: S, en: L }\n", to: "themes.yaml")
    #expect(try #require(load(scratch).library).themes.map(\.id.id) == ["people", "health", "later"])
}

/// What is changed in a sound folder, and what is said about it.
@Test(arguments: [
    (
        "people/a-third.yaml", "register: persons", "register: person",
        "people/a-third.yaml:1:1: error: register 'person' doesn't exist; did you mean 'persons'? [UnknownRegister]"
    ),
    (
        "people/a-third.yaml", "order: 3", "order: 2",
        "people/z-second.yaml:1:1: error: 'z-second' has the same place in its theme as 'a-third'; "
            + "give one another order [DoubledOrder]"
    ),
    (
        "people/a-third.yaml", "id: a-third", "id: a-thirds",
        "people/a-third.yaml:1:1: error: the file a-third.yaml defines 'a-thirds'; "
            + "name the file a-thirds.yaml, or mend its id [WrongFileName]"
    ),
    (
        "people/a-third.yaml", "id: a-third", "id: z-second",
        "people/z-second.yaml:1:1: error: 'z-second' is also defined in people/a-third.yaml:1:1; rename one [DoubledIndicator]"
    ),
    (
        "people/a-third.yaml", "theme: people", "theme: health",
        "people/a-third.yaml:1:1: error: 'a-third' says theme 'health' and lies in the folder of 'people'; "
            + "move the file, or mend its theme [WrongFolder]"
    ),
    (
        "themes.yaml", "- id: health", "- id: wealth",
        "health: error: there is no theme 'health' in themes.yaml; did you mean 'wealth'? [UnknownTheme]"
    ),
    (
        "themes.yaml", "- id: health", "- id: people",
        "themes.yaml:3:7: error: two themes are called 'people'; rename one [DoubledTheme]"
    ),
    (
        "themes.yaml", "nn: Helse, ", "",
        "themes.yaml:4:10: error: the text in 'nn' is missing; write it beside the others [MissingPhrase]"
    ),
    (
        "themes.yaml", "nn: Helse", "nn: ''",
        "themes.yaml:4:27: error: this text says nothing; write the text [EmptyPhrase]"
    ),
])
func aFaultyLibraryIsRefusedWithPlaceAndReason(file: String, written: String, instead: String, said: String) throws {
    let scratch = try sound()
    let text = try scratch.text(of: file)
    #expect(text.contains(written))
    try scratch.write(text.replacing(written, with: instead), to: file)
    let (library, findings) = load(scratch)
    #expect(library == nil)
    #expect(findings.contains(said), "\(findings)")
}

@Test func aLibraryWithoutThemesIsRefused() throws {
    let scratch = try sound()
    try scratch.remove("themes.yaml")
    let (library, findings) = load(scratch)
    #expect(library == nil)
    #expect(findings == ["themes.yaml: error: the file does not exist; check the path, or make the file [MissingFile]"])
}

@Test func faultsInSeveralFilesAreReportedTogether() throws {
    let scratch = try sound()
    for file in ["people/a-third.yaml", "people/z-second.yaml", "health/b-first.yaml"] {
        try scratch.write(scratch.text(of: file).replacing("unit: percent", with: "unit: pounds"), to: file)
    }
    #expect(load(scratch).findings.count == 3)
}
