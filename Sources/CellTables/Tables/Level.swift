/// One way in which a dimension divides the parts of a long table: by a column, in windows of years, or not at all.
struct Level {
    /// What it is called in specs and patterns.
    let name: String
    /// What its places are called, in byte order, or in order of time.
    let labels: [String]
    /// The first and the last place that each part belongs to; the same one but for windows of several years.
    let first: [Int]
    let last: [Int]
    /// False for windows that overlap.
    let isPartition: Bool
    /// Whether it is in no table, but sensitive all the same.
    let isHidden: Bool

    /// Where the places of `finer` lie in this level, by place, if each lies as a whole in one place or window.
    func parents(of finer: Level) -> [ClosedRange<Int>]? {
        guard finer.isPartition else { return nil }
        var parents: [ClosedRange<Int>?] = Array(repeating: nil, count: finer.labels.count)
        for part in first.indices {
            let here = first[part]...last[part]
            let place = finer.first[part]
            if let known = parents[place], known != here { return nil }
            parents[place] = here
        }
        return parents.compactMap { $0 }
    }
}

extension Level {
    /// The level with one place for everything.
    static func total(of table: LongTable) -> Level {
        let all = Array(repeating: 0, count: table.count)
        return Level(
            name: TablePattern.total, labels: [TablePattern.total], first: all, last: all, isPartition: true,
            isHidden: false)
    }

    /// The codes of a column.
    static func column(_ name: String, of table: LongTable) -> Level {
        let column = table.columns[name] ?? LongTable.Column()
        return Level(
            name: name, labels: column.codes, first: column.code, last: column.code, isPartition: true, isHidden: false)
    }

    /// The non-empty intersections of several columns' codes.
    static func intersections(_ names: [String], of table: LongTable) -> Level {
        let columns = names.map { table.columns[$0] ?? LongTable.Column() }
        let keys = (0..<table.count).map { part in columns.map { $0.code[part] } }
        let order = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
        var rank: [[Int]: Int] = [:]
        for (place, key) in order.enumerated() { rank[key] = place }
        let places = keys.map { rank[$0] ?? 0 }
        return Level(
            name: names.joined(separator: " & "),
            labels: order.map { key in zip(columns, key).map { $0.codes[$1] }.joined(separator: " & ") }, first: places,
            last: places, isPartition: true, isHidden: true)
    }

    /// Sums over `length` consecutive years; `years` are those of each part and lie between `all`'s ends.
    static func windows(_ length: Int, _ years: [Int], all: ClosedRange<Int>) -> Level {
        let starts = all.lowerBound...(all.upperBound - length + 1)
        return Level(
            name: length == 1 ? "1 year" : "\(length) years",
            labels: starts.map { length == 1 ? "\($0)" : "\($0)_\($0 + length - 1)" },
            first: years.map { max($0 - length + 1, starts.lowerBound) - starts.lowerBound },
            last: years.map { min($0, starts.upperBound) - starts.lowerBound }, isPartition: length == 1,
            isHidden: false)
    }
}
