import Foundation
import LocatedInput

/// A layout in which a register's figures come, known by the name that register definitions use.
public enum LayoutID: String, CaseIterable, Sendable {
    /// SSB's StatBank, a table saved from the web as CSV.
    case statBankCSV = "statbank-csv"
    /// A record per district, year and age, with a column for men, women and both.
    case districtAgeSex = "district-age-sex"
    /// A record per (area,) year, sex and age.
    case longPersons = "long-persons"
    /// A record per year and part of a district.
    case districtParts = "district-parts"
    /// The Kommunehelsa statistics bank's export: places by name, a column per period.
    case kommunehelsaExport = "kommunehelsa-export"

    /// The layout that `file` is written in, by its header; `nil` where none fits.
    static func detect(_ file: InputFile) -> LayoutID? {
        for line in HeaderSearch(file).lines {
            let names = Set(line.fields)
            if names.isSuperset(of: ["region", "age"]) { return .statBankCSV }
            if names.isSuperset(of: ["bydel_no", "year", "age", "male", "female"]) { return .districtAgeSex }
            if names.isSuperset(of: ["year", "sex", "age", "persons"]) { return .longPersons }
            if names.isSuperset(of: ["year", "delomraade_no", "bydel_no", "population"]) { return .districtParts }
            if names.isSuperset(of: ["geografi", "alder", "vaksine"]) { return .kommunehelsaExport }
        }
        return nil
    }
}
