import Checksum
import Foundation
import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

struct DeliveryStackTests {
    private let layout = """
        format: statbank-csv
        columns: { area: region, year: year }
        ages: 0_120
        """
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A delivery in the folder `name` with files of text and status.
    private func deliver(
        _ name: String, received: String = "2024-03-01", years: String, synthetic: Bool = false,
        _ files: [(text: String, status: String)]
    ) throws {
        var entries = ""
        for (number, file) in files.enumerated() {
            try scratch.write("\(name)/\(number).csv", file.text)
            let sha256 = Checksum.sha256(Data(file.text.utf8))
            entries += "  - { file: \(number).csv, sha256: \(sha256), status: \(file.status) }\n"
        }
        try scratch.write(
            "\(name)/delivery.yaml",
            """
            register: deaths
            received: \(received)
            geography_date: per-year
            years: \(years)
            synthetic: \(synthetic)
            files:
            \(entries)
            """)
    }

    /// The cells that have the say, as `area year count`, and what was found.
    private func read() throws -> (cells: [String], provisional: Set<Int>, found: [String]) {
        var diagnostics = Diagnostics()
        let register = try DeliveredFixture.register("deaths", delivery: layout)
        let deliveries = Delivery.loadAll(from: scratch.folder, registers: [register], &diagnostics)
        var stacks = DeliveryStack.all(of: deliveries, &diagnostics)
        let files = stacks.isEmpty ? [] : stacks[0].readFiles(try DeliveredFixture.layout(layout), &diagnostics)
        let cells = files.flatMap(\.cells).map {
            DeliveredFixture.line($0).replacing(#/ 0 0_120 all = (\d+) @ .*/#) { " " + $0.output.1 }
        }
        let found = diagnostics.sorted.map { $0.description.replacing("\(scratch.folder.path)/", with: "") }
        return (cells.sorted(), stacks.first?.provisionalYears ?? [], found)
    }

    @Test func provisionalFiguresGiveWayToFinalOnesOfTheSameYear() throws {
        try deliver(
            "deaths", years: "[2020, 2022]",
            [("region;2020;2021\n0301;1;2\n", "final"), ("region;2022\n0301;3\n4601;4\n", "provisional")])
        #expect(try read().cells == ["0301 2020 1", "0301 2021 2", "0301 2022 3", "4601 2022 4"])
        #expect(try read().provisional == [2022])
        try deliver("deaths-again", years: "[2022, 2022]", [("region;2022\n0301;5\n", "final")])
        let (cells, provisional, found) = try read()
        #expect(found == [])
        #expect(cells == ["0301 2020 1", "0301 2021 2", "0301 2022 5"])
        #expect(provisional == [])
    }

    @Test func ofProvisionalFiguresTheNewestHaveTheSay() throws {
        try deliver(
            "deaths-a", received: "2024-06-01", years: "[2022, 2022]", [("region;2022\n0301;2\n", "provisional")])
        try deliver(
            "deaths-b", received: "2024-03-01", years: "[2021, 2022]", [("region;2021;2022\n0301;7;1\n", "provisional")]
        )
        let (cells, provisional, found) = try read()
        #expect(found == [])
        #expect(cells == ["0301 2021 7", "0301 2022 2"])
        #expect(provisional == [2021, 2022])
        try deliver(
            "deaths-c", received: "2024-06-01", years: "[2022, 2022]", [("region;2022\n0301;3\n", "provisional")])
        #expect(try read().found.map { $0.hasSuffix("[NoNewestDelivery]") } == [true])
    }

    @Test func twoFinalFilesThatTellOfTheSameCellAreBothNamed() throws {
        try deliver("deaths-a", years: "[2020, 2021]", [("region;2020;2021\n0301;1;2\n4601;1;2\n", "final")])
        try deliver("deaths-b", years: "[2021, 2021]", [("region;2021\n1103;3\n0301;2\n4601;2\n", "final")])
        #expect(
            try read().found == [
                "deaths-b/0.csv:3:6: error: area 0301, 2021, sex 0, age 0_120, category 'all' has a figure at "
                    + "deaths-a/0.csv:2:8 already; deliver each figure once: take the file away that no longer holds, or "
                    + "mark it as provisional [TwoForOneCell]"
            ])
    }

    @Test func aCellTwiceInOneFileIsRefusedToo() throws {
        try deliver(
            "deaths", years: "[2020, 2020]", [("region;2020\n0301 Oslo;1\n0301 Oslo kommune;1\n", "provisional")])
        #expect(try read().found.map { $0.hasSuffix("[TwoForOneCell]") } == [true])
    }

    @Test func finalFilesBesideEachOtherAreReadTogether() throws {
        try deliver("deaths-a", years: "[2020, 2020]", [("region;2020\n0301;1\n", "final")])
        try deliver("deaths-b", years: "[2020, 2020]", [("region;2020\n4601;2\n", "final")])
        let (cells, _, found) = try read()
        #expect(found == [])
        #expect(cells == ["0301 2020 1", "4601 2020 2"])
    }

    @Test func aYearThatIsPromisedAndAYearBetweenDeliveriesAreMissing() throws {
        try deliver("deaths-a", years: "[2017, 2018]", [("region;2018\n0301;1\n", "final")])
        #expect(try read().found.map { $0.prefix(36) } == ["deaths-a/delivery.yaml:4:8: error: n"])
        try deliver("deaths-b", years: "[2020, 2020]", [("region;2020\n0301;1\n", "final")])
        #expect(
            try read().found == [
                "deaths-b/delivery.yaml:4:8: error: no delivery of 'deaths' has figures for 2019, a year between those "
                    + "that are delivered; ask the owner for the year, or take the deliveries before it away "
                    + "[MissingYear]"
            ])
    }

    @Test func aFileThatCannotBeReadIsTheOnlyFaultReported() throws {
        try deliver("deaths", years: "[2020, 2021]", [("region;2020\n0301;x\n", "final")])
        #expect(try read().found.map { $0.hasSuffix("[NotACount]") } == [true])
        try scratch.write("deaths/0.csv", "region;2020\n0301;1\n")
        #expect(try read().found.map { $0.hasSuffix("[ChecksumMismatch]") } == [true])
    }

    @Test func whatAProgramMadeDoesNotStackWithRealFigures() throws {
        try deliver("deaths-a", years: "[2020, 2020]", [("region;2020\n0301;1\n", "final")])
        try deliver("deaths-b", years: "[2021, 2021]", synthetic: true, [("region;2021\n0301;1\n", "final")])
        #expect(
            try read().found.map { $0.replacing(#/error: .* \[/#, with: "[") } == [
                "deaths-b/delivery.yaml: [SyntheticAndReal]"
            ])
    }
}
