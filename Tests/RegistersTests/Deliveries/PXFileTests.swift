import Foundation
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) @testable import Registers

struct PXFileTests {
    private let plain = """
        format: statbank-px
        columns: { area: region, year: Tid }
        ages: 0_120
        """

    /// A table of two places and two years; `data` are its cells.
    private func table(
        data: String = "1 2\n3 4", head: String = "CODEPAGE=\"utf-8\";", more: String = "",
        years: String = "VALUES(\"år\")=\"2020\",\"2021\";"
    ) -> InputFile {
        InputFile(
            path: "a.px",
            text: """
                \(head)
                TITLE="En tittel; med tegn=" "og mer";
                TITLE[en]="A title";
                STUB="region";
                HEADING="år";
                VALUES("region")="Oslo "
                "kommune","Bergen";
                VALUES[en]("region")="O","B","S";
                CODES("region")="0301","4601";
                VARIABLECODE("år")="Tid";
                \(years)\(more)
                DATA=
                \(data);

                """)
    }

    private func read(_ file: InputFile, _ yaml: String? = nil, years: ClosedRange<Int> = 2020...2021) throws
        -> (cells: [String], found: [String])
    {
        let (cells, found) = DeliveredFixture.read(file, try DeliveredFixture.layout(yaml ?? plain), years: years)
        return (cells.map(DeliveredFixture.line), found)
    }

