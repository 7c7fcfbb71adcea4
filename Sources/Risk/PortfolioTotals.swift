/// Sums over all customers, kept up to date one customer at a time: a changed customer costs the same in a small
/// portfolio and a large one. All sums are whole numbers, so removing undoes adding exactly.
public struct PortfolioTotals: Sendable, Hashable {
    /// Σ exposure, negative ones included; minor units of the base currency, as all amounts here.
    public private(set) var exposure: Int64 = 0
    /// Σ residual of open items.
    public private(set) var positive: Int64 = 0
    public private(set) var overdue: Int64 = 0
    /// Overdue by more than 30, 60 and 90 days.
    public private(set) var overdueBeyond: [Int64] = [0, 0, 0]
    public private(set) var disputed: Int64 = 0
    /// What no insurer would pay if all customers failed today.
    public private(set) var uninsured: Int64 = 0
    public private(set) var unallocatedCash: Int64 = 0
    /// Σ residual of open items of customers nobody ever verified.
    public private(set) var unverified: Int64 = 0
    /// Invoiced in the last 90 days, VAT included.
    public private(set) var invoiced90: Int64 = 0
    /// Invoiced by calendar month back from that of the day; `CountBack.months` of them.
    public private(set) var invoicedMonths = [Int64](repeating: 0, count: CountBack.months)
    /// Σ exposure at the end of the day 90 days ago.
    public private(set) var opening: Int64 = 0
    /// Σ residual by ageing bucket, as in `Measures.buckets`.
    public private(set) var buckets: [Int64] = []
    public private(set) var customers = 0
    /// Customers with something open.
    public private(set) var openCustomers = 0
    public private(set) var estimatedDueDates = 0
    public private(set) var otherCurrencyItems = 0
    public private(set) var identityConflicts = 0
    /// Customers to whom documents were attached by name alone.
    public private(set) var guessedCustomers = 0
    /// By grade, where grades were given.
    public private(set) var grades: [String: GradeTotals] = [:]
    /// Σ positive², for the Herfindahl-Hirschman index.
    private var squares: Int128 = 0

    public init() {}

    /// Counts a customer in, with the grade of its score.
    public mutating func add(_ measures: Measures, grade: String? = nil) { apply(measures, grade, 1) }

    /// Takes a customer out again: the same measures and grade it was added with.
    public mutating func remove(_ measures: Measures, grade: String? = nil) { apply(measures, grade, -1) }

    /// Counts the part of a counted customer's uninsured exposure as covered that a limit on its group covers, minor
    /// units; the negative takes that back.
    public mutating func cover(_ amount: Int64, grade: String? = nil) {
        uninsured -= amount
        if let grade { grades[grade, default: GradeTotals()].cover(amount) }
    }

    /// Herfindahl-Hirschman index, 0–1: Σ (share of the positive exposure)²; nil where nothing is open.
    public var herfindahl: Double? {
        guard positive > 0 else { return nil }
        // By halves: the generic conversion of 128 bits costs more than the rest of a portfolio's figures.
        let sum =
            Double(Int64(truncatingIfNeeded: squares >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: squares))
        return sum / (Double(positive) * Double(positive))
    }

    /// Σ over grades of uninsured exposure × the grade's probability of default, minor units: exact to nine decimals of
    /// the probability, then to the nearest unit.
    public func expectedLoss(_ bands: [Scorecard.Band]) -> Int64 {
        let billion: Int128 = 1_000_000_000
        let loss = bands.reduce(Int128(0)) { sum, band in
            let probability = Int128((band.probability * 1e9).rounded())
            return sum + Int128(grades[band.grade]?.uninsured ?? 0) * probability
        }
        return Int64(clamping: (loss * 2 + billion) / (billion * 2))
    }

    private mutating func apply(_ measures: Measures, _ grade: String?, _ sign: Int64) {
        let own = measures.positive
        exposure += sign * measures.amount(place: Places.exposure)
        positive += sign * own
        squares += Int128(sign) * Int128(own) * Int128(own)
        overdue += sign * measures.amount(place: Places.overdue)
        for (place, indicator) in Places.overdueBeyond.enumerated() {
            overdueBeyond[place] += sign * measures.amount(place: indicator)
        }
        disputed += sign * measures.amount(place: Places.disputed)
        uninsured += sign * measures.amount(place: Places.uninsured)
        unallocatedCash += sign * measures.amount(place: Places.unallocatedCash)
        invoiced90 += sign * measures.amount(place: Places.invoiced90)
        measures.forEachInvoicedMonth { invoicedMonths[$0] += sign * $1 }
        opening += sign * measures.amount(place: Places.opening)
        if measures[place: Places.unverified] == .flag(true) { unverified += sign * own }
        customers += Int(sign)
        if own > 0 { openCustomers += Int(sign) }
        estimatedDueDates += Int(sign) * count(measures, Places.estimatedDueDates)
        otherCurrencyItems += Int(sign) * count(measures, Places.otherCurrencyItems)
        identityConflicts += Int(sign) * count(measures, Places.identityConflicts)
        guessedCustomers += Int(sign) * count(measures, Places.guessedIdentity)
        let buckets = measures.packedBuckets
        if self.buckets.isEmpty { self.buckets = [Int64](repeating: 0, count: buckets.count) }
        for (place, amount) in buckets.enumerated() { self.buckets[place] += sign * amount }
        if let grade { grades[grade, default: GradeTotals()].apply(measures, sign) }
    }

    private func count(_ measures: Measures, _ place: Int) -> Int { Int(measures[place: place]?.approximate ?? 0) }

    /// Places in `Indicator.all`, looked up once.
    enum Places {
        static let exposure = Indicator.place(.exposure)
        static let overdue = Indicator.place(.overdueAmount)
        static let overdueBeyond = [
            Indicator.place(.overdue30Amount), Indicator.place(.overdue60Amount), Indicator.place(.overdue90Amount),
        ]
        static let disputed = Indicator.place(.disputedAmount)
        static let uninsured = Indicator.place(.uninsuredExposure)
        static let unallocatedCash = Indicator.place(.unallocatedCash)
        static let unverified = Indicator.place(.unverified)
        static let invoiced90 = Indicator.place(.invoiced90)
        static let opening = Indicator.place(.exposure90DaysAgo)
        static let estimatedDueDates = Indicator.place(.estimatedDueDates)
        static let otherCurrencyItems = Indicator.place(.otherCurrencyItems)
        static let identityConflicts = Indicator.place(.identityConflicts)
        static let guessedIdentity = Indicator.place(.guessedIdentity)
    }
}

/// The customers of one grade.
public struct GradeTotals: Sendable, Hashable {
    public private(set) var customers = 0
    /// Minor units of the base currency.
    public private(set) var exposure: Int64 = 0
    public private(set) var uninsured: Int64 = 0

    mutating func cover(_ amount: Int64) { uninsured -= amount }

    mutating func apply(_ measures: Measures, _ sign: Int64) {
        customers += Int(sign)
        exposure += sign * measures.amount(place: PortfolioTotals.Places.exposure)
        uninsured += sign * measures.amount(place: PortfolioTotals.Places.uninsured)
    }
}
