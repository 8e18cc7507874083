import LocatedInput
import Disclosure
import Geography
import Indicators
import Profiles

/// The barometers of all districts in codes and numbers, for the page that sets some of them beside each other.
struct BarometerFigures {
    let edition: Edition
    let maker: ProfileMaker

    /// The document: split by split, every row of the barometer with its period and the figures of the country, the city
    /// and each district.
    func document() -> String {
        JSONText.object([
            ("edition", .string(edition.id)), ("synthetic", .truth(edition.isSynthetic)),
            ("splits", .object(maker.splits.map { ($0.description, .object(rows(in: $0))) })),
        ]).text
    }

    private func rows(in split: SplitID) -> [(String, JSONText)] {
        let places = maker.places(in: split)
        return maker.library.indicators.filter(\.isInBarometer).compactMap { indicator in
            let rows = places.map { maker.row(indicator, for: $0, number: nil) }
            guard let first = rows.compactMap(\.self).first else { return nil }
            let districts = zip(places, rows).compactMap { place, row in
                row.map { (place.district.code.digits, figure($0.figure, verdict: $0.verdict)) }
            }
            return (
                indicator.id.id,
                .object([
                    ("period", .list([.whole(first.period.start), .whole(first.period.end)])),
                    ("country", figure(first.country, verdict: nil)), ("city", figure(first.city, verdict: nil)),
                    ("districts", .object(districts)),
                ])
            )
        }
    }

    /// A number with its interval and verdict, or why there is none.
    private func figure(_ figure: PublishedFigure?, verdict: Verdict?) -> JSONText {
        let value = figure?.value ?? .missing
        guard let estimate = value.estimate else { return .object([("reason", .string(value.reason))]) }
        var members: [(String, JSONText)] = [("value", .string(estimate.value.text))]
        if let lower = estimate.lower, let upper = estimate.upper {
            members += [("lower", .string(lower.text)), ("upper", .string(upper.text))]
        }
        if let code = verdict?.shownCode { members.append(("verdict", .string(code))) }
        if let figure, !figure.flags.isEmpty {
            members.append(("flags", .list(figure.flags.map { .string($0.rawValue) })))
        }
        return .object(members)
    }
}
