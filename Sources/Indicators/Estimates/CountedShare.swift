import Geography
@_spi(Confidential) import Registers

/// The counts that a figure made from events gives away: some records of its register, and what they are set against.
///
/// Whoever sees a share or rate with its interval, and knows the population, can work out both, so that showing the
/// figure is taken to show these counts.
@_spi(Confidential) public struct CountedShare: Sendable {
    /// What the events are set against.
    public enum Whole: Hashable, Sendable {
        /// Other records of the register, the events among them.
        case containing(CountedGroup)
        /// Other records of the register that the events are not among, such as years that people lived.
        case beside(CountedGroup)
        /// Persons, of whom the events are some. Their number is public.
        case persons
        /// The years that people lived in the place. Their number is public.
        case personYears

        /// True if the events are some of it.
        public var contains: Bool {
            switch self {
            case .containing, .persons: true
            case .beside, .personYears: false
            }
        }

        /// The records of the register, if it is they.
        public var group: CountedGroup? {
            switch self {
            case .containing(let group), .beside(let group): group
            case .persons, .personYears: nil
            }
        }
    }

    /// The events.
    public let events: CountedGroup
    /// What they are set against.
    public let whole: Whole
    private let counts: EventCounts
    private let part: Int

    init(_ counts: EventCounts, part: Int, whole: Whole) {
        self.counts = counts
        self.part = part
        self.whole = whole
        events = Self.group(counts.parts[part].categories, counts.strata)
    }

    /// What the events are set against in one place and year; `nil` where it isn't told.
    public func exposure(_ area: Area, _ year: Int) -> Double? {
        counts.sums(area, year).map { $0.parts(counts.parts.count)[part].allExposure }
    }

    /// The records of `categories` in all of `strata`.
    static func group(_ categories: [String], _ strata: Strata) -> CountedGroup {
        CountedGroup(
            categories: Array(Set(categories)), sexes: Array(Set(strata.all.flatMap(\.sexes))),
            ages: Array(Set(strata.all.flatMap(\.ages))))
    }
}

extension EventFigures {
    /// The counts that every figure gives away, for each group that is compared.
    var shares: [CountedShare] {
        counts.parts.indices.map { part in
            let whole: CountedShare.Whole
            switch counts.parts[part].exposure {
            case .categories(let categories):
                let group = CountedShare.group(categories, counts.strata)
                whole = counts.parts.count == 1 ? .containing(group) : .beside(group)
            case .persons: whole = .persons
            case .personYears: whole = .personYears
            }
            return CountedShare(counts, part: part, whole: whole)
        }
    }
}
