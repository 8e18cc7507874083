import Geography
import LocatedInput
import Markup
import SplitRequests

/// What the districts would be like: how large, since when, and across what.
extension RequestPageWriter {
    /// Bars of bands of people, with the floor.
    func sizes() throws -> TemplateValue {
        guard let steps = report.sizes.map(\.band.step).max(), let floor = report.sizes.first?.band.floor else {
            return .flag(false)
        }
        let bands = max(steps, 1) + 1
        return .object([
            "intro": .text(try words.phrase("page.sizes.intro", ["floor": numbers.text(floor)])),
            "rows": .list(
                try report.sizes.map { size in
                    .object([
                        "name": .text(name(of: size.district)),
                        "bar": .markup(
                            try RequestBar(
                                places: bands, certain: 0..<size.band.step, possible: size.band.step, line: 1
                            )
                            .markup()),
                        "text": .text(try text(of: size.band)),
                    ])
                }),
        ])
    }

    private func text(of band: SizeBand) throws -> String {
        guard band.step > 0 else { return try words.phrase("page.sizes.below", ["below": numbers.text(band.below)]) }
        return try words.phrase(
            "page.sizes.between", ["from": numbers.text(band.from), "to": numbers.text(band.below - 1)])
    }

    /// From when on each district can be compared: a sentence where that is as far back as anything is known, for all.
    func history() throws -> TemplateValue {
        let histories = report.histories
        guard let first = histories.map(\.from).min(), let last = report.split?.date.year else { return .flag(false) }
        let isWhole = histories.allSatisfy(\.isWhole)
        return .object([
            "whole": isWhole
                ? .text(try words.phrase("page.history.whole", ["year": "\(first)"])) : .flag(false),
            "years": .text(try words.phrase("page.history.bar", ["from": "\(first)", "to": "\(last)"])),
            "rows": .list(
                isWhole
                    ? []
                    : try histories.map { history in
                        .object([
                            "name": .text(name(of: history.district)),
                            "bar": .markup(
                                try RequestBar(
                                    places: last - first + 1, certain: (history.from - first)..<(last - first + 1)
                                ).markup()),
                            "text": .text("\(history.from)"),
                        ])
                    }),
        ])
    }

    /// How the districts lie across those of one published split.
    func value(of overlap: PublishedOverlap) throws -> TemplateValue {
        let outside = try words["page.overlaps.outside"]
        let order = overlap.parts.map(\.requested).reduce(into: [DistrictCode?]()) { codes, code in
            if codes.last != .some(code) { codes.append(code) }
        }
        return .object([
            "caption": .text(
                try words.phrase("page.overlaps.caption", ["split": overlap.title[language].visible])),
            "rows": .list(
                try order.map { code in
                    let parts = overlap.parts.filter { $0.requested == code }
                    return .object([
                        "name": .text(code.map { name(of: $0) } ?? outside),
                        "units": .text(numbers.text(parts.reduce(0) { $0 + $1.units })),
                        "parts": .list(try parts.map { .text(try text(of: $0)) }),
                    ])
                }),
        ])
    }

    private func text(of part: PublishedOverlap.Part) throws -> String {
        let name = try part.published?.name[language].visible ?? words["page.overlaps.outside-published"]
        return try words.phrase("page.overlaps.part", ["name": name, "count": numbers.text(part.units)])
    }
}
