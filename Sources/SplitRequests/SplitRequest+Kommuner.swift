import Geography
import LocatedInput

extension SplitRequest {
    /// The municipalities that lines of `file` have units of on `date`, by code.
    public static func kommuner(in file: InputFile, _ register: UnitRegister, on date: CalendarDate) -> [KommuneCode] {
        var findings: [Finding] = []
        let rows = RequestTable(file: file) { text in
            GrunnkretsCode(text).map { !register.rows(of: $0).isEmpty } ?? false
        }.rows(&findings)
        let codes = rows.compactMap { row -> KommuneCode? in
            guard let unit = GrunnkretsCode(row.unit.value) ?? GrunnkretsCode("0" + row.unit.value),
                register.unit(unit, on: date) != nil
            else { return nil }
            return KommuneCode(String(unit.digits.prefix(4)))
        }
        return Set(codes).sorted()
    }
}
