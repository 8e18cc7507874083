import Geography
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Disclosure

private let registers = [RegisterID("persons"), RegisterID("visits")]

private let sound = """
    registers:
      persons:
        rule: published-by-owner
        because: { nb: Fordi., nn: Av di., en: Because. }
    coverage: { most_unknown: 0.08, largest_difference: 0.05 }
    tests:
      interval_level: 0.95
      false_discovery_rate: 0.05
    """

private func load(_ text: String) -> (policy: DisclosurePolicy?, findings: [String]) {
    var diagnostics = Diagnostics()
    let file = InputFile(path: "disclosure.yaml", text: text)
    let policy = DisclosurePolicy.load(file, registers: registers, &diagnostics)
    return (policy, diagnostics.sorted.map(\.description))
}

@Test func aPolicyNamesItsRulesTheirReasonsAndTheTests() throws {
    let (policy, findings) = load(sound)
    #expect(findings == [])
    let read = try #require(policy)
    #expect(read.rules == [RegisterID("persons"): .publishedByOwner])
    #expect(read.reasons[RegisterID("persons")]?[.nn] == "Av di.")
    #expect(read.coverage.mostUnknown == 0.08)
    #expect(read.coverage.largestDifference == 0.05)
    #expect(read.intervalLevel == 0.95)
    #expect(read.falseDiscoveryRate == 0.05)
}

/// What is written, what is written in its place, and what is said about it.
@Test(arguments: [
    (
        "  persons:", "  person:",
        "disclosure.yaml:2:3: error: register 'person' doesn't exist; did you mean 'persons'? [UnknownRegister]"
    ),
    (
        "published-by-owner", "published",
        "disclosure.yaml:3:11: error: 'published' is no rule; known: published-by-owner, synthetic-only, withhold [UnknownChoice]"
    ),
    (
        "    because: { nb: Fordi., nn: Av di., en: Because. }\n", "",
        "disclosure.yaml:3:5: error: 'because' is missing; add it [MissingKey]"
    ),
    (
        ", en: Because.", "",
        "disclosure.yaml:4:14: error: the text in 'en' is missing; write it beside the others [MissingPhrase]"
    ),
    ("Fordi.", "''", "disclosure.yaml:4:20: error: this text says nothing; write the text [EmptyPhrase]"),
    (
        "0.95", "95",
        "disclosure.yaml:7:19: error: 'interval_level' must lie between 0 and 1; write 0.05 for 5 per cent [NotAShare]"
    ),
    (
        "0.05", "0,05",
        "disclosure.yaml:8:25: error: a number with a decimal point belongs here; compare with a neighbouring file [WrongShape]"
    ),
    (
        "  false_discovery_rate: 0.05", "",
        "disclosure.yaml:7:3: error: 'false_discovery_rate' is missing; add it [MissingKey]"
    ),
    (
        "most_unknown: 0.08", "most_unknown: 8",
        "disclosure.yaml:5:27: error: 'most_unknown' must lie between 0 and 1; write 0.05 for 5 per cent [NotAShare]"
    ),
    (
        "coverage: { most_unknown: 0.08, largest_difference: 0.05 }\n", "",
        "disclosure.yaml:1:1: error: 'coverage' is missing; add it [MissingKey]"
    ),
    (
        "tests:", "tets:",
        "disclosure.yaml:6:1: error: nothing here is called 'tets'; did you mean 'tests'? [UnknownKey]"
    ),
])
func aFaultyPolicyIsRefusedWithPlaceAndReason(written: String, instead: String, said: String) {
    #expect(sound.contains(written))
    let (policy, findings) = load(sound.replacing(written, with: instead))
    #expect(policy == nil)
    #expect(findings.contains(said), "\(findings)")
}

@Test func theCommittedPolicyIsWholeAndGivesItsReasonsInEveryLanguage() throws {
    let folder = InputFolder(SharedData.packageRoot.appendingPathComponent("indicators").path)
    var diagnostics = Diagnostics()
    let known = RegisterDefinition.loadAll(from: folder.folder("registers"), &diagnostics).map(\.id)
    let file = try #require(InputFile(reading: folder.file("disclosure.yaml"), &diagnostics))
    let policy = DisclosurePolicy.load(file, registers: known, &diagnostics)
    #expect(diagnostics.sorted.map(\.description) == [])
    let read = try #require(policy)
    #expect(Set(read.reasons.keys) == Set(read.rules.keys))
    for reason in read.reasons.values {
        #expect(Set(Language.written.map { reason[$0] }).count == Language.written.count)
    }
}
