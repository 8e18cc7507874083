import Registers
import Testing

struct PeriodTests {
    @Test(arguments: [("2026", 1), ("2013_2017", 5)])
    func readsTheCodeItWritesAndCountsItsYears(code: String, years: Int) {
        let period = Period(code: code)
        #expect(period?.code == code)
        #expect(period?.years == years)
    }

    @Test(arguments: ["", "2017_2013", "2013_2013", "13_17", "2013-2017", "2013_2014_2015", "x"])
    func refusesWhatIsNotACode(code: String) {
        #expect(Period(code: code) == nil)
    }

    @Test func overlapsWhereAYearLiesInBoth() throws {
        let early = try #require(Period(start: 2013, end: 2017))
        #expect(early.overlaps(Period(year: 2017)))
        #expect(!early.overlaps(Period(year: 2018)))
    }
}
