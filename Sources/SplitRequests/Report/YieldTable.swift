import Geography

/// How much would be shown of the districts, group of indicators by group, beside what is published.
///
/// Groups only, and wide steps: what becomes of a single indicator would tell of small counts to who moves a unit and asks
/// again.
public struct YieldTable: Hashable, Sendable {
    /// A group of indicators: a theme of the profile.
    public struct Group: Hashable, Sendable {
        /// The theme's name.
        public let id: String
        /// What it is called.
        public let titles: Translated<String>
    }

    /// A district and what becomes of its figures.
    public struct Row: Hashable, Sendable {
        /// The district.
        public let district: DistrictCode
        /// What it is called.
        public let name: PlaceName
        /// Its shares.
        public let shares: Shares
    }

    /// What becomes of the figures of a district, or of the districts of a split on average.
    public struct Shares: Hashable, Sendable {
        /// Group by group; `nil` for a group with figures of too few indicators.
        public let groups: [YieldShares?]
        /// All indicators, each counting as much as the others.
        public let whole: YieldShares
    }

    /// A split that is published.
    public struct Published: Hashable, Sendable {
        /// The split.
        public let split: SplitID
        /// What it is called.
        public let title: Translated<String>
        /// What is shown today, on average.
        public let today: Shares
        /// What would be shown with the requested split beside it, on average.
        public let beside: Shares
    }

    /// The groups, in the profile's order.
    public let groups: [Group]
    /// The requested districts.
    public let rows: [Row]
    /// The requested districts on average, each counting as much as the others.
    public let average: Shares
    /// The splits that are published.
    public let published: [Published]
}

extension YieldTable.Shares {
    /// The shares of one district.
    init(_ row: SplitYield.Row) {
        groups = row.groups.map { $0.map { YieldShares($0) } }
        whole = YieldShares(row.whole)
    }

    /// The shares of the districts of `yield` on average; `nil` where there is no district.
    init?(averageOf yield: SplitYield) {
        guard let first = yield.rows.first, let whole = FigureShares(meanOf: yield.rows.map(\.whole)) else {
            return nil
        }
        groups = first.groups.indices.map { index in
            FigureShares(meanOf: yield.rows.compactMap { $0.groups[index] }).map { YieldShares($0) }
        }
        self.whole = YieldShares(whole)
    }
}
