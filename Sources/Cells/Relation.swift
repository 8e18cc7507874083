/// A linear relation between cells that every reader knows: Σ coefficient × cell = 0.
public struct Relation: Hashable, Sendable {
    /// One cell of a relation.
    public struct Term: Hashable, Sendable {
        /// The cell's place in its system.
        public let cell: Int
        /// Never zero.
        public let coefficient: Double

        /// A cell and its coefficient, which is not zero.
        public init(_ cell: Int, _ coefficient: Double) {
            self.cell = cell
            self.coefficient = coefficient
        }
    }

    /// The name it is found by in files; unique in its system.
    public let id: String
    /// A cell occurs once at most.
    public let terms: [Term]

    /// A relation of terms.
    public init(_ id: String, _ terms: [Term]) {
        self.id = id
        self.terms = terms
    }

    /// A total and its parts: total − Σ parts = 0.
    public init(_ id: String, total: Int, parts: [Int]) {
        self.init(id, [Term(total, 1)] + parts.map { Term($0, -1) })
    }
}
