import Receivables

/// Reads the parts of a field from left to right.
struct SWIFTScanner {
    private var rest: Substring
    /// Remarks on what was mended, such as 30 February.
    private(set) var warnings: [Message] = []
    let line: Int

    init(_ text: String, line: Int) {
        rest = text[...]
        self.line = line
    }

    /// What is left.
    var remainder: String { String(rest) }

    mutating func take(_ count: Int, where accepts: (Character) -> Bool) -> String? {
        let part = rest.prefix(count)
        guard part.count == count, part.allSatisfy(accepts) else { return nil }
        rest = rest.dropFirst(count)
        return String(part)
    }

    mutating func takeWhile(_ accepts: (Character) -> Bool) -> String {
        let part = rest.prefix(while: accepts)
        rest = rest.dropFirst(part.count)
        return String(part)
    }

    mutating func skipSpaces() { _ = takeWhile { $0 == " " } }

    static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    static func isCapital(_ character: Character) -> Bool { character.isASCII && character.isUppercase }

    /// YYMMDD. A day its month has not (banks count months of 30 days) becomes the month's last, with a remark.
    mutating func date() throws(Refusal) -> Day {
        guard let digits = take(6, where: SWIFTScanner.isDigit), let number = Int(digits) else {
            throw badDate(String(rest.prefix(6)))
        }
        let year = number / 10_000
        return try day(year: year > 60 ? 1900 + year : 2000 + year, monthDay: number % 10_000, text: digits)
    }

    /// MMDD of the year that brings it nearest to `value`; nil where no four digits follow.
    mutating func entryDate(near value: Day) throws(Refusal) -> Day? {
        guard let digits = take(4, where: SWIFTScanner.isDigit), let number = Int(digits) else { return nil }
        let near = try day(year: value.parts.year, monthDay: number, text: digits)
        if near - value > 183 { return near.adding(months: -12) }
        return value - near > 183 ? near.adding(months: 12) : near
    }

    private mutating func day(year: Int, monthDay: Int, text: String) throws(Refusal) -> Day {
        let month = monthDay / 100
        let day = monthDay % 100
        if let exact = Day(year: year, month: month, day: day) { return exact }
        guard (29...31).contains(day), let first = Day(year: year, month: month, day: 1) else { throw badDate(text) }
        let last = first.endOfMonth
        warnings.append(Message(.bankMonthEnd, ["value": text, "date": last.description], line: line))
        return last
    }

    private func badDate(_ text: String) -> Refusal {
        Refusal(.bankBadDate, ["value": text, "line": String(line)], line: line)
    }

    /// Three capitals, where they come before a digit.
    mutating func currency() -> Currency? {
        guard let code = take(3, where: SWIFTScanner.isCapital) else { return nil }
        return Currency(code)
    }

    /// Digits with a comma: `1234,5`, `5,`. Nil where there is none.
    mutating func amount() -> ExactDecimal? {
        let text = takeWhile { SWIFTScanner.isDigit($0) || $0 == "," || $0 == "." }
        return ExactDecimal(text.replacing(",", with: "."))
    }

    /// An amount perhaps with its currency before it, and nothing but a further part behind it: `EUR11,85`, `11,85`.
    static func money(_ text: String, _ fallback: Currency) -> Money? {
        var scanner = SWIFTScanner(text, line: 0)
        let code = scanner.take(3, where: isCapital)
        guard let currency = code.map({ Currency($0) }) ?? fallback,
            let units = scanner.amount()?.minorUnits(decimals: currency.decimals), units.exact,
            units.value <= Ledger.largestAmount, scanner.rest.first.map({ "/ ".contains($0) }) ?? true
        else { return nil }
        return Money(minorUnits: units.value, currency: currency)
    }
}
