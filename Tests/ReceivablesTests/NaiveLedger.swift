@testable import Receivables

/// The ledger a second time, clear and slow, written from design.md §4 and risk.md §1–2: every step looks at every
/// document, and nothing is kept between steps but what is owed and what is free. Customers are known by their code.
struct NaiveLedger {
    struct Item {
        let customer: String
        let number: String
        let issued: Day
        let due: Day
        let currency: Currency
        let amount: Int64
        var open: Int64
        var residual: Int64 = 0
        var settled: Day?
        var isDisputed: Bool
        var disputed: Int64?
    }

    struct Money {
        let customer: String
        let kind: Credit.Kind
        let name: String
        let date: Day
        let currency: Currency
        var amount: Int64
        var free: Int64
        var remaining: Int64 = 0
        var isReturned = false
    }

    /// What became of an invoice by the messages of platforms.
    struct Fate {
        var isOut = false
        var isDisputed = false
        var lastWord: Day?
        var confirmed: [(amount: Int64?, date: Day)] = []
    }

    /// One customer's part of a payment, return or refund.
    struct Share {
        var payment: Payment
        let customer: String
        var amount: Int64 = 0
        var names: [RemittanceReference] = []
    }

    var items: [Item] = []
    var credits: [Money] = []
    private(set) var withdrawn: [String] = []
    /// How much cash that named it each item received.
    private var cashFor: [Int: (amount: Int64, last: Day)] = [:]
    /// What each credit settled of each item.
    private var settledBy: [Int: [(credit: Int, amount: Int64)]] = [:]
    /// Payments of which a bank kept a part, with the invoice they name.
    private var shortened: [(credit: Int, number: String, kept: Int64)] = []
    private var replacedBy: [String: String] = [:]
    /// What credit notes cancelled of invoices that were corrected after.
    private var cancelled: [String: Int64] = [:]
    /// What went out and took nothing back, by the place of its debit.
    private var owedAgain: [(place: Int, share: Share)] = []

    /// Every opening entry, also those that books later said otherwise.
    let said: [Invoice]
    /// What came in and went out, by customer.
    var movements: [Share] = []
    var invoices: [Invoice]
    /// Of each opening entry what was said last.
    let openings: [Invoice]
    /// Opening entries that are no item by themselves, though documents may name them.
    var unbooked: Set<String> = []
    var carriedForward: [String: Day] = [:]
    let payments: [Payment]
    private let notices: [StatusNotice]
    private let events: [CustomerEvent]
    private let tolerance: Int64

    init(_ documents: [Document], tolerance: Int64 = 0) {
        self.tolerance = tolerance
        let stated = documents.compactMap { if case .invoice(let invoice) = $0 { invoice } else { nil } }
        openings = NaiveLedger.lastWords(stated)
        said = stated.filter { $0.details.opening != nil }
        invoices = stated.filter { $0.details.opening == nil }
        payments = documents.compactMap { if case .payment(let payment) = $0 { payment } else { nil } }
        notices = documents.compactMap { if case .status(let notice) = $0 { notice } else { nil } }
        events = Array(Set(documents.compactMap { if case .event(let event) = $0 { event } else { nil } }))
        readOpenings()
        rememberNumbers()
        movements = toldOnce(payments.flatMap { shares(of: $0) })
        bookInvoices()
        bookBalances()
        let kept = bookPayments()
        creditNotesThatCancelledWhatWasCorrected()
        documentsPayWhatTheyName(kept)
        platformsConfirmCash()
        peopleWriteOff()
        peopleDispute()
        banksKeptTheirCharges()
        centsAreGivenUp()
        restPaysOldestFirst()
    }

    // MARK: What is owed

    func document(_ number: String) -> Invoice? { invoices.first { $0.number == number } }

    /// What a payment means by a reference: the invoice of that number, else the only one that asked to quote it.
    private func document(meantBy reference: String) -> Invoice? {
        if (invoices + said).contains(where: { $0.number == reference }) { return document(reference) }
        let asking = invoices.filter { $0.details.remittance == reference && !$0.type.isCredit }
        return asking.count == 1 ? asking[0] : nil
    }

    private func customer(_ invoice: Invoice) -> String { invoice.buyer.code ?? "" }

