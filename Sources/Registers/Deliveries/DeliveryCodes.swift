import LocatedInput

/// What the owner's codes mean, by the layout of a register. A code that nobody has described is reported the first
/// time it is met.
struct DeliveryCodes {
    /// What one of the owner's codes means.
    enum Meaning<Value: Equatable>: Equatable {
        /// One of our own codes.
        case ours(Value)
        /// Something we have no use for, as the layout says.
        case passedOver

        /// Our code; `nil` for what is passed over.
        var value: Value? { if case .ours(let value) = self { value } else { nil } }
    }

    /// The layout.
    let layout: DeliveryLayout
    /// The years of the delivery.
    let years: ClosedRange<Int>
    private var areas = Memory<String>()
    private var yearCodes = Memory<Int>()
    private var sexes = Memory<Sex>()
    private var ages = Memory<AgeRange>()
    private var categories = Memory<String>()

    /// The codes of `layout`, in a delivery of `years`.
    init(_ layout: DeliveryLayout, years: ClosedRange<Int>) {
        self.layout = layout
        self.years = years
    }

    /// The ages of all figures where the delivery does not tell ages apart.
    var everyAge: AgeRange {
        if case .fixed(let range) = layout.ages { range } else { .all }
    }

    /// The code of a place as delivered; what stands for it where the layout says so.
    mutating func area(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Meaning<String>? {
        let layout = layout
        return areas.meaning(of: text) { text in
            if layout.ignoredAreas.contains(text.value) { return .passedOver }
            if !text.value.isEmpty { return .ours(layout.areas[text.value] ?? text.value) }
            diagnostics.emit(.noPlace(at: text.location))
            return nil
        }
    }

    /// A year of the delivery, written `2020` or, as FHI does, `2020_2020`.
    mutating func year(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Meaning<Int>? {
        let years = years
        return yearCodes.meaning(of: text) { text in
            guard let period = Period(code: Self.withoutRepetition(text.value)), period.years == 1 else {
                diagnostics.emit(.notAYear(text))
                return nil
            }
            guard years.contains(period.start) else {
                diagnostics.emit(.yearOutsidePeriod(period.start, years, at: text.location))
                return nil
            }
            return .ours(period.start)
        }
    }

    /// A sex.
    mutating func sex(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Meaning<Sex>? {
        let layout = layout
        return sexes.meaning(of: text) { text in
            if layout.ignoredSexes.contains(text.value) { return .passedOver }
            if let sex = layout.sexes[text.value] { return .ours(sex) }
            diagnostics.emit(.undeclared(text, "sex", "sexes", among: layout.sexes.keys))
            return nil
        }
    }

    /// An age: a single year, or one of the layout's bands.
    mutating func age(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Meaning<AgeRange>? {
        let layout = layout
        return ages.meaning(of: text) { text in
            if layout.ignoredAges.contains(text.value) { return .passedOver }
            switch layout.ages {
            case .singleYears:
                if let age = AgeRange(singleYear: text.value) { return .ours(age) }
                diagnostics.emit(.unknownAge(text.value, at: text.location))
            case .bands(let bands):
                if let age = bands[text.value] { return .ours(age) }
                diagnostics.emit(.undeclared(text, "age", "ages", among: bands.keys))
            case .fixed(let range):
                diagnostics.emit(.agesNotTold(text, range))
            }
            return nil
        }
    }

    /// A category, by the owner's codes in the order of the layout's columns.
    mutating func category(_ codes: [Located<String>], _ diagnostics: inout Diagnostics) -> Meaning<String>? {
        let layout = layout
        guard let last = codes.last else {
            return .ours(layout.categories[DeliveryLayout.everything] ?? DeliveryLayout.everything)
        }
        let joined = codes.count == 1 ? last : Located(codes.map(\.value).joined(separator: "/"), at: last.location)
        return categories.meaning(of: joined) { text in
            if layout.ignored.contains(text.value) { return .passedOver }
            if let category = layout.categories[text.value] { return .ours(category) }
            diagnostics.emit(.undeclared(text, "category", "categories", among: layout.categories.keys))
            return nil
        }
    }

    /// What stands in a cell, as `content` says it.
    func reading(_ content: Cube.Content, at location: SourceLocation, _ diagnostics: inout Diagnostics)
        -> DeliveredCell.Reading?
    {
        switch content {
        case .number(let number):
            if number < 0 {
                diagnostics.emit(.negativeCount(at: location))
            } else if !(number <= DeliveredCell.largestCount) {
                diagnostics.emit(.impossibleCount(at: location))
            } else {
                return .number(number)
            }
        case .mark(let mark):
            if mark == "-", layout.marks[mark] == nil { return .number(0) }
            if let absence = layout.marks[mark] ?? Absence(mark: mark) { return .absent(absence) }
            diagnostics.emit(.notAReading(mark, at: location))
        case .blank:
            switch layout.blank {
            case .zero: return .number(0)
            case .missing: return .absent(.missing)
            case .refused: diagnostics.emit(.blankCount(at: location))
            }
        }
        return nil
    }

    /// `2020` for `2020_2020`; anything else as it is.
    private static func withoutRepetition(_ code: String) -> String {
        let halves = code.split(separator: "_", omittingEmptySubsequences: false)
        return halves.count == 2 && halves[0] == halves[1] ? String(halves[0]) : code
    }
}

/// What has been found out about codes so far; a code without a meaning is remembered too.
private struct Memory<Value: Equatable> {
    private var known: [String: DeliveryCodes.Meaning<Value>?] = [:]

    mutating func meaning(
        of text: Located<String>, find: (Located<String>) -> DeliveryCodes.Meaning<Value>?
    ) -> DeliveryCodes.Meaning<Value>? {
        if let meaning = known[text.value] { return meaning }
        let meaning = find(text)
        known[text.value] = .some(meaning)
        return meaning
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
        _ text: Located<String>, _ word: String, _ key: String, among known: some Collection<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCode", at: text.location, "nobody has said which \(word) '\(text.value)' is",
            remedy: Suggestion.nearest(to: text.value, among: known).map { "did you mean '\($0)'?" }
                ?? "add the code to '\(key)' in the definition of the register")
    }

    fileprivate static func agesNotTold(_ text: Located<String>, _ range: AgeRange) -> Diagnostic {
        Diagnostic(
            .error, "UnknownAge", at: text.location,
            "the delivery tells ages apart, but its layout says that all figures are about \(range)",
            remedy: "write the owner's codes of ages under 'ages', or name no column of ages")
    }

    fileprivate static func negativeCount(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NegativeCount", at: location, "the count is below zero",
            remedy: "ask the owner for the right figure, and record it in \(Corrections.fileName)")
    }

    fileprivate static func impossibleCount(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ImpossibleCount", at: location, "the count is larger than anything a register can count",
            remedy: "look for a code or a date in the wrong column, or a lost decimal mark")
    }

    fileprivate static func notAReading(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACount", at: location, "'\(text)' is neither a count nor a standard mark",
            remedy: "counts are numbers, '-' for zero, or one of the marks . .. ... :")
    }

    fileprivate static func blankCount(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BlankCount", at: location, "the count is empty, and the layout does not say what that means",
            remedy: "ask the owner, and write 'blank: zero' or 'blank: missing' in the definition of the register")
    }
}
