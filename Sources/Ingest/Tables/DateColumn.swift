import Receivables

/// Reads the dates of one column, and learns from them whether the day or the month comes first.
///
/// `03/04/2026` is 3 April, as France writes it, unless a cell of the column can only be month first (`12/25/2026`)
/// and none can only be day first; `TableDates` lets the columns of a table learn from one another. A description may say
/// which part comes first, or that it usually is the month: then it is the day only where cells show that.
struct DateColumn: Equatable {
    enum Outcome {
        case day(Day)
        case empty
        case unreadable
        /// Has the form of a date and names none: 31 February.
        case impossible
    }

    /// What the cells seen so far can only be.
    struct Evidence: Equatable {
        var dayFirst = false
        var monthFirst = false
        /// Some could be either.
        var isOpen = false

        var isContradictory: Bool { dayFirst && monthFirst }
        var isDayFirst: Bool { dayFirst && !monthFirst }
        var isMonthFirst: Bool { monthFirst && !dayFirst }
    }

    private(set) var evidence = Evidence()
    private var readsMonthFirst: Bool
    private let isUsuallyMonthFirst: Bool
    /// Set where a description says which part comes first: then the cells teach nothing.
    private let order: TableDescription.DateOrder?

    init(_ order: TableDescription.DateOrder? = nil) {
        isUsuallyMonthFirst = order == .usuallyMonthFirst
        readsMonthFirst = isUsuallyMonthFirst
        self.order = isUsuallyMonthFirst ? nil : order
    }

    /// Dates were read one way, or refused, that the column as a whole shows to be written the other way.
    var needsAnotherPass: Bool { needsAnotherPass(evidence) }

    /// The same by what all the columns of its table show.
    func needsAnotherPass(_ table: Evidence) -> Bool { isMonthFirst(table) != readsMonthFirst }

    mutating func beginPass() { beginPass(evidence) }

    mutating func beginPass(_ table: Evidence) { readsMonthFirst = isMonthFirst(table) }

    private func isMonthFirst(_ table: Evidence) -> Bool {
        let shown = table.isContradictory ? evidence : table
        return isUsuallyMonthFirst ? !shown.isDayFirst : shown.isMonthFirst
    }

    mutating func read(_ scanner: borrowing TableScanner, _ cell: Cell) -> Outcome {
        let text = scanner.bytes.span
        if cell.end - cell.start == 10, let outcome = readTen(text, cell.start) { return outcome }
        let (start, end) = scanner.trimmed(cell)
        guard start < end else { return .empty }
        return readParts(text, start, end) ?? readWords(scanner.text(cell))
    }

    /// The two common forms, `2026-01-31` and `31/01/2026`; nil for anything else.
    private mutating func readTen(_ text: Span<UInt8>, _ start: Int) -> Outcome? {
        if text[start + 4] == 0x2D, text[start + 7] == 0x2D {
            guard let year = DateColumn.number(text, start, 4), let month = DateColumn.number(text, start + 5, 2),
                let day = DateColumn.number(text, start + 8, 2)
            else { return nil }
            return Day(year: year, month: month, day: day).map { .day($0) } ?? .impossible
        }
        guard text[start + 2] == text[start + 5], DateColumn.isMark(text[start + 2]),
            let first = DateColumn.number(text, start, 2), let second = DateColumn.number(text, start + 3, 2),
            let year = DateColumn.number(text, start + 6, 4)
        else { return nil }
        return ordered(first, second, year: year)
    }

    @inline(__always)
    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<(start + count) {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x2E }

