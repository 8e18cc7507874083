import Disclosure
import Geography
import Indicators
import Registers

/// How much of each group of indicators is shown of the districts of one split. Unrounded, and so never told.
struct SplitYield: Sendable {
    /// A district and what becomes of its figures.
    struct Row: Sendable {
        let district: DistrictCode
        let name: PlaceName
        /// Group by group; `nil` for a group without figures.
        let groups: [FigureShares?]
        /// All indicators, each counting as much as the others.
        let whole: FigureShares
    }

    /// The districts that get profiles, in official order.
    let rows: [Row]

    /// The district `code`.
    func row(_ code: DistrictCode) -> Row? { rows.first { $0.district == code } }

    /// What `table` holds of the districts of `split` on `today`, by the groups of `yields`.
    init(of split: Split, on today: CalendarDate, _ yields: CityFigures) {
        rows = split.districts(on: today).filter(\.isPublished).compactMap { district in
            let shares = yields.groups.map { yields.shares(of: $0, for: .district(split.id, district.code)) }
            guard let whole = FigureShares(meanOf: shares.flatMap(\.self)) else { return nil }
            return Row(
                district: district.code, name: district.name, groups: shares.map { FigureShares(meanOf: $0) },
                whole: whole)
        }
    }
}
