import LocatedInput

/// What the parts of districts in a source are called today:
/// `part;district;part_today;district_today;first_year;last_year`.
///
/// A part is known by its own code and the code of the district it lies in, both as the source writes them; the district
/// is empty where the source names none. Years are inclusive, an empty one is open. Where both codes of today are
/// empty, the figures are known and left out.
struct PartLabels {
    /// A part as a source writes it.
    struct Label: Hashable {
        let part: String
        let district: String
    }

    /// A part as it is known today.
    struct Place: Hashable {
        let part: PartCode
        let district: AreaCode
    }

    /// What a label means in some years.
    struct Meaning {
        let place: Place?
        let years: ClosedRange<Int>
    }

    /// The file the labels were read from.
    let path: String
    private var meanings: [Label: [Meaning]] = [:]

    /// Reads the labels in `file`; all faults are reported.
    init(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        path = file.path
        let names = ["part", "district", "part_today", "district_today", "first_year", "last_year"]
        var rows: [Label: [Meaning]] = [:]
        CSVTable(file).read(&diagnostics) { header, diagnostics in
            CSVColumns(header, required: names, &diagnostics)
        } each: { record, columns, diagnostics in
            let fields = names[..<4].map { record.located(columns[$0], &diagnostics) }
            let open = names[4...].map { record.bytes(columns[$0]).isEmpty }
            let first = open[0] ? 0 : record.wholeNumber(columns["first_year"], &diagnostics)
            let last = open[1] ? 9999 : record.wholeNumber(columns["last_year"], &diagnostics)
            guard let part = fields[0], let district = fields[1], let partToday = fields[2],
                let districtToday = fields[3], let first, let last
            else { return }
            guard first <= last else {
                diagnostics.emit(.yearsInReverse(at: record.location(columns["last_year"])))
                return
            }
            let label = Label(part: part.value, district: district.value)
            var place: Place?
            if !partToday.isEmpty || !districtToday.isEmpty {
                guard let part = PartCode(partToday.value) else {
                    diagnostics.emit(.notAPartCode(partToday))
                    return
                }
                guard let district = AreaCode(districtToday.value) else {
                    diagnostics.emit(.notAnAreaCode(districtToday))
                    return
                }
                place = Place(part: part, district: district)
            }
            rows[label, default: []].append(Meaning(place: place, years: first...last))
        }
        meanings = rows
    }

    /// What `label` means in `year`; `nil` if it is not described.
    func meaning(of label: Label, in year: Int) -> Meaning? {
        meanings[label]?.first { $0.years.contains(year) }
    }
}

extension Diagnostic {
    /// The text at `text` is not the code of a part of a district.
    static func notAPartCode(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAPartCode", at: text.location, "'\(text.value)' is not the code of a part of a district",
            remedy: "write its eight digits")
    }
}
