import Geography
import LocatedInput
import Profiles
import Registers

/// `indicators/edition.yaml` and `indicators/demonstration.yaml`: which editions the next build publishes.
enum EditionFile {
    /// Reads the edition. `epoch`, seconds since 1970, takes the place of its date where it is given.
    static func load(
        _ file: InputFile, known registers: [RegisterID], epoch: Int?, _ diagnostics: inout Diagnostics
    ) -> PlannedEdition? {
        guard let mapping = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        mapping.allow(["id", "date", "geography_date", "synthetic", "registers"], &diagnostics)
        let isSynthetic = mapping["synthetic"].map { $0.truth(&diagnostics)?.value ?? false } ?? false
        let published = mapping["registers"].map { $0.strings(&diagnostics) ?? [] }
        for register in published ?? [] where !registers.contains(RegisterID(register.value)) {
            diagnostics.emit(.unknownRegister(register, among: registers.map(\.id)))
        }
        let id = mapping.string("id", &diagnostics)
        let written = date("date", in: mapping, &diagnostics)
        let geography = date("geography_date", in: mapping, &diagnostics)
        guard let id, let written, let geography else { return nil }
        let isName =
            !id.value.isEmpty
            && id.value.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
        guard isName else {
            diagnostics.emit(.notAnEdition(id))
            return nil
        }
        return PlannedEdition(
            edition: Edition(
                id: id.value, date: epoch.flatMap(CalendarDate.init(epoch:)) ?? written, geographyDate: geography,
                isSynthetic: isSynthetic),
            registers: published.map { Set($0.map { RegisterID($0.value) }) })
    }

    private static func date(_ key: String, in mapping: YAMLMapping, _ diagnostics: inout Diagnostics) -> CalendarDate?
    {
        guard let text = mapping.string(key, &diagnostics) else { return nil }
        if let date = CalendarDate(text.value) { return date }
        diagnostics.emit(.notADate(text))
        return nil
    }
}

extension CalendarDate {
    /// The day in UTC that holds the second `epoch` after 1970 began; `nil` beyond the year 9999.
    ///
    /// Days to a date by counting from 1 March of year 0, so that leap days come last (Hinnant, chrono-compatible
    /// low-level date algorithms).
    init?(epoch: Int) {
        let days = Int((Double(epoch) / 86_400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

extension Diagnostic {
    fileprivate static func notAnEdition(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnEdition", at: id.location, "'\(id.value)' cannot be part of an address",
            remedy: "use small letters a–z, digits and hyphens, such as 2026")
    }

    fileprivate static func unknownRegister(_ id: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownRegister", at: id.location, "register '\(id.value)' doesn't exist",
            remedy: Suggestion.remedy(for: id.value, among: known))
    }

    fileprivate static func notADate(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotADate", at: text.location, "'\(text.value)' is no date",
            remedy: "write year-month-day, such as 2026-01-01")
    }
}
