import Geography
import Indicators
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Disclosure

@Suite struct WithholdingPolicyTests {
    private let sound = """
        registers:
          courses: { rule: withhold, withholding: small, because: { nb: Ja., nn: Ja., en: Yes. } }
          visits: { rule: published-by-owner, because: { nb: Ja., nn: Ja., en: Yes. } }
        \(WithholdingPreset.small)
        exceptions:
          - { register: courses, denominator: 29, because: { nb: Fordi., nn: Av di., en: Because. } }
        coverage: { most_unknown: 0.9, largest_difference: 0.9 }
        tests: { interval_level: 0.95, false_discovery_rate: 0.05 }
        """

    private func load(_ text: String) -> (policy: DisclosurePolicy?, findings: [String]) {
        var diagnostics = Diagnostics()
        let policy = DisclosurePolicy.load(
            InputFile(path: "disclosure.yaml", text: text),
            registers: ["courses", "visits"].map { RegisterID($0) }, &diagnostics)
        return (policy, diagnostics.sorted.map(\.description))
    }

    @Test func aPresetHoldsForTheRegistersThatNameIt() throws {
        let (policy, findings) = load(sound)
        #expect(findings == [])
        let withholding = try #require(policy).withholding
        #expect(Set(withholding.rules.keys) == [RegisterID("courses")])
        let rules = try #require(withholding.rules[RegisterID("courses")])
        #expect(rules.numerator == 4 && rules.denominator == 9 && !rules.withholdsZero && rules.withholdsMore)
        #expect(rules.series.mostWithheld == 0.2)
        #expect(withholding.exceptions.map(\.because[.en]) == ["Because."])
    }

    /// What is written, what is written in its place, and the name of the finding.
    @Test(arguments: [
        ("withholding: small, ", "", "MissingKey"),
        ("withholding: small, ", "withholding: large, ", "UnknownPreset"),
        ("rule: published-by-owner, ", "rule: published-by-owner, withholding: small, ", "NothingToWithhold"),
        ("numerator: 4", "numerator: -1", "NotALimit"), ("numerator: 4", "numerator: 1000000000000", "NotALimit"),
        ("least_width: 2", "least_width: 0", "NoWidth"), ("zeros: false", "zeros: perhaps", "WrongShape"),
        ("most_weak: 0.5", "most_weak: 50", "NotAShare"), ("insider: true", "outsider: true", "UnknownKey"),
        ("register: courses, denominator", "denominator", "NoSubject"),
        ("register: courses, denominator", "register: courses, indicator: low, denominator", "NoSubject"),
        ("register: courses, denominator", "register: course, denominator", "UnknownRegister"),
        (", because: { nb: Fordi., nn: Av di., en: Because. }", "", "MissingKey"),
    ])
    func aFaultIsFoundByItsName(written: String, instead: String, name: String) {
        #expect(sound.contains(written))
        let (policy, findings) = load(sound.replacing(written, with: instead))
        #expect(policy == nil)
        #expect(findings.contains { $0.hasSuffix("[\(name)]") }, "\(findings)")
        #expect(findings.allSatisfy { $0.hasPrefix("disclosure.yaml:") })
    }

    @Test func anExceptionForAnIndicatorThatIsNotThereIsFound() throws {
        let text = sound.replacing("register: courses, denominator", with: "indicator: lower, denominator")
        let policy = try #require(load(text).policy)
        let scratch = try ScratchFolder([CountedCity.low])
        var diagnostics = Diagnostics()
        let library = try #require(
            IndicatorLibrary.load(from: scratch.folder, registers: [RegisterID("courses")], &diagnostics))
        policy.withholding.check(library, &diagnostics)
        #expect(diagnostics.sorted.map(\.name) == ["UnknownIndicator"])
    }
}
