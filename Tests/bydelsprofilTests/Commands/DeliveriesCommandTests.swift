import Checksum
import Foundation
import TestSupport
import Testing

/// `deliveries check` and `deliveries sum`, run as a user runs them on the invented city.
struct DeliveriesCommandTests {
    /// A folder with one register and one delivery of it, whose rows are `rows`.
    private func workspace(_ rows: String, synthetic: Bool = true) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write(
            """
            id: pupils
            owner: { nb: Eier, nn: Eigar, en: Owner }
            name: { nb: Navn, nn: Namn, en: Name }
            counts: { nb: Noe, nn: Noko, en: Something }
            lowest_geography: kommune
            first_year: 2020
            licence: { nb: Lukket, nn: Lukka, en: Closed }
            tables: []
            publication: confidential-delivery
            delivery:
              format: long-csv
              columns: { area: kommune, year: aar, count: antall }
              ages: 0_120

            """, to: "indicators/registers/pupils.yaml")
        let data = Data("kommune;aar;antall\n\(rows)".utf8)
        try scratch.write(data, to: "deliveries/pupils/f.csv")
        try scratch.write(
            """
            register: pupils
            received: 2026-09-01
            geography_date: 2020-01-01
            years: [2020, 2020]
            synthetic: \(synthetic)
            files:
              - { file: f.csv, sha256: \(Checksum.sha256(data)), status: final }

            """, to: "deliveries/pupils/delivery.yaml")
        return scratch
    }

    private func run(_ command: String, in scratch: ScratchFolder, _ more: [String] = []) throws -> CommandRun {
        try CommandRun(
            [
                "deliveries", command, scratch.folder.file("deliveries"), "--geography", Fixtures.geography.path,
                "--indicators", scratch.folder.file("indicators"),
            ] + more)
    }

    private let sound = "0;2020;1000\n9901;2020;170\n"

    @Test func checkTellsWhatWasReadAndCountsNothingButTheCountry() throws {
        let run = try run("check", in: workspace(sound))
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.hasPrefix("pupils  2020–2020  records: 2  total: 1000  by kommune  synthetic\n"))
        #expect(!run.output.contains("170"))
    }

    @Test func checkGivesOneDocumentWhereItIsAskedTo() throws {
        let run = try run("check", in: workspace(sound), ["--json"])
        #expect(run.status == 0)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["schema_version"] != nil)
    }

    @Test func checkNamesEveryFaultWithItsPlaceAndShowsNoCount() throws {
        let run = try run("check", in: workspace("9901;2020;-170\n9901;2021;4\n"))
        #expect(run.status == 65 && run.output.isEmpty, "\(run.status) \(run.output)")
        for line in [2, 3] { #expect(run.errors.contains("f.csv:\(line):"), "\(run.errors)") }
    }

    @Test func sumWritesWhatOnlyItsOwnerMayReadAndSaysSoOfRealCounts() throws {
        let scratch = try workspace(sound, synthetic: false)
        let out = scratch.folder.file("sums.csv")
        let run = try run("sum", in: scratch, ["--out", out])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("is confidential"))
        #expect(!run.output.contains("170") && !run.errors.contains("170"))
        let text = try scratch.text(of: "sums.csv")
        #expect(text.hasPrefix("register;split;area;year;sex;age;category;count\n"))
        #expect(text.contains(";9901;2020;") && text.contains(";170\n"))
        let mode = try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func sumWritesNothingOfADeliveryThatIsWrong() throws {
        let scratch = try workspace("9901;2020;x\n")
        let run = try run("sum", in: scratch, ["--out", scratch.folder.file("sums.csv")])
        #expect(run.status == 65)
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.file("sums.csv")))
    }

    @Test func aFolderThatIsNotThereIsMissingInput() throws {
        let scratch = try ScratchFolder()
        #expect(try run("check", in: scratch).status == 66)
    }
}
