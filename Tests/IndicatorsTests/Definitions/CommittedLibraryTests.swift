import Geography
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Indicators

/// The indicators that the site is made of.
struct CommittedLibraryTests {
    private static let loaded: (library: IndicatorLibrary?, findings: [String]) = {
        let folder = InputFolder(SharedData.packageRoot.appendingPathComponent("indicators").path)
        var diagnostics = Diagnostics()
        let registers = RegisterDefinition.loadAll(from: folder.folder("registers"), &diagnostics).map(\.id)
        let library = IndicatorLibrary.load(from: folder, registers: registers, &diagnostics)
        return (library, diagnostics.sorted.map(\.description))
    }()
    private let library: IndicatorLibrary

    init() throws {
        #expect(Self.loaded.findings == [])
        library = try #require(Self.loaded.library)
    }

    private func texts(_ language: Language) -> [(id: IndicatorID, text: String)] {
        library.indicators.flatMap { indicator in
            let text = indicator.texts[language]
            return [text.title, text.subject, text.definition, text.caveat ?? ""].map { (indicator.id, $0) }
        }
    }

    @Test func exactlyOneIndicatorCountsEverybody() {
        let counts = library.indicators.filter {
            if case .count(let selection, _) = $0.measure { return selection == Selection() }
            return false
        }
        #expect(counts.count == 1)
    }

    @Test func theAgeGroupsOfAPopulationCountHoldEveryAgeOnce() {
        for indicator in library.indicators {
            guard case .count(let selection, let breakdown) = indicator.measure, selection == Selection(),
                !breakdown.ages.isEmpty
            else { continue }
            #expect(breakdown.ages.first?.from == 0)
            #expect(breakdown.ages.last?.isOpen == true)
            for (one, next) in zip(breakdown.ages, breakdown.ages.dropFirst()) { #expect(next.from == one.to + 1) }
        }
    }

    @Test func noTwoIndicatorsSayTheSameTitleOrSubject() {
        // The owner's own figures and those worked out from its deliveries never stand in one edition.
        let editions = [
            library.indicators.filter { $0.register.id != "sysvak" },
            library.indicators.filter { $0.register.id != "vaccination" },
        ]
        for language in Language.written {
            for indicators in editions {
                let titles = indicators.map { $0.texts[language].title }
                let subjects = indicators.map { $0.texts[language].subject }
                #expect(Set(titles).count == titles.count)
                #expect(Set(subjects).count == subjects.count)
            }
        }
    }

    @Test func definitionsAndCaveatsAreSentencesAndNamesAreNot() {
        for indicator in library.indicators {
            for language in Language.written {
                let text = indicator.texts[language]
                #expect(text.definition.hasSuffix("."), "\(indicator.id) \(language)")
                #expect(text.caveat?.hasSuffix(".") ?? true, "\(indicator.id) \(language)")
                #expect(!text.title.hasSuffix(".") && !text.subject.hasSuffix("."), "\(indicator.id) \(language)")
                #expect(text.title.first?.isUppercase == true && text.subject.first?.isUppercase == true)
            }
        }
    }

    @Test func rangesAreWrittenWithAnEnDashAndQuotesAreNotStraight() {
        for language in Language.written {
            for (id, text) in texts(language) {
                #expect(!text.contains(/\d-\d/) && !text.contains("\"") && !text.contains("'"), "\(id): \(text)")
                #expect(!text.contains("  ") && !text.contains("\n"), "\(id): \(text)")
            }
        }
    }

    @Test(arguments: [
        (Language.nb, ["ikkje", "frå", "høgare", "lågare", "eit", "dei", "kvar", "berre", "talet", "innbyggjarar"]),
        (Language.nn, ["ikke", "fra", "høyere", "lavere", "et", "de", "hver", "bare", "tallet", "andelen"]),
        (Language.en, ["og", "eller", "barn", "percent"]),
    ])
    func aTextKeepsToItsLanguage(language: Language, foreign: [String]) {
        for (id, text) in texts(language) {
            let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: foreign), "\(id): \(text)")
        }
    }

    @Test func whatTheOwnerGivesInPercentSaysWhyItIsNotTested() {
        for indicator in library.indicators {
            guard case .published = indicator.measure else { continue }
            #expect(indicator.texts[.nb].caveat?.contains("ikke testet") == true)
            #expect(indicator.texts[.nn].caveat?.contains("ikkje testa") == true)
            #expect(indicator.texts[.en].caveat?.contains("not tested") == true)
        }
    }
}
