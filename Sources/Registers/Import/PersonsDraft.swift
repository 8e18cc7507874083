import LocatedInput

/// Persons by area, year, sex and age, as they are being read from a file and put together with other files.
struct PersonsDraft {
    /// One sex in one area and year.
    struct Key: Hashable, Comparable {
        let area: AreaCode
        let year: Int
        let sex: Sex

        static func < (left: Key, right: Key) -> Bool {
            (left.area, left.year, left.sex) < (right.area, right.year, right.sex)
        }
    }

    /// The persons at each age, and where the first of them was written.
    struct Row {
        var persons: [Int?]
        let location: SourceLocation
    }

    /// One figure of a source.
    struct Figure {
        let label: String
        let year: Int
        let sex: Sex
        let age: Int
        let cell: CountCell
    }

    private struct RecordKey: Hashable {
        let label: String
        let year: Int
        let sex: Sex
        let age: Int
    }

    private(set) var rows: [Key: Row] = [:]
    private var seen: Set<RecordKey> = []
    private var leftOut: Set<String> = []
    private let labels: AreaLabels
    private let firstYear: Int
    private var lastMeanings: (label: String, meanings: [AreaLabels.Meaning])?

    /// Nothing yet; places are looked up in `labels`, and years before `firstYear` are left out.
    init(labels: AreaLabels, from firstYear: Int) {
        self.labels = labels
        self.firstYear = firstYear
    }

    /// What `label` means; a diagnostic and `nil` if nobody has described it.
    mutating func meanings(of label: Located<String>, _ diagnostics: inout Diagnostics) -> [AreaLabels.Meaning]? {
        if let lastMeanings, lastMeanings.label == label.value { return lastMeanings.meanings }
        let meanings = labels.meanings(of: label.value)
        guard !meanings.isEmpty else {
            diagnostics.emit(.unknownPlace(label, in: labels))
            return nil
        }
        lastMeanings = (label.value, meanings)
        return meanings
    }

    /// Adds one figure to every area its label means in its year.
    ///
    /// Outside all the years a label means something, there is nobody to count: a zero says that the place did not
    /// exist and is left out; any other number is an error.
    mutating func add(
        _ figure: Figure, meaning meanings: [AreaLabels.Meaning], at place: @autoclosure () -> SourceLocation,
        _ diagnostics: inout Diagnostics
    ) {
        guard figure.year >= firstYear else { return }
        let record = RecordKey(label: figure.label, year: figure.year, sex: figure.sex, age: figure.age)
        guard seen.insert(record).inserted else {
            diagnostics.emit(.doubledFigure(figure, at: place()))
            return
        }
        let current = meanings.filter { $0.years.contains(figure.year) }
        guard !current.isEmpty else {
            if case .count(let count) = figure.cell, count > 0 {
                diagnostics.emit(.personsOutsideLife(figure, labels.path, at: place()))
            } else {
                leftOut.insert(figure.label)
            }
            return
        }
        guard case .count(let count) = figure.cell else { return }
        for meaning in current {
            guard let area = meaning.area else { continue }
            let key = Key(area: area, year: figure.year, sex: figure.sex)
            let known = rows[key, default: Self.emptyRow(at: place())].persons[figure.age]
            if known != nil, !meaning.isSum {
                diagnostics.emit(.twoLabels(figure, area, at: place()))
                continue
            }
            rows[key, default: Self.emptyRow(at: place())].persons[figure.age] = (known ?? 0) + count
        }
    }

    /// Adds everything of another file; where both have a figure, they must agree.
    mutating func merge(_ other: PersonsDraft, _ diagnostics: inout Diagnostics) {
        leftOut.formUnion(other.leftOut)
        for key in other.rows.keys.sorted() {
            guard let row = other.rows[key] else { continue }
            guard let present = rows[key] else {
                rows[key] = row
                continue
            }
            if let age = Self.firstDifference(present.persons, row.persons) {
                diagnostics.emit(.filesDisagree(key, age: age, present.location, at: row.location))
            }
        }
    }

