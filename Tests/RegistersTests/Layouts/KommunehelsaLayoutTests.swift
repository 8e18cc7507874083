import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

struct KommunehelsaLayoutTests {
    private let places = "name;occurrence;area\nHele landet;1;0\nBy;1;\nBy;2;9901\nØvre bydel;1;990101\n"
    private let categories = "label;category;sex\nMeslinger;measles;0\nHPV (jenter);hpv;2\n"
    private let sound = """
        row;geografi;alder;vaksine;2012-2016;2013-2017
        1;Hele landet;2 år;Meslinger;94,5;..
        2;;16 år;HPV (jenter);:;80
        3;By;2 år;Meslinger;90;90
        4;By;2 år;Meslinger;91;92
        5;Annen by;2 år;Meslinger;1.5;x
        6;Øvre bydel;2 år;Meslinger;..;97,7

        """

    private func reading(_ text: String) -> (figures: [CoverageKey: OwnerFigure], found: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let places = NamedPlaces(InputFile(path: "places.csv", text: places), &diagnostics)
        let categories = CategoryLabels(InputFile(path: "categories.csv", text: categories), &diagnostics)
        let figures = KommunehelsaLayout.read(
            InputFile(path: "export.csv", text: text), places: places, categories: categories, &diagnostics)
        return (figures, diagnostics.sorted)
    }

    private func key(_ area: String, _ age: Int, _ sex: Sex, _ category: String, _ period: String) throws -> CoverageKey
    {
        CoverageKey(
            area: try #require(AreaCode(area)), age: try #require(AgeRange(from: age, to: age)), sex: sex,
            category: category, period: try #require(Period(code: period)))
    }

    @Test func readsNumbersMarksAndCellsThatMeanAsAbove() throws {
        let (figures, found) = reading(sound)
        #expect(found.isEmpty)
        #expect(figures[try key("0", 2, .both, "measles", "2012_2016")] == .number(.init(945, decimals: 1)))
        #expect(figures[try key("0", 2, .both, "measles", "2013_2017")] == .absent(.missing))
        #expect(figures[try key("0", 16, .women, "hpv", "2012_2016")] == .absent(.withheld))
        #expect(figures[try key("990101", 2, .both, "measles", "2013_2017")] == .number(.init(977, decimals: 1)))
    }

    @Test func tellsTwoPlacesOfOneNameApartByTheirOrder() throws {
        let figures = reading(sound).figures
        #expect(figures[try key("9901", 2, .both, "measles", "2012_2016")] == .number(.init(91, decimals: 0)))
        #expect(figures.count == 2 + 2 + 2 + 2)
    }

    @Test(arguments: [
        ("94,5", "94.5", "NotANumber", 2, 30),
        ("94,5", "9O,5", "NotANumber", 2, 30),
        ("94,5", "100,1", "BeyondPercentage", 2, 30),
        ("94,5", "-3", "BeyondPercentage", 2, 30),
        (";:;80", ";:", "RaggedRecord", 3, 0),
        ("2 år;Meslinger;94", "to år;Meslinger;94", "UnknownAge", 2, 15),
        ("Meslinger;94", "Mesling;94", "UnknownCategory", 2, 20),
        ("6;Øvre", "6;Nedre", "MissingPlace", 5, 1),
        ("5;Annen by;", "5;By;", "AmbiguousPlace", 6, 3),
        ("2;;16 år;HPV (jenter)", "2;;2 år;Meslinger", "DoubledFigure", 3, 9),
        ("2012-2016", "i fjor", "NotAPeriod", 1, 28),
    ])
    func pointsAtEachFault(part: String, fault: String, name: String, line: Int, column: Int) {
        let found = reading(sound.replacing(part, with: fault)).found
        #expect(found.map { "\($0.name) \($0.location.line):\($0.location.column)" } == ["\(name) \(line):\(column)"])
        #expect(found.allSatisfy { $0.remedy != nil })
    }

    @Test func saysThatACommaIsDue() {
        let found = reading(sound.replacing("94,5", with: "94.5")).found
        #expect(found.first?.remedy?.contains("decimal comma") == true)
    }

    @Test func refusesAFileInAnotherEncoding() {
        var diagnostics = Diagnostics()
        let places = NamedPlaces(InputFile(path: "places.csv", text: places), &diagnostics)
        let categories = CategoryLabels(InputFile(path: "categories.csv", text: categories), &diagnostics)
        let bytes = sound.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        _ = KommunehelsaLayout.read(
            InputFile(path: "export.csv", data: .init(bytes)), places: places, categories: categories, &diagnostics)
        #expect(diagnostics.sorted.contains { $0.name == "WrongEncoding" && $0.location.line == 2 })
    }
}
