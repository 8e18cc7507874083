@_spi(Confidential) import Indicators

/// Something that is counted in every place and year, and that figures give away or that follows from such.
enum CountedQuantity: Hashable, Sendable {
    /// Records of a register that a figure counts.
    case group(CountedGroup)
    /// Those of a whole whom nothing happened to.
    case complement(of: CountedGroup, in: CountedGroup)
    /// The persons that a group of events is set against; their number is public.
    case population(CountedGroup)
    /// Those of the population whom nothing happened to.
    case others(CountedGroup)
    /// Those of a group that lie in none of the groups it contains.
    case remainder(CountedGroup, without: [CountedGroup])
    /// Records that lie in the same groups: where groups overlap, these are what they are made of.
    case atom([CountedGroup])
}