    private mutating func bookInvoices() {
        for invoice in invoices.sorted(by: { $0.number < $1.number })
        where !invoice.type.isCredit && !unbooked.contains(NaiveLedger.owned(invoice)) {
            if let correction = correction(of: invoice) {
                replacedBy[invoice.number] = correction.number
                continue
            }
            let fate = fate(of: invoice)
            if fate.isOut {
                withdrawn.append(invoice.number)
                continue
            }
            for part in parts(of: invoice) {
                items.append(
                    Item(
                        customer: customer(invoice), number: invoice.number, issued: invoice.issued, due: part.due,
                        currency: invoice.currency, amount: part.amount, open: part.amount,
                        isDisputed: fate.isDisputed))
            }
        }
        for note in invoices
        where note.type.isCredit && !fate(of: note).isOut && !unbooked.contains(NaiveLedger.owned(note)) {
            add(.creditNote, note.number, customer(note), note.issued, note.currency, note.payable)
        }
    }

    @discardableResult
    mutating func add(
        _ kind: Credit.Kind, _ name: String, _ customer: String, _ date: Day, _ currency: Currency, _ amount: Int64
    ) -> Int {
        credits.append(
            Money(
                customer: customer, kind: kind, name: name, date: date, currency: currency, amount: amount,
                free: amount))
        return credits.count - 1
    }

    /// Of several corrected invoices that name one, the first; a correction that is itself out corrects nothing.
    private func correction(of invoice: Invoice) -> Invoice? {
        invoices.filter { other in
            other.type.isCorrection && other.number != invoice.number && !fate(of: other).isOut
                && other.details.precedes.contains { $0.number == invoice.number }
        }
        .min { ($0.issued, $0.number) < ($1.issued, $1.number) }
    }

    /// What is asked, with its due dates. A deposit that was invoiced by itself is not asked for twice.
    private func parts(of invoice: Invoice) -> [(due: Day, amount: Int64)] {
        let schedule = invoice.details.instalments
        if !schedule.isEmpty { return schedule.map { ($0.due, $0.amount) }.sorted { $0.0 < $1.0 } }
        var amount = invoice.payable
        if invoice.details.deductsDeposits {
            let deposits = invoice.details.precedes.compactMap { document($0.number) }.filter {
                $0.type.isPrepayment && $0.currency == invoice.currency
            }
            let deducted = deposits.reduce(0) { $0 + $1.payable }
            if deducted < amount { amount -= deducted }
        }
        return [(invoice.due?.day ?? invoice.issued.adding(days: 30), amount)]
    }

    /// The corrected invoice at the end of the chain.
    private func final(_ number: String) -> String {
        var number = number
        while let next = replacedBy[number] { number = next }
        return number
    }

    private func places(_ number: String) -> [Int] {
        let target = final(number)
        return items.indices.filter { items[$0].number == target }
    }

    // MARK: Platforms

    private func fate(of invoice: Invoice) -> Fate {
        var fate = Fate()
        var isCancelled = false
        let own = notices.filter { $0.invoice == invoice.number }
            .sorted { ($0.date, $0.secondOfDay ?? 0) < ($1.date, $1.secondOfDay ?? 0) }
        for notice in own {
            switch notice.code {
            case "220": isCancelled = true
            case "210", "213": fate.isOut = true
            case "200": fate.isOut = false
            case "206": fate.isOut = false
            case "207", "208": (fate.isDisputed, fate.lastWord) = (true, notice.date)
            case "209" where fate.isDisputed: (fate.isDisputed, fate.lastWord) = (false, notice.date)
            case "205":
                fate.isOut = false
                (fate.isDisputed, fate.lastWord) = (false, notice.date)
            case "212":
                fate.isOut = false
                confirm(notice, invoice, &fate)
            default: break
            }
        }
        if isCancelled { fate.isOut = true }
        return fate
    }

