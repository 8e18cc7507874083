import LocatedInput

/// Reads a delivery as SSB's StatBank saves it on the web as CSV.
///
/// Title lines may stand above the header. What the layout names stands in columns to the left, the code of a place and
/// its name in one field, the code before a letter and a hyphen or not (`K-3001 Halden`, `0301 Oslo`). All other columns
/// are figures; their headers are what was measured and the year (`Persons 2020`), the year alone, or what was measured
/// alone where the layout's year is a column. Measures other than the layout's `count` are passed over; a category called
/// ``measure`` is the measure itself.
struct StatBankDelivery {
    /// What StatBank calls the dimension of what was measured: in English and in Norwegian.
    static let measure: Set<String> = ["contents", "statistikkvariabel"]

    /// Adds the cells in `file` to `cells`; all faults are reported.
    static func read(_ file: InputFile, into cells: inout LayerCells, _ diagnostics: inout Diagnostics) {
        let layout = cells.codes.layout
        let named =
            [layout.columns.area, layout.columns.sex, layout.columns.age].compactMap { $0 } + layout.columns.category
        guard let header = HeaderSearch(file, encoding: layout.encoding).line(namingMostOf: named) else {
            return diagnostics.emit(.noHeader(named, in: file.path))
        }
        guard header.separator.asciiValue == layout.separator.byte else {
            return diagnostics.emit(.otherSeparator(at: SourceLocation(file: file.path, line: header.above + 1)))
        }
        let dialect = CSVDialect(separator: header.separator, encoding: layout.encoding, titleLines: header.above)
        var reading = StatBankDelivery(cells: cells)
        CSVTable(file, dialect: dialect).read(&diagnostics) { header, diagnostics in
            reading.columns(header, &diagnostics)
        } each: { record, columns, diagnostics in
            reading.add(record, columns, &diagnostics)
        }
        cells = reading.cells
    }

    /// One column of figures.
    private struct Figures {
        let index: Int
        let measure: Located<String>
        /// The year; `nil` where it has a column of its own.
        let year: DeliveryCodes.Coded<Int>?
    }

    /// Where things stand.
    private struct Columns {
        let area: Int
        let year: Int?
        let sex: Int?
        let age: Int?
        /// The columns of categories; `nil` for what was measured.
        let category: [Int?]
        let figures: [Figures]
    }

    private var cells: LayerCells

