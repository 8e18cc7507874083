import Audit
import Cells
import TestSupport

/// Attacks within one table.
extension AttackCase {
    static let withinOneTable = [
        // 1 + 1 = 22 − 20, and the mark means at least one: both are one.
        AttackCase(
            "two ones in a row",
            line(["Sagene 0–5 år": 1, "Sagene 6–15 år": 1, "Sagene 16–19 år": 20], total: "Sagene 0–19 år"),
            withholding: ["Sagene 0–5 år", "Sagene 6–15 år"],
            expecting: ["Sagene 0–5 år": .exact, "Sagene 6–15 år": .exact]),

        structuralZero, bridge,

        // 1 + 2 = 23 − 20: each is 1 or 2.
        AttackCase(
            "known to within one",
            line(["Bygdøy 2021": 1, "Bygdøy 2022": 2, "Bygdøy 2023": 20], total: "Bygdøy 2021–2023"),
            withholding: ["Bygdøy 2021", "Bygdøy 2022"],
            expecting: ["Bygdøy 2021": .narrow, "Bygdøy 2022": .narrow]),

        // 1 + 3 = 24 − 20: each is 1, 2 or 3, wide enough, but a group of four people has been published.
        AttackCase(
            "small sum",
            line(["Nygård": 1, "Sentrum": 3, "Laksevåg": 20], total: "Bergen"),
            ProtectionPolicy(leastLineSum: 5), withholding: ["Nygård", "Sentrum"],
            expecting: ["Nygård": .smallSum, "Sentrum": .smallSum]),

        // 1 + 4 = 25 − 20: each is between 1 and 4, but the one person in Bakklandet knows the others: 5 − 1.
        AttackCase(
            "insider",
            line(["Bakklandet": 1, "Singsaker": 4, "Tyholt": 20], total: "Trondheim øst"),
            ProtectionPolicy(insider: true), withholding: ["Bakklandet", "Singsaker"],
            expecting: ["Singsaker": .insider]),

        unlistedCategory, complement,
    ]

    /// Nobody has dementia before forty; two marks in the line, but the first can only be a zero: 15 − 12 = 3.
    private static var structuralZero: AttackCase {
        var table = SystemBuilder()
        table.add(Cell("Demens 0–39 år", 0, isSensitive: false, mostKnown: 0))
        table.add(["Demens 40–79 år": 3, "Demens 80 år og over": 12])
        table.sum("Demens i alt", of: ["Demens 0–39 år", "Demens 40–79 år", "Demens 80 år og over"])
        return AttackCase(
            "structural zero as partner", table.system, ProtectionPolicy(withholdsZero: true),
            withholding: ["Demens 0–39 år", "Demens 40–79 år"], expecting: ["Demens 40–79 år": .exact])
    }

    /// Every row and column has two marks or more, and totals are public. Rows Sagene and Frogner hold
    /// 3 + 8 + 7 + 2 + 2 = 22 behind marks and columns A and B hold 3 + 8 + 7 + 2 = 20, all of them in those rows: the
    /// one other mark in those rows is 2. The rest has freedom: with x for Sagene A, Sagene B is 11 − x, Frogner A
    /// 10 − x and Frogner B x − 1, so x is 2 to 9; likewise Alna D is 3 to 12 behind 13 − D, D − 1 and 15 − D.
    private static var bridge: AttackCase {
        let districts = ["Sagene", "Frogner", "Nordstrand", "Alna"]
        let groups = ["A", "B", "C", "D"]
        let values: [[Double]] = [[3, 8, 21, 25], [7, 2, 2, 31], [22, 27, 9, 4], [33, 24, 3, 11]]
        var table = SystemBuilder()
        for (district, row) in zip(districts, values) {
            for (group, value) in zip(groups, row) { table.add(Cell("\(district) \(group)", value)) }
        }
        for district in districts {
            table.sum("\(district) i alt", of: groups.map { "\(district) \($0)" }, kind: .frozen)
        }
        for group in groups { table.sum("Byen \(group)", of: districts.map { "\($0) \(group)" }, kind: .frozen) }
        return AttackCase(
            "bridge", table.system,
            withholding: [
                "Sagene A", "Sagene B", "Frogner A", "Frogner B", "Frogner C", "Nordstrand C", "Nordstrand D", "Alna C",
                "Alna D",
            ],
            expecting: ["Frogner C": .exact])
    }

    /// Three without a known civil status are in no column: 50 − 24 − 14 − 9 = 3.
    private static var unlistedCategory: AttackCase {
        var table = SystemBuilder()
        table.add(["Ugift": 24, "Gift": 14, "Skilt": 9])
        table.add(["Uoppgitt": 3], kind: .hidden)
        table.sum("Alle", of: ["Ugift", "Gift", "Skilt", "Uoppgitt"])
        return AttackCase("unlisted category", table.system, withholding: [], expecting: ["Uoppgitt": .exact])
    }

    /// 28 of 30 children are vaccinated: two are not.
    private static var complement: AttackCase {
        var table = SystemBuilder()
        table.add(["Vaksinerte": 28])
        table.add(["Ikke vaksinerte": 2], kind: .hidden)
        table.sum("Barn på to år", of: ["Vaksinerte", "Ikke vaksinerte"], kind: .frozen)
        return AttackCase("complement", table.system, withholding: [], expecting: ["Ikke vaksinerte": .exact])
    }
}
