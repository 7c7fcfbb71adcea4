import Testing

@testable import Receivables

@Suite struct LedgerTests {
    let us = Company(sirens: ["732829320"], names: ["Nous"])

    func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    func invoice(
        _ number: String, _ amount: Int64, type: InvoiceType = .invoice, issued: String = "2026-01-10",
        due: String? = "2026-02-10", to buyer: Party = Party(name: "Alpha", code: "C1"), precedes: [String] = [],
        profile: String? = nil
    ) -> Document {
        .invoice(
            Invoice(
                number: number, type: type, issued: day(issued), due: due.map { DueDate(day($0)) }, currency: .eur,
                payable: amount, buyer: buyer,
                details: InvoiceDetails(precedes: precedes.map { DocumentReference(number: $0) }, profile: profile)))
    }

    func payment(
        _ amount: Int64, on date: String, reference: String? = nil, for numbers: [String] = [],
        kind: Payment.Kind = .payment, from payer: Party = Party(name: "Alpha", code: "C1"), ordinal: Int32 = 0
    ) -> Document {
        .payment(
            Payment(
                kind: kind, reference: reference, date: day(date), amount: amount, currency: .eur, payer: payer,
                remittance: numbers.map { RemittanceReference(number: $0) }, ordinal: ordinal))
    }

    func ledger(_ documents: [Document]) -> Ledger {
        var ledger = Ledger(company: us)
        ledger.open(file: "test")
        for document in documents { _ = ledger.post(document) }
        return ledger
    }

    func accounts(_ documents: [Document]) -> [String: Account] {
        let ledger = ledger(documents)
        return Dictionary(uniqueKeysWithValues: ledger.customers.map { (ledger.key(of: $0), ledger.account($0)) })
    }

