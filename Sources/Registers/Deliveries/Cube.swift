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

    /// Reports the codes that the dimension `name` has twice.
    static func checkCodes(_ codes: [Located<String>], of name: String, _ diagnostics: inout Diagnostics) {
        var seen: Set<String> = []
        for code in codes where !seen.insert(code.value).inserted { diagnostics.emit(.doubledCode(code, name)) }
    }
}

extension Diagnostic {
    fileprivate static func doubledCode(_ code: Located<String>, _ name: String) -> Diagnostic {
        Diagnostic(
            .error, "DoubledCode", at: code.location,
            "the dimension '\(name)' has '\(code.value)' twice, so nobody knows which is which",
            remedy: "fetch the table again, with codes")
    }

    /// What every reader of cubes says of a table that was cut off.
    static func wrongNumberOfCells(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongSize", at: location, "there are not as many cells as the dimensions span",
            remedy: "fetch the table again; it may have been cut off")
    }
}