    @Test func cellsStandInTheOrderOfStubAndHeading() throws {
        let (cells, found) = try read(table())
        #expect(found == [])
        #expect(
            cells == [
                "0301 2020 0 0_120 all = 1 @ 13:1", "0301 2021 0 0_120 all = 2 @ 13:3",
                "4601 2020 0 0_120 all = 3 @ 14:1", "4601 2021 0 0_120 all = 4 @ 14:3",
            ])
    }

    @Test(arguments: [
        "TIMEVAL(\"år\")=TLIST(A1),\"2020\",\"2021\";", "TIMEVAL(\"år\")=TLIST(A1,\"2020\"-\"2021\");",
        "TIMEVAL(\"år\") = TLIST( A1, \"2020\" - \"2021\" ) ;",
        "VALUES(\"år\")=\"første\",\"andre\";\nCODES(\"år\")=\"2020\",\"2021\";",
    ])
    func yearsMayBeListedOrARange(years: String) throws {
        let (cells, found) = try read(table(years: years))
        #expect(found == [])
        #expect(cells.map { $0.prefix(9) } == ["0301 2020", "0301 2021", "4601 2020", "4601 2021"])
    }

    @Test func marksMeanWhatTheFileSaysOfThem() throws {
        #expect(try values(of: table(data: ". \"..\" : -")) == [".", "..", ":", "0"])
        #expect(try values(of: table(data: "\"...\" .. -0 2.50")) == ["...", "..", "0", "2.5"])
        let symbols = "\nDATASYMBOL2=\":\";\nDATASYMBOL3=\"..\";\nDATASYMBOLNIL=\".\";"
        #expect(try values(of: table(data: "\"...\" .. - 0", more: symbols)) == ["..", ":", ".", "0"])
    }

    private func values(of file: InputFile) throws -> [String] {
        let (cells, found) = try read(file)
        #expect(found == [])
        return cells.map { String($0.split(separator: " ")[6]) }
    }

    @Test func theFileSaysHowItsBytesStandForCharacters() throws {
        let text = try #require(
            String(data: table(head: "CHARSET=\"ANSI\";\nCODEPAGE=\"Windows-1252\";").data, encoding: .utf8))
        let windows = InputFile(path: "a.px", data: Data(text.unicodeScalars.map { UInt8($0.value) }))
        #expect(try read(windows).found == [])
        #expect(try read(windows).cells.first == "0301 2020 0 0_120 all = 1 @ 14:1")
        let silent = try #require(String(data: table(head: "CHARSET=\"ANSI\";").data, encoding: .utf8))
        let bytes = InputFile(path: "a.px", data: Data(silent.unicodeScalars.map { UInt8($0.value) }))
        #expect(try read(bytes, plain + "\nencoding: iso-8859-1").found == [])
        #expect(
            try read(bytes).found == [
                "a.px:5:9: error: the file cannot be read as PX: a text in quotes is not valid utf-8; fetch it again, and "
                    + "see that its statements end in ';' and its texts stand in quotes [NotPX]"
            ])
        #expect(
            try read(table(head: "CODEPAGE=\"cp437\";")).found == [
                "a.px:1: error: nothing here reads the code page 'cp437'; save the file in one of utf-8, iso-8859-1, "
                    + "windows-1252 [UnknownEncoding]"
            ])
    }

    @Test func everyFaultyCellIsReportedAtItsPlace() throws {
        let (cells, found) = try read(table(data: "-1 1000000000\n\"\" x"))
        #expect(cells == [])
        #expect(
            found.map { $0.replacing(#/error: .* \[/#, with: "[") } == [
                "a.px:13:1: [NegativeCount]", "a.px:13:4: [ImplausibleCount]", "a.px:14:1: [BlankCount]",
                "a.px:14:4: [NotACount]",
            ])
    }

    @Test(arguments: [
        ("STUB=\"a\";\nVALUES(\"a\")=\"1", "a.px:2:13", "NotPX"), ("STUB=\"a\"", "a.px:1:9", "NotPX"),
        ("STUB \"a\";", "a.px:1:6", "NotPX"), ("=\"a\";", "a.px:1:1", "NotPX"),
        ("STUB=;DATA=1;", "a.px", "MissingKeyword"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\";\nDATA=1 2", "a.px:3:9", "NotPX"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\";", "a.px", "MissingKeyword"),
        ("STUB=\"a\";\nDATA=1;", "a.px:1:6", "MissingKeyword"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\",\"b\";\nDATA=1 2;", "a.px:2:17", "DoubledCode"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\",\"c\";\nCODES(\"a\")=\"1\";\nDATA=1 2;", "a.px:3:12", "WrongSize"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\",\"c\";\nDATA=1 2 3;", "a.px:3:1", "WrongSize"),
        ("STUB=\"a\";\nTIMEVAL(\"a\")=TLIST(Q1),\"20201\";\nDATA=1;", "a.px:2:20", "NotAYear"),
        ("STUB=\"a\";\nTIMEVAL(\"a\")=TLIST(A1,\"2021\"-\"2020\");\nDATA=1;", "a.px:2:23", "NotAYear"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\";\nKEYS(\"a\")=VALUES;\nDATA=\"b\",1;", "a.px:4:9", "NotPX"),
        ("STUB=\"a\";\nVALUES(\"a\")=\"b\";\nKEYS(\"a\")=VALUES;\nDATA=1;", "a.px:3:1", "UnsupportedPX"),
        ("<html>", "a.px:1:7", "NotPX"),
    ])
    func whatIsNotPXIsRefusedWhereItGoesWrong(text: String, place: String, name: String) throws {
        let (cells, found) = try read(InputFile(path: "a.px", text: text))
        #expect(cells == [])
        #expect(found.contains { $0.hasPrefix("\(place): error: ") && $0.hasSuffix("[\(name)]") }, "\(found)")
    }

    @Test func sizesBeyondCountingAreRefused() throws {
        let names = (0..<30).map { "\"d\($0)\"" }.joined(separator: ",")
        let values = (0..<30).map { "VALUES(\"d\($0)\")=\((0..<10).map { "\"\($0)\"" }.joined(separator: ","));\n" }
        let (cells, found) = try read(InputFile(path: "a.px", text: "STUB=\(names);\n\(values.joined())DATA=1;"))
        #expect(cells == [])
        #expect(found.map { $0.hasSuffix("[WrongSize]") } == [true])
    }

    @Test(.enabled(if: SharedData.isPresent, "needs the real files"))
    func readsARealTableOfPlacesByNameAndSeveralMeasures() throws {
        var diagnostics = Diagnostics()
        let file = try #require(
            InputFile(reading: SharedData.folder + "/geography/oslo/tab_SYS002_no.px", &diagnostics))
        func layout(_ more: String) throws -> DeliveryLayout {
            try DeliveredFixture.layout(
                """
                format: statbank-px
                columns: { area: geografi, year: aar, sex: kjoenn, age: alder, \(more) }
                sexes: { Begge kjønn: both, Mann: men, Kvinne: women }
                ages: { 15-24 år: 15_24, 25-39 år: 25_39, 40-49 år: 40_49, 50-59 år: 50_59, 60-74 år: 60_74,
                  Alder i alt: 15_74 }
                areas: { Bydel Alna: "030112" }
                """)
        }
        let (cells, found) = DeliveredFixture.read(file, try layout("count: ASX1"))
        #expect(found == [])
        let text = cells.map { DeliveredFixture.line($0).replacing(#/ @ .*/#, with: "") }
        #expect(text.count.isMultiple(of: 18))
        #expect(text.prefix(2) == ["Abildsø 2024 0 15_24 all = 238", "Abildsø 2024 2 15_24 all = 121"])
        #expect(text.last?.hasSuffix("2024 1 15_74 all = 2466") == true)
        #expect(text.count { $0.hasPrefix("030112 2024 ") } == 18)
        let several = DeliveredFixture.read(file, try layout("category: []"))
        #expect(several.cells == [])
        #expect(several.found.map { $0.contains("ASXX, ASX1, BTXX [SeveralMeasures]") } == [true])
    }
}
