import Geography
import LocatedInput
import Rendering
import Testing

struct NumberStyleTests {
    private static func number(_ scaled: Int, _ decimals: Int) -> NumberText.Decimal {
        .init(scaled, decimals: decimals)
    }

    @Test(arguments: [
        (0, 0, "0", "0"), (0, 1, "0,0", "0.0"), (7, 1, "0,7", "0.7"), (-7, 1, "−0,7", "−0.7"),
        (1234, 0, "1\u{A0}234", "1,234"),
        (999, 0, "999", "999"), (1_234_567, 0, "1\u{A0}234\u{A0}567", "1,234,567"),
        (123_456, 1, "12\u{A0}345,6", "12,345.6"),
        (-1_000_005, 2, "−10\u{A0}000,05", "−10,000.05"), (100, 2, "1,00", "1.00"),
    ])
    func numbersAreWrittenAsTheLanguageDoes(scaled: Int, decimals: Int, norwegian: String, english: String) {
        let number = Self.number(scaled, decimals)
        #expect(NumberStyle(.nb).text(number) == norwegian)
        #expect(NumberStyle(.nn).text(number) == norwegian)
        #expect(NumberStyle(.en).text(number) == english)
    }

    @Test func minusZeroIsZero() throws {
        let number = try #require(NumberText.decimal("-0,0", mark: .comma))
        #expect(NumberStyle(.nb).text(number) == "0,0")
        #expect(NumberStyle(.nb).signed(number) == "0,0")
    }

    @Test func differencesHaveTheirSign() {
        #expect(NumberStyle(.nb).signed(Self.number(12, 1)) == "+1,2")
        #expect(NumberStyle(.en).signed(Self.number(-12, 1)) == "\u{2212}1.2")
    }

    @Test func percentHasANoBreakSpaceInNorwegianOnly() {
        #expect(NumberStyle(.nb).percent(Self.number(123, 1)) == "12,3\u{A0}%")
        #expect(NumberStyle(.en).percent(Self.number(123, 1)) == "12.3%")
        #expect(NumberStyle(.nn).percent(Self.number(12, 1), Self.number(34, 1)) == "1,2–3,4\u{A0}%")
    }

    @Test func rangesHaveAnEnDashUnlessAMinusWouldMeetIt() {
        let (low, high) = (Self.number(-12, 1), Self.number(34, 1))
        #expect(NumberStyle(.nb).range(Self.number(5, 0), Self.number(9, 0)) == "5–9")
        #expect(NumberStyle(.nb).range(low, high) == "\u{2212}1,2\u{A0}til\u{A0}3,4")
        #expect(NumberStyle(.en).range(low, high) == "\u{2212}1.2\u{A0}to\u{A0}3.4")
        #expect(NumberStyle(.nb).years(2022, 2024) == "2022–2024")
        #expect(NumberStyle(.nb).years(2024, 2024) == "2024")
    }

    @Test(arguments: [
        (Language.nb, "6. januar 2026", "31. desember 2005"), (.nn, "6. januar 2026", "31. desember 2005"),
        (.en, "6 January 2026", "31 December 2005"), (.se, "2026-01-06", "2005-12-31"),
    ])
    func datesAreWrittenAsTheLanguageDoes(language: Language, first: String, last: String) throws {
        #expect(NumberStyle(language).date(try #require(CalendarDate("2026-01-06"))) == first)
        #expect(NumberStyle(language).date(try #require(CalendarDate("2005-12-31"))) == last)
    }

    @Test func noNumberCanBeBrokenAcrossLines() {
        for language in Language.allCases {
            let style = NumberStyle(language)
            let texts = [
                style.text(1_234_567), style.percent(Self.number(5, 1)),
                style.range(Self.number(-1, 0), Self.number(1, 0)),
            ]
            #expect(texts.allSatisfy { !$0.contains(" ") && !$0.contains("-") })
        }
    }
}
