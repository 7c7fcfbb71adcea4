import Receivables
import Risk

/// `portfolio.json` in pieces: a head, each customer by key, an end. A function of the documents, the day, the rules
/// and the alert states; nothing of how documents were grouped into files shows in it.
struct PortfolioView: Sendable {
    private let book: Book
    private let order: [CustomerID]

    /// Customers that are written at a time, on all cores.
    private static let batch = 2048

    init(_ book: Book) {
        self.book = book
        order = book.shownCustomers.map(\.id)
    }

    /// The head, the batches of customers, the end.
    var pieces: Int { (order.count + PortfolioView.batch - 1) / PortfolioView.batch + 2 }

    func piece(_ place: Int) -> [UInt8] {
        if place == 0 { return head() + Array("[".utf8) }
        if place == pieces - 1 { return tail() }
        return customers((place - 1) * PortfolioView.batch)
    }

    private func customers(_ start: Int) -> [UInt8] {
        let end = min(start + PortfolioView.batch, order.count)
        let parts = concurrently(Array(order[start..<end]), partSize: 128) { ids in
            var writer = JSONWriter(reserving: ids.count * 2048)
            for id in ids {
                writer.breakLine()
                writer.customer(id, in: book)
            }
            return writer.bytes
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count + 1 })
        for (index, part) in parts.enumerated() {
            if index > 0 || start > 0 { bytes.append(0x2C) }
            bytes += part
        }
        return bytes
    }

    private func tail() -> [UInt8] {
        var writer = JSONWriter()
        writer.groups(book)
        return Array("\n],\"groups\":".utf8) + writer.bytes + Array("}\n".utf8)
    }

    private func head() -> [UInt8] {
        let currency = book.wording.currency
        var head = JSONWriter()
        head.beginObject()
        head.member("version", 1)
        head.member("asOf", book.day)
        head.member("sequence", book.ledger.documentCount)
        head.key("company")
        head.beginObject()
        head.member("name", book.ledger.company.names.first)
        head.member("siren", book.ledger.company.sirens.first)
        head.member("currency", currency.code)
        head.endObject()
        head.key("totals")
        head.totals(book, book.portfolio(on: book.day ?? Day(number: 0), book.largest))
        head.key("customers")
        return head.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func totals(_ book: Book, _ portfolio: PortfolioPosition) {
        let currency = book.wording.currency
        let totals = book.totals
        beginObject()
        member("currency", currency.code)
        member("exposure", totals.exposure, currency)
        member("overdue", totals.overdue, currency)
        member("disputed", totals.disputed, currency)
        member("uninsuredExposure", totals.uninsured, currency)
        member("unallocatedCash", totals.unallocatedCash, currency)
        member("unverifiedExposure", totals.unverified, currency)
        member("customers", totals.customers)
        key("ageing")
        ageing(totals.buckets, portfolio.policy.ageingBounds, currency)
        portfolioIndicators(portfolio, currency)
        provisions(portfolio, currency)
        key("dataQuality")
        beginObject()
        member("estimatedDueDates", totals.estimatedDueDates)
        member("otherCurrencyItems", totals.otherCurrencyItems)
        member("identityConflicts", totals.identityConflicts)
        member("guessedCustomers", totals.guessedCustomers)
        member("waitingStatuses", book.ledger.waitingStatuses)
        member("remarkedInvoices", book.ledger.remarkedInvoices)
        endObject()
        endObject()
    }

    /// Every figure of the portfolio that is known, by the name rules use.
    mutating func portfolioIndicators(_ portfolio: PortfolioPosition, _ currency: Currency) {
        key("indicators")
        beginObject()
        for (indicator, value) in zip(PortfolioIndicator.all, PortfolioIndicator.values(portfolio)) {
            guard let value else { continue }
            key(dynamic: indicator.name)
            self.value(value, currency)
        }
        endObject()
    }

    /// The provision matrix: by bucket what is open, the loss rate in percent, and what is set aside.
    mutating func provisions(_ portfolio: PortfolioPosition, _ currency: Currency) {
        let bounds = portfolio.policy.ageingBounds
        let rows = zip(portfolio.totals.buckets, zip(portfolio.policy.provisions.rates, portfolio.provisions))
        key("provisions")
        beginArray()
        for (place, (amount, (rate, provision))) in rows.enumerated() {
            beginObject()
            member("bucket", JSONWriter.bucket(place, bounds))
            member("amount", amount, currency)
            member("ratePercent", rate)
            member("provision", provision, currency)
            endObject()
        }
        endArray()
    }

    /// Buckets by their bounds in days late: `{"notDue":…,"1-30":…,"over90":…}`.
    mutating func ageing(_ buckets: [Int64], _ bounds: [Int], _ currency: Currency) {
        beginObject()
        for (place, amount) in buckets.enumerated() {
            bucketKey(place, bounds)
            self.amount(amount, currency)
        }
        endObject()
    }

    private mutating func bucketKey(_ place: Int, _ bounds: [Int]) {
        if bounds == JSONWriter.usualBounds {
            key(written: JSONWriter.usualBuckets[place])
        } else {
            key(dynamic: JSONWriter.bucket(place, bounds))
        }
    }

    private static let usualBounds = Policy().ageingBounds
    private static let usualBuckets = (0..<usualBounds.count + 2).map { place in
        Array("\"\(bucket(place, usualBounds))\":".utf8)
    }

    /// A bucket's name in JSON: `notDue`, `1-30`, `over90`.
    private static func bucket(_ place: Int, _ bounds: [Int]) -> String {
        if place == 0 { return "notDue" }
        guard place <= bounds.count else { return "over\(bounds.last ?? 0)" }
        return "\(place == 1 ? 1 : bounds[place - 2] + 1)-\(bounds[place - 1])"
    }

    /// One customer of portfolio.json; `explain --json` prints the same.
    mutating func customer(_ id: CustomerID, in book: Book) {
        guard let standing = book.standings[id] else { return }
        let account = book.account(of: id)
        let currency = book.wording.currency
        beginObject()
        identity(account.customer)
        member("currency", currency.code)
        let exchange = book.exchange
        if standing.measures.holdsOtherCurrencies { rates(exchange.answers(for: account), currency) }
        group(of: id, in: book)
        flag("incomplete", standing.measures.isIncomplete)
        member("exposure", standing.measures.amount("exposure"), currency)
        member("overdue", standing.measures.amount("overdueAmount"), currency)
        member("disputed", standing.measures.amount("disputedAmount"), currency)
        key("ageing")
        ageing(standing.measures.buckets, book.rules.settings.policy.ageingBounds, currency)
        verification(book.verification(of: account, standing))
        if let entry = account.lastEvent(.register, on: book.day ?? Day(number: 0)) { register(entry) }
        limits(account)
        openItems(account, exchange, currency)
        withdrawn(account)
        unallocated(account)
        events(account)
        indicators(standing.measures, book.groups.role(of: id), currency)
        score(standing.score)
        key("alerts")
        beginArray()
        let states = book.alerts.states[standing.key] ?? [:]
        for rule in book.rules.alerts.customer where !states.isEmpty {
            guard let state = states[rule.name], let severity = state.severity else { continue }
            beginObject()
            member("rule", rule.name)
            member("severity", severity.rawValue)
            member("since", state.since)
            endObject()
        }
        endArray()
        endObject()
    }

    /// Whether the customer was verified, what is missing and when it is due again.
    mutating func verification(_ verification: Verification) {
        key("verification")
        beginObject()
        member("state", verification.state.rawValue)
        member("last", verification.last)
        member("by", verification.by)
        member("due", verification.due)
        strings("missing", verification.missing.map(\.rawValue))
        flag("demanded", verification.isDemanded)
        endObject()
    }

    /// The last word of a company register.
    private mutating func register(_ event: CustomerEvent) {
        guard let entry = event.register else { return }
        key("register")
        register(entry, date: event.date, source: event.source)
    }

    private mutating func identity(_ customer: Customer) {
        member("key", customer.key)
        member("name", customer.name)
        flag("guessed", customer.isGuessed)
        key("identifiers")
        beginObject()
        member("siren", customer.siren)
        member("vat", customer.vat)
        strings("codes", customer.codes)
        strings("names", customer.names)
        endObject()
        guard let record = customer.record else { return }
        key("record")
        beginObject()
        member("parent", record.parent)
        member("sector", record.sector)
        member("segment", record.segment)
        member("salesOwner", record.salesOwner)
        member("country", record.party.country)
        endObject()
    }

    private mutating func strings(_ name: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        key(name)
        beginArray()
        for value in values { string(value) }
        endArray()
    }

    private mutating func limits(_ account: Account) {
        key("limits")
        beginArray()
        for limit in account.limits {
            beginObject()
            member("insurer", limit.insurer)
            member("policy", limit.policy)
            member("currency", limit.currency.code)
            member("limit", limit.amount, limit.currency)
            member("from", limit.from)
            member("to", limit.to)
            member("status", limit.status.rawValue)
            flag("group", limit.isGroup)
            member("insuredShare", limit.insuredShare)
            endObject()
        }
        endArray()
    }

    /// What people did, promised, decided or learned, by day.
    private mutating func events(_ account: Account) {
        guard !account.events.isEmpty else { return }
        key("events")
        beginArray()
        for event in account.events.map(\.event) {
            beginObject()
            member("kind", event.kind.rawValue)
            member("date", event.date)
            member("invoice", event.invoice)
            member("until", event.until)
            if let amount = event.amount {
                member("currency", event.currency.code)
                member("amount", amount, event.currency)
            }
            member("termsDays", event.terms?.days)
            member("value", event.value)
            member("by", event.by)
            member("secondBy", event.secondBy)
            member("source", event.source)
            member("note", event.note)
            endObject()
        }
        endArray()
    }

    private mutating func openItems(_ account: Account, _ exchange: Exchange, _ base: Currency) {
        key("openItems")
        beginArray()
        for item in account.receivables where item.open > 0 {
            beginObject()
            member("number", item.number)
            member("type", String(item.type.rawValue))
            member("issued", item.issued)
            member("due", item.due.day)
            flag("dueEstimated", item.due.isEstimated)
            member("currency", item.currency.code)
            member("amount", item.amount, item.currency)
            member("open", item.open, item.currency)
            member("residual", item.residual, item.currency)
            if item.currency != base, case .rate(let conversion) = exchange.answer(for: item.currency) {
                member("openConverted", conversion.amount(item.open), base)
            }
            flag("disputed", item.isDisputed)
            if item.isDisputed { member("disputedAmount", item.contested, item.currency) }
            flag("factored", item.isFactored)
            step(item.step)
            endObject()
        }
        endArray()
    }

    /// The last status a platform reported that says more than where the invoice travels.
    private mutating func step(_ step: LifeStep?) {
        guard let step else { return }
        key("status")
        beginObject()
        member("code", step.code)
        member("meaning", step.meaning.rawValue)
        member("date", step.date)
        member("reason", step.reason)
        endObject()
    }

    /// Invoices that statuses took out of receivables.
    private mutating func withdrawn(_ account: Account) {
        guard !account.withdrawn.isEmpty else { return }
        key("withdrawnItems")
        beginArray()
        for item in account.withdrawn {
            beginObject()
            member("number", item.number)
            member("type", String(item.type.rawValue))
            member("issued", item.issued)
            member("currency", item.currency.code)
            member("amount", item.amount, item.currency)
            step(item.step)
            endObject()
        }
        endArray()
    }

    private mutating func unallocated(_ account: Account) {
        let free = account.credits.filter { $0.unallocated > 0 }
        guard !free.isEmpty else { return }
        key("unallocatedCredits")
        beginArray()
        for credit in free {
            beginObject()
            member("kind", credit.kind.rawValue)
            member("reference", credit.reference)
            member("date", credit.date)
            member("currency", credit.currency.code)
            member("amount", credit.amount, credit.currency)
            member("unallocated", credit.unallocated, credit.currency)
            placement(credit.placement)
            endObject()
        }
        endArray()
    }

    /// Whose cash it is, as far as the account it came from says.
    private mutating func placement(_ placement: Credit.Placement?) {
        switch placement {
        case .account(let iban):
            member("placedBy", "account")
            member("iban", iban)
        case .several(let names, let group):
            strings("accountOf", names)
            member("accountOfGroup", group)
        case nil: break
        }
    }

    mutating func indicators(_ measures: Measures, _ group: GroupRole?, _ currency: Currency) {
        key("indicators")
        beginObject()
        let keys = JSONWriter.indicatorKeys
        if let group {
            for (place, name) in keys.enumerated() {
                guard let value = measures.value(place: place, in: group) else { continue }
                key(written: name)
                self.value(value, currency)
            }
        } else {
            measures.forEachKnown { place, value in
                key(written: keys[place])
                self.value(value, currency)
            }
        }
        endObject()
    }

    private static let indicatorKeys = Indicator.all.map { Array("\"\($0.name)\":".utf8) }

    mutating func score(_ score: Score) {
        key("score")
        beginObject()
        key("value")
        number(score.value, decimals: 1)
        member("grade", score.grade)
        key("probability")
        number(score.probability)
        key("confidence")
        number(score.confidence, decimals: 2)
        key("own")
        number(score.own, decimals: 1)
        key("average")
        number(score.average, decimals: 1)
        key("trust")
        number(score.trust)
        member("cappedBy", score.cappedBy)
        key("reasons")
        beginArray()
        for reason in score.reasons {
            beginObject()
            member("indicator", reason.indicator)
            key("value")
            value(reason.value, .eur)
            key("points")
            number(reason.points, decimals: 1)
            key("lost")
            number(reason.lost, decimals: 1)
            member("asOf", reason.asOf)
            endObject()
        }
        endArray()
        endObject()
    }
}
