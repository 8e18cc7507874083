import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

struct DistrictPartsLayoutTests {
    private let labels = """
        part;district;part_today;district_today;first_year;last_year
        98010100;980101;99010100;990101;;2019
        99010100;990101;99010100;990101;2020;
        98020100;;;;;2019

        """
    private let header = "year;kommune_no;kommune_name;delomraade_no;delomraade_name;bydel_no;bydel_name;population\n"

    private func reading(_ records: String) -> (parts: [PartKey: Int], found: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let labels = PartLabels(InputFile(path: "labels.csv", text: labels), &diagnostics)
        let file = InputFile(path: "parts.csv", text: header + records)
        let parts = DistrictPartsLayout.read(file, labels: labels, from: 2005, &diagnostics)
        return (parts, diagnostics.sorted)
    }

    @Test func followsAPartThroughANewCode() {
        let (parts, found) = reading(
            "2019;9801;By;98010100;Nes;980101;Øvre;5\n2020;9901;By;99010100;Nes;990101;Øvre;6\n2019;9802;X;98020100;X;;;9\n"
        )
        #expect(found.isEmpty)
        #expect(Set(parts.keys.map(\.place)).count == 1)
        #expect(parts.values.sorted() == [5, 6])
    }

    @Test(arguments: [
        ("2020;9801;By;98010100;Nes;980101;Øvre;5\n", "UnknownPart", 14),
        ("2019;9801;By;98010100;Nes;980101;Øvre;fem\n", "NotACount", 39),
        ("i fjor;9801;By;98010100;Nes;980101;Øvre;5\n", "NotAWholeNumber", 1),
        ("2019;9801;By;98010100;Nes;980101;5\n", "RaggedRecord", 0),
    ])
    func pointsAtEachFault(record: String, name: String, column: Int) {
        let found = reading(record).found
        #expect(found.map(\.name) == [name])
        #expect(found.map(\.location.line) == [2])
        #expect(found.map(\.location.column) == [column])
    }

    @Test func aPartHasOneFigureAYear() {
        let record = "2019;9801;By;98010100;Nes;980101;Øvre;5\n"
        #expect(reading(record + record).found.map(\.name) == ["DoubledFigure"])
    }
}
