import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) @testable import Registers

struct JSONStatFileTests {
    private let plain = """
        format: json-stat
        columns: { area: Region, year: Tid }
        ages: 0_120
        """

    /// A dataset of two places and two years; `parts` replace what is written between the braces.
    private func dataset(
        ids: String = "[\"Region\",\"Tid\"]", sizes: String = "[2,2]",
        region: String = "{\"0301\":0,\"4601\":1}", values: String = "[1,2,3,4]", rest: String = ""
    ) -> InputFile {
        InputFile(
            path: "a.json",
            text: """
                {"class": "dataset", "version": "2.0",
                "id": \(ids), "size": \(sizes),
                "dimension": {
                "Region": {"label": "region", "category": {"index": \(region)}},
                "Tid": {"label": "år", "category": {"index": ["2020", "2021_2021"]}}},
                "value": \(values)\(rest)}
                """)
    }

    private func read(_ file: InputFile, _ yaml: String? = nil, years: ClosedRange<Int> = 2020...2021) throws
        -> (cells: [String], found: [String])
    {
        let (cells, found) = DeliveredFixture.read(file, try DeliveredFixture.layout(yaml ?? plain), years: years)
        return (cells.map(DeliveredFixture.line), found)
    }

    @Test func codesHoldTheirPositionsHoweverTheyAreWritten() throws {
        let expected = [
            "0301 2020 0 0_120 all = 1 @ 6:11", "0301 2021 0 0_120 all = 2 @ 6:13",
            "4601 2020 0 0_120 all = 3 @ 6:15", "4601 2021 0 0_120 all = 4 @ 6:17",
        ]
        for region in ["{\"0301\":0,\"4601\":1}", "{\"4601\":1,\"0301\":0}", "[\"0301\",\"4601\"]"] {
            let (cells, found) = try read(dataset(region: region))
            #expect(found == [])
            #expect(cells == expected)
        }
    }

