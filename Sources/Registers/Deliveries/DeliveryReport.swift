import Geography
import LocatedInput

/// The deliveries in a folder, read and added up: what can be said about them, and their sums as a file that is as
/// confidential as they are.
public struct DeliveryReport: Sendable {
    /// What is to be read.
    public struct Request: Sendable {
        /// The folder of deliveries.
        public var deliveries: InputFolder
        /// The folder of indicators, with `registers/` and the corrections.
        public var indicators: InputFolder
        /// The cities and districts.
        public var geography: Geography
        /// The day whose places are meant.
        public var today: CalendarDate
        /// True if files must be the ones whose checksums are written.
        public var verifiesChecksums: Bool

        /// A request.
        public init(
            deliveries: InputFolder, indicators: InputFolder, geography: Geography, today: CalendarDate,
            verifiesChecksums: Bool = true
        ) {
            self.deliveries = deliveries
            self.indicators = indicators
            self.geography = geography
            self.today = today
            self.verifiesChecksums = verifiesChecksums
        }
    }

    /// What was read.
    public let summary: DeliverySummary
    private let figures: DeliveredFigures

    /// Reads everything. All faults are reported; `nil` if one was an error.
    public init?(_ request: Request, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let registers = RegisterDefinition.loadAll(from: request.indicators.folder("registers"), &found)
        let corrections = Corrections.load(from: request.indicators, registers: registers, &found)
        let figures = DeliveredFigures.load(
            from: request.deliveries, registers: registers, geography: request.geography, today: request.today,
            corrections: corrections ?? .none, verifyingChecksums: request.verifiesChecksums, &found)
        guard let figures, !found.hasErrors else { return nil }
        self.figures = figures
        summary = DeliverySummary(figures)
    }

    /// Writes the sums by register, place, year, sex, age and category to the file at `path`, which only its owner may
    /// read. A cell without a number is `..`. Our own kind of table: `;`, a decimal point, UTF-8.
    ///
    /// The file takes its place when it is whole.
    public func writeSums(to path: String) throws(InputFailure) {
        var text = Array("register;split;area;year;sex;age;category;count\n".utf8)
        for register in figures.all { register.table.appendSums(of: register.id, to: &text) }
        try ConfidentialFiles([(path, text)]).write()
    }
}

extension CountTable {
    /// Appends a record for each cell, in the order of the axes.
    fileprivate func appendSums(of register: RegisterID, to text: inout [UInt8]) {
        let cells = axes.sexes.enumerated().flatMap { sex, sexCode in
            axes.ages.enumerated().flatMap { age, ageCode in
                axes.categories.map { category in
                    (sex: sex, age: age, category: category, text: Array(";\(sexCode);\(ageCode);\(category);".utf8))
                }
            }
        }
        for area in axes.areas {
            let place = Array("\(register);\(area.splitWord);\(area.codeWord);".utf8)
            for year in axes.years {
                let yearText = Array("\(year)".utf8)
                for cell in cells {
                    text += place
                    text += yearText
                    text += cell.text
                    if let count = count(area, year, sex: cell.sex, age: cell.age, cell.category) {
                        text += Self.digits(count).utf8
                    } else {
                        text += "..".utf8
                    }
                    text.append(0x0A)
                }
            }
        }
    }

    /// A count with as many decimals as it needs, at most nine.
    private static func digits(_ count: Double) -> String {
        let whole = count.rounded(.down)
        let rest = ((count - whole) * 1_000_000_000).rounded()
        if rest == 0 { return String(Int(whole)) }
        if rest >= 1_000_000_000 { return String(Int(whole) + 1) }
        var decimals = String(Int(rest))
        decimals = String(repeating: "0", count: 9 - decimals.utf8.count) + decimals
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(Int(whole)).\(decimals)"
    }
}

extension Area {
    /// The split a place belongs to; nothing for the country and kommuner.
    fileprivate var splitWord: String {
        switch self {
        case .country, .kommune: ""
        case .district(let split, _), .unallocated(let split, _): split.description
        }
    }

    /// The code of a place, `0` for the country; the unallocated have the kommune's and `99`.
    fileprivate var codeWord: String {
        switch self {
        case .country: "0"
        case .kommune(let code): code.digits
        case .district(_, let code): code.digits
        case .unallocated(_, let code): code.digits + "99"
        }
    }
}
