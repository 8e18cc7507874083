import LocatedInput

/// One statement of a PX file: `NAME[language]("about")=value,value;`.
struct PXKeyword {
    /// One of the values.
    enum Value {
        /// A text in quotes; quotes that follow each other without a comma make one text.
        case text(Located<String>)
        /// Anything else: a number, YES or NO, a mark.
        case word(Located<String>)
        /// `TLIST(scale)` or `TLIST(scale,"first"-"last")`.
        case times(scale: Located<String>, range: (first: Located<String>, last: Located<String>)?)
    }

    /// The name, such as `VALUES`.
    let name: Located<String>
    /// The language, where the file has several and this is not of the main one.
    let language: String?
    /// What the statement is about, such as the name of a dimension.
    let about: [String]
    /// The values; none for the cells of `DATA`, which are read one by one.
    let values: [Value]
    /// Where the cells of `DATA` begin, and how many there are.
    let cells: (start: PXReader.Position, count: Int)?

    /// The values in quotes.
    var texts: [Located<String>] {
        values.compactMap { value in if case .text(let text) = value { text } else { nil } }
    }
}