    /// Cash confirmed; a negative amount takes back what was confirmed last. All confirmed ends a dispute.
    private func confirm(_ notice: StatusNotice, _ invoice: Invoice, _ fate: inout Fate) {
        if let currency = notice.currency, currency != invoice.currency { return }
        if let amount = notice.amount, amount < 0 {
            var back = -amount
            for place in fate.confirmed.indices.reversed() {
                let had = fate.confirmed[place].amount ?? invoice.effect
                fate.confirmed[place].amount = max(0, had - back)
                back = max(0, back - had)
            }
            fate.confirmed.removeAll { $0.amount == 0 }
            return
        }
        fate.confirmed.append((notice.amount, notice.date))
        let sum = fate.confirmed.reduce(0) { $0 + ($1.amount ?? invoice.effect) }
        if fate.confirmed.contains(where: { $0.amount == nil }) || sum >= invoice.effect {
            (fate.isDisputed, fate.lastWord) = (false, notice.date)
        }
    }

    /// A confirmation is the cash that already names the invoice; then free cash of within ten days; the rest is new.
    private mutating func platformsConfirmCash() {
        var all: [(number: String, amount: Int64, date: Day)] = []
        for invoice in invoices where !invoice.type.isCredit {
            let fate = fate(of: invoice)
            if fate.isOut { continue }
            let asked =
                replacedBy[invoice.number] == nil ? parts(of: invoice).reduce(0) { $0 + $1.amount } : invoice.payable
            all += fate.confirmed.map { (invoice.number, $0.amount ?? asked, $0.date) }
        }
        var confirmed: [String: Int64] = [:]
        for one in all.sorted(by: { ($0.date, $0.amount, $0.number) < ($1.date, $1.amount, $1.number) }) {
            let target = final(one.number)
            guard let first = places(target).first else { continue }
            confirmed[target, default: 0] += one.amount
            let open = places(target).reduce(0) { $0 + items[$1].open }
            let paid = places(target).reduce(0) { $0 + (cashFor[$1]?.amount ?? 0) }
            var needed = max(0, min(open, (confirmed[target] ?? 0) - paid))
            for bank in freeCash(of: items[first].customer, items[first].currency, near: one.date, asking: one.amount) {
                let part = min(needed, credits[bank].free)
                pay(bank, target, upTo: part)
                needed -= part
            }
            guard needed > 0 else { continue }
            let new = add(.payment, target, items[first].customer, one.date, items[first].currency, needed)
            pay(new, target)
        }
    }

    private func freeCash(of customer: String, _ currency: Currency, near day: Day, asking amount: Int64) -> [Int] {
        credits.indices.filter {
            credits[$0].customer == customer && credits[$0].kind == .payment && credits[$0].currency == currency
                && credits[$0].free > 0 && abs(credits[$0].date - day) <= 10
        }
        .sorted { left, right in
            let (a, b) = (credits[left], credits[right])
            if (a.free == amount) != (b.free == amount) { return a.free == amount }
            return (abs(a.date - day), a.date, a.name, a.free) < (abs(b.date - day), b.date, b.name, b.free)
        }
    }

    // MARK: Cash

    /// Whether a payment is looked at where this customer is accounted for.
    func isConcerned(_ customer: String, by payment: Payment) -> Bool {
        payment.payer.code == customer
            || payment.remittance.contains { reference in
                (invoices + openings).contains { $0.number == reference.number && $0.buyer.code == customer }
                    || document(meantBy: reference.number)?.buyer.code == customer
            }
    }

    /// Whose a payment is: its payer's, but of what it says for other customers' invoices those have what they ask.
    func shares(of payment: Payment) -> [Share] {
        if payment.kind == .return, payment.remittance.isEmpty, let (taken, isByEndToEnd) = taken(by: payment) {
            let shares = shares(of: taken)
            if isByEndToEnd || shares.contains(where: { !$0.names.isEmpty && $0.customer != taken.payer.code }) {
                return shares.map { share in
                    Share(payment: payment, customer: share.customer, amount: share.amount, names: share.names)
                }
            }
        }
        let payer = payment.payer.code ?? ""
        var shares = [payer: Share(payment: payment, customer: payer)]
        var left = payment.counted
        let named = payment.remittance.compactMap { reference in
            document(meantBy: reference.number).map { invoice in
                (reference: RemittanceReference(number: invoice.number, amount: reference.amount), invoice: invoice)
            }
        }
        let isOwn = named.allSatisfy { customer($0.invoice) == payer }
        for (reference, invoice) in named {
            let owner = customer(invoice)
            var share = shares[owner] ?? Share(payment: payment, customer: owner)
            share.names.append(reference)
            if !isOwn {
                let asked = reference.amount ?? invoice.effect
                let part = min(asked, asked < 0 ? asked : left)
                share.amount += part
                left -= part
            }
            shares[owner] = share
        }
        shares[payer]?.amount += left
        return shares.values.sorted { $0.customer < $1.customer }
    }

