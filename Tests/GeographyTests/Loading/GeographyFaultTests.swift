import Foundation
import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

/// One fault in an otherwise sound city: a file of Fjordvik with one piece of text replaced.
struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let replacement: String
    /// `file:line:column` and the name of the rule.
    let place: String
    let rule: String

    init(_ file: String, _ text: String, _ replacement: String, at place: String, _ rule: String) {
        self.file = file
        self.text = text
        self.replacement = replacement
        self.place = place
        self.rule = rule
    }

    var testDescription: String { "\(rule) at \(file)\(place)" }
}

private let cityFile = "city.yaml"
private let units = "units.csv"
private let changes = "changes.csv"
private let tiles = "tiles.csv"
private let splitFile = "splits/bydel/split.yaml"
private let districts = "splits/bydel/districts.csv"
private let members = "splits/bydel/members.csv"

private let faults = [
    Fault(cityFile, "licence: CC0\n", "", at: ":2:1", "MissingKey"),
    Fault(cityFile, "licence: CC0", "license: CC0", at: ":12:1", "UnknownKey"),
    Fault(cityFile, "{ nb: Fjordvik }", "{ nb: Fjordvik, de: Fjordwiek }", at: ":2:23", "UnknownKey"),
    Fault(cityFile, "language: nb", "language: de", at: ":6:19", "UnknownChoice"),
    Fault(cityFile, "\"9901\"", "\"991\"", at: ":5:13", "NotACode"),
    Fault(
        cityFile, "\"9901\" }", "\"9901\", valid_to: 2020-02-01 }\n  - { code: \"9902\", valid_from: 2020-01-01 }",
        at: ":6:13", "OverlappingKommuner"),
    Fault(cityFile, "date: 2005-01-01", "date: 2005-02-30", at: ":8:9", "NotADate"),
    Fault(cityFile, "[bydel]", "[bydel, krets]", at: ":10:17", "UnknownSplit"),
    Fault(cityFile, "[bydel]", "[]", at: "", "UnlistedSplit"),
    Fault(units, "99010102;Havna", "9901012;Havna", at: ":3:1", "NotACode"),
    Fault(units, "Havna;2005-01-01;", "Havna;2005-13-01;", at: ":3:16", "NotADate"),
    Fault(units, "Havna;2005-01-01;", "Havna;2005-01-01;2005-01-01", at: ":3:27", "EmptyPeriod"),
    Fault(units, "Havna;", ";", at: ":3:10", "MissingName"),
    Fault(units, "Havna", "<b>Havna</b>", at: ":3:10", "StrangeCharacter"),
    Fault(units, "Havna", "Hav\u{200B}na", at: ":3:10", "StrangeCharacter"),
    Fault(units, "Havna", "Hav\u{7}na", at: ":3:10", "StrangeCharacter"),
    Fault(units, "Havna", "Hav\u{202E}na", at: ":3:10", "StrangeCharacter"),
    Fault(units, "name;", "navn;", at: ":1:12", "UnknownColumn"),
    Fault(units, "Havna;2005-01-01;", "Havna;2005-01-01", at: ":3", "RaggedRecord"),
    Fault(
        units, "99010102;Havna;2005-01-01;\n", "99010102;Havna;2005-01-01;\n99010102;Havna;2005-01-01;\n",
        at: ":4:1", "DoubledUnit"),
    Fault(units, "Åsen sør;2005-01-01;2018-01-01", "Åsen sør;2005-01-01;2018-01-02", at: ":9:1", "OverlappingUnit"),
    Fault(units, "99010101;Torget", "99019999;Uoppgitt;2005-01-01;\n99010101;Torget", at: ":2:1", "ListedUnallocated"),
    Fault(changes, "99010103;99010104;", "99010103;99010109;", at: ":2:1", "UnknownUnit"),
    Fault(changes, "99020101;99010401;2020", "99020101;99010401;2021", at: ":4:1", "ChangeOutsideLife"),
    Fault(changes, ";0.6;", ";0.7;", at: ":3:1", "SharesNotOne"),
    Fault(changes, ";0.6;population", ";;unknown", at: ":3:1", "PartlyKnownShares"),
    Fault(changes, ";0.6;", ";1.6;", at: ":2:30", "NotAShare"),
    Fault(changes, ";0.6;", ";0,6;", at: ":2:30", "NotAShare"),
    Fault(changes, ";0.6;population", ";0.6;people", at: ":2:34", "UnknownChoice"),
    Fault(changes, ";1;whole", ";1;unknown", at: ":4:1", "BasisAgainstShare"),
    Fault(
        changes, "99020102;99010402", "99020101;99010401;2020-01-01;1;whole;Invented for tests\n99020102;99010402",
        at: ":5:1", "DoubledChange"),
    Fault(
        changes, "99020102;99010402;2020-01-01;1;whole;",
        "99010203;;2020-01-01;;ended;Invented\n99020102;99010402;2020-01-01;1;whole;", at: ":5:1", "NotEnded"),
    Fault(
        changes, "99020101;",
        "99010101;99010102;2018-01-01;1;whole;x\n99010102;99010101;2018-01-01;1;whole;x\n99020101;",
        at: ":4:1", "CyclicChange"),
    Fault(
        changes, "99020101;", "99010101;99010102;2018-01-01;1;whole;Invented\n99020101;", at: ":4:1",
        "UnstatedRemainder"),
    Fault(tiles, "990103;1;1", "990103;1;2", at: ":3:1", "SharedTile"),
    Fault(tiles, "990103;1;1", "990104;1;1", at: ":3:1", "DoubledTile"),
    Fault(tiles, "990103;1;1", "990105;1;1", at: ":2:1", "UnknownDistrict"),
    Fault(tiles, "990103;1;1", "990103;0;1", at: ":2:8", "NotAPosition"),
    Fault(
        splitFile, "standard: \"103\"",
        "standard: \"103\"\nborders: { file: ../b.gml, source: { nb: a, nn: a, en: a }, licence: CC0 }", at: ":10:18",
        "NotAFileName"),
    Fault(
        splitFile, "standard: \"103\"", "standard: \"103\"\nborders: { file: b.gml, owner: a }", at: ":10:25",
        "UnknownKey"),
    Fault(splitFile, "en: City districts", "eng: City districts", at: ":1:36", "UnknownKey"),
    Fault(splitFile, "in-use", "used", at: ":7:9", "UnknownChoice"),
    Fault(splitFile, "status: in-use", "status: in-use\nreplaces: [krets]", at: ":8:12", "UnknownSplit"),
    Fault(districts, "990103;Øyvær;;;;2020-01-01", "990103;Øyvær;;;;2019-01-01", at: ":4:1", "EmptyDistrict"),
    Fault(districts, "990103;Øyvær", "990103;Søråsen", at: ":4:1", "SharedName"),
    Fault(districts, ";;yes\n990103", ";;ja\n990103", at: ":3:39", "UnknownChoice"),
    Fault(
        districts, "990103;", "990102;Åsen;;;;2020-01-01;;yes\n990103;", at: ":4:1", "OverlappingDistrict"),
    Fault(districts, "Market & Harbour", "Market<Harbour", at: ":2:24", "StrangeCharacter"),
    Fault(members, "99010101;990101", "99010191;990101", at: ":2:1", "UnknownUnit"),
    Fault(members, "99010101;990101", "99010101;990110", at: ":2:1", "UnknownDistrict"),
    Fault(
        members, "99010101;990101;2005-01-01;\n", "99010101;990101;2005-01-01;\n99010101;990101;2005-01-01;\n",
        at: ":3:1", "DoubledMember"),
    Fault(
        members, "99010204;990102;2005-01-01;2020-01-01", "99010204;990102;2005-01-01;2020-02-01", at: ":11:1",
        "OverlappingMember"),
    Fault(
        members, "99010103;990101;2005-01-01;2017-01-01", "99010103;990101;2005-01-01;", at: ":4:1", "MemberOutsideLife"
    ),
    Fault(members, "99010401;990103;2020", "99020101;990101;2019", at: ":14:1", "MemberOutsideLife"),
    Fault(
        members, "99010401;990103;2020-01-01;", "99020101;990101;2005-01-01;2020-01-01", at: ":14:1",
        "MemberOutsideCity"),
    Fault(members, "99010204;990103;2020", "99010204;990103;2019", at: ":11:1", "MemberOutsideDistrict"),
]

