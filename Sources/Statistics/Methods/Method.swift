/// A method by name, with what it takes, what it gives and where it is from: what anybody's table can be checked
/// against.
public struct Method: Sendable {
    /// Its name in tables.
    public let name: String
    /// What it gives, in a line.
    public let summary: String
    /// Where it was published.
    public let source: String
    /// What it takes.
    public let inputs: [MethodColumn]
    /// What it gives; tables write `expected_` before each name.
    public let outputs: [MethodColumn]
    /// What it does at its edges, a line each.
    public let edges: [String]
    /// The reasons for which it gives nothing; tables write one of them in `expected_refusal`.
    public let refusals: [String]
    /// True if a case is several rows.
    public let isGrouped: Bool

    private let isSound: @Sendable (MethodCase) throws(MethodFault) -> Void
    private let compute: @Sendable (MethodCase) throws -> [String: Double]

    init(
        _ name: String, _ summary: String, source: String, inputs: [MethodColumn], outputs: [MethodColumn],
        edges: [String] = [], refusals: [String] = [], isGrouped: Bool = false,
        isSound: @escaping @Sendable (MethodCase) throws(MethodFault) -> Void = { _ throws(MethodFault) in },
        compute: @escaping @Sendable (MethodCase) throws -> [String: Double]
    ) {
        self.name = name
        self.summary = summary
        self.source = source
        self.inputs = inputs
        self.outputs = outputs
        self.edges = edges
        self.refusals = refusals
        self.isGrouped = isGrouped
        self.isSound = isSound
        self.compute = compute
    }

    /// The method `name`, or `nil` if there is none.
    public static func named(_ name: String) -> Method? { all.first { $0.name == name } }

    /// What the method makes of a case of one or more rows, each with its numbers by column name.
    public func outcome(_ rows: [[String: Double]]) -> MethodOutcome {
        do throws(MethodFault) {
            let asked = try MethodCase(rows, of: self)
            try isSound(asked)
            do {
                return .figures(try compute(asked))
            } catch let refusal as any Refusal {
                return .refused(refusal.id)
            } catch {
                preconditionFailure("\(name) failed for a reason that is no refusal: \(error)")
            }
        } catch {
            return .invalid(error)
        }
    }
}
