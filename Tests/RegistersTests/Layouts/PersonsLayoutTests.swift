import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

/// What the layouts of persons have in common, and StatBank's own ways.
struct PersonsLayoutTests {
    private let labels = """
        label;area;first_year;last_year
        990101 Øvre By;990101;2010;
        990101a Øvre By (-2009);990101;;2009
        K-*;0;2010;2011
        K-9901 By;9901;2010;
        990101;990101;2010;
        #### *;;;
        0;0;;

        """

    private func reading(
        _ text: String, latin1: Bool = true,
        _ layout: (InputFile, AreaLabels, Int, inout Diagnostics) -> PersonsDraft = StatBankCSVLayout.read
    ) -> (draft: PersonsDraft, found: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let labels = AreaLabels(InputFile(path: "labels.csv", text: labels), &diagnostics)
        let bytes = latin1 ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
        let draft = layout(InputFile(path: "persons.csv", data: .init(bytes)), labels, 2009, &diagnostics)
        return (draft, diagnostics.sorted)
    }

    private func persons(_ draft: PersonsDraft, _ area: String, _ year: Int, _ sex: Sex, _ age: Int) -> Int? {
        AreaCode(area).flatMap { draft.rows[PersonsDraft.Key(area: $0, year: year, sex: sex)]?.persons[age] }
    }

    @Test(arguments: [";", "\t", ","])
    func readsTitleLinesYearColumnsAndBothWaysOfWritingAges(separator: String) {
        let text = """
            "10826: Population, by region, age, contents and year"

            "region";"age";"Persons 2009";"Persons 2010"
            "990101 Øvre By";"0 years";0;4
            "990101 Øvre By";"1 year";0;-
            "990101 Øvre By";"105 years or older";0;1
            "990101a Øvre By (-2009)";"0 years";3;0

            """.replacing(";", with: separator)
        let (draft, found) = reading(text)
        #expect(found.isEmpty)
        #expect(persons(draft, "990101", 2010, .both, 0) == 4)
        #expect(persons(draft, "990101", 2010, .both, 1) == 0)
        #expect(persons(draft, "990101", 2010, .both, 105) == 1)
        #expect(persons(draft, "990101", 2009, .both, 0) == 3)
        #expect(persons(draft, "990101", 2009, .both, 1) == nil)
    }

    @Test func readsUTF8WhereAByteOrderMarkSaysSo() {
        let text = "\u{FEFF}\"region\";\"age\";\"Persons 2010\"\n\"990101 Øvre By\";\"0 years\";4\n"
        let (draft, found) = reading(text, latin1: false)
        #expect(found.isEmpty)
        #expect(persons(draft, "990101", 2010, .both, 0) == 4)
    }

    @Test func addsTheLabelsOfAPatternTogetherBesideTheirOwn() {
        let text = """
            "region";"sex";"age";"Persons 2010"
            "K-9901 By";"Males";"0 years";2
            "K-9902 Bygd";"Males";"0 years";5
            "K-Rest";"Females";"0 years";1

            """
        let (draft, found) = reading(text)
        #expect(found.isEmpty)
        #expect(persons(draft, "0", 2010, .men, 0) == 7)
        #expect(persons(draft, "9901", 2010, .men, 0) == 2)
        #expect(persons(draft, "0", 2010, .women, 0) == 1)
    }

    @Test func leavesOutKnownLabelsAndYearsBeforeTheFirst() {
        let (draft, found) = reading("\"region\";\"age\";\"Persons 2008\"\n\"9902 Bygd\";\"0 years\";9\n")
        #expect(found.isEmpty)
        #expect(draft.rows.isEmpty)
    }

    @Test func marksAreNotNumbers() {
        let text =
            "\"region\";\"age\";\"Persons 2010\"\n\"990101 Øvre By\";\"0 years\";..\n\"990101 Øvre By\";\"1 year\";:\n"
        let (draft, found) = reading(text)
        #expect(found.isEmpty)
        #expect(draft.rows.isEmpty)
    }

    @Test(arguments: [
        ("12;3", "NotACount", "12a;3", 3, 27),
        ("12;3", "NotACount", "12,5;3", 3, 27),
        ("12;3", "NotACount", "-1;3", 3, 27),
        ("12;3", "RaggedRecord", "12", 3, 0),
        ("\"0 years\";1", "UnknownAge", "\"0 år\";1", 2, 19),
        ("\"0 years\";1", "UnknownAge", "\"0-4 years\";1", 2, 19),
        ("990101 Øvre By\";\"1", "UnknownPlace", "990101 Nedre By\";\"1", 3, 2),
        ("\"1 year\"", "DoubledFigure", "\"0 years\"", 3, 28),
        ("Persons 2010", "UnknownColumn", "Deaths 2010", 1, 17),
        (
            "\"990101 Øvre By\";\"0 years\";1;2", "PersonsOutsideLife", "\"990101a Øvre By (-2009)\";\"0 years\";1;2",
            2, 37
        ),
        ("\"990101 Øvre By\";\"1", "BrokenQuote", "\"990101\" Øvre By;\"1", 3, 2),
    ])
    func pointsAtEachFault(part: String, name: String, fault: String, line: Int, column: Int) {
        let sound = """
            "region";"age";"Persons 2010";"Persons 2011"
            "990101 Øvre By";"0 years";1;2
            "990101 Øvre By";"1 year";12;3

            """
        #expect(reading(sound).found.isEmpty)
        let found = reading(sound.replacing(part, with: fault)).found
        #expect(found.contains { $0.name == name && $0.severity == .error && $0.remedy != nil })
        let places = found.filter { $0.name == name }.map { [$0.location.line, $0.location.column] }
        #expect(places.contains([line, column]))
    }

    @Test func twoLabelsForOnePlaceAndYearAreAnError() {
        let text = "\"region\";\"age\";\"Persons 2010\"\n\"990101 Øvre By\";\"0 years\";1\n\"990101\";\"0 years\";2\n"
        #expect(reading(text).found.map(\.name) == ["TwoLabelsForOnePlace"])
    }

    @Test func allFaultsAreReportedTogether() {
        let text =
            "\"region\";\"age\";\"Persons 2010\"\n\"x\";\"0 years\";1\n\"990101\";\"0 year\";2\n\"990101\";\"1 year\";b\n"
        #expect(reading(text).found.map(\.name) == ["UnknownPlace", "UnknownAge", "NotACount"])
    }

    @Test func districtsByAgeAndSexMustAddUp() {
        let header = "bydel_no;year;age;male;female;total\n"
        let (draft, found) = reading(header + "990101;2010;0;1;2;3\n", DistrictAgeSexLayout.read)
        #expect(found.isEmpty)
        #expect(persons(draft, "990101", 2010, .women, 0) == 2)
        let bad = reading(header + "990101;2010;0;1;2;4\n990101;2010;106;1;2;3\n", DistrictAgeSexLayout.read).found
        #expect(bad.map(\.name) == ["SexesDoNotAdd", "UnknownAge"])
        #expect(bad.map(\.location.column) == [19, 13])
    }

    @Test func aLongTableWithoutAreasIsTheCountry() {
        let (draft, found) = reading("year,sex,age,persons\n2010,1,0,7\n", LongPersonsLayout.read)
        #expect(found.isEmpty)
        #expect(persons(draft, "0", 2010, .men, 0) == 7)
        let bad = reading("area,year,sex,age,persons\n0,2010,3,0,7\n", LongPersonsLayout.read).found
        #expect(bad.map(\.name) == ["UnknownSex"])
    }
}
