import Testing

@testable import Rendering

/// Contrast ratios worked out elsewhere: by WebAIM's contrast checker, and those WCAG's own documents name.
struct ColourTests {
    @Test(arguments: [
        ("#000000", "#FFFFFF", 21.0), ("#767676", "#FFFFFF", 4.54), ("#777777", "#FFFFFF", 4.47),
        ("#FFFFFF", "#FFFFFF", 1.0), ("#FF0000", "#FFFFFF", 3.99), ("#0000FF", "#FFFFFF", 8.59),
        ("#005A9C", "#FFFFFF", 7.1), ("#B3470B", "#FFFFFF", 5.5), ("#04ab79", "#ffffff", 2.96),
    ])
    func standsOutAsMuchAsPublishedRatiosSay(front: String, back: String, ratio: Double) throws {
        let (front, back) = (try #require(Colour(front)), try #require(Colour(back)))
        let tolerance = ratio == 7.1 || ratio == 5.5 ? 0.06 : 0.006
        #expect(abs(front.contrast(with: back) - ratio) <= tolerance)
        #expect(front.contrast(with: back) == back.contrast(with: front))
    }

    @Test(arguments: ["", "#fff", "005a9c", "#005a9", "#005a9cc", "#00zz9c", "#+05a9c", "red"])
    func isWrittenAsSixDigitsAndNothingElse(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test func isWrittenAsItWasRead() {
        #expect(Colour("#0a00ff")?.text == "#0A00FF")
    }
}
