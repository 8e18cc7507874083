import Borders
import Foundation
import Geography
import LocatedInput

/// A municipality's file, read once: where it places units, whichever municipalities they lie in.
public struct RequestFile: Sendable {
    private enum Content: Sendable {
        case table([RequestRow])
        case drawn(DrawnRequest)
    }

    /// The path as the user wrote it.
    public let path: String
    /// The bytes.
    public let data: Data
    /// The file of units that borders were laid over; `nil` for a table.
    public let units: InputFile?
    private let content: Content
    /// What was found in reading it.
    private let findings: [Finding]

    /// Reads a table of units and districts, whose codes are those of `register`.
    public init(_ file: InputFile, _ register: UnitRegister) { self.init(MapFile(file), over: nil, register) }

    /// Reads a table, or borders of districts drawn on a map and laid over `units`: these may be borders too, or points.
    public init(_ file: MapFile, over units: MapFile?, _ register: UnitRegister) {
        path = file.file.path
        data = file.file.data
        var findings: [Finding] = []
        if PlaceFile.isMap(file.file) {
            content = .drawn(DrawnRequest(file, over: units))
            self.units = units?.file
        } else {
            content = .table(RequestTable(file: file.file, register).rows(&findings))
            self.units = nil
            if let units {
                findings.append(Finding(.mapNotUsed, "", at: SourceLocation(file: units.file.path)))
            }
        }
        self.findings = findings
    }

    /// The municipalities that the file places units of on `date`, by code.
    public func kommuner(_ register: UnitRegister, on date: CalendarDate) -> [KommuneCode] {
        let written =
            switch content {
            case .table(let rows): rows.map(\.unit.value)
            case .drawn(let drawn): drawn.units.filter(\.isMostlyInside).map(\.code.value)
            }
        let units = Set(written.compactMap { register.code(writtenAs: $0) })
        return Set(units.filter { register.unit($0, on: date) != nil }.map(\.home)).sorted()
    }

    /// The lines that concern `kommune`, and whatever lines stand with them in a table.
    func rows(
        of kommune: KommuneCode, on date: CalendarDate, _ context: RequestContext, _ findings: inout [Finding]
    ) -> [RequestRow] {
        findings += self.findings
        return switch content {
        case .table(let rows): rows
        case .drawn(let drawn):
            DrawnReading(
                drawn: drawn, register: context.register, kommune: kommune, date: date,
                leastPart: context.policy.leastPart
            ).rows(&findings)
        }
    }
}
