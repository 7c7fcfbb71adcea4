import Receivables

@testable import Risk

/// The definitions of the indicators, each on its own, without sharing or packing.
struct Naive {
    /// With nothing in the amounts of what has no rate: sums leave it out, days and counts do not.
    let account: Account
    /// As documents state it.
    let stated: Account
    let day: Day
    let policy: Policy

    init(account: Account, day: Day, policy: Policy) {
        stated = account
        var known = account
        for place in known.receivables.indices where known.receivables[place].currency != policy.baseCurrency {
            known.receivables[place].amount = 0
            known.receivables[place].open = 0
            known.receivables[place].residual = 0
        }
        for place in known.credits.indices where known.credits[place].currency != policy.baseCurrency {
            known.credits[place].amount = 0
            known.credits[place].unallocated = 0
        }
        self.account = known
        self.day = day
        self.policy = policy
    }

    /// Every figure by its name; nil where it is not known.
    var all: [(name: String, value: IndicatorValue?)] { position + behaviour + insurance + events + identity }

    // MARK: Identity

    private var identity: [(name: String, value: IndicatorValue?)] {
        let customer = account.customer
        let hasNumber = customer.siren != nil || customer.vat != nil || !customer.others.isEmpty
        let register = account.events.map(\.event).filter { $0.kind == .register && $0.date <= day }.last?.register
        return [
            // The policy's default: a number of identity above the threshold, and nothing else.
            ("verificationGaps", .number(exposure > policy.verification.threshold && !hasNumber ? 1 : 0)),
            ("verificationThreshold", .amount(policy.verification.threshold)),
            // Known once there is a grade, and where the rules have tables.
            ("verificationOverdueDays", nil), ("sectorRisk", nil), ("countryRisk", nil),
            ("ceased", .flag(register.map { !$0.isActive } ?? false)), ("expectedDaysLate", number(expected)),
        ]
    }

    /// Every settled invoice by its own weight in 2²⁰ths, and of the overdue ones, with all of it, as many of the latest as
    /// make the mean the largest.
    private var expected: Double? {
        var (sum, weights) = (0, 0)
        for settled in settledItems where day >= settled.day && day - settled.day < 2400 {
            let age = day - settled.day
            let start = 1_048_576 >> (age / 120)
            let weight = start - start * (age - age / 120 * 120) / 240
            sum += weight * (settled.day - settled.item.due.day)
            weights += weight
        }
        let latest = lateAll.map(\.days).sorted(by: >)
        return (0...latest.count).compactMap { count -> Double? in
            let all = weights + count * 1_048_576
            let days = latest.prefix(count).reduce(0, +)
            return all > 0 ? Double(sum + 1_048_576 * days) / Double(all) : nil
        }.max()
    }

    // MARK: Position

    private var position: [(name: String, value: IndicatorValue?)] {
        [
            ("exposure", .amount(exposure)), ("overdueAmount", .amount(overdue(beyond: 0))),
            ("overdue30Amount", .amount(overdue(beyond: 30))), ("overdue60Amount", .amount(overdue(beyond: 60))),
            ("overdue90Amount", .amount(overdue(beyond: 90))), ("overdueShare", share(overdue(beyond: 0))),
            ("overdue30Share", share(overdue(beyond: 30))), ("overdue60Share", share(overdue(beyond: 60))),
            ("overdue90Share", share(overdue(beyond: 90))), ("oldestOverdueDays", .number(Double(oldest))),
            ("disputedAmount", .amount(disputed)), ("disputeShare", share(disputed)),
            ("unallocatedCash", .amount(sum(account.credits.filter { $0.kind == .payment }.map(\.unallocated)))),
            ("estimatedDueDates", .number(Double(openAll.filter { $0.due.isEstimated && $0.cause == .invoice }.count))),
            ("otherCurrencyItems", .number(Double(others))), ("estimatedNetItems", .number(0)),
            ("identityConflicts", .number(0)),
            ("guessedIdentity", .flag(account.customer.isGuessed)), ("exposure90DaysAgo", .amount(opening)),
        ]
    }

    private func sum(_ amounts: [Int64]) -> Int64 { amounts.reduce(0, +) }

