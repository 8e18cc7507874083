import Geography
import LocatedInput

/// How much would be shown of the districts, beside what is published.
struct YieldExamination {
    private let context: RequestContext
    private let split: RequestedSplit
    /// What would be shown, exactly; `nil` where that was not worked out.
    let requested: SplitYield?
    /// The same for those who asked.
    let table: YieldTable?
    private let faults: [Diagnostic]

    /// The examination of `split` as it would be adopted in `staged`, by the trial of `context`.
    init(of split: RequestedSplit, _ context: RequestContext, _ staged: StagedCity) {
        (self.context, self.split) = (context, split)
        var diagnostics = Diagnostics()
        let least = context.policy.leastOfGroup
        let yields = context.trial?.yields(of: staged.city, least: least, &diagnostics)
        let today = context.city.flatMap { context.trial?.yields(of: $0, least: least, &diagnostics) }
        faults = diagnostics.sorted.filter { $0.severity == .error }
        let own = yields?.splits[staged.split.id]
        requested = own
        let published = context.published(on: split.date)
        table = yields.flatMap { yields in own.flatMap { YieldTable(of: $0, published, yields, today: today) } }
    }

    /// What a municipality should know of it.
    var findings: [Finding] {
        guard let table else {
            return Set(faults.map(\.message)).sorted().map { Finding(.refusedFigures, $0, ["why": $0]) }
        }
        return table.rows.compactMap { littleShown($0) } + table.published.flatMap { lessThanNow($0, table) }
    }

    private func littleShown(_ row: YieldTable.Row) -> Finding? {
        let shares = row.shares.whole
        guard Double(shares.shown) < context.policy.leastShown * Double(shares.available) else { return nil }
        return Finding(
            .littleShown, row.district.digits,
            ["district": row.name.nb, "share": "\(shares.shown)", "left-out": "\(shares.leftOut)"])
    }

    private func lessThanNow(_ published: YieldTable.Published, _ table: YieldTable) -> [Finding] {
        zip(table.groups, zip(table.average.groups, published.today.groups)).compactMap { group, shares in
            guard let own = shares.0?.shown, let now = shares.1?.shown,
                Double(now - own) > 100 * context.policy.largestLoss
            else { return nil }
            return Finding(
                .lessThanNow, "\(published.split.split):\(group.id)",
                ["share": "\(own)", "now": "\(now)"],
                translated: ["group": group.titles, "split": published.title])
        }
    }
}

extension YieldTable {
    /// What is told of `requested`, and of the splits of the city that were published before; `nil` where there is no
    /// district to tell of.
    fileprivate init?(
        of requested: SplitYield, _ published: [Split], _ yields: YieldTrial.Yields, today: YieldTrial.Yields?
    ) {
        guard let average = Shares(averageOf: requested) else { return nil }
        self.average = average
        groups = yields.groups.map { Group(id: $0.id, titles: $0.titles) }
        rows = requested.rows.map { Row(district: $0.district, name: $0.name, shares: Shares($0)) }
        self.published = published.compactMap { split in
            guard let now = today?.splits[split.id].flatMap({ Shares(averageOf: $0) }),
                let beside = yields.splits[split.id].flatMap({ Shares(averageOf: $0) })
            else { return nil }
            return Published(split: split.id, title: split.title, today: now, beside: beside)
        }
    }
}
