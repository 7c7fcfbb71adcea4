import Receivables

/// Rows whose amount is their quantity times their price: amounts of lines, and not of the whole invoice.
struct LineFigures {
    private let quantity: Int?
    private let price: Int?
    private var lines: Set<Int32> = []

    init(_ columns: TableColumns) {
        quantity = columns[.quantity]
        price = columns[.unitPrice]
    }

    mutating func beginPass() { lines = [] }

    func contains(_ line: Int32?) -> Bool { line.map { lines.contains($0) } ?? false }

    mutating func look(at cursor: borrowing TableCursor, _ amount: Int64, _ currency: Currency) {
        guard let quantity = LineFigures.number(cursor, quantity), let price = LineFigures.number(cursor, price),
            amount != 0, amount.magnitude < LineFigures.limit, quantity.coefficient.magnitude < LineFigures.limit,
            price.coefficient.magnitude < LineFigures.limit
        else { return }
        let unit = LineFigures.power(quantity.scale + price.scale)
        let stated = Int128(amount) * unit
        let product = Int128(quantity.coefficient) * Int128(price.coefficient) * LineFigures.power(currency.decimals)
        // The price may be without the VAT that the amount holds.
        let isProduct = ([0] + AmountBasis.rates).contains { rate in
            (stated * 1000 - product * Int128(1000 + rate)).magnitude <= (unit * 1000).magnitude
        }
        if isProduct { lines.insert(Int32(truncatingIfNeeded: cursor.row.line)) }
    }

    /// Far above any line, and far from an overflow.
    private static let limit: UInt64 = 1_000_000_000_000

    /// A cell's number; nil where its separator may be of thousands or of decimals.
    private static func number(_ cursor: borrowing TableCursor, _ column: Int?) -> NumberText? {
        guard let column else { return nil }
        let cell = cursor.cell(column)
        var number = NumberText()
        guard number.read(cursor.scanner.bytes.span, cell.start, cell.end) == .number, number.scale <= 6 else {
            return nil
        }
        switch number.point {
        case .commaOrThousands, .pointOrThousands: return nil
        case .none, .comma, .point: return number
        }
    }

    private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