    var exposure: Int64 { sum(account.receivables.map(\.open)) - sum(account.credits.map(\.unallocated)) }
    var open: [Receivable] { account.receivables.filter { $0.residual > 0 } }
    var positive: Int64 { sum(open.map(\.residual)) }

    private func contested(_ item: Receivable) -> Int64 {
        guard item.isDisputed else { return 0 }
        return min(item.disputed ?? item.residual, item.residual)
    }

    /// What is open without a rate besides.
    private var openAll: [Receivable] { stated.receivables.filter { $0.residual > 0 } }
    private var others: Int {
        stated.receivables.filter { $0.currency != policy.baseCurrency && $0.open > 0 }.count
            + stated.credits.filter { $0.currency != policy.baseCurrency && $0.unallocated > 0 }.count
    }

    private var late: [(days: Int, amount: Int64)] { lateness(of: open) }
    private var lateAll: [(days: Int, amount: Int64)] { lateness(of: openAll) }

    private func lateness(of items: [Receivable]) -> [(days: Int, amount: Int64)] {
        items.map { (day - $0.due.day, $0.residual - contested($0)) }.filter { $0.0 > 0 && $0.1 > policy.tolerance }
    }

    func overdue(beyond days: Int) -> Int64 { sum(late.filter { $0.days > days }.map(\.amount)) }
    private var oldest: Int { lateAll.map(\.days).max() ?? 0 }
    private var disputed: Int64 { sum(open.map { contested($0) }) }
    func share(_ part: Int64) -> IndicatorValue? { positive > 0 ? .number(Double(part) / Double(positive)) : nil }

    private var opening: Int64 {
        let then = day.adding(days: -90)
        let owed = sum(account.receivables.filter { $0.issued <= then }.map(\.amount))
        return owed
            - sum(
                account.credits.filter { $0.date <= then && !($0.returned.map { $0 <= then } ?? false) }.map(\.amount))
    }

    var buckets: [Int64] {
        let ages = open.map { (days: $0.residual > policy.tolerance ? day - $0.due.day : 0, amount: $0.residual) }
        let bounds = [(Int.min, 0), (1, 30), (31, 60), (61, 90), (91, Int.max)]
        return bounds.map { bound in sum(ages.filter { $0.days >= bound.0 && $0.days <= bound.1 }.map(\.amount)) }
    }

    // MARK: Behaviour

    private var behaviour: [(name: String, value: IndicatorValue?)] {
        let recent = average { self.months($0) < 3 }
        let before = average { (3..<12).contains(self.months($0)) }
        let settled = settledItems.filter { months($0.day) < 12 }
        let amount = sum(settled.map(\.item.amount))
        let lateAmount = sum(settled.filter { $0.day > $0.item.due.day }.map(\.item.amount))
        let before90 = invoiced(90..<450)
        let best = ratio(buckets[0], invoiced(0..<90)).map { $0 * 90 }
        return [
            ("averageDaysLate", number(average { self.months($0) < 12 })),
            ("lateShare", number(ratio(lateAmount, amount))),
            ("paymentTrend", number(recent.flatMap { recent in before.map { recent - $0 } })),
            ("dso", number(dso)), ("simpleDso", number(ratio(max(0, exposure), invoiced(0..<90)).map { $0 * 90 })),
            ("bestPossibleDso", number(best)),
            ("averageDaysDelinquent", number(dso.flatMap { dso in best.map { dso - $0 } })),
            ("partialPaymentShare", number(ratio(Int64(settled.filter(\.inParts).count), Int64(settled.count)))),
            ("creditNoteRate", number(ratio(credited, sum(sales.filter { months($0.issued) < 12 }.map(\.amount))))),
            ("invoiced90", .amount(invoiced(0..<90))),
            ("purchaseShift", before90 > 0 ? .number(Double(invoiced(0..<90)) / (Double(before90) / 4) - 1) : nil),
            ("daysSinceFirstInvoice", number(sales.map { Double(day - $0.issued) }.max())),
            ("returnedPayments", .number(Double(returned))),
            ("writtenOff", .amount(sum(credits(.writeOff).filter { months($0.date) < 12 }.map(\.amount)))),
        ]
    }

