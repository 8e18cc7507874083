import Geography
import Testing

@Test(arguments: [
    ("2020-01-02", "2020-01-01"), ("2020-01-01", "2019-12-31"), ("2020-03-01", "2020-02-29"),
    ("2100-03-01", "2100-02-28"), ("2019-05-01", "2019-04-30"),
])
func theDayBeforeCrossesMonthsYearsAndLeapDays(date: CalendarDate, eve: CalendarDate) {
    #expect(date.dayBefore == eve)
}

@Test func theFirstDayThereIsHasNoDayBefore() { #expect(CalendarDate(year: 1, month: 1, day: 1)?.dayBefore == nil) }