    /// The last payment of the end-to-end reference, the payer's own or that of the only payer; else the payer's own of
    /// some reference.
    private func taken(by back: Payment) -> (payment: Payment, isByEndToEnd: Bool)? {
        let same = payments.filter {
            $0.kind == .payment && $0.amount == back.counted && $0.currency == back.currency && $0.date <= back.date
        }
        let collections = same.filter {
            back.entry?.endToEnd != nil && $0.entry?.endToEnd == back.entry?.endToEnd
                && $0.entry?.account == back.entry?.account
        }
        let own = collections.filter { $0.payer == back.payer }
        if !own.isEmpty { return last(of: own).map { ($0, true) } }
        if Set(collections.map(\.payer)).count == 1 { return last(of: collections).map { ($0, true) } }
        let others = same.filter { $0.payer == back.payer && NaiveLedger.share(back, $0) }
        return last(of: others).map { ($0, false) }
    }

    private func last(of payments: [Payment]) -> Payment? {
        payments.max {
            ($0.date, $0.reference ?? "", $0.entry?.bankReference ?? "") < (
                $1.date, $1.reference ?? "", $1.entry?.bankReference ?? ""
            )
        }
    }

    /// One reference of either is one of the other.
    private static func share(_ left: Payment, _ right: Payment) -> Bool {
        let references = [left.reference, left.entry?.endToEnd].compactMap { $0 }
        return [right.reference, right.entry?.endToEnd].contains { $0.map(references.contains) ?? false }
    }

    /// Returns take back the latest payment that matches; what else goes out is owed again.
    private mutating func bookPayments() -> [(share: Share, isReturned: Bool)] {
        let all = movements.sorted { NaiveLedger.precedes($0, $1) }
        var kept = all.filter { $0.payment.kind == .payment }.map { (share: $0, isReturned: false) }
        for out in all where out.payment.kind != .payment {
            let mayMatch = { (one: (share: Share, isReturned: Bool)) in
                out.payment.kind == .return && !one.isReturned && one.share.customer == out.customer
                    && one.share.payment.date <= out.payment.date && one.share.payment.currency == out.payment.currency
            }
            let match =
                kept.lastIndex {
                    mayMatch($0) && $0.share.amount == out.amount && NaiveLedger.share(out.payment, $0.share.payment)
                }
                ?? kept.lastIndex { one in
                    mayMatch(one) && one.share.amount == out.amount
                        && one.share.payment.remittance.contains { name in
                            out.payment.remittance.contains { $0.number == name.number }
                        }
                        || mayMatch(one) && one.share.amount == out.amount
                            && one.share.names.contains { name in out.names.contains { $0.number == name.number } }
                }
            let whole = kept.lastIndex {
                mayMatch($0) && out.amount > 0 && $0.share.amount > out.amount
                    && NaiveLedger.share(out.payment, $0.share.payment)
            }
            if let match {
                kept[match].isReturned = true
            } else if let whole {
                var part = kept[whole].share
                part.amount = out.amount
                kept[whole].share.amount -= out.amount
                let back = Set(out.names.map(\.number))
                kept[whole].share.names =
                    part.names.filter { !back.contains($0.number) } + part.names.filter { back.contains($0.number) }
                kept.insert((part, true), at: whole + 1)
            } else if out.amount > 0 {
                owe(out, out.amount)
                owedAgain.append((items.count - 1, out))
            } else if out.amount < 0 {
                let payment = out.payment
                add(.payment, payment.reference ?? "", out.customer, payment.date, payment.currency, -out.amount)
            }
        }
        return kept
    }

