public import Receivables

/// What an insurance policy says where a decision on a buyer is silent.
public struct InsuranceTerms: Sendable, Hashable {
    /// True where the policy covers the amount without VAT (*hors taxes*), as many French policies do.
    public var isWithoutVAT: Bool
    /// VAT rate in percent, to estimate the amount without VAT where the invoice does not state it.
    public var vatRate: ExactDecimal
    /// The insured share (*quotité*) in percent where the decision states none.
    public var insuredShare: ExactDecimal
    /// Longest credit period covered, in days from the invoice; nil for no such clause.
    public var maximumCreditDays: Int?
    /// Longest extension (*prorogation*) the insured may grant alone, in days from the due date.
    public var maximumExtensionDays: Int
    /// Days from the due date within which an overdue must be declared; after them the right is lost (*forclusion*).
    public var declarationDays: Int
    /// Cover of buyers without a decision of their own (*non-dénommés*), minor units of the base currency; 0 for none.
    public var unnamedCeiling: Int64
    /// The insured share of that cover, in percent.
    public var unnamedShare: ExactDecimal

    public init(
        isWithoutVAT: Bool = false, vatRate: ExactDecimal = ExactDecimal(coefficient: 20),
        insuredShare: ExactDecimal = ExactDecimal(coefficient: 90), maximumCreditDays: Int? = nil,
        maximumExtensionDays: Int = 60, declarationDays: Int = 90, unnamedCeiling: Int64 = 0,
        unnamedShare: ExactDecimal = ExactDecimal(coefficient: 70)
    ) {
        self.isWithoutVAT = isWithoutVAT
        self.vatRate = vatRate
        self.insuredShare = insuredShare
        self.maximumCreditDays = maximumCreditDays
        self.maximumExtensionDays = maximumExtensionDays
        self.declarationDays = declarationDays
        self.unnamedCeiling = unnamedCeiling
        self.unnamedShare = unnamedShare
    }

    /// An amount without VAT at the estimated rate, to the nearest minor unit.
    func withoutVAT(_ amount: Int64) -> Int64 {
        var hundred: Int64 = 100
        for _ in 0..<vatRate.scale { hundred *= 10 }
        return proportion(of: amount, hundred, hundred + vatRate.coefficient)
    }

    /// What the policy counts of `part` of an item: with VAT, or without from BT-109 in proportion, else estimated.
    func insurable(_ part: Int64, of item: Receivable) -> Int64 {
        insurable(part, net: item.net, of: item.amount)
    }

    /// The same of a credit note, whose amount without VAT is stated like an invoice's, and of a payment, where none is.
    func insurable(_ part: Int64, of credit: Credit) -> Int64 { insurable(part, net: credit.net, of: credit.amount) }

    private func insurable(_ part: Int64, net: Int64?, of amount: Int64) -> Int64 {
        guard isWithoutVAT else { return part }
        guard let net, amount > 0 else { return withoutVAT(part) }
        return proportion(of: part, net, amount)
    }
}

/// `amount × part / whole` to the nearest minor unit, ties away from zero, without overflow on the way.
func proportion(of amount: Int64, _ part: Int64, _ whole: Int64) -> Int64 {
    let product = Int128(amount) * Int128(part)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(whole))
    let roundsUp = remainder.magnitude * 2 >= Int128(whole).magnitude
    let nearest = roundsUp ? quotient + (product < 0 ? -1 : 1) : quotient
    return Int64(clamping: nearest)
}
