import Receivables

/// What insurers cover of one buyer on one day.
///
/// 1. Of the permanent decisions of one insurer under one policy that have begun, the one with the latest `from` governs;
///    where two begin on one day, the smaller amount does: cover is not overstated. One that has ended covers nothing,
///    and what it replaced does not come back.
/// 2. Decisions of another insurer, or under another policy, stand beside them (a *top-up*): their limits add up, and
///    one's refusal or cancellation ends no other's. A decision that does not say whose it is may be anybody's: it
///    replaces all before it.
/// 3. Temporary limits in force add to them. A refusal or cancellation ends those granted before it by the same insurer.
/// 4. A refusal or a cancellation is a limit of 0, whatever amount its row still shows, and lasts until another
///    decision of the same insurer, whatever end it shows.
/// 5. A buyer without a decision in force is covered up to the policy's ceiling for unnamed buyers, where it has one,
///    unless an insurer refused or cancelled.
///
/// Where several insurers cover the buyer, the strictest of their clauses holds for all: no delay is missed.
struct Cover {
    /// A stretch of the limit under one insured share.
    struct Layer {
        let limit: Int64
        /// Percent.
        let insuredShare: ExactDecimal
    }

    /// Minor units of the base currency.
    let limit: Int64
    /// The limit one insured share after the other, the lowest first: what is used up first pays least.
    let layers: [Layer]
    /// The decisions that make it up, the governing one first; none for an unnamed buyer.
    let parts: [CreditLimit]
    /// Σ of the permanent ones; nil where there is none.
    let permanent: Int64?
    /// Granted for an unnamed buyer.
    let status: CreditLimit.Status
    /// Covered without a decision of its own.
    let isUnnamed: Bool
    let maximumCreditDays: Int?
    let maximumExtensionDays: Int
    let declarationDays: Int
    /// What the policy of the governing decision says.
    let terms: InsuranceTerms

    /// Refused, cancelled, or reduced to nothing.
    var isRevoked: Bool { limit == 0 && !isUnnamed }

    /// The first day of the latest decision, where stated; of a temporary one only where there is no other.
    var begins: Day? {
        let permanent = parts.filter { !$0.isTemporary }
        return (permanent.isEmpty ? parts : permanent).compactMap(\.from).max()
    }

    /// Who decided it, each once, those who cover something alone where anybody does; none where nobody says.
    var insurers: [String] {
        let covering = parts.filter { $0.covered > 0 }
        var names: [String] = []
        for name in (covering.isEmpty ? parts.prefix(1) : covering[...]).compactMap(\.insurer)
        where !names.contains(name) { names.append(name) }
        return names
    }

    /// The cover on `day`; nil where there is none.
    static func inForce(_ limits: [CreditLimit], on day: Day, _ policy: Policy) -> Cover? {
        let begun = limits.filter { $0.currency == policy.baseCurrency && $0.hasBegun(on: day) }
        let permanent = begun.governing.filter { $0.covered == 0 || $0.isRunning(on: day) }
        let revoked = begun.filter { !$0.isTemporary && $0.covered == 0 }
        let temporary = begun.filter { limit in
            limit.isTemporary && limit.covered > 0 && limit.isRunning(on: day)
                && !revoked.contains { $0.concerns(limit) && ($0.from?.number ?? .min) >= (limit.from?.number ?? .min) }
        }
        guard !permanent.isEmpty || !temporary.isEmpty else { return Cover(unnamed: policy) }
        return Cover(permanent, temporary, policy)
    }

    /// The cover that decisions of each insurer and the temporary limits that add to them make.
    private init(_ permanent: [CreditLimit], _ temporary: [CreditLimit], _ policy: Policy) {
        let covering = permanent.filter { $0.covered > 0 }
        // One who said no says nothing of what others cover.
        parts = covering + temporary + permanent.filter { $0.covered == 0 }
        self.permanent = permanent.isEmpty ? nil : covering.reduce(0) { $0 + $1.covered }
        limit = parts.reduce(0) { $0 + $1.covered }
        let alone = temporary.filter { limit in !covering.contains { $0.concerns(limit) } }
        let leading = covering + alone
        layers = leading.layers(with: temporary, policy)
        let decisions = leading.isEmpty ? permanent : leading
        let all = decisions.map { ($0, policy.terms(of: $0.policy)) }
        terms = all[0].1
        status = decisions[0].status
        isUnnamed = false
        maximumCreditDays = all.compactMap { $0.maximumCreditDays ?? $1.maximumCreditDays }.min()
        maximumExtensionDays =
            all.map { $0.maximumExtensionDays ?? $1.maximumExtensionDays }.min() ?? all[0].1.maximumExtensionDays
        declarationDays = all.map { $0.declarationDays ?? $1.declarationDays }.min() ?? all[0].1.declarationDays
    }

