/// Why no verdict can be given: what is called public does not agree with the cells, or a program could not be solved.
public enum AuditFault: Error, Hashable, Sendable {
    /// The pattern is for another number of cells.
    case patternOfOtherLength
    /// A relation does not hold for the cells' values; its place in the system.
    case relationDoesNotHold(Int)
    /// A cell's value lies outside what a reader is said to know of it, such as a withheld zero where the mark means
    /// at least one; the cell's place in the system.
    case outsideWhatIsKnown(Int)
    /// A linear program that has a solution, the true table, was not solved.
    case unsolved
}