    private func number(_ value: Double?) -> IndicatorValue? { value.map { .number($0) } }
    private func ratio(_ part: Int64, _ whole: Int64) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
    private func credits(_ kind: Credit.Kind) -> [Credit] { account.credits.filter { $0.kind == kind } }
    private var sales: [Receivable] { account.receivables.filter { $0.cause == .invoice && $0.issued <= day } }

    /// Whole months from a day to today: 0 up to a month ago, counted on the calendar; none for the future.
    private func months(_ other: Day) -> Int {
        guard other <= day else { return .max }
        var count = 0
        while other <= day.adding(months: -(count + 1)) { count += 1 }
        return count
    }

    func invoiced(_ ages: Range<Int>) -> Int64 { sum(sales.filter { ages.contains(day - $0.issued) }.map(\.amount)) }

    private var credited: Int64 { sum(credits(.creditNote).filter { months($0.date) < 12 }.map(\.amount)) }

    private var returned: Int {
        account.credits.compactMap(\.returned).filter { months($0) < 12 }.count
            + account.receivables.filter { $0.cause == .returnedPayment && months($0.issued) < 12 }.count
    }

    /// Invoices that cash settled, with when and whether on more than one day.
    private var settledItems: [(item: Receivable, day: Day, inParts: Bool)] {
        account.receivables.enumerated().compactMap { place, item in
            guard let settled = item.settled, !item.isDisputed, item.cause == .invoice else { return nil }
            let parts = account.allocations.filter { $0.receivable == place }
            let kinds = parts.map { part in part.credit.map { account.credits[$0].kind } }
            let cash = zip(parts, kinds).filter { $0.1 == .payment }.map(\.0.date)
            guard !kinds.contains(.writeOff), parts.isEmpty || !cash.isEmpty else { return nil }
            return (item, settled, Set(cash).count > 1)
        }
    }

    private func average(_ counts: (Day) -> Bool) -> Double? {
        let items = settledItems.filter { counts($0.day) }
        let amount = sum(items.map(\.item.amount))
        return ratio(sum(items.map { $0.item.amount * Int64($0.day - $0.item.due.day) }), amount)
    }

    /// Invoiced in the calendar month that lies `back` before today's.
    func month(_ back: Int) -> Int64 {
        let first = day.startOfMonth.adding(months: -back)
        return sum(sales.filter { $0.issued >= first && $0.issued <= first.endOfMonth }.map(\.amount))
    }

    private var dso: Double? {
        var left = exposure
        if left <= 0 { return 0 }
        var days = 0
        for back in 0..<24 {
            let first = day.startOfMonth.adding(months: -back)
            let length = back == 0 ? day.parts.day : first.endOfMonth.parts.day
            if month(back) >= left { return Double(days) + Double(length) * Double(left) / Double(month(back)) }
            left -= month(back)
            days += length
        }
        return nil
    }

    // MARK: Insurance

    private var insurance: [(name: String, value: IndicatorValue?)] {
        let limit = self.limit(on: day)
        let owed = max(0, exposure)
        let record = account.customer.record
        let own = record?.internalLimit
        return [
            ("insuredLimit", limit.map { .amount($0) }), ("insurableExposure", .amount(owed)),
            ("insuredLimitUtilisation", number(limit.flatMap { ratio(owed, $0) })),
            ("uninsured", .flag(exposure > 0 && (limit ?? 0) == 0)), ("uninsuredExposure", .amount(uninsured)),
            ("coveredExposure", .amount(covered.filter { !isLost($0) }.map(\.amount).reduce(0, +).nineTenths)),
            ("insuredLimitDaysLeft", number(daysLeft.map { Double($0) })),
            ("insuredLimitEndedDays", number(endedSince.map { Double(day - $0) })),
            (
                "declarationDaysLeft",
                number((toDeclare.filter { $0 >= 0 }.min() ?? toDeclare.max()).map { Double($0) })
            ), ("declarationLapsedDays", number(toDeclare.filter { $0 < 0 }.max().map { Double(-$0) })),
            ("coverLost", limit.flatMap { $0 > 0 ? .flag(oldest > 30) : nil }),
            ("uncoveredDeliveries", .amount(uncovered)), ("limitRevoked", .flag(limit == 0)),
            ("revokedByGroup", .flag(false)),
            ("limitWithdrawn", limit.map { .flag(cutSince != nil || $0 == 0) }),
            ("limitCutDays", number(cutSince.map { Double(day - $0) })),
            ("internalLimit", own.map { .amount($0) }),
            ("internalLimitUtilisation", number(own.flatMap { ratio(owed, $0) })),
            ("termsBeyondLegal", number(legal.max().map { Double($0) })),
            ("termsBeyondPolicy", number(beyondPolicy.max().map { Double($0) })),
            ("margin", number(record?.margin.map { $0.approximate / 100 })),
        ]
    }

