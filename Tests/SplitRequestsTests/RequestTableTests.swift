import Foundation
import Geography
import LocatedInput
import Testing

@testable import SplitRequests

/// What municipalities send.
@Suite struct RequestTableTests {
    private func rows(_ data: Data) -> (rows: [RequestRow], findings: [Finding]) {
        var findings: [Finding] = []
        let table = RequestTable(file: InputFile(path: "f.csv", data: data)) { GrunnkretsCode($0) != nil }
        return (table.rows(&findings), findings)
    }

    private func rows(_ text: String) -> (rows: [RequestRow], findings: [Finding]) { rows(Data(text.utf8)) }

    @Test(arguments: [
        "grunnkrets;kode;navn\n55010101;01;Sør\n",
        "Grunnkretsnr,Sone,Sonenavn\n55010101,01,Sør\n",
        "\u{FEFF}GRUNNKRETS\tBydel\tBydelsnavn\r\n55010101\t01\tSør\r\n",
        "Levekårssoner i Tromsø\n\nlevekaar,lksnavn,grunnkrets\n01,Sør,55010101\n",
        "\"sourceCode\";\"sourceName\";\"targetCode\";\"targetName\"\n\"01\";\"Sør\";\"55010101\";\"X\"\n",
        "sourceCode;sourceName;targetCode;targetName\n55010101;X;01;Sør\n",
        "district code;name;basic statistical unit\n01;Sør;55010101\n",
    ])
    func anyTableASpreadsheetSavesIsRead(text: String) throws {
        let (rows, findings) = rows(text)
        #expect(findings.isEmpty)
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row.unit.value == "55010101")
        #expect(row.districtCode?.value == "01")
        #expect(row.districtNames[.nb]?.value == "Sør")
    }

    @Test func theSameTextIsReadInThreeEncodings() throws {
        let text = "grunnkrets;kode;navn\n55010101;01;Sør\n"
        #expect(rows(try #require(text.data(using: .isoLatin1))).rows.first?.districtNames[.nb]?.value == "Sør")
        // A dash of code page 1252, which is no text in UTF-8.
        let bytes = Data("grunnkrets;kode;navn\n55010101;01;A ".utf8) + [0x96] + Data(" B\n".utf8)
        #expect(rows(bytes).rows.first?.districtNames[.nb]?.value == "A – B")
    }

    @Test func columnsThatAreNotUsedAreNamed() {
        let (_, findings) = rows("grunnkrets;kode;navn;gruppe\n55010101;01;Sør;x\n")
        #expect(findings.map(\.id) == ["codes.unused-column:gruppe"])
    }

    @Test func twoColumnsOfOneKindAreNamed() {
        let (_, findings) = rows("grunnkrets;kode;sone\n55010101;01;02\n")
        #expect(findings.map(\.kind) == [.doubledColumn])
    }

    @Test func halfAFileLosesNoLineSilently() {
        let (rows, findings) = rows("grunnkrets;kode;navn\n55010101;01;Sør\n55010102;01;\"Sø")
        #expect(rows.count == 1)
        #expect(findings.map(\.id) == ["codes.broken-line:3"])
    }

    @Test(arguments: [
        (Data([0x50, 0x4B, 0x03, 0x04, 0x14]), FindingKind.workbook), (Data(), .empty),
        (Data("grunnkrets;kode;navn\n".utf8), .empty), (Data("a;b\n1;2\n".utf8), .noHeader),
    ])
    func aFileThatHoldsNothingSaysWhy(data: Data, kind: FindingKind) {
        #expect(rows(data).findings.map(\.kind) == [kind])
    }
}
