import LocatedInput
import Statistics

/// One case of a reference table: what a method is asked, and what it should answer.
struct ReferenceCase {
    /// What the method should answer.
    enum Answer {
        /// Figures, by output column.
        case figures([String: Located<Double>])
        /// None, for this reason.
        case refusal(Located<String>)
    }

    /// The method that is asked.
    let method: Method
    /// The rows, each with its numbers by input column.
    let rows: [[String: Located<Double>]]
    /// Where each row is written.
    let locations: [SourceLocation]
    /// What the method should answer.
    let answer: Answer

    /// The numbers as a method takes them.
    var numbers: [[String: Double]] { rows.map { $0.mapValues(\.value) } }

    /// Where a number is written, or its row if it isn't there.
    func location(_ fault: MethodFault) -> SourceLocation {
        guard rows.indices.contains(fault.row) else { return locations[0] }
        return rows[fault.row][fault.column]?.location ?? locations[fault.row]
    }
}
