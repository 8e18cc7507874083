@_spi(Confidential) import Indicators

/// What overlapping groups of records are made of: the coarsest sets of which every group is a sum.
struct GroupAtoms {
    /// The atoms of each group that has several.
    let parts: [CountedGroup: [CountedQuantity]]

    /// The atoms of `groups`, no two of which are the same.
    init(_ groups: [CountedGroup]) {
        var owners: [Record: [Int]] = [:]
        for (number, group) in groups.enumerated() {
            for record in Record.all(of: group) { owners[record, default: []].append(number) }
        }
        let records = Dictionary(grouping: owners.keys) { owners[$0] ?? [] }
        let signatures = records.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let own = groups.indices.map { number in signatures.filter { $0.contains(number) } }
        var parts: [CountedGroup: [CountedQuantity]] = [:]
        for (number, group) in groups.enumerated() where own[number].count > 1 {
            parts[group] = own[number].map { signature in
                let same = signature.first { own[$0].count == 1 }
                return same.map { .group(groups[$0]) } ?? .atom(Record.groups(of: records[signature] ?? []))
            }
        }
        self.parts = parts
    }
}

/// Records of one category, sex and age, the latter two by their places on the register's axes.
private struct Record: Hashable {
    let category: String
    let sex: Int
    let age: Int

    static func all(of group: CountedGroup) -> [Record] {
        group.categories.flatMap { category in
            group.sexes.flatMap { sex in group.ages.map { Record(category: category, sex: sex, age: $0) } }
        }
    }

    /// `records` as groups of one category and sex each, in order.
    static func groups(of records: [Record]) -> [CountedGroup] {
        let byCategory = Dictionary(grouping: records, by: \.category).sorted { $0.key < $1.key }
        return byCategory.flatMap { category, records in
            Dictionary(grouping: records, by: \.sex).sorted { $0.key < $1.key }.map { sex, records in
                CountedGroup(categories: [category], sexes: [sex], ages: records.map(\.age))
            }
        }
    }
}
