import LocatedInput
import Testing

struct CSVTableTests {
    private func faults(_ text: String) -> [String] {
        var diagnostics = Diagnostics()
        CSVTable(InputFile(path: "t.csv", text: text)).read(&diagnostics) { _, _ in
            true
        } each: { _, _, _ in
        }
        return diagnostics.sorted.map { "\($0.name) \($0.location.line):\($0.location.column)" }
    }

    @Test func pointsAtTheFieldWhoseQuoteIsBroken() {
        #expect(faults("a;b;c\n1;\"x\" y;3\n") == ["BrokenQuote 2:4"])
        #expect(faults("a;b;c\n1;2;\"x\n") == ["BrokenQuote 2:6"])
    }

    @Test(arguments: [" a ", "\u{A0}a\u{A0}", "a", "\ta\u{FEFF}"])
    func takesWhiteSpaceOfEveryKindAway(text: String) {
        #expect(text.trimmingWhitespace() == "a")
    }

    @Test(arguments: ["æ b å", "a b", ""])
    func leavesWhatStandsInside(text: String) {
        #expect(text.trimmingWhitespace() == text)
    }
}
