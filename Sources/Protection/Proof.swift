/// For each protected cell, tables that agree with all that is published and lie apart at the cell.
///
/// A table is kept as its differences from the true one, and shared between the cells it speaks for, so that a proof
/// says everything that is withheld: it never leaves the wall.
public struct Proof: Hashable, Sendable {
    /// A table that agrees with all that is published, as its differences from the true one.
    public struct Table: Hashable, Sendable {
        /// The cells that differ, by their places in the system, in order.
        public let cells: [Int]
        /// How much each of them is above its true number.
        public let differences: [Double]

        /// A table that differs from the true one at `cells` by `differences`.
        public init(cells: [Int], differences: [Double]) {
            self.cells = cells
            self.differences = differences
        }
    }

    /// Two tables that lie apart at a cell.
    public struct Claim: Hashable, Sendable {
        /// The cell's place in the system.
        public let cell: Int
        /// The place in `tables` of the table where the cell is greater; nil is the true table.
        public let upper: Int?
        /// The place in `tables` of the table where the cell is less; nil is the true table.
        public let lower: Int?

        /// A claim about `cell`.
        public init(cell: Int, upper: Int?, lower: Int?) {
            self.cell = cell
            self.upper = upper
            self.lower = lower
        }
    }

    /// The tables, each once.
    public let tables: [Table]
    /// The cells' claims. A cell has several where insiders must be met.
    public let claims: [Claim]

    /// A proof of these claims.
    public init(tables: [Table], claims: [Claim]) {
        self.tables = tables
        self.claims = claims
    }

    /// One proof of what several prove.
    init(joining proofs: [Proof]) {
        var tables: [Table] = []
        var claims: [Claim] = []
        for proof in proofs {
            let offset = tables.count
            tables += proof.tables
            claims += proof.claims.map { claim in
                Claim(
                    cell: claim.cell, upper: claim.upper.map { $0 + offset }, lower: claim.lower.map { $0 + offset })
            }
        }
        self.init(tables: tables, claims: claims)
    }
}
