import Testing

@testable import Rendering

struct ProseTests {
    @Test func blankLinesPartParagraphsAndHyphensMakeAList() {
        let blocks = Prose("En linje\nog en til.\n\n- først\n- så\n").blocks
        #expect(
            blocks == [
                .object(["paragraph": .text("En linje og en til."), "items": .flag(false)]),
                .object(["paragraph": .flag(false), "items": .list([.text("først"), .text("så")])]),
            ])
    }
}