    /// Checks that every row holds all ages and that men and women are everybody, and leaves out sums of the two.
    mutating func finish(_ diagnostics: inout Diagnostics) {
        for key in rows.keys.sorted() {
            guard let row = rows[key] else { continue }
            if let age = row.persons.firstIndex(where: { $0 == nil }) {
                diagnostics.emit(.missingAge(key, age: age, at: row.location))
            }
        }
        for key in rows.keys.sorted() where key.sex == .both {
            let men = rows[Key(area: key.area, year: key.year, sex: .men)]
            let women = rows[Key(area: key.area, year: key.year, sex: .women)]
            guard let both = rows[key], let men, let women else { continue }
            let sum = zip(men.persons, women.persons).map { man, woman in man.flatMap { man in woman.map { man + $0 } }
            }
            if let age = Self.firstDifference(both.persons, sum) {
                diagnostics.emit(.sexesDisagree(key, age: age, men.location, at: both.location))
            }
            rows[key] = nil
        }
        if !leftOut.isEmpty { diagnostics.emit(.leftOut(leftOut.sorted(), labels.path)) }
    }

    private static func emptyRow(at location: SourceLocation) -> Row {
        Row(persons: Array(repeating: nil, count: PopulationTable.lastAge + 1), location: location)
    }

    private static func firstDifference(_ left: [Int?], _ right: [Int?]) -> Int? {
        zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    }
}

extension Diagnostic {
    fileprivate static func unknownPlace(_ label: Located<String>, in labels: AreaLabels) -> Diagnostic {
        Diagnostic(
            .error, "UnknownPlace", at: label.location, "no place is known by the label '\(label.value)'",
            remedy: Suggestion.nearest(to: label.value, among: labels.labels).map { "did you mean '\($0)'?" }
                ?? "describe it in \(labels.path), with an empty area if it is to be left out")
    }

    fileprivate static func doubledFigure(_ figure: PersonsDraft.Figure, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledFigure", at: location,
            "'\(figure.label)' has two figures for \(figure.year), sex \(figure.sex), age \(figure.age)",
            remedy: "remove one of the records")
    }

    fileprivate static func personsOutsideLife(
        _ figure: PersonsDraft.Figure, _ path: String, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "PersonsOutsideLife", at: location,
            "'\(figure.label)' has persons in \(figure.year), a year it is not described for",
            remedy: "correct the years of the label in \(path)")
    }

    fileprivate static func twoLabels(_ figure: PersonsDraft.Figure, _ area: AreaCode, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "TwoLabelsForOnePlace", at: location,
            "'\(figure.label)' and another label both mean \(area) in \(figure.year)",
            remedy: "let the years of the two labels follow each other")
    }

    fileprivate static func filesDisagree(
        _ key: PersonsDraft.Key, age: Int, _ other: SourceLocation, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "FilesDisagree", at: location,
            "persons in \(key.area), \(key.year), sex \(key.sex), age \(age) differ from those in \(other)",
            remedy: "import the newer file alone, or correct the one that is wrong")
    }

    fileprivate static func missingAge(_ key: PersonsDraft.Key, age: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingAge", at: location,
            "\(key.area), \(key.year), sex \(key.sex) has figures for some ages but not for age \(age)",
            remedy: "fetch the table with every single year of age, 0 to 105 and over")
    }

    fileprivate static func sexesDisagree(
        _ key: PersonsDraft.Key, age: Int, _ other: SourceLocation, at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "SexesDoNotAdd", at: location,
            "both sexes in \(key.area), \(key.year), age \(age) are not the men and women in \(other)",
            remedy: "correct the file that is wrong")
    }

    fileprivate static func leftOut(_ labels: [String], _ path: String) -> Diagnostic {
        Diagnostic(
            .note, "PlacesWithoutLife", at: SourceLocation(file: path),
            "left out the zeros of \(labels.count) labels in years their places did not exist")
    }
}
