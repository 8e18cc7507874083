import Checksum
import Foundation
import Geography
import LocatedInput
import Testing

@testable import Registers

struct DeliveryTests {
    private let register: RegisterDefinition
    private let scratch: ScratchFolder
    private let data = "area;year;count\n0301;2020;1\n"

    init() throws {
        register = try DeliveredFixture.register(
            "deaths", delivery: "format: long-csv\ncolumns: { area: area, year: year, count: count }\nages: 0_120")
        scratch = try ScratchFolder()
    }

    /// A description of one final file, `a.csv`; each of `changed` stands instead of the line with its key.
    private func description(_ changed: [String: String] = [:], without left: String? = nil) -> String {
        let lines = [
            ("register", "deaths"), ("received", "2024-03-01"), ("geography_date", "2024-01-01"),
            ("years", "[2020, 2022]"), ("synthetic", "true"), ("breaks", "[2021]"),
            ("files", "[{ file: a.csv, sha256: \(Checksum.sha256(Data(data.utf8))), status: final }]"),
        ]
        return lines.filter { $0.0 != left }.map { "\($0): \(changed[$0] ?? $1)\n" }.joined()
    }

    private func load(_ registers: [RegisterDefinition]? = nil) -> (deliveries: [Delivery], found: [String]) {
        var diagnostics = Diagnostics()
        let deliveries = Delivery.loadAll(from: scratch.folder, registers: registers ?? [register], &diagnostics)
        return (deliveries, diagnostics.sorted.map { $0.description.replacing("\(scratch.folder.path)/", with: "") })
    }

    private func write(_ text: String, folder: String = "deaths", file: String = "a.csv", data: String? = nil) throws {
        try scratch.write("\(folder)/delivery.yaml", text)
        try scratch.write("\(folder)/\(file)", data ?? self.data)
    }

    @Test func readsWhatADeliverySaysOfItself() throws {
        try write(description(), folder: "deaths-2024")
        let (deliveries, found) = load()
        #expect(found == [])
        let delivery = try #require(deliveries.first)
        #expect(delivery.register == RegisterID("deaths"))
        #expect(delivery.received == CalendarDate("2024-03-01"))
        #expect(delivery.geographyDate == .date(.january1(2024)))
        #expect(delivery.years == 2020...2022)
        #expect(delivery.isSynthetic)
        #expect(delivery.breaks == [2021])
        #expect(delivery.files.map(\.status) == [.final])
        var diagnostics = Diagnostics()
        #expect(delivery.open(delivery.files[0], &diagnostics)?.data == Data(data.utf8))
        #expect(diagnostics.isEmpty)
    }

    @Test func codesMayBeThoseOfEachYear() throws {
        try write(description(["geography_date": "per-year"]))
        let delivery = try #require(load().deliveries.first)
        #expect(delivery.geographyDate.date(for: 2021) == .january1(2021))
    }

    @Test func onlyWhatIsWrittenIsSynthetic() throws {
        try write(description(without: "synthetic"))
        #expect(load().deliveries.map(\.isSynthetic) == [false])
    }

