import GeographyLiterals
import Testing

@testable import Geography

private let years: [CalendarDate?] = [nil] + (2000...2004).map(CalendarDate.january1)
private let ranges = years.flatMap { from in years.map { DateRange(from: from, to: $0) } }.filter { !$0.isEmpty }

@Test func overlappingIsTheSameAsSharingDays() {
    for left in ranges {
        for right in ranges { #expect(left.overlaps(right) == (left.intersection(right) != nil)) }
    }
}

@Test func joinedRangesHoldTheSameDaysAndNeverTouch() {
    let days = (1998...2006).map(CalendarDate.january1)
    for left in ranges {
        for right in ranges {
            let joined = DateRange.coalesced([left, right])
            for day in days {
                #expect(joined.contains { $0.contains(day) } == (left.contains(day) || right.contains(day)))
            }
            #expect(DateRange.coalesced(joined) == joined)
        }
    }
}

@Test func aRangeIsCoveredByItsOwnPartsAndNotWithAGapBetweenThem() {
    let whole = DateRange(from: "2000-01-01", to: "2004-01-01")
    let first = DateRange(from: "2000-01-01", to: "2002-01-01")
    #expect(whole.isCovered(by: [DateRange(from: "2002-01-01"), first]))
    #expect(!whole.isCovered(by: [DateRange(from: "2002-01-02"), first]))
    #expect(!DateRange().isCovered(by: [whole]))
    #expect(whole.isCovered(by: [DateRange()]))
}

@Test func anOpenStartComesFirstAndAnOpenEndLast() {
    #expect(
        [DateRange(from: "2001-01-01"), DateRange(from: "2001-01-01", to: "2002-01-01"), DateRange()].sorted() == [
            DateRange(), DateRange(from: "2001-01-01", to: "2002-01-01"), DateRange(from: "2001-01-01"),
        ])
}