    private func isOver(_ decision: CreditLimit, _ day: Day) -> Bool { decision.to.map { $0 < day } ?? false }

    /// The decisions in force on a day, the permanent ones first, by going through them in the order they begin, each
    /// taking the place of those that may be of the same insurer and policy; nil where there is none.
    private func inForce(on day: Day) -> [CreditLimit]? {
        func isAnothers(_ left: CreditLimit, _ right: CreditLimit) -> Bool {
            func differ(_ one: String?, _ other: String?) -> Bool { one != nil && other != nil && one != other }
            return differ(left.insurer, right.insurer) || differ(left.policy, right.policy)
        }
        var permanent: [CreditLimit] = []
        var temporary: [CreditLimit] = []
        for decision in account.limits.sorted(by: { ($0.from ?? day) < ($1.from ?? day) }) {
            guard let from = decision.from, from <= day else { continue }
            if decision.isTemporary {
                temporary.append(decision)
            } else {
                permanent = permanent.filter { isAnothers($0, decision) } + [decision]
                if decision.status == .cancelled { temporary = temporary.filter { isAnothers($0, decision) } }
            }
        }
        let parts =
            permanent.filter { $0.status == .cancelled || !isOver($0, day) } + temporary.filter { !isOver($0, day) }
        return parts.isEmpty ? nil : parts
    }

    /// Those of the decisions in force whose clauses count: of permanent ones above 0 and temporary limits that stand
    /// alone; where there is neither, all.
    private func clauses(on day: Day) -> [CreditLimit] {
        let parts = inForce(on: day) ?? []
        let covering = parts.filter { !$0.isTemporary && amount($0) > 0 }
        let alone = parts.filter { limit in
            limit.isTemporary
                && !covering.contains { other in
                    let sameInsurer = limit.insurer == nil || other.insurer == nil || limit.insurer == other.insurer
                    return sameInsurer
                        && (limit.policy == nil || other.policy == nil || limit.policy == other.policy)
                }
        }
        return covering.isEmpty && alone.isEmpty ? parts : covering + alone
    }

    private func creditDays(on day: Day) -> Int? { clauses(on: day).compactMap(\.maximumCreditDays).min() }
    private func declarationDays(on day: Day) -> Int {
        clauses(on: day).map { $0.declarationDays ?? 90 }.min() ?? 90
    }

    private func permanentLimit(on day: Day) -> Int64? {
        let permanent = (inForce(on: day) ?? []).filter { !$0.isTemporary }
        return permanent.isEmpty ? nil : sum(permanent.map { amount($0) })
    }

    private func amount(_ decision: CreditLimit) -> Int64 { decision.status == .cancelled ? 0 : decision.amount }

    func limit(on day: Day) -> Int64? { inForce(on: day).map { sum($0.map { amount($0) }) } }

    private var uninsured: Int64 {
        let owed = max(0, exposure)
        guard let limit = limit(on: day) else { return owed }
        return max(0, owed - limit) + min(owed, limit) - min(owed, limit).nineTenths
    }

    private func isSuspended(_ issued: Day) -> Bool {
        stated.receivables.contains { other in
            let counts =
                other.settled == nil ? other.residual - contested(other) > policy.tolerance : !other.isDisputed
            return counts && issued - other.due.day > 30 && (other.settled ?? Day(number: .max)) >= issued
        }
    }

