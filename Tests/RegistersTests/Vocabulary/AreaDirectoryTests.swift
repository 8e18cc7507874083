import Geography
import Registers
import Testing

struct AreaDirectoryTests {
    @Test func everyCodeLeadsToAPlaceAndBack() {
        for code in FourCities.areas.allCodes {
            let area = FourCities.areas[code]
            #expect(area.flatMap { FourCities.areas.code(of: $0) } == code)
        }
        #expect(FourCities.areas.allCodes.count == 1 + 4 + 38 + 4)
    }

    @Test func namesTheCountryTheKommuneTheDistrictAndTheUnallocated() throws {
        let split = SplitID(city: "oslo", split: "bydel")
        let kommune = try #require(KommuneCode("0301"))
        #expect(FourCities.area("0") == .country)
        #expect(FourCities.area("0301") == .kommune(kommune))
        #expect(FourCities.area("030101") == .district(split, try #require(DistrictCode("030101"))))
        #expect(FourCities.area("030199") == .unallocated(split, kommune))
        #expect(AreaCode("301").flatMap { FourCities.areas[$0] } == nil)
    }

    @Test(arguments: ["", "1", "00x", "０３０１", " 0301"])
    func refusesCodesThatAreNotDigits(code: String) {
        #expect(AreaCode(code) == nil)
    }
}
