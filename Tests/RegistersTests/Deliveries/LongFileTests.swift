import Foundation
import Testing

@_spi(Confidential) @testable import Registers

/// Long files, in all the ways they are written and with all that can be wrong in them.
struct LongFileTests {
    private static let lines = [
        "krets;aar;kjonn;alder;antall", "99010101;2020;1;a;3", "99010101;2020;2;a;4", "99010201;2020;1;b;10",
        "99019999;2020;2;b;1", "12340001;2020;2;b;100",
    ]

    private func tableOf(_ data: Data, _ layout: String = DeliveryFolder.layout()) throws -> CountTable {
        let folder = try DeliveryFolder()
        try folder.define(layout)
        try folder.deliver(data: [("f.csv", data)])
        return try folder.read().table()
    }

    private func expectUsual(_ table: CountTable) {
        #expect(table.count(Fjordvik.district("990101"), 2020, sex: 0, age: 0, "all") == 3)
        #expect(table.count(Fjordvik.district("990101"), 2020, sex: 1, age: 0, "all") == 4)
        #expect(table.count(Fjordvik.district("990102"), 2020, sex: 0, age: 1, "all") == 10)
        #expect(table.count(Fjordvik.nowhere, 2020, sex: 1, age: 1, "all") == 1)
        #expect(table.everybody(Fjordvik.city) == 18)
        #expect(table.everybody(.country) == 118)
    }

    @Test(arguments: ["\n", "\r\n"]) func readsBothLineEndsAndBlankLines(end: String) throws {
        expectUsual(try tableOf(Data(Self.lines.map { $0 + end + end }.joined().utf8)))
    }

    @Test func readsAMarkAndALastLineWithoutAnEnd() throws {
        expectUsual(try tableOf(Data([0xEF, 0xBB, 0xBF]) + Data(Self.lines.joined(separator: "\n").utf8)))
    }

    @Test func readsQuotedFieldsWhereverTheyAre() throws {
        let quoted = Self.lines.map { line in line.split(separator: ";").map { "\"\($0)\"" }.joined(separator: ";") }
        expectUsual(try tableOf(Data(quoted.joined(separator: "\r\n").utf8)))
    }

    @Test(arguments: [(",", "comma"), ("\t", "tab")]) func readsOtherSeparators(mark: String, name: String) throws {
        let text = Self.lines.map { $0.replacing(";", with: mark) + "\n" }.joined()
        expectUsual(try tableOf(Data(text.utf8), DeliveryFolder.layout("separator: \(name)")))
    }

    @Test func readsFieldsWithSpacesAroundThem() throws {
        let text = Self.lines.map { $0.replacing(";", with: " ; ") + " \n" }.joined()
        expectUsual(try tableOf(Data(text.utf8)))
    }

    @Test func readsColumnsInAnyOrderAndPassesOverOthers() throws {
        let turned = Self.lines.map { line -> String in
            let fields = line.split(separator: ";")
            return "x \"y\";" + fields.reversed().joined(separator: ";")
        }
        let text = turned.joined(separator: "\n").replacing("x \"y\"", with: "navn", maxReplacements: 1)
        expectUsual(try tableOf(Data(text.utf8)))
    }

    @Test(arguments: ["iso-8859-1", "windows-1252"]) func readsCodesInOlderEncodings(encoding: String) throws {
        let layout = DeliveryFolder.plain("encoding: \(encoding)\ncategories: { \"Øye\": eye, \"Øre\": ear }")
            .replacing("year: aar", with: "year: aar, category: år")
        var data = Data()
        for scalar in "krets;aar;år;antall\n99010101;2020;Øye;5\n99010101;2020;Øre;6\n".unicodeScalars {
            data.append(UInt8(scalar.value))
        }
        let table = try tableOf(data, layout)
        #expect(table.everybody(Fjordvik.city, 2020, "eye") == 5)
        #expect(table.everybody(Fjordvik.city, 2020, "ear") == 6)
    }

    @Test func joinsColumnsToOneCategoryAndSumsCodesOfOne() throws {
        let layout = DeliveryFolder.plain(
            "categories: { \"A/1\": x, \"A/2\": x, \"B/1\": y }\nignore: [\"B/2\"]"
        ).replacing("year: aar", with: "year: aar, category: [k, l]")
        let text =
            "krets;aar;k;l;antall\n99010101;2020;A;1;1\n99010101;2020;A;2;2\n99010101;2020;B;1;4\n"
            + "99010101;2020;B;2;8\n"
        let table = try tableOf(Data(text.utf8), layout)
        #expect(table.everybody(Fjordvik.city, 2020, "x") == 3)
        #expect(table.everybody(Fjordvik.city, 2020, "y") == 4)
    }

