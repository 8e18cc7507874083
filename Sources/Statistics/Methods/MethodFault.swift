/// What is wrong with the numbers of a case.
public struct MethodFault: Error, Hashable, Sendable {
    /// The row within the case, from 0.
    public let row: Int
    /// The column.
    public let column: String
    /// The rule that its number breaks, or that there must be one.
    public let rule: String

    init(row: Int = 0, column: String, rule: String) {
        self.row = row
        self.column = column
        self.rule = rule
    }
}
