import LocatedInput
import Statistics

/// The cases of reference tables, as they are written.
struct ReferenceCases {
    /// The cases, in the tables' order.
    private(set) var cases: [ReferenceCase] = []

    /// Reads the tables in `files`; all faults are reported, and what has one is left out.
    init(_ files: [InputFile], _ diagnostics: inout Diagnostics) {
        for file in files {
            let rows = Self.rows(file, &diagnostics)
            for group in Self.groups(rows, &diagnostics) {
                if let found = Self.joined(group, &diagnostics) { cases.append(found) }
            }
        }
    }

    private static func rows(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [ReferenceRow] {
        var rows: [ReferenceRow] = []
        var hasRecords = false
        let table = CSVTable(file, dialect: CSVDialect(separatorOf: file))
        table.read(&diagnostics) { header, diagnostics -> [String]? in
            let columns = CSVColumns(
                header, required: [ReferenceRow.methodColumn], optional: ReferenceRow.knownColumns, &diagnostics)
            return columns == nil ? nil : header.map(\.value)
        } each: { record, header, diagnostics in
            hasRecords = true
            if let row = ReferenceRow(record, header: header, file: file.path, &diagnostics) { rows.append(row) }
        }
        if !hasRecords, !diagnostics.hasErrors { diagnostics.emit(.noRows(file)) }
        return rows
    }

    /// Rows of one case, which must stand together; each row of a method that takes one is a case of its own.
    private static func groups(_ rows: [ReferenceRow], _ diagnostics: inout Diagnostics) -> [[ReferenceRow]] {
        var groups: [[ReferenceRow]] = []
        var seen: Set<[String]> = []
        for row in rows {
            let key = [row.method.name, row.caseName]
            if row.method.isGrouped, let open = groups.last?.last, [open.method.name, open.caseName] == key {
                groups[groups.count - 1].append(row)
                continue
            }
            if row.method.isGrouped, !seen.insert(key).inserted { diagnostics.emit(.brokenCase(row)) }
            groups.append([row])
        }
        return groups
    }

    /// One case out of its rows: what it expects is on the first, and on the others the same or nothing.
    private static func joined(_ rows: [ReferenceRow], _ diagnostics: inout Diagnostics) -> ReferenceCase? {
        let first = rows[0]
        for row in rows.dropFirst() {
            for (name, number) in row.expected.sorted(by: { $0.key < $1.key })
            where number.value != first.expected[name]?.value {
                diagnostics.emit(.twoAnswers(ReferenceRow.expectedPrefix + name, at: number.location))
            }
            if let refusal = row.refusal, refusal.value != first.refusal?.value {
                diagnostics.emit(.twoAnswers(ReferenceRow.refusalColumn, at: refusal.location))
            }
        }
        let answer: ReferenceCase.Answer
        if let refusal = first.refusal {
            answer = .refusal(refusal)
        } else if first.expected.isEmpty {
            diagnostics.emit(.nothingExpected(first))
            return nil
        } else {
            answer = .figures(first.expected)
        }
        let found = ReferenceCase(
            method: first.method, rows: rows.map(\.inputs), locations: rows.map(\.location), answer: answer)
        if case .invalid(let fault) = found.method.outcome(found.numbers) {
            diagnostics.emit(.cannotBeAsked(fault, at: found.location(fault)))
            return nil
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func noRows(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            .error, "EmptyReferenceTable", at: SourceLocation(file: file.path), "the table has a header and no rows",
            remedy: "add a row for each case")
    }

    fileprivate static func brokenCase(_ row: ReferenceRow) -> Diagnostic {
        Diagnostic(
            .error, "BrokenCase", at: row.location,
            "the case '\(row.caseName)' of '\(row.method.name)' goes on after another case has begun",
            remedy: "put its rows together, or rename one of two cases")
    }

    fileprivate static func twoAnswers(_ column: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "TwoAnswers", at: location, "'\(column)' differs from the case's first row",
            remedy: "write it on the first row only, or the same on all")
    }

    fileprivate static func nothingExpected(_ row: ReferenceRow) -> Diagnostic {
        Diagnostic(
            .error, "NothingExpected", at: row.location, "nothing is expected of '\(row.method.name)' here",
            remedy: "fill in at least one column that begins with 'expected_'")
    }

    fileprivate static func cannotBeAsked(_ fault: MethodFault, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "InputOutOfRange", at: location, "'\(fault.column)' cannot be used: \(fault.rule)",
            remedy: "'methods list' says what each column may hold")
    }
}
