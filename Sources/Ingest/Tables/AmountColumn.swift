import Receivables

/// Reads the amounts of one column, and learns from them how the column writes decimals.
///
/// A lone separator before exactly three digits (`1.234`) is thousands or decimals; only another cell of the column
/// can tell. `needsAnotherPass` says that a row was refused for this and that a later cell did tell.
struct AmountColumn: Equatable {
    enum Outcome {
        case amount(Int64)
        case empty
        /// Not a number in any form.
        case unreadable
        /// More digits than fit.
        case tooLarge
        /// More decimals than the currency has, and not zeros.
        case tooManyDecimals
        /// `1.234` and nothing in the column says which.
        case ambiguous
        /// The cell names another currency than the row.
        case otherCurrency(Currency)
    }

    private var commaIsDecimal: Bool
    private var pointIsDecimal: Bool
    private var refusedAmbiguous = false
    /// Set where a description says which mark is the decimal one: the other then only groups thousands.
    private let mark: TableDescription.DecimalMark?

    init(_ mark: TableDescription.DecimalMark? = nil) {
        self.mark = mark
        commaIsDecimal = mark == .comma
        pointIsDecimal = mark == .point
    }

    /// A cell that could not be decided can be decided now.
    var needsAnotherPass: Bool { refusedAmbiguous && commaIsDecimal != pointIsDecimal }

    mutating func beginPass() { refusedAmbiguous = false }

    /// The amount in minor units of `currency`.
    mutating func read(_ scanner: borrowing TableScanner, _ cell: Cell, _ currency: Currency) -> Outcome {
        var number = NumberText()
        switch number.read(scanner.bytes.span, cell.start, cell.end) {
        case .empty: return .empty
        case .unreadable: return .unreadable
        case .tooLarge: return .tooLarge
        case .number: break
        }
        if let stated = number.currency, stated != currency { return .otherCurrency(stated) }
        return decide(number, currency)
    }

    private mutating func decide(_ number: NumberText, _ currency: Currency) -> Outcome {
        switch number.point {
        case .comma where mark == .point, .point where mark == .comma: return .unreadable
        case .comma: commaIsDecimal = true
        case .point: pointIsDecimal = true
        case .commaOrThousands, .pointOrThousands:
            guard commaIsDecimal != pointIsDecimal else {
                refusedAmbiguous = true
                return .ambiguous
            }
            let isDecimal = (number.point == .commaOrThousands) == commaIsDecimal
            return AmountColumn.minorUnits(number.coefficient, scale: isDecimal ? 3 : 0, currency.decimals)
        case .none: break
        }
        return AmountColumn.minorUnits(number.coefficient, scale: number.scale, currency.decimals)
    }

    private static func minorUnits(_ coefficient: Int64, scale: Int, _ decimals: Int) -> Outcome {
        if scale == decimals { return .amount(coefficient) }
        var value = coefficient
        for _ in 0..<max(0, scale - decimals) {
            guard value % 10 == 0 else { return .tooManyDecimals }
            value /= 10
        }
        for _ in 0..<max(0, decimals - scale) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return .tooLarge }
            value = product
        }
        return .amount(value)
    }
}

/// The digits, sign and separators of one written number.
struct NumberText {
    enum Outcome { case number, empty, unreadable, tooLarge }

    /// What the separators say of the decimal mark.
    enum Point {
        /// No separator, or only one that surely groups thousands by blanks.
        case none
        /// The comma is (or the point, grouping thousands, shows that it would be) the decimal mark.
        case comma
        case point
        case commaOrThousands
        case pointOrThousands
    }

    private(set) var coefficient: Int64 = 0
    /// Digits after the decimal mark.
    private(set) var scale = 0
    private(set) var point = Point.none
    /// A currency written in the cell: `EUR`, `€`, `$`, `£`.
    private(set) var currency: Currency?

    private var negative = false
    private var opened = false
    private var digits = 0
    /// Digits since the last separator of any kind, and whether that one grouped by a blank or an apostrophe.
    private var run = 0
    private var commas = 0
    private var points = 0
    private var blanks = 0
    private var lastMark: UInt8 = 0
    private var firstRun = 0
    private var leadsWithZero = false
    private var closed = false