    @Test func readsSingleYearsAndTheOpenAge() throws {
        let text =
            "krets;aar;kjonn;alder;antall\n99010101;2020;1;0;1\n99010101;2020;1;007;2\n"
            + "99010101;2020;1;105+;4\n99010101;2020;1;111;8\n"
        let table = try tableOf(Data(text.utf8), DeliveryFolder.layout(ages: "single-years"))
        let men = { (age: Int) in table.count(Fjordvik.city, 2020, sex: 0, age: age, "all") }
        #expect([men(0), men(7), men(105), men(104)] == [1, 2, 12, 0])
    }

    @Test func addsDecimalsAndWeightsExactly() throws {
        let layout = DeliveryFolder.plain().replacing("count: antall", with: "count: antall, weight: vekt")
        let text = "krets;aar;antall;vekt\n99010101;2020;3;1,1\n99010102;2020;7;0,1\n99010104;2020;1,5;1\n"
        let table = try tableOf(Data(text.utf8), layout)
        #expect(table.everybody(Fjordvik.district("990101")) == 5.5)
        #expect(table.quality.isEstimate)
        #expect(table.quality.completeness.map { abs($0 - 11.5 / 5.5) < 1e-12 } == true)
    }

    @Test func takesABlankForWhatTheLayoutSaysAndAMarkForMissing() throws {
        let text = "krets;aar;antall\n99010101;2020;\n99010201;2020;..\n99010301;2020;-\n"
        let zero = try tableOf(Data(text.utf8), DeliveryFolder.plain("blank: zero"))
        let missing = try tableOf(Data(text.utf8), DeliveryFolder.plain("blank: missing"))
        #expect(zero.everybody(Fjordvik.district("990101")) == 0)
        #expect(missing.everybody(Fjordvik.district("990101")) == nil)
        for table in [zero, missing] {
            #expect(table.everybody(Fjordvik.district("990102")) == nil)
            #expect(table.everybody(Fjordvik.district("990104")) == 0)
            #expect(table.everybody(Fjordvik.city) == nil)
        }
    }

