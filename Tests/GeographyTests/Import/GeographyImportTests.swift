import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

/// The hierarchy of Fjordvik at three dates, as a yearly table gives it; the numbers before 2005 are of older districts.
private let hierarchy = """
    version_date;grunnkrets_no;grunnkrets_name;delomraade_no;bydel_no;bydel_name;kommune_no
    2004-01-01;99010101;Torget;99010100;990101;Gamlebyen;9901
    2005-01-01;99010101;Torget;99010100;990101;Torget & Havna;9901
    2005-01-01;99010103;Brygga  og   Bakken;99010100;990101;Torget & Havna;9901
    2005-01-01;99010204;Neset;99010200;990102;Søråsen;9901
    2005-01-01;99010203;Lia;99010200;990102;Søråsen;9901
    2005-01-01;99020101;Øyvær;99020100;NA;NA;9902
    2005-01-01;88010101;Utenfor;88010100;880101;Utenfor;8801
    2017-01-01;99010101;Torget;99010100;990101;Torget & Havna;9901
    2017-01-01;99010104;Brygga;99010100;990101;Torget & Havna;9901
    2017-01-01;99010105;Bakken;99010100;990101;Torget & Havna;9901
    2017-01-01;99010204;Neset;99010200;990102;Søråsen;9901
    2017-01-01;99010203;Lia;99010200;990102;Søråsen;9901
    2017-01-01;99020101;Øyvær;99020100;NA;NA;9902
    2017-01-01;99019999;Uoppgitt grunnkrets;99019900;NA;NA;9901
    2020-01-01;99010101;Torget;99010100;990101;Torget & Havna;9901
    2020-01-01;99010104;Brygga;99010100;990101;Torget & Havna;9901
    2020-01-01;99010105;Bakken Øvre;99010100;990101;Torget & Havna;9901
    2020-01-01;99010204;Neset;99010200;990103;Øyvær;9901
    2020-01-01;99010203;Lia;99010200;990102;Søråsen;9901
    2020-01-01;99010401;Øyvær;99010400;990103;Øyvær;9901
    2020-01-01;99019999;Uoppgitt grunnkrets;99019900;NA;NA;9901

    """

private let changes2017 = """
    newCode;newName;oldCode;oldName
    99010104;Brygga;99010103;Brygga og Bakken
    99010105;Bakken;99010103;Brygga og Bakken
    99010100;Midten;99010300;Midten
    88010102;Utenfor;88010101;Utenfor

    """

