import Testing

@testable import Demonstration

struct PersonSharingTests {
    private var district: Persons {
        var persons = Persons(years: 2020...2022)
        for (index, year) in (2020...2022).enumerated() {
            for sex in 0..<2 {
                persons[year, sex] = (0..<Persons.ages).map { Int32(max(0, 90 - $0) + index) }[...]
            }
        }
        return persons
    }

    @Test func unitsAddUpToTheDistrictAndAnEmptyUnitHasNobody() {
        let units = PersonSharing(sizes: [3, 0, 1, 0.5]).share(district, seed: 1, name: "a")
        var sum = Persons(years: 2020...2022)
        for unit in units { sum.add(unit) }
        #expect(sum.counts == district.counts)
        #expect(units[1].total(2020) == 0)
        #expect(units[0].total(2020) > 2 * units[2].total(2020))
    }

    @Test func thoseBornInAYearStayWhereTheyAre() {
        let units = PersonSharing(sizes: [1, 2]).share(district, seed: 1, name: "a")
        for unit in units {
            for age in 0..<100 {
                let now = unit[2020, 0][unit.start(2020, 0) + age]
                let then = unit[2021, 0][unit.start(2021, 0) + age + 1]
                #expect(abs(now - then) <= 1)
            }
        }
    }
}
