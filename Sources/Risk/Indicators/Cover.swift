import Receivables

/// What the insurer covers of one buyer on one day.
///
/// 1. Of the permanent decisions that have begun, the one with the latest `from` governs; where two begin on one day,
///    the smaller amount does: cover is not overstated. One that has ended covers nothing, and what it replaced does
///    not come back.
/// 2. Temporary limits in force add to it. A refusal or cancellation ends those granted before it.
/// 3. A refusal or a cancellation is a limit of 0, whatever amount its row still shows, and lasts until another
///    decision, whatever end it shows.
/// 4. A buyer without a decision in force is covered up to the policy's ceiling for unnamed buyers, where it has one,
///    unless the insurer refused or cancelled.
struct Cover {
    /// Minor units of the base currency.
    let limit: Int64
    /// The decisions that make it up, the governing one first; none for an unnamed buyer.
    let parts: [CreditLimit]
    /// Who decided it; nil where not stated, and for an unnamed buyer.
    let insurer: String?
    /// Percent.
    let insuredShare: ExactDecimal
    /// The first day of the governing decision, where stated.
    let begins: Day?
    /// The last day in force of the first part to end, where no known decision follows it for at least as much; also
    /// the eve of a known later decision that leaves less.
    let ends: Day?
    /// The permanent limit that was in force the day before the governing decision began, minor units.
    let previous: Int64?
    /// Of the governing decision; granted for an unnamed buyer.
    let status: CreditLimit.Status
    /// Covered without a decision of its own.
    let isUnnamed: Bool
    let maximumCreditDays: Int?
    let maximumExtensionDays: Int
    let declarationDays: Int
    let terms: InsuranceTerms

    /// Refused, cancelled, or reduced to nothing.
    var isRevoked: Bool { limit == 0 && !isUnnamed }

    /// Less than before, whatever word the decision uses; the word counts where nothing is known of before.
    let isCut: Bool

    /// The cover on `day`; nil where there is none.
    static func inForce(_ limits: [CreditLimit], on day: Day, _ policy: Policy) -> Cover? {
        let begun = limits.filter { $0.currency == policy.baseCurrency && $0.hasBegun(on: day) }
        let governing = begun.filter { !$0.isTemporary }.max { Cover.precedes($0, $1) }
        let permanent = begun.filter { $0 == governing && ($0.covered == 0 || $0.isRunning(on: day)) }.prefix(1)
        let revoked = begun.filter { !$0.isTemporary && $0.covered == 0 }.map { $0.from?.number ?? .min }.max()
        let temporary = begun.filter { $0.isTemporary && $0.isRunning(on: day) && $0.adds(since: revoked) }
        let parts = permanent + temporary
        guard let decision = parts.first else { return Cover(unnamed: policy) }
        return Cover(decision, Array(parts), of: limits, on: day, policy.terms(of: decision.policy))
    }

    /// The cover that one decision and the limits that add to it make.
    private init(
        _ decision: CreditLimit, _ parts: [CreditLimit], of limits: [CreditLimit], on day: Day, _ terms: InsuranceTerms
    ) {
        self.terms = terms
        self.parts = parts
        limit = parts.reduce(0) { $0 + $1.covered }
        insurer = decision.insurer
        insuredShare = decision.insuredShare ?? terms.insuredShare
        begins = decision.from
        let ending = parts.filter { $0.covered > 0 }
        let last = ending.compactMap { part in part.to.flatMap { limits.follows(part, ending: $0) ? nil : $0 } }
        ends = (last + [limits.eveOfCut(of: decision, after: day)].compactMap { $0 }).min()
        previous = limits.predecessor(of: decision)?.covered
        isCut = decision.isTemporary ? false : previous.map { decision.covered < $0 } ?? (decision.status != .granted)
        status = decision.status
        isUnnamed = false
        maximumCreditDays = decision.maximumCreditDays ?? terms.maximumCreditDays
        maximumExtensionDays = decision.maximumExtensionDays ?? terms.maximumExtensionDays
        declarationDays = decision.declarationDays ?? terms.declarationDays
    }

