import Receivables
import Risk

/// `portfolio.json` in pieces: a head, each customer by key, an end. A function of the documents, the day, the rules
/// and the alert states; nothing of how documents were grouped into files shows in it.
struct PortfolioView {
    private let book: Book
    private let order: [CustomerID]
    private var place = -1

    /// Customers that are written at a time, on all cores.
    private static let batch = 2048

    init(_ book: Book) {
        self.book = book
        order = book.standings.sorted { $0.value.key < $1.value.key }.map(\.key)
    }

    /// The next piece; nil after the last.
    mutating func next() -> [UInt8]? {
        if place < 0 {
            place = 0
            return head() + Array("[".utf8)
        }
        guard place <= order.count else { return nil }
        guard place < order.count else {
            place += 1
            return Array("\n]}\n".utf8)
        }
        let end = min(place + PortfolioView.batch, order.count)
        let (book, isFirst) = (book, place == 0)
        let parts = concurrently(Array(order[place..<end]), partSize: 128) { ids in
            var bytes: [UInt8] = []
            for id in ids {
                var one = JSONWriter()
                one.customer(id, in: book)
                bytes += [0x2C, 0x0A]
                bytes += one.bytes
            }
            return bytes
        }
        place = end
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { bytes += part }
        return isFirst ? Array(bytes.dropFirst()) : bytes
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
        head.totals(book)
        head.key("customers")
        return head.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func totals(_ book: Book) {
        let currency = book.wording.currency
        let totals = book.totals
        beginObject()
        member("currency", currency.code)
        member("exposure", totals.exposure, currency)
        member("overdue", totals.overdue, currency)
        member("disputed", totals.disputed, currency)
        member("uninsuredExposure", totals.uninsured, currency)
        member("unallocatedCash", totals.unallocatedCash, currency)
        member("customers", totals.customers)
        key("ageing")
        ageing(totals.buckets, book.rules.settings.policy.ageingBounds, currency)
        key("dataQuality")
        beginObject()
        member("estimatedDueDates", totals.estimatedDueDates)
        member("otherCurrencyItems", totals.otherCurrencyItems)
        member("identityConflicts", totals.identityConflicts)
        member("waitingStatuses", book.ledger.waitingStatuses)
        member("remarkedInvoices", book.ledger.remarkedInvoices)
        endObject()
        endObject()
    }

    /// Buckets by their upper bound in days late: `{"notDue":…,"1-30":…,"over90":…}`.
    mutating func ageing(_ buckets: [Int64], _ bounds: [Int], _ currency: Currency) {
        beginObject()
        var lower = 1
        for (place, amount) in buckets.enumerated() {
            switch place {
            case 0: key(dynamic: "notDue")
            case bounds.count + 1: key(dynamic: "over\(bounds.last ?? 0)")
            default:
                key(dynamic: "\(lower)-\(bounds[place - 1])")
                lower = bounds[place - 1] + 1
            }
            self.amount(amount, currency)
        }
        endObject()
    }

    /// One customer of portfolio.json; `explain --json` prints the same.
    mutating func customer(_ id: CustomerID, in book: Book) {
        guard let standing = book.standings[id] else { return }
        let account = book.ledger.account(id)
        let currency = book.wording.currency
        beginObject()
        identity(account.customer)
        member("currency", currency.code)
        member("exposure", standing.measures.amount("exposure"), currency)
        member("overdue", standing.measures.amount("overdueAmount"), currency)
        member("disputed", standing.measures.amount("disputedAmount"), currency)
        key("ageing")
        ageing(standing.measures.buckets, book.rules.settings.policy.ageingBounds, currency)
        limits(account)
        openItems(account)
        withdrawn(account)
        unallocated(account)
        events(account)
        indicators(standing.measures, currency)
        score(standing.score)
        key("alerts")
        beginArray()
        for rule in book.rules.alerts.customer {
            let state = book.alerts.state(standing.key, rule.name)
            guard let severity = state.severity else { continue }
            beginObject()
            member("rule", rule.name)
            member("severity", severity.rawValue)
            member("since", state.since)
            endObject()
        }
        endArray()
        endObject()
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

    private mutating func openItems(_ account: Account) {
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
            flag("disputed", item.isDisputed)
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
            endObject()
        }
        endArray()
    }

    mutating func indicators(_ measures: Measures, _ currency: Currency) {
        key("indicators")
        beginObject()
        for (place, indicator) in Indicator.all.enumerated() {
            guard let value = measures[place: place] else { continue }
            key(dynamic: indicator.name)
            self.value(value, currency)
        }
        endObject()
    }

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
            endObject()
        }
        endArray()
        endObject()
    }
}
