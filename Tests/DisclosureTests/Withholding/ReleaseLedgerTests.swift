import Geography
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Disclosure

@Suite struct ReleaseLedgerTests {
    private static let city: CountedCity = {
        var years: [Int: [Double]] = [:]
        for year in 2010...2021 { years[year] = [year == 2018 ? 3 : 20, 40, 35, 50, 60] }
        return CountedCity(years: years)
    }()

    private func ledger(_ city: CountedCity = Self.city) throws -> ReleaseLedger {
        let table = try #require(try city.publish().table)
        return table.ledger(after: .empty, edition: "first", geographyDate: CalendarDate("2022-01-01")!)
    }

    private func load(_ text: String) -> (ledger: ReleaseLedger?, findings: [String]) {
        var diagnostics = Diagnostics()
        let ledger = ReleaseLedger.load(InputFile(path: "ledger.csv", text: text), &diagnostics)
        return (ledger, diagnostics.sorted.map(\.description))
    }

    private func release(_ ledger: ReleaseLedger) throws -> Release {
        let geography = try Self.city.geography()
        let places = LedgerPlaces(geography: geography, today: CalendarDate("2022-01-01")!, overlaps: [])
        return Release(ledger: ledger, places: places, file: "ledger.csv")
    }

    @Test func aLedgerIsReadAsItWasWritten() throws {
        let written = try ledger()
        let (read, findings) = load(written.text)
        #expect(findings == [])
        let again = try #require(read)
        #expect(again.text == written.text && again.holds(edition: "first") && !again.holds(edition: "second"))
        #expect(again.editions[0].entries == written.editions[0].entries)
    }

    @Test func aLedgerSaysWhatWasShownAndNeverANumber() throws {
        let text = try ledger().text
        #expect(
            text.contains(
                "first,2022-01-01,courses,low/0/0_120,9901,2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021,,\n"
            ))
        #expect(
            text.contains(
                "courses,low/0/0_120,fjordvik/bydel/990111,2010 2011 2012 2013 2014 2015 2016 2017 2019 2020 2021,2018,\n"
            ))
        #expect(text.contains("courses,all/0/0_120,fjordvik/bydel/990111,"))
    }

    @Test func aChangedRowIsNoticed() throws {
        let text = try ledger().text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            var forged = lines
            forged[number] = line.replacing("2017", with: "2019").replacing("edition", with: "editor")
            if forged[number] == line { forged.remove(at: number) }
            let (ledger, findings) = load(forged.joined(separator: "\n"))
            #expect(ledger == nil && findings.count == 1, "line \(number + 1)")
        }
    }

    @Test func aLedgerThatEndsTooEarlyIsNoLedger() throws {
        let text = try ledger().text
        let rows = text.dropLast().split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        #expect(load(rows).findings.allSatisfy { $0.hasSuffix("[BrokenLedger]") })
        #expect(load(rows).ledger == nil && load("").ledger == nil && load("edition;\n").ledger == nil)
        #expect(load(String(text.dropLast())).ledger == nil)
    }

    @Test func anotherEditionIsAddedBelowTheFirst() throws {
        let first = try ledger()
        let table = try #require(try Self.city.publish(after: try release(first)).table)
        let both = table.ledger(after: first, edition: "second", geographyDate: CalendarDate("2022-01-01")!)
        #expect(both.text.hasPrefix(first.text) && both.holds(edition: "second"))
        #expect(load(both.text).findings == [])
    }

    @Test func whatWasShownIsShownAgainAndWhatWasWithheldIsNot() throws {
        let first = try #require(try Self.city.publish().table)
        var next = Self.city
        next.low[2022] = [2, 40, 35, 50, 60]
        let (table, findings) = try next.publish(after: try release(try ledger()))
        #expect(findings == [])
        let second = try #require(table)
        for year in 2016...2021 {
            #expect(
                try CountedCity.withheld(first, next.districts, "\(year)")
                    == CountedCity.withheld(second, next.districts, "\(year)"))
        }
        #expect(try CountedCity.withheld(second, next.districts).count == 2)
    }

    @Test func whatTheFirstEditionGaveAwayCannotBeProtectedByTheNext() throws {
        // The first edition showed all; the register has since found that three were one fewer, so that four, which is
        // small, follows from the city and the other districts.
        let shown = CountedCity([6, 40, 35, 50, 60])
        var revised = shown
        revised.low[2022]?[0] = 4
        revised.preset["series"] = "{ most_withheld: 0.2, most_weak: 0.5, weak: 3, most_holes: 0.5 }"
        let (table, _) = try revised.publish(after: try release(try ledger(shown)))
        // It is public, so that withholding it protects nobody.
        #expect(try CountedCity.withheld(try #require(table), revised.districts) == [])
    }

    @Test func whatIsNotCountedAnyMoreStopsThePublication() throws {
        let resealed = ReleaseLedger.empty.adding(
            ReleaseLedger.Edition(
                id: "first", geographyDate: CalendarDate("2022-01-01")!,
                entries: [
                    ReleaseLedger.Entry(
                        register: RegisterID("courses"), counted: "lower/0/0_120", place: "9901",
                        shown: [Period(year: 2020)], withheld: []),
                    ReleaseLedger.Entry(
                        register: RegisterID("courses"), counted: "low/0/0_120", place: "fjordvik/bydel/990198",
                        shown: [Period(year: 2020)], withheld: []),
                ]))
        let (table, findings) = try Self.city.publish(after: try release(resealed))
        #expect(table == nil)
        #expect(findings.count == 2 && findings[0].hasSuffix("[ReleasedCountLost]"))
        #expect(findings.last?.hasSuffix("[ReleasedPlaceLost]") == true)
    }
}
