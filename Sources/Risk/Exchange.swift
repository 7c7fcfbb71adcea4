public import Receivables

/// How the company converts other currencies into its own.
public struct ExchangePolicy: Sendable, Hashable {
    /// A rate somebody fixed, in force from its day until the next: it goes before reference rates and never gets old.
    public struct Fixed: Sendable, Hashable {
        public var from: Day
        /// Units of the currency for one unit of the base currency.
        public var perBase: ExactDecimal

        public init(from: Day, perBase: ExactDecimal) {
            self.from = from
            self.perBase = perBase
        }
    }

    /// The oldest reference rate that is still used, in civil days before the day: long enough for the bank's holidays,
    /// short enough that a currency no longer quoted is not converted for ever.
    public var maximumAgeDays: Int
    public var fixed: [Currency: [Fixed]]

    public init(maximumAgeDays: Int = 10, fixed: [Currency: [Fixed]] = [:]) {
        self.maximumAgeDays = maximumAgeDays
        self.fixed = fixed
    }
}

/// Converts into the base currency on one day: by the fixed rate in force, else by the last euro reference rates on or
/// before it. All amounts of a customer, old invoices among them, are taken at the day's rate.
public struct Exchange: Sendable {
    /// What is known of a currency on the day.
    public enum Answer: Sendable, Hashable {
        case rate(Conversion)
        /// The last rate is of this day: too old to be used.
        case stale(Day)
        case missing
    }

    private let rates: RateTable
    private let base: Currency
    private let policy: ExchangePolicy
    private let day: Day

    public init(_ rates: RateTable, on day: Day, _ policy: Policy) {
        self.rates = rates
        self.base = policy.baseCurrency
        self.policy = policy.exchange
        self.day = day
    }

    public func answer(for currency: Currency) -> Answer {
        if let fixed = policy.fixed[currency]?.last(where: { $0.from <= day }) {
            return .rate(Conversion(currency, into: base, fixed))
        }
        guard let own = rates.last(of: currency, on: day), let ours = rates.last(of: base, on: day) else {
            return .missing
        }
        let oldest = min(own.day, ours.day)
        guard day - oldest <= policy.maximumAgeDays else { return .stale(oldest) }
        return .rate(Conversion(currency, into: base, own, ours))
    }

    /// The other currencies an account holds something in, by code, with what is known of each.
    public func answers(for account: Account) -> [(currency: Currency, answer: Answer)] {
        account.currencies.filter { $0 != base }.sorted().map { ($0, answer(for: $0)) }
    }
}

/// One currency into the base currency: `amount × rate`, in whole minor units of each, exact until it is rounded once.
public struct Conversion: Sendable, Hashable {
    /// What the rate rests on, for people to check.
    public enum Basis: Sendable, Hashable {
        /// Units for one unit of the base currency, from a day on.
        case fixed(ExchangePolicy.Fixed)
        /// Units of the currency and of the base currency for one euro.
        case reference(perEuro: ExactDecimal, basePerEuro: ExactDecimal, day: Day)
    }

    public let currency: Currency
    public let basis: Basis
    /// Minor units of the base currency for `denominator` minor units of the other.
    private let numerator: Int128
    private let denominator: Int128

    init(_ currency: Currency, into base: Currency, _ own: RateTable.Entry, _ ours: RateTable.Entry) {
        self.currency = currency
        basis = .reference(perEuro: own.perEuro, basePerEuro: ours.perEuro, day: min(own.day, ours.day))
        (numerator, denominator) = Conversion.ratio(own.perEuro, ours.perEuro, currency, base)
    }

    init(_ currency: Currency, into base: Currency, _ fixed: ExchangePolicy.Fixed) {
        self.currency = currency
        basis = .fixed(fixed)
        (numerator, denominator) = Conversion.ratio(fixed.perBase, ExactDecimal(coefficient: 1), currency, base)
    }

    /// `base rate / own rate × 10^(base decimals − own decimals)` as a fraction of whole numbers.
    private static func ratio(
        _ own: ExactDecimal, _ ours: ExactDecimal, _ currency: Currency, _ base: Currency
    ) -> (Int128, Int128) {
        let exponent = own.scale - ours.scale + base.decimals - currency.decimals
        return (
            Int128(ours.coefficient) * power(max(0, exponent)), Int128(own.coefficient) * power(max(0, -exponent))
        )
    }

    private static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    /// Minor units of the base currency, to the nearest; halves to the even one, so that many small amounts do not
    /// drift. Nil where the result is larger than any amount one document may state.
    public func amount(_ minorUnits: Int64) -> Int64? {
        let (product, overflow) = Int128(minorUnits).multipliedReportingOverflow(by: numerator)
        guard !overflow else { return nil }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: denominator)
        let twice = remainder.magnitude * 2
        let half = denominator.magnitude
        let roundsAway = twice > half || twice == half && quotient % 2 != 0
        let nearest = roundsAway ? quotient + (product < 0 ? -1 : 1) : quotient
        guard nearest.magnitude <= UInt128(Ledger.largestAmount) else { return nil }
        return Int64(nearest)
    }

    /// The day the rate is of.
    public var day: Day {
        switch basis {
        case .fixed(let fixed): fixed.from
        case .reference(_, _, let day): day
        }
    }
}
