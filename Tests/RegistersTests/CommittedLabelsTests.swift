import LocatedInput
import Testing

@testable import Registers

/// The tables that say what the words of the sources mean.
struct CommittedLabelsTests {
    private func open<Table>(_ name: String, _ read: (InputFile, inout Diagnostics) -> Table) throws -> Table {
        var diagnostics = Diagnostics()
        let file = try #require(InputFile(reading: FourCities.registers.file(name), &diagnostics))
        let table = read(file, &diagnostics)
        #expect(diagnostics.sorted == [])
        return table
    }

    @Test func everyAreaLabelMeansAPlaceOfTodayOrIsLeftOut() throws {
        let labels = try open("population-areas.csv") { AreaLabels($0, &$1) }
        #expect(labels.labels.count > 100)
        for label in labels.labels {
            for area in labels.meanings(of: label).compactMap(\.area) { #expect(FourCities.areas[area] != nil) }
        }
    }

    @Test func theLabelsOfAPlaceInStatBankFollowEachOtherInTime() throws {
        let labels = try open("population-areas.csv") { AreaLabels($0, &$1) }
        for year in 2005...2026 {
            var claimed: Set<AreaCode> = []
            for label in labels.labels where label.contains(" ") && label.first?.isNumber == true {
                let code = label.prefix { $0 != " " }
                guard code.count > 4 else { continue }
                for meaning in labels.meanings(of: label) where meaning.years.contains(year) {
                    if let area = meaning.area { #expect(claimed.insert(area).inserted) }
                }
            }
            #expect(claimed.count == (year < 2020 ? 44 : 46))
        }
    }

    @Test func everyWantedNameMeansAPlaceOfToday() throws {
        let places = try open("vaccination-places.csv") { NamedPlaces($0, &$1) }
        let wanted = places.wanted.values.compactMap(\.area)
        #expect(wanted.count == 1 + 4 + 34)
        #expect(Set(wanted).count == wanted.count)
        for area in wanted { #expect(FourCities.areas[area] != nil) }
    }

    @Test func partsKeepTheirDistrictThroughANewCode() throws {
        let labels = try open("population-parts-areas.csv") { PartLabels($0, &$1) }
        let earlier = labels.meaning(of: .init(part: "12010100", district: "120102"), in: 2019)?.place
        let later = labels.meaning(of: .init(part: "46010100", district: "460102"), in: 2020)?.place
        #expect(earlier != nil)
        #expect(earlier == later)
    }
}
