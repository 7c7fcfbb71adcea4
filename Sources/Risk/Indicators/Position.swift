import Receivables

/// An account seen on one day: what the indicators share is worked out once.
final class Position {
    /// With amounts in other currencies converted where a rate is known; all but `otherCurrencyItems` then take the base
    /// currency alone.
    let account: Account
    /// The account as documents state it.
    let stated: Account
    let holdsOtherCurrencies: Bool
    let day: Day
    let policy: Policy

    /// Items of the base currency with something left to pay once unreferenced credits are counted, by due date.
    let open: [Receivable]
    /// Those of `open` past their due date with more than the tolerance left that nobody contests: a dispute takes
    /// what it is about out of lateness, all of an item or a part.
    let overdue: ArraySlice<Receivable>
    /// What is open without a rate for the day, and in no amount here.
    let unconverted: Unconverted
    /// Σ open items − Σ unallocated credits, base currency.
    let exposure: Int64
    /// Σ residual of `open`.
    let positive: Int64
    /// The insurer's decisions through time.
    let timeline: CoverTimeline
    /// The insurer's decision in force today, nil where there is none; within a group, that on the group.
    let cover: Cover?
    /// That on the customer itself.
    let ownCover: Cover?
    /// Since when `cover` is one that was refused or cancelled.
    let revokedSince: Day?
    /// What the group's limit leaves this customer, minor units as the insurer counts them; nil where it is not covered
    /// by its group.
    let dealt: Int64?
    /// What was invoiced and settled in the past.
    let history: History
    /// Cover dealt out to `open` by invoice date.
    let allotment: Allotment

    init(_ stated: Account, on day: Day, _ policy: Policy) {
        let base = policy.baseCurrency
        self.stated = stated
        holdsOtherCurrencies = stated.holdsOther(than: base)
        let account =
            holdsOtherCurrencies
            ? stated.converted(by: Exchange(stated.rates, on: day, policy), into: base) : stated
        self.account = account
        self.day = day
        self.policy = policy
        let open = account.receivables.only { $0.residual > 0 && $0.currency == base }
        self.open = open
        overdue = open.leading { $0.due.day < day && $0.undisputed > policy.tolerance }
        let owed = account.receivables.reduce(Int64(0)) { $0 + ($1.currency == base ? $1.open : 0) }
        exposure = account.credits.reduce(owed) { $0 - ($1.currency == base ? $1.unallocated : 0) }
        positive = open.reduce(0) { $0 + $1.residual }
        timeline = CoverTimeline(account.ownLimits, policy)
        ownCover = timeline.cover(on: day)
        cover = ownCover
        revokedSince = timeline.revokedSince(on: day)
        dealt = nil
        history = History(account, on: day, base)
        allotment = Allotment(account, open: open, timeline, policy)
        unconverted =
            holdsOtherCurrencies ? Unconverted(account, known: allotment, of: open, on: day, policy) : .nothing
    }

    /// The same position with what its group's limit covers of it; without a cover of the group it keeps its own.
    init(_ own: Position, under cover: Cover?, revokedSince: Day?, dealt: Int64, _ allotment: Allotment) {
        (account, stated, holdsOtherCurrencies) = (own.account, own.stated, own.holdsOtherCurrencies)
        (day, policy) = (own.day, own.policy)
        (open, overdue, exposure, positive) = (own.open, own.overdue, own.exposure, own.positive)
        (timeline, ownCover, history) = (own.timeline, own.ownCover, own.history)
        unconverted = own.unconverted
        self.cover = cover ?? own.cover
        self.revokedSince = cover == nil ? own.revokedSince : revokedSince
        self.dealt = cover == nil ? nil : dealt
        self.allotment = allotment
    }

    /// The first day on which insurers' decisions on the customer leave less than today, where one is known.
    var nextFall: CoverTimeline.Fall? { timeline.nextFall(after: day) }

    /// The decision on the customer in force that left less than before.
    var lastCut: CoverTimeline.Fall? { timeline.lastCut(until: day) }

