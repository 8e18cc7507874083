import LocatedInput
import Statistics

/// How far our methods lie from reference tables.
struct MethodVerification: Encodable {
    /// What was found of one method.
    struct Entry: Encodable {
        /// Its name.
        let method: String
        /// Rows in the tables.
        private(set) var rows = 0
        /// Cases they make up.
        private(set) var cases = 0
        /// Figures that were compared.
        private(set) var figures = 0
        /// Cases that the method rightly gives no answer to.
        private(set) var refusals = 0
        /// The largest relative difference; the plain one where zero is expected.
        private(set) var largestDifference = 0.0

        init(method: String) { self.method = method }

        fileprivate mutating func count(_ reference: ReferenceCase) {
            rows += reference.rows.count
            cases += 1
        }

        fileprivate mutating func note(_ difference: Double) {
            figures += 1
            largestDifference = max(largestDifference, difference)
        }

        fileprivate mutating func noteRefusal() { refusals += 1 }
    }

    /// The largest relative difference that is allowed.
    let tolerance: Double
    /// The methods that the tables hold, in the order in which methods are listed.
    let methods: [Entry]

    /// Asks the methods; an error for every answer outside `tolerance`.
    init(_ reference: ReferenceCases, tolerance: Double, _ diagnostics: inout Diagnostics) {
        self.tolerance = tolerance
        var entries: [String: Entry] = [:]
        for found in reference.cases {
            let method = found.method
            var entry = entries[method.name] ?? Entry(method: method.name)
            entry.count(found)
            switch (found.answer, method.outcome(found.numbers)) {
            case (.figures(let expected), .figures(let ours)):
                for (name, number) in expected.sorted(by: { $0.key < $1.key }) {
                    guard let figure = ours[name] else {
                        diagnostics.emit(.noFigure(name, method, at: number.location))
                        continue
                    }
                    let difference = Self.difference(figure, number.value)
                    entry.note(difference)
                    if difference > tolerance {
                        diagnostics.emit(.differs(name, method, by: difference, at: number.location))
                    }
                }
            case (.refusal(let expected), .refused(let ours)):
                entry.noteRefusal()
                if expected.value != ours { diagnostics.emit(.otherRefusal(ours, method, at: expected.location)) }
            case (.figures, .refused(let ours)):
                diagnostics.emit(.refused(ours, method, at: found.locations[0]))
            case (.refusal(let expected), .figures):
                diagnostics.emit(.notRefused(method, at: expected.location))
            case (_, .invalid(let fault)):
                preconditionFailure("a case that cannot be asked was read: \(fault)")
            }
            entries[method.name] = entry
        }
        methods = Method.all.compactMap { entries[$0.name] }
    }

    /// A line per method.
    var text: String {
        let heading = ["method", "rows", "cases", "figures", "refusals", "largest relative difference"]
        let lines = methods.map { entry in
            [
                entry.method, "\(entry.rows)", "\(entry.cases)", "\(entry.figures)", "\(entry.refusals)",
                Self.written(entry.largestDifference),
            ]
        }
        let widths = heading.indices.map { column in ([heading] + lines).map { $0[column].count }.max() ?? 0 }
        return ([heading] + lines).map { line in
            line.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private static func difference(_ ours: Double, _ theirs: Double) -> Double {
        theirs == 0 ? abs(ours) : abs(ours - theirs) / abs(theirs)
    }

    /// A difference to one digit, such as `3e-16`, rounded up.
    fileprivate static func written(_ difference: Double) -> String {
        if difference == 0 { return "0" }
        if difference >= 1 { return "1 or more" }
        var exponent = 0
        var scaled = difference
        while scaled < 1 {
            scaled *= 10
            exponent += 1
        }
        let digit = Int(scaled.rounded(.up))
        return digit == 10 ? "1e-\(exponent - 1)" : "\(digit)e-\(exponent)"
    }
}

extension Diagnostic {
    private static let remedy = "check the table's source against the one 'methods list' cites"

    fileprivate static func differs(
        _ output: String, _ method: Method, by difference: Double, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "DiffersFromReference", at: location,
            "'\(output)' of '\(method.name)' differs by \(MethodVerification.written(difference)), relatively",
            remedy: remedy)
    }

    fileprivate static func noFigure(_ output: String, _ method: Method, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoFigure", at: location, "'\(method.name)' has no '\(output)' for this case", remedy: remedy)
    }

    fileprivate static func otherRefusal(_ reason: String, _ method: Method, at location: SourceLocation) -> Diagnostic
    {
        Diagnostic(
            .error, "OtherRefusal", at: location, "'\(method.name)' refuses for another reason: '\(reason)'",
            remedy: remedy)
    }

    fileprivate static func refused(_ reason: String, _ method: Method, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "Refused", at: location, "'\(method.name)' gives no answer here: '\(reason)'",
            remedy: "write the reason in 'expected_refusal' if that is right")
    }

    fileprivate static func notRefused(_ method: Method, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "NotRefused", at: location, "'\(method.name)' gives an answer here", remedy: remedy)
    }
}
