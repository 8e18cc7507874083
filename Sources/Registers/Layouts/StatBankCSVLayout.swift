import LocatedInput

/// SSB's StatBank, a table of persons saved from the web as CSV (tables 10826 and 07459).
///
/// Title lines stand above the header; fields are separated by `;`, tab or comma; there is one column per year, such as
/// `Persons 2015`, and code and name of a place share a cell. Ages are `0 years`, `1 year`, `105 years or older`, sexes
/// `Males` and `Females`. A file without sex is of both. StatBank writes ISO-8859-1, or UTF-8 with a byte order mark.
enum StatBankCSVLayout {
    /// Reads `file` into a draft; all faults are reported.
    static func read(
        _ file: InputFile, labels: AreaLabels, from firstYear: Int, _ diagnostics: inout Diagnostics
    ) -> PersonsDraft {
        var draft = PersonsDraft(labels: labels, from: firstYear)
        let header = HeaderSearch(file).line(naming: ["region", "age"])
        let encoding: TextEncoding = file.data.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8 : .latin1
        let dialect = CSVDialect(
            separator: header?.separator ?? ";", encoding: encoding, titleLines: header?.above ?? 0)
        CSVTable(file, dialect: dialect).read(&diagnostics) { header, diagnostics in
            Columns(header, &diagnostics)
        } each: { record, columns, diagnostics in
            guard let label = record.located(columns.region, &diagnostics),
                let age = age(record, columns.age, &diagnostics),
                let sex = columns.sex.map({ sex(record, $0, &diagnostics) }) ?? .both
            else { return }
            let meanings = draft.meanings(of: label, &diagnostics)
            for column in columns.years {
                guard let cell = CountCell(record, column.index, &diagnostics), let meanings else { continue }
                let figure = PersonsDraft.Figure(label: label.value, year: column.year, sex: sex, age: age, cell: cell)
                draft.add(figure, meaning: meanings, at: record.location(column.index), &diagnostics)
            }
        }
        return draft
    }

    /// Where things stand in the file.
    private struct Columns {
        let region: Int
        let age: Int
        let sex: Int?
        let years: [(index: Int, year: Int)]

        init?(_ header: [Located<String>], _ diagnostics: inout Diagnostics) {
            var places: [String: Int] = [:]
            var years: [(index: Int, year: Int)] = []
            var isSound = true
            for (index, name) in header.enumerated() {
                if ["region", "age", "sex"].contains(name.value) {
                    places[name.value] = index
                } else if name.value.hasPrefix("Persons "),
                    let year = NumberText.wholeNumber(String(name.value.dropFirst(8)))
                {
                    years.append((index, year))
                } else {
                    diagnostics.emit(.unknownStatBankColumn(name))
                    isSound = false
                }
            }
            guard isSound, let region = places["region"], let age = places["age"] else { return nil }
            self.region = region
            self.age = age
            sex = places["sex"]
            self.years = years
        }
    }

    private static func age(_ record: CSVTable.Record, _ index: Int, _ diagnostics: inout Diagnostics) -> Int? {
        let text = record.text(index) ?? ""
        if text == "\(PopulationTable.lastAge) years or older" { return PopulationTable.lastAge }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        if words.count == 2, let age = NumberText.wholeNumber(String(words[0])), age < PopulationTable.lastAge,
            words[1] == (age == 1 ? "year" : "years")
        {
            return age
        }
        diagnostics.emit(.unknownAge(text, at: record.location(index)))
        return nil
    }

    private static func sex(_ record: CSVTable.Record, _ index: Int, _ diagnostics: inout Diagnostics) -> Sex? {
        switch record.text(index) {
        case "Males": return .men
        case "Females": return .women
        case "Both sexes": return .both
        case let text:
            diagnostics.emit(.unknownSex(text ?? "", at: record.location(index)))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownStatBankColumn(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownColumn", at: name.location, "'\(name.value)' is no column of a StatBank table of persons",
            remedy: "fetch the table with region, age and sex down the side and 'Persons' and year along the top")
    }
}
