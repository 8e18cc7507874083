import Foundation
import TestSupport
import Testing

private let shipped = ReferenceTable.folder.path

private func verify(_ text: String, _ options: [String] = []) throws -> CommandRun {
    let scratch = try ScratchFolder()
    try scratch.write(text, to: "table.csv")
    return try CommandRun(["methods", "verify", scratch.folder.file("table.csv")] + options)
}

@Test func everyShippedTableIsMetAndCoversEveryMethodInTheList() throws {
    let tables = try ReferenceTable.names().map { "\(shipped)/\($0).csv" }
    let run = try CommandRun(["methods", "verify", "--json"] + tables)
    #expect(run.status == 0 && run.errors.isEmpty)
    let verified = try methods(run).compactMap { $0["method"] as? String }
    let listed = try methods(CommandRun(["methods", "list", "--json"])).compactMap { $0["name"] as? String }
    #expect(verified == listed && !listed.isEmpty)
    #expect(try methods(run).allSatisfy { ($0["largest_difference"] as? Double ?? 1) < 1e-9 })
}

private func methods(_ run: CommandRun) throws -> [[String: Any]] {
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let result = try #require(document["result"] as? [String: Any])
    return try #require(result["methods"] as? [[String: Any]])
}

@Test func aChangedExpectationIsPointedAtAndExitsWithOne() throws {
    let table = try String(contentsOf: ReferenceTable.folder.appendingPathComponent("poisson.csv"), encoding: .utf8)
    let changed = table.replacing("2.9957322735539913", with: "2.9957322735")
    #expect(changed != table)
    let run = try verify(changed, ["--tolerance", "1e-12"])
    #expect(run.status == 1)
    #expect(run.errors.contains("table.csv:2:17: error: 'upper' of 'poisson' differs by 2e-11, relatively;"))
    #expect(run.errors.split(separator: "\n").count == 1)
}

@Test func theToleranceDecidesWhatDiffers() throws {
    let table = "method,events,level,expected_upper\npoisson,0,0.9,2.9957322\n"
    let run = try verify(table)
    #expect(run.status == 1)
    #expect(run.errors.contains("table.csv:2:15: error: 'upper' of 'poisson' differs by 3e-8, relatively;"))
    #expect(run.output.contains("poisson     1      1        1         0                         3e-8\n"))
    #expect(try verify(table, ["--tolerance", "1e-7"]).status == 0)
    #expect(try verify(table, ["--tolerance", "-1"]).status == 64)
}

@Test func answersAndRefusalsAreNotMistakenForOneAnother() throws {
    let header = "method;case;observed;population;reference_rate;level;expected_smr;expected_refusal\n"
    func run(_ row: String) throws -> CommandRun { try verify(header + row + "\n") }
    #expect(try run("indirect-standardisation;a;1;0;0.1;0.95;;nothing-expected").status == 0)
    #expect(try run("indirect-standardisation;a;1;0;0.1;0.95;100;").errors.contains("[Refused]"))
    #expect(try run("indirect-standardisation;a;1;10;0.1;0.95;;nothing-expected").errors.contains("[NotRefused]"))
    #expect(try run("indirect-standardisation;a;1;0;0.1;0.95;;number").errors.contains("[OtherRefusal]"))
    #expect(try run("indirect-standardisation;a;1;10;0.1;0.95;100;").output.contains("indirect-standardisation"))
}

@Test func rowsOfACaseBelongTogetherAndSharedColumnsNeedOneRowOnly() throws {
    let header = "method\tcase\tp\tshare\texpected_found\n"
    #expect(try verify(header + "false-discovery\ta\t0.01\t0.05\t1\nfalse-discovery\ta\t0.9\t\t\n").status == 0)
    let broken = try verify(
        header + "false-discovery\ta\t0.01\t0.05\t1\nfalse-discovery\tb\t0.9\t0.05\t0\n"
            + "false-discovery\ta\t0.9\t0.05\t0\n")
    #expect(
        broken.status == 65 && broken.errors.contains("table.csv:4: error:") && broken.errors.contains("[BrokenCase]"))
    let torn = try verify(header + "false-discovery\ta\t0.01\t0.05\t1\nfalse-discovery\ta\t0.9\t0.05\t2\n")
    #expect(torn.status == 65 && torn.errors.contains("table.csv:3:28: error:") && torn.errors.contains("[TwoAnswers]"))
}

@Test func everyFaultOfATableIsLocatedAndBadData() throws {
    let run = try verify(
        """
        method;case;numerator;denominator;level;probability;p;share;expected_lower;expected_refusal
        wilsom;;1;2;0.95;;;;0.1;
        ;;1;2;0.95;;;;0.1;
        wilson;;1;2;0.95;0.5;;;0.1;
        wilson;;1;two;0.95;;;;0.1;
        wilson;;3;2;0.95;;;;0.1;
        wilson;;1;2;0.95;;;;;
        wilson;;1;2;0.95;;;;;few-events
        wilson;;1;2;1e999;;;;0.1;
        false-discovery;;;;;;0.1;0.05;;

        """)
    #expect(run.status == 65 && run.output.isEmpty)
    let lines = run.errors.split(separator: "\n").map { $0.split(separator: "table.csv:").last.map(String.init) ?? "" }
    let starts = [
        "2:1: error: there is no method 'wilsom'; did you mean 'wilson'? [UnknownMethod]",
        "3: error: the row names no method", "4:18: error: the method 'wilson' has no column 'probability'",
        "5:11: error: 'two' is not a number", "6:9: error: 'numerator' cannot be used: it must be no larger than",
        "7: error: nothing is expected of 'wilson' here",
        "8:22: error: the method 'wilson' never refuses for the reason 'few-events'",
        "9:13: error: '1e999' is not a number", "10: error: the method 'false-discovery' takes several rows",
    ]
    #expect(lines.count == starts.count)
    for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start)) }
}

@Test func unknownColumnsEmptyTablesAndMissingFilesAreRefused() throws {
    let column = try verify("method;numerater;expected_lower\nwilson;1;0.1\n")
    #expect(column.status == 65 && column.errors.contains("did you mean 'numerator'?"))
    #expect(try verify("method;p\n").errors.contains("[EmptyReferenceTable]"))
    #expect(try CommandRun(["methods", "verify", "nowhere.csv"]).status == 66)
    #expect(try CommandRun(["methods", "verify"]).status == 64)
}

@Test func theListSaysWhatEachMethodTakesGivesAndRefuses() throws {
    let run = try CommandRun(["methods", "list"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("life-expectancy: life expectancy at the age where the first band begins\n"))
    #expect(run.output.contains("    numerator       how many have the event (people; whole number ≥ 0)\n"))
    #expect(run.output.contains("  or expected_refusal: few-events, empty-stratum, no-weight, number\n"))
    #expect(run.output.contains("  rows with the same `case` are a case\n"))
}
