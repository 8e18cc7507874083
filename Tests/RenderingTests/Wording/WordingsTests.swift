import Geography
import LocatedInput
import TestSupport
import Testing

@testable import Rendering

struct WordingsTests {
    /// Loads the real phrases after `change` has been made to the file of one language.
    private static func load(
        _ language: Language, _ change: (String) -> String
    ) throws -> (wordings: Wordings?, findings: [String]) {
        let scratch = try ScratchFolder(copying: Templates.folder.file("text"))
        let name = "\(language.rawValue).yaml"
        let before = try scratch.text(of: name)
        let after = change(before)
        try #require(before != after || language == .se)
        try scratch.write(after, to: name)
        var diagnostics = Diagnostics()
        let wordings = Wordings.load(from: scratch.folder, &diagnostics)
        return (wordings, scratch.findings(diagnostics))
    }

    @Test func thePhrasesOfTheSiteAreWholeInEveryLanguage() throws {
        var diagnostics = Diagnostics()
        let wordings = try #require(Wordings.load(from: Templates.folder.folder("text"), &diagnostics))
        #expect(diagnostics.isEmpty, "\(diagnostics.sorted)")
        #expect(wordings.all.map(\.language) == [.nb, .nn, .en])
        #expect(try wordings[.nn]["place.country"] == "Noreg")
        #expect(try wordings[.se]["place.country"] == "Norge")
    }

    @Test(arguments: [Language.nb, .nn, .en])
    func aPhraseMissingInOneLanguageIsAnErrorThatNamesFileAndKey(language: Language) throws {
        let (wordings, findings) = try Self.load(language) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("  skip:") }.joined(separator: "\n")
        }
        #expect(wordings == nil)
        #expect(
            findings.allSatisfy {
                $0.hasPrefix("\(language.rawValue).yaml:") && $0.contains("phrase 'site.skip' is missing here")
                    && $0.hasSuffix("[MissingPhrase]")
            })
        #expect(findings.count == 2)
    }

    @Test func slotsMustAgreeBetweenLanguages() throws {
        let (wordings, findings) = try Self.load(.nn) { $0.replacing("Rad {number}", with: "Rad {nummer}") }
        #expect(wordings == nil)
        #expect(findings.contains { $0.hasPrefix("nn.yaml:") && $0.hasSuffix("use {number} [DifferentSlots]") })
    }

    @Test func aBraceThatBelongsToNoSlotIsReportedWhereItStands() throws {
        let (wordings, findings) = try Self.load(.en) { $0.replacing("Row {number}", with: "Row {number") }
        #expect(wordings == nil)
        #expect(findings.contains { $0.hasPrefix("en.yaml:") && $0.hasSuffix("[MalformedSlot]") })
    }

    @Test func aPhraseThatSaysNothingIsReported() throws {
        let (wordings, findings) = try Self.load(.nb) { $0.replacing("skip: Hopp til innholdet", with: "skip: ' '") }
        #expect(wordings == nil)
        #expect(findings.contains { $0.contains("phrase 'site.skip' says nothing") && $0.hasSuffix("[EmptyPhrase]") })
    }

    @Test func aKeyThatTemplatesCannotNameIsReported() throws {
        let (wordings, findings) = try Self.load(.nb) { $0.replacing("  skip:", with: "  Skip to:") }
        #expect(wordings == nil)
        #expect(findings.contains { $0.contains("'Skip to' cannot name a phrase") })
    }

    @Test func aWordForARareCaseCannotBeForgottenInAllLanguages() throws {
        let scratch = try ScratchFolder(copying: Templates.folder.file("text"))
        for language in Language.written {
            let name = "\(language.rawValue).yaml"
            let lines = try scratch.text(of: name).split(separator: "\n", omittingEmptySubsequences: false)
            try scratch.write(lines.filter { !$0.hasPrefix("  nobody:") }.joined(separator: "\n"), to: name)
        }
        var diagnostics = Diagnostics()
        #expect(Wordings.load(from: scratch.folder, &diagnostics) == nil)
        #expect(scratch.findings(diagnostics).count { $0.contains("'obstacle.nobody' is missing") } == 3)
    }

    @Test func aMissingFileIsReported() throws {
        let scratch = try ScratchFolder(copying: Templates.folder.file("text"))
        try scratch.remove("nn.yaml")
        var diagnostics = Diagnostics()
        #expect(Wordings.load(from: scratch.folder, &diagnostics) == nil)
        #expect(
            scratch.findings(diagnostics) == [
                "nn.yaml: error: the file does not exist; check the path, or make the file [MissingFile]"
            ])
    }

    @Test func anUnknownKeyIsAnErrorThatOffersTheNearest() throws {
        let words = try Templates.wordings()[.nb]
        let failure = #expect(throws: InputFailure.self) { try words["sentence.hihger"] }
        let finding = try #require(failure?.diagnostics.sorted.first).description
        #expect(finding.contains("there is no phrase 'sentence.hihger'; did you mean 'sentence.higher'?"))
    }

    @Test func slotsThatAreNotGivenAreAnError() throws {
        let words = try Templates.wordings()[.nb]
        let failure = #expect(throws: InputFailure.self) { try words.phrase("sentence.row", ["rad": "3"]) }
        #expect(failure?.diagnostics.sorted.first?.name == "WrongSlots")
        #expect(try words.phrase("sentence.row", ["number": "3"]) == "Rad 3")
    }

    @Test func oneIsSaidInTheSingular() throws {
        let words = try Templates.wordings()[.en]
        #expect(try words.phrase("note.rows", count: 1, ["rows": "3"]) == "Row 3:")
        #expect(try words.phrase("note.rows", count: 2, ["rows": "3, 5"]) == "Rows 3, 5:")
    }
}
