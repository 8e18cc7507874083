/// Why there is no number: the standard marks of official statistics, the same on the way in and on the way out.
public enum Absence: String, CaseIterable, Sendable {
    /// The owner may not publish it.
    case withheld = ":"
    /// Nobody has it.
    case missing = ".."
    /// It will come later.
    case pending = "..."
    /// It cannot occur.
    case notApplicable = "."

    /// The reason that `mark` stands for, `…` too; `nil` for anything else.
    public init?(mark: String) {
        self.init(rawValue: mark == "…" ? "..." : mark)
    }

    /// The mark as tables write it.
    public var mark: String { rawValue }
}
