import Foundation
import Geography
import LocatedInput

/// A municipality's file, read once: where it places units, whichever municipalities they lie in.
public struct RequestFile: Sendable {
    /// The path as the user wrote it.
    public let path: String
    /// The bytes.
    public let data: Data
    /// What was found in reading it.
    let findings: [Finding]
    /// Its lines.
    let rows: [RequestRow]

    /// The table in `file`; which of its codes are units is known by `register`.
    public init(_ file: InputFile, _ register: UnitRegister) {
        var findings: [Finding] = []
        rows = RequestTable(file: file, register).rows(&findings)
        self.findings = findings
        path = file.path
        data = file.data
    }

    /// The municipalities that lines of the file have units of on `date`, by code.
    public func kommuner(_ register: UnitRegister, on date: CalendarDate) -> [KommuneCode] {
        let units = Set(rows.compactMap { register.code(writtenAs: $0.unit.value) })
        return Set(units.filter { register.unit($0, on: date) != nil }.map(\.home)).sorted()
    }
}
