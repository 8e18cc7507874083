import Disclosure
import Geography
import Indicators

/// What the figure of a theme shows in the profile of one district.
public enum SectionFigure: Sendable {
    /// The population by sex and age.
    case pyramid(Pyramid)
    /// The row's indicator through time.
    case development(ProfileRow)
    /// The row's indicator in all districts of the city, in official order.
    case districts(ProfileRow, [District])

    /// A district and its row for the same indicator.
    public typealias District = (place: Place, row: ProfileRow)
}

extension ProfileMaker {
    /// The figure that `theme` asks for; `nil` where there is nothing to show.
    ///
    /// - Parameters:
    ///   - rows: The theme's rows in the barometer.
    ///   - others: Its other rows.
    ///   - spoken: The rows that the sentences speak of, in their order.
    func figure(
        of theme: Theme, for place: Place, rows: [ProfileRow], others: [ProfileRow], spoken: [ProfileRow]
    ) -> SectionFigure? {
        guard let figure = theme.figure else { return nil }
        // What the sentences say comes first, then what differs, then what was tested, then the rest.
        let own = spoken.filter { $0.indicator.theme == theme.id }
        let telling =
            own + rows.filter(\.verdict.isMarked) + rows.filter { $0.verdict == .notDifferent } + rows + others
        let asked = figure.indicator.flatMap { indicator in
            (rows + others).first { $0.indicator.id == indicator.value }
        }
        let candidates = [asked].compactMap(\.self) + telling
        switch figure.kind {
        case .pyramid: return pyramid(of: place).map { .pyramid($0) }
        case .development: return candidates.first(where: \.hasDevelopment).map { .development($0) }
        case .districts:
            return candidates.first(where: \.hasDistricts).map {
                .districts($0, districts($0.indicator, place.split.id))
            }
        }
    }

    private func districts(_ indicator: IndicatorDefinition, _ split: SplitID) -> [SectionFigure.District] {
        places(in: split).compactMap { place in row(indicator, for: place, number: nil).map { (place, $0) } }
    }
}

extension ProfileRow {
    /// True if the district has numbers for two periods.
    fileprivate var hasDevelopment: Bool { series.points.count { $0.value.estimate != nil } > 1 }

    /// True if the district and another one have numbers for the row's period.
    fileprivate var hasDistricts: Bool {
        figure.value.estimate != nil && sisters.contains { $0.figure.value.estimate != nil }
    }
}
