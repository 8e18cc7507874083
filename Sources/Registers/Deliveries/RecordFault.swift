import LocatedInput

/// What is wrong with a record of a long file, and where.
struct RecordFault: Sendable {
    /// The rules.
    enum Kind: Int, CaseIterable, Sendable {
        case brokenQuote, raggedRecord, longRecord, wrongEncoding
        case unknownArea, lostZero, repairedZero, notAYear, yearOutside, undeclaredSex, unknownAge, unknownCategory
        case blankCount, notACount, negativeCount, implausibleCount, tooManyDecimals, notAWeight, doubledCell

        /// True for codes: each is reported where it first stands, and not again.
        var isAboutCode: Bool {
            switch self {
            case .unknownArea, .lostZero, .repairedZero, .notAYear, .yearOutside, .undeclaredSex, .unknownAge,
                .unknownCategory:
                true
            default: false
            }
        }
    }

    /// The rule.
    let kind: Kind
    /// The piece of the file.
    let piece: Int
    /// The line of the piece, from 1.
    let line: Int
    /// The column in characters, from 1; 0 for the whole line.
    let column: Int
    /// The code that is at fault, or what the record is about; never a count.
    let text: String
}

/// The faults of a file's records: all are counted, and of each kind the first are kept.
struct RecordFaults: Sendable {
    /// How many of a kind are shown.
    static let limit = 20

    private(set) var kept: [RecordFault] = []
    private(set) var counts: [RecordFault.Kind: Int] = [:]
    private var piece = -1
    private var keptInPiece: [RecordFault.Kind: Int] = [:]
    private var codesInPiece: [RecordFault.Kind: Set<String>] = [:]

    /// Adds a fault; those of one piece come one after another.
    mutating func add(_ fault: RecordFault) {
        if fault.piece != piece {
            piece = fault.piece
            keptInPiece = [:]
            codesInPiece = [:]
        }
        counts[fault.kind, default: 0] += 1
        guard keptInPiece[fault.kind, default: 0] < Self.limit else { return }
        if fault.kind.isAboutCode, !codesInPiece[fault.kind, default: []].insert(fault.text).inserted { return }
        keptInPiece[fault.kind, default: 0] += 1
        kept.append(fault)
    }

    /// Adds the faults of other pieces.
    mutating func merge(_ other: RecordFaults) {
        kept += other.kept
        counts.merge(other.counts, uniquingKeysWith: +)
    }

