import CellTables
import Cells
import LocatedInput
import Testing

private let sound = "cell_id,value\na,3\nb,1\nc,4\n"
private let sum = "relation_id,cell_id,coefficient\nr,a,1\nr,b,1\nr,c,-1\n"

/// What is found in these files, as `Name line:column`.
private func faults(cells: String = sound, relations: String = sum) -> [String] {
    var diagnostics = Diagnostics()
    let system = CellFiles.system(
        cells: InputFile(path: "cells.csv", text: cells), relations: InputFile(path: "relations.csv", text: relations),
        &diagnostics)
    #expect((system == nil) == diagnostics.hasErrors)
    return diagnostics.sorted.map { "\($0.name) \($0.location.line):\($0.location.column)" }
}

struct CellFilesTests {
    @Test func readsEveryColumnAndWhatIsLeftOut() throws {
        let cells = """
            cell_id;value;kind;sensitive;shown_as_lo;shown_as_hi;known_lo;known_hi;type
            a;3;;;;;;;
            b;1.5;hidden;1;;;0;2.5;real
            c;4;frozen;0;3;5;;;count

            """
        var diagnostics = Diagnostics()
        let relations = "relation_id\tcell_id\tcoefficient\nr\ta\t1\nr\tb\t-2\n"
        let system = try #require(
            CellFiles.system(
                cells: InputFile(path: "c", text: cells), relations: InputFile(path: "r", text: relations),
                &diagnostics))
        #expect(diagnostics.isEmpty)
        #expect(
            system.cells == [
                Cell("a", 3),
                Cell("b", 1.5, kind: .hidden, quantity: .real, isSensitive: true, leastKnown: 0, mostKnown: 2.5),
                Cell("c", 4, kind: .frozen, isSensitive: false, shown: 3...5),
            ])
        #expect(system.relations == [Relation("r", [.init(0, 1), .init(1, -2)])])
    }

    @Test(arguments: [
        ("cell_id,value\n", "NoCells 0:0"),
        ("", "EmptyTable 0:0"),
        ("cell_id,valeu\na,3\n", "MissingColumn 1:0"),
        ("cell_id,value,kin\na,3,cell\n", "UnknownColumn 1:15"),
        ("cell_id,value\na,3\nb,1\nc,4\na,3\n", "NamedTwice 5:1"),
        ("cell_id,value\na,3\nb,1\nc,4\n,3\n", "Nameless 5:1"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,\n", "NoValue 5:3"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,many\n", "NotANumber 5:3"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,nan\n", "NotANumber 5:3"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,1e9\n", "NotANumber 5:3"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,1000000000000000000000\n", "TooLarge 5:3"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,-1\n", "NegativeCount 5:3"),
        ("cell_id,value\na,3\nb,1\nc,4\nd,1.5\n", "BrokenCount 5:3"),
        ("cell_id,value,type\na,3,\nb,1,\nc,4,\nd,-1,real\n", "NegativeAmount 5:3"),
        ("cell_id,value,kind\na,3,\nb,1,\nc,4,\nd,1,secret\n", "UnknownWord 5:5"),
        ("cell_id,value,type\na,3,\nb,1,\nc,4,\nd,1,whole\n", "UnknownWord 5:5"),
        ("cell_id,value,sensitive\na,3,\nb,1,\nc,4,\nd,1,yes\n", "UnknownWord 5:5"),
        ("cell_id,value,shown_as_lo,shown_as_hi\na,3,,\nb,1,,\nc,4,,\nd,5,6,4\n", "TurnedRound 5:5"),
        ("cell_id,value,shown_as_lo,shown_as_hi\na,3,,\nb,1,,\nc,4,,\nd,5,4,\n", "HalfAnInterval 5:5"),
        ("cell_id,value,shown_as_lo,shown_as_hi\na,3,,\nb,1,,\nc,4,,\nd,5,6,7\n", "OutsideItsInterval 5:5"),
        ("cell_id,value,known_lo,known_hi\na,3,,\nb,1,,\nc,4,,\nd,5,6,4\n", "TurnedRound 5:5"),
        ("cell_id,value,known_lo,known_hi\na,3,,\nb,1,,\nc,4,,\nd,5,6,\n", "OutsideItsInterval 5:5"),
        ("cell_id,value,known_lo,known_hi\na,3,,\nb,1,,\nc,4,,\nd,5,,4\n", "OutsideItsInterval 5:6"),
        ("cell_id,value\na,3\nb,1\nc,4\nd\n", "RaggedRecord 5:0"),
    ])
    func everyFaultOfACellIsLocated(cells: String, fault: String) {
        #expect(faults(cells: cells).contains(fault))
    }

    @Test(arguments: [
        ("relation_id,cell_id,coefficient\nr,a,1\nr,b,1\nr,c,1\n", ["DoesNotHold 2:1"]),
        ("relation_id,cell_id,coefficient\nr,a,1\nr,d,-1\n", ["UnknownCell 3:3"]),
        ("relation_id,cell_id,coefficient\nr,a,1\nr,a,-1\n", ["TwiceInARelation 3:3"]),
        ("relation_id,cell_id,coefficient\nr,a,0\n", ["ZeroCoefficient 2:5"]),
        ("relation_id,cell_id,coefficient\nr,a,\n", ["NoCoefficient 2:5"]),
        ("relation_id,cell_id,coefficient\nr,a,one\n", ["NotANumber 2:5"]),
        ("relation_id,cell_id,coefficient\nr,,1\n", ["Nameless 2:3"]),
        ("relation_id,cell_id\nr,a\n", ["MissingColumn 1:0"]),
    ])
    func everyFaultOfARelationIsLocated(relations: String, found: [String]) {
        #expect(faults(relations: relations) == found)
    }

    @Test func faultsOfBothFilesAreFoundInOneRun() {
        let found = faults(
            cells: "cell_id,value\na,-3\na,1\nb,x\n", relations: "relation_id,cell_id,coefficient\nr,q,0\ns,a,x\n")
        #expect(
            found.sorted() == [
                "NamedTwice 3:1", "NegativeCount 2:3", "NotANumber 3:5", "NotANumber 4:3", "UnknownCell 2:3",
                "ZeroCoefficient 2:5",
            ])
    }

    @Test func noFindingTellsACount() {
        var diagnostics = Diagnostics()
        _ = CellFiles.system(
            cells: InputFile(path: "c", text: "cell_id,value,known_lo,known_hi\na,77,,\nb,99,,88\nc,-66,,\nd,55,56,\n"),
            relations: InputFile(path: "r", text: "relation_id,cell_id,coefficient\nr,a,1\nr,b,1\n"), &diagnostics)
        let text = diagnostics.sorted.map(\.description).joined()
        #expect(!text.isEmpty)
        for number in ["77", "99", "66", "55", "176"] { #expect(!text.contains(number)) }
    }

    @Test func largeWholeNumbersAreAddedUpExactly() {
        let cells = "cell_id,value\na,900000000000001\nb,900000000000000\nc,1\n"
        #expect(faults(cells: cells, relations: sum) == ["DoesNotHold 2:1"])
        let relation = "relation_id,cell_id,coefficient\nr,a,1\nr,b,-1\nr,c,-1\n"
        #expect(faults(cells: cells, relations: relation) == [])
    }

    @Test func aMillionCellsAreRefusedInPlainWords() {
        var cells = "cell_id,value\n"
        for cell in 0..<1_000_000 { cells += "c\(cell),1\n" }
        #expect(faults(cells: cells, relations: "relation_id,cell_id,coefficient\n") == ["TooManyCells 0:0"])
    }
}