    /// The policy's cover of a buyer without a decision, where it has one.
    private init?(unnamed policy: Policy) {
        terms = policy.insurance
        parts = []
        permanent = nil
        guard terms.unnamedCeiling > 0 else { return nil }
        limit = terms.unnamedCeiling
        layers = [Layer(limit: limit, insuredShare: terms.unnamedShare)]
        status = .granted
        isUnnamed = true
        maximumCreditDays = terms.maximumCreditDays
        maximumExtensionDays = terms.maximumExtensionDays
        declarationDays = terms.declarationDays
    }

    /// What the insured bears of a covered amount, the first of the limit: `amount × (1 − insured share)`.
    func ownShare(_ amount: Int64) -> Int64 {
        shares(of: 0..<max(0, amount)).reduce(0) { $0 + Cover.ownShare($1.value, $1.key) }
    }

    /// How much of a stretch of the limit is under each insured share.
    func shares(of stretch: Range<Int64>) -> [ExactDecimal: Int64] {
        var sums: [ExactDecimal: Int64] = [:]
        var start: Int64 = 0
        for layer in layers {
            let end = start + layer.limit
            let part = min(end, stretch.upperBound) - max(start, stretch.lowerBound)
            if part > 0 { sums[layer.insuredShare, default: 0] += part }
            start = end
        }
        return sums
    }

    /// The insured share of all of the limit, percent: the mean where shares differ.
    var meanShare: Double {
        guard layers.count > 1, limit > 0 else { return layers.first?.insuredShare.approximate ?? 0 }
        return layers.reduce(0) { $0 + Double($1.limit) / Double(limit) * $1.insuredShare.approximate }
    }

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

    /// Whether both may be decisions of one insurer under one policy: neither differs where both state it.
    func concerns(_ other: CreditLimit) -> Bool {
        CreditLimit.mayBeOne(insurer, other.insurer) && CreditLimit.mayBeOne(policy, other.policy)
    }

    private static func mayBeOne(_ left: String?, _ right: String?) -> Bool {
        guard let left, let right, left != right else { return true }
        return Identifiers.normalisedName(left) == Identifiers.normalisedName(right)
    }
}

extension [CreditLimit] {
    /// Who decided last of those that have begun; nil where none of them says.
    func lastInsurer(on day: Day) -> String? {
        filter { $0.hasBegun(on: day) && $0.insurer != nil }
            .max { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }?.insurer
    }

    /// The permanent decisions that no later one of theirs replaced, the latest first.
    fileprivate var governing: [CreditLimit] {
        let latestFirst = filter { !$0.isTemporary }.sorted { Cover.precedes($1, $0) }
        return latestFirst.indices.filter { place in
            !latestFirst[..<place].contains { $0.concerns(latestFirst[place]) }
        }
        .map { latestFirst[$0] }
    }

    /// The limits of these decisions, each with the temporary ones that add to it first, by their insured share.
    fileprivate func layers(with temporary: [CreditLimit], _ policy: Policy) -> [Cover.Layer] {
        var left = temporary
        let own = map { decision in
            let added = decision.isTemporary ? [decision] : left.filter { $0.concerns(decision) }
            left.removeAll { added.contains($0) }
            let limit = added.reduce(decision.isTemporary ? 0 : decision.covered) { $0 + $1.covered }
            return Cover.Layer(
                limit: limit,
                insuredShare: decision.insuredShare ?? policy.terms(of: decision.policy).insuredShare)
        }
        return own.sorted { $0.insuredShare.approximate < $1.insuredShare.approximate }
    }
}
