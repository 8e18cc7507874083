import Geography
import LocatedInput
import TestSupport
import Testing

@testable import Indicators

private let harbour = Fjordvik.district("990101")
private let hills = Fjordvik.district("990102")
private let islands = Fjordvik.district("990103")

@Test func aDistrictWhoseUnitsWereSplitInsideItIsTheSame() throws {
    let history = try Fjordvik.history()
    for year in 2010...2024 { #expect(history.status(of: harbour, in: year) == .same) }
}

@Test func aDistrictThatGaveAUnitAwayHadItBefore() throws {
    let history = try Fjordvik.history()
    let neset = try #require(GrunnkretsCode("99010204"))
    #expect(history.status(of: hills, in: 2019) == .changed(without: [], with: [neset]))
    #expect(history.status(of: hills, in: 2020) == .same)
}

@Test func aSeriesBreaksInTheYearOfTheChangeAndNowhereElse() throws {
    let history = try Fjordvik.history()
    func broken(_ area: Area) -> [Int] { (2005...2026).filter { history.breaks(area, at: $0) } }
    #expect(broken(harbour) == [])
    #expect(broken(hills) == [2020])
    #expect(broken(Fjordvik.city) == [2020])
    #expect(broken(.country) == [])
}

@Test func aPlaceThatWasNotThereBeginsWithoutABreak() throws {
    let history = try Fjordvik.history()
    #expect(history.status(of: islands, in: 2019) == .absent)
    #expect((2005...2026).allSatisfy { !history.breaks(islands, at: $0) })
}

@Test func twoChangesOneAfterTheOtherAreTwoBreaks() throws {
    let one = try #require(GrunnkretsCode("99010201"))
    let other = try #require(GrunnkretsCode("99010202"))
    let history = BoundaryHistory([
        hills: [
            2018: .changed(without: [one, other], with: []), 2019: .changed(without: [one], with: []), 2020: .same,
        ]
    ])
    #expect((2017...2021).filter { history.breaks(hills, at: $0) } == [2019, 2020])
}

@Test func aNewCodeForAUnitThatLaterLeftIsNoBreak() throws {
    let scratch = try ScratchFolder(copying: Fixtures.geography.path)
    func edit(_ file: String, _ written: String, _ instead: String) throws {
        let text = try scratch.text(of: "fjordvik/\(file)")
        #expect(text.contains(written))
        try scratch.write(text.replacing(written, with: instead), to: "fjordvik/\(file)")
    }
    // Neset, which left the hills in 2020, had another code until 2015.
    try edit(
        "units.csv", "99010204;Neset;2005-01-01;",
        "99010205;Neset;2005-01-01;2015-01-01\n99010204;Neset;2015-01-01;")
    try edit(
        "splits/bydel/members.csv", "99010204;990102;2005-01-01;2020-01-01",
        "99010205;990102;2005-01-01;2015-01-01\n99010204;990102;2015-01-01;2020-01-01")
    try edit(
        "changes.csv", "99020101;99010401",
        "99010205;99010204;2015-01-01;1;whole;Invented for tests\n99020101;99010401")
    var diagnostics = Diagnostics()
    let geography = Geography.load(from: scratch.folder, &diagnostics)
    #expect(scratch.findings(diagnostics) == [])
    let city = try #require(geography?.city("fjordvik"))
    let history = BoundaryHistory(
        of: try #require(city.split("bydel")), in: city, today: .january1(2024), years: 2010...2024)
    #expect(history.status(of: hills, in: 2014) == history.status(of: hills, in: 2016))
    #expect((2010...2024).filter { history.breaks(hills, at: $0) } == [2020])
}

@Test func beforeASplitWasMadeItsDistrictsAreWhatTheirUnitsCameOf() throws {
    let scratch = try Fixtures.geographyWithZones()
    var diagnostics = Diagnostics()
    let city = try #require(Geography.load(from: scratch.folder, &diagnostics)?.city("fjordvik"))
    let split = try #require(city.split("soner"))
    let history = BoundaryHistory(of: split, in: city, today: .january1(2024), years: 2005...2026)
    func zone(_ number: Int) throws -> Area {
        .district(split.id, try #require(DistrictCode("990100000\(number)")))
    }
    // Zone 2 has units that one unit was split into in 2017; those of zone 4 were in another kommune until 2020.
    for year in 2005...2024 {
        #expect(history.status(of: try zone(1), in: year) == .same)
        #expect(history.status(of: try zone(2), in: year) == .same)
        #expect(history.status(of: try zone(4), in: year) == (year < 2020 ? .absent : .same))
    }
}
