import Markup

/// A plain table: a heading for each row, and a cell for each column after the first.
struct DataTable {
    /// What the table holds.
    let caption: String
    /// The headings of the columns, that of the rows' headings first.
    let columns: [String]
    /// The rows: their headings and cells.
    let rows: [(heading: String, cells: [TemplateValue])]

    /// The table as the partial `table` shows it.
    var value: TemplateValue {
        .object([
            "caption": .text(caption),
            "columns": .list(columns.map { .text($0) }),
            "rows": .list(rows.map { .object(["heading": .text($0.heading), "cells": .list($0.cells)]) }),
        ])
    }
}
