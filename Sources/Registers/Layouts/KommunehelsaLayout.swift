import LocatedInput

/// The export of FHI's Kommunehelsa statistics bank: percentages by place, age and vaccine, with one column per period.
///
/// `[row;]geografi;alder;vaksine;2013-2017;…` in UTF-8 with decimal comma. Places are known by name only; a blank cell
/// means "as above". A name begins a new place where it differs from the one above, or where its categories begin again.
/// `..` is not available, `:` may not be published.
enum KommunehelsaLayout {
    /// Reads the wanted `places` of `file`; all faults are reported.
    static func read(
        _ file: InputFile, places: NamedPlaces, categories: CategoryLabels, _ diagnostics: inout Diagnostics
    ) -> [CoverageKey: OwnerFigure] {
        var reading = Reading(places: places, categories: categories)
        var isOpen = false
        let header = HeaderSearch(file).line(naming: ["geografi", "alder", "vaksine"])
        let dialect = CSVDialect(separator: header?.separator ?? ";", titleLines: header?.above ?? 0)
        CSVTable(file, dialect: dialect).read(&diagnostics) { header, diagnostics in
            let columns = Columns(header, &diagnostics)
            isOpen = columns != nil
            return columns
        } each: { record, columns, diagnostics in
            reading.add(record, columns, &diagnostics)
        }
        for (occurrence, wanted) in places.wanted where isOpen && !reading.found.contains(occurrence) {
            diagnostics.emit(.missingPlace(occurrence, at: wanted.location))
        }
        return reading.figures
    }

    /// Where things stand in the file.
    private struct Columns {
        let place: Int
        let age: Int
        let category: Int
        let periods: [(index: Int, period: Period)]

        init?(_ header: [Located<String>], _ diagnostics: inout Diagnostics) {
            var places: [String: Int] = [:]
            var periods: [(index: Int, period: Period)] = []
            var isSound = true
            for (index, name) in header.enumerated() {
                if ["row", "geografi", "alder", "vaksine"].contains(name.value) {
                    places[name.value] = index
                } else if let period = Period(code: name.value.replacing("-", with: "_")) {
                    periods.append((index, period))
                } else {
                    diagnostics.emit(.notAPeriod(name))
                    isSound = false
                }
            }
            guard isSound, let place = places["geografi"], let age = places["alder"], let category = places["vaksine"]
            else { return nil }
            self.place = place
            self.age = age
            self.category = category
            self.periods = periods
        }
    }

    /// How far the file has been read: what the cells above say, and which place of its name this is.
    private struct Reading {
        private struct Stratum: Hashable {
            let age: String
            let category: String
        }

        let places: NamedPlaces
        let categories: CategoryLabels
        private(set) var figures: [CoverageKey: OwnerFigure] = [:]
        private(set) var found: Set<NamedPlaces.Occurrence> = []
        private var name = ""
        private var age = ""
        private var category = ""
        private var strata: Set<Stratum> = []
        private var occurrences: [String: Int] = [:]

        init(places: NamedPlaces, categories: CategoryLabels) {
            self.places = places
            self.categories = categories
        }

        mutating func add(_ record: CSVTable.Record, _ columns: Columns, _ diagnostics: inout Diagnostics) {
            guard let place = record.located(columns.place, &diagnostics),
                let age = record.located(columns.age, &diagnostics),
                let category = record.located(columns.category, &diagnostics)
            else { return }
            if !age.isEmpty { self.age = age.value }
            if !category.isEmpty { self.category = category.value }
            let stratum = Stratum(age: self.age, category: self.category)
            let isAnother = !place.isEmpty && place.value != name
            if isAnother || (!place.isEmpty && strata.contains(stratum)) {
                name = place.value
                occurrences[name, default: 0] += 1
                strata = []
            }
            guard places.knows(name) else { return }
            guard strata.insert(stratum).inserted else {
                diagnostics.emit(.doubledStratum(category, name))
                return
            }
            addFigures(record, columns, place, age, category, &diagnostics)
        }

