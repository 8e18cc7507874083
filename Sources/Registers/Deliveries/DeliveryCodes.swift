import LocatedInput

/// What the owner's codes mean, by the layout of a register. In each file, a code that nobody has described is reported
/// the first time it is met.
struct DeliveryCodes {
    /// One of the owner's codes.
    struct Coded<Value> {
        /// What it means; `nil` where the layout passes it over.
        let value: Value?
        /// The number of the code among those of its kind, the same in all files.
        let number: Int
    }

    /// The layout.
    let layout: DeliveryLayout
    private var years = 0...0
    private var path = ""
    private var areas = Memory<String>()
    private var yearCodes = Memory<Int>()
    private var sexes = Memory<Sex>()
    private var ages = Memory<AgeRange>()
    private var categories = Memory<String>()
    private var faults: [CountFault.Kind: Int] = [:]

    /// The codes of `layout`.
    init(_ layout: DeliveryLayout) { self.layout = layout }

    /// Begins with the file at `path` in a delivery of `years`.
    mutating func begin(_ path: String, years: ClosedRange<Int>) {
        self.path = path
        self.years = years
        areas.begin()
        yearCodes.begin()
        sexes.begin()
        ages.begin()
        categories.begin()
        faults = [:]
    }

    /// Both sexes, where the delivery does not tell them apart.
    var everySex: Coded<Sex> { Coded(value: .both, number: 0) }

    /// The ages of all figures, where the delivery does not tell ages apart.
    var everyAge: Coded<AgeRange> {
        if case .fixed(let range) = layout.ages {
            Coded(value: range, number: 0)
        } else {
            Coded(value: .all, number: 0)
        }
    }

