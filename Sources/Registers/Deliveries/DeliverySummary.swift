import Geography

/// What was read of the deliveries, register by register; for those who look after them.
///
/// Totals of the whole country and shares are all it says of what was counted.
public struct DeliverySummary: Sendable {
    /// What was read of one register.
    public struct Register: Sendable {
        /// The register.
        public let id: RegisterID
        /// The folders of its deliveries, in the order of their names.
        public let deliveries: [String]
        /// True if programs made them.
        public let isSynthetic: Bool
        /// The smallest places the register knows.
        public let lowestGeography: GeographicLevel
        /// How many records have the say or are of years that a later delivery settled.
        public let records: Int
        /// The years of the table.
        public let years: ClosedRange<Int>
        /// The years whose figures may still change, in order.
        public let provisionalYears: [Int]
        /// The years from which the register counts something else than the year before, in order.
        public let breaks: [Int]
        /// True if counts were weighted or shared out between places.
        public let isEstimate: Bool
        /// The share of forms that could be counted, of 1; `nil` where all could.
        public let completeness: Double?
        /// Everything that was counted in the country, all years and categories together; `nil` where the country has no
        /// figures.
        public let total: Double?
        /// The share of each kommune's counts that belong to no district, of 1, by the code of the kommune; kommuner
        /// without counts, or without districts here, are left out.
        public let unallocated: [Unallocated]
        /// Places and years without figures since nobody has said how their units were shared out.
        public let cuts: [String]
        /// Kommuner and years that nothing was delivered for.
        public let silent: [String]
        /// How many corrections were made.
        public let corrections: Int
    }

    /// How much of what was counted in a kommune belongs to no district of a split.
    public struct Unallocated: Sendable {
        /// The split.
        public let split: SplitID
        /// The kommune.
        public let kommune: KommuneCode
        /// The share, of 1.
        public let share: Double
    }

    /// The registers, by id.
    public let registers: [Register]
    /// True if programs made all deliveries.
    public let isSynthetic: Bool

    init(_ figures: DeliveredFigures) {
        registers = figures.all.map(Register.init)
        isSynthetic = figures.isSynthetic
    }
}

extension DeliverySummary.Register {
    fileprivate init(_ register: DeliveredRegister) {
        let table = register.table
        func total(_ area: Area) -> Double? {
            var total: Double?
            for year in table.axes.years {
                for sex in table.axes.sexes.indices {
                    for age in table.axes.ages.indices {
                        for category in table.axes.categories {
                            guard let count = table.count(area, year, sex: sex, age: age, category) else { continue }
                            total = (total ?? 0) + count
                        }
                    }
                }
            }
            return total
        }
        id = register.id
        deliveries = register.deliveries.map(\.folder.path)
        isSynthetic = table.quality.isSynthetic
        lowestGeography = table.lowestGeography
        records = register.records
        years = table.axes.years
        provisionalYears = table.quality.provisionalYears.sorted()
        breaks = table.quality.breaks.sorted()
        isEstimate = table.quality.isEstimate
        completeness = table.quality.completeness
        self.total = total(.country)
        unallocated = table.axes.areas.compactMap { area in
            guard case .unallocated(let split, let kommune) = area, let part = total(area),
                let whole = total(.kommune(kommune)), whole > 0
            else { return nil }
            return DeliverySummary.Unallocated(split: split, kommune: kommune, share: part / whole)
        }
        cuts = register.cuts.map(\.description)
        silent = register.silent.map(\.description)
        corrections = register.corrections.count
    }
}