        private mutating func addFigures(
            _ record: CSVTable.Record, _ columns: Columns, _ place: Located<String>, _ age: Located<String>,
            _ category: Located<String>, _ diagnostics: inout Diagnostics
        ) {
            let occurrence = NamedPlaces.Occurrence(name: name, number: occurrences[name, default: 0])
            guard let wanted = places.wanted[occurrence] else {
                diagnostics.emit(.ambiguousPlace(occurrence, places.path, at: place.location))
                return
            }
            found.insert(occurrence)
            let range = ages(Located(self.age, at: age.location), &diagnostics)
            let meaning = categories.meaning(of: Located(self.category, at: category.location), &diagnostics)
            for column in columns.periods {
                guard let figure = percentage(record, column.index, &diagnostics), let area = wanted.area, let range,
                    let meaning
                else { continue }
                let key = CoverageKey(
                    area: area, age: range, sex: meaning.sex, category: meaning.category, period: column.period)
                figures[key] = figure
            }
        }

        private func ages(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> AgeRange? {
            let words = text.value.split(separator: " ", omittingEmptySubsequences: false)
            if words.count == 2, words[1] == "år", let age = NumberText.wholeNumber(String(words[0])),
                let range = AgeRange(from: age, to: age)
            {
                return range
            }
            diagnostics.emit(.unknownAge(text.value, at: text.location))
            return nil
        }

        private func percentage(_ record: CSVTable.Record, _ index: Int, _ diagnostics: inout Diagnostics)
            -> OwnerFigure?
        {
            let text = record.text(index) ?? ""
            if text == "-" { return .number(NumberText.Decimal(0, decimals: 0)) }
            if let absence = Absence(mark: text) { return .absent(absence) }
            guard let number = NumberText.decimal(text, mark: .comma) else {
                diagnostics.emit(.notAPercentage(text, at: record.location(index)))
                return nil
            }
            guard number.isPercentage else {
                diagnostics.emit(.beyondPercentage(at: record.location(index)))
                return nil
            }
            return .number(number)
        }
    }
}

extension NumberText.Decimal {
    /// True from 0 to 100, whatever the decimals.
    var isPercentage: Bool { (0...100).contains(double) }
}

extension Diagnostic {
    /// The number at `location` cannot be a percentage of anything.
    static func beyondPercentage(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BeyondPercentage", at: location, "a share is at least 0 and at most 100 per cent",
            remedy: "correct the figure, or give the mark that says why there is none")
    }

    fileprivate static func notAPercentage(_ text: String, at location: SourceLocation) -> Diagnostic {
        let hasPoint = NumberText.decimal(text, mark: .point) != nil
        return Diagnostic(
            .error, "NotANumber", at: location, "'\(text)' is neither a number with decimal comma nor a standard mark",
            remedy: hasPoint ? "write a decimal comma, as the rest of the export does" : "write a number, '..' or ':'")
    }

    fileprivate static func notAPeriod(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAPeriod", at: name.location, "'\(name.value)' is not a period such as 2013-2017",
            remedy: "export one column per period and nothing else")
    }

    fileprivate static func missingPlace(_ occurrence: NamedPlaces.Occurrence, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "MissingPlace", at: location,
            "place \(occurrence.number) named '\(occurrence.name)' is not in the source",
            remedy: "write the name exactly as the source does, or remove the row")
    }

    fileprivate static func ambiguousPlace(
        _ occurrence: NamedPlaces.Occurrence, _ path: String, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "AmbiguousPlace", at: location,
            "this is place \(occurrence.number) named '\(occurrence.name)', and nothing says which it is",
            remedy: "give every place of that name a row in \(path)")
    }

    fileprivate static func doubledStratum(_ category: Located<String>, _ name: String) -> Diagnostic {
        Diagnostic(
            .error, "DoubledFigure", at: category.location, "'\(name)' has this age and category twice",
            remedy: "remove one of the records")
    }
}
