import Geography
import LocatedInput
import TestSupport
import Testing

extension UnitRegister {
    private static let committedFindings = reading(Fixtures.committedGeography)

    private static func reading(_ folder: InputFolder) -> (register: UnitRegister?, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let register = load(from: folder, &diagnostics)
        return (register, diagnostics)
    }

    /// The real tables, read once; the test fails with every fault there is.
    static func committed() throws -> UnitRegister {
        #expect(committedFindings.diagnostics.sorted.map(\.description) == [])
        return try #require(committedFindings.register)
    }

    /// What `folder` holds, and the names of all faults.
    static func reading(in folder: InputFolder) -> (register: UnitRegister?, faults: [String]) {
        let found = reading(folder)
        return (found.register, found.diagnostics.sorted.map(\.name))
    }
}

/// An invented country of three kommuner: Fjordvik is given a new number in 2020, Storby is divided in 2024.
enum InventedCountry {
    /// A unit in a list.
    typealias Row = (code: String, name: String, kommune: String)

    static let definition = """
        # The lists of an invented country.
        source: { nb: Oppdiktet, nn: Oppdikta, en: Invented }
        licence: CC BY 4.0
        lists: { first: 2016-01-01, last: 2016-01-01 }

        """

    /// A list of units on `date`, with the name of each and of its kommune.
    static func list(_ date: String, _ units: [Row]) -> String {
        units.reduce(into: "version_date;grunnkrets_no;grunnkrets_name;bydel_no;bydel_name;kommune_no;kommune_name\n") {
            $0 += "\(date);\($1.code);\($1.name);NA;NA;\($1.code.prefix(4));\($1.kommune)\n"
        }
    }

    static let storby: [Row] = [("88010101", "Torget"), ("88010102", "Elva"), ("88010201", "Skogen")]
        .map { (code: $0.0, name: $0.1, kommune: "Storby") }
    static let of2016: [Row] =
        storby + [
            ("99010101", "Čakkis", "Fjordvik"), ("99010102", "Neset", "Fjordvik"), ("99020101", "Øyvær", "Øya"),
        ]
    static let of2020: [Row] =
        storby + [
            ("77010101", "Cakkis", "Fjordvik"), ("77010102", "Neset", "Fjordvik"), ("99020101", "Øyvær", "Øyvær"),
        ]
    static let of2024: [Row] = [
        ("88020101", "Torget", "Storby"), ("88020301", "Elva", "Storby"), ("88030101", "Skogen", "Skogen"),
        ("77010101", "Cakkis", "Fjordvik"), ("77010102", "Neset", "Fjordvik"), ("99020101", "Øyvær", "Øyvær"),
    ]
}
