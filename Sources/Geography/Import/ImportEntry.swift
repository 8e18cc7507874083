/// One thing that an import found out.
public struct ImportEntry: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Comparable {
        /// A unit, district or kommune begins on the date.
        case new
        /// A unit, district or kommune ends on the date.
        case gone
        /// A unit lies in another district, or another kommune, from the date on.
        case moved
        /// A unit, district or kommune has another name from the date on.
        case renamed
        /// Something the tables said of the date before, and no longer say.
        case withdrawn

        /// In the order a reader wants them.
        public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// When it happened.
    public let date: CalendarDate?
    /// What kind of thing.
    public let kind: Kind
    /// `grunnkrets`, `district` or `kommune`.
    public let level: String
    /// The code.
    public let code: String
    /// The name, or the old and the new state with an arrow between.
    public let detail: String
}

extension ImportEntry: Comparable {
    /// By date, level, kind and code.
    public static func < (left: ImportEntry, right: ImportEntry) -> Bool {
        (left.date?.description ?? "", left.level, left.kind, left.code, left.detail)
            < (right.date?.description ?? "", right.level, right.kind, right.code, right.detail)
    }
}
