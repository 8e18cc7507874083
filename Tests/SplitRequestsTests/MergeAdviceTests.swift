import Geography
import LocatedInput
import Testing
import TestSupport

@testable import SplitRequests

/// Which merges are proposed by people alone.
struct MergeAdviceTests {
    private let ground: ShippedGround
    private let units: [GrunnkretsCode]

    init() throws {
        ground = try ShippedGround.load()
        units = ground.register.units(of: "5501", on: .january1(2024)).map(\.code)
    }

    /// Tromsø in districts of consecutive units, so many in each, with `people` in every unit of each.
    private func report(_ sizes: [Int], people counts: [Int]) throws -> RequestReport {
        let numbers = sizes.indices.flatMap { Array(repeating: $0, count: sizes[$0]) }
        let number = Dictionary(uniqueKeysWithValues: zip(units, numbers))
        let last = sizes.count
        let text = try ground.table("5501") { "9\(number[$0] ?? last)" }
        var people = People()
        for unit in units {
            people.add(number[unit].map { counts[$0] } ?? 1000, of: nil, in: unit, year: 2024)
        }
        return try ground.report(text, "5501", people: people)
    }

    @Test func theMergeThatLeavesTheFewestTooSmallComesFirst() throws {
        // 900, 1200 and 450 people, all of one delområde: the smallest is enough with the second, not with the first.
        let report = try report([3, 4, 3], people: [300, 300, 150])
        let merges = report.findings.filter { $0.kind == .merge }
        #expect(merges.map { $0.slots["before"] } == ["3", "3"])
        #expect(merges.map { $0.slots["after"] } == ["1", "2"])
        #expect(merges.map(\.subject) == ["91+92", "90+92"])
    }

    @Test func noDistrictTooSmallNeedsNoMerge() throws {
        #expect(try report([5], people: [400]).subjects(.merge).isEmpty)
    }

    @Test func thePeopleOfDistrictsAreNotTold() throws {
        let report = try report([4, 3, 3], people: [201, 307, 103])
        for finding in report.findings {
            for value in finding.slots.values {
                for count in ["804", "921", "309"] { #expect(!value.contains(count), "\(finding.id)") }
            }
        }
    }
}
