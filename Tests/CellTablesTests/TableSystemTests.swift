import CellTables
import Cells
import LocatedInput
import TestSupport
import Testing

/// A table of one dimension, or two, with its spec.
private func read(
    _ table: String, _ spec: String, _ policy: ProtectionPolicy = ProtectionPolicy()
) -> (TableSystem?, [String]) {
    var diagnostics = Diagnostics()
    let system = TableSystem(
        table: InputFile(path: "t.csv", text: table), spec: InputFile(path: "s.yaml", text: spec), policy, &diagnostics)
    return (system, diagnostics.sorted.map { "\($0.name) \($0.location)" })
}

/// A relation as text, its total first: `a = b + c`.
private func sums(_ system: CellSystem) -> [String] {
    system.relations.map { relation in
        let names = relation.terms.map { system.cells[$0.cell].id }
        return "\(names[0]) = \(names.dropFirst().joined(separator: " + "))"
    }
}

struct TableSystemTests {
    @Test func crossesDimensionsAndAddsUpEachOfThem() throws {
        let (read, faults) = read(
            "sex,area,n\n1,x,3\n2,x,1\n1,y,2\n", "count: n\ndimensions: { area: , sex: }\n")
        #expect(faults == [])
        let system = try #require(read).system
        // Area y has men only and all women live in x, so y is its men, and the women are those of x.
        #expect(
            system.cells.map(\.id) == [
                "area=Total, sex=Total", "area=Total, sex=1", "area=Total, sex=2", "area=x, sex=Total",
                "area=y, sex=Total", "area=x, sex=1",
            ])
        #expect(system.cells.map(\.value) == [6, 5, 1, 4, 2, 3])
        #expect(
            Set(sums(system)) == [
                "area=Total, sex=Total = area=x, sex=Total + area=y, sex=Total",
                "area=Total, sex=Total = area=Total, sex=1 + area=Total, sex=2",
                "area=Total, sex=1 = area=y, sex=Total + area=x, sex=1",
                "area=x, sex=Total = area=Total, sex=2 + area=x, sex=1",
            ])
    }

    @Test func windowsOfHiddenYearsAreSumsOfHiddenParts() throws {
        let (read, faults) = read(
            "year,n\n2012,5\n2013,1\n2014,7\n2015,2\n", "count: n\ndimensions: { year: { windows: 3 } }\n")
        #expect(faults == [])
        let table = try #require(read)
        // The inner two years always stand together, so they are one part.
        #expect(
            table.system.cells.map(\.id) == [
                "year=2012_2014", "year=2013_2015", "part of: year=2012", "part of: year=2013",
                "part of: year=2015",
            ])
        #expect(table.system.cells.map(\.value) == [13, 10, 5, 8, 2])
        #expect(
            sums(table.system) == [
                "year=2012_2014 = part of: year=2012 + part of: year=2013",
                "year=2013_2015 = part of: year=2013 + part of: year=2015",
            ])
        #expect(!table.system.isSensitive(4, ProtectionPolicy()))
        #expect(
            table.text(of: Pattern(Array(repeating: false, count: 5)), ProtectionPolicy())
                == "year,sensitive,withheld\n2012_2014,0,0\n2013_2015,0,0\n")
    }

    @Test func yearsAndWindowsTogetherNeedNoHiddenParts() throws {
        let (read, _) = read(
            "year,n\n2012,5\n2013,1\n2014,7\n", "count: n\ndimensions: { year: { windows: [1, 2] } }\n")
        let system = try #require(read).system
        #expect(system.cells.allSatisfy { $0.kind == .cell })
        #expect(
            sums(system) == [
                "year=2012_2013 = year=2012 + year=2013", "year=2013_2014 = year=2013 + year=2014",
            ])
    }

    @Test func twoSplitsOfTheSameUnitsHangTogetherByTheirIntersections() throws {
        let table = "old,new,n\nA,P,20\nA,Q,3\nB,Q,30\n"
        let spec = "count: n\ndimensions: { area: { hierarchies: [[old], [new]], hidden: [old, new] } }\n"
        let (read, faults) = read(table, spec)
        #expect(faults == [])
        let system = try #require(read).system
        // P lies in A, and B in Q, as a whole: those intersections are the districts themselves.
        #expect(system.cells.map(\.id).contains("area=A & Q (old & new)"))
        let hidden = system.cells.indices.filter { system.cells[$0].kind == .hidden }
        #expect(hidden.map { system.cells[$0].value } == [3])
        #expect(hidden.allSatisfy { system.isSensitive($0, ProtectionPolicy()) })
        let known = sums(system)
        #expect(known.contains("area=A (old) = area=P (new) + area=A & Q (old & new)"))
        #expect(known.contains("area=Q (new) = area=B (old) + area=A & Q (old & new)"))
    }

    @Test func theSameRowsUnderTwoNamesAreOneCell() throws {
        let (read, _) = read(
            "county,town,n\nX,a,2\nX,b,9\nY,c,4\n",
            "count: n\ndimensions: { place: { hierarchies: [[county, town]] } }\n")
        let table = try #require(read)
        #expect(table.system.cells.count == 5)
        var pattern = Pattern(Array(repeating: false, count: 5))
        pattern.withheld[2] = true
        #expect(
            table.text(of: pattern, ProtectionPolicy()) == """
                place,level,sensitive,withheld
                Total,Total,0,0
                X,county,0,0
                Y,county,1,1
                a,town,1,0
                b,town,0,0
                c,town,1,1

                """)
    }

    @Test func capsAddUpToWhatAReaderKnows() throws {
        let (read, _) = read("sex,n,people\n1,3,5\n2,4,6\n", "count: n\ncap: people\ndimensions: { sex: }\n")
        #expect(try #require(read).system.cells.map(\.mostKnown) == [11, 5, 6])
    }

    @Test func tablesNameTheLevelsThatTheyShow() throws {
        let (read, faults) = read(
            "county,town,sex,n\nX,a,1,2\nX,a,2,9\nX,b,1,4\nY,c,1,4\nY,c,2,4\n",
            """
            count: n
            dimensions: { place: { hierarchies: [[county, town]] }, sex: }
            tables: [{ place: all }, { place: [county, Total], sex: [sex] }]

            """)
        #expect(faults == [])
        let names = try #require(read).system.cells.map(\.id)
        #expect(names.contains("place=a (town), sex=Total"))
        #expect(!names.contains("place=a (town), sex=1"))
        #expect(names.contains("place=X (county), sex=2"))
    }

    @Test func anEarlierPublicationIsFrozenWhereItShowedAndHiddenWhereItDidNot() throws {
        let scratch = try ScratchFolder()
        try scratch.write("old,new,n\nA,P,20\nA,Q,3\nB,Q,2\nC,R,40\nB,R,9\n", to: "t.csv")
        try scratch.write("count: n\ndimensions: { old: }\n", to: "old.yaml")
        try scratch.write(
            "count: n\ndimensions: { new: }\nfrozen: [{ spec: old.yaml, pattern: old.csv }]\n", to: "new.yaml")
        try scratch.write("old,sensitive,withheld\nTotal,0,0\nA,0,1\nB,0,1\nC,0,0\n", to: "old.csv")
        var diagnostics = Diagnostics()
        let table = try #require(InputFile(reading: scratch.folder.file("t.csv"), &diagnostics))
        let spec = try #require(InputFile(reading: scratch.folder.file("new.yaml"), &diagnostics))
        let system = try #require(TableSystem(table: table, spec: spec, ProtectionPolicy(), &diagnostics)).system
        let kinds = Dictionary(uniqueKeysWithValues: system.cells.map { ($0.id, $0.kind) })
        // The total is in both; P lies in A as a whole.
        #expect(kinds["new=Total"] == .frozen && kinds["earlier 1: old=C"] == .frozen)
        #expect(kinds["earlier 1: old=A"] == .hidden && kinds["new=P"] == .cell)
        #expect(system.cells.first { $0.id == "earlier 1: old=B" }?.leastKnown == 1)

        try scratch.write("old,withheld\nTotal,0\nA,1\nB,1\nD,0\nB,1\n", to: "old.csv")
        let again = try #require(InputFile(reading: scratch.folder.file("new.yaml"), &diagnostics))
        #expect(TableSystem(table: table, spec: again, ProtectionPolicy(), &diagnostics) == nil)
        #expect(diagnostics.sorted.map { "\($0.name) \($0.location.line)" } == ["UnknownCell 5", "NamedTwice 6"])
    }

    @Test func amountsAreSensitiveBySizeOrContributors() throws {
        let table = "area,firm,v\nx,A,1.25\nx,B,3\ny,A,0.5\n"
        let (small, _) = read(table, "amount: v\nsensitive: { largest: 1 }\ndimensions: { area: }\n")
        let bySize = try #require(small).system
        #expect(bySize.cells.map(\.value) == [4.75, 4.25, 0.5])
        #expect(bySize.cells.map(\.isSensitive) == [false, false, true])
        let (few, _) = read(
            table, "amount: v\nsensitive: { contributors: firm, fewest: 3 }\ndimensions: { area: }\n")
        #expect(try #require(few).system.cells.map(\.isSensitive) == [true, true, true])
    }

    @Test(arguments: [
        ("a,n\n", "NoRows t.csv"), ("a,n\nx,1.5\n", "NotAWholeNumber t.csv:2:3"),
        ("a,n\nx,-1\n", "NotAWholeNumber t.csv:2:3"), ("a,n\nTotal,1\n", "TotalAmongParts t.csv:2:1"),
        ("a,n\n,1\n", "Nameless t.csv:2:1"), ("b,n\nx,1\n", "NoSuchColumn s.yaml:2:15"),
        ("a,n\nx,9999999999999999\n", "NotAWholeNumber t.csv:2:3"),
        ("a,n\n" + (0..<11).map { "x\($0),999999999999999\n" }.joined(), "TooLarge t.csv"),
    ])
    func faultsOfATableAreLocated(table: String, fault: String) {
        #expect(read(table, "count: n\ndimensions: { a: }\n").1 == [fault])
    }

    @Test(arguments: [
        ("dimensions: { a: }\n", "MissingKey s.yaml:1:1"),
        ("count: n\n", "MissingKey s.yaml:1:1"),
        ("count: n\ndimensions: {}\n", "NothingNamed s.yaml:2:13"),
        ("count: n\namount: n\nsensitive: { largest: 1 }\ndimensions: { a: }\n", "TwoMeasures s.yaml:1:8"),
        ("count: n\nsensitive: { largest: 1 }\ndimensions: { a: }\n", "PolicyDecides s.yaml:2:12"),
        (
            "amount: n\nsensitive: { largest: 1, fewest: 2 }\ndimensions: { a: }\n",
            "TwoRules s.yaml:2:34"
        ),
        ("count: n\ndimensions: { level: { hierarchies: [[a]] } }\n", "ReservedName s.yaml:2:15"),
        ("count: n\ndimensions: { a: { windows: 2 } }\n", "NotAYear t.csv:2:1"),
        ("count: n\ndimensions: { y: { windows: 9 } }\n", "TooFewYears s.yaml:2:29"),
        ("count: n\ndimensions: { y: { windows: 0 } }\n", "NoLength s.yaml:2:29"),
        ("count: n\ndimensions: { z: { hierarchies: [[a, b]] } }\n", "NotNested t.csv:4:1"),
        ("count: n\ndimensions: { a: , b: { total: false } }\ntables: [{ a: all }]\n", "NoTotal s.yaml:3:10"),
        ("count: n\ndimensions: { a: }\ntables: [{ a: [b] }]\n", "NoSuchLevel s.yaml:3:16"),
        ("count: n\ndimensions: { a: }\ntables: [{ c: all }]\n", "UnknownKey s.yaml:3:12"),
        ("count: n\ncap: y\ndimensions: { a: }\nfrozen: [{ pattern: no.csv }]\n", "MissingFile no.csv"),
        ("count: y\ncap: n\ndimensions: { a: }\n", "AboveItsCap t.csv:2:10"),
    ])
    func faultsOfASpecAreLocated(spec: String, fault: String) {
        let table = "a,b,y,n\nx,p,2012,1\ny,q,2013,1\nz,p,2014,1\n"
        #expect(read(table, spec).1.contains(fault))
    }

    @Test func aYearBetweenThatIsMissingIsReported() {
        let found = read("y,n\n2012,1\n2014,1\n", "count: n\ndimensions: { y: { windows: 2 } }\n").1
        #expect(found == ["MissingYear t.csv"])
    }

    @Test func moreCellsThanOneRunCanProtectAreRefused() {
        var table = "a,b,c,n\n"
        for row in 0..<100_000 { table += "a\(row % 997),b\(row % 991),c\(row % 983),1\n" }
        let found = read(table, "count: n\ndimensions: { a: , b: , c: }\n").1
        #expect(found == ["TooManyCells s.yaml"])
    }
}
