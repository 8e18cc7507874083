import Audit
import Cells
import TestSupport

/// Attacks that put several tables or levels together.
extension AttackCase {
    static let amongTables = [threeWayLock, parentAndChildren, singleChild, twoAgeGroupings, twinCells]

    /// Each sum holds two marks. Sagene = (5 + 7 − 6) / 2 = 3, Torshov = 5 − 3 = 2, Sinsen = 7 − 3 = 4.
    private static var threeWayLock: AttackCase {
        var table = SystemBuilder()
        table.add(["Sagene": 3, "Torshov": 2, "Sinsen": 4])
        table.sum("Helsestasjon Sagene og Torshov", of: ["Sagene", "Torshov"])
        table.sum("Legevakt Torshov og Sinsen", of: ["Torshov", "Sinsen"])
        table.sum("Skole Sagene og Sinsen", of: ["Sagene", "Sinsen"])
        return AttackCase(
            "three-way lock", table.system, withholding: ["Sagene", "Torshov", "Sinsen"],
            expecting: ["Sagene": .exact, "Torshov": .exact, "Sinsen": .exact])
    }

    /// The table of bydeler hides Frogner beside Ullern, that of delområder hides two small ones. But Frogner is
    /// 9 + 11 = 20, so Ullern is 45 − 20 − 22 = 3, and its two parts, each at least one, are 1 or 2.
    private static var parentAndChildren: AttackCase {
        var table = SystemBuilder()
        table.add(["Skøyen": 2, "Lilleaker": 1, "Briskeby": 9, "Majorstuen": 11, "Sagene": 22])
        table.sum("Ullern", of: ["Skøyen", "Lilleaker"])
        table.sum("Frogner", of: ["Briskeby", "Majorstuen"])
        table.sum("Oslo vest", of: ["Ullern", "Frogner", "Sagene"])
        return AttackCase(
            "parent and children", table.system, withholding: ["Skøyen", "Lilleaker", "Ullern", "Frogner"],
            expecting: ["Ullern": .exact, "Skøyen": .narrow, "Lilleaker": .narrow])
    }

    /// Figures for kommuner are shown whatever they are, by their owner's rule; Utsira has one grunnkrets.
    private static var singleChild: AttackCase {
        var table = SystemBuilder()
        table.add(["Utsira grunnkrets": 3])
        table.sum("Utsira kommune", of: ["Utsira grunnkrets"], isSensitive: false)
        table.add(["Bokn kommune": 5, "Kvitsøy kommune": 6], isSensitive: false)
        table.sum("Øyene", of: ["Utsira kommune", "Bokn kommune", "Kvitsøy kommune"])
        return AttackCase(
            "single child", table.system, withholding: ["Utsira grunnkrets"],
            expecting: ["Utsira grunnkrets": .exact])
    }

    /// No small figure in either grouping, but 0–15 less 0–14 are those of fifteen: 15 − 12 = 3.
    private static var twoAgeGroupings: AttackCase {
        var table = SystemBuilder()
        table.add(["0–14 år": 12])
        table.add(["15 år": 3], kind: .hidden)
        table.add(["16–24 år": 6])
        table.sum("0–15 år", of: ["0–14 år", "15 år"])
        table.sum("15–24 år", of: ["15 år", "16–24 år"])
        table.sum("0–24 år", of: ["0–14 år", "15–24 år"])
        table.relate("0–24 år", ["0–15 år", "16–24 år"])
        return AttackCase("two age groupings", table.system, withholding: [], expecting: ["15 år": .exact])
    }

    /// Frogner is hidden beside Sagene, but is shown under another name: Sagene = 45 − 20 − 22 = 3.
    private static var twinCells: AttackCase {
        var table = SystemBuilder()
        table.add(["Sagene": 3, "Frogner": 20, "Ullern": 22])
        table.sum("Oslo vest", of: ["Sagene", "Frogner", "Ullern"])
        table.sum("Helsesone vest", of: ["Frogner"])
        return AttackCase(
            "twin cells", table.system, withholding: ["Sagene", "Frogner"], expecting: ["Sagene": .exact])
    }
}
