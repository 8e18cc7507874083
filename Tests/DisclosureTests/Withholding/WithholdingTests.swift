import Audit
import Cells
import Geography
import Registers
import TestSupport
import Testing

@testable import Disclosure

@Suite struct WithholdingTests {
    @Test func aSmallCountTakesOneMoreWithIt() throws {
        let withheld = try CountedCity([3, 40, 35, 50, 60]).withheld()
        #expect(withheld.count == 2 && withheld.contains(0))
    }

    @Test func whatIsLargeIsShown() throws {
        #expect(try CountedCity([6, 40, 35, 50, 60]).withheld() == [])
    }

    @Test func whatIsLeftOverIsCountedToo() throws {
        // 98 of 100: the two whom nothing happened to are few.
        let withheld = try CountedCity([98, 40, 35, 50, 60]).withheld()
        #expect(withheld.count == 2 && withheld.contains(0))
    }

    @Test func aGroupOfFewPeopleIsWithheldWhateverHappened() throws {
        var city = CountedCity([6, 40, 35, 50, 60])
        city.all[0] = 9
        #expect(try city.withheld().contains(0))
        city.all[0] = 11
        #expect(try city.withheld() == [])
    }

    @Test func noneIsShownUnlessTheRulesSayOtherwise() throws {
        var years: [Int: [Double]] = [:]
        for year in 2018...2022 { years[year] = [year == 2022 ? 0 : 20, 40, 35, 50, 60] }
        var city = CountedCity(years: years)
        #expect(try city.withheld() == [])
        city.preset = ["zeros": "true"]
        let withheld = try city.withheld()
        #expect(withheld.count == 2 && withheld.contains(0))
    }

    @Test func twoSmallCountsThatAddUpToTooLittleTakeAThirdWithThem() throws {
        // Four and one: whoever adds up knows five, and the one person knows the rest.
        let withheld = try CountedCity([4, 1, 35, 50, 60]).withheld()
        #expect(withheld.count == 3 && withheld.starts(with: [0, 1]))
    }

    @Test func peopleOfNoDistrictAreProtectedAsThoseOfADistrictAre() throws {
        var city = CountedCity([30, 40, 35, 50, 60])
        city.rest = (2, 100)
        #expect(try city.withheld().count == 1)
        city.preset = ["rest": "false"]
        #expect(try city.withheld() == [])
    }

    @Test func withoutWithholdingMoreNothingThatLeaksGoesOut() throws {
        var city = CountedCity([3, 40, 35, 50, 60])
        city.preset = ["withhold_more": "false"]
        let (table, findings) = try city.publish()
        #expect(table == nil)
        #expect(findings.count == 1 && findings[0].hasPrefix("disclosure.yaml:2:"), "\(findings)")
        #expect(findings[0].hasSuffix("[AuditFindsLeaks]"))
        city.low = [2022: [6, 40, 35, 50, 60]]
        #expect(try city.publish().table != nil)
    }

    @Test func aFindingNamesNoPlaceAndNoNumber() throws {
        var city = CountedCity([3, 40, 35, 50, 60])
        city.preset = ["withhold_more": "false"]
        let finding = try #require(try city.publish().findings.first)
        #expect(!finding.contains("9901") && !finding.dropFirst("disclosure.yaml:2:49".count).contains { $0.isNumber })
    }

    @Test func anExceptionHoldsForItsIndicator() throws {
        var city = CountedCity([9, 40, 35, 50, 60])
        city.exceptions = """
            exceptions:
              - { indicator: low, numerator: 9, because: { nb: Fordi., nn: Av di., en: Because. } }
            """
        #expect(try city.withheld().count == 2)
        city.exceptions = city.exceptions.replacing("indicator: low", with: "register: courses")
        #expect(try city.withheld().count == 2)
    }

    @Test func aSeriesWithTooManySmallPointsIsWithheldWhole() throws {
        var years: [Int: [Double]] = [:]
        for year in 2013...2022 { years[year] = [year % 4 == 1 ? 2 : 20, 40, 35, 50, 60] }
        // 2013, 2017 and 2021: 30 % of the points.
        let city = CountedCity(years: years)
        let table = try #require(try city.publish().table)
        for year in 2013...2022 {
            #expect(try table.figure("low", city.districts[0], "\(year)").value == .withheld)
        }
    }

    @Test func aPeriodOfThreeYearsHasLimitsThreeTimesAsHigh() throws {
        var years: [Int: [Double]] = [:]
        for year in 2018...2022 { years[year] = [4, 40, 35, 50, 60] }
        var city = CountedCity(years: years)
        city.indicators = [
            {
                var file = CountedCity.low
                file.measure = "{ kind: share, numerator: low, denominator: all, years: 3, counts: events }"
                return file
            }()
        ]
        #expect(try city.withheld("2020_2022").contains(0))
        for year in years.keys { city.low[year] = [10, 40, 35, 50, 60] }
        #expect(try city.withheld("2020_2022") == [])
    }

