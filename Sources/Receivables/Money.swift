/// An amount of money: a whole number of minor units (cents) of one currency. Positive is owed to us unless the
/// declaration that carries it says otherwise.
public struct Money: Hashable, Sendable {
    public var minorUnits: Int64
    public var currency: Currency

    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Why two amounts cannot be combined.
    public enum Failure: Error, Hashable {
        case currenciesDiffer(Currency, Currency)
        case overflow
    }

    /// The sum. Throws where the currencies differ or the result exceeds 64 bits.
    public func adding(_ other: Money) throws(Failure) -> Money {
        guard currency == other.currency else { throw .currenciesDiffer(currency, other.currency) }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .overflow }
        return Money(minorUnits: sum, currency: currency)
    }

    /// The difference. Throws where the currencies differ or the result exceeds 64 bits.
    public func subtracting(_ other: Money) throws(Failure) -> Money {
        guard other.minorUnits != .min else { throw .overflow }
        return try adding(Money(minorUnits: -other.minorUnits, currency: other.currency))
    }
}

extension Money: CustomStringConvertible {
    /// The plain decimal with the currency's digits, then the code: `-1234.50 EUR`.
    public var description: String { decimalText + " " + currency.code }

    /// The plain decimal with the currency's digits: `-1234.50`.
    public var decimalText: String {
        var bytes: [UInt8] = []
        appendDecimal(minorUnits, decimals: currency.decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