    /// The policy's cover of a buyer without a decision, where it has one.
    private init?(unnamed policy: Policy) {
        terms = policy.insurance
        parts = []
        insurer = nil
        guard terms.unnamedCeiling > 0 else { return nil }
        limit = terms.unnamedCeiling
        insuredShare = terms.unnamedShare
        begins = nil
        ends = nil
        previous = nil
        isCut = false
        status = .granted
        isUnnamed = true
        maximumCreditDays = terms.maximumCreditDays
        maximumExtensionDays = terms.maximumExtensionDays
        declarationDays = terms.declarationDays
    }

    /// What the insured bears of a covered amount: `amount × (1 − insured share)`.
    func ownShare(_ amount: Int64) -> Int64 { Cover.ownShare(amount, insuredShare) }

    /// `amount × (1 − share)` to the nearest minor unit; half a one is the insured's. Exact before it is rounded.
    static func ownShare(_ amount: Int64, _ share: ExactDecimal) -> Int64 {
        var hundred: Int128 = 100
        for _ in 0..<share.scale { hundred *= 10 }
        let borne = Int128(amount) * (hundred - Int128(share.coefficient))
        return Int64(clamping: (borne * 2 + hundred) / (hundred * 2))
    }

    fileprivate static func precedes(_ left: CreditLimit, _ right: CreditLimit) -> Bool {
        let (a, b) = (left.from?.number ?? .min, right.from?.number ?? .min)
        return a == b ? left.covered > right.covered : a < b
    }
}

extension CreditLimit {
    /// What it covers: its amount, nothing where refused or cancelled.
    var covered: Int64 { status == .refused || status == .cancelled ? 0 : max(0, amount) }

    func hasBegun(on day: Day) -> Bool { from.map { $0 <= day } ?? true }
    func isRunning(on day: Day) -> Bool { to.map { $0 >= day } ?? true }

    /// Whether this temporary limit counts after the last refusal or cancellation, by its day number.
    fileprivate func adds(since revoked: Int32?) -> Bool {
        covered > 0 && revoked.map { (from?.number ?? .min) > $0 } ?? true
    }
}

extension [CreditLimit] {
    /// Who decided last of those that have begun; nil where none of them says.
    func lastInsurer(on day: Day) -> String? {
        filter { $0.hasBegun(on: day) && $0.insurer != nil }
            .max { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }?.insurer
    }

    /// The permanent decision that was in force the day before this one began.
    fileprivate func predecessor(of decision: CreditLimit) -> CreditLimit? {
        guard let eve = decision.from?.adding(days: -1) else { return nil }
        let governing = filter { !$0.isTemporary && $0.currency == decision.currency && $0.hasBegun(on: eve) }
            .max { Cover.precedes($0, $1) }
        return governing.flatMap { $0.covered == 0 || $0.isRunning(on: eve) ? $0 : nil }
    }

    /// The day before the first known later decision that leaves less than this one; nil where there is none.
    fileprivate func eveOfCut(of decision: CreditLimit, after day: Day) -> Day? {
        compactMap { next -> Day? in
            guard let from = next.from, from > day, !next.isTemporary, next.currency == decision.currency else {
                return nil
            }
            return next.covered < decision.covered ? from.adding(days: -1) : nil
        }.min()
    }

    /// Whether a decision of the same kind takes over no later than the day after `end`, for at least as much.
    fileprivate func follows(_ part: CreditLimit, ending end: Day) -> Bool {
        contains {
            guard let from = $0.from, $0.isTemporary == part.isTemporary, $0.currency == part.currency else {
                return false
            }
            let isNext = from <= end.adding(days: 1) && from > (part.from ?? Day(number: .min))
            return isNext && $0.covered >= part.covered && ($0.to.map { $0 > end } ?? true)
        }
    }
}
