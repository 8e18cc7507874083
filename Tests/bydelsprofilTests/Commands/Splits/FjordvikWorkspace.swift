import Checksum
import Foundation
import TestSupport

/// What `split check` reads of the invented city: its geography, three indicators of
/// each theme but the fourth, which has two, and deliveries of two registers.
struct FjordvikWorkspace {
    let scratch: ScratchFolder

    /// Keeps to the borders of what is published.
    static let nested = """
        grunnkrets;kode;navn
        99010101;990111;Sentrum & Havn
        99010102;990111;Sentrum & Havn
        99010104;990111;Sentrum & Havn
        99010105;990111;Sentrum & Havn
        99010201;990112;Høyden
        99010202;990112;Høyden
        99010203;990112;Høyden
        99010204;990113;Neset
        99010401;990114;Øyene
        99010402;990114;Øyene
        99010301;990115;Marka
        99010302;990115;Marka

        """

    /// Those with a low income and everybody in 2021 and 2022: few on the islands and at the headland in 2022, and no
    /// number that a report has for another reason.
    static let counts: [String: [(low: Int, all: Int)]] = [
        "99010101": [(411, 1237), (413, 1243)], "99010102": [(307, 863), (311, 877)],
        "99010104": [(919, 2719), (929, 2729)], "99010105": [(331, 947), (337, 953)],
        "99010201": [(523, 1693), (541, 1697)], "99010202": [(257, 773), (263, 787)],
        "99010203": [(71, 211), (73, 223)], "99010204": [(127, 389), (3, 397)], "99010301": [(173, 517), (179, 521)],
        "99010302": [(167, 509), (181, 523)], "99010401": [(103, 307), (2, 313)], "99010402": [(83, 263), (1, 269)],
    ]

    init() throws {
        scratch = try ScratchFolder()
        try FileManager.default.copyItem(atPath: Fixtures.geography.path, toPath: scratch.folder.file("geography"))
        try writeGeography()
        try writeIndicators()
        try writeDeliveries()
        try scratch.write(Self.nested, to: "request.csv")
    }

    /// `split check` of `request`, with `arguments` after it.
    func check(_ request: String = "request.csv", _ arguments: [String] = [], deliveries: String? = "deliveries") throws
        -> CommandRun
    {
        let delivered = deliveries.map { ["--deliveries", scratch.folder.file($0)] } ?? []
        return try CommandRun(
            [
                "split", "check", scratch.folder.file(request), "--kommune", "9901", "--date", "2024-01-01",
                "--geography", scratch.folder.file("geography"), "--indicators", scratch.folder.file("indicators"),
            ] + delivered + arguments)
    }

    private func writeGeography() throws {
        try scratch.write(
            """
            source: { nb: Oppdiktet, nn: Oppdikta, en: Invented }
            licence: CC0
            lists: { first: 2005-01-01, last: 2025-01-01 }

            """, to: "geography/register.yaml")
        for name in ["units.csv", "changes.csv"] {
            try scratch.write(scratch.text(of: "geography/fjordvik/\(name)"), to: "geography/\(name)")
        }
        try scratch.write(
            "kommune;name;valid_from;valid_to\n9901;Fjordvik;2005-01-01;\n9902;Øyvær;2005-01-01;2020-01-01\n",
            to: "geography/kommuner.csv")
        let policy = URL(fileURLWithPath: Fixtures.committedGeography.file("requests.yaml"))
        try scratch.write(Data(contentsOf: policy), to: "geography/requests.yaml")
    }

    private func writeIndicators() throws {
        let themes = (1...5).map { "- id: theme-\($0)\n  title: { nb: Tema \($0), nn: Tema \($0), en: Theme \($0) }\n" }
        try scratch.write(themes.joined(), to: "indicators/themes.yaml")
        for (number, order) in (1...5).flatMap({ number in (1...3).map { (number, $0) } }) {
            if number == 4, order == 3 { continue }
            var indicator = IndicatorFile(
                "indicator-\(number)-\(order)", measure: "{ kind: share, numerator: low, denominator: all }")
            indicator.theme = "theme-\(number)"
            indicator.order = order
            indicator.register = number == 5 ? "forms" : "courses"
            try scratch.write(indicator.text, to: "indicators/\(indicator.path)")
        }
        try scratch.write(
            "id: demo\ndate: 2024-06-01\ngeography_date: 2024-01-01\nsynthetic: true\nregisters: [courses, forms]\n",
            to: "indicators/demonstration.yaml")
        let because = "because: { nb: Ja., nn: Ja., en: Yes. }"
        try scratch.write(
            """
            registers:
              courses: { rule: synthetic-only, withholding: small, \(because) }
              forms: { rule: synthetic-only, withholding: small, \(because) }
            presets:
              small:
                numerator: 4
                complement: 4
                denominator: 9
                zeros: false
                rest: true
                years: true
                least_width: 2
                reach_above_limit: true
                least_sum: 5
                insider: true
                withhold_more: true
                series: { most_withheld: 0.9, most_weak: 0.9, weak: 5, most_holes: 0.9 }
            coverage: { most_unknown: 0.08, largest_difference: 0.05 }
            tests: { interval_level: 0.95, false_discovery_rate: 0.05 }

            """, to: "indicators/disclosure.yaml")
    }

    private func writeDeliveries() throws {
        let rest = [(low: 40_009, all: 100_003), (low: 40_013, all: 100_019)]
        try deliver("forms", "kommune", [("0", rest), ("9901", [(3_473, 10_729), (3_229, 10_831)])])
        let country = rest.indices.map { year in
            let counts = Self.counts.values.map { $0[year] } + [rest[year]]
            return (low: counts.reduce(0) { $0 + $1.low }, all: counts.reduce(0) { $0 + $1.all })
        }
        let units = Self.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        try deliver("courses", "grunnkrets", [("0", country)] + units)
    }

    private func deliver(_ register: String, _ level: String, _ rows: [(String, [(low: Int, all: Int)])]) throws {
        try scratch.write(
            """
            id: \(register)
            owner: { nb: Eier, nn: Eigar, en: Owner }
            name: { nb: Navn, nn: Namn, en: Name }
            counts: { nb: Noe, nn: Noko, en: Something }
            lowest_geography: \(level)
            first_year: 2021
            licence: { nb: Lukket, nn: Lukka, en: Closed }
            tables: []
            publication: confidential-delivery
            delivery:
              format: long-csv
              columns: { area: sted, year: aar, category: gruppe, count: antall }
              ages: 0_120
              categories: { lav: low, alle: all }
              absent: zero

            """, to: "indicators/registers/\(register).yaml")
        var text = "sted;aar;gruppe;antall\n"
        for (code, years) in rows {
            for (year, count) in zip(2021..., years) {
                text += "\(code);\(year);lav;\(count.low)\n\(code);\(year);alle;\(count.all)\n"
            }
        }
        let data = Data(text.utf8)
        try scratch.write(data, to: "deliveries/\(register)/f.csv")
        try scratch.write(
            """
            register: \(register)
            received: 2026-09-01
            geography_date: 2024-01-01
            years: [2021, 2022]
            synthetic: true
            files:
              - { file: f.csv, sha256: \(Checksum.sha256(data)), status: final }

            """, to: "deliveries/\(register)/delivery.yaml")
    }
}
