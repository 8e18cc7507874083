import LocatedInput

/// Our own table of an owner's percentages: `area;age;sex;category;period;value;mark`, with a decimal point; the value is
/// empty where a standard mark says why there is none.
enum PercentagesFile {
    /// A record, and where it was written.
    struct Row {
        let key: CoverageKey
        let figure: OwnerFigure
        let location: SourceLocation
    }

    private static let columns = ["area", "age", "sex", "category", "period", "value", "mark"]

    /// The table of `figures`, in order.
    static func text(of figures: [CoverageKey: OwnerFigure]) -> String {
        var csv = CSVText(header: columns)
        for (key, figure) in figures.sorted(by: { $0.key < $1.key }) {
            let cells =
                switch figure {
                case .number(let number): [number.text, ""]
                case .absent(let absence): ["", absence.mark]
                }
            csv.append(
                [key.area.digits, key.age.code, String(key.sex.rawValue), key.category, key.period.code] + cells)
        }
        return csv.text
    }

    /// Reads the table in `file`; all faults are reported.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> [Row] {
        var rows: [Row] = []
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: columns, &diagnostics).map { found in columns.map { found[$0] } }
        } each: { record, columns, diagnostics in
            let area = record.area(columns[0], &diagnostics)
            let ageText = record.text(columns[1]) ?? ""
            let age = AgeRange(code: ageText)
            if age == nil { diagnostics.emit(.notAnAgeRange(ageText, at: record.location(columns[1]))) }
            let sex = record.sex(columns[2], &diagnostics)
            let category = record.located(columns[3], &diagnostics)
            let periodText = record.text(columns[4]) ?? ""
            let period = Period(code: periodText)
            if period == nil { diagnostics.emit(.notAPeriodCode(periodText, at: record.location(columns[4]))) }
            let figure = figure(record, value: columns[5], mark: columns[6], &diagnostics)
            guard let area, let age, let sex, let category, let period, let figure else { return }
            let key = CoverageKey(area: area, age: age, sex: sex, category: category.value, period: period)
            rows.append(Row(key: key, figure: figure, location: record.location(columns[0])))
        }
        return rows
    }

    private static func figure(
        _ record: CSVTable.Record, value: Int, mark: Int, _ diagnostics: inout Diagnostics
    ) -> OwnerFigure? {
        let (number, reason) = (record.text(value) ?? "", record.text(mark) ?? "")
        if number.isEmpty, let absence = Absence(mark: reason) { return .absent(absence) }
        if reason.isEmpty, let decimal = NumberText.decimal(number, mark: .point) {
            if decimal.isPercentage { return .number(decimal) }
            diagnostics.emit(.beyondPercentage(at: record.location(value)))
            return nil
        }
        diagnostics.emit(.neitherValueNorMark(at: record.location(value)))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func notAnAgeRange(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownAge", at: location, "'\(text)' is not a range of ages", remedy: "write it as in 0_17 or 2_2"
        )
    }

    fileprivate static func notAPeriodCode(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAPeriod", at: location, "'\(text)' is not a period", remedy: "write it as in 2013_2017 or 2020")
    }

    fileprivate static func neitherValueNorMark(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NeitherValueNorMark", at: location,
            "a figure is either a number with decimal point or a mark that says why there is none",
            remedy: "write one of the two; the marks are . .. ... :")
    }
}