@Test(arguments: faults)
func aFaultIsReportedWhereItIsWithARemedy(fault: Fault) throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    let file = "fjordvik/\(fault.file)"
    let sound = try scratch.text(of: file)
    let start = try #require(sound.range(of: fault.text))
    try scratch.write(sound.replacingCharacters(in: start, with: fault.replacement), to: file)
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: scratch.folder, &diagnostics) == nil)
    let found = diagnostics.sorted.map {
        "\($0.location.description.dropFirst(scratch.folder.path.count + 1)) \($0.name)"
    }
    #expect(found.contains("\(file)\(fault.place) \(fault.rule)"), "\(diagnostics.sorted.map(\.description))")
    #expect(diagnostics.sorted.allSatisfy { $0.remedy != nil })
}

@Test func allFaultsOfAllTablesAreReportedTogether() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    for (file, text) in [(units, "Havna"), (districts, "Øyvær"), (cityFile, "Vuotna")] {
        let name = "fjordvik/\(file)"
        try scratch.write(scratch.text(of: name).replacing(text, with: "<\(text)"), to: name)
    }
    var diagnostics = Diagnostics()
    _ = Geography.load(from: scratch.folder, &diagnostics)
    #expect(diagnostics.sorted.filter { $0.name == "StrangeCharacter" }.count == 3)
}

