/// A file to import, and the date it tells of where the file itself doesn't say.
public struct ImportSource: Hashable, Sendable {
    /// The path.
    public let path: String
    /// The date of a list or a change table that carries none.
    public let date: CalendarDate?

    /// The file at `path`, of `date`.
    public init(path: String, date: CalendarDate?) {
        self.path = path
        self.date = date
    }
}
