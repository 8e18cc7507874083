import Registers
import Testing

struct AgeRangeTests {
    @Test(arguments: ["0_120", "0_17", "2_2", "80_120"])
    func readsTheCodeItWrites(code: String) {
        #expect(AgeRange(code: code)?.code == code)
    }

    @Test(arguments: ["", "0", "0_", "_17", "0_17_", "17_0", "0_121", "00_17", "0-17", "-1_3", "a_b"])
    func refusesWhatIsNotACode(code: String) {
        #expect(AgeRange(code: code) == nil)
    }

    @Test func everybodyIsOpenAndComesBeforeOlderRanges() {
        #expect(AgeRange.all.isOpen)
        #expect(AgeRange(code: "0_17")?.isOpen == false)
        let codes = ["80_120", "0_120", "0_17", "18_66"]
        #expect(codes.compactMap(AgeRange.init(code:)).sorted().map(\.code) == ["0_17", "0_120", "18_66", "80_120"])
    }
}
