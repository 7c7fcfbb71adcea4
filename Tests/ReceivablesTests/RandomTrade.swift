@testable import Receivables

/// Random histories of a few customers in two currencies, with everything that happens to an invoice. Every payment has
/// a reference, so that a document offered twice is known.
struct RandomTrade {
    private var random: Seeded
    private var invoices: [Invoice] = []
    private var payments: [Payment] = []
    private var balances: [Invoice] = []
    private var documents: [Document] = []
    private let dollars = Currency("USD") ?? .eur

    /// The tolerance these histories leave cents for, in minor units.
    static let tolerance: Int64 = 5

    static func documents(seed: UInt64) -> [Document] {
        var trade = RandomTrade(random: Seeded(seed))
        return trade.make()
    }

    private init(random: Seeded) { self.random = random }

    private mutating func make() -> [Document] {
        for index in 0..<number(4...22) { step(index) }
        return documents
    }

    private mutating func step(_ index: Int) {
        switch number(0...25) {
        case 0...6: add(invoice("F\(index)"))
        case 7: add(correction("F\(index)"))
        case 8: addDeposit(index)
        case 9...10: add(creditNote("A\(index)"))
        case 11...14: pay("P\(index)")
        case 15: takeBack(index)
        case 16...17: report(index)
        case 18...19: note()
        case 20: carry(index)
        case 21...22: openBalance()
        default: tellAgain(index)
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func amount(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
    private mutating func chance(_ oneIn: Int) -> Bool { number(1...oneIn) == 1 }
    private mutating func day() -> Day { Day(number: 20_000 + Int32(number(0...150))) }
    private mutating func party() -> Party { party(number(0...3)) }
    private func party(_ index: Int) -> Party { Party(name: "Client \(index)", code: "C\(index)") }

    private mutating func add(_ invoice: Invoice?) {
        guard let invoice else { return }
        invoices.append(invoice)
        documents.append(.invoice(invoice))
    }

    // MARK: Invoices

    private mutating func invoice(_ name: String, _ type: InvoiceType = .invoice) -> Invoice {
        let issued = day()
        var invoice = Invoice(
            number: name, type: type, issued: issued, currency: chance(6) ? dollars : .eur,
            payable: amount(10...2000), buyer: party())
        if !chance(4) { invoice.due = DueDate(issued.adding(days: number(0...60))) }
        if chance(5), type == .invoice { invoice.details = schedule(of: invoice) }
        if chance(5), type == .invoice {
            invoice.details = InvoiceDetails(remittance: chance(4) ? "KUNDE-100" : "RF-\(name)-2026")
        }
        return invoice
    }

    private mutating func schedule(of invoice: Invoice) -> InvoiceDetails {
        let first = invoice.payable / 3 + 1
        return InvoiceDetails(instalments: [
            Instalment(due: invoice.issued.adding(days: 60), amount: invoice.payable - first),
            Instalment(due: invoice.issued.adding(days: 30), amount: first),
        ])
    }

    private mutating func correction(_ name: String) -> Invoice? {
        guard let old = invoices.filter({ !$0.type.isCredit }).randomElement(using: &random) else { return nil }
        var invoice = invoice(name, .corrected)
        invoice.buyer = old.buyer
        invoice.currency = old.currency
        invoice.issued = old.issued.adding(days: number(0...20))
        invoice.details = InvoiceDetails(precedes: [DocumentReference(number: old.number)])
        return invoice
    }

    /// A deposit and the final invoice that deducts it: as a table states it, or by itself (BT-113).
    private mutating func addDeposit(_ index: Int) {
        var deposit = invoice("D\(index)", .prepayment)
        deposit.details = .none
        var final = invoice("F\(index)")
        final.buyer = deposit.buyer
        final.currency = chance(8) ? dollars : deposit.currency
        let names = [DocumentReference(number: deposit.number)]
        final.details =
            Bool.random(using: &random)
            ? InvoiceDetails(precedes: names, deductsDeposits: true)
            : InvoiceDetails(precedes: names, prepaid: deposit.payable)
        add(deposit)
        add(final)
    }

    private mutating func creditNote(_ name: String) -> Invoice {
        var note = invoice(name, .creditNote)
        let named = (0..<number(0...2)).compactMap { _ in
            invoices.filter { !$0.type.isCredit }.randomElement(using: &random)
        }
        if let first = named.first, !chance(8) {
            note.buyer = first.buyer
            note.currency = first.currency
            if chance(3) { note.payable = first.payable }
        }
        note.details = InvoiceDetails(precedes: unique(named.map(\.number)).map { DocumentReference(number: $0) })
        return note
    }

    private func unique(_ numbers: [String]) -> [String] { Array(Set(numbers)).sorted() }

    // MARK: Cash

    private mutating func pay(_ name: String) {
        let payer = party()
        let own = invoices.filter { $0.buyer == payer }
        var named = own.filter { _ in chance(3) }
        if chance(6), let other = invoices.randomElement(using: &random) { named.append(other) }
        if chance(4) { named = [] }
        named = unique(named.map(\.number)).compactMap { number in invoices.first { $0.number == number } }
        named.shuffle(using: &random)
        let asked = named.reduce(0) { $0 + $1.effect }
        let balance = balances.filter { $0.buyer == payer && !$0.type.isCredit && chance(3) }.first
        let amount =
            switch number(0...4) {
            case 0...1 where asked > 0: asked
            case 2 where asked > 10: asked - self.amount(1...8)
            case 3: max(1, asked + self.amount(1...500))
            default: self.amount(1...2500)
            }
        var payment = Payment(
            kind: chance(12) ? .refund : .payment, reference: name, date: day(), amount: amount,
            currency: named.first?.currency ?? .eur, payer: payer,
            remittance: named.map { invoice in
                let part = chance(6) && !invoice.type.isCredit ? self.amount(1...invoice.payable) : nil
                let quoted = chance(2) ? invoice.details.remittance : nil
                return RemittanceReference(number: quoted ?? invoice.number, amount: part)
            } + [balance].compactMap { $0.map { RemittanceReference(number: $0.number) } },
            isFromBooks: chance(2))
        if chance(3) { tellByBank(&payment, name, of: asked) }
        book(payment)
    }

    /// What a bank says of a payment: the end-to-end reference, at times a constant, and what it kept for itself.
    private mutating func tellByBank(_ payment: inout Payment, _ name: String, of asked: Int64) {
        let kept = amount(1...20)
        let isShort = payment.kind == .payment && asked > kept && chance(2)
        if isShort { payment.amount = asked - kept }
        payment.isFromBooks = false
        payment.entry = BankEntry(
            account: "FR76", bankReference: "S-\(name)", endToEnd: chance(3) ? "PRLV" : "E-\(name)",
            instructed: isShort ? Money(minorUnits: asked, currency: payment.currency) : nil,
            charges: isShort ? Money(minorUnits: kept, currency: payment.currency) : nil)
    }

    /// The same return told twice is one return: each is told once here.
    private mutating func book(_ payment: Payment) {
        let isKnown = payments.contains {
            $0.kind == payment.kind && $0.reference == payment.reference && $0.date == payment.date
                && $0.amount == payment.amount
        }
        if isKnown { return }
        payments.append(payment)
        documents.append(.payment(payment))
    }

    /// The bank's word of what the books told, or of something much like it.
    private mutating func tellAgain(_ index: Int) {
        guard let told = payments.filter(\.isFromBooks).randomElement(using: &random) else { return }
        var payment = told
        payment.isFromBooks = false
        payment.date = payment.date.adding(days: number(-12...12))
        payment.reference = chance(3) ? told.reference : "B\(index)"
        payment.entry = BankEntry(account: "FR76", bankReference: "S\(index)")
        if chance(2) { payment.remittance = [] }
        if chance(6) { payment.amount += 1 }
        if chance(8) { payment.payer = party() }
        book(payment)
    }

    private mutating func takeBack(_ index: Int) {
        guard var payment = payments.filter({ $0.kind == .payment }).randomElement(using: &random) else { return }
        payment.kind = .return
        payment.date = payment.date.adding(days: number(-3...40))
        if chance(3) { payment.reference = "R\(index)" }
        if chance(5) { payment.amount += 1 }
        if chance(5) { payment.amount = amount(1...payment.amount) }
        if chance(4) || payment.entry != nil { payment.remittance = [] }
        if let told = payment.entry { sendBack(&payment, told, "R\(index)") }
        book(payment)
    }

    /// A bank's return: it may add its fee, and name somebody else than the payment did.
    private mutating func sendBack(_ payment: inout Payment, _ told: BankEntry, _ name: String) {
        let original = payment.amount
        if chance(2) { payment.amount += amount(1...20) }
        if chance(3) { payment.payer = party() }
        payment.entry = BankEntry(
            account: told.account, bankReference: name, endToEnd: told.endToEnd,
            instructed: original == payment.amount ? nil : Money(minorUnits: original, currency: payment.currency))
    }

    // MARK: What books bring forward

    /// The first day of one of two years.
    private mutating func opening(isBalance: Bool, later: Int64 = 0) -> Opening {
        let day = Day(number: chance(2) ? 20_060 : 20_110)
        return Opening(
            day: day, isBalance: isBalance, enteredLater: later, through: day.adding(days: chance(4) ? 60 : 90))
    }

    /// An item by its number: of an invoice there is or is not, or of a payment; with its day or without.
    private mutating func carry(_ index: Int) {
        let opening = opening(isBalance: false)
        let known = invoices.filter { $0.details.opening == nil && $0.issued < opening.day }
        var entry = invoice("O\(index)", chance(4) ? .creditNote : .invoice)
        entry.due = nil
        entry.issued = chance(2) ? opening.day : min(entry.issued, opening.day)
        if !chance(3), let sold = known.randomElement(using: &random) {
            (entry.number, entry.buyer, entry.currency) = (sold.number, sold.buyer, sold.currency)
            entry.type = sold.type.isCredit ? .creditNote : .invoice
            entry.issued = chance(2) ? sold.issued : opening.day
            entry.payable = chance(2) ? sold.payable : amount(1...sold.payable)
        } else if chance(3), let payment = payments.filter({ $0.kind == .payment }).randomElement(using: &random) {
            (entry.number, entry.buyer, entry.currency) = (payment.reference ?? "", payment.payer, payment.currency)
            entry.type = payment.effect < 0 ? .creditNote : .invoice
            entry.payable = payment.amount
        }
        entry.details = InvoiceDetails(opening: opening)
        carried(entry)
        if chance(3) { carried(restated(entry, opening)) }
        if chance(4) {
            let day = Day(number: 20_110)
            entry.details = InvoiceDetails(opening: Opening(day: day, through: day.adding(days: 90)))
            carried(entry)
        }
    }

    private mutating func restated(_ entry: Invoice, _ opening: Opening) -> Invoice {
        var entry = entry
        entry.payable = amount(1...2000)
        entry.details = InvoiceDetails(
            opening: Opening(
                day: opening.day, isBalance: opening.isBalance, enteredLater: opening.enteredLater,
                through: opening.through.adding(days: chance(2) ? 30 : 0)))
        return entry
    }

    /// Nothing names what is a payment's reference.
    private mutating func carried(_ entry: Invoice) {
        documents.append(.invoice(entry))
        let isKnown = invoices.contains { $0.number == entry.number }
        if !isKnown, !payments.contains(where: { $0.reference == entry.number }) { invoices.append(entry) }
    }

    private mutating func openBalance() {
        let index = number(0...3)
        let opening = opening(isBalance: true, later: chance(3) ? amount(-300...300) : 0)
        var entry = invoice("AN-\(opening.day)-C\(index)", chance(5) ? .creditNote : .invoice)
        (entry.buyer, entry.issued, entry.due) = (party(index), opening.day, nil)
        entry.payable = amount(10...4000)
        entry.currency = .eur
        entry.details = InvoiceDetails(opening: opening)
        balances.append(entry)
        documents.append(.invoice(entry))
        if chance(3) { documents.append(.invoice(restated(entry, opening))) }
    }

    // MARK: What platforms and people say

    private mutating func report(_ index: Int) {
        let codes: [(String, StatusNotice.Meaning)] = [
            ("200", .transport), ("204", .transport), ("205", .approved), ("206", .partlyApproved), ("207", .disputed),
            ("208", .disputed), ("209", .transport), ("210", .rejected), ("211", .paymentSent), ("212", .paid),
            ("212", .paid), ("213", .rejected), ("220", .cancelled), ("225", .payeeChanged), ("228", .transport),
        ]
        guard let (code, meaning) = codes.randomElement(using: &random),
            let invoice = invoices.randomElement(using: &random)
        else { return }
        var notice = StatusNotice(
            invoice: invoice.number, code: code, meaning: meaning, date: day(), secondOfDay: Int32(index))
        if meaning == .paid, !chance(4) {
            notice.amount = chance(3) ? invoice.payable : chance(5) ? -amount(1...500) : amount(1...invoice.payable)
            notice.currency = chance(8) ? dollars : invoice.currency
        }
        documents.append(.status(notice))
    }

    private mutating func note() {
        let kinds: [CustomerEvent.Kind] = [.dispute, .dispute, .disputeClosed, .writeOff, .writeOff, .promise]
        guard let kind = kinds.randomElement(using: &random),
            let invoice = invoices.filter({ !$0.type.isCredit }).randomElement(using: &random)
        else { return }
        documents.append(
            .event(
                CustomerEvent(
                    kind, party: chance(2) ? invoice.buyer : .unknown, invoice: invoice.number, date: day(),
                    amount: chance(2) ? amount(1...1500) : nil, currency: chance(8) ? dollars : invoice.currency)))
    }
}
