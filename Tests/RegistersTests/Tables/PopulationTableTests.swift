import Geography
@_spi(Confidential) import Registers
import Testing

struct PopulationTableTests {
    private let persons = (0...PopulationTable.lastAge).map { ($0 * 7 + 3) % 11 }
    private let area = Area.country

    private func row(_ sex: Sex, _ persons: [Int]) throws -> PopulationTable.Row {
        try #require(PopulationTable.Row(area: area, year: 2020, sex: sex, persons: persons))
    }

    @Test func anyRangeIsTheSumOfItsAges() throws {
        let table = PopulationTable([try row(.men, persons)])
        for from in stride(from: 0, through: 104, by: 13) {
            for to in from...104 {
                let range = try #require(AgeRange(from: from, to: to))
                #expect(table.persons(area, 2020, .men, range) == persons[from...to].reduce(0, +))
            }
            let open = try #require(AgeRange(from: from, to: AgeRange.oldest))
            #expect(table.persons(area, 2020, .men, open) == persons[from...].reduce(0, +))
        }
    }

    @Test func bothSexesAreMenAndWomenTogether() throws {
        let table = PopulationTable([try row(.men, persons), try row(.women, persons.reversed())])
        #expect(table.persons(area, 2020) == 2 * persons.reduce(0, +))
        #expect(table.persons(area, 2020, .both, AgeRange(code: "0_0") ?? .all) == persons[0] + persons[105])
    }

    @Test func whatTheSourceDoesNotTellIsNeverZero() throws {
        let table = PopulationTable([try row(.men, persons)])
        #expect(table.persons(area, 2020, .women) == nil)
        #expect(table.persons(area, 2020, .both) == nil)
        #expect(table.persons(area, 2019, .men) == nil)
        #expect(table.persons(.kommune(try #require(KommuneCode("0301"))), 2020, .men) == nil)
    }

    @Test(arguments: ["0_105", "100_110", "105_105", "106_120"])
    func rangesThatEndInsideTheOpenAgeAreNotKnown(code: String) throws {
        let table = PopulationTable([try row(.men, persons)])
        #expect(table.persons(area, 2020, .men, try #require(AgeRange(code: code))) == nil)
    }

    @Test func aTotalStandsForEverybodyOnly() throws {
        let total = PopulationTable.Total(area: area, year: 2020, persons: 5)
        let later = PopulationTable.Total(area: area, year: 2021, persons: 6)
        let table = PopulationTable([try row(.both, persons)], totals: [total, later])
        #expect(table.persons(area, 2020) == 5)
        #expect(table.persons(area, 2020, .both, AgeRange(code: "0_0") ?? .all) == persons[0])
        #expect(table.persons(area, 2021) == 6)
        #expect(table.persons(area, 2021, .men) == nil)
        #expect(table.years(of: area) == [2020, 2021])
        #expect(table.yearsByAge(of: area) == [2020])
    }

    @Test func aRowHasOneNumberForEachAge() {
        #expect(PopulationTable.Row(area: area, year: 2020, sex: .men, persons: Array(persons.dropLast())) == nil)
    }
}
