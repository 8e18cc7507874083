import Geography

/// How much of each group of indicators is shown of the districts of one split. Unrounded, and so never told.
struct SplitYield: Sendable {
    /// A district and what becomes of its figures.
    struct Row: Sendable {
        let district: DistrictCode
        let name: PlaceName
        /// Group by group; `nil` for a group with figures of too few indicators.
        let groups: [FigureShares?]
        /// All indicators, each counting as much as the others.
        let whole: FigureShares
    }

    /// The districts that get profiles, in official order.
    let rows: [Row]

    /// The district `code`.
    func row(_ code: DistrictCode) -> Row? { rows.first { $0.district == code } }

    /// What `figures` tell of the districts of `split` on `today`. Of a group of which fewer than `least` indicators have
    /// figures for a district, and some have, nothing is told there: it would be told of the single indicator.
    init(of split: Split, on today: CalendarDate, _ figures: CityFigures, least: Int) {
        rows = split.districts(on: today).filter(\.isPublished).compactMap { district in
            let shares = figures.groups.map { figures.shares(of: $0, for: .district(split.id, district.code)) }
            guard let whole = FigureShares(meanOf: shares.flatMap(\.self)) else { return nil }
            return Row(
                district: district.code, name: district.name,
                groups: shares.map { own in
                    (1..<least).contains(own.count { $0.unavailable < 1 }) ? nil : FigureShares(meanOf: own)
                }, whole: whole)
        }
    }
}
