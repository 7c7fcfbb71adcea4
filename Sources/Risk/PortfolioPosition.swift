public import Receivables

/// The whole portfolio seen on one day: what its indicators are worked out from.
public struct PortfolioPosition: Sendable {
    public let totals: PortfolioTotals
    public let day: Day
    public let policy: Policy
    /// Grades with their probability of default within a year.
    public let bands: [Scorecard.Band]
    public let quality: DataQuality
    /// The largest customers; nil where nobody looked at all of them.
    public let largest: Concentration?

    public init(
        _ totals: PortfolioTotals, on day: Day, _ policy: Policy, bands: [Scorecard.Band] = [],
        quality: DataQuality = DataQuality(), largest: Concentration? = nil
    ) {
        self.totals = totals
        self.day = day
        self.policy = policy
        self.bands = bands
        self.quality = quality
        self.largest = largest
    }

    /// Days sales outstanding by count-back over calendar months (see `CountBack`), on the exposure of all; nil where 24
    /// months of invoicing do not make it up.
    public var dso: Double? { CountBack.days(totals.exposure, totals.invoicedMonths, on: day) }

    /// Exposure / invoiced in 90 days × 90; nil without invoicing.
    public var simpleDso: Double? { days(max(0, totals.exposure)) }

    /// The part of the portfolio not yet due / invoiced in 90 days × 90; nil without invoicing.
    public var bestPossibleDso: Double? { days(totals.buckets.first ?? 0) }

    /// dso − bestPossibleDso: the part of the DSO that late payment causes.
    public var averageDaysDelinquent: Double? {
        guard let dso, let best = bestPossibleDso else { return nil }
        return dso - best
    }

    /// Collection effectiveness index over 90 days: (opening + invoiced − closing) / (opening + invoiced − closing not
    /// due). 1 where all that fell due was collected; nil where nothing could be.
    public var collectionEffectiveness: Double? {
        let owed = totals.opening + totals.invoiced90
        let collectable = owed - (totals.buckets.first ?? 0)
        return collectable > 0 ? Double(owed - totals.exposure) / Double(collectable) : nil
    }

    /// Σ over grades of uninsured exposure × the grade's probability of default, minor units: exact to nine decimals of
    /// the probability, then to the nearest unit. Nil without grades.
    public var expectedLoss: Int64? { bands.isEmpty ? nil : totals.expectedLoss(bands) }

    /// What the provision matrix sets aside, by ageing bucket.
    public var provisions: [Int64] { policy.provisions.provisions(totals.buckets) }

    /// `part / Σ residual of open items`.
    func share(_ part: Int64) -> Double? {
        totals.positive > 0 ? Double(part) / Double(totals.positive) : nil
    }

    private func days(_ amount: Int64) -> Double? {
        totals.invoiced90 > 0 ? Double(amount) / Double(totals.invoiced90) * 90 : nil
    }
}
