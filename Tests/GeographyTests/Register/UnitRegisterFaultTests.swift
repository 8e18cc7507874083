import Geography
import GeographyLiterals
import LocatedInput
import TestSupport
import Testing

private let units = """
    grunnkrets;name;valid_from;valid_to
    77010101;Neset;2020-01-01;
    99010101;Neset;2016-01-01;2020-01-01
    99020101;Øyvær;2016-01-01;

    """
private let changes = "old;new;date;share;basis;source\n99010101;77010101;2020-01-01;1;whole;by hand\n"
private let kommuner = """
    kommune;name;valid_from;valid_to
    7701;Fjordvik;2020-01-01;
    9901;Fjordvik;2016-01-01;2020-01-01
    9902;Øya;2016-01-01;

    """

private func register(
    units: String = units, changes: String = changes, kommuner: String = kommuner,
    definition: String = InventedCountry.definition.replacing("last: 2016", with: "last: 2024")
) throws -> (register: UnitRegister?, faults: [String]) {
    let scratch = try ScratchFolder()
    try scratch.write(units, to: "units.csv")
    try scratch.write(changes, to: "changes.csv")
    try scratch.write(kommuner, to: "kommuner.csv")
    try scratch.write(definition, to: "register.yaml")
    return UnitRegister.reading(in: scratch.folder)
}

@Test func aSoundRegisterIsRead() throws {
    let (register, faults) = try register()
    #expect(faults == [])
    #expect(register?.units(of: "9901", on: "2019-12-31").map(\.code) == ["99010101"])
    #expect(register?.units(of: "9901", on: "2020-01-01") == [])
    #expect(register?.rows(of: "12345678") == [] && register?.rows(ofKommune: "1234") == [])
}

@Test func aFolderWithoutARegisterHasNoneAndThatIsNoFault() {
    let (register, faults) = UnitRegister.reading(in: Fixtures.geography)
    #expect(register == nil && faults == [])
}

@Test func aRegisterThatLacksAFileIsRefused() throws {
    let scratch = try ScratchFolder()
    try scratch.write(InventedCountry.definition, to: "register.yaml")
    let (register, faults) = UnitRegister.reading(in: scratch.folder)
    #expect(register == nil && faults == ["MissingFile", "MissingFile", "MissingFile"])
}

@Test func halfATableIsRefused() throws {
    let half = String(units.prefix(units.count / 2))
    let (register, faults) = try register(units: half)
    #expect(register == nil)
    #expect(Set(faults).isSuperset(of: ["EmptyKommune", "UnknownUnit"]))
}

@Test func unitsAndKommunerMustAgreeOnEveryDay() throws {
    #expect(
        try register(kommuner: kommuner.replacing("7701;Fjordvik;2020", with: "7701;Fjordvik;2021")).faults
            == ["HomelessUnit"])
    #expect(try register(kommuner: kommuner.replacing("9902;Øya;2016-01-01;\n", with: "")).faults == ["HomelessUnit"])
    #expect(try register(kommuner: kommuner + "9903;Holmen;2016-01-01;\n").faults == ["EmptyKommune"])
    #expect(try register(kommuner: kommuner + "9902;Øyvær;2020-01-01;\n").faults == ["OverlappingKommune"])
}

@Test func cyclicChangesAreRefused() throws {
    let cyclic = "99020101;77010101;2020-01-01;1;whole;x\n77010101;99020101;2020-01-01;1;whole;x\n"
    let (register, faults) = try register(changes: changes + cyclic)
    #expect(register == nil && faults.contains("CyclicChange"))
}

@Test func rowsOfDaysThatNoListTellsOfAreRefused() throws {
    #expect(
        try register(definition: InventedCountry.definition).faults.allSatisfy { $0 == "DayOutsideLists" })
    #expect(
        try register(definition: InventedCountry.definition.replacing("last: 2016", with: "last: 2015")).faults
            .contains("EmptyPeriod"))
}