    /// The customer's limit before the decision in force.
    var previousLimit: Int64? { timeline.previous(on: day) }

    /// Those of `overdue` that are late by more than `days`.
    func overdue(beyond days: Int) -> [Receivable] { overdue.filter { $0.daysLate(on: day) > days } }

    /// Σ overdue by more than `days`, what is contested left out.
    func overdueAmount(beyond days: Int) -> Int64 {
        overdue.reduce(0) { $0 + ($1.daysLate(on: day) > days ? $1.undisputed : 0) }
    }

    /// Days late of the oldest item past its due date, whatever its currency.
    var oldestOverdue: Int? { daysOverdue.max() }

    /// `part / positive exposure`, nil where nothing is open.
    func share(_ part: Int64) -> IndicatorValue? {
        positive > 0 ? .number(Double(part) / Double(positive)) : nil
    }

    /// `amount / invoiced in the last 90 days × 90`, nil without invoicing in that time.
    func days(_ amount: Int64) -> Double? {
        history.invoiced90 > 0 ? Double(amount) / Double(history.invoiced90) * 90 : nil
    }

    /// What was owed at the end of another day, by the documents known now: Σ issued until then − Σ credits dated until
    /// then, an invoice that was corrected until it was, a returned payment only while it had not been taken back, and
    /// cents given up within the tolerance.
    func exposure(atEndOf day: Day) -> Int64 {
        let base = policy.baseCurrency
        let owed = account.receivables.reduce(Int64(0)) {
            $0 + ($1.currency == base && $1.issued <= day ? $1.amount : 0)
        }
        let replaced = account.replaced.reduce(Int64(0)) {
            $0 + ($1.currency == base && $1.issued <= day && day < $1.until ? $1.amount : 0)
        }
        let givenUp = account.allocations.reduce(Int64(0)) { sum, part in
            let counts = part.credit == nil && part.date <= day && account.receivables[part.receivable].currency == base
            return counts ? sum + part.amount : sum
        }
        return account.credits.reduce(owed + replaced - givenUp) { sum, credit in
            let counts = credit.currency == base && credit.date <= day && credit.returned.map { $0 > day } ?? true
            return counts ? sum - credit.amount : sum
        }
    }

    /// Exposure as the insurer counts it: with VAT, or without where the policy says so. May be negative.
    var insurableExposure: Int64 {
        let terms = cover?.terms ?? policy.insurance
        guard terms.isWithoutVAT else { return exposure }
        let base = policy.baseCurrency
        let owed = account.receivables.reduce(Int64(0)) {
            $0 + ($1.currency == base ? terms.insurable($1.open, of: $1) : 0)
        }
        return account.credits.reduce(owed) {
            $0 - ($1.currency == base ? terms.insurable($1.unallocated, of: $1) : 0)
        }
    }

    /// Σ residual of `open` by ageing bucket: not due, then one for each bound, the last one open. Contested items are
    /// in them, by their days; residuals within the tolerance are not due.
    var buckets: [Int64] {
        var buckets = [Int64](repeating: 0, count: policy.ageingBounds.count + 2)
        for item in open {
            // A residual within the tolerance is not overdue.
            let late = item.residual > policy.tolerance ? item.daysLate(on: day) : 0
            let bound = policy.ageingBounds.firstIndex { late <= $0 } ?? policy.ageingBounds.count
            buckets[late <= 0 ? 0 : bound + 1] += item.residual
        }
        return buckets
    }
}

extension Array {
    /// Those that fit; the array itself where all do, which copies nothing.
    fileprivate func only(where fits: (Element) -> Bool) -> [Element] { allSatisfy(fits) ? self : filter(fits) }

    /// Those that fit; where they come before all others, as the overdue do among items by due date, copying nothing.
    fileprivate func leading(_ fits: (Element) -> Bool) -> ArraySlice<Element> {
        let end = firstIndex { !fits($0) } ?? count
        return self[end...].contains(where: fits) ? filter(fits)[...] : self[..<end]
    }
}
