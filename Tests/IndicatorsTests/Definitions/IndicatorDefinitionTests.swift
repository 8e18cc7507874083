import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Indicators

@Test func aDefinitionIsReadAsItIsWritten() throws {
    var diagnostics = Diagnostics()
    var written = IndicatorFile("share-5", measure: "{ kind: proportion, numerator: { ages: [0_5] }, denominator: {} }")
    written.polarity = "lower-is-better"
    written.barometer = false
    let file = InputFile(path: "share-5.yaml", text: written.text)
    let definition = try #require(IndicatorDefinition(file, &diagnostics))
    #expect(diagnostics.isEmpty)
    #expect(definition.id.id == "share-5")
    #expect(definition.theme.id == "people")
    #expect(definition.register.id == "persons")
    let children = try #require(AgeRange(from: 0, to: 5))
    #expect(definition.measure == .proportion(of: Selection(ages: [children]), among: Selection()))
    #expect(definition.unit == .percent)
    #expect(definition.decimals == 1)
    #expect(definition.polarity == .lowerIsBetter)
    #expect(!definition.isInBarometer)
    #expect(definition.texts[.nn].definition == "Noko blir målt.")
    #expect(definition.texts[.nb].caveat == "Pass på.")
    #expect(definition.texts[.en].caveat == nil)
    #expect(definition.texts[.se].title == definition.texts[.nb].title)
}

/// One fault each: what is written, what is written in its place, and what is said about it.
@Test(arguments: [
    ("id: share", "id: Share 5", "share.yaml:1:5: error: 'Share 5' cannot be part of an address"),
    ("id: share", "id: -share", "share.yaml:1:5: error: '-share' cannot be part of an address"),
    ("register: persons\n", "", "share.yaml:1:1: error: 'register' is missing"),
    ("register: persons", "register: [persons]", "share.yaml:3:11: error: a single value belongs here"),
    ("unit: percent", "unit: procent", "share.yaml:5:7: error: 'procent' is no unit; did you mean 'percent'?"),
    ("decimals: 1", "decimals: 4", "share.yaml:6:11: error: at most three decimals are published"),
    ("decimals: 1", "decimals: 1,5", "share.yaml:6:11: error: a whole number belongs here"),
    ("polarity: neutral", "polarity: better", "share.yaml:7:11: error: 'better' is no polarity"),
    ("order: 1", "order: first", "share.yaml:8:8: error: a whole number belongs here"),
    ("barometer: true", "barometer: ja", "share.yaml:9:12: error: true or false belongs here"),
    ("unit:", "units:", "share.yaml:5:1: error: nothing here is called 'units'; did you mean 'unit'?"),
    ("  nn: { title: Mål, subject: Målet, definition: Noko blir målt. }\n", "", "error: the text in 'nn' is missing"),
    ("  nn:", "  no:", "error: nothing here is called 'no'"),
    ("title: Measure", "title: ' '", "share.yaml:13:16: error: this text says nothing"),
    ("caveat: Pass på.", "caveat: ''", "error: this text says nothing"),
    ("subject: The measure, ", "", "error: 'subject' is missing"),
    ("unit: percent", "unit: \"percent", "error: the file cannot be read as YAML"),
])
func aFaultyDefinitionIsRefusedWithPlaceAndReason(written: String, instead: String, said: String) {
    let text = IndicatorFile("share", measure: "{ kind: mean-age }").text
    #expect(text.contains(written))
    var diagnostics = Diagnostics()
    let file = InputFile(path: "share.yaml", text: text.replacing(written, with: instead))
    #expect(IndicatorDefinition(file, &diagnostics) == nil)
    let findings = diagnostics.sorted.map(\.description)
    #expect(findings.contains { $0.contains(said) }, "\(findings)")
}

@Test(arguments: [
    ("{ kind: share, numerator: a, denominator: b }", "years", false),
    ("{ kind: share, numerator: a, denominator: b }", "percent", true),
    ("{ kind: rate, numerator: a }", "persons", false),
    ("{ kind: rate, numerator: a }", "per-1000", true), ("{ kind: life-expectancy, deaths: a }", "per-100000", false),
    ("{ kind: life-expectancy, deaths: a }", "years", true),
    (
        "{ kind: life-expectancy-gap, longer: { events: a, lived: b }, shorter: { events: c, lived: d }, from: 30, years: 1 }",
        "percent", false
    ),
])
func figuresOfEventsAreGivenInAUnitThatFits(measure: String, unit: String, fits: Bool) {
    var written = IndicatorFile("events", measure: measure)
    written.unit = unit
    var diagnostics = Diagnostics()
    let definition = IndicatorDefinition(InputFile(path: "events.yaml", text: written.text), &diagnostics)
    #expect((definition != nil) == fits)
    let findings = diagnostics.sorted.map(\.description)
    #expect(findings.contains { $0.hasPrefix("events.yaml:5:7: error:") && $0.hasSuffix("[UnitDoesNotFit]") } == !fits)
}

@Test func allFaultsOfADefinitionAreReportedTogether() {
    var written = IndicatorFile("share", measure: "{ kind: guess }")
    written.unit = "procent"
    written.polarity = "better"
    var diagnostics = Diagnostics()
    #expect(IndicatorDefinition(InputFile(path: "share.yaml", text: written.text), &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.location.line) == [4, 5, 7])
}
