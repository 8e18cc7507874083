import LocatedInput
import Testing

@testable import Registers

struct LayoutIDTests {
    @Test(arguments: [
        ("\"10826: Population\"\r\n\r\n\"region\";\"age\";\"Persons 2001\"\r\n", LayoutID.statBankCSV),
        ("\"region\"\t\"age\"\t\"Persons 2005\"\n", .statBankCSV),
        ("bydel_no;year;age;male;female;total\n", .districtAgeSex),
        ("area,year,sex,age,persons\n", .longPersons),
        (
            "\u{FEFF}year;kommune_no;kommune_name;delomraade_no;delomraade_name;bydel_no;bydel_name;population\n",
            .districtParts
        ),
        ("row;geografi;alder;vaksine;2002-2006\n", .kommunehelsaExport),
    ])
    func knowsALayoutByItsHeader(text: String, layout: LayoutID) {
        #expect(LayoutID.detect(InputFile(path: "x", text: text)) == layout)
    }

    @Test(arguments: ["", "code;name\n", "1;2;3\n"])
    func refusesToGuess(text: String) {
        #expect(LayoutID.detect(InputFile(path: "x", text: text)) == nil)
    }
}
