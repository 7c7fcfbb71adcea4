public import Receivables

/// What the indicators of a company need beside an account: its credit policy and its insurer's terms.
public struct Policy: Sendable, Hashable {
    /// Every amount an indicator gives is in this currency; items in others are shown apart.
    public var baseCurrency: Currency
    /// Upper bounds of the ageing buckets in days late, ascending; the last bucket is open.
    public var ageingBounds: [Int]
    /// A residual up to this amount, in minor units, is not overdue.
    public var tolerance: Int64
    /// Terms of insurance policies by their name; `nil` name: of those not listed.
    public var insurance: InsuranceTerms
    /// The legal cap on terms in days from the invoice (Code de commerce L441-10).
    public var legalTermDays: Int

    public init(
        baseCurrency: Currency = .eur, ageingBounds: [Int] = [30, 60, 90], tolerance: Int64 = 0,
        insurance: InsuranceTerms = InsuranceTerms(), legalTermDays: Int = 60
    ) {
        self.baseCurrency = baseCurrency
        self.ageingBounds = ageingBounds
        self.tolerance = tolerance
        self.insurance = insurance
        self.legalTermDays = legalTermDays
    }
}

/// What an insurance policy says where a decision on a buyer is silent.
public struct InsuranceTerms: Sendable, Hashable {
    /// True where the policy covers the amount without VAT (HT), as many French policies do.
    public var isWithoutVAT: Bool
    /// VAT rate in percent used to estimate the amount without VAT where the invoice does not state it.
    public var vatRate: Int64
    /// Insured share in percent where the decision states none.
    public var insuredShare: ExactDecimal
    public var maximumExtensionDays: Int
    public var declarationDays: Int

    public init(
        isWithoutVAT: Bool = false, vatRate: Int64 = 20, insuredShare: ExactDecimal = ExactDecimal(coefficient: 90),
        maximumExtensionDays: Int = 60, declarationDays: Int = 90
    ) {
        self.isWithoutVAT = isWithoutVAT
        self.vatRate = vatRate
        self.insuredShare = insuredShare
        self.maximumExtensionDays = maximumExtensionDays
        self.declarationDays = declarationDays
    }
}
