import Markup
import Profiles

/// The indicators of a profile that have no row in the barometer.
struct OtherFigures {
    let profile: Profile
    let writer: PageWriter

    /// The table as the template shows it; silent where there are none.
    func value(at path: SitePath) throws -> TemplateValue {
        let sections = profile.sections.filter { !$0.others.isEmpty }
        guard !sections.isEmpty else { return .flag(false) }
        let slots = ["district": profile.place.district.name[writer.language]]
        return .object([
            "caption": .text(try writer.words.phrase("profile.others.caption", slots)),
            "region": .text(try writer.words.phrase("profile.others.region", slots)),
            "themes": .list(
                try sections.map { section in
                    .object([
                        "title": .text(section.theme.titles[writer.language]),
                        "rows": .list(try section.others.map { try row($0, path) }),
                    ])
                }),
        ])
    }

    private func row(_ row: ProfileRow, _ path: SitePath) throws -> TemplateValue {
        .object([
            "title": .text(writer.text(row.indicator).title),
            "link": .text(path.link(to: .factSheet(writer.language, row.indicator.id))),
            "unit": .text(try writer.words.unit(of: row.indicator)),
            "period": .text(writer.text(row.period)),
            "cells": .list(try [row.figure, row.city, row.country].map { .object(try writer.cell($0)) }),
        ])
    }
}