    @Test func `a credit note larger than its invoice leaves a credit, not a negative item`() throws {
        let account = try #require(
            accounts([invoice("F1", 1000), invoice("A1", 1500, type: .creditNote, due: nil, precedes: ["F1"])])[
                "code:C1"])
        #expect(account.receivables.map(\.open) == [0])
        #expect(account.credits.map(\.unallocated) == [500])
    }

    @Test func `a rebate months after payment makes an invoice late that was paid on its day`() throws {
        let documents = [
            invoice("F1", 1000), payment(1000, on: "2026-02-10", reference: "P1", for: ["F1"]),
            invoice("A1", 100, type: .creditNote, issued: "2026-06-01", due: nil, precedes: ["F1"]),
        ]
        for order in [documents, documents.reversed()] {
            let account = try #require(accounts(order)["code:C1"])
            #expect(account.receivables.map(\.settled) == [day("2026-02-10")])
            #expect(account.credits.map(\.unallocated) == [0, 100])
        }
    }

    @Test func `a corrected invoice vanishes from the story, and what was owed before it is wrong`() throws {
        let documents = [
            invoice("F1", 1000, issued: "2026-01-05"), payment(1000, on: "2026-03-15", reference: "P1", for: ["F1"]),
            invoice("F1R", 1000, type: .corrected, issued: "2026-04-10", precedes: ["F1"]),
        ]
        let account = try #require(accounts(documents)["code:C1"])
        #expect(account.receivables.map(\.number) == ["F1R"])
        #expect(account.receivables.map(\.open) == [0])
        let old = try #require(account.replaced.first)
        #expect(old.number == "F1" && old.successor == "F1R" && old.amount == 1000 && old.creditNotes.isEmpty)
        #expect(old.issued == day("2026-01-05") && old.until == day("2026-04-10"))
    }

    @Test func `terms agreed later move the due date of an invoice of before`() throws {
        func terms(_ days: Int, from date: String?) -> Document {
            .customer(
                CustomerRecord(
                    party: Party(name: "Alpha", code: "C1"), terms: PaymentTerms(days: days), from: date.map(day)))
        }
        let documents = [
            terms(45, from: nil), invoice("F1", 1000, issued: "2026-01-05", due: nil), terms(60, from: "2026-05-01"),
            invoice("F2", 1000, issued: "2026-05-02", due: nil),
        ]
        for order in [documents, documents.reversed()] {
            let account = try #require(accounts(order)["code:C1"])
            #expect(account.receivables.map(\.due.day) == [day("2026-02-19"), day("2026-07-01")])
        }
    }

    @Test(
        "another customer's invoice of the same number is swallowed",
        arguments: [
            (Party(name: "Beta", code: "C2"), "2026-03-05", "2026-04-05", true),
            (Party(name: "Beta"), "2026-03-05", "2026-04-05", true),
            (Party(name: "Alpha", code: "C1"), "2026-03-05", "2026-04-05", false),
            // Two customers of one list, whose numbers a spreadsheet shortened to the same.
            (Party(name: "Beta", code: "C2"), "2026-01-10", "2026-02-10", true),
            // The day of booking instead of that of issue, a customer spelled otherwise, a code that was changed.
            (Party(name: "Beta"), "2026-01-11", "2026-02-10", false),
            (Party(name: "Alpha SA", code: "C2"), "2026-01-10", "2026-02-10", false),
        ] as [(Party, String, String, Bool)])
    func sameNumber(_ buyer: Party, _ issued: String, _ due: String, _ isRefused: Bool) {
        var ledger = ledger([invoice("F1", 1000)])
        let posting = ledger.post(invoice("F1", 1000, issued: issued, due: due, to: buyer))
        guard case .refused(let message) = posting else {
            #expect(!isRefused)
            return
        }
        #expect(isRefused && message.template.code == "posting.buyerConflict")
        #expect(message.remedy(in: .french) == "Vérifiez le numéro et l'acheteur dans les deux fichiers.")
        #expect(message.remedy(in: .english) == "Check the number and the buyer in both files.")
    }

    @Test(
        "a receipt told by a list of payments and by the bank counts twice",
        arguments: [
            ("VIR001", ["F1"], "VIR001", ["F1"], 1), ("P7", ["F1"], "VIR001", ["F1"], 1),
            ("VIR001", [], "VIR001", ["F1"], 1),
            // Nothing certain: the word alone, another invoice.
            ("VIR", [], "VIR", [], 2), ("P7", ["F2"], "VIR001", ["F1"], 2), ("P7", [], "VIR001", ["F1"], 2),
        ] as [(String, [String], String, [String], Int)])
    func listAndBank(
        _ listed: String, _ numbers: [String], _ endToEnd: String, _ named: [String], _ payments: Int
    ) throws {
        let bank = Document.payment(
            Payment(
                reference: endToEnd, date: day("2026-02-05"), amount: 1000, currency: .eur,
                payer: Party(name: "Alpha", code: "C1"), remittance: named.map { RemittanceReference(number: $0) },
                entry: BankEntry(account: "FR76", bankReference: "B1", endToEnd: endToEnd)))
        let documents = [
            invoice("F1", 1000), invoice("F2", 1000), bank,
            payment(1000, on: "2026-02-07", reference: listed, for: numbers),
        ]
        for order in [documents, documents.reversed()] {
            let account = try #require(accounts(order)["code:C1"])
            #expect(account.credits.count == payments)
            #expect(account.receivables.reduce(0) { $0 + $1.residual } == 2000 - 1000 * Int64(payments))
        }
    }

    @Test func `what is dated after the day is not told of`() throws {
        let ledger = ledger([
            invoice("F1", 1000), payment(1000, on: "2062-02-15", reference: "P1", for: ["F1"]),
            payment(10, on: "2026-02-15", reference: "P0"),
        ])
        let id = try #require(ledger.customers.first)
        let account = ledger.account(id, on: day("2026-02-28"))
        #expect(account.credits.map(\.reference) == ["P0"])
        let remark = try #require(account.remarks.first)
        #expect(
            remark.sentence(in: .french) == "Datés après le jour du calcul, pas encore comptés (1) : P1 (2062-02-15).")
        #expect(
            remark.sentence(in: .english) == "Dated after the day of the figures, not counted yet (1): P1 (2062-02-15)."
        )
        #expect(remark.remedy(in: .french) == "Si une date est fausse, corrigez-la et redéposez le fichier.")
        #expect(remark.remedy(in: .english) == "If a date is wrong, mend it and drop the file again.")
        #expect(ledger.account(id, on: day("2062-02-15")).credits.count == 2)
    }

    @Test(
        "a number in free text settles its invoice, marked inferred; a guess between two settles none",
        arguments: [
            ("VIR FACTURE FA 2026/0042", ["FA-2026-0042"]),
            ("règlement 0042 et 0043", ["FA-2026-0042", "FA-2026-0043"]),
            ("FA-2026-0042 0043", ["FA-2026-0042", "FA-2026-0043"]),
            ("loyer novembre 2026", []),
            ("20260042999", []),
        ] as [(String, [String])])
    func freeText(_ text: String, _ expected: [String]) throws {
        let payer = Party(name: "Alpha", code: "C1")
        let documents = [
            invoice("FA-2026-0042", 700), invoice("FA-2026-0043", 900),
            .payment(
                Payment(
                    date: day("2026-02-01"), amount: 1600, currency: .eur, payer: payer, text: text,
                    entry: BankEntry(account: "FR76", bankReference: "1"))),
        ]
        let account = try #require(accounts(documents)["code:C1"])
        let inferred = account.allocations.filter { $0.basis == .inferred }
        #expect(inferred.map { account.receivables[$0.receivable].number } == expected)
        #expect(account.allocations.allSatisfy { $0.basis != .stated })
    }

    @Test func `cash from a parent pays the subsidiary's invoice that its text names in full`() throws {
        let documents = [
            invoice("FA-2026-0042", 700),
            .payment(
                Payment(
                    date: day("2026-02-01"), amount: 700, currency: .eur, payer: Party(name: "Holding Delta"),
                    text: "VIREMENT FA20260042", entry: BankEntry(account: "FR76", bankReference: "1"))),
        ]
        for order in [documents, documents.reversed()] {
            let all = accounts(order)
            #expect(all["code:C1"]?.receivables.map(\.open) == [0])
            #expect(all.values.flatMap(\.credits).map(\.unallocated) == [0])
        }
    }

    @Test func `cash that names nobody has a name to be spoken of by`() throws {
        let account = try #require(accounts([payment(500, on: "2026-01-12", from: .unknown)])["unidentified"])
        #expect(account.customer.name == "unidentified")
        #expect(account.customer.names.isEmpty)
    }

    @Test func `a payment that comes before its invoice settles it on the day the invoice exists`() throws {
        let documents = [payment(1000, on: "2026-01-05", for: ["F1"]), invoice("F1", 1000)]
        for order in [documents, documents.reversed()] {
            let account = try #require(accounts(order)["code:C1"])
            #expect(account.receivables.map(\.open) == [0])
            #expect(account.receivables[0].settled == day("2026-01-10"))
        }
    }

    @Test func `one payment for twenty invoices settles twenty`() throws {
        let numbers = (1...20).map { "F\($0)" }
        let documents = numbers.map { invoice($0, 100) } + [payment(2000, on: "2026-03-01", for: numbers)]
        let account = try #require(accounts(documents)["code:C1"])
        #expect(account.receivables.allSatisfy { $0.open == 0 && $0.settled == day("2026-03-01") })
    }

    @Test func `unreferenced cash is kept as such and only the view pays the oldest due first`() throws {
        let account = try #require(
            accounts([
                invoice("F2", 500, due: "2026-03-10"), invoice("F1", 300, due: "2026-02-10"),
                payment(400, on: "2026-04-01"),
            ])["code:C1"])
        #expect(account.receivables.map(\.number) == ["F1", "F2"])
        #expect(account.receivables.map(\.open) == [300, 500])
        #expect(account.receivables.map(\.residual) == [0, 400])
        #expect(account.credits.map(\.unallocated) == [400])
        #expect(account.credits.map(\.remaining) == [0])
    }

    @Test func `a payment returned weeks later is owed again and its invoice is open`() throws {
        let account = try #require(
            accounts([
                invoice("F1", 1000), payment(1000, on: "2026-02-10", reference: "P1", for: ["F1"]),
                payment(1000, on: "2026-03-20", reference: "P1", for: ["F1"], kind: .return),
            ])["code:C1"])
        #expect(account.receivables.map(\.open) == [1000])
        #expect(account.receivables[0].settled == nil)
        #expect(account.credits.map(\.returned) == [day("2026-03-20")])
    }

    @Test func `the rows of two exports of one account that overlap count twice, or equal ones once`() {
        func row(_ text: String?, _ ordinal: Int32 = 0, for numbers: [String] = []) -> Document {
            .payment(
                Payment(
                    date: day("2026-03-10"), amount: 100, currency: .eur, payer: .unknown,
                    remittance: numbers.map { RemittanceReference(number: $0) }, text: text, ordinal: ordinal))
        }
        let week = [row("REMISE CHEQUES"), row("REMISE CHEQUES", 1), row("VIR ALPHA"), row("VIR ALPHA", for: ["F1"])]
        #expect(ledger(week + week + [row("VIR BETA")]).documentCount == 5)
        // One that says nothing cannot be known again.
        #expect(ledger([row(nil), row(nil)]).documentCount == 2)
    }

    @Test func `a return that names the invoice in its text leaves it as old as it is`() throws {
        func bank(_ kind: Payment.Kind, _ date: String, _ text: String) -> Document {
            .payment(
                Payment(
                    kind: kind, date: day(date), amount: 1000, currency: .eur, payer: .unknown, text: text,
                    entry: BankEntry(account: "FR1", statement: date)))
        }
        let account = try #require(
            accounts([
                invoice("FA202601", 1000, due: "2026-02-28"), bank(.payment, "2026-03-10", "VIR LCC FACTURE FA202601"),
                bank(.return, "2026-03-20", "REJET LCC FACTURE FA202601 PROVISION"),
            ])["code:C1"])
        #expect(account.receivables.map(\.number) == ["FA202601"])
        #expect(account.receivables.map(\.open) == [1000])
        #expect(account.credits.map(\.returned) == [day("2026-03-20")])
    }

    @Test func `a corrected invoice replaces the one it names, and payments of the first follow it`() throws {
        let documents = [
            invoice("F1", 1000), payment(900, on: "2026-02-01", for: ["F1"]),
            invoice("F1C", 900, type: .corrected, precedes: ["F1"]),
        ]
        for order in [documents, documents.reversed()] {
            let account = try #require(accounts(order)["code:C1"])
            #expect(account.receivables.map(\.number) == ["F1C"])
            #expect(account.receivables.map(\.open) == [0])
        }
    }

    @Test func `a customer that deducts a credit note from its payment owes nothing`() throws {
        let account = try #require(
            accounts([
                invoice("F1", 1000), invoice("A1", 200, type: .creditNote, due: nil),
                payment(800, on: "2026-02-01", for: ["F1", "A1"]),
            ])["code:C1"])
        #expect(account.receivables.map(\.open) == [0])
        #expect(account.credits.map(\.unallocated) == [0, 0])
    }

    @Test func `the same invoice from a table and as an e-invoice books once and keeps the stated due date`() throws {
        let documents = [
            invoice("F1", 1000, due: nil),
            invoice("F1", 1000, to: Party(name: "ALPHA SAS", siren: "552100554"), profile: "urn:cen.eu:en16931:2017"),
        ]
        for order in [documents, documents.reversed()] {
            let all = accounts(order)
            #expect(all.keys.sorted() == ["siren:552100554"])
            #expect(all["siren:552100554"]?.receivables.map(\.due) == [DueDate(day("2026-02-10"))])
            #expect(all["siren:552100554"]?.customer.codes == ["C1"])
        }
    }

    @Test func `the same number with another amount is kept out and names the file of the first`() {
        var ledger = ledger([invoice("F1", 1000)])
        ledger.open(file: "second.csv")
        guard case .refused(let message) = ledger.post(invoice("F1", 1001)) else {
            Issue.record("a conflict was booked")
            return
        }
        #expect(message.code == "posting.amountConflict")
        #expect(message.arguments["file"] == "test")
        #expect(ledger.documentCount == 1)
    }

    @Test func `a code used for two companies joins neither and is reported`() throws {
        let all = accounts([
            invoice("F1", 100, to: Party(name: "Un", siren: "552100554", code: "C9")),
            invoice("F2", 100, to: Party(name: "Deux", siren: "404833048", code: "C9")),
            invoice("F3", 100, to: Party(code: "C9")),
        ])
        #expect(all.count == 3)
        #expect(all["code:C9"]?.customer.conflicts.map(\.code) == ["posting.codeConflict"])
    }

    @Test func `two customers with one name are not mixed by a payment that has only the name`() {
        let all = accounts([
            invoice("F1", 100, to: Party(name: "Martin", code: "C1")),
            invoice("F2", 100, to: Party(name: "MARTIN SARL", code: "C2")),
            payment(100, on: "2026-03-01", from: Party(name: "martin")),
        ])
        #expect(all["code:C1"]?.receivables[0].residual == 100)
        #expect(all["code:C2"]?.receivables[0].residual == 100)
        #expect(all["name:martin"]?.credits.map(\.unallocated) == [100])
        #expect(all["name:martin"]?.customer.conflicts.map(\.code) == ["posting.nameConflict"])
    }

    @Test func `one customer under three codes is one once its record says so`() {
        let codes = ["C1", "C2", "C3"]
        let party = { (code: String) in Party(siren: "552100554", code: code) }
        let all = accounts(
            codes.map { invoice("F" + $0, 100, to: Party(code: $0)) }
                + codes.map { .customer(CustomerRecord(party: party($0))) })
        #expect(all.keys.sorted() == ["siren:552100554"])
        #expect(all["siren:552100554"]?.receivables.count == 3)
    }

    @Test func `a parent that pays for its subsidiary settles the subsidiary's invoice`() {
        let parent = Party(name: "Parent", code: "P")
        let all = accounts([
            invoice("F1", 300), invoice("G1", 100, to: parent),
            payment(350, on: "2026-02-01", for: ["F1"], from: parent),
        ])
        #expect(all["code:C1"]?.receivables.map(\.open) == [0])
        #expect(all["code:P"]?.receivables.map(\.open) == [100])
        #expect(all["code:P"]?.receivables.map(\.residual) == [50])
    }

    @Test func `two equal rows of one file are two payments, the same reference in another file is one`() throws {
        let account = try #require(
            accounts([
                invoice("F1", 1000), payment(100, on: "2026-02-01", reference: "V"),
                payment(100, on: "2026-02-01", reference: "V", ordinal: 1),
                payment(100, on: "2026-02-01", reference: "V"),
            ])["code:C1"])
        #expect(account.credits.count == 2)
    }

    @Test func `our purchases and other people's invoices are not receivables`() {
        var ledger = Ledger(company: us)
        ledger.open(file: "x")
        let own = Party(name: "Nous SA", siren: "732829320")
        let other = Party(name: "Autre", siren: "552100554")
        func offer(_ seller: Party, _ buyer: Party) -> Posting {
            ledger.post(
                .invoice(
                    Invoice(
                        number: "X\(seller.name ?? "")", type: .invoice, issued: day("2026-01-01"), currency: .eur,
                        payable: 1, seller: seller, buyer: buyer)))
        }
        #expect(offer(own, other) == .booked)
        guard case .setAside(let purchase) = offer(other, own), case .refused(let foreign) = offer(other, other) else {
            Issue.record("somebody else's invoice was booked")
            return
        }
        #expect(purchase.code == "posting.supplierInvoice")
        #expect(foreign.code == "posting.foreignInvoice")
    }

    @Test func `a row whose customer is our own company becomes a receivable`() {
        let us = Company(sirens: ["732829320"], vats: ["BE0123456749"], names: ["Vauban Industries SAS"])
        func code(_ buyer: Party, isAccepted: Bool = false) -> String? {
            var ledger = Ledger(company: us)
            ledger.open(file: "x")
            let row = Invoice(
                number: "F1", type: .invoice, issued: day("2026-01-01"), currency: .eur, payable: 1, buyer: buyer)
            guard case .refused(let reason) = ledger.post(.invoice(row), isAccepted: isAccepted) else { return nil }
            return reason.code
        }
        #expect(code(Party(name: "Dupont", siren: "732829320", code: "C1")) == "posting.ownBuyer")
        #expect(code(Party(name: "Dupont", vat: "BE0123456749")) == "posting.ownBuyer")
        #expect(code(Party(name: "VAUBAN INDUSTRIES", code: "C1")) == "posting.ownBuyer")
        #expect(code(Party(name: "Vauban Industries SAS", siren: "552100554")) == nil)
        #expect(code(Party(name: "Dupont", code: "C1")) == nil)
        #expect(code(Party(code: "C1")) == nil)
        #expect(code(Party(name: "Vauban Industries SAS"), isAccepted: true) == nil)
    }

    @Test func `an estimated due date follows the customer's agreed terms, even when they arrive later`() throws {
        let record = Document.customer(
            CustomerRecord(
                party: Party(code: "C1"), terms: PaymentTerms(days: 45, endOfMonth: .daysThenMonthEnd)))
        for order in [[invoice("F1", 10, due: nil), record], [record, invoice("F1", 10, due: nil)]] {
            let account = try #require(accounts(order)["code:C1"])
            #expect(account.receivables[0].due == DueDate(day("2026-02-28"), isEstimated: true))
        }
    }

    func event(
        _ kind: CustomerEvent.Kind, _ date: String, of invoice: String? = nil, amount: Int64? = nil,
        by: String? = nil, and second: String? = nil, party: Party = .unknown
    ) -> Document {
        .event(
            CustomerEvent(
                kind, party: party, invoice: invoice, date: day(date), amount: amount, by: by, secondBy: second))
    }

    @Test func `a write-off gives up what cash left open, whichever came first, and is never cash`() throws {
        let documents = [
            invoice("F1", 1000), payment(700, on: "2026-02-20", for: ["F1"]), event(.writeOff, "2026-02-15", of: "F1"),
        ]
        for order in [documents, documents.reversed()] {
            let account = try #require(accounts(Array(order))["code:C1"])
            #expect(account.receivables.map(\.open) == [0])
            #expect(account.credits.map(\.kind) == [.writeOff, .payment])
            #expect(account.credits.map(\.amount) == [300, 700])
        }
    }

    @Test func `a write-off beyond what is open gives up no more than that`() throws {
        let account = try #require(
            accounts([invoice("F1", 1000), event(.writeOff, "2026-02-15", of: "F1", amount: 5000)])["code:C1"])
        #expect(account.credits.map(\.amount) == [1000] && account.credits.map(\.unallocated) == [0])
    }

    @Test func `what is told of an invoice in dollars without a currency counts as euros, or for nothing, unsaid`()
        throws
    {
        let dollar = try #require(Currency("USD"))
        func told(
            _ kind: CustomerEvent.Kind, _ amount: Int64?, _ currency: Currency = .eur, isAssumed: Bool = true
        ) throws -> Account {
            let events = [
                CustomerEvent(
                    kind, invoice: "U1", date: day("2026-02-15"), until: day("2026-02-20"), amount: amount,
                    currency: currency, isCurrencyAssumed: isAssumed && amount != nil)
            ]
            let billed = Invoice(
                number: "U1", type: .invoice, issued: day("2026-02-01"), due: DueDate(day("2026-02-10")),
                currency: dollar,
                payable: 3_000_000, buyer: Party(code: "C1"))
            return try #require(accounts([.invoice(billed)] + events.map(Document.event))["code:C1"])
        }
        let dispute = try told(.dispute, 1_000_000)
        #expect(dispute.receivables.map(\.contested) == [1_000_000])
        #expect(dispute.events.map(\.event.currency) == [dollar])
        #expect(try told(.writeOff, 500_000).receivables.map(\.open) == [2_500_000])
        #expect(try told(.writeOff, nil).receivables.map(\.open) == [0])
        let promise = try told(.promise, nil)
        #expect(promise.events.map(\.event.currency) == [dollar] && promise.remarks.isEmpty)
        let taken = try #require(dispute.remarks.first)
        #expect(
            taken.sentence(in: .french)
                == "Événement sans devise sur la facture U1 : montant pris dans celle de la facture, 10000.00 USD.")
        #expect(
            taken.sentence(in: .english)
                == "An event without a currency on invoice U1: its amount is taken in the invoice's, 10000.00 USD.")
        #expect(
            taken.remedy(in: .french)
                == "Si le montant est dans une autre devise, ajoutez une colonne devise et redéposez le fichier.")
        #expect(
            taken.remedy(in: .english)
                == "If the amount is in another currency, add a column currency and drop the file again.")
        for kind in [CustomerEvent.Kind.dispute, .writeOff] {
            let other = try told(kind, 1_000_000, isAssumed: false)
            #expect(other.receivables.map(\.open) == [3_000_000] && other.receivables.map(\.contested) == [0])
            let said = try #require(other.remarks.first)
            #expect(
                said.sentence(in: .french)
                    == "Événement de 10000.00 EUR sur la facture U1, qui est en USD : le montant n'est pas compté.")
            #expect(
                said.sentence(in: .english)
                    == "An event of 10000.00 EUR on invoice U1, which is in USD: the amount is not counted.")
            #expect(said.remedy(in: .french) == "Indiquez le montant en USD et redéposez le fichier.")
            #expect(said.remedy(in: .english) == "State the amount in USD and drop the file again.")
        }
    }

    @Test func `an amount without a currency changes its size between currencies of other decimals`() throws {
        let yen = try #require(Currency("JPY"))
        let event = CustomerEvent(
            .dispute, invoice: "U1", date: day("2026-02-15"), amount: 100_000, isCurrencyAssumed: true)
        #expect(event.inCurrency(of: yen).amount == 1_000)
        #expect(event.inCurrency(of: yen).inCurrency(of: .eur).amount == 1_000)
    }

    @Test func `a part in dispute is that part, until the dispute is closed, in any order of files`() throws {
        let opened = [invoice("F1", 1000), event(.dispute, "2026-02-01", of: "F1", amount: 400)]
        let closed = opened + [event(.disputeClosed, "2026-02-10", of: "F1")]
        for (documents, contested) in [(opened, Int64(400)), (closed, 0), (closed.reversed(), 0)] {
            let account = try #require(accounts(documents)["code:C1"])
            #expect(account.receivables.map(\.contested) == [contested])
        }
    }

    @Test func `the same event twice is one event, and one of another day another`() throws {
        let party = Party(name: "Alpha", code: "C1")
        let once = event(.reminder, "2026-02-01", party: party)
        let account = try #require(
            accounts([invoice("F1", 1000), once, once, event(.reminder, "2026-02-02", party: party)])["code:C1"])
        #expect(account.events.map(\.event.date) == [day("2026-02-01"), day("2026-02-02")])
    }

    @Test(
        "above the amount set, a decision of one person counts",
        arguments: [
            (100_00, "A", nil, true), (100_01, "A", nil, false), (100_01, "A", "a ", false), (100_01, "A", "B", true),
        ] as [(Int64, String, String?, Bool)])
    func twoNames(_ amount: Int64, _ by: String, _ second: String?, _ isTaken: Bool) throws {
        var company = us
        company.secondNameAbove = 100_00
        var ledger = Ledger(company: company)
        ledger.open(file: "test")
        let party = Party(name: "Alpha", code: "C1")
        let posting = ledger.post(event(.decision, "2026-02-01", amount: amount, by: by, and: second, party: party))
        if isTaken {
            #expect(posting == .booked)
            let id = try #require(ledger.customers.first)
            #expect(ledger.account(id).customer.record?.internalLimit == amount)
        } else {
            guard case .refused(let message) = posting else {
                Issue.record("\(posting)")
                return
            }
            #expect(message.code == "event.secondName")
            #expect(
                message.sentence(in: .french)
                    == "Une décision de 100.01 EUR (plus de 100.00 EUR) demande deux noms différents.")
            #expect(
                message.sentence(in: .english)
                    == "A decision of 100.01 EUR (more than 100.00 EUR) needs two different names.")
        }
    }
}
