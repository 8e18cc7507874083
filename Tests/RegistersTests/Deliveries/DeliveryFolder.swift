import Checksum
import Foundation
import Geography
import LocatedInput
import TestSupport
import Testing

@_spi(Confidential) @testable import Registers

/// Deliveries of one test's own, and what comes of reading them.
final class DeliveryFolder {
    /// What came of reading: the figures if there were no errors, and all findings in order.
    struct Outcome {
        let figures: DeliveredFigures?
        let found: [String]

        /// The figures of the only register.
        func table(_ register: String = "reg") throws -> CountTable {
            try #require(figures?.counts(RegisterID(register)), "\(found)")
        }
    }

    private let scratch: TestSupport.ScratchFolder
    private var registers: [RegisterDefinition] = []

    init() throws { scratch = try TestSupport.ScratchFolder() }

    /// The usual layout of long files, with more keys or other values.
    static func layout(_ more: String = "", ages: String = "{ a: 0_17, b: 18_120 }") -> String {
        """
        format: long-csv
        columns: { area: krets, year: aar, sex: kjonn, age: alder, count: antall }
        sexes: { "1": men, "2": women }
        ages: \(ages)
        \(more)
        """
    }

    /// The layout of counts by place and year alone.
    static func plain(_ more: String = "") -> String {
        """
        format: long-csv
        columns: { area: krets, year: aar, count: antall }
        ages: 0_120
        \(more)
        """
    }

    /// Defines a register.
    func define(_ layout: String, id: String = "reg", level: String = "grunnkrets", firstYear: Int = 2005) throws {
        let delivery = layout.split(separator: "\n").map { "  \($0)\n" }.joined()
        let text = """
            id: \(id)
            owner: { nb: Eier, nn: Eigar, en: Owner }
            name: { nb: Navn, nn: Namn, en: Name }
            counts: { nb: Noe, nn: Noko, en: Something }
            lowest_geography: \(level)
            first_year: \(firstYear)
            licence: { nb: ingen, nn: ingen, en: none }
            tables: []
            publication: confidential-delivery
            delivery:
            \(delivery)
            """
        var diagnostics = Diagnostics()
        let register = RegisterDefinition(InputFile(path: "\(id).yaml", text: text), id: id, &diagnostics)
        #expect(diagnostics.sorted == [])
        registers.append(try #require(register))
    }

    /// Delivers `files`, names and bytes, in the folder `name`.
    func deliver(
        _ name: String = "reg", register: String = "reg", date: String = "2020-01-01", years: String = "[2020, 2020]",
        received: String = "2026-09-01", status: String = "final", more: String = "",
        data files: [(name: String, data: Data)]
    ) throws {
        var text = """
            register: \(register)
            received: \(received)
            geography_date: \(date)
            years: \(years)
            \(more)
            files:

            """
        for file in files {
            try scratch.write(file.data, to: "\(name)/\(file.name)")
            text += "  - { file: \(file.name), sha256: \(Checksum.sha256(file.data)), status: \(status) }\n"
        }
        try scratch.write(text, to: "\(name)/delivery.yaml")
    }

    /// Delivers one file with these lines in the folder `name`.
    func deliver(
        _ name: String = "reg", register: String = "reg", date: String = "2020-01-01", years: String = "[2020, 2020]",
        received: String = "2026-09-01", status: String = "final", more: String = "", _ lines: String...
    ) throws {
        let text = lines.map { $0 + "\n" }.joined()
        try deliver(
            name, register: register, date: date, years: years, received: received, status: status, more: more,
            data: [("f.csv", Data(text.utf8))])
    }

    /// Writes another text into a delivered file.
    func overwrite(_ name: String, _ text: String) throws { try scratch.write(text, to: name) }

    /// Reads all deliveries on the districts of `geography`, the invented city's unless named.
    func read(
        _ geography: InputFolder = Fixtures.geography, today: String = "2026-01-01", corrections: String? = nil
    ) throws -> Outcome {
        var diagnostics = Diagnostics()
        let places = try #require(Geography.load(from: geography, &diagnostics))
        var made: Corrections? = Corrections.none
        if let corrections {
            made = Corrections(
                InputFile(path: "corrections.yaml", text: corrections), registers: registers, &diagnostics)
        }
        let figures = DeliveredFigures.load(
            from: scratch.folder, registers: registers, geography: places,
            today: try #require(CalendarDate(today)), corrections: try #require(made, "\(diagnostics.sorted)"),
            &diagnostics)
        let root = scratch.folder.path + "/"
        return Outcome(
            figures: figures, found: diagnostics.sorted.map { $0.description.replacing(root, with: "") })
    }
}

extension CountTable {
    /// All that was counted in a place of the invented city, or of the country.
    func everybody(_ area: Area, _ year: Int = 2020, _ category: String = "all") -> Double? {
        sum(area, year, sexes: axes.sexes.indices, ages: axes.ages.indices, category)
    }
}

/// The places of the invented city.
enum Fjordvik {
    static let split = SplitID(city: "fjordvik", split: "bydel")
    static let city = kommune("9901")
    static let nowhere = unallocated("9901")
    static func district(_ code: String) -> Area {
        guard let code = DistrictCode(code) else { preconditionFailure("no district \(code)") }
        return .district(split, code)
    }
    private static func kommune(_ code: String) -> Area {
        guard let code = KommuneCode(code) else { preconditionFailure("no kommune \(code)") }
        return .kommune(code)
    }
    private static func unallocated(_ code: String) -> Area {
        guard let code = KommuneCode(code) else { preconditionFailure("no kommune \(code)") }
        return .unallocated(split, code)
    }
}
