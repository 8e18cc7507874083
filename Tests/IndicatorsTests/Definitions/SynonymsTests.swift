import Geography
import LocatedInput
import TestSupport
import Testing

@testable import Indicators

private func definition(_ synonyms: String, _ diagnostics: inout Diagnostics) -> IndicatorDefinition? {
    let written = IndicatorFile("share", measure: "{ kind: proportion, numerator: { ages: [0_5] }, denominator: {} }")
    let text = written.text.replacing("text:\n", with: synonyms + "text:\n", maxReplacements: 1)
    return IndicatorDefinition(InputFile(path: "share.yaml", text: text), &diagnostics)
}

@Test func synonymsAreReadInEveryLanguage() throws {
    var diagnostics = Diagnostics()
    let synonyms = "synonyms:\n  nb: [fattigdom, lav inntekt]\n  nn: [fattigdom]\n  en: []\n"
    let read = try #require(definition(synonyms, &diagnostics)).synonyms
    #expect(diagnostics.isEmpty)
    #expect(read[.nb] == ["fattigdom", "lav inntekt"] && read[.nn] == ["fattigdom"] && read[.en] == [])
}

@Test func anIndicatorMayHaveNoSynonyms() throws {
    var diagnostics = Diagnostics()
    let read = try #require(definition("", &diagnostics)).synonyms
    #expect(diagnostics.isEmpty && read[.nb].isEmpty && read[.en].isEmpty)
}

@Test(arguments: [
    ("{ nb: [a], nn: [a] }", "error: the text in 'en' is missing"),
    ("{ nb: [a], nn: [a], en: [a], sv: [a] }", "error: nothing here is called 'sv'"),
    ("{ nb: a, nn: [a], en: [a] }", "error: a list belongs here"),
    ("{ nb: [' '], nn: [a], en: [a] }", "error: this text says nothing"),
    ("{ nb: [Rus, rus], nn: [a], en: [a] }", "share.yaml:10:23: error: 'rus' stands twice in this list"),
])
func faultySynonymsAreRefusedWithPlaceAndReason(written: String, said: String) {
    var diagnostics = Diagnostics()
    _ = definition("synonyms: \(written)\n", &diagnostics)
    #expect(diagnostics.sorted.contains { $0.description.contains(said) }, "\(diagnostics.sorted)")
}

@Test func everyIndicatorOfTheLibraryHasSynonymsInEveryLanguage() throws {
    var diagnostics = Diagnostics()
    let folder = InputFolder(SharedData.packageRoot.appendingPathComponent("indicators").path)
    for theme in ["atferd", "befolkning", "helse", "miljo", "oppvekst"] {
        for name in folder.folder(theme).files(ending: "yaml") {
            let file = try #require(InputFile(reading: folder.folder(theme).file(name), &diagnostics))
            let indicator = try #require(IndicatorDefinition(file, &diagnostics))
            for language in [Language.nb, .nn, .en] {
                let words = indicator.synonyms[language]
                #expect(!words.isEmpty, "\(name)")
                let title = indicator.texts[language].title.lowercased()
                #expect(!words.contains { $0.lowercased() == title }, "\(name)")
            }
        }
    }
}