    private mutating func ordered(_ first: Int, _ second: Int, year: Int) -> Outcome {
        if let order {
            let isMonthFirst = order == .monthFirst
            return Day(year: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
                .map { .day($0) } ?? .impossible
        }
        let dayFirst = Day(year: year, month: second, day: first)
        let monthFirst = Day(year: year, month: first, day: second)
        switch (dayFirst, monthFirst) {
        case (let dayFirst?, let monthFirst?):
            evidence.isOpen = evidence.isOpen || first != second
            return .day(readsMonthFirst ? monthFirst : dayFirst)
        case (let day?, nil):
            evidence.dayFirst = true
            return readsMonthFirst ? .impossible : .day(day)
        case (nil, let day?):
            evidence.monthFirst = true
            // Refused where read day first; the next pass knows better, unless other cells are day first.
            return readsMonthFirst ? .day(day) : .impossible
        case (nil, nil): return .impossible
        }
    }

    /// Digits and marks: `1/2/26`, `20260131`, `46053`, `2026-01-31T00:00:00`, `31.1.2026 00:00`, `2026/1/31`.
    private mutating func readParts(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Outcome? {
        var values = (0, 0, 0)
        var widths = (0, 0, 0)
        var part = 0
        var index = start
        while index < end {
            let byte = text[index]
            if byte &- 0x30 < 10 {
                let digit = Int(byte & 0x0F)
                switch part {
                case 0: (values.0, widths.0) = (values.0 * 10 + digit, widths.0 + 1)
                case 1: (values.1, widths.1) = (values.1 * 10 + digit, widths.1 + 1)
                default: (values.2, widths.2) = (values.2 * 10 + digit, widths.2 + 1)
                }
                guard widths.0 <= 8, widths.1 <= 8, widths.2 <= 8 else { return nil }
            } else if DateColumn.isMark(byte), part < 2 {
                part += 1
            } else if byte == 0x54 || byte == 0x20, part != 1, DateColumn.isTime(text, index + 1, end) {
                break
            } else {
                return nil
            }
            index += 1
        }
        if part == 0, widths.0 == 6, let order { return DateColumn.sixDigits(values.0, order) }
        return part == 2 ? threeParts(values, widths) : DateColumn.onePart(values.0, widths.0, part, widths.1)
    }

    private static func isTime(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        for index in start..<end {
            switch text[index] {
            case 0x30...0x3A, 0x2E, 0x2B, 0x2D, 0x5A, 0x20: continue
            case 0x41, 0x4D, 0x50, 0x61, 0x6D, 0x70: continue  // AM, PM
            default: return false
            }
        }
        return true
    }

    private mutating func threeParts(_ values: (Int, Int, Int), _ widths: (Int, Int, Int)) -> Outcome? {
        if widths.0 == 4, widths.1 <= 2, widths.2 <= 2, widths.1 > 0, widths.2 > 0 {
            return Day(year: values.0, month: values.1, day: values.2).map { .day($0) } ?? .impossible
        }
        guard (1...2).contains(widths.0), (1...2).contains(widths.1) else { return nil }
        if order == .yearFirst, widths.0 == 2, widths.2 <= 2 {
            return Day(year: DateColumn.century(values.0), month: values.1, day: values.2).map { .day($0) }
                ?? .impossible
        }
        switch widths.2 {
        case 4: return ordered(values.0, values.1, year: values.2)
        case 2: return ordered(values.0, values.1, year: DateColumn.century(values.2))
        default: return nil
        }
    }

    /// Two digits: 1970 to 2069, as POSIX and most packages read them.
    private static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// `310126` in the order that a description says.
    private static func sixDigits(_ value: Int, _ order: TableDescription.DateOrder) -> Outcome {
        let (first, second, third) = (value / 10_000, value / 100 % 100, value % 100)
        let day =
            switch order {
            case .dayFirst: Day(year: century(third), month: second, day: first)
            case .monthFirst, .usuallyMonthFirst: Day(year: century(third), month: first, day: second)
            case .yearFirst: Day(year: century(first), month: second, day: third)
            }
        return day.map { .day($0) } ?? .impossible
    }

    /// `20260131`, or a spreadsheet's day number (days since 1899-12-30), perhaps with a time as its fraction.
    private static func onePart(_ value: Int, _ width: Int, _ parts: Int, _ fraction: Int) -> Outcome? {
        if width == 8, parts == 0 {
            return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100).map { .day($0) } ?? .impossible
        }
        // 1954 to 2119: other five-digit numbers are no dates of invoices.
        guard width == 5, (20_000...80_000).contains(value), parts == 0 || fraction > 0 else { return nil }
        return .day(Day(number: Int32(value - 25_569)))
    }

    /// `31 janvier 2026`, `Jan 31, 2026`.
    private func readWords(_ text: String) -> Outcome {
        guard let day = PaymentTerms.date(cell: text) else { return .unreadable }
        return .day(day)
    }
}
