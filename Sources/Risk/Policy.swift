public import Receivables

/// What the indicators of a company need beside an account: its credit policy, its insurers' terms and the law's caps.
public struct Policy: Sendable, Hashable {
    /// Every amount an indicator gives is in this currency; items in others are converted by a dated rate, or shown
    /// apart where there is none.
    public var baseCurrency: Currency
    /// Upper bounds of the ageing buckets in days late, ascending; the last bucket is open.
    public var ageingBounds: [Int]
    /// A residual up to this amount, in minor units, is not overdue.
    public var tolerance: Int64
    /// Terms of the insurance policies that `policies` does not name.
    public var insurance: InsuranceTerms
    /// Terms by the policy's name, as decisions on buyers state it.
    public var policies: [String: InsuranceTerms]
    /// The law's cap on payment terms.
    public var legalTerms: LegalTerms
    /// Loss rates by ageing bucket; nil: those of `ProvisionMatrix.standard`.
    public var ownProvisions: ProvisionMatrix?

    /// Loss rates by ageing bucket.
    public var provisions: ProvisionMatrix { ownProvisions ?? .standard(ageingBounds) }
    /// What must be known of a customer.
    public var verification: VerificationPolicy
    /// Risk 0 (none) … 100 (worst) by sector, names folded.
    public var sectorRisks: [String: Double]
    /// The same by country, ISO 3166-1 alpha-2.
    public var countryRisks: [String: Double]
    /// How amounts in other currencies are converted.
    public var exchange: ExchangePolicy

    public init(
        baseCurrency: Currency = .eur, ageingBounds: [Int] = [30, 60, 90], tolerance: Int64 = 0,
        insurance: InsuranceTerms = InsuranceTerms(), policies: [String: InsuranceTerms] = [:],
        legalTerms: LegalTerms = LegalTerms(), ownProvisions: ProvisionMatrix? = nil,
        verification: VerificationPolicy = VerificationPolicy(), sectorRisks: [String: Double] = [:],
        countryRisks: [String: Double] = [:], exchange: ExchangePolicy = ExchangePolicy()
    ) {
        self.baseCurrency = baseCurrency
        self.ageingBounds = ageingBounds
        self.tolerance = tolerance
        self.insurance = insurance
        self.policies = policies
        self.legalTerms = legalTerms
        self.ownProvisions = ownProvisions
        self.verification = verification
        self.sectorRisks = sectorRisks
        self.countryRisks = countryRisks
        self.exchange = exchange
    }

    /// The terms of the policy with this name, else the general ones.
    func terms(of policy: String?) -> InsuranceTerms {
        policy.flatMap { policies[$0] } ?? insurance
    }
}
