public import Receivables

/// One invoice of the past: what its customer's score was on the morning it was issued, and how it was paid.
public struct Judgement: Sendable, Hashable {
    /// How an invoice ended, seen from the end of the history.
    public enum Outcome: String, Sendable, CaseIterable {
        /// Paid no more than the days asked after its due date.
        case onTime
        /// Paid later than that, still unpaid then, or written off.
        case late
        /// Open, and not yet that late.
        case open
        /// In dispute to the end.
        case disputed
        /// Settled by credit notes alone, taken out of receivables, or corrected by another invoice: nobody paid it.
        case unpaid
    }

    public let number: String
    /// The customer's key at the end of the history.
    public let customer: String
    public let issued: Day
    /// Of the last part.
    public let due: Day
    /// Minor units of the base currency.
    public let amount: Int64
    /// The day the last part was paid with cash; nil while something is owed.
    public let settled: Day?
    public let outcome: Outcome
    /// More than ninety days late or written off; nil where the history ends too early to tell.
    public let isDefault: Bool?
    /// The customer's score on the morning of `issued`.
    public let score: Double
    public let grade: String
    /// The customer's amount-weighted average days late that morning; where it had none, the average of all customers;
    /// 0 before anything was settled.
    public let customerAverage: Double
    /// Share of all invoices settled by that morning that were late; 0 before anything was settled.
    public let portfolioRate: Double
}
