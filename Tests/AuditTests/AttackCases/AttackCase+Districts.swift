import Audit
import Cells
import TestSupport

/// Attacks that take one district split from another.
extension AttackCase {
    static let amongDistricts = [newSplitAgainstOld, fourDistricts, unionAgainstUnion]

    /// Two people live in the grunnkrets that moved: 20 − 18 = 2, and 17 − 15 = 2 as well.
    private static var newSplitAgainstOld: AttackCase {
        var table = SystemBuilder()
        table.add(["Flyttet krets": 2], kind: .hidden)
        table.add(["Sentrum ny": 18])
        table.add(["St. Hanshaugen gammel": 15], kind: .frozen)
        table.sum("Sentrum gammel", of: ["Sentrum ny", "Flyttet krets"], kind: .frozen)
        table.sum("St. Hanshaugen ny", of: ["St. Hanshaugen gammel", "Flyttet krets"])
        table.sum("Indre by", of: ["Sentrum ny", "St. Hanshaugen ny"], kind: .frozen)
        return AttackCase(
            "new split against old by one unit", table.system, withholding: [], expecting: ["Flyttet krets": .exact])
    }

    /// No old district differs from a new one by less than nine people, but the first two old ones together hold 47 and
    /// the first two new ones 45.
    private static var fourDistricts: AttackCase {
        var table = SystemBuilder()
        table.add(
            ["1 og I": 10, "1 og II": 12, "2 og I": 9, "2 og II": 14, "2 og III": 2, "3 og III": 11],
            kind: .hidden)
        table.add(["Ny IV": 8])
        table.sum("Gammel 1", of: ["1 og I", "1 og II"], kind: .frozen)
        table.sum("Gammel 2", of: ["2 og I", "2 og II", "2 og III"], kind: .frozen)
        table.sum("Gammel 3", of: ["3 og III", "Ny IV"], kind: .frozen)
        table.sum("Ny I", of: ["1 og I", "2 og I"])
        table.sum("Ny II", of: ["1 og II", "2 og II"])
        table.sum("Ny III", of: ["2 og III", "3 og III"])
        table.sum("Byen", of: ["Gammel 1", "Gammel 2", "Gammel 3"], kind: .frozen)
        table.relate("Byen", ["Ny I", "Ny II", "Ny III", "Ny IV"])
        return AttackCase("four districts", table.system, withholding: [], expecting: ["2 og III": .exact])
    }

    /// Police districts 1 and 2 hold 20 + 25 people; health districts Nord, Bydal and Dalen, 25 + 9 + 8, hold the same
    /// places but one: 45 − 42 = 3.
    private static var unionAgainstUnion: AttackCase {
        var table = SystemBuilder()
        table.add(["Aker": 11, "Camp": 14, "Skogen": 3, "Eika": 10], kind: .hidden)
        table.add(["Helse Bydal": 9, "Helse Dalen": 8, "Helse Fjell": 12])
        table.sum("Politi 1", of: ["Aker", "Helse Bydal"])
        table.sum("Politi 2", of: ["Camp", "Helse Dalen", "Skogen"])
        table.sum("Politi 3", of: ["Eika", "Helse Fjell"])
        table.sum("Helse Nord", of: ["Aker", "Camp"])
        table.sum("Helse Sør", of: ["Skogen", "Eika"])
        table.sum("Byen", of: ["Politi 1", "Politi 2", "Politi 3"], kind: .frozen)
        table.relate("Byen", ["Helse Nord", "Helse Bydal", "Helse Dalen", "Helse Sør", "Helse Fjell"])
        return AttackCase("union against union", table.system, withholding: [], expecting: ["Skogen": .exact])
    }
}
