/// A day in the Gregorian calendar, without a clock or a time zone.
public struct CalendarDate: Hashable, Sendable {
    /// The year, four digits.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day, or `nil` if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads an ISO 8601 date such as `2020-01-01`; `nil` for anything else.
    public init?(_ iso: String) {
        guard iso.utf8.count == 10 else { return nil }
        var (year, month, day) = (0, 0, 0)
        for (place, byte) in iso.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (48...57).contains(byte) else { return nil }
            let digit = Int(byte) - 48
            switch place {
            case ..<4: year = year * 10 + digit
            case ..<7: month = month * 10 + digit
            default: day = day * 10 + digit
            }
        }
        self.init(year: year, month: month, day: day)
    }

    /// 1 January, the reference date of population statistics.
    public static func january1(_ year: Int) -> CalendarDate {
        CalendarDate(validYear: year, month: 1, day: 1)
    }

    /// The day before, or `nil` for the first day there is.
    public var dayBefore: CalendarDate? {
        if day > 1 { return CalendarDate(validYear: year, month: month, day: day - 1) }
        if month > 1 {
            return CalendarDate(validYear: year, month: month - 1, day: Self.days(in: month - 1, of: year))
        }
        return CalendarDate(year: year - 1, month: 12, day: 31)
    }

    private init(validYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date in ISO 8601.
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension CalendarDate: Comparable {
    /// Earlier days first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
