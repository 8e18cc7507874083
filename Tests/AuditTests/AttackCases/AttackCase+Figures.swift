import Audit
import Cells
import TestSupport

/// Attacks by rates, indices, percentages and intervals, which are made of counts.
extension AttackCase {
    static let byFiguresMadeOfCounts = [rateWithDenominator, indexWithExpected, percents, intervalEnds]

    /// 2.4 per 1000 of 1234 people, rounded to one decimal, is 2.35 to 2.45 per 1000: 2.90 to 3.02 people.
    private static var rateWithDenominator: AttackCase {
        var table = SystemBuilder()
        table.add(["Tilfeller": 3])
        table.hint("Rate", at: "Tilfeller", within: 2.8999...3.0233)
        return AttackCase(
            "rate with denominator", table.system, withholding: ["Tilfeller"], expecting: ["Tilfeller": .exact])
    }

    /// Frogner's count is hidden beside Sagene's, but its index 80 with 25 expected is 19.875 to 20.125 cases:
    /// Sagene has 23 less that, 2.875 to 3.125.
    private static var indexWithExpected: AttackCase {
        var table = SystemBuilder()
        table.add(["Sagene": 3, "Frogner": 20])
        table.sum("Indre by", of: ["Sagene", "Frogner"], kind: .frozen)
        table.hint("Indeks Sagene", at: "Sagene", within: 2.98...3.02)
        table.hint("Indeks Frogner", at: "Frogner", within: 19.875...20.125)
        return AttackCase(
            "index with expected", table.system, withholding: ["Sagene", "Indeks Sagene", "Frogner"],
            expecting: ["Sagene": .exact])
    }

    /// 12 % and 8 % of 25, rounded to whole per cent, are 2.875 to 3.125 and 1.875 to 2.125.
    private static var percents: AttackCase {
        var table = SystemBuilder()
        table.add(["Trangbodde": 3, "Uoppgitt": 2, "Ikke trangbodde": 20])
        table.sum("Husholdninger", of: ["Trangbodde", "Uoppgitt", "Ikke trangbodde"], kind: .frozen)
        table.hint("Prosent trangbodde", at: "Trangbodde", within: 2.875...3.125)
        table.hint("Prosent uoppgitt", at: "Uoppgitt", within: 1.875...2.125)
        table.hint("Prosent ikke trangbodde", at: "Ikke trangbodde", within: 19.875...20.125)
        return AttackCase(
            "percents", table.system, withholding: ["Trangbodde", "Uoppgitt", "Ikke trangbodde"],
            expecting: ["Trangbodde": .exact, "Uoppgitt": .exact])
    }

    /// The rate is hidden with its count, but the interval's lower end, drawn as a bar, fits 2.6 to 3.4 cases only.
    private static var intervalEnds: AttackCase {
        var table = SystemBuilder()
        table.add(["Tilfeller": 3])
        table.hint("Rate", at: "Tilfeller", within: 2.95...3.05)
        table.hint("Nedre grense", at: "Tilfeller", within: 2.6...3.4)
        return AttackCase(
            "interval ends", table.system, withholding: ["Tilfeller", "Rate"], expecting: ["Tilfeller": .exact])
    }
}