    /// Item by item in invoice order, asking for each whether anything was beyond the extension that day.
    private var covered: [(item: Receivable, amount: Int64, declarationDays: Int)] {
        var used: Int64 = 0
        let items = open.sorted { ($0.issued, $0.due.day, $0.number) < ($1.issued, $1.due.day, $1.number) }
        return items.compactMap { item in
            guard !isSuspended(item.issued), let limit = limit(on: item.issued) else { return nil }
            if let credit = creditDays(on: item.issued), item.due.day - item.issued > credit { return nil }
            let part = min(item.residual, max(0, limit - used))
            used += part
            return part > 0 ? (item, part, declarationDays(on: item.issued)) : nil
        }
    }

    /// What has no rate is taken to be covered where its date has a limit that what was invoiced before has not used up.
    private var coveredWithoutRate: [(item: Receivable, amount: Int64, declarationDays: Int)] {
        let known = covered
        func precedes(_ one: Receivable, _ other: Receivable) -> Bool {
            (one.issued, one.due.day, one.number) < (other.issued, other.due.day, other.number)
        }
        return openAll.filter { $0.currency != policy.baseCurrency }.compactMap { item in
            let used = sum(known.filter { precedes($0.item, item) }.map(\.amount))
            guard !isSuspended(item.issued), let limit = limit(on: item.issued), limit > used else { return nil }
            if let credit = creditDays(on: item.issued), item.due.day - item.issued > credit { return nil }
            return (item, 0, declarationDays(on: item.issued))
        }
    }

    private var toDeclare: [Int] {
        (covered + coveredWithoutRate).filter {
            $0.item.due.day < day && $0.item.residual > policy.tolerance && !isDeclared($0.item)
        }
        .map { $0.declarationDays - (day - $0.item.due.day) }
    }

    private func isLost(_ part: (item: Receivable, amount: Int64, declarationDays: Int)) -> Bool {
        part.item.residual > policy.tolerance && !isDeclared(part.item)
            && day - part.item.due.day > part.declarationDays
    }

    private func isDeclared(_ item: Receivable) -> Bool {
        account.events.map(\.event).contains { event in
            guard event.kind == .declaration, event.date <= day else { return false }
            return event.invoice == nil ? item.due.day < event.date : event.invoice == item.number
        }
    }

    /// Day by day ahead to the first one with less than today, as far as any random decision reaches.
    private var daysLeft: Int? {
        guard let now = limit(on: day) else { return nil }
        return (1...700).first { (limit(on: day.adding(days: $0)) ?? 0) < now }.map { $0 - 1 }
    }

    /// The last day on which any limit was in force, where none is now and no word of the insurer's took it away.
    private var endedSince: Day? {
        guard inForce(on: day) == nil else { return nil }
        return account.limits.filter { $0.status != .cancelled && isOver($0, day) }.compactMap(\.to).max()
    }

    /// The last day a permanent decision in force left less than there was on the eve and more is not in force again.
    private var cutSince: Day? {
        guard let now = permanentLimit(on: day) else { return nil }
        let decisions = (inForce(on: day) ?? []).filter { !$0.isTemporary }
        return decisions.compactMap { decision -> Day? in
            guard let from = decision.from else { return nil }
            guard let eve = permanentLimit(on: from.adding(days: -1)) else {
                return decision.status == .granted ? nil : from
            }
            return now < eve && (permanentLimit(on: from) ?? 0) < eve ? from : nil
        }.max()
    }

    private var uncovered: Int64 {
        guard let limit = limit(on: day) else { return 0 }
        if limit == 0, let from = cutSince ?? inForce(on: day)?.compactMap(\.from).max() {
            return sum(open.filter { $0.issued >= from }.map(\.residual))
        }
        guard oldest > 30 else { return 0 }
        // Day by day back to the last one on which deliveries were covered.
        var since = day
        while isSuspended(since.adding(days: -1)) { since = since.adding(days: -1) }
        return sum(open.filter { $0.issued >= since }.map(\.residual))
    }

    private var legal: [Int] {
        openAll.filter { !$0.due.isEstimated && $0.cause == .invoice }.map { item in
            let readings = [
                item.issued.adding(days: 60), item.issued.adding(days: 45).endOfMonth,
                item.issued.endOfMonth.adding(days: 45),
            ]
            return max(0, item.due.day - (readings.max() ?? item.issued))
        }
    }

    private var beyondPolicy: [Int] {
        guard inForce(on: day) != nil else { return [] }
        return openAll.filter { $0.cause == .invoice }.compactMap { item in
            creditDays(on: inForce(on: item.issued) == nil ? day : item.issued)
                .map { max(0, item.due.day - item.issued - $0) }
        }
    }

