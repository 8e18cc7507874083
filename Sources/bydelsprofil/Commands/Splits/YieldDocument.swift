import SplitRequests

/// How much would be shown, as `--json` shows it: shares in per cent.
struct YieldDocument: Encodable {
    struct Group: Encodable {
        let theme: String
        let title: String
    }
    struct Shares: Encodable {
        let shown: Int
        let withheld: Int
        let uncovered: Int
        let unavailable: Int

        init(_ shares: YieldShares) {
            (shown, withheld) = (shares.shown, shares.withheld)
            (uncovered, unavailable) = (shares.uncovered, shares.unavailable)
        }
    }
    struct Row: Encodable {
        let whole: Shares
        /// In the order of the groups; `null` for one with figures of too few indicators.
        let groups: [Shares?]

        init(_ shares: YieldTable.Shares) {
            whole = Shares(shares.whole)
            groups = shares.groups.map { $0.map { Shares($0) } }
        }
    }
    struct District: Encodable {
        let code: String
        let shares: Row
    }
    struct Published: Encodable {
        let split: String
        let today: Row
        /// With the requested split beside it.
        let beside: Row
    }

    let groups: [Group]
    let districts: [District]
    let average: Row
    let published: [Published]

    init(_ table: YieldTable) {
        groups = table.groups.map { Group(theme: $0.id, title: $0.titles[.nb]) }
        districts = table.rows.map { District(code: $0.district.digits, shares: Row($0.shares)) }
        average = Row(table.average)
        published = table.published.map {
            Published(split: $0.split.description, today: Row($0.today), beside: Row($0.beside))
        }
    }
}
