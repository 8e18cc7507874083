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
            try fault("false-discovery", [["p": 0.1, "share": 0.05], ["p": 0.2, "share": 0.1]])
                == MethodFault(row: 1, column: "share", rule: "it must be the same in the whole case"))
        #expect(
            try fault("false-discovery", [["p": 0.1, "share": 0.05], [:]])
                == MethodFault(row: 1, column: "p", rule: "a number must be here"))
        let rate = ["events": 1, "person_years": 10, "level": 0.95]
        #expect(try fault("rate", [rate, rate])?.column == "case")
        #expect(try fault("rate", [])?.column == "case")
    }
}
