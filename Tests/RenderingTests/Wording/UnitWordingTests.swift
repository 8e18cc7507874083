import Geography
import Indicators
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Rendering

/// The library of one rate, given per 1000 and standardised as `by` says.
private func unit(_ by: String, in language: Language) throws -> String {
    var rate = IndicatorFile("rate", measure: "{ kind: rate, numerator: events\(by) }")
    rate.unit = "per-1000"
    let scratch = try ScratchFolder([rate])
    var diagnostics = Diagnostics()
    let library = IndicatorLibrary.load(from: scratch.folder, registers: [RegisterID("persons")], &diagnostics)
    let indicator = try #require(library?.indicators.first)
    return try Templates.wordings()[language].unit(of: indicator)
}

@Test(arguments: [
    ("", ""), (", standardise: [age]", " (a)"), (", standardise: [sex]", " (k)"),
    (", standardise: [age, sex]", " (a,k)"),
])
func aUnitSaysWhatFiguresAreAdjustedForAndNothingWhereTheyAreNot(by: String, mark: String) throws {
    #expect(try unit(by, in: .nb) == "per 1000\(mark)")
    #expect(try unit(by, in: .nn) == "per 1000\(mark)")
    #expect(try unit(by, in: .en) == "per 1,000\(mark)")
}