    /// Reports the first faults of each kind in `file`, and how many more there are; `firstLines` are the lines before
    /// each piece.
    func report(in file: String, firstLines: [Int], _ layout: DeliveryLayout, _ diagnostics: inout Diagnostics) {
        let ordered = kept.sorted { ($0.piece, $0.line, $0.column) < ($1.piece, $1.line, $1.column) }
        for kind in RecordFault.Kind.allCases {
            guard let count = counts[kind] else { continue }
            var codes: Set<String> = []
            var shown: [RecordFault] = []
            for fault in ordered where fault.kind == kind && shown.count < Self.limit {
                if !kind.isAboutCode || codes.insert(fault.text).inserted { shown.append(fault) }
            }
            for fault in shown {
                let place = SourceLocation(
                    file: file, line: firstLines[fault.piece] + fault.line, column: fault.column)
                diagnostics.emit(.recordFault(fault, layout, at: place))
            }
            if count > shown.count {
                diagnostics.emit(.moreFaults(kind, count - shown.count, in: file))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func recordFault(_ fault: RecordFault, _ layout: DeliveryLayout, at place: SourceLocation)
        -> Diagnostic
    {
        let (what, remedy) = words(fault, layout)
        return Diagnostic(
            fault.kind == .repairedZero ? .note : .error, name(fault.kind), at: place, what, remedy: remedy)
    }

    fileprivate static func moreFaults(_ kind: RecordFault.Kind, _ count: Int, in file: String) -> Diagnostic {
        Diagnostic(
            kind == .repairedZero ? .note : .error, name(kind), at: SourceLocation(file: file),
            "\(count) more records of this file are like that")
    }

    private static func name(_ kind: RecordFault.Kind) -> String {
        switch kind {
        case .brokenQuote: "BrokenQuote"
        case .raggedRecord: "RaggedRecord"
        case .longRecord: "LongRecord"
        case .wrongEncoding: "WrongEncoding"
        case .unknownArea: "UnknownArea"
        case .lostZero: "LostLeadingZero"
        case .repairedZero: "RepairedLeadingZero"
        case .notAYear: "NotAYear"
        case .yearOutside: "YearOutsidePeriod"
        case .undeclaredSex: "UndeclaredSex"
        case .unknownAge: "UnknownAge"
        case .unknownCategory: "UnknownCategory"
        case .blankCount: "BlankCount"
        case .notACount: "NotACount"
        case .negativeCount: "NegativeCount"
        case .implausibleCount: "ImplausibleCount"
        case .tooManyDecimals: "TooManyDecimals"
        case .notAWeight: "NotAWeight"
        case .doubledCell: "DoubledCell"
        }
    }

    private static func words(_ fault: RecordFault, _ layout: DeliveryLayout) -> (String, String?) {
        let code = "'\(fault.text)'"
        return switch fault.kind {
        case .brokenQuote:
            (
                "a quoted field is not closed on its line, or text follows its closing quote",
                "write a quote inside a quoted field twice, and no line breaks inside fields"
            )
        case .raggedRecord:
            ("the record has more or fewer fields than the header", "look for a separator too many or too few")
        case .longRecord: ("the line is longer than any record", "look for line ends that are missing")
        case .wrongEncoding:
            (
                "the text is not valid \(layout.encoding.rawValue)",
                "name the file's real encoding in the register's definition"
            )
        case .unknownArea:
            (
                "no place that this register can tell apart has, or ever had, the code \(code)",
                "correct the code or the delivery's geography_date; if it stands for an unknown place, name it among "
                    + "'unknown_areas'"
            )
        case .lostZero:
            (
                "the code \(code) has lost its leading zero",
                "ask for codes as text, or let the layout say repair_leading_zeros: true"
            )
        case .repairedZero: ("the code \(code) had lost its leading zero, which was put back", nil)
        case .notAYear: ("\(code) is not a year", "write four digits")
        case .yearOutside:
            ("\(code) is not one of the delivery's years", "correct the record, or 'years' in \(Delivery.fileName)")
        case .undeclaredSex:
            ("no sex has the code \(code)", Suggestion.remedy(for: fault.text, among: Array(layout.sexes.keys)))
        case .unknownAge: ("no age has the code \(code)", ageRemedy(fault.text, layout))
        case .unknownCategory:
            (
                "no category has the code \(code)",
                Suggestion.remedy(for: fault.text, among: layout.categories.keys.filter { $0 != fault.text })
            )
        case .blankCount:
            ("the count is blank, and the layout does not say what that means", "say blank: zero or blank: missing")
        case .notACount: ("the count is not a number", "write digits, and decimals as the layout says")
        case .negativeCount: ("the count is negative", "ask the owner for the right number")
        case .implausibleCount:
            ("the count is a thousand million or more, which nothing here can be", "ask the owner for the right number")
        case .tooManyDecimals:
            ("the count and its weight have more than nine decimals together", "ask for fewer decimals")
        case .notAWeight: ("the weight is not a number above zero", "ask the owner for the right number")
        case .doubledCell:
            ("an earlier record is about the same cell: \(fault.text)", "remove one of the two")
        }
    }

    private static func ageRemedy(_ code: String, _ layout: DeliveryLayout) -> String {
        if case .bands(let bands) = layout.ages { return Suggestion.remedy(for: code, among: Array(bands.keys)) }
        return "ages are whole numbers from 0 to \(AgeRange.oldest)"
    }
}
