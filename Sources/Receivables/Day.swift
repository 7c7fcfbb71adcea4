/// A civil date in the proleptic Gregorian calendar: no time of day and no time zone.
///
/// Stored as the number of days since 1970-01-01. Invoices, due dates and limits are all dated in days; arithmetic
/// on them must not know about daylight saving, so no clock type takes part.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let number: Int32

    public init(number: Int32) {
        self.number = number
    }

    /// The date with these parts, or nil where no such date exists (31 February) or the year is outside 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.number = Day.dayNumber(year: year, month: month, day: day)
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Civil days from `earlier` to `later`; negative when `later` comes first.
    public static func - (later: Day, earlier: Day) -> Int { Int(later.number) - Int(earlier.number) }

    /// The day `days` later (earlier when negative).
    public func adding(days: Int) -> Day { Day(number: number &+ Int32(clamping: days)) }

    /// The same day of the month `months` later, or that month's last day where it is shorter.
    public func adding(months: Int) -> Day {
        let parts = self.parts
        let index = parts.year * 12 + (parts.month - 1) + months
        let year = index.quotientFlooring(by: 12)
        let month = index - year * 12 + 1
        let day = min(parts.day, Day.length(ofMonth: month, year: year))
        return Day(number: Day.dayNumber(year: year, month: month, day: day))
    }

    /// The last day of this day's month.
    public var endOfMonth: Day {
        let parts = self.parts
        let last = Day.length(ofMonth: parts.month, year: parts.year)
        return adding(days: last - parts.day)
    }

    /// The first day of this day's month.
    public var startOfMonth: Day { adding(days: 1 - parts.day) }

    /// Months counted from year 0, a key for grouping by calendar month.
    public var monthIndex: Int { parts.year * 12 + parts.month - 1 }

    /// Year, month (1–12) and day of the month (1–31).
    public var parts: (year: Int, month: Int, day: Int) {
        // Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days.
        let shifted = Int(number) + 719_468
        let era = shifted.quotientFlooring(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// ISO 8601 weekday: 1 is Monday, 7 is Sunday.
    public var weekday: Int {
        let remainder = (Int(number) + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// The Monday of this day's ISO 8601 week.
    public var startOfWeek: Day { adding(days: 1 - weekday) }

    /// ISO 8601 week-numbering year and week (1–53).
    public var week: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let year = thursday.parts.year
        let firstOfYear = Day(number: Day.dayNumber(year: year, month: 1, day: 1))
        return (year, (thursday - firstOfYear) / 7 + 1)
    }

    /// The Monday of an ISO 8601 week, or nil where the year has no such week.
    public init?(weekYear: Int, week: Int) {
        guard (1...9998).contains(weekYear), (1...53).contains(week) else { return nil }
        let fourth = Day(number: Day.dayNumber(year: weekYear, month: 1, day: 4))
        let monday = fourth.startOfWeek.adding(days: (week - 1) * 7)
        guard monday.week.year == weekYear, monday.week.week == week else { return nil }
        self = monday
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        // Howard Hinnant: days_from_civil.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.quotientFlooring(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        var bytes: [UInt8] = []
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `YYYY-MM-DD`.
    public func appendISO(to bytes: inout [UInt8]) {
        let parts = self.parts
        func digit(_ value: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: value % 10) }
        // At once: appending digit by digit costs more than working them out.
        let text: [10 of UInt8] = [
            digit(parts.year / 1000), digit(parts.year / 100), digit(parts.year / 10), digit(parts.year), 0x2D,
            digit(parts.month / 10), digit(parts.month), 0x2D, digit(parts.day / 10), digit(parts.day),
        ]
        unsafe text.span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Reads exactly `YYYY-MM-DD`; nil for anything else, including dates that do not exist.
    public init?(iso text: some StringProtocol) {
        let read = text.utf8.withContiguousStorageIfAvailable { unsafe Day(isoBytes: $0) }
        guard let day = read ?? Day(isoBytes: Array(text.utf8)) else { return nil }
        self = day
    }

    private init?(isoBytes bytes: some RandomAccessCollection<UInt8>) {
        guard bytes.count == 10 else { return nil }
        var year = 0
        var month = 0
        var day = 0
        var offset = 0
        for byte in bytes {
            let digit = Int(byte) - 0x30
            if offset == 4 || offset == 7 {
                guard byte == 0x2D else { return nil }
            } else {
                guard (0...9).contains(digit) else { return nil }
                if offset < 4 {
                    year = year * 10 + digit
                } else if offset < 7 {
                    month = month * 10 + digit
                } else {
                    day = day * 10 + digit
                }
            }
            offset += 1
        }
        self.init(year: year, month: month, day: day)
    }

    /// Reads exactly `YYYYMMDD` (UN/EDIFACT 2379 format 102, and the FEC); nil for anything else.
    public init?(compact text: some StringProtocol) {
        let utf8 = text.utf8
        guard utf8.count == 8 else { return nil }
        var value = 0
        for byte in utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
}

extension Int {
    fileprivate func quotientFlooring(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