    private mutating func columns(_ header: [Located<String>], _ diagnostics: inout Diagnostics) -> Columns? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let layout = cells.codes.layout.columns
        var taken: Set<Int> = []
        func find(_ name: String) -> Int? {
            if let index = header.firstIndex(where: { $0.value == name }), taken.insert(index).inserted { return index }
            found.emit(.missingColumn(name, in: header))
            return nil
        }
        let area = find(layout.area)
        let year = header.contains { $0.value == layout.year } ? find(layout.year) : nil
        let sex = layout.sex.flatMap { find($0) }
        let age = layout.age.flatMap { find($0) }
        let measured = layout.category.first { name in
            Self.measure.contains(name) && !header.contains { $0.value == name }
        }
        let category = layout.category.map { $0 == measured ? nil : find($0) }
        var figures: [Figures] = []
        for (index, name) in header.enumerated() where !taken.contains(index) {
            let column = self.figures(index, name, hasYear: year == nil, &found)
            guard let column, measured != nil || layout.count == nil || column.measure.value == layout.count else {
                continue
            }
            figures.append(column)
        }
        if measured == nil, let first = figures.first {
            for other in figures where other.measure.value != first.measure.value {
                found.emit(.severalMeasures(other.measure, first.measure.value))
            }
        }
        if figures.isEmpty, !found.hasErrors { found.emit(.noFigures(layout.count, header)) }
        guard let area, !found.hasErrors else { return nil }
        return Columns(area: area, year: year, sex: sex, age: age, category: category, figures: figures)
    }

    /// The column of figures with this header; diagnostics and `nil` if it is not one.
    private mutating func figures(
        _ index: Int, _ name: Located<String>, hasYear: Bool, _ diagnostics: inout Diagnostics
    ) -> Figures? {
        guard hasYear else { return Figures(index: index, measure: name, year: nil) }
        let words = name.value.split(separator: " ", omittingEmptySubsequences: false)
        guard let last = words.last, last.utf8.count == 4, NumberText.wholeNumber(String(last)) != nil else {
            diagnostics.emit(.unknownColumn(name))
            return nil
        }
        guard let year = cells.codes.year(Located(String(last), at: name.location), &diagnostics) else { return nil }
        return Figures(index: index, measure: name.map { _ in words.dropLast().joined(separator: " ") }, year: year)
    }

    private mutating func add(_ record: CSVTable.Record, _ columns: Columns, _ diagnostics: inout Diagnostics) {
        func text(_ index: Int) -> Located<String>? { record.located(index, &diagnostics) }
        let texts = columns.category.map { $0.flatMap { text($0) } }
        let areaText = text(columns.area)
        let yearText = columns.year.flatMap { text($0) }
        let sexText = columns.sex.flatMap { text($0) }
        let ageText = columns.age.flatMap { text($0) }
        let area = areaText.flatMap { cells.codes.area(code($0), &diagnostics) }
        let ownYear = yearText.flatMap { cells.codes.year($0, &diagnostics) }
        let sex = columns.sex == nil ? cells.codes.everySex : sexText.flatMap { cells.codes.sex($0, &diagnostics) }
        let age = columns.age == nil ? cells.codes.everyAge : ageText.flatMap { cells.codes.age($0, &diagnostics) }
        for figures in columns.figures {
            var parts: [Located<String>] = []
            for (column, text) in zip(columns.category, texts) {
                if let part = column == nil ? figures.measure : text { parts.append(part) }
            }
            guard parts.count == texts.count else { continue }
            guard let content = content(record, figures.index, &diagnostics) else { continue }
            let place = CodedPlace(
                area: area, year: figures.year ?? ownYear, sex: sex, age: age,
                category: cells.codes.category(parts, &diagnostics))
            cells.add(place, content, at: record.location(figures.index), &diagnostics)
        }
    }

    private func content(_ record: CSVTable.Record, _ index: Int, _ diagnostics: inout Diagnostics) -> Cube.Content? {
        if let number = NumberText.wholeNumber(record.bytes(index)) { return .number(Double(number)) }
        guard let text = record.located(index, &diagnostics)?.value else { return nil }
        if text.isEmpty { return .blank }
        let mark: NumberText.DecimalMark = cells.codes.layout.decimalMark == .comma ? .comma : .point
        return NumberText.decimal(text, mark: mark).map { .number($0.double) } ?? .mark(text)
    }

    /// The code in front of a place's name: `3001` of `K-3001 Halden`. A label that the layout describes, or that has no
    /// such code, stays as it is.
    private func code(_ label: Located<String>) -> Located<String> {
        let layout = cells.codes.layout
        if layout.areas[label.value] != nil || layout.ignoredAreas.contains(label.value) { return label }
        let word = label.value.prefix { !$0.isWhitespace }
        if layout.areas[String(word)] != nil || layout.ignoredAreas.contains(String(word)) {
            return label.map { _ in String(word) }
        }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        let code = parts.count == 2 && parts[0].count == 1 && parts[0].allSatisfy(\.isLetter) ? parts[1] : word
        let isCode = !code.isEmpty && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isCode ? label.map { _ in String(code) } : label
    }
}

extension Diagnostic {
    fileprivate static func noHeader(_ columns: [String], in path: String) -> Diagnostic {
        Diagnostic(
            .error, "NoHeader", at: SourceLocation(file: path), "no line near the top names the columns of the layout",
            remedy: "the layout asks for \(columns.joined(separator: ", ")); look at the encoding too")
    }

    fileprivate static func otherSeparator(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OtherSeparator", at: location, "the fields are not separated as the layout says",
            remedy: "correct 'separator' in the definition of the register, or fetch the table in the agreed format")
    }

    fileprivate static func missingColumn(_ name: String, in header: [Located<String>]) -> Diagnostic {
        let place = header.first?.location ?? SourceLocation(file: "")
        return Diagnostic(
            .error, "MissingColumn", at: SourceLocation(file: place.file, line: place.line),
            "the table has no column '\(name)' of its own",
            remedy: Suggestion.remedy(for: name, among: header.map(\.value)))
    }

    fileprivate static func unknownColumn(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownColumn", at: name.location,
            "the layout does not name the column '\(name.value)', and it is not of a year",
            remedy:
                "name it under 'columns' in the definition of the register, or fetch the table with years along the top"
        )
    }

    fileprivate static func severalMeasures(_ measure: Located<String>, _ first: String) -> Diagnostic {
        Diagnostic(
            .error, "SeveralMeasures", at: measure.location,
            "the table measures '\(measure.value)' and '\(first)', and the layout does not say which is the count",
            remedy: "write one of them as 'count' under 'columns' in the definition of the register")
    }

    fileprivate static func noFigures(_ count: String?, _ header: [Located<String>]) -> Diagnostic {
        let place = header.first?.location ?? SourceLocation(file: "")
        return Diagnostic(
            .error, "MissingMeasure", at: SourceLocation(file: place.file, line: place.line),
            count.map { "no column is of '\($0)'" } ?? "no column holds figures",
            remedy:
                "fetch the table with years along the top, and compare with 'count' in the definition of the register")
    }
}
