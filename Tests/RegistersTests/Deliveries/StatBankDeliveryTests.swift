import Foundation
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) @testable import Registers

struct StatBankDeliveryTests {
    private let plain = """
        format: statbank-csv
        columns: { area: region, year: year, sex: sex, age: age }
        sexes: { Males: men, Females: women }
        ages: single-years
        """

    private func read(_ text: String, _ yaml: String? = nil, years: ClosedRange<Int> = 2020...2021) throws
        -> (cells: [String], found: [String])
    {
        let file = InputFile(path: "a.csv", text: text)
        let (cells, found) = DeliveredFixture.read(file, try DeliveredFixture.layout(yaml ?? plain), years: years)
        return (cells.map(DeliveredFixture.line), found)
    }

    @Test func aColumnPerYearUnderTitleLinesBecomesCells() throws {
        let (cells, found) = try read(
            """
            \u{FEFF}"10826: Population, by region, sex, age, contents and year"

            "region";"sex";"age";"Persons 2020";"Persons 2021"
            "030101 Gamle Oslo";"Males";"0 years";12;-
            "K-4601 Bergen";"Females";"105 years or older";..;:

            """)
        #expect(found == [])
        #expect(
            cells == [
                "030101 2020 1 0_0 all = 12 @ 4:39", "030101 2021 1 0_0 all = 0 @ 4:42",
                "4601 2020 2 105_120 all = .. @ 5:48", "4601 2021 2 105_120 all = : @ 5:51",
            ])
    }

    @Test func namesOfColumnsMayBeNorwegianAndDecimalsHaveAComma() throws {
        let (cells, found) = try read(
            "region,kjønn,utdanning,2020\n0301 Oslo,Begge,Høy,\"1,5\"\n",
            """
            format: statbank-csv
            separator: comma
            columns: { area: region, year: år, sex: kjønn, category: utdanning }
            sexes: { Begge: both }
            categories: { Høy: high }
            ages: 30_50
            """)
        #expect(found == [])
        #expect(cells == ["0301 2020 0 30_50 high = 1.5 @ 2:22"])
    }

    @Test func theYearMayHaveAColumnAndTheMeasureBeTheCategory() throws {
        let layout = """
            format: statbank-csv
            columns: { area: region, year: year, category: contents }
            categories: { Deaths: deaths, Births: births }
            ages: 0_120
            """
        let (cells, found) = try read("region;year;Deaths;Births\n0301 Oslo;2020;3;5\n", layout)
        #expect(found == [])
        #expect(cells == ["0301 2020 0 0_120 deaths = 3 @ 2:16", "0301 2020 0 0_120 births = 5 @ 2:18"])
        #expect(
            try read("region;Deaths 2020;Births 2021\n0301 Oslo;3;5\n", layout).cells == [
                "0301 2020 0 0_120 deaths = 3 @ 2:11", "0301 2021 0 0_120 births = 5 @ 2:13",
            ])
    }

    @Test func oneOfSeveralMeasuresIsTheCount() throws {
        let text = "region;Per cent 2020;Persons 2020\n0301 Oslo;x;5\n"
        let layout = "format: statbank-csv\nages: 0_120\ncolumns: { area: region, year: year"
        #expect(try read(text, layout + ", count: Persons }").cells == ["0301 2020 0 0_120 all = 5 @ 2:13"])
        #expect(
            try read(text, layout + " }").found == [
                "a.csv:1:22: error: the table measures 'Persons' and 'Per cent', and the layout does not say which is the "
                    + "count; write one of them as 'count' under 'columns' in the definition of the register "
                    + "[SeveralMeasures]"
            ])
        #expect(try read(text, layout + ", count: People }").found.map { $0.hasSuffix("[MissingMeasure]") } == [true])
    }

    @Test func aPlaceWithoutAPlainCodeStaysAsItIsUnlessTheLayoutDescribesIt() throws {
        let layout = """
            format: statbank-csv
            columns: { area: region, year: year }
            areas: { 030101a: "030101", Landet: "0" }
            ignore: { area: ["030101", "F-03"] }
            ages: 0_120
            """
        let (cells, found) = try read(
            "region;2020\n030101a Gamle Oslo;1\n030101 Bygdøy-Frogner (-2003);x\nF-03 Oslo;\nLandet;4\nUkjent by;5\n",
            layout)
        #expect(found == [])
        #expect(
            cells == [
                "030101 2020 0 0_120 all = 1 @ 2:20", "0 2020 0 0_120 all = 4 @ 5:8",
                "Ukjent by 2020 0 0_120 all = 5 @ 6:11",
            ])
    }

    @Test func everyFaultIsReportedAtItsPlace() throws {
        let (cells, found) = try read(
            """
            region;sex;age;Persons 2020
            0301 Oslo;Males;0 years;-4
            0301 Oslo;Men;0 years;4
            0301 Oslo;Males;young;
            0301 Oslo;Males;1 year;many
            0301 Oslo;Males;2 years;1000000000
            0301 Oslo;Males;3 years
            ;Males;4 years;4
            0301 Oslo;Males;5 years;5

            """)
        #expect(cells == ["0301 2020 1 5_5 all = 5 @ 9:25"])
        #expect(
            found.map { $0.replacing(#/error: .* \[/#, with: "[") } == [
                "a.csv:2:25: [NegativeCount]", "a.csv:3:11: [UndeclaredSex]", "a.csv:4:17: [UnknownAge]",
                "a.csv:4:23: [BlankCount]", "a.csv:5:24: [NotACount]", "a.csv:6:25: [ImplausibleCount]",
                "a.csv:7: [RaggedRecord]", "a.csv:8:1: [NotAnAreaCode]",
            ])
    }

    @Test func onlyTheFirstFaultsOfAKindAreListedAndTheRestCounted() throws {
        let rows = (0..<100).map { "0301 Oslo;Males;\($0) years;-1\n" }.joined()
        let (_, found) = try read("region;sex;age;Persons 2020\n" + rows.replacing("1 years", with: "1 years"))
        #expect(found.filter { $0.hasSuffix("[NegativeCount]") }.count == DeliveryCodes.shown + 1)
        #expect(found.contains("a.csv: error: 80 more cells of this file are like that [NegativeCount]"))
    }

    @Test(arguments: [
        ("region;sex;age;Persons 2019\n0301;Males;0 years;1\n", "a.csv:1:16", "YearOutsidePeriod"),
        ("region;sex;age;Persons\n0301;Males;0 years;1\n", "a.csv:1:16", "UnknownColumn"),
        ("region;sex;alder;Persons 2020\n0301;Males;0 years;1\n", "a.csv:1", "MissingColumn"),
        ("region,sex,age,Persons 2020\n0301,Males,0 years,1\n", "a.csv:1", "OtherSeparator"),
        ("<html>\n<body>\n", "a.csv", "NoHeader"), ("region;sex;age\n", "a.csv:1", "MissingMeasure"),
    ])
    func aHeaderThatDoesNotFitIsRefused(text: String, place: String, name: String) throws {
        let (cells, found) = try read(text)
        #expect(cells == [])
        #expect(found.contains { $0.hasPrefix("\(place): error: ") && $0.hasSuffix("[\(name)]") }, "\(found)")
    }

    private func real(_ name: String, _ yaml: String, years: ClosedRange<Int>) throws -> [DeliveredCell] {
        var diagnostics = Diagnostics()
        let file = try #require(InputFile(reading: SharedData.folder + "/geography/population/\(name)", &diagnostics))
        let (cells, found) = DeliveredFixture.read(file, try DeliveredFixture.layout(yaml), years: years)
        #expect(found == [])
        return cells
    }

    @Test(.enabled(if: SharedData.isPresent, "needs the real files"))
    func readsRealTablesByKommuneAndAge() throws {
        let layout = """
            format: statbank-csv
            separator: tab
            encoding: iso-8859-1
            columns: { area: region, year: year, age: age, count: Persons }
            ages: single-years
            """
        let old = try real("Personer2005-2009.csv", layout, years: 2005...2009)
        #expect(old.count == 50_456 * 5)
        #expect(DeliveredFixture.line(old[1]).hasPrefix("0101 2006 0 0_0 all = 273 @ "))
        let new = try real("Personer2020.csv", layout, years: 2020...2020)
        #expect(new.count == 38_054)
        #expect(DeliveredFixture.line(new[0]).hasPrefix("3001 2020 0 0_0 all = 256 @ "))
        #expect(new.last?.age == AgeRange(from: 105, to: 120))
    }

    @Test(.enabled(if: SharedData.isPresent, "needs the real files"))
    func readsARealTableByDistrictWhoseCodesCarryMarks() throws {
        let cells = try real(
            "10826_Personerward2021.csv",
            """
            format: statbank-csv
            encoding: iso-8859-1
            columns: { area: region, year: year, age: age }
            areas: { 030100aa: "0301", 030101a: "030101" }
            ignore: { area: ["030101"] }
            ages: single-years
            """, years: 2021...2021)
        #expect(DeliveredFixture.line(cells[0]) == "0301 2021 0 0_0 all = 8843 @ 4:33")
        #expect(cells.filter { $0.area == "030101" }.count == PopulationTable.lastAge + 1)
    }
}
