/// Which cells may differ from their numbers while a move is sought.
struct Field {
    /// The cells behind the mark.
    var withheld: [Bool]
    /// Whether more cells may be put behind the mark, at their cost.
    var offersMore = false
    /// A cell that stays shown whatever is offered.
    var shown: Int?
    /// A cell whose number somebody knows.
    var known: Int?
    /// Whether counts move by whole numbers only.
    var wholeNumbers = false
    var extent = Extent.all
}
