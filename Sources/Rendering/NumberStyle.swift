import Geography
import LocatedInput

/// How numbers and dates are written for people, in one language.
///
/// Norwegian and Northern Sámi use a decimal comma and no-break spaces between thousands, English a point and commas; a
/// minus is U+2212 everywhere. Nothing is rounded here: a published number has the digits it is shown with. The program
/// asks no locale, so that a page is the same on every machine. Språkrådet's rules for numbers and dates.
public struct NumberStyle: Hashable, Sendable {
    /// The language.
    public let language: Language

    /// The way of writing in `language`.
    public init(_ language: Language) { self.language = language }

    /// A number with all its digits: `12 345,6` or `12,345.6`. Zero never has a sign.
    public func text(_ number: NumberText.Decimal) -> String {
        number.written(decimalMark: decimalMark, thousandsMark: thousandsMark, minus: Self.minus)
    }

    /// A whole number: `12 345` or `12,345`.
    public func text(_ count: Int) -> String { text(NumberText.Decimal(count, decimals: 0)) }

    /// A difference, with its sign also when it is positive: `+1,2`.
    public func signed(_ number: NumberText.Decimal) -> String { (number.scaled > 0 ? "+" : "") + text(number) }

    /// A share in per cent: `12,3 %` or `12.3%`.
    public func percent(_ number: NumberText.Decimal) -> String { text(number) + percentSign }

    /// From one number to another: `1,2–3,4`, or `−1,2 til 3,4` where a minus would meet the dash.
    public func range(_ lower: NumberText.Decimal, _ upper: NumberText.Decimal) -> String {
        text(lower) + (min(lower.scaled, upper.scaled) < 0 ? wordBetween : "–") + text(upper)
    }

    /// From one share to another in per cent: `1,2–3,4 %`.
    public func percent(_ lower: NumberText.Decimal, _ upper: NumberText.Decimal) -> String {
        range(lower, upper) + percentSign
    }

    /// Years, never grouped: `2024`, or `2022–2024` where they differ.
    public func years(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)–\(last)" }

    /// A day: `6. januar 2026` or `6 January 2026`; in Northern Sámi as in data, `2026-01-06`.
    public func date(_ date: CalendarDate) -> String {
        switch language {
        case .nb, .nn: "\(date.day). \(Self.norwegianMonths[date.month - 1]) \(date.year)"
        case .en: "\(date.day) \(Self.englishMonths[date.month - 1]) \(date.year)"
        case .se: date.description
        }
    }

    private static let minus = "\u{2212}"
    private static let noBreakSpace = "\u{00A0}"
    private static let norwegianMonths = [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "desember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private var decimalMark: String { language == .en ? "." : "," }
    private var thousandsMark: String { language == .en ? "," : Self.noBreakSpace }
    private var percentSign: String { language == .en ? "%" : "\(Self.noBreakSpace)%" }
    private var wordBetween: String {
        let word =
            switch language {
            case .nb, .nn: "til"
            case .en: "to"
            case .se: "–"
            }
        return Self.noBreakSpace + word + Self.noBreakSpace
    }
}