private let changes2020 = #"""
    { "codeChanges": [
      { "oldCode": "99020101", "oldName": "Øyvær", "newCode": "99010401", "newName": "Øyvær",
        "changeOccurred": "2020-01-01" },
      { "oldCode": null, "oldName": null, "newCode": "99010401", "newName": "Øyvær", "changeOccurred": "2020-01-01" }
    ] }
    """#

/// The definitions of Fjordvik without tables, and files to import.
private func emptyCity() throws -> ScratchFolder {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    for table in ["units.csv", "changes.csv", "splits/bydel/districts.csv", "splits/bydel/members.csv"] {
        try scratch.remove("fjordvik/\(table)")
    }
    try scratch.write(hierarchy, to: "in/hierarchy.csv")
    try scratch.write(changes2017, to: "in/changes-2017.csv")
    try scratch.write(changes2020, to: "in/changes-2020.json")
    return scratch
}

extension ScratchFolder {
    fileprivate func source(_ name: String, _ date: CalendarDate? = nil) -> ImportSource {
        ImportSource(path: folder.file("in/\(name)"), date: date)
    }

    fileprivate var all: [ImportSource] {
        [source("hierarchy.csv"), source("changes-2017.csv", "2017-01-01"), source("changes-2020.json")]
    }

    fileprivate func plan(_ sources: [ImportSource], _ diagnostics: inout Diagnostics) -> ImportPlan? {
        GeographyImport(into: InputFolder(folder.path), city: "fjordvik").plan(sources, &diagnostics)
    }

    @discardableResult
    fileprivate func importing(_ sources: [ImportSource]) throws -> ImportPlan {
        var diagnostics = Diagnostics()
        let plan = plan(sources, &diagnostics)
        #expect(diagnostics.sorted.filter { $0.severity == .error }.map(\.description) == [])
        try #require(plan).write()
        return try #require(plan)
    }

    fileprivate func faults(_ sources: [ImportSource]) -> [String] {
        var diagnostics = Diagnostics()
        #expect(plan(sources, &diagnostics) == nil)
        return diagnostics.sorted.map(\.name)
    }
}

@Test func yearlyListsAndChangeTablesBecomeDatedRows() throws {
    let scratch = try emptyCity()
    try scratch.importing(scratch.all)
    #expect(
        try scratch.text(of: "fjordvik/units.csv") == """
            grunnkrets;name;valid_from;valid_to
            99010101;Torget;2005-01-01;
            99010103;Brygga og Bakken;2005-01-01;2017-01-01
            99010104;Brygga;2017-01-01;
            99010105;Bakken;2017-01-01;2020-01-01
            99010105;Bakken Øvre;2020-01-01;
            99010203;Lia;2005-01-01;
            99010204;Neset;2005-01-01;
            99010401;Øyvær;2020-01-01;
            99020101;Øyvær;2005-01-01;2020-01-01

            """)
    #expect(
        try scratch.text(of: "fjordvik/changes.csv") == """
            old;new;date;share;basis;source
            99010103;99010104;2017-01-01;;unknown;SSB KLASS 1
            99010103;99010105;2017-01-01;;unknown;SSB KLASS 1
            99020101;99010401;2020-01-01;1;whole;SSB KLASS 1

            """)
    #expect(
        try scratch.text(of: "fjordvik/splits/bydel/districts.csv") == """
            district;name_nb;name_nn;name_en;name_se;valid_from;valid_to;published
            990101;Torget & Havna;;;;2005-01-01;;yes
            990102;Søråsen;;;;2005-01-01;;yes
            990103;Øyvær;;;;2020-01-01;;yes

            """)
    #expect(
        try scratch.text(of: "fjordvik/splits/bydel/members.csv").contains(
            "99010204;990102;2005-01-01;2020-01-01\n99010204;990103;2020-01-01;\n"))
}

@Test func importingTheSameFilesAgainChangesNothing() throws {
    let scratch = try emptyCity()
    #expect(try scratch.importing(scratch.all).tables.allSatisfy(\.isChanged))
    let again = try scratch.importing(scratch.all)
    #expect(again.tables.allSatisfy { !$0.isChanged } && again.entries.isEmpty)
}

/// The lists of an absorbed kommune are given again with the change that makes its units the city's.
@Test func filesGivenOneAfterAnotherMakeTheSameTablesAsTogether() throws {
    let together = try emptyCity()
    try together.importing(together.all)
    let apart = try emptyCity()
    let lines = hierarchy.split(separator: "\n")
    for year in [2005, 2017, 2020] {
        let list = lines.filter { $0.hasPrefix("version_date") || $0.hasPrefix("\(year)") }
        try apart.write(list.joined(separator: "\n"), to: "in/\(year).csv")
    }
    try apart.importing([apart.source("2005.csv")])
    try apart.importing([apart.source("2017.csv"), apart.source("changes-2017.csv", "2017-01-01")])
    try apart.importing(["2005.csv", "2017.csv", "2020.csv", "changes-2020.json"].map { apart.source($0) })
    for table in ["units.csv", "changes.csv", "splits/bydel/districts.csv", "splits/bydel/members.csv"] {
        #expect(try apart.text(of: "fjordvik/\(table)") == together.text(of: "fjordvik/\(table)"))
    }
}

@Test func aUnitIsNotLostWithoutAWord() throws {
    let scratch = try emptyCity()
    #expect(scratch.faults([scratch.source("hierarchy.csv"), scratch.source("changes-2020.json")]) == ["LostUnit"])
    #expect(!scratch.folder.has("fjordvik/units.csv"))
    try scratch.write(
        "old;new;date;share;basis;source\n99010103;;2017-01-01;;ended;by hand\n", to: "fjordvik/changes.csv")
    try scratch.importing([scratch.source("hierarchy.csv"), scratch.source("changes-2020.json")])
}

@Test func aUnitWithSeveralSuccessorsAndNoSharesIsAFindingThatNamesTheirDistrict() throws {
    let scratch = try emptyCity()
    var diagnostics = Diagnostics()
    _ = try #require(scratch.plan(scratch.all, &diagnostics))
    let findings = diagnostics.sorted
    #expect(findings.map(\.name) == ["UnknownShares"])
    #expect(findings[0].message.contains("99010103 becomes 99010104, 99010105 on 2017-01-01"))
    #expect(findings[0].remedy?.contains("all of them lie in district 990101") == true)
    try scratch.importing(scratch.all)
    var again = Diagnostics()
    _ = scratch.plan(scratch.all, &again)
    #expect(again.isEmpty)
}

@Test func whatIsKeptByHandSurvivesAnImport() throws {
    let scratch = try emptyCity()
    try scratch.importing(scratch.all)
    for (file, old, new) in [
        ("splits/bydel/districts.csv", "990102;Søråsen;;;;2005-01-01;;yes", "990102;Søråsen;Sørhøgda;;;2005-01-01;;no"),
        ("changes.csv", "99010104;2017-01-01;;unknown;SSB KLASS 1", "99010104;2017-01-01;0.25;area;by hand"),
        ("changes.csv", "99010105;2017-01-01;;unknown;SSB KLASS 1", "99010105;2017-01-01;0.75;area;by hand"),
    ] {
        try scratch.write(scratch.text(of: "fjordvik/\(file)").replacing(old, with: new), to: "fjordvik/\(file)")
    }
    #expect(try scratch.importing(scratch.all).tables.allSatisfy { !$0.isChanged })
    #expect(try scratch.text(of: "fjordvik/changes.csv").contains("0.75;area;by hand"))
    #expect(try scratch.text(of: "fjordvik/splits/bydel/districts.csv").contains("Søråsen;Sørhøgda;;;2005-01-01;;no"))
}

@Test func aUnitThatKeepsItsCodeWhileItGivesHasARowToItself() throws {
    let scratch = try emptyCity()
    try scratch.importing(scratch.all)
    try scratch.write(
        hierarchy.split(separator: "\n").filter { $0.hasPrefix("version") || $0.hasPrefix("2020") }
            .joined(separator: "\n").replacing("2020-01-01", with: "2022-01-01")
            + "\n2022-01-01;99010106;Torget Nye;99010100;990101;Torget & Havna;9901\n", to: "in/2022.csv")
    try scratch.write("newCode;oldCode\n99010106;99010101\n", to: "in/changes-2022.csv")
    try scratch.importing([scratch.source("2022.csv"), scratch.source("changes-2022.csv", "2022-01-01")])
    #expect(
        try scratch.text(of: "fjordvik/changes.csv").contains(
            "99010101;99010101;2022-01-01;;unknown;SSB KLASS 1\n99010101;99010106;2022-01-01;;unknown;SSB KLASS 1\n"))
}

@Test func entriesTellWhatIsNewGoneMovedAndRenamed() throws {
    let scratch = try emptyCity()
    let entries = try scratch.importing(scratch.all).entries
    func details(_ kind: ImportEntry.Kind, _ level: String, _ date: CalendarDate) -> [String] {
        entries.filter { $0.kind == kind && $0.level == level && $0.date == date }.map { "\($0.code) \($0.detail)" }
    }
    #expect(details(.new, "grunnkrets", "2017-01-01") == ["99010104 Brygga", "99010105 Bakken"])
    #expect(details(.gone, "grunnkrets", "2017-01-01") == ["99010103 Brygga og Bakken"])
    #expect(details(.renamed, "grunnkrets", "2020-01-01") == ["99010105 Bakken → Bakken Øvre"])
    #expect(details(.new, "district", "2020-01-01") == ["990103 Øyvær"])
    #expect(details(.moved, "grunnkrets", "2020-01-01").contains("99010204 990102 → 990103"))
}

@Test func aCodeListInLatin1WithShortRecordsIsRead() throws {
    let scratch = try emptyCity()
    try scratch.importing(scratch.all)
    let list = """
        "code";"parentCode";"level";"name";"shortName";"notes";"validFrom";"validTo"
        "99010100";"";"1";"Midten";;""
        "99010101";"99010100";"2";"Torget";;""
        "99010104";"99010100";"2";"Brygga";;""
        "99010105";"99010100";"2";"Bakken på Høgda";;""
        "99010203";"99010200";"2";"Lia";;"Nytt navn; fra 2022"
        "99010204";"99010200";"2";"Neset";;""
        "99010401";"99010400";"2";"Øyvær";;""
        "99019999";"99019900";"2";"Uoppgitt grunnkrets";;""
        "88010101";"88010100";"2";"Utenfor";;""

        """
    try scratch.write(Data(list.unicodeScalars.map { UInt8($0.value) }), to: "in/list.csv")
    try scratch.importing([scratch.source("list.csv", "2022-01-01")])
    #expect(
        try scratch.text(of: "fjordvik/units.csv").contains(
            "99010105;Bakken Øvre;2020-01-01;2022-01-01\n99010105;Bakken på Høgda;2022-01-01;\n"))
    #expect(try !scratch.text(of: "fjordvik/units.csv").contains("9901010" + "0"))
}

@Test func districtListsAndCorrespondencesAreReadFromJSONAndCSV() throws {
    let scratch = try emptyCity()
    try scratch.importing(scratch.all)
    let codes = ["990101": "Torget & Havna", "990102": "Sørhøgda", "990103": "Øyvær", "990199": "Uoppgitt"]
    let items = codes.sorted { $0.key < $1.key }.map { #"{"code":"\#($0.key)","level":"1","name":"\#($0.value)"}"# }
    try scratch.write("{ \"codes\": [\(items.joined(separator: ","))] }", to: "in/bydel.json")
    try scratch.write(
        """
        "sourceCode","sourceName","targetCode","targetName"
        "990101","Torget & Havna","99010101","Torget"
        "990101","Torget & Havna","99010104","Brygga"
        "990101","Torget & Havna","99010105","Bakken"
        "990102","Sørhøgda","99010203","Lia"
        "990102","Sørhøgda","99010204","Neset"
        "990103","Øyvær","99010401","Øyvær"
        "990199","Uoppgitt","99019999","Uoppgitt"

        """, to: "in/members.csv")
    try scratch.importing([scratch.source("bydel.json", "2022-01-01"), scratch.source("members.csv", "2022-01-01")])
    #expect(
        try scratch.text(of: "fjordvik/splits/bydel/districts.csv").contains(
            "990102;Søråsen;;;;2005-01-01;2022-01-01;yes\n990102;Sørhøgda;;;;2022-01-01;;yes\n"))
    #expect(
        try scratch.text(of: "fjordvik/splits/bydel/members.csv").contains(
            "99010204;990103;2020-01-01;2022-01-01\n99010204;990102;2022-01-01;\n"))
    #expect(try !scratch.text(of: "fjordvik/splits/bydel/districts.csv").contains("990199"))
}

@Test func filesThatCannotBeUsedAreRefused() throws {
    let scratch = try emptyCity()
    try scratch.write("by;folk\nFjordvik;1\n", to: "in/other.csv")
    try scratch.write("{ \"codes\": ", to: "in/broken.json")
    try scratch.write("code;level;name\n9901;1;Fjordvik\n", to: "in/kommuner.csv")
    try scratch.write("code;level;name\n9010101;2;Torget\n", to: "in/lost-zeros.csv")
    try scratch.write("code;level;name\n88010101;2;Utenfor\n", to: "in/elsewhere.csv")
    #expect(scratch.faults([scratch.source("other.csv")]) == ["UnknownFormat"])
    #expect(scratch.faults([scratch.source("broken.json")]) == ["NotJSON"])
    #expect(scratch.faults([scratch.source("kommuner.csv", "2020-01-01")]) == ["NotACode"])
    #expect(scratch.faults([scratch.source("elsewhere.csv", "2020-01-01")]) == ["NothingOfCity"])
    #expect(scratch.faults([scratch.source("changes-2017.csv")]) == ["MissingDate"])
    #expect(scratch.faults([scratch.source("nowhere.csv")]) == ["MissingFile"])
}

@Test func filesThatContradictEachOtherAreRefused() throws {
    let scratch = try emptyCity()
    try scratch.write(hierarchy.replacing("Torget;99010100", with: "Torvet;99010100"), to: "in/other.csv")
    let faults = scratch.faults(scratch.all + [scratch.source("other.csv")])
    #expect(Set(faults) == ["Contradiction"])
}

@Test func listsOfARangeOfDatesAreRefused() throws {
    let scratch = try emptyCity()
    try scratch.write(
        "code,level,name,validFromInRequestedRange\n99010101,2,Torget,2021-01-01\n", to: "in/range.csv")
    #expect(scratch.faults([scratch.source("range.csv", "2020-01-01")]) == ["ListOfRange"])
}
