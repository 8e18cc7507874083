import Foundation
import TestSupport
import Testing

/// The wall is in the sources themselves, so they are what is read.
struct PrivacyWallTests {
    private struct Source {
        let target: String
        let name: String
        let lines: [Substring]
    }

    /// What each target may import of the others: only what stands to its left.
    private static let left: [String: Set<String>] = [
        "Parallel": [],
        "Checksum": ["CLibCrypto"],
        "LocatedInput": ["Parallel"],
        "Geography": ["Parallel", "LocatedInput"],
        "Registers": ["Parallel", "Checksum", "LocatedInput", "Geography"],
        "Cells": [],
        "CellTables": ["LocatedInput", "Cells"],
        "LinearPrograms": ["CClp"],
        "Protection": ["Parallel", "Cells", "LinearPrograms"],
        "Audit": ["Parallel", "Cells", "LinearPrograms"],
        "Demonstration": ["Parallel", "Checksum", "LocatedInput", "Geography", "Registers"],
        "Statistics": [],
        "Indicators": ["Parallel", "LocatedInput", "Geography", "Registers", "Statistics"],
        "Disclosure": [
            "Parallel", "LocatedInput", "Geography", "Registers", "Statistics", "Indicators", "Cells", "Protection",
            "Audit", "Checksum",
        ],
        "Profiles": ["LocatedInput", "Geography", "Registers", "Indicators", "Disclosure"],
        "Markup": ["LocatedInput", "CLibXML2"],
        "Borders": ["Parallel", "LocatedInput", "Geography", "Markup"],
        "SplitRequests": ["LocatedInput", "Geography", "Borders", "Registers", "Indicators", "Disclosure"],
        "Rendering": [
            "Parallel", "Checksum", "LocatedInput", "Geography", "Registers", "Indicators", "Disclosure", "Profiles",
            "Markup", "Borders", "SplitRequests",
        ],
        "Site": [
            "CSystem", "Parallel", "Checksum", "LocatedInput", "Geography", "Registers", "Indicators",
            "Disclosure", "Profiles", "Markup", "Borders", "Rendering",
        ],
        "Serving": ["Site"],
        "bydelsprofil": [
            "CSystem", "LocatedInput", "Geography", "Registers", "Statistics", "Indicators", "Disclosure", "Profiles",
            "Markup", "Rendering", "Site", "Serving", "Demonstration", "Cells", "CellTables", "Protection", "Audit",
            "SplitRequests", "Checksum",
        ],
    ]
    private static let confidential: Set<String> = ["Registers", "Indicators", "Disclosure"]

    private let sources: [Source]

    init() throws {
        let root = SharedData.packageRoot.appendingPathComponent("Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        sources = try files.sorted().map { name in
            let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            return Source(
                target: String(name.prefix { $0 != "/" }), name: name,
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    @Test func confidentialNumbersAreNamedOnlyBehindTheWall() {
        let naming = sources.filter { $0.lines.contains { $0.contains("_spi") } }
        #expect(Set(naming.map(\.target)) == Self.confidential)
    }

    @Test func noTargetLooksToItsRight() {
        #expect(Set(sources.map(\.target)) == Set(Self.left.keys))
        let ours = Set(Self.left.keys).union(["CLibXML2", "CLibCrypto", "CClp", "CSystem"])
        for source in sources {
            for line in source.lines where line.contains("import ") {
                guard let match = line.firstMatch(of: /^\s*(?:@\S+\s+|public\s+|internal\s+)*import\s+(?:\w+\s+)?(\w+)/)
                else { continue }
                let module = String(match.1)
                guard ours.contains(module), let allowed = Self.left[source.target] else { continue }
                #expect(allowed.contains(module), "\(source.name) imports \(module)")
            }
        }
    }

    @Test func theWallHasNoBackDoor() {
        for source in sources {
            for line in source.lines {
                #expect(!line.contains("@testable"), "\(source.name)")
                #expect(!line.contains("@_exported"), "\(source.name)")
            }
        }
    }

    @Test func whatHoldsCountsOfPeopleIsConfidential() {
        let types = [
            "OpenFigures", "PopulationTable", "PartPopulationTable", "OwnerFigures", "ConfidentialFigure", "Basis",
            "IndicatorCalculator", "RegisterHoldings", "CountTable", "UnknownShare", "DeliveredFigures",
        ]
        for type in types {
            let declarations = sources.flatMap(\.lines).filter { line in
                guard let name = line.range(of: " \(type)"),
                    let last = line[..<name.lowerBound].split(separator: " ").last
                else { return false }
                return ["struct", "enum", "class", "actor"].contains(last)
                    && !(line[name.upperBound...].first.map { $0.isLetter || $0 == "." } ?? false)
            }
            #expect(declarations.count == 1, "\(type)")
            #expect(declarations.allSatisfy { $0.hasPrefix("@_spi(Confidential) public ") }, "\(type)")
        }
    }
}
