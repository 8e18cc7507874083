import LocatedInput

extension InputFolder {
    /// The rows of the table `name`, as `read` makes them out; it must be there.
    func rows<Row>(
        of name: String, _ diagnostics: inout Diagnostics, _ read: (InputFile, inout Diagnostics) -> [Located<Row>]
    ) -> [Located<Row>] {
        InputFile(reading: file(name), &diagnostics).map { read($0, &diagnostics) } ?? []
    }
}
