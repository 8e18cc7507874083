import Geography
import GeographyLiterals
import LocatedInput
import Testing
import TestSupport

@testable import SplitRequests

/// What follows from publishing two splits of one municipality.
@Suite struct DifferencingTests {
    private let ground: ShippedGround

    init() throws { ground = try ShippedGround.load() }

    @Test func aNestedSplitPasses() throws {
        // Each bydel of Oslo in two.
        let table = try ground.table("0301") { unit in
            ground.bydel(unit, of: "0301").map { "\($0)\(unit.digits.last.map { $0 < "5" } == true ? 1 : 2)" }
        }
        let report = try ground.report(table, "0301", people: ground.people("0301", 300))
        #expect(report.subjects(.nested) == ["bydel"])
        #expect(!report.kinds.contains(.blocked))
        #expect(report.verdict == .approved)
    }

    @Test func aSplitThatMovesOneSmallUnitIsBlockedAndTheCountIsNotTold() throws {
        let moved = try #require(
            ground.register.units(of: "0301", on: .january1(2024)).first {
                ground.bydel($0.code, of: "0301") == "030103"
            })
        let table = try ground.table("0301") { unit in
            unit == moved.code ? "030104" : ground.bydel(unit, of: "0301")?.digits
        }
        let people = ground.people("0301", 3000, others: [moved.code: 137])
        let report = try ground.report(table, "0301", people: people)
        #expect(report.verdict == .cannotBePublished)
        let blocked = try #require(report.findings.first { $0.kind == .blocked })
        #expect(blocked.subject == "bydel:\(moved.code)")
        #expect(blocked.slots["units"]?.contains(moved.name) == true)
        #expect(!report.findings.contains { $0.slots.values.contains { $0.contains("137") } })
        let advice = try #require(report.findings.first { $0.kind == .move })
        #expect(advice.subject == moved.code.digits)
        #expect(advice.slots["outcome"] == "nested")
    }

    @Test func aSplitThatMovesManyPeopleIsClean() throws {
        let table = try ground.table("0301") { unit in
            let bydel = ground.bydel(unit, of: "0301")?.digits
            return bydel == "030103" && unit.digits.last == "1" ? "030104" : bydel
        }
        let report = try ground.report(table, "0301", people: ground.people("0301", 3000))
        #expect(report.subjects(.clean) == ["bydel"])
        #expect(report.verdict == .approved)
        #expect(try ground.report(table, "0301").subjects(.notJudged) == ["bydel"])
    }

    @Test func aSmallRestOfTheMunicipalityIsBlocked() throws {
        let units = ground.register.units(of: "5501", on: .january1(2024)).map(\.code)
        let table = try ground.table("5501") { $0 == units[5] ? nil : $0 < units[80] ? "01" : "02" }
        let report = try ground.report(
            table, "5501", people: ground.people("5501", 400, others: [units[5]: 41]), isPart: true)
        #expect(report.subjects(.smallRest) == [""])
        #expect(report.verdict == .cannotBePublished)
    }

    /// The law: of every union of districts of one split that lies inside a union of districts of the other, the area
    /// between them is found if it has people and fewer than the limit, or holds a smaller one that is found.
    @Test(arguments: UInt64(1)...400)
    func noSmallDifferenceIsOverlooked(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let units = (0..<Int(random.next() % 10 + 4)).compactMap { GrunnkretsCode(String(10_000_000 + $0)) }
        let new = units.map { _ in Int(random.next() % 4) }
        let old = units.map { unit in
            random.next() % 3 == 0 ? Int(random.next() % 4) : new[units.firstIndex(of: unit) ?? 0]
        }
        let people = units.map { _ in random.next() % 3 == 0 ? Int(random.next() % 40) : Int(random.next() % 400) + 100
        }
        let least = 100
        func code(_ number: Int) -> DistrictCode? { DistrictCode("1\(number)") }
        func index(_ unit: GrunnkretsCode) -> Int { units.firstIndex(of: unit) ?? 0 }
        let comparison = SplitComparison(units) {
            code(new[index($0)])
        } published: {
            code(old[index($0)])
        }
        func count(_ units: [GrunnkretsCode]) -> Int { units.reduce(0) { $0 + people[index($1)] } }
        let found = comparison.smallDifferences(below: least, people: count)
        /// What is left of an area without the districts that lie in it whole.
        func rest(of area: Set<GrunnkretsCode>, _ splits: [Int]...) -> Set<GrunnkretsCode> {
            splits.reduce(area) { area, split in
                let cut = Set(units.filter { !area.contains($0) && people[index($0)] > 0 }.map { split[index($0)] })
                return area.filter { cut.contains(split[index($0)]) }
            }
        }
        for area in found {
            #expect(count(area.units) > 0 && count(area.units) < least, "seed \(seed)")
        }
        for (outer, inner) in [(old, new), (new, old)] {
            for outerChoice in 1..<16 {
                let whole = Set(units.filter { outerChoice >> outer[index($0)] & 1 == 1 })
                for innerChoice in 1..<16 {
                    let part = Set(units.filter { innerChoice >> inner[index($0)] & 1 == 1 })
                    guard count(Array(part)) > 0, part.filter({ people[index($0)] > 0 }).isSubset(of: whole) else {
                        continue
                    }
                    let area = whole.subtracting(part).filter { people[index($0)] > 0 }
                    guard !area.isEmpty, count(Array(area)) < least else { continue }
                    // A union of districts of the inner split is published as it is and no difference.
                    if rest(of: area, inner, outer).isEmpty { continue }
                    #expect(
                        found.contains { Set($0.units.filter { people[index($0)] > 0 }).isSubset(of: area) },
                        "seed \(seed): \(area.map(\.digits).sorted())")
                }
            }
        }
    }
}

/// A generator of numbers (SplitMix64) that gives the same ones from the same seed.
private struct SplitMix {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