    /// The code of a place as delivered; what stands for it where the layout says so. Two names of one place have one
    /// number.
    mutating func area(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Coded<String>? {
        if layout.ignoredAreas.contains(text.value) { return Coded(value: nil, number: 0) }
        return areas.meaning(of: text.map { layout.areas[$0] ?? $0 }) { text in
            if !text.value.isEmpty { return .some(text.value) }
            diagnostics.emit(.noPlace(at: text.location))
            return nil
        }
    }

    /// A year of the delivery, written `2020` or, as FHI does, `2020_2020`; its number is the year.
    mutating func year(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Coded<Int>? {
        let years = years
        let coded = yearCodes.meaning(of: text) { text in
            guard let period = Period(code: Self.withoutRepetition(text.value)), period.years == 1 else {
                diagnostics.emit(.notAYear(text))
                return nil
            }
            guard years.contains(period.start) else {
                diagnostics.emit(.yearOutsidePeriod(period.start, years, at: text.location))
                return nil
            }
            return .some(period.start)
        }
        return coded.map { Coded(value: $0.value, number: $0.value ?? 0) }
    }

    /// A sex.
    mutating func sex(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Coded<Sex>? {
        let layout = layout
        return sexes.meaning(of: text) { text in
            if layout.ignoredSexes.contains(text.value) { return .some(nil) }
            if let sex = layout.sexes[text.value] { return sex }
            diagnostics.emit(.undeclared("UndeclaredSex", text, "sex", "sexes", among: layout.sexes.keys))
            return nil
        }
    }

    /// An age: a single year, or one of the layout's bands.
    mutating func age(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Coded<AgeRange>? {
        let layout = layout
        return ages.meaning(of: text) { text in
            if layout.ignoredAges.contains(text.value) { return .some(nil) }
            switch layout.ages {
            case .singleYears:
                if let age = AgeRange(singleYear: text.value) { return age }
                diagnostics.emit(.unknownAge(text.value, at: text.location))
            case .bands(let bands):
                if let age = bands[text.value] { return age }
                diagnostics.emit(.undeclared("UnknownAge", text, "age", "ages", among: bands.keys))
            case .fixed(let range):
                diagnostics.emit(.agesNotTold(text, range))
            }
            return nil
        }
    }

    /// A category, by the owner's codes in the order of the layout's columns.
    mutating func category(_ codes: [Located<String>], _ diagnostics: inout Diagnostics) -> Coded<String>? {
        let layout = layout
        guard let last = codes.last else {
            return Coded(value: layout.categories[DeliveryLayout.everything] ?? DeliveryLayout.everything, number: 0)
        }
        let joined = codes.count == 1 ? last : Located(codes.map(\.value).joined(separator: "/"), at: last.location)
        return categories.meaning(of: joined) { text in
            if layout.ignored.contains(text.value) { return .some(nil) }
            if let category = layout.categories[text.value] { return category }
            diagnostics.emit(
                .undeclared("UnknownCategory", text, "category", "categories", among: layout.categories.keys))
            return nil
        }
    }

    /// What stands in a cell, as `content` says it. Of each kind of fault the first ones are reported at their place, the
    /// rest by ``reportRest(_:)``.
    mutating func reading(_ content: Cube.Content, at location: SourceLocation, _ diagnostics: inout Diagnostics)
        -> DeliveredCell.Reading?
    {
        switch reading(content) {
        case .success(let reading): return reading
        case .failure(let fault):
            faults[fault.kind, default: 0] += 1
            if faults[fault.kind, default: 0] <= Self.shown { diagnostics.emit(.countFault(fault, at: location)) }
            return nil
        }
    }

    /// How many faults of one kind are reported at their place.
    static let shown = 20

    /// Reports how many more faults of each kind there are in the file.
    func reportRest(_ diagnostics: inout Diagnostics) {
        for (kind, count) in faults where count > Self.shown {
            diagnostics.emit(.moreFaults(kind, count - Self.shown, in: path))
        }
    }

    private func reading(_ content: Cube.Content) -> Result<DeliveredCell.Reading, CountFault> {
        switch content {
        case .number(let number):
            if number < 0 { return .failure(.negative) }
            return number <= DeliveredCell.largestCount ? .success(.number(number)) : .failure(.implausible)
        case .mark(let mark):
            if let absence = layout.marks[mark] ?? Absence(mark: mark) { return .success(.absent(absence)) }
            return mark == "-" ? .success(.number(0)) : .failure(.notACount(mark))
        case .blank:
            switch layout.blank {
            case .zero: return .success(.number(0))
            case .missing: return .success(.absent(.missing))
            case .refused: return .failure(.blank)
            }
        }
    }

    /// `2020` for `2020_2020`; anything else as it is.
    private static func withoutRepetition(_ code: String) -> String {
        let halves = code.split(separator: "_", omittingEmptySubsequences: false)
        return halves.count == 2 && halves[0] == halves[1] ? String(halves[0]) : code
    }
}

/// What has been found out about codes of one kind so far; a code without a meaning is remembered too.
private struct Memory<Value> {
    private var known: [String: DeliveryCodes.Coded<Value>?] = [:]
    private var numbers: [String: Int] = [:]

    /// Begins with another file: codes without a meaning are reported again, but numbers stay.
    mutating func begin() { known = [:] }

    /// What `text` means. `find` gives `nil` for a code without a meaning, and `.some(nil)` for one that is passed over.
    mutating func meaning(of text: Located<String>, find: (Located<String>) -> Value??) -> DeliveryCodes.Coded<Value>? {
        if let coded = known[text.value] { return coded }
        let number = numbers[text.value] ?? numbers.count
        numbers[text.value] = number
        let coded = find(text).map { DeliveryCodes.Coded(value: $0, number: number) }
        known[text.value] = .some(coded)
        return coded
    }
}

/// Why there is no count in a cell.
private enum CountFault: Error {
    /// The rule that was broken.
    enum Kind: String {
        case negative = "NegativeCount"
        case implausible = "ImplausibleCount"
        case notACount = "NotACount"
        case blank = "BlankCount"
    }

    case negative, implausible, notACount(String), blank

    var kind: Kind {
        switch self {
        case .negative: .negative
        case .implausible: .implausible
        case .notACount: .notACount
        case .blank: .blank
        }
    }
}

extension AgeRange {
    /// A single year of age as owners write it: `7`, `007`, `7 years`, `7 år`; and the last one, which is open: `105+`,
    /// `105 years or older`, `105 år eller eldre`.
    init?(singleYear text: String) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let age = NumberText.wholeNumber(String(digits)) else { return nil }
        switch text.dropFirst(digits.count) {
        case "", " years", " year", " år": self.init(from: age, to: age)
        case "+", " years or older", " years or over", " år eller eldre", " år og over", " år og eldre":
            self.init(from: age, to: Self.oldest)
        default: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func noPlace(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAnAreaCode", at: location, "the code of a place is missing",
            remedy: "write the owner's code; an unknown place has a code of its own, named in 'unknown_areas'")
    }

    fileprivate static func notAYear(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAYear", at: text.location, "'\(text.value)' is not a single year",
            remedy: "fetch the table with figures for single years; periods are summed here")
    }

    fileprivate static func yearOutsidePeriod(_ year: Int, _ years: ClosedRange<Int>, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "YearOutsidePeriod", at: location,
            "\(year) is not one of the years of the delivery, \(years.lowerBound) to \(years.upperBound)",
            remedy: "correct 'years' in \(Delivery.fileName), or ask the owner for the right file")
    }

    fileprivate static func undeclared(
        _ rule: String, _ text: Located<String>, _ word: String, _ key: String, among known: some Collection<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, rule, at: text.location, "no \(word) has the code '\(text.value)'",
            remedy: Suggestion.nearest(to: text.value, among: known).map { "did you mean '\($0)'?" }
                ?? "add the code to '\(key)' in the definition of the register")
    }

    fileprivate static func agesNotTold(_ text: Located<String>, _ range: AgeRange) -> Diagnostic {
        Diagnostic(
            .error, "UnknownAge", at: text.location,
            "the delivery tells ages apart, but its layout says that all figures are about \(range)",
            remedy: "write the owner's codes of ages under 'ages', or name no column of ages")
    }

    fileprivate static func countFault(_ fault: CountFault, at location: SourceLocation) -> Diagnostic {
        let (what, remedy) =
            switch fault {
            case .negative: ("the count is negative", "ask the owner for the right number")
            case .implausible:
                (
                    "the count is a thousand million or more, which nothing here can be",
                    "look for a code or a date in the wrong place, or a lost decimal mark"
                )
            case .notACount(let text):
                (
                    "'\(text)' is neither a count nor a mark",
                    "counts are numbers, '-' for zero, or one of the marks . .. ... :, or those of the layout"
                )
            case .blank:
                (
                    "the count is blank, and the layout does not say what that means",
                    "ask the owner, and write 'blank: zero' or 'blank: missing' in the definition of the register"
                )
            }
        return Diagnostic(.error, fault.kind.rawValue, at: location, what, remedy: remedy)
    }

    fileprivate static func moreFaults(_ kind: CountFault.Kind, _ count: Int, in path: String) -> Diagnostic {
        Diagnostic(
            .error, kind.rawValue, at: SourceLocation(file: path), "\(count) more cells of this file are like that")
    }
}