    // MARK: Events

    private var events: [(name: String, value: IndicatorValue?)] {
        let past = account.events.map(\.event).filter { $0.date <= day }
        let reminders = past.filter { $0.kind == .reminder }.map(\.date)
        let paid = credits(.payment).filter { $0.returned == nil && $0.date <= day }.map(\.date).max()
        let ignored = lateAll.isEmpty ? 0 : reminders.filter { $0 > (paid ?? Day(number: .min)) }.count
        let checked = past.filter { $0.kind == .verification }.map(\.date).max()
        let rating = past.filter { $0.kind == .rating }.last?.value.flatMap { ExternalRating.score($0, source: nil) }
        let procedure = past.filter { $0.kind == .proceeding || $0.kind == .proceedingClosed }.last?.kind
        return [
            ("brokenPromises", .number(Double(broken))),
            ("daysSinceLastReminder", lateAll.isEmpty ? nil : number(reminders.max().map { Double(day - $0) })),
            ("remindersWithoutEffect", .number(Double(ignored))), ("externalRating", number(rating)),
            ("insolvencyEvent", .flag(procedure == .proceeding)), ("claimableOverdue", .amount(claimable(past))),
            ("verificationAgeDays", number(checked.map { Double(day - $0) })), ("unverified", .flag(checked == nil)),
        ]
    }

    /// What is late, without what was issued before a procedure that is open began.
    private func claimable(_ past: [CustomerEvent]) -> Int64 {
        var opened: Day?
        for event in past {
            if event.kind == .proceeding { opened = opened ?? event.date }
            if event.kind == .proceedingClosed { opened = nil }
        }
        let items = open.filter { item in opened.map { item.issued >= $0 } ?? true }
        return sum(
            items.filter { day > $0.due.day }.map { $0.residual - contested($0) }.filter { $0 > policy.tolerance })
    }

    /// Promises of an invoice, whole or in part: those of random accounts. Invoice by invoice and day by day, each taking
    /// its cash cent by cent from what the days before left.
    private var broken: Int {
        let promises = account.events.map(\.event).filter {
            $0.kind == .promise && ($0.until.map { $0 < day } ?? false)
        }
        return Set(promises.compactMap(\.invoice)).reduce(0) { count, number in
            count + broken(promises.filter { $0.invoice == number }, of: number)
        }
    }

    private func broken(_ promises: [CustomerEvent], of number: String) -> Int {
        guard let place = account.receivables.firstIndex(where: { $0.number == number }) else { return 0 }
        let parts = account.allocations.filter { $0.receivable == place }
        let cash = parts.filter { part in part.credit.map { account.credits[$0].kind == .payment } ?? false }
        let amount = stated.receivables[place].amount
        var taken = cash.map { _ in Int64(0) }
        var count = 0
        for until in Set(promises.compactMap(\.until)).sorted() {
            let told = promises.filter { $0.until == until }
            let before = taken
            let isSettled = sum(parts.filter { $0.date <= until }.map(\.amount)) >= amount
            let largestFirst = told.sorted { ($0.amount ?? .max) > ($1.amount ?? .max) }
            for (turn, event) in largestFirst.enumerated() {
                var mine = before
                let paidBefore = sum(parts.filter { $0.date < event.date }.map(\.amount))
                let others = sum(
                    parts.filter { !cash.contains($0) && $0.date >= event.date && $0.date <= until }.map(\.amount))
                let owed = max(0, amount - paidBefore - others)
                var missing = min(event.amount ?? owed, owed)
                for (place, part) in cash.enumerated() where part.date >= event.date && part.date <= until {
                    let used = min(missing, part.amount - mine[place])
                    mine[place] += used
                    missing -= used
                }
                if turn == 0 { taken = mine }
                if missing > 0, !isSettled, months(until.adding(days: 1)) < 12 { count += 1 }
            }
        }
        return count
    }
}

extension Int64 {
    /// What an insured share of 90 % pays: all less a tenth to the nearest cent, half a cent being the insured's.
    fileprivate var nineTenths: Int64 { self - (self + 5) / 10 }
}
