import Geography
import LocatedInput
import Markup
import SplitRequests

/// How much would be shown.
extension RequestPageWriter {
    /// Districts by groups of indicators, with the published splits below.
    func yield() throws -> TemplateValue {
        guard let table = report.yield else { return .flag(false) }
        func row(_ name: String, _ shares: YieldTable.Shares) throws -> TemplateValue {
            .object([
                "name": .text(name), "cells": .list(try ([shares.whole] + shares.groups).map { try cell($0) }),
            ])
        }
        return .object([
            "groups": .list(table.groups.map { .text($0.titles[language]) }),
            "rows": .list(try table.rows.map { try row($0.name[language].visible, $0.shares) }),
            "averages": .list(
                try [row(words["page.yield.average"], table.average)]
                    + table.published.flatMap { published in
                        let title = published.title[language].visible
                        let today = try row(words.phrase("page.yield.today", ["split": title]), published.today)
                        if published.today == published.beside { return [today] }
                        return [
                            today,
                            try row(words.phrase("page.yield.beside", ["split": title]), published.beside),
                        ]
                    }),
        ])
    }

    private func cell(_ shares: YieldShares?) throws -> TemplateValue {
        guard let shares else {
            return .object(["none": .text(try words["page.yield.none"]), "bar": .flag(false), "parts": .list([])])
        }
        let parts = [
            ("withheld", shares.withheld), ("uncovered", shares.uncovered), ("unavailable", shares.unavailable),
        ]
        return .object([
            "none": .flag(false),
            "shown": .text(percent(shares.shown)),
            "bar": .markup(try YieldBar(shares: shares).markup()),
            "parts": .list(
                try parts.filter { $0.1 > 0 }.map { name, share in
                    .text(try words.phrase("page.yield.\(name)", ["share": percent(share)]))
                }),
        ])
    }

    private func percent(_ share: Int) -> String { numbers.percent(NumberText.Decimal(share, decimals: 0)) }
}
