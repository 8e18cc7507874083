import Audit
import Cells
import TestSupport

/// Attacks over years, windows and editions.
extension AttackCase {
    static let overTime = [movingWindows, nextRelease, revision, windowsAcrossSplits]

    /// Windows 9, 13, 14, 11 and the year 2018, 7, are shown. 2015 = 7 − (13 − 9) = 3. With t for 2017: 2016 = 6 − t,
    /// 2019 = 7 − t, 2020 = 4 − 2019 = t − 3, each at least one: t is 4 or 5, and so all are known to within one.
    private static var movingWindows: AttackCase {
        var table = SystemBuilder()
        table.add(["2015": 3, "2016": 2, "2017": 4, "2018": 7, "2019": 3, "2020": 1])
        for first in 2015...2018 {
            table.sum("\(first)–\(first + 2)", of: (first...first + 2).map { "\($0)" })
        }
        return AttackCase(
            "moving windows", table.system, withholding: ["2015", "2016", "2017", "2019", "2020"],
            expecting: ["2015": .exact, "2016": .narrow, "2017": .narrow, "2019": .narrow, "2020": .narrow])
    }

    /// The last edition hid Sagene beside Frogner: 45 − 22 = 23 together. This one shows Frogner's years, 6 + 8 + 6:
    /// Sagene had 3, and each of its years, at least one, had 1.
    private static var nextRelease: AttackCase {
        var table = SystemBuilder()
        let years = ["2019", "2020", "2021"]
        for year in years { table.add(Cell("Sagene \(year)", 1)) }
        for (year, value) in zip(years, [6.0, 8, 6]) { table.add(Cell("Frogner \(year)", value)) }
        table.sum("Sagene i fjor", of: years.map { "Sagene \($0)" }, kind: .hidden, leastKnown: 1)
        table.sum("Frogner i fjor", of: years.map { "Frogner \($0)" }, kind: .hidden, leastKnown: 1)
        table.add(["Ullern i fjor": 22], kind: .frozen)
        table.sum("Oslo vest i fjor", of: ["Sagene i fjor", "Frogner i fjor", "Ullern i fjor"], kind: .frozen)
        return AttackCase(
            "next year's release", table.system, withholding: ["Sagene 2019", "Sagene 2020", "Sagene 2021"],
            expecting: [
                "Sagene i fjor": .exact, "Sagene 2019": .exact, "Sagene 2020": .exact, "Sagene 2021": .exact,
            ])
    }

    /// Two cases were registered late: 43 − 41 in Sagene and 92 − 90 in the city.
    private static var revision: AttackCase {
        var table = SystemBuilder()
        table.add(["Sagene først": 41, "Frogner først": 49], kind: .frozen)
        table.add(["Sagene sent": 2, "Frogner sent": 0], kind: .hidden)
        table.sum("Byen først", of: ["Sagene først", "Frogner først"], kind: .frozen)
        table.sum("Byen sent", of: ["Sagene sent", "Frogner sent"], kind: .hidden)
        table.sum("Sagene revidert", of: ["Sagene først", "Sagene sent"])
        table.sum("Frogner revidert", of: ["Frogner først", "Frogner sent"])
        table.sum("Byen revidert", of: ["Byen først", "Byen sent"])
        table.relate("Byen revidert", ["Sagene revidert", "Frogner revidert"])
        return AttackCase(
            "revision", table.system, withholding: [], expecting: ["Sagene sent": .exact, "Byen sent": .exact])
    }

    /// The old Sagene's window, 30, and its years 2020 and 2021, 10 each, are public: its 2019 was 10. The new one's 2020
    /// and 2021 are hidden for that, but its 2019, 8, is shown as the old one's never was: 2 have moved.
    /// For the other years, 6 − 2 = 4 in all, anything from 0 to 4 agrees.
    private static var windowsAcrossSplits: AttackCase {
        var table = SystemBuilder()
        table.add(["Flyttet 2019": 2, "Flyttet 2020": 1, "Flyttet 2021": 3], kind: .hidden)
        table.add(["Ny Sagene 2019": 8, "Ny Sagene 2020": 9, "Ny Sagene 2021": 7])
        for year in ["2019", "2020", "2021"] {
            table.sum(
                "Gammel Sagene \(year)", of: ["Ny Sagene \(year)", "Flyttet \(year)"],
                kind: year == "2019" ? .hidden : .frozen)
        }
        for name in ["Flyttet", "Ny Sagene", "Gammel Sagene"] {
            table.sum(
                "\(name) 2019–2021", of: ["2019", "2020", "2021"].map { "\(name) \($0)" },
                kind: name == "Flyttet" ? .hidden : name == "Ny Sagene" ? .cell : .frozen)
        }
        return AttackCase(
            "windows across splits", table.system, withholding: ["Ny Sagene 2020", "Ny Sagene 2021"],
            expecting: ["Flyttet 2019": .exact])
    }
}
