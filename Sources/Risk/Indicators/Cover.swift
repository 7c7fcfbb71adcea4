import Receivables

/// The insurer's decision in force on one day: the latest permanent one that has begun and not ended, plus the
/// temporary ones in force. A refusal or cancellation counts as a limit of its own amount (usually 0).
struct Cover {
    /// Minor units of the base currency.
    let limit: Int64
    let insuredShare: ExactDecimal
    /// The last day in force, where it ends.
    let ends: Day?
    let maximumExtensionDays: Int
    let declarationDays: Int
    let maximumCreditDays: Int?
    /// Reduced, refused or cancelled by the decision in force.
    let isWithdrawn: Bool
    let policy: String?

    init?(_ limits: [CreditLimit], on day: Day, _ policy: Policy) {
        let running = limits.filter { $0.currency == policy.baseCurrency && $0.isInForce(on: day) }
        let permanent = running.filter { !$0.isTemporary }
        guard let decision = permanent.last ?? running.last else { return nil }
        let temporary = running.filter { $0.isTemporary && $0 != decision }
        limit = temporary.reduce(decision.amount) { $0 + $1.amount }
        insuredShare = decision.insuredShare ?? policy.insurance.insuredShare
        ends = decision.to
        maximumExtensionDays = decision.maximumExtensionDays ?? policy.insurance.maximumExtensionDays
        declarationDays = decision.declarationDays ?? policy.insurance.declarationDays
        maximumCreditDays = decision.maximumCreditDays
        isWithdrawn = decision.status != .granted
        self.policy = decision.policy
    }
}

extension CreditLimit {
    fileprivate func isInForce(on day: Day) -> Bool {
        if let from, from > day { return false }
        if let to, to < day { return false }
        return true
    }
}
