import Geography
import Testing

@testable import Disclosure
@testable import Rendering

struct SentenceTests {
    private static func sentence(
        _ comparison: Comparison, _ own: Int = 213, country: Int = 201, polarity: String = "neutral",
        in language: Language
    ) throws -> String {
        var site = InventedSite()
        site.indicator("andel", polarity: polarity)
        site.add("andel", own, comparison, country: country)
        return try #require(try site.sentences(language).first)
    }

    @Test(arguments: [
        (Language.nb, "Målet er høyere enn i landet som helhet: 21,3 prosent mot 20,1 prosent (2022)."),
        (.nn, "Målet er høgare enn i landet som heilskap: 21,3 prosent mot 20,1 prosent (2022)."),
        (.en, "The measure is higher than in Norway as a whole: 21.3 per cent against 20.1 per cent (2022)."),
    ])
    func higherIsSaidWithBothNumbersAndThePeriod(language: Language, text: String) throws {
        #expect(try Self.sentence(.higher, in: language) == text)
    }

    @Test(arguments: [
        (Language.nb, "Målet er lavere enn i landet som helhet: 1,3 prosent mot 20,1 prosent (2022)."),
        (.nn, "Målet er lågare enn i landet som heilskap: 1,3 prosent mot 20,1 prosent (2022)."),
        (.en, "The measure is lower than in Norway as a whole: 1.3 per cent against 20.1 per cent (2022)."),
    ])
    func lowerIsSaidWithBothNumbersAndThePeriod(language: Language, text: String) throws {
        #expect(try Self.sentence(.lower, 13, in: language) == text)
    }

    @Test(arguments: [
        (Language.nb, "Målet er ikke entydig forskjellig fra landet som helhet: 21,3 prosent mot 20,1 prosent (2022)."),
        (.nn, "Målet er ikkje eintydig ulik landet som heilskap: 21,3 prosent mot 20,1 prosent (2022)."),
        (
            .en,
            "The measure is not clearly different from Norway as a whole: 21.3 per cent against 20.1 per cent (2022)."
        ),
    ])
    func notClearlyDifferentIsNotSaidAsEqual(language: Language, text: String) throws {
        #expect(try Self.sentence(.notDifferent, in: language) == text)
    }

    @Test(arguments: [
        (Language.nb, "Målet var 21,3 prosent i 2022; i landet 20,1 prosent. Forskjellen er ikke testet."),
        (.nn, "Målet var 21,3 prosent i 2022; i landet 20,1 prosent. Skilnaden er ikkje testa."),
        (.en, "The measure was 21.3 per cent in 2022; in Norway 20.1 per cent. The difference is not tested."),
    ])
    func untestedIsSaidToBeSo(language: Language, text: String) throws {
        #expect(try Self.sentence(.notTested(.percentagesOnly), in: language) == text)
    }

    @Test func whatIsJudgedIsSaidToBeFavourableOrNot() throws {
        let better = try Self.sentence(.lower, 13, polarity: "lower-is-better", in: .nb)
        #expect(better.hasSuffix("(2022). Det regnes som gunstig."))
        let worse = try Self.sentence(.higher, polarity: "lower-is-better", in: .nb)
        #expect(worse.hasSuffix("(2022). Det regnes som mindre gunstig."))
        let neutral = try Self.sentence(.higher, in: .nb)
        #expect(!neutral.contains("gunstig"))
    }

    @Test func thePopulationIsSaidWithoutAGrowthThatIsNotKnown() throws {
        var site = InventedSite()
        site.population()
        site.add("folk", InventedSite.harbour, .whole(12345), .notTested(.noChance))
        #expect(try site.sentences(.nb) == ["Torget & Havna har 12\u{A0}345 innbyggere per 1. januar 2022."])
    }
}