    /// In the order of days; of one day credit notes first, then money that went out for one, then payments.
    private mutating func documentsPayWhatTheyName(_ kept: [(share: Share, isReturned: Bool)]) {
        var left = Dictionary(uniqueKeysWithValues: withdrawn.map { ($0, document($0)?.payable ?? 0) })
        for (number, amount) in cancelled { left[number, default: 0] += amount }
        let notes = credits.indices.filter { credits[$0].kind == .creditNote }
            .sorted { (credits[$0].date, credits[$0].name) < (credits[$1].date, credits[$1].name) }
        let days = Set(
            notes.map { credits[$0].date } + owedAgain.map { items[$0.place].issued } + kept.map(\.share.payment.date))
        for day in days.sorted() {
            for note in notes where credits[note].date == day { creditNotePays(note, &left) }
            for (place, share) in owedAgain where items[place].issued == day { refundUses(place, share) }
            for (share, isReturned) in kept where share.payment.date == day { paymentPays(share, isReturned) }
        }
    }

    /// Credit notes dated no later than the correction that come to all of what it corrected.
    private mutating func creditNotesThatCancelledWhatWasCorrected() {
        for (old, new) in replacedBy {
            guard let invoice = document(old), let last = document(new) else { continue }
            let until = max(invoice.issued, last.issued)
            let notes = credits.indices.filter { place in
                credits[place].kind == .creditNote && credits[place].date <= until
                    && credits[place].customer == customer(invoice)
                    && credits[place].currency == invoice.currency && !places(old).isEmpty
                    && document(credits[place].name)?.details.precedes.map(\.number) == [old]
            }
            if !notes.isEmpty, notes.reduce(0, { $0 + credits[$1].amount }) == invoice.payable {
                cancelled[old] = invoice.payable
            }
        }
    }

    private mutating func refundUses(_ place: Int, _ share: Share) {
        for name in share.names {
            let note = credits.indices.first { credits[$0].kind == .creditNote && credits[$0].name == name.number }
            if let note { pay(note, at: [place], upTo: name.amount.map(abs) ?? .max) }
        }
    }

    private mutating func owe(_ share: Share, _ amount: Int64) {
        guard amount > 0 else { return }
        items.append(
            Item(
                customer: share.customer, number: share.payment.reference ?? "", issued: share.payment.date,
                due: share.payment.date, currency: share.payment.currency, amount: amount, open: amount,
                isDisputed: false))
    }

    static func precedes(_ left: Share, _ right: Share) -> Bool {
        let (a, b) = (left.payment, right.payment)
        return (a.date, a.reference ?? "", left.amount) < (b.date, b.reference ?? "", right.amount)
    }

    private mutating func creditNotePays(_ place: Int, _ left: inout [String: Int64]) {
        for reference in document(credits[place].name)?.details.precedes ?? [] {
            // What cancels an invoice that is out gives nothing back a second time.
            if let own = document(reference.number), customer(own) == credits[place].customer {
                let part = min(left[reference.number] ?? 0, credits[place].free)
                left[reference.number]? -= part
                credits[place].amount -= part
                credits[place].free -= part
            }
            pay(place, reference.number)
        }
    }

    private mutating func paymentPays(_ share: Share, _ isReturned: Bool) {
        guard !isReturned || share.amount > 0 else { return }
        let payment = share.payment
        if share.amount < 0 { owe(share, -share.amount) }
        var place: Int?
        if share.amount > 0 {
            place = add(.payment, payment.reference ?? "", share.customer, payment.date, payment.currency, share.amount)
        }
        if let place, isReturned {
            credits[place].free = 0
            credits[place].isReturned = true
            return
        }
        let notes = share.names.filter { document($0.number)?.type.isCredit == true }
        let debits = share.names.filter { document($0.number)?.type.isCredit == false }
        for note in notes {
            guard
                let credit = credits.indices.first(where: {
                    credits[$0].name == note.number && credits[$0].kind == .creditNote
                })
            else { continue }
            if share.amount < 0 { pay(credit, at: [items.count - 1], upTo: .max) }
            for debit in debits { pay(credit, debit.number) }
        }
        guard let place else { return }
        if let kept = payment.keptByBank, debits.count == 1, share.amount == payment.amount {
            shortened.append((place, debits[0].number, kept))
        }
        for debit in debits { pay(place, debit.number, upTo: debit.amount ?? .max) }
    }

    private mutating func pay(_ credit: Int, _ number: String, upTo limit: Int64 = .max) {
        pay(credit, at: places(number), upTo: limit)
    }

