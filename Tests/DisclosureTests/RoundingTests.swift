import LocatedInput
import Testing

@testable import Disclosure

@Test(arguments: [
    (0.5, 0, "1"), (-0.5, 0, "-1"), (1.5, 0, "2"), (2.5, 0, "3"), (0.25, 1, "0.3"), (-0.25, 1, "-0.3"),
    (2.675, 2, "2.68"),  // 2.67499999999999982 in binary
    (1.005, 2, "1.01"), (2.674, 2, "2.67"), (99.95, 1, "100.0"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (12, 1, "12.0"),
])
func halvesAreRoundedAwayFromZeroAsTheyAreWritten(value: Double, decimals: Int, text: String) {
    #expect(NumberText.Decimal(rounding: value, decimals: decimals).text == text)
}
