import GeographyLiterals
import Testing

@testable import Geography

/// Every way of saying present or absent on four dates, in every order.
private let lessons: [[(CalendarDate, String?)]] = {
    let dates: [CalendarDate] = ["2001-01-01", "2003-01-01", "2005-01-01", "2007-01-01"]
    let states: [String?] = ["a", "b", nil]
    return (0..<81).map { number in
        dates.enumerated().map { index, date in (date, states[number / [1, 3, 9, 27][index] % 3]) }
    }
}()

@Test func aTimelineRemembersAllItLearnsInOrderOfTime() {
    for lesson in lessons {
        var timeline = Timeline<String>()
        for (date, state) in lesson { timeline.learn(state, on: date) }
        for (date, state) in lesson { #expect(timeline.state(on: date) == state) }
    }
}

@Test func learningTheSameAgainChangesNothing() {
    for lesson in lessons {
        var timeline = Timeline<String>()
        for (date, state) in lesson { timeline.learn(state, on: date) }
        var again = timeline
        for (date, state) in lesson { again.learn(state, on: date) }
        #expect(again == timeline)
    }
}

@Test func spansNeverOverlapAndNeighboursDiffer() {
    for lesson in lessons {
        var timeline = Timeline<String>()
        for (date, state) in lesson { timeline.learn(state, on: date) }
        for (span, next) in zip(timeline.spans, timeline.spans.dropFirst()) {
            #expect(!span.days.overlaps(next.days) && span.days < next.days)
            #expect(span.state != next.state || span.days.to != next.days.from)
        }
    }
}

@Test func aNewListReachesToTheNextDayOnWhichSomethingIsKnownToChange() {
    var timeline = Timeline([Timeline<String>.Span(days: DateRange(from: "2005-01-01", to: "2009-01-01"), state: "a")])
    timeline.learn("b", on: "2007-01-01")
    timeline.learn("a", on: "2003-01-01")
    #expect(timeline.spans.map(\.state) == ["a", "b"])
    #expect(timeline.spans.map(\.days.from) == ["2003-01-01", "2007-01-01"])
    #expect(timeline.spans.map(\.days.to) == ["2007-01-01", "2009-01-01"])
}
