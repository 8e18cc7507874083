import Geography
import LocatedInput
@_spi(Confidential) import Registers
import Testing

@_spi(Confidential) @testable import Indicators

private let a = Fjordvik.district("990101")
private let register = RegisterID("visits")

private func calculator(_ figures: [OwnerFigures.Key: OwnerFigure]) throws -> IndicatorCalculator {
    IndicatorCalculator(
        RegisterHoldings(.open, ownerFigures: [register: OwnerFigures(figures)]), division: Fjordvik.division,
        history: try Fjordvik.history())
}

private func key(_ area: Area, _ period: String, sex: Sex = .both, age: String = "2_2") throws -> OwnerFigures.Key {
    OwnerFigures.Key(
        area: area, period: try #require(Period(code: period)), sex: sex, age: try #require(AgeRange(code: age)),
        category: "visit")
}

@Test func whatTheOwnerPublishedIsPassedOnWithItsReasons() throws {
    let number = NumberText.Decimal(977, decimals: 1)
    let calculator = try calculator([
        key(a, "2014_2018"): .number(number), key(.country, "2014_2018"): .absent(.withheld),
        key(Fjordvik.city, "2013_2017"): .absent(.pending),
    ])
    let figures = try calculator.figures(
        of: Fjordvik.definition("{ kind: published, age: 2_2, category: visit }", register: "visits"))
    func value(_ area: Area, _ period: String) throws -> ConfidentialFigure {
        try #require(figures.first { $0.key.area == area && $0.key.period.code == period })
    }
    guard case .owners(let passed) = try value(a, "2014_2018").value else {
        Issue.record("the owner's number is gone")
        return
    }
    #expect(passed == number)
    #expect(try value(.country, "2014_2018").absence == .withheld)
    #expect(try value(Fjordvik.city, "2013_2017").absence == .pending)
    #expect(try value(a, "2013_2017").absence == .missing)
}

private func faults(_ calculator: IndicatorCalculator, _ definition: IndicatorDefinition) -> [String] {
    var diagnostics = Diagnostics()
    calculator.check(definition, &diagnostics)
    let findings = diagnostics.sorted.map(\.description)
    #expect(findings.allSatisfy { $0.hasPrefix("invented.yaml:1:1: error:") && $0.hasSuffix("[NoFigures]") })
    return findings
}

@Test func whatIsCountedForOneSexIsFoundUnderThatSex() throws {
    let calculator = try calculator([key(a, "2014_2018", sex: .women): .number(NumberText.Decimal(80, decimals: 0))])
    func definition(_ sex: String) throws -> IndicatorDefinition {
        try Fjordvik.definition("{ kind: published,\(sex) age: 2_2, category: visit }", register: "visits")
    }
    #expect(faults(calculator, try definition(" sex: 2,")) == [])
    #expect(faults(calculator, try definition("")).count == 1)
    let figures = calculator.figures(of: try definition(" sex: 2,"))
    #expect(figures.contains { if case .owners = $0.value { $0.key.area == a } else { false } })
}

@Test(arguments: [
    ("{ kind: published, age: 2_2, category: visit }", "visits", true),
    ("{ kind: published, age: 3_3, category: visit }", "visits", false),
    ("{ kind: published, age: 2_2, category: visits }", "visits", false),
    ("{ kind: published, age: 2_2, category: visit }", "persons", false),
    ("{ kind: mean-age }", "visits", false),
    ("{ kind: growth-spread, years: 5, smallest_part: 200, fewest_parts: 3 }", "visits", false),
])
func aRegisterHasFiguresForWhatItHoldsAndNothingElse(measure: String, register: String, has: Bool) throws {
    let calculator = try calculator([key(a, "2014_2018"): .number(NumberText.Decimal(80, decimals: 0))])
    let definition = try Fjordvik.definition(measure, register: register)
    #expect(faults(calculator, definition).isEmpty == has)
}