    @Test(arguments: [
        ("register", "deths", "1:11", "UnknownRegister"), ("register", "lungs", "1:11", "MisnamedDelivery"),
        ("received", "1.3.2024", "2:11", "NotADate"), ("received", "2021-12-31", "3:17", "ReferenceDate"),
        ("geography_date", "2024", "3:17", "NotADate"), ("geography_date", "2024-03-02", "3:17", "ReferenceDate"),
        ("years", "[2020]", "4:8", "NotYears"), ("years", "[2022, 2020]", "4:8", "NotYears"),
        ("years", "[20, 22]", "4:8", "NotYears"), ("years", "[2020, 2025]", "4:15", "ReferenceDate"),
        ("years", "[2001, 2004]", "4:15", "ReferenceDate"), ("years", "2020", "4:8", "WrongShape"),
        ("synthetic", "maybe", "5:12", "WrongShape"), ("breaks", "[2019]", "6:10", "BreakOutsideYears"),
        ("files", "[]", "7:8", "NoFiles"),
        ("files", "[{ file: ../a.csv, sha256: x, status: final }]", "7:17", "NotAFileName"),
        ("files", "[{ file: delivery.yaml, sha256: x, status: final }]", "7:17", "NotAFileName"),
        ("files", "[{ file: b.csv, sha256: x, status: final }]", "7:17", "MissingFile"),
        ("files", "[{ file: a.csv, sha256: x, status: final }]", "7:32", "NotAChecksum"),
        ("files", "[{ file: a.csv, sha256: x, status: sure }]", "7:43", "UnknownChoice"),
        ("files", "[{ file: a.csv, status: final }]", "7:9", "MissingKey"),
    ])
    func aDescriptionThatDoesNotFitIsRefused(key: String, value: String, place: String, name: String) throws {
        try write(description([key: value]))
        let lungs = try DeliveredFixture.register(
            "lungs", delivery: "format: long-csv\ncolumns: { area: area, year: year }\nages: 0_120")
        let (deliveries, found) = load([register, lungs])
        #expect(deliveries.isEmpty)
        #expect(
            found.contains { $0.hasPrefix("deaths/delivery.yaml:\(place): error: ") && $0.hasSuffix("[\(name)]") },
            "\(found)")
    }

    @Test func aRegisterWithoutALayoutOfDeliveriesIsRefused() throws {
        try write(description())
        let open = try DeliveredFixture.register("deaths")
        #expect(
            load([open]).found == [
                "deaths/delivery.yaml:1:11: error: nothing says how deliveries of register 'deaths' are written; add "
                    + "'delivery' to the definition of the register [NotDelivered]"
            ])
    }

    @Test func allFaultsOfAllDeliveriesAreReportedTogether() throws {
        try write(description(["received": "x", "years": "[3]"]), folder: "deaths-a")
        try write(description(["register": "x"], without: "received") + "colour: red\n", folder: "deaths-b")
        try scratch.write("deaths-c/a.csv", data)
        try scratch.write("notes.txt", "")
        #expect(
            load().found.map { $0.replacing(#/(error|warning): .* \[/#, with: "[") } == [
                "deaths-a/delivery.yaml:2:11: [NotADate]", "deaths-a/delivery.yaml:4:8: [NotYears]",
                "deaths-b/delivery.yaml:1:1: [MissingKey]", "deaths-b/delivery.yaml:1:11: [UnknownRegister]",
                "deaths-b/delivery.yaml:7:1: [UnknownKey]", "deaths-c: [NoDescription]", "notes.txt: [StrayFile]",
            ])
    }

    @Test func everyFileIsListedOnce() throws {
        let sha256 = Checksum.sha256(Data(data.utf8))
        let entry = "{ file: a.csv, sha256: \(sha256), status: final }"
        try write(description(["files": "\n- \(entry)\n- \(entry)"]))
        try scratch.write("deaths/b.csv", "")
        #expect(
            load().found.map { $0.replacing(#/; .* \[/#, with: " [").replacing("\(scratch.folder.path)/", with: "") }
                == [
                    "deaths/b.csv: error: the file lies in a delivery that does not list it, so nobody knows what it is "
                        + "[UnlistedFile]",
                    "deaths/delivery.yaml:9:11: error: 'a.csv' is listed at deaths/delivery.yaml:8:11 already "
                        + "[FileListedTwice]",
                ])
    }

    @Test func aFileInTwoDeliveriesIsRefused() throws {
        try write(description(), folder: "deaths-a")
        try write(description(), folder: "deaths-b")
        #expect(load().found.map { $0.hasSuffix("[FileDeliveredTwice]") } == [true])
    }

    @Test func aFileThatIsNotTheOneDescribedIsNotOpened() throws {
        try write(description(), data: data + "0301;2021;1\n")
        let delivery = try #require(load().deliveries.first)
        var diagnostics = Diagnostics()
        #expect(delivery.open(delivery.files[0], &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name) == ["ChecksumMismatch"])
        #expect(diagnostics.sorted.first?.location.line == 7)
    }

    @Test func aYearWithoutRecordsIsMissing() throws {
        try write(description())
        let delivery = try #require(load().deliveries.first)
        var diagnostics = Diagnostics()
        delivery.reportMissingYears(found: [2020, 2022, 2023], &diagnostics)
        #expect(
            diagnostics.sorted.map { $0.description.replacing("\(scratch.folder.path)/", with: "") } == [
                "deaths/delivery.yaml:4:8: error: no file of this delivery of 'deaths' has figures for 2021; ask the owner "
                    + "for the year, or correct 'years' [MissingYear]"
            ])
    }

    @Test func aFolderThatIsNotThereIsReported() {
        var diagnostics = Diagnostics()
        let nowhere = InputFolder(scratch.folder.file("nowhere"))
        #expect(Delivery.loadAll(from: nowhere, registers: [register], &diagnostics).isEmpty)
        #expect(diagnostics.sorted.map(\.name) == ["MissingFolder"])
    }
}