struct PatternFileTests {
    private let system = CellSystem(
        [Cell("a", 3), Cell("b", 1), Cell("c", 4, kind: .frozen), Cell("d", 2, kind: .hidden)], [])

    private func read(_ text: String) -> (Pattern?, [String]) {
        var diagnostics = Diagnostics()
        let pattern = CellFiles.pattern(InputFile(path: "p.csv", text: text), of: system, &diagnostics)
        return (pattern, diagnostics.sorted.map { "\($0.name) \($0.location.line):\($0.location.column)" })
    }

    @Test func whatIsWrittenIsReadAgain() {
        let pattern = Pattern([true, false, false, false])
        let text = CellFiles.text(of: pattern, of: system)
        #expect(text == "cell_id,withheld\na,1\nb,0\nc,0\n")
        #expect(read(text) == (pattern, []))
    }

    @Test(arguments: [
        ("cell_id,withheld\na,1\n", "LeftOut 0:0"),
        ("cell_id,withheld\na,1\nb,0\nb,1\n", "NamedTwice 4:1"),
        ("cell_id,withheld\na,1\nb,0\nx,1\n", "UnknownCell 4:1"),
        ("cell_id,withheld\na,1\nb,:\n", "UnknownWord 3:3"),
        ("cell_id,withheld\na,1\nb,\n", "Nameless 3:3"),
        ("cell_id,withheld\na,1\nb,0\nc,1\n", "CannotBeWithheld 4:3"),
        ("cell_id\na\n", "MissingColumn 1:0"),
    ])
    func faultsOfAPatternAreLocated(text: String, fault: String) {
        let (pattern, found) = read(text)
        #expect(pattern == nil && found == [fault])
    }
}

struct PolicyFileTests {
    private func read(_ text: String) -> (ProtectionPolicy?, [String]) {
        var diagnostics = Diagnostics()
        let policy = ProtectionPolicy(InputFile(path: "p.yaml", text: text), &diagnostics)
        return (policy, diagnostics.sorted.map { "\($0.name) \($0.location.line):\($0.location.column)" })
    }

    @Test func everyKeyIsRead() {
        let text = """
            largest-withheld: 3
            withhold-zero: true
            min-width: 1
            escape: true
            least-line-sum: 5
            insider: true
            whole-numbers: true
            """
        let all = ProtectionPolicy(
            largestWithheld: 3, withholdsZero: true, minWidth: 1, escape: true, leastLineSum: 5, insider: true,
            wholeNumbers: true)
        #expect(read(text) == (all, []))
        #expect(read("escape: false\n") == (ProtectionPolicy(), []))
    }

    @Test(arguments: [
        ("min-width: -2\n", "NegativeLimit 1:12"), ("min-width: 0\n", "NoWidth 1:12"),
        ("min-width: wide\n", "WrongShape 1:12"), ("escape: yes\n", "WrongShape 1:9"),
        ("min_width: 2\n", "UnknownKey 1:1"), ("", "EmptyDefinition 0:0"), ("- 4\n", "WrongShape 1:1"),
    ])
    func faultsOfAPolicyAreLocated(text: String, fault: String) {
        let (policy, found) = read(text)
        #expect(policy == nil && found == [fault])
    }
}
