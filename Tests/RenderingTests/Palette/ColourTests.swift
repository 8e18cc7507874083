import Testing

@testable import Rendering

/// Contrast ratios worked out elsewhere: by WebAIM’s contrast checker.
struct ColourTests {
    @Test(arguments: [
        ("#000000", "#FFFFFF", 21.0), ("#767676", "#FFFFFF", 4.54), ("#777777", "#FFFFFF", 4.47),
        ("#FFFFFF", "#FFFFFF", 1.0), ("#FF0000", "#FFFFFF", 3.99), ("#0000FF", "#FFFFFF", 8.59),
    ])
    func standsOutAsMuchAsPublishedRatiosSay(front: String, back: String, ratio: Double) throws {
        let (front, back) = (try #require(Colour(front)), try #require(Colour(back)))
        // The ratios are cut after two decimals, not rounded.
        let contrast = front.contrast(with: back)
        #expect(contrast > ratio - 1e-9 && contrast < ratio + 0.01)
        #expect(contrast == back.contrast(with: front))
    }

    @Test(arguments: ["", "#fff", "005a9c", "#005a9", "#005a9cc", "#00zz9c", "#+05a9c", "red"])
    func isWrittenAsSixDigitsAndNothingElse(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test func isWrittenAsItWasRead() {
        #expect(Colour("#0a00ff")?.text == "#0A00FF")
    }
}
