import GeographyLiterals
import TestSupport
import Testing

@testable import Geography

private func change(_ old: GrunnkretsCode, _ new: GrunnkretsCode?, _ date: CalendarDate) -> UnitChange {
    UnitChange(old: old, new: new, date: date, share: nil, basis: new == nil ? .ended : .unknown, source: "test")
}

@Test func aCodePassedOnOnTheSameDayIsNotFollowedTwice() {
    let tracing = UnitTracing([
        change("00000001", "00000002", "2010-01-01"), change("00000002", "00000003", "2010-01-01"),
    ])
    #expect(tracing.trace(["00000001"], from: "2009-01-01", to: "2011-01-01") == ["00000002"])
    #expect(tracing.trace(["00000003"], from: "2011-01-01", to: "2009-01-01") == ["00000002"])
    #expect(tracing.before("00000003").map(\.old) == ["00000002"])
    #expect(tracing.after("00000001").map(\.new) == ["00000002"])
}

@Test func aUnitIsFollowedThroughSeveralChanges() {
    let tracing = UnitTracing([
        change("00000001", "00000002", "2010-01-01"), change("00000001", "00000003", "2010-01-01"),
        change("00000003", "00000004", "2015-01-01"), change("00000002", nil, "2016-01-01"),
    ])
    #expect(tracing.trace(["00000001"], from: "2009-01-01", to: "2015-12-31") == ["00000002", "00000004"])
    #expect(tracing.trace(["00000001"], from: "2009-01-01", to: "2016-01-01") == ["00000004"])
    #expect(tracing.trace(["00000004"], from: "2016-01-01", to: "2010-01-01") == ["00000003"])
    #expect(tracing.trace(["00000004"], from: "2016-01-01", to: "2009-12-31") == ["00000001"])
    #expect(tracing.before("00000004").map(\.old) == ["00000001", "00000003"])
    #expect(tracing.after("00000001").count == 4)
}

@Test func tracingBackFindsEveryUnitThatTracingForwardReached() throws {
    for city in try Geography.sound(in: Fixtures.committedGeography).cities {
        let (start, end): (CalendarDate, CalendarDate) = (city.starts, "2024-01-01")
        for unit in city.units where unit.validity.contains(start) {
            for later in city.counterparts(of: unit.code, on: start, at: end) {
                #expect(city.counterparts(of: later, on: end, at: start).contains(unit.code))
            }
        }
    }
}

@Test func theHistoryOfAUnitRunsBothWays() throws {
    let city = try Geography.fjordvik()
    let history = try #require(city.history(of: "99010103"))
    #expect(history.before == [] && history.after.map(\.new) == ["99010104", "99010105"])
    #expect(city.history(of: "99010401")?.before.map(\.old) == ["99020101"])
    #expect(city.history(of: "99010202")?.rows.map(\.name) == ["Åsen sør", "Åsen Sør"])
    #expect(city.history(of: "99999901") == nil)
}
