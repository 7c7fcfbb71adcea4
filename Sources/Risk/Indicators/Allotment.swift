import Receivables

/// Cover dealt out to open items in the order of their invoice dates, each under what was in force on its date: a
/// limit cut today leaves what was invoiced before it covered, and what was invoiced while cover was suspended
/// (an overdue beyond the maximum extension, *état de manquement*) or with terms beyond the maximum credit period has
/// none.
struct Allotment {
    /// What is covered of one open item.
    struct Part {
        /// Its place in `Position.open`; of one without a rate see `Position.item(of:)`.
        let item: Int
        /// Minor units as the insurer counts them, before the insured share; above 0, but of an item without a rate.
        let amount: Int64
        /// What of the limit other items had used before.
        let used: Int64
        let cover: Cover
    }

    /// By invoice date; items without cover are not in it.
    let parts: [Part]

    init(_ account: Account, open: [Receivable], _ timeline: CoverTimeline, _ policy: Policy) {
        guard !open.isEmpty, !timeline.isEmpty else {
            parts = []
            return
        }
        var dealer = Dealer(account, policy)
        var parts: [Part] = []
        var used: Int64 = 0
        for place in open.indices.sorted(by: { Allotment.precedes(open[$0], open[$1]) }) {
            guard let cover = timeline.cover(on: open[place].issued),
                let part = dealer.part(of: open[place], at: place, cover, after: used)
            else { continue }
            used += part.amount
            parts.append(part)
        }
        self.parts = parts
    }

    init(_ parts: [Part]) { self.parts = parts }

    /// Deals cover out to one buyer's items.
    struct Dealer {
        private let account: Account
        private let policy: Policy
        private var suspensions: [Int: Suspensions] = [:]

        init(_ account: Account, _ policy: Policy) {
            self.account = account
            self.policy = policy
        }

        /// What `cover` leaves for an item once `used` of its limit is gone; nil for nothing.
        mutating func part(of item: Receivable, at place: Int, _ cover: Cover, after used: Int64) -> Part? {
            guard cover.limit > used, cover.allows(item) else { return nil }
            let days = cover.maximumExtensionDays
            let suspended = suspensions[days] ?? Suspensions(account, extensionDays: days, policy)
            suspensions[days] = suspended
            let amount = min(cover.terms.insurable(item.residual, of: item), cover.limit - used)
            guard amount > 0, !suspended.contains(item.issued) else { return nil }
            return Part(item: place, amount: amount, used: used, cover: cover)
        }
    }

    /// What insurers pay of these parts, minor units. Amounts under one insured share are summed before they are rounded.
    static func indemnity(of parts: [Part]) -> Int64 {
        var sums: [ExactDecimal: Int64] = [:]
        for part in parts {
            sums.merge(part.cover.shares(of: part.used..<part.used + part.amount)) { $0 + $1 }
        }
        return sums.reduce(0) { $0 + $1.value - Cover.ownShare($1.value, $1.key) }
    }

    /// Oldest invoice first, of one day the one due first.
    static func precedes(_ left: Receivable, _ right: Receivable) -> Bool {
        if left.issued != right.issued { return left.issued < right.issued }
        return left.due.day == right.due.day ? left.number < right.number : left.due.day < right.due.day
    }
}

extension Cover {
    /// Whether the item's term is within the maximum credit period, where there is one.
    func allows(_ item: Receivable) -> Bool { maximumCreditDays.map { item.due.day - item.issued <= $0 } ?? true }
}