    /// Reads `1 234,56`, `1.234,56`, `1,234.56`, `1'234.56`, `(123,45)`, `123,45-`, `-12 €`, `EUR 12.50`, with any of
    /// the blanks U+0020, U+00A0, U+202F and with quotes and `=` of spreadsheets around it.
    mutating func read(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Outcome {
        var index = start
        while index < end {
            let byte = text[index]
            if byte &- 0x30 < 10 {
                guard !closed else { return .unreadable }
                if digits == 0 { leadsWithZero = byte == 0x30 }
                let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
                let (sum, overflowed) = product.addingReportingOverflow(Int64(byte & 0x0F))
                guard !overflow, !overflowed else { return .tooLarge }
                coefficient = sum
                digits += 1
                run += 1
                index += 1
                continue
            }
            guard let width = readMark(text, index, end) else { return .unreadable }
            index += width
        }
        return finish()
    }

    /// Takes what is not a digit; its length in bytes, or nil where it has no place in a number.
    private mutating func readMark(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        let byte = text[index]
        switch byte {
        case 0x2C, 0x2E: return readSeparator(byte) ? 1 : nil
        case 0x20, 0x09, 0x0D, 0x0A: return readBlank(text, index + 1, end) ? 1 : nil
        case 0x27: return readBlank(text, index + 1, end) ? 1 : nil
        case 0x2D: return readSign() ? 1 : nil
        case 0x2B, 0x22, 0x3D: return digits == 0 || byte == 0x22 ? 1 : nil
        case 0x28: return open() ? 1 : nil
        case 0x29: return close() ? 1 : nil
        case 0x24: return name("USD") ? 1 : nil
        case 0xC2: return readLatin(text, index, end)
        case 0xE2: return readSymbol(text, index, end)
        default: return readCode(text, index, end)
        }
    }

    private mutating func readSeparator(_ mark: UInt8) -> Bool {
        guard digits > 0, !closed else { return digits == 0 && !closed && startWithPoint(mark) }
        if mark == 0x2C { commas += 1 } else { points += 1 }
        if commas + points + blanks == 1 { firstRun = run } else if run != 3 { return false }
        lastMark = mark
        run = 0
        return true
    }

    /// `,50` is fifty cents.
    private mutating func startWithPoint(_ mark: UInt8) -> Bool {
        if mark == 0x2C { commas += 1 } else { points += 1 }
        guard commas + points == 1 else { return false }
        lastMark = mark
        leadsWithZero = true
        return true
    }

    /// A blank between digits groups thousands; elsewhere it means nothing.
    private mutating func readBlank(_ text: Span<UInt8>, _ next: Int, _ end: Int) -> Bool {
        guard digits > 0, next < end, text[next] &- 0x30 < 10 else { return true }
        guard commas + points == 0, !closed else { return false }
        blanks += 1
        if blanks == 1 { firstRun = run } else if run != 3 { return false }
        guard firstRun <= 3 else { return false }
        run = 0
        return true
    }

    private mutating func readSign() -> Bool {
        guard !negative, !opened else { return false }
        negative = true
        if digits > 0 { closed = true }
        return true
    }

    private mutating func open() -> Bool {
        guard digits == 0, !opened, !negative else { return false }
        opened = true
        negative = true
        return true
    }

    private mutating func close() -> Bool {
        guard opened, digits > 0, !closed else { return false }
        closed = true
        return true
    }

    /// U+00A0, or the pound sign.
    private mutating func readLatin(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        guard index + 1 < end else { return nil }
        if text[index + 1] == 0xA0 { return readBlank(text, index + 2, end) ? 2 : nil }
        return text[index + 1] == 0xA3 && name("GBP") ? 2 : nil
    }

    /// U+202F, U+2009, U+2019 (’), the minus sign U+2212, or the euro sign.
    private mutating func readSymbol(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        guard index + 2 < end else { return nil }
        switch (text[index + 1], text[index + 2]) {
        case (0x80, 0xAF), (0x80, 0x89), (0x80, 0x99): return readBlank(text, index + 3, end) ? 3 : nil
        case (0x82, 0xAC): return name("EUR") ? 3 : nil
        case (0x88, 0x92): return readSign() ? 3 : nil
        default: return nil
        }
    }

    /// A currency code of three letters.
    private mutating func readCode(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        guard index + 3 <= end else { return nil }
        var code = ""
        for place in index..<(index + 3) {
            let upper = text[place] & 0xDF
            guard (0x41...0x5A).contains(upper) else { return nil }
            code.unicodeScalars.append(Unicode.Scalar(upper))
        }
        let next = index + 3 < end ? text[index + 3] & 0xDF : 0
        guard !(0x41...0x5A).contains(next) else { return nil }
        return name(code) ? 3 : nil
    }

    private mutating func name(_ code: String) -> Bool {
        guard currency == nil else { return false }
        currency = Currency(code)
        if digits > 0 { closed = true }
        return true
    }

    private mutating func finish() -> Outcome {
        guard digits > 0 else { return negative || commas + points > 0 || currency != nil ? .unreadable : .empty }
        guard !opened || closed, blanks == 0 || commas + points > 0 || run == 3 else { return .unreadable }
        if negative { coefficient = -coefficient }
        return decidePoint() ? .number : .unreadable
    }

    /// Which mark is the decimal one: the last of two kinds; a kind that repeats groups thousands.
    private mutating func decidePoint() -> Bool {
        guard commas + points > 0 else { return true }
        let isComma = lastMark == 0x2C
        let same = isComma ? commas : points
        let other = isComma ? points : commas
        if same > 1 {
            guard other == 0, blanks == 0, run == 3, (1...3).contains(firstRun) else { return false }
            point = isComma ? .point : .comma
            return true
        }
        if other > 0, !(1...3).contains(firstRun) { return false }
        if other == 0, blanks == 0, run == 3, (1...3).contains(firstRun), !leadsWithZero {
            point = isComma ? .commaOrThousands : .pointOrThousands
            return true
        }
        point = isComma ? .comma : .point
        scale = run
        return scale <= 18
    }
}
