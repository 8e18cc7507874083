import Cells
import LocatedInput

/// The relations of `relations.csv`, in the order in which they are first named.
struct RelationFile {
    static let columns = ["relation_id", "cell_id", "coefficient"]

    private struct Draft {
        let name: Located<String>
        var terms: [Relation.Term] = []
        var cells: Set<Int> = []
        var isWhole = true
    }

    private(set) var relations: [Relation] = []

    /// Reads `file` and tries every relation on the values of `cells`; all faults are reported.
    init(_ file: InputFile, over cells: CellFile, _ diagnostics: inout Diagnostics) {
        var drafts: [Draft] = []
        var index: [String: Int] = [:]
        var links = 0
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: Self.columns, &diagnostics)
        } each: { record, columns, diagnostics in
            links += 1
            guard links <= CellLimit.links else { return }
            let fields = CellFields(record)
            guard let name = fields.name(columns["relation_id"], &diagnostics) else { return }
            let place = index[name.value] ?? drafts.count
            if place == drafts.count {
                index[name.value] = place
                drafts.append(Draft(name: name))
            }
            Self.append(fields, columns, record, cells, to: &drafts[place], &diagnostics)
        }
        if links > CellLimit.links { diagnostics.emit(.tooManyTerms(file)) }
        for draft in drafts where draft.isWhole {
            let relation = Relation(draft.name.value, draft.terms)
            if !relation.holds(for: cells.cells) { diagnostics.emit(.doesNotHold(draft.name)) }
            relations.append(relation)
        }
    }

    private static func append(
        _ fields: CellFields, _ columns: CSVColumns, _ record: CSVTable.Record, _ cells: CellFile,
        to draft: inout Draft, _ diagnostics: inout Diagnostics
    ) {
        guard let cell = fields.name(columns["cell_id"], &diagnostics) else {
            draft.isWhole = false
            return
        }
        let place = record.location(columns["coefficient"])
        let coefficient = fields.number(columns["coefficient"], &diagnostics)
        if coefficient == nil, record.bytes(columns["coefficient"]).isEmpty {
            diagnostics.emit(.noCoefficient(at: place))
        }
        if coefficient == 0 { diagnostics.emit(.zeroCoefficient(cell.value, at: place)) }
        guard let index = cells.index[cell.value] else {
            diagnostics.emit(.unknownCell(cell))
            draft.isWhole = false
            return
        }
        guard let coefficient, coefficient != 0 else {
            draft.isWhole = false
            return
        }
        if draft.cells.insert(index).inserted {
            draft.terms.append(Relation.Term(index, coefficient))
        } else {
            diagnostics.emit(.twiceInARelation(cell, draft.name))
            draft.isWhole = false
        }
    }
}

extension Relation {
    /// Whether the sum is zero: exactly so for whole numbers, otherwise but for what binary fractions lose.
    fileprivate func holds(for cells: [Cell]) -> Bool {
        if let sum = wholeSum(of: cells) { return sum == 0 }
        var sum = 0.0
        var size = 0.0
        for term in terms {
            let part = term.coefficient * cells[term.cell].value
            sum += part
            size += abs(part)
        }
        return abs(sum) <= 1e-9 * size
    }

    /// The sum, where all its numbers are whole and it can be worked out exactly.
    private func wholeSum(of cells: [Cell]) -> Int? {
        var sum = 0
        for term in terms {
            guard let factor = Int(exactly: term.coefficient), let value = Int(exactly: cells[term.cell].value)
            else { return nil }
            let (part, partOverflows) = factor.multipliedReportingOverflow(by: value)
            let (next, sumOverflows) = sum.addingReportingOverflow(part)
            if partOverflows || sumOverflows { return nil }
            sum = next
        }
        return sum
    }
}

extension Diagnostic {
    fileprivate static func tooManyTerms(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "TooManyTerms", at: SourceLocation(file: file.path),
            "there are more than \(CellLimit.links) rows, which is more than one run can protect",
            remedy: "protect what is shared first, then each part by itself with the shared cells as 'frozen'")
    }

    fileprivate static func doesNotHold(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "DoesNotHold", at: name.location,
            "the relation '\(name.value)' doesn't hold: coefficient × value doesn't add up to zero",
            remedy: "mend its cells' values, or its coefficients; the total has the other sign than its parts")
    }

    fileprivate static func noCoefficient(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoCoefficient", at: location, "the coefficient is missing", remedy: "write it, such as 1 or -1")
    }

    fileprivate static func zeroCoefficient(_ cell: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ZeroCoefficient", at: location, "the cell '\(cell)' has the coefficient zero, and so isn't in it",
            remedy: "leave the row out")
    }

    fileprivate static func unknownCell(_ cell: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCell", at: cell.location, "there is no cell '\(cell.value)'",
            remedy: "add it to the cells, with the kind 'hidden' if it is in no table")
    }

    fileprivate static func twiceInARelation(_ cell: Located<String>, _ relation: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "TwiceInARelation", at: cell.location,
            "the cell '\(cell.value)' is in the relation '\(relation.value)' already",
            remedy: "write it once, with the sum of its coefficients")
    }
}
