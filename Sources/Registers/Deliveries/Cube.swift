import LocatedInput

/// A table of figures with dimensions that have names, as JSON-stat and PX write it.
struct Cube {
    /// One of the things that figures are told apart by.
    struct Dimension {
        /// Its code and its title; a layout may call it by either.
        let names: [String]
        /// Its values in order, by their codes, or by their titles where they have no codes.
        let codes: [Located<String>]
        /// True if its values are what was measured, such as persons and per cent.
        let isMeasure: Bool
        /// Where it was written.
        let location: SourceLocation
    }

    /// What stands in a cell.
    enum Content: Equatable {
        /// A number.
        case number(Double)
        /// A mark, standard or not.
        case mark(String)
        /// Nothing, although the cell is there.
        case blank
    }

    /// One cell that is there.
    struct Cell {
        /// Its place in the order of the dimensions, the last one fastest.
        let position: Int
        /// What stands in it.
        let content: Content
        /// Where it was written.
        let location: SourceLocation
    }

    /// The dimensions, the slowest first.
    let dimensions: [Dimension]
    /// Hands on the cells that are there, in order, and reports what is wrong with them.
    let forEachCell: (_ diagnostics: inout Diagnostics, _ body: (Cell, inout Diagnostics) -> Void) -> Void
    /// Where the dimensions are listed.
    let location: SourceLocation

    /// The number of cells that dimensions of these sizes span; `nil` if it is beyond counting.
    static func size(_ sizes: [Int]) -> Int? {
        var product = 1
        for size in sizes {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: size)
            guard !isTooLarge else { return nil }
            product = next
        }
        return product
    }
}
