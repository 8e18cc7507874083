import TestSupport
import Testing

@testable import Statistics

/// Every method against its reference table; see indicators/methods/README.md.
struct MethodTests {
    @Test func everyMethodHasATableAndEveryTableAMethod() throws {
        #expect(try ReferenceTable.names() == Method.all.map(\.name).sorted())
    }

    @Test(arguments: Method.all.map(\.name)) func agreesWithItsTable(name: String) throws {
        let method = try #require(Method.named(name))
        let outputs = method.outputs.map(\.name)
        for reference in try ReferenceTable(name).cases {
            let rows = reference.map { row in
                row.compactMapValues(Double.init).filter { !$0.key.hasPrefix("expected_") }
            }
            let label = "\(reference[0])"
            switch method.outcome(rows) {
            case .figures(let figures):
                #expect(reference[0]["expected_refusal"] == nil, "\(label)")
                for output in outputs {
                    guard let expected = reference[0]["expected_\(output)"].flatMap(Double.init) else { continue }
                    let ours = try #require(figures[output], "\(label)")
                    #expect(relativeDifference(ours, expected) < 1e-11, "\(output) of \(label)")
                }
            case .refused(let reason): #expect(reference[0]["expected_refusal"] == reason, "\(label)")
            case .invalid(let fault): Issue.record("\(label): \(fault)")
            }
        }
    }

    @Test(arguments: Method.all.map(\.name)) func theTableHoldsEveryReasonToRefuseAndEveryOutput(name: String) throws {
        let method = try #require(Method.named(name))
        let cases = try ReferenceTable(name).cases
        #expect(Set(cases.compactMap { $0[0]["expected_refusal"] }) == Set(method.refusals))
        for output in method.outputs {
            #expect(cases.contains { $0[0]["expected_\(output.name)"] != nil }, "\(output.name)")
        }
    }

    @Test func namesAndColumnsAreUniqueAndDescribed() {
        #expect(Set(Method.all.map(\.name)).count == Method.all.count)
        for method in Method.all {
            let columns = (method.inputs + method.outputs)
            #expect(Set(method.inputs.map(\.name)).count == method.inputs.count, "\(method.name)")
            #expect(Set(method.outputs.map(\.name)).count == method.outputs.count, "\(method.name)")
            #expect(columns.allSatisfy { !$0.meaning.isEmpty && !$0.unit.isEmpty }, "\(method.name)")
            #expect(!method.source.isEmpty && !method.summary.isEmpty)
        }
    }

    @Test func aNumberThatCannotBeUsedIsNamedAndNeverReachesTheMethod() throws {
        func fault(_ name: String, _ rows: [[String: Double]]) throws -> MethodFault? {
            if case .invalid(let fault) = try #require(Method.named(name)).outcome(rows) { return fault }
            return nil
        }
        let whole = "it must be: whole number ≥ 0"
        #expect(
            try fault("wilson", [["numerator": 1.5, "denominator": 3, "level": 0.95]])
                == MethodFault(column: "numerator", rule: whole))
        #expect(
            try fault("wilson", [["numerator": 4, "denominator": 3, "level": 0.95]])
                == MethodFault(column: "numerator", rule: "it must be no larger than 'denominator'"))
        #expect(
            try fault("wilson", [["numerator": 1, "denominator": 3]])
                == MethodFault(column: "level", rule: "a number must be here"))
        #expect(
            try fault("poisson", [["events": .nan, "level": 0.95]])
                == MethodFault(column: "events", rule: "it must be: ≥ 0"))
        #expect(
            try fault("poisson", [["events": 1e300, "level": 0.95]])
                == MethodFault(column: "events", rule: "it must be 0, or from 1e-12 to 1e12 in size"))
        #expect(
            try fault("false-discovery", [["p": 0.1, "share": 0.05], ["p": 0.2, "share": 0.1]])
                == MethodFault(row: 1, column: "share", rule: "it must be the same in the whole case"))
        #expect(
            try fault("false-discovery", [["p": 0.1, "share": 0.05], [:]])
                == MethodFault(row: 1, column: "p", rule: "a number must be here"))
        let rate = ["events": 1, "person_years": 10, "level": 0.95]
        #expect(try fault("rate", [rate, rate])?.column == "case")
        #expect(try fault("rate", [])?.column == "case")
    }

    /// Whatever numbers a table holds, a method answers with finite ones, refuses, or says what is wrong.
    @Test(arguments: Method.all.map(\.name)) func hostileNumbersEndInFiniteOnesOrAReason(name: String) throws {
        let method = try #require(Method.named(name))
        let numbers = [0, 1e-12, 0.001, 0.5, 0.95, 1 - 1e-16, 1, 2, 9, 10, 11, 2020, 2021, 2e5, 1e9, -1, -1e9, 1e300]
        var state: UInt64 = 1
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var answers = 0
        for _ in 0..<1_000 {
            let shared = numbers[next(numbers.count)]
            let rows = (0..<(method.isGrouped ? 1 + next(6) : 1)).map { _ in
                Dictionary(
                    uniqueKeysWithValues: method.inputs.map { column in
                        (column.name, column.name == "level" ? shared : numbers[next(numbers.count)])
                    })
            }
            guard case .figures(let figures) = method.outcome(rows) else { continue }
            answers += 1
            #expect(figures.values.allSatisfy { $0.isFinite }, "\(rows)")
            if let lower = figures["lower"], let upper = figures["upper"] { #expect(lower <= upper, "\(rows)") }
        }
        #expect(answers > 0 || method.isGrouped)
    }
}