@Test func aPublishedDistrictNeedsATileAndAnUnpublishedOneDoesNot() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    try scratch.write("district;row;column\n990101;1;1\n990102;1;2\n990103;1;3\n", to: "fjordvik/tiles.csv")
    _ = try Geography.sound(in: scratch.folder)
    try scratch.write("district;row;column\n990101;1;1\n990102;1;2\n990104;1;3\n", to: "fjordvik/tiles.csv")
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: scratch.folder, &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.name) == ["MissingTile"])
}

@Test func aSplitThatNobodyHasDrawnNeedsNoTiles() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    try scratch.write("district;row;column\n", to: "fjordvik/tiles.csv")
    _ = try Geography.sound(in: scratch.folder)
    try scratch.remove("fjordvik/tiles.csv")
    let city = try #require(try Geography.sound(in: scratch.folder).city("fjordvik"))
    let split = try #require(city.split("bydel"))
    #expect(city.tiles(of: split, on: "2022-01-01").isEmpty)
    #expect(
        try Geography.fjordvik().tiles(of: split, on: "2022-01-01").map(\.district) == ["990103", "990101", "990102"])
}

@Test func aDistrictWithNoMembersAtAllIsAFault() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    try scratch.write("grunnkrets;district;valid_from;valid_to\n", to: "fjordvik/splits/bydel/members.csv")
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: scratch.folder, &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.name) == Array(repeating: "EmptyDistrict", count: 4))
}

@Test func twoCitiesCannotBeOneKommune() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    for file in [cityFile, units, changes, tiles, splitFile, districts, members] {
        try scratch.write(scratch.text(of: "fjordvik/\(file)"), to: "elvik/\(file)")
    }
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: scratch.folder, &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.name) == ["KommuneOfTwoCities"])
}

@Test func aFolderThatCannotBePartOfAnAddressIsRefused() throws {
    let scratch = try ScratchFolder()
    try scratch.write("name: { nb: Å }\n", to: "Å b/city.yaml")
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: scratch.folder, &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.name) == ["StrangeFolderName"])
}

@Test(arguments: [units, changes, cityFile, splitFile, districts, members])
func aMissingFileIsNamed(file: String) throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    try scratch.remove("fjordvik/\(file)")
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: scratch.folder, &diagnostics) == nil)
    #expect(
        diagnostics.sorted.contains {
            $0.name == "MissingFile" && $0.location.file == scratch.folder.file("fjordvik/\(file)")
        })
}

@Test(arguments: [("nowhere", "MissingFolder"), ("", "NoCities")])
func aGeographyWithoutCitiesIsRefused(name: String, rule: String) throws {
    let scratch = try ScratchFolder()
    var diagnostics = Diagnostics()
    #expect(Geography.load(from: name.isEmpty ? scratch.folder : scratch.folder.folder(name), &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.name) == [rule])
}
