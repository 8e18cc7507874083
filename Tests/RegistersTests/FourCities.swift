import Geography
import LocatedInput
import Registers
import TestSupport

/// The places of the committed tables, as the geography of the four cities names them today.
enum FourCities {
    static let oslo = division("oslo", "0301", 1...17)
    static let stavanger = division("stavanger", "1103", 1...9)
    static let bergen = division("bergen", "4601", 1...8)
    static let trondheim = division("trondheim", "5001", 1...4)
    static let areas = AreaDirectory([oslo, stavanger, bergen, trondheim])
    static let registers = InputFolder(SharedData.packageRoot.appendingPathComponent("indicators/registers").path)
    static let openFigures = InputFolder(
        SharedData.packageRoot.appendingPathComponent("indicators/open-figures").path)

    /// The place of a code; the test fails to begin where there is none.
    static func area(_ code: String) -> Area {
        guard let found = AreaCode(code).flatMap({ areas[$0] }) else { preconditionFailure("no place \(code)") }
        return found
    }

    private static func division(_ city: String, _ code: String, _ numbers: ClosedRange<Int>) -> AreaDirectory.Division
    {
        guard let kommune = KommuneCode(code) else { preconditionFailure("no kommune \(code)") }
        let districts = numbers.compactMap { DistrictCode("\(code)\($0 < 10 ? "0" : "")\($0)") }
        return AreaDirectory.Division(
            split: SplitID(city: city, split: "bydel"), kommune: kommune, districts: districts)
    }
}