    private mutating func pay(_ credit: Int, at places: [Int], upTo limit: Int64) {
        var left = limit
        for place in places {
            guard items[place].customer == credits[credit].customer, items[place].currency == credits[credit].currency
            else { continue }
            let part = min(left, credits[credit].free, items[place].open)
            guard part > 0 else { continue }
            left -= part
            credits[credit].free -= part
            items[place].open -= part
            settle(place, on: credits[credit].date)
            settledBy[place, default: []].append((credit, part))
            guard credits[credit].kind == .payment else { continue }
            let before = cashFor[place]
            cashFor[place] = (
                (before?.amount ?? 0) + part, max(before?.last ?? credits[credit].date, credits[credit].date)
            )
        }
    }

    /// Nothing is settled before it exists.
    private mutating func settle(_ place: Int, on day: Day) {
        let day = max(day, items[place].issued)
        items[place].settled = max(items[place].settled ?? day, day)
    }

    // MARK: People

    private func ordered(_ kinds: [CustomerEvent.Kind]) -> [CustomerEvent] {
        events.filter { kinds.contains($0.kind) }.sorted { CustomerEvent.precedes($0, $1) }
    }

    private mutating func peopleWriteOff() {
        for event in ordered([.writeOff]) {
            guard let number = event.invoice, let first = places(number).first,
                event.amount == nil || items[first].currency == event.currency
            else { continue }
            let open = places(number).reduce(0) { $0 + items[$1].open }
            let amount = min(open, event.amount ?? open)
            guard amount > 0 else { continue }
            let credit = add(.writeOff, number, items[first].customer, event.date, items[first].currency, amount)
            pay(credit, number)
        }
    }

    /// The last word counts, people's or the platform's.
    private mutating func peopleDispute() {
        for event in ordered([.dispute, .disputeClosed]) {
            guard let number = event.invoice, let invoice = document(final(number)) else { continue }
            if let word = fate(of: invoice).lastWord, word > event.date { continue }
            let isOfAll = event.amount == nil || event.kind == .disputeClosed
            for place in places(number) where isOfAll || event.currency == items[place].currency {
                items[place].isDisputed = event.kind == .dispute
                items[place].disputed = event.kind == .dispute ? event.amount : nil
            }
        }
    }

    private mutating func banksKeptTheirCharges() {
        for (credit, number, kept) in shortened {
            let own = places(number)
            let rest = own.reduce(0) { $0 + items[$1].open }
            let brought = own.flatMap { settledBy[$0] ?? [] }.filter { $0.credit == credit }.reduce(0) {
                $0 + $1.amount
            }
            guard rest == kept, brought == credits[credit].amount, own.allSatisfy({ !items[$0].isDisputed }) else {
                continue
            }
            let money = credits[credit]
            pay(add(.tolerance, final(number), money.customer, money.date, money.currency, rest), number)
        }
    }

    private mutating func centsAreGivenUp() {
        for number in Set(items.map(\.number)) where document(number) != nil {
            let own = items.indices.filter { items[$0].number == number }
            let rest = own.reduce(0) { $0 + items[$1].open }
            let cash = own.reduce(0) { $0 + (cashFor[$1]?.amount ?? 0) }
            guard rest > 0, rest <= tolerance, rest < cash, let day = own.compactMap({ cashFor[$0]?.last }).max(),
                own.allSatisfy({ !items[$0].isDisputed && items[$0].currency == .eur })
            else { continue }
            let credit = add(.tolerance, number, items[own[0]].customer, day, .eur, rest)
            pay(credit, number)
        }
    }

    // MARK: The view

    private mutating func restPaysOldestFirst() {
        for place in items.indices { items[place].residual = items[place].open }
        for place in credits.indices { credits[place].remaining = credits[place].free }
        let order = items.indices.sorted { left, right in
            let (a, b) = (items[left], items[right])
            return (a.due, a.issued, a.number, a.amount) < (b.due, b.issued, b.number, b.amount)
        }
        let free = credits.indices.sorted {
            (credits[$0].date, credits[$0].name) < (credits[$1].date, credits[$1].name)
        }
        for place in order {
            for credit in free
            where credits[credit].customer == items[place].customer && credits[credit].currency == items[place].currency
            {
                let part = min(credits[credit].remaining, items[place].residual)
                guard part > 0 else { continue }
                credits[credit].remaining -= part
                items[place].residual -= part
                settle(place, on: credits[credit].date)
            }
            if items[place].residual > 0 { items[place].settled = nil }
        }
    }
}
