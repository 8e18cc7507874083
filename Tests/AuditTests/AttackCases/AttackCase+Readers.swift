import Audit
import Cells
import TestSupport

/// Attacks by what readers know besides the tables.
extension AttackCase {
    static let byWhatReadersKnow = [markThatTells, populationCap, wholeNumbersOnly]

    /// One mark stands for 'small', another for 'hidden beside a small one'. Two small ones that add up to
    /// 38 − 30 = 8, neither above 4, are 4 each. Under one mark for both, anything from 1 to 7 agrees.
    private static var markThatTells: AttackCase {
        let names = ["Frogner", "Sagene", "Ullern"]
        var telling = SystemBuilder()
        telling.add(Cell("Frogner", 4, mostKnown: 4))
        telling.add(Cell("Sagene", 4, mostKnown: 4))
        telling.add(["Ullern": 30])
        telling.sum("Oslo vest", of: names)
        return AttackCase(
            "mark that tells", line(["Frogner": 4, "Sagene": 4, "Ullern": 30], total: "Oslo vest"),
            naiveSystem: telling.system, withholding: ["Frogner", "Sagene"],
            expecting: ["Frogner": .exact, "Sagene": .exact])
    }

    /// 27 − 20 = 7 among three women and five men: at least 7 − 5 = 2 women of 3 and 7 − 3 = 4 men of 5.
    private static var populationCap: AttackCase {
        var table = SystemBuilder()
        table.add(Cell("Kvinner 90 år og over", 3, mostKnown: 3))
        table.add(Cell("Menn 90 år og over", 4, mostKnown: 5))
        table.add(Cell("Alle 67–89 år", 20, mostKnown: 180))
        table.sum("Alle 67 år og over", of: ["Kvinner 90 år og over", "Menn 90 år og over", "Alle 67–89 år"])
        return AttackCase(
            "population cap", table.system, withholding: ["Kvinner 90 år og over", "Menn 90 år og over"],
            expecting: ["Kvinner 90 år og over": .narrow, "Menn 90 år og over": .narrow])
    }

    /// 19 children in families of three and five children: numbers from 1 to 14/3 agree for the first, but of whole ones
    /// only 3 × 3 + 2 × 5 do.
    private static var wholeNumbersOnly: AttackCase {
        var table = SystemBuilder()
        table.add(["Familier med tre barn": 3, "Familier med fem barn": 2])
        table.add(Cell("Barn i store familier", 19))
        table.relate(["Barn i store familier": 1, "Familier med tre barn": -3, "Familier med fem barn": -5])
        return AttackCase(
            "whole numbers only", table.system, ProtectionPolicy(wholeNumbers: true),
            withholding: ["Familier med tre barn", "Familier med fem barn"],
            expecting: ["Familier med tre barn": .exact, "Familier med fem barn": .exact])
    }
}