    @Test func putsALeadingZeroBackOnlyWhereTheLayoutSaysSo() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.define(DeliveryFolder.plain("repair_leading_zeros: true"), id: "mended")
        try folder.deliver("reg", "krets;aar;antall", "3010101;2020;5", "99010101;2020;1")
        try folder.deliver("mended", register: "mended", "krets;aar;antall", "3010101;2020;5", "99010101;2020;2")
        let found = try folder.read().found
        #expect(
            found == [
                "mended/f.csv:2:1: note: the code '3010101' had lost its leading zero, which was put back "
                    + "[RepairedLeadingZero]",
                "reg/f.csv:2:1: error: the code '3010101' has lost its leading zero; ask for codes as text, or let the "
                    + "layout say repair_leading_zeros: true [LostLeadingZero]",
            ])
    }

    @Test func reportsEverythingThatIsWrongTogetherAndWhere() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.layout("ignore: { sex: [\"9\"] }"))
        try folder.deliver(
            "reg", "krets;aar;kjonn;alder;antall",
            "99010101;2020;1;a;-3", "99010101;2020;2;a;1000000000", "99010101;2020;1;c;1", "99010101;2031;1;a;1",
            "99010101;2020;3;a;1", "99010102;2020;1;a;", "99010102;2020;2;a;1,5x", "99010102;20;2;a;1",
            "99018888;2020;1;a;1", "9901;2020;1;a;1", "99010102;2020;1;b", "99010201;2020;1;\"b;1",
            "99010201;2020;9;a;7", "99010201;2020;2;a;1", "99010202;2020;1;a;1;")
        let found = try folder.read().found
        #expect(
            found.map { String($0.prefix { $0 != " " } + " " + ($0.split(separator: "[").last ?? "")) } == [
                "reg/f.csv:2:19: NegativeCount]", "reg/f.csv:3:19: ImplausibleCount]", "reg/f.csv:4:17: UnknownAge]",
                "reg/f.csv:5:10: YearOutsidePeriod]", "reg/f.csv:6:15: UndeclaredSex]", "reg/f.csv:7:19: BlankCount]",
                "reg/f.csv:8:19: NotACount]", "reg/f.csv:9:10: NotAYear]", "reg/f.csv:10:1: UnknownArea]",
                "reg/f.csv:11:1: UnknownArea]", "reg/f.csv:12: RaggedRecord]", "reg/f.csv:13: BrokenQuote]",
                "reg/f.csv:16: RaggedRecord]",
            ])
    }

    @Test func neverNamesACountInAFinding() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.deliver(
            "reg", "krets;aar;antall", "99010101;2020;-7654321", "99010102;2020;7654321x", "99010201;2020;7654321000000"
        )
        #expect(try folder.read().found.count == 3)
        #expect(try folder.read().found.allSatisfy { !$0.contains("7654321") })
    }

    @Test func reportsTheFirstOfManyFaultsAndSaysHowManyMore() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        let records = (0..<25).map { "990101\($0 + 10);2020;1\n" } + (0..<30).map { _ in "99010101;2020;x\n" }
        try folder.deliver(data: [("f.csv", Data(("krets;aar;antall\n" + records.joined()).utf8))])
        let found = try folder.read().found
        #expect(found.filter { $0.contains("UnknownArea") }.count == 21)
        #expect(found.filter { $0.contains("NotACount") }.count == 21)
        #expect(found.contains("reg/f.csv: error: 5 more records of this file are like that [UnknownArea]"))
        #expect(found.contains("reg/f.csv: error: 10 more records of this file are like that [NotACount]"))
    }

    @Test func locatesTheSecondRecordOfACellAcrossFiles() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.deliver(
            data: [
                ("a.csv", Data("krets;aar;antall\n99010101;2020;1\n99010102;2020;1\n99010101;2020;2\n".utf8)),
                ("b.csv", Data("krets;aar;antall\n12345678;2020;1\n99010102;2020;1\n".utf8)),
            ])
        let key = "2020, sex 0, age 0_120, category 'all'; remove one of the two [DoubledCell]"
        #expect(
            try folder.read().found == [
                "reg/a.csv:4: error: an earlier record is about the same cell: area 99010101, \(key)",
                "reg/b.csv:3: error: an earlier record is about the same cell: area 99010102, \(key)",
            ])
    }

    @Test func missingColumnsAndFilesThatAreOthersAreErrors() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        try folder.deliver("reg", "krets;ar;antall", "99010101;2020;1")
        let found = try folder.read().found
        #expect(found.count == 1 && found[0].hasPrefix("reg/f.csv:1: error: the column 'aar' is missing"), "\(found)")
    }

    @Test func aLineLongerThanAnyRecordIsAFaultWhereverItEnds() throws {
        let folder = try DeliveryFolder()
        try folder.define(DeliveryFolder.plain())
        let long = String(repeating: "1", count: 3_000_000)
        try folder.deliver(
            data: [("f.csv", Data("krets;aar;antall\n99010101;2020;1\n\(long)\n99010102;2020;x\n".utf8))])
        let found = try folder.read().found
        #expect(found.map { String($0.prefix { $0 != " " }) } == ["reg/f.csv:3:", "reg/f.csv:4:15:"], "\(found)")
    }

    @Test func aFileOfManyPiecesIsReadAsOne() throws {
        var text = "krets;aar;kjonn;alder;antall\n"
        var expected: [Double] = [0, 0]
        var state: UInt64 = 7
        for unit in ["99010101", "99010102", "99010201", "99010202"] + (0..<900).map({ "1234\(1000 + $0)" }) {
            for age in 0..<106 {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                let count = Int(state >> 40) % 1000
                text += "\(unit);2020;\(age % 2 + 1);\(age);\(count)\n"
                if unit.hasPrefix("9901") { expected[unit.hasPrefix("990101") ? 0 : 1] += Double(count) }
            }
        }
        #expect(text.utf8.count > 2_000_000)
        let layout = DeliveryFolder.layout(ages: "single-years")
        let table = try tableOf(Data(text.utf8), layout)
        #expect(table.everybody(Fjordvik.district("990101")) == expected[0])
        #expect(table.everybody(Fjordvik.district("990102")) == expected[1])

        let folder = try DeliveryFolder()
        try folder.define(layout)
        try folder.deliver(data: [("f.csv", Data((text + "99010101;2020;1;999;1\n").utf8))])
        let lines = text.utf8.count { $0 == 0x0A } + 1
        #expect(
            try folder.read().found.first?.hasPrefix("reg/f.csv:\(lines):17: error: no age has the code '999'") == true)
    }
}
