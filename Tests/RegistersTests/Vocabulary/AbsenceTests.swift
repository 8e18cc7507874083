import Registers
import Testing

struct AbsenceTests {
    @Test(arguments: Absence.allCases)
    func marksMeanTheSameOnTheWayInAndOut(absence: Absence) {
        #expect(Absence(mark: absence.mark) == absence)
    }

    @Test func knowsTheEllipsisAndNothingElse() {
        #expect(Absence(mark: "…") == .pending)
        for text in ["", "-", "0", "....", "::", "*"] { #expect(Absence(mark: text) == nil) }
    }
}
