import Foundation
import Geography
import LocatedInput
import Testing
import TestSupport

@testable import SplitRequests

/// Requests held against the shipped geography.
struct ShippedGround {
    let register: UnitRegister
    let geography: Geography
    let policy: RequestPolicy

    private static let loaded: ShippedGround? = {
        var diagnostics = Diagnostics()
        guard let register = UnitRegister.load(from: Fixtures.committedGeography, &diagnostics),
            let geography = Geography.load(from: Fixtures.committedGeography, &diagnostics),
            let policy = RequestPolicy.load(from: Fixtures.committedGeography, &diagnostics)
        else { return nil }
        return ShippedGround(register: register, geography: geography, policy: policy)
    }()

    static func load() throws -> ShippedGround { try #require(loaded) }

    /// What comes of `file` in `kommune`.
    func report(
        _ file: RequestFile, _ kommune: KommuneCode, on date: String = "2024-01-01", people: People? = nil,
        isPart: Bool = false
    ) throws -> RequestReport {
        let context = RequestContext(
            register: register, city: geography.city(kommune: kommune), people: people, policy: policy)
        let request = SplitRequest(
            file: file, kommune: kommune, date: try #require(CalendarDate(date)), isPartOfKommune: isPart)
        return request.examine(context, geography: Fixtures.committedGeography)
    }

    func report(
        _ text: String, _ kommune: KommuneCode, on date: String = "2024-01-01", people: People? = nil,
        isPart: Bool = false
    ) throws -> RequestReport {
        try report(
            RequestFile(InputFile(path: "soner.csv", text: text), register), kommune, on: date, people: people,
            isPart: isPart)
    }

    /// A table that places the units of `kommune` as `district` says.
    func table(
        _ kommune: KommuneCode, on date: String = "2024-01-01", _ district: (GrunnkretsCode) -> String?
    ) throws -> String {
        let day = try #require(CalendarDate(date))
        let lines = register.units(of: kommune, on: day).compactMap { unit in
            district(unit.code).map { "\(unit.code);\($0);Sone \($0)\n" }
        }
        return "grunnkrets;kode;navn\n" + lines.joined()
    }

    /// So many people in each unit of `kommune`; `others` where that is something else.
    func people(_ kommune: KommuneCode, _ count: Int, others: [GrunnkretsCode: Int] = [:], year: Int = 2024) -> People {
        var people = People()
        for unit in register.units(of: kommune, on: .january1(year)).map(\.code) {
            people.add(others[unit] ?? count, of: nil, in: unit, year: year)
        }
        return people
    }

    /// The bydel of `unit` in 2024.
    func bydel(_ unit: GrunnkretsCode, of kommune: KommuneCode) -> DistrictCode? {
        geography.city(kommune: kommune)?.splits.first?.district(of: unit, on: .january1(2024))
    }
}

extension RequestReport {
    /// The subjects of the findings of `kind`.
    func subjects(_ kind: FindingKind) -> [String] { findings.filter { $0.kind == kind }.map(\.subject) }

    /// The kinds that were found.
    var kinds: Set<FindingKind> { Set(findings.map(\.kind)) }
}
