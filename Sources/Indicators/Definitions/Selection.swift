import Registers

/// Which persons a count takes in.
public struct Selection: Hashable, Sendable {
    /// Men, women or both.
    public let sex: Sex
    /// The ages, none of them overlapping, in order.
    public let ages: [AgeRange]

    /// The persons of `sex` in any of `ages`.
    public init(sex: Sex = .both, ages: [AgeRange] = [.all]) {
        self.sex = sex
        self.ages = ages
    }
}
