import Rendering
import Testing

struct NorwegianOrderTests {
    @Test(arguments: [
        ["Arna", "Bergenhus", "Fana", "Fyllingsdalen", "Laksevåg", "Ytrebygda", "Årstad", "Åsane"],
        ["Alna", "Vestre Aker", "Østensjø"], ["Ås", "ås", "Åsa"], ["Nord", "Nord-Øst", "Norda"],
        ["Zoo", "Ærfugl", "Ørret", "Ål"], ["Aa", "Ab", "Å"], ["", "1", "a"], ["cafe", "café", "cafeteria"],
        ["Čáhci", "Đa", "Davvi", "Eana"], ["Ulv", "Über", "Yr", "Zoo"],
    ])
    func aListInOrderIsFoundAgainFromAnyShuffle(list: [String]) {
        #expect(list.reversed().sorted(by: NorwegianOrder.precedes) == list)
    }

    @Test func composedAndDecomposedLettersSortAlike() {
        #expect(NorwegianOrder.precedes("Øst", "A\u{030A}s"))
        #expect(NorwegianOrder.precedes("Z", "A\u{030A}s"))
    }

    @Test func theOrderIsStrict() {
        let names = ["Ås", "ås", "As", "Å", "A-b", "A b", "Østre", "Ö", "ø", "1", ""]
        for first in names {
            for second in names {
                let both = NorwegianOrder.precedes(first, second) && NorwegianOrder.precedes(second, first)
                #expect(!both)
                #expect(
                    (first == second)
                        == (!NorwegianOrder.precedes(first, second) && !NorwegianOrder.precedes(second, first)))
            }
        }
    }
}
