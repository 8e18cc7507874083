import LocatedInput

extension ImportFacts {
    /// Adds all that the file at `source` says.
    mutating func read(_ source: ImportSource, _ diagnostics: inout Diagnostics) {
        guard let file = InputFile(reading: source.path, &diagnostics) else { return }
        ImportFile(file: file).read(&diagnostics) { record, format, diagnostics in
            switch format {
            case .codeList: addCode(record, source, &diagnostics)
            case .correspondence: addCorrespondence(record, source, &diagnostics)
            case .changes: addChange(record, source, &diagnostics)
            case .hierarchy: addHierarchy(record, source, &diagnostics)
            }
        }
    }

    /// Level 1 of the list of units holds delområder, level 2 the units; the list of districts has one level.
    private mutating func addCode(_ record: ImportRecord, _ source: ImportSource, _ diagnostics: inout Diagnostics) {
        let code = record.field("code")
        guard let date = date(of: record, "", source, &diagnostics) else { return }
        let range = record.field("validFromInRequestedRange")
        if let from = CalendarDate(range.value), date < from {
            diagnostics.emit(.listOfRange(at: range.location))
            return
        }
        if let unit = GrunnkretsCode(code.value) {
            if record.field("level").value == "2", !unit.isUnallocated, let name = name("name", record, &diagnostics) {
                add(unit: unit, named: name, on: date, &diagnostics)
            }
        } else if code.value.utf8.count > 4, let district = DistrictCode(code.value) {
            if let name = name("name", record, &diagnostics) {
                add(district: district, named: name, on: date, &diagnostics)
            }
        } else if wantsKommuner, let kommune = KommuneCode(code.value) {
            if let name = name("name", record, &diagnostics) {
                add(kommune: kommune, named: name, on: date, &diagnostics)
            }
        } else {
            diagnostics.emit(.notAListOfUnits(code))
        }
    }

    private mutating func addCorrespondence(
        _ record: ImportRecord, _ source: ImportSource, _ diagnostics: inout Diagnostics
    ) {
        guard let date = date(of: record, "", source, &diagnostics) else { return }
        place("targetCode", in: "sourceCode", "sourceName", record, on: date, &diagnostics)
    }

    private mutating func addHierarchy(
        _ record: ImportRecord, _ source: ImportSource, _ diagnostics: inout Diagnostics
    ) {
        guard let date = date(of: record, "version_date", source, &diagnostics),
            let unit = unit("grunnkrets_no", record, &diagnostics)
        else { return }
        if !unit.isUnallocated, let name = name("grunnkrets_name", record, &diagnostics) {
            add(unit: unit, named: name, on: date, &diagnostics)
            addKommune(record, on: date, &diagnostics)
        }
        if !["", "NA"].contains(record.field("bydel_no").value) {
            place("grunnkrets_no", in: "bydel_no", "bydel_name", record, on: date, &diagnostics)
        }
    }

    /// The kommune of a unit; a table may leave it out.
    private mutating func addKommune(
        _ record: ImportRecord, on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) {
        guard wantsKommuner, let kommune = KommuneCode(record.field("kommune_no").value),
            !record.field("kommune_name").value.isEmpty, let name = name("kommune_name", record, &diagnostics)
        else { return }
        add(kommune: kommune, named: name, on: date, &diagnostics)
    }

    private mutating func addChange(_ record: ImportRecord, _ source: ImportSource, _ diagnostics: inout Diagnostics) {
        // A code that begins or ends by itself is told by the lists.
        if record.field("oldCode").value.isEmpty || record.field("newCode").value.isEmpty { return }
        guard let date = date(of: record, "changeOccurred", source, &diagnostics),
            let old = unit("oldCode", record, &diagnostics), let new = unit("newCode", record, &diagnostics)
        else { return }
        if [old, new].contains(where: { $0.isUnallocated || $0.isDelomraade }) { return }
        changes.insert(Change(old: old, new: new, date: date))
    }

    private mutating func place(
        _ unitField: String, in districtField: String, _ nameField: String, _ record: ImportRecord,
        on date: CalendarDate, _ diagnostics: inout Diagnostics
    ) {
        let text = record.field(districtField)
        guard let unit = unit(unitField, record, &diagnostics) else { return }
        guard let district = DistrictCode(text.value) else {
            diagnostics.emit(.notACode(text, of: "a district"))
            return
        }
        if unit.isUnallocated { return }
        add(unit: unit, in: Located(district, at: text.location), on: date, &diagnostics)
        if let name = name(nameField, record, &diagnostics) {
            add(district: district, named: name, on: date, &diagnostics)
        }
    }

    private func date(
        of record: ImportRecord, _ field: String, _ source: ImportSource, _ diagnostics: inout Diagnostics
    ) -> CalendarDate? {
        let text = record.field(field)
        if let date = text.value.isEmpty ? source.date : CalendarDate(text.value) { return date }
        diagnostics.emit(text.value.isEmpty ? .missingDate(source.path) : .notADate(text))
        return nil
    }

    private func unit(_ field: String, _ record: ImportRecord, _ diagnostics: inout Diagnostics) -> GrunnkretsCode? {
        let text = record.field(field)
        if let code = GrunnkretsCode(text.value) { return code }
        diagnostics.emit(.notACode(text, of: "a grunnkrets"))
        return nil
    }

    /// A name with single spaces; SSB's lists have double ones in some years.
    private func name(_ field: String, _ record: ImportRecord, _ diagnostics: inout Diagnostics) -> Located<String>? {
        let text = record.field(field).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return NameText.check(text, &diagnostics).map { Located($0, at: text.location) }
    }
}

extension GrunnkretsCode {
    /// True for the codes that KLASS 1 gives to delområder, the level above units: a change table holds both levels and
    /// doesn't say which is which.
    fileprivate var isDelomraade: Bool { digits.hasSuffix("00") }
}

extension Diagnostic {
    fileprivate static func notACode(_ text: Located<String>, of kind: String) -> Diagnostic {
        Diagnostic(
            .error, "NotACode", at: text.location, "'\(text.value)' is no code of \(kind)",
            remedy: "fetch the file again; a spreadsheet may have removed leading zeros")
    }

    fileprivate static func notAListOfUnits(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotACode", at: code.location, "'\(code.value)' is the code of neither a grunnkrets nor a district",
            remedy: "import lists of grunnkretser and districts only; kommuner stand in city.yaml")
    }

    fileprivate static func missingDate(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "MissingDate", at: SourceLocation(file: path), "the file doesn't say which date it tells of",
            remedy: "add the date: FILE@2020-01-01, or --date for all files without one")
    }

    fileprivate static func listOfRange(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ListOfRange", at: location, "the list is of a range of dates, not of one date",
            remedy: "fetch codesAt for one date")
    }
}
