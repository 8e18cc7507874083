@_spi(Confidential) import Indicators
@_spi(Confidential) import Registers

/// What a group of records is called where its register may be laid out otherwise another year: its categories, sexes and
/// ages, such as `kols+astma/1+2/45_74`.
struct CountedText {
    let axes: CountTable.Axes

    /// The text of `group`.
    func text(_ group: CountedGroup) -> String {
        let sexes = group.sexes.map { axes.sexes[$0].rawValue }
        var ages: [(from: Int, to: Int)] = []
        for place in group.ages {
            let age = axes.ages[place]
            if let last = ages.last, last.to + 1 == age.from {
                ages[ages.count - 1].to = age.to
            } else {
                ages.append((age.from, age.to))
            }
        }
        return [
            group.categories.joined(separator: "+"), sexes.map { "\($0)" }.joined(separator: "+"),
            ages.map { "\($0.from)_\($0.to)" }.joined(separator: "+"),
        ].joined(separator: "/")
    }

    /// The group that `text` names; `nil` where the register doesn't tell it any more.
    func group(_ text: String) -> CountedGroup? {
        let fields = text.split(separator: "/", omittingEmptySubsequences: false)
        guard fields.count == 3 else { return nil }
        let categories = fields[0].split(separator: "+").map(String.init)
        let sexes = fields[1].split(separator: "+").map { sex in
            axes.sexes.firstIndex { "\($0.rawValue)" == sex }
        }
        var ages: [Int] = []
        for range in fields[2].split(separator: "+") {
            let ends = range.split(separator: "_").compactMap { Int($0) }
            guard ends.count == 2 else { return nil }
            var next = ends[0]
            for (place, age) in axes.ages.enumerated() where age.from == next && age.to <= ends[1] {
                ages.append(place)
                next = age.to + 1
            }
            guard next == ends[1] + 1 else { return nil }
        }
        guard categories.allSatisfy(axes.categories.contains), !sexes.contains(nil) else { return nil }
        return CountedGroup(categories: categories, sexes: sexes.compactMap(\.self), ages: ages)
    }
}
