import LocatedInput
import Testing

struct NumberTextTests {
    @Test func readsTwoNumbersJoinedByASign() throws {
        let pair = try #require(NumberText.pair("2013_2017", separator: "_"))
        #expect(pair == (2013, 2017))
        let zero = try #require(NumberText.pair("0-17", separator: "-"))
        #expect(zero == (0, 17))
    }

    @Test(arguments: ["", "_", "1", "1_", "_1", "1_2_3", "01_2", "1_02", "1 _2", "a_b"])
    func refusesWhatIsNotTwoNumbers(text: String) {
        #expect(NumberText.pair(text, separator: "_") == nil)
    }
}
