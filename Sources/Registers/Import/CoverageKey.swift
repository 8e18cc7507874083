import LocatedInput

/// What a figure of the vaccination tables is about.
struct CoverageKey: Hashable, Comparable {
    let area: AreaCode
    let age: AgeRange
    let sex: Sex
    let category: String
    let period: Period

    static func < (left: CoverageKey, right: CoverageKey) -> Bool {
        if left.area != right.area { return left.area < right.area }
        if left.age != right.age { return left.age < right.age }
        return (left.category, left.sex, left.period) < (right.category, right.sex, right.period)
    }
}