    @Test func whatIsPublishedDoesNotDependOnWhatIsWithheld() throws {
        let city = CountedCity([3, 40, 35, 50, 60])
        let withheld = try city.withheld()
        let partner = try #require(withheld.last)
        var other = city
        other.low[2022]?[0] -= 1
        other.low[2022]?[partner] += 1
        let tables = try [city, other].map { try #require(try $0.publish().table) }
        #expect(try other.withheld() == withheld)
        #expect(Set(tables[0].all) == Set(tables[1].all))
    }

    @Test func everyMarkIsTheSame() throws {
        let city = CountedCity([3, 40, 35, 50, 60])
        let table = try #require(try city.publish().table)
        let marked = try city.withheld().map { try table.figure("low", city.districts[$0]) }
        for figure in marked {
            #expect(figure.flags == [] && figure.comparison == marked[0].comparison && figure.trend == marked[0].trend)
        }
    }

    @Test func whatIsLeftOfACategoryWithoutThoseItContainsIsProtectedToo() throws {
        // Everybody who is low is counted as all, too; three of the first district are all and not low.
        var city = CountedCity([30, 40, 35, 50, 60])
        city.all = [33, 90, 85, 95, 99]
        city.preset = ["complement": "0"]
        var all = CountedCity.low
        all.id = "all"
        all.measure = "{ kind: share, numerator: all, denominator: everybody, years: 1 }"
        city.everybody = 1000
        city.indicators = [CountedCity.low, all].map {
            var file = $0
            file.measure = file.measure.replacing("denominator: all", with: "denominator: everybody")
            return file
        }
        #expect(try city.withheld() == [])
        city.contents = ", contains: { all: [low] }"
        let (table, findings) = try city.publish()
        #expect(findings == [])
        let hidden = try #require(table).all.filter { $0.value == .withheld }.map(\.key.area)
        #expect(hidden.contains(city.districts[0]) && hidden.count > 1)
        city.contents = ", contains: { all: [lowest] }"
        #expect(try city.publish().findings.map { $0.hasSuffix("[UnknownCategory]") } == [true])
    }

    @Test func insideTheWallAReasonIsGiven() throws {
        let city = CountedCity([3, 40, 35, 50, 60])
        let partner = try #require(try city.withheld().last)
        func reason(_ place: Int) throws -> WithholdingReason? {
            if case .withheld(let reason, let rules)? = try city.explanation(city.districts[place]) {
                #expect(rules.numerator == 4)
                return reason
            }
            return nil
        }
        #expect(try reason(0) == .ownCount && reason(partner) == .others)
        #expect(try city.explanation(.country) == .shown)
        #expect(try city.explanation(city.districts[0], "2019") == .unknown)
    }

    @Test func aWholeSeriesHasAReasonOfItsOwn() throws {
        var years: [Int: [Double]] = [:]
        for year in 2013...2022 { years[year] = [year % 4 == 1 ? 2 : 20, 40, 35, 50, 60] }
        let city = CountedCity(years: years)
        let reasons = try ["2021", "2022"].map { year -> WithholdingReason? in
            if case .withheld(let reason, _)? = try city.explanation(city.districts[0], year) { reason } else { nil }
        }
        #expect(reasons == [.ownCount, .wholeSeries])
    }

    @Test func theAuditOfATableSaysWhatWasTriedAndNamesNoCell() throws {
        let audit = try #require(try CountedCity([3, 40, 35, 50, 60]).publish().table).audit
        #expect(audit.registers.map(\.register.id) == ["courses"])
        #expect(audit.registers[0].findings == 0 && audit.registers[0].figures == 7 && audit.registers[0].shown == 5)
    }

    /// Random cities, attacked by a reader who writes down the sums himself.
    @Test func noWithheldCountOfARandomCityFollowsFromWhatIsPublished() throws {
        var draws = SeededDraws(seed: 11)
        for number in 0..<60 {
            var city = CountedCity((0..<(3 + number % 5)).map { _ in Double(draws.number(below: 30)) })
            city.rest = (Double(draws.number(below: 20)), 100)
            city.preset = ["zeros": number % 2 == 0 ? "true" : "false"]
            let (table, findings) = try city.publish()
            guard let table else {
                #expect(findings.allSatisfy { $0.hasSuffix("[NothingProtects]") }, "city \(number): \(findings)")
                continue
            }
            #expect(try reader(of: city, table) == [], "city \(number)")
        }
    }

    /// The verdicts of a reader of `table` who knows the sum of the districts and the rest, but for those that are well.
    private func reader(of city: CountedCity, _ table: PublishedTable) throws -> [AuditVerdict] {
        let zeros = city.preset["zeros"] == "true"
        let policy = ProtectionPolicy(
            largestWithheld: 4, withholdsZero: zeros, minWidth: 2, escape: true, leastLineSum: 5, insider: true)
        let own = city.low[2022] ?? []
        func isSmall(_ count: Double) -> Bool { count <= 4 && (count > 0 || zeros) }
        var cells = own.enumerated().map { place, count in
            Cell("d\(place)", count, isSensitive: isSmall(count), leastKnown: count == 0 ? 0 : nil, mostKnown: 100)
        }
        cells.append(
            Cell("rest", city.rest.low, kind: .hidden, isSensitive: isSmall(city.rest.low), mostKnown: 100))
        cells.append(Cell("city", own.reduce(city.rest.low, +), isSensitive: false))
        let system = CellSystem(cells, [Relation("city", total: own.count + 1, parts: Array(0...own.count))])
        let areas =
            city.districts + [.unallocated(CountedCity.split, CountedCity.kommune), .kommune(CountedCity.kommune)]
        let withheld = try areas.map { area in
            if case .unallocated = area { return false }
            return try table.figure("low", area).value == .withheld
        }
        return try Audit(system, policy, Pattern(withheld)).report().findings.map(\.verdict).filter { $0 != .ok }
    }
}