    @Test func theOrderOfDimensionsIsThatOfTheFile() throws {
        let (cells, found) = try read(dataset(ids: "[\"Tid\",\"Region\"]"))
        #expect(found == [])
        #expect(
            cells.map { $0.prefix(30) } == [
                "0301 2020 0 0_120 all = 1 @ 6:", "4601 2020 0 0_120 all = 2 @ 6:", "0301 2021 0 0_120 all = 3 @ 6:",
                "4601 2021 0 0_120 all = 4 @ 6:",
            ])
    }

    @Test(arguments: [
        ",\"status\": {\"1\": \":\", \"2\": \"..\", \"3\": \"-\"}", ",\"status\": [null, \":\", \"..\", \"-\"]",
    ])
    func marksStandForTheReasonThatThereIsNoNumber(status: String) throws {
        let (cells, found) = try read(dataset(values: "[1,null,null,null]", rest: status))
        #expect(found == [])
        #expect(cells.map { $0.split(separator: " ")[6] } == ["1", ":", "..", "0"])
    }

    @Test(arguments: ["", ",\"status\": \"\"", ",\"status\": null", ",\"role\": {\"metric\": null}"])
    func whatSaysNothingIsNothing(rest: String) throws {
        #expect(try read(dataset(rest: rest)).found == [])
    }

    @Test func sparseValuesLeaveOutCellsAndMarksAloneMakeThem() throws {
        let (cells, found) = try read(dataset(values: "{\"3\": 9, \"0\": 8}", rest: ",\"status\": {\"2\": \".\"}"))
        #expect(found == [])
        #expect(
            cells == [
                "0301 2020 0 0_120 all = 8 @ 6:24", "4601 2020 0 0_120 all = . @ 6:37",
                "4601 2021 0 0_120 all = 9 @ 6:16",
            ])
    }

    @Test func aBlankIsWhatTheLayoutSays() throws {
        let file = dataset(values: "[1,null,3,4]")
        #expect(try read(file, plain + "\nblank: zero").cells[1] == "0301 2021 0 0_120 all = 0 @ 6:13")
        #expect(try read(file, plain + "\nblank: missing").cells[1] == "0301 2021 0 0_120 all = .. @ 6:13")
        let (cells, found) = try read(file)
        #expect(cells.count == 3)
        #expect(
            found == [
                "a.json:6:13: error: the count is blank, and the layout does not say what that means; ask the owner, and "
                    + "write 'blank: zero' or 'blank: missing' in the definition of the register [BlankCount]"
            ])
    }

    @Test func anOwnersOwnMarkIsReadAsTheLayoutSays() throws {
        let file = dataset(values: "[1,null,\"?\",4]", rest: ",\"status\": {\"1\": \".\"}")
        let (cells, found) = try read(file, plain + "\nmarks: { \".\": missing, \"?\": withheld }")
        #expect(found == [])
        #expect(cells.map { $0.split(separator: " ")[6] } == ["1", "..", ":", "4"])
    }

    @Test func everyFaultyCellIsReportedAtItsPlace() throws {
        let file = dataset(
            values: "[-1,1e9,\"mange\",4]", rest: ",\"status\": {\"3\": \":\", \"7\": \"..\"}")
        let (cells, found) = try read(file)
        #expect(cells == [])
        #expect(
            found.map { $0.replacing(#/; .* \[/#, with: " [") } == [
                "a.json:6:11: error: the count is negative [NegativeCount]",
                "a.json:6:14: error: the count is a thousand million or more, which nothing here can be [ImplausibleCount]",
                "a.json:6:18: error: 'mange' is neither a count nor a mark [NotACount]",
                "a.json:6:26: error: the cell has a number, and the mark ':' as well [NumberAndMark]",
                "a.json:6:50: error: '7' has a position outside the table, or that of another [WrongPosition]",
            ])
    }

    @Test func codesThatNobodyDescribedAreReportedOnceEach() throws {
        let file = InputFile(
            path: "a.json",
            text: """
                {"class": "dataset", "id": ["GEO", "AAR", "KJONN", "ALDER", "SAK"], "size": [1, 3, 2, 2, 2],
                "dimension": {
                "GEO": {"category": {"index": ["0301"]}},
                "AAR": {"category": {"index": ["2020", "2019", "2015_2019"]}},
                "KJONN": {"category": {"index": ["1", "3"]}},
                "ALDER": {"category": {"index": ["0_4", "5_9"]}},
                "SAK": {"category": {"index": ["A", "B"]}}},
                "value": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24]}
                """)
        let (cells, found) = try read(
            file,
            """
            format: json-stat
            columns: { area: GEO, year: AAR, sex: KJONN, age: ALDER, category: SAK }
            sexes: { "1": men }
            ages: { "0_4": 0_4 }
            categories: { A: a }
            """)
        #expect(cells == ["0301 2020 1 0_4 a = 1 @ 8:11"])
        #expect(
            found == [
                "a.json:4:40: error: 2019 is not one of the years of the delivery, 2020 to 2021; correct 'years' in "
                    + "delivery.yaml, or ask the owner for the right file [YearOutsidePeriod]",
                "a.json:4:48: error: '2015_2019' is not a single year; fetch the table with figures for single years; "
                    + "periods are summed here [NotAYear]",
                "a.json:5:39: error: no sex has the code '3'; did you mean '1'? [UndeclaredSex]",
                "a.json:6:41: error: no age has the code '5_9'; add the code to 'ages' in the definition of the register "
                    + "[UnknownAge]",
                "a.json:7:37: error: no category has the code 'B'; did you mean 'A'? [UnknownCategory]",
            ])
    }

    @Test func codesThatTheLayoutPassesOverAreLeftOutWhateverTheyHold() throws {
        let (cells, found) = try read(
            dataset(region: "[\"03\",\"Oslo\"]", values: "[null,-2,3,4]"),
            plain + "\nareas: { Oslo: \"0301\" }\nignore: { area: [\"03\"] }")
        #expect(found == [])
        #expect(cells == ["0301 2020 0 0_120 all = 3 @ 6:19", "0301 2021 0 0_120 all = 4 @ 6:21"])
    }

    @Test func aDimensionMustHaveItsPart() throws {
        let (cells, found) = try read(
            dataset(),
            """
            format: json-stat
            columns: { area: region, year: Tidd }
            ages: 0_120
            """)
        #expect(cells == [])
        #expect(
            found == [
                "a.json:2:7: error: the table has no dimension 'Tidd' of its own; did you mean 'Tid'? [MissingDimension]",
                "a.json:5:8: error: the layout does not say what the dimension 'Tid' is; name it under 'columns' in the "
                    + "definition of the register, as a category if it is nothing else [DimensionWithoutPart]",
            ])
    }

    @Test func oneOfSeveralMeasuresIsTheCount() throws {
        let file = InputFile(
            path: "a.json",
            text: """
                {"class": "dataset", "id": ["GEO", "AAR", "MEASURE_TYPE"], "size": [1, 1, 2],
                "role": {"metric": ["MEASURE_TYPE"]},
                "dimension": {
                "GEO": {"category": {"index": ["0301"]}},
                "AAR": {"category": {"label": {"2020_2020": "2020"}}},
                "MEASURE_TYPE": {"category": {"index": ["RATE", "TELLER"]}}},
                "value": [1.5, 7]}
                """)
        func layout(_ more: String) -> String {
            "format: json-stat\nages: 0_120\ncolumns: { area: GEO, year: AAR\(more) }"
        }
        #expect(try read(file, layout(", count: TELLER")).cells == ["0301 2020 0 0_120 all = 7 @ 7:16"])
        #expect(
            try read(file, layout("")).found == [
                "a.json:6:17: error: the table measures several things, and the layout does not say which of them is the "
                    + "count; write its code as 'count' under 'columns': RATE, TELLER [SeveralMeasures]"
            ])
        #expect(
            try read(file, layout(", count: TELER")).found == [
                "a.json:6:17: error: the table has no measure 'TELER'; did you mean 'TELLER'? [MissingMeasure]"
            ])
    }

    @Test(arguments: [
        ("{\"class\": \"collection\"}", "a.json:1:11", "NotADataset"), ("[]", "a.json:1:1", "WrongShape"),
        (
            "{\"class\": \"dataset\", \"id\": [], \"size\": [], \"dimension\": {}, \"value\": []}", "a.json:1:40",
            "WrongSize"
        ),
        ("{\"error\": \"too many cells\"", "a.json:1:27", "NotJSON"),
    ])
    func whatIsNoDatasetIsRefused(text: String, place: String, name: String) throws {
        let (cells, found) = try read(InputFile(path: "a.json", text: text))
        #expect(cells == [])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(place + ":") == true)
        #expect(found.first?.hasSuffix("[\(name)]") == true)
    }

    @Test(arguments: [
        "[1,2,3]", "[1,2,3,4,5]",
    ])
    func anAnswerThatWasCutOffIsRefused(values: String) throws {
        #expect(try read(dataset(values: values)).found.map { $0.hasSuffix("[WrongSize]") } == [true])
    }

    @Test func sizesBeyondCountingAreRefused() throws {
        let ids = (0..<30).map { "\"d\($0)\"" }.joined(separator: ",")
        let sizes = Array(repeating: "10", count: 30).joined(separator: ",")
        let dimensions = (0..<30).map { "\"d\($0)\":{\"category\":{\"index\":\((0..<10).map(String.init))}}" }
        let text =
            "{\"class\":\"dataset\",\"id\":[\(ids)],\"size\":[\(sizes)],\"dimension\":{"
            + dimensions.joined(separator: ",") + "},\"value\":{\"0\":1},\"status\":\":\"}"
        #expect(try read(InputFile(path: "a.json", text: text)).found.map { $0.hasSuffix("[WrongSize]") } == [true])
    }

    @Test(arguments: [
        "{\"0301\":0,\"4601\":0}", "{\"0301\":0,\"4601\":2}", "[\"0301\",\"0301\"]", "[\"0301\"]", "\"0301\"",
    ])
    func codesThatDoNotFitTheirPositionsAreRefused(region: String) throws {
        let (cells, found) = try read(dataset(region: region))
        #expect(cells == [])
        #expect(found.count == 1)
    }

    @Test(.enabled(if: SharedData.isPresent, "needs the real files"))
    func readsWhatSSBsInterfaceAnswers() throws {
        var diagnostics = Diagnostics()
        let file = try #require(
            InputFile(reading: SharedData.folder + "/geography/formats/ssb_05300_jsonstat2.json", &diagnostics))
        let layout = try DeliveredFixture.layout(
            """
            format: json-stat
            columns: { area: Avstand1, year: år, category: Kulturtilbud, count: Avstand }
            ages: 0_120
            categories: { "01": kino, "02": teater, "03": konsert, "04": galleri, "05": museum, "06": idrett,
              "07": bibliotek, "08": bok }
            """)
        let (cells, found) = DeliveredFixture.read(file, layout, years: 1991...2021)
        #expect(found == [])
        #expect(cells.count == 6 * 8 * 9)
        let text = cells.map { DeliveredFixture.line($0).replacing(#/ @ .*/#, with: "") }
        #expect(text.first == "01 1991 0 0_120 kino = 16")
        #expect(text[9 * 8 - 1] == "01 2021 0 0_120 bok = .")
        #expect(text[360] == "06 1991 0 0_120 kino = ..")
        #expect(text.last == "06 2021 0 0_120 bok = .")
    }

    @Test(.enabled(if: SharedData.isPresent, "needs the real files"))
    func readsWhatFHIsInterfaceAnswers() throws {
        var diagnostics = Diagnostics()
        let file = try #require(
            InputFile(
                reading: SharedData.folder + "/geography/formats/fhi_open_api_jsonstat2_example.json", &diagnostics))
        let layout = try DeliveredFixture.layout(
            """
            format: json-stat
            columns: { area: GEO, year: AAR, sex: KJONN, age: ALDER, count: BEFVEKST_ANT }
            sexes: { "0": both }
            ages: { "0": 0_120 }
            """)
        let (cells, found) = DeliveredFixture.read(file, layout)
        #expect(found == [])
        #expect(
            cells.map { DeliveredFixture.line($0).replacing(#/ @ .*/#, with: "") } == [
                "03 2020 0 0_120 all = 3516", "03 2021 0 0_120 all = 2817", "30 2020 0 0_120 all = 11219",
                "30 2021 0 0_120 all = 16846",
            ])
    }
}
