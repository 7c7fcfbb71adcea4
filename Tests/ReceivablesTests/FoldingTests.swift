import Testing

@testable import Receivables

/// What is folded is told from what is not by the room it takes, and by nothing else.
@Suite struct FoldingTests {
    @Test("folding at some moment changes an answer, an account or whom a document concerns", arguments: 0..<80)
    func randomTrade(_ run: Int) {
        let seed = UInt64(run) &* 7919 &+ 1
        check(RandomTrade.documents(seed: seed), seed)
    }

    @Test("the same where identities merge, and cash is placed by text and account", arguments: 0..<80)
    func histories(_ run: Int) {
        let seed = UInt64(run) &* 104_729 &+ 9
        check(History(seed: seed).documents(), seed)
    }

    @Test("the same where banks report one payment twice, in batches, under several references", arguments: 0..<80)
    func reports(_ run: Int) {
        let seed = UInt64(run) &* 31_337 &+ 4
        var random = Seeded(seed)
        let payers = [Party(name: "Client 1"), Party(name: "Holding"), .unknown]
        func pick(_ texts: [String]) -> String? {
            Int.random(in: 0..<3, using: &random) == 0 ? nil : texts.randomElement(using: &random)
        }
        let documents = (0..<40).map { index -> Document in
            if index % 5 == 0 {
                return .invoice(
                    Invoice(
                        number: "FA2026-\(index)", type: .invoice, issued: Day(number: 20_000), currency: .eur,
                        payable: 500, buyer: payers[0]))
            }
            let names = Int.random(in: 0..<2, using: &random) == 0
            return .payment(
                Payment(
                    reference: pick(["R1", "R2"]), date: Day(number: 20_100 + Int32.random(in: 0...1, using: &random)),
                    amount: 500, currency: .eur, payer: payers[Int.random(in: 0...2, using: &random)],
                    iban: pick(["FR1", "FR2"]),
                    remittance: names ? [RemittanceReference(number: "FA2026-\(index / 5 * 5)")] : [],
                    text: pick(["facture FA2026-5", "FA2026-10"]),
                    entry: pick(["x"]).map { _ in
                        BankEntry(
                            account: pick(["A1", "A2"]), bankReference: pick(["B1", "B2", "B3"]),
                            endToEnd: pick(["E1", "E2"]), statement: pick(["S1"]), batch: pick(["B1", "B9"]))
                    }))
        }
        check(documents, seed)
    }

    /// Posts the documents, then all of them again and changed, to a ledger that folds at random and one that never does.
    private func check(_ documents: [Document], _ seed: UInt64) {
        var random = Seeded(seed ^ 0xF01D)
        let company = Company(tolerance: RandomTrade.tolerance)
        var plain = Ledger(company: company)
        var folding = Ledger(company: company)
        var folded = 0
        let offered =
            documents.shuffled(using: &random) + documents.shuffled(using: &random).map { changed($0, &random) }
        for (place, document) in offered.enumerated() {
            if place % 7 == 0 {
                plain.open(file: "file \(place)")
                folding.open(file: "file \(place)")
            }
            let expected = plain.post(document)
            #expect(folding.post(document) == expected, "seed \(seed), document \(place)")
            if Bool.random(using: &random) {
                #expect(folding.takeChanged() == plain.takeChanged(), "seed \(seed), document \(place)")
            }
            if Bool.random(using: &random) {
                folding.fold(before: Day(number: 20_000 + Int32.random(in: 0...300, using: &random)))
                folded += folding.entries - folding.fullEntries
                #expect(plain.fullEntries == plain.entries && folding.entries == plain.entries)
            }
        }
        #expect(folded > 0, "seed \(seed)")
        let differences = folding.described.difference(from: plain.described)
        #expect(differences.isEmpty, "seed \(seed): \(Array(differences).prefix(2))")
        #expect(folding.documentCount == plain.documentCount)
        #expect(folding.waitingStatuses == plain.waitingStatuses)
        #expect(folding.remarkedInvoices == plain.remarkedInvoices)
        #expect(plain.remarkedInvoices == plain.invoices.count(where: \.isRemarked), "seed \(seed)")
    }

    /// The document as it was, or an invoice with another amount, another date or something to be said of it.
    private func changed(_ document: Document, _ random: inout Seeded) -> Document {
        guard case .invoice(var invoice) = document else { return document }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: invoice.payable += 1
        case 1: invoice.issued = invoice.issued.adding(days: 400)
        case 2: invoice.buyer = Party(name: invoice.buyer.name, siren: "552081317", code: invoice.buyer.code)
        case 3: invoice.details = InvoiceDetails(warnings: [Message(.ownRecord, ["a": "b"])])
        default: break
        }
        return .invoice(invoice)
    }

    // MARK: What is kept

    @Test("a field of an invoice or a payment is lost when it is folded")
    func everyField() throws {
        let party = Party(
            name: "Éclair & Fils", siren: "552100554", siret: "55210055400013", vat: "FR40552100554", code: "007",
            others: [SchemedIdentifier(scheme: "0088", value: "1")], country: "FR")
        let details = InvoiceDetails(
            precedes: [DocumentReference(number: "P1", issued: Day(number: -3)), DocumentReference(number: "P2")],
            payee: party, instalments: [Instalment(due: Day(number: 21_000), amount: -4)], terms: "45 jours",
            prepaid: 12, order: "O", contract: "C", remittance: "R", buyerReference: "B", process: "M1",
            profile: "urn:x", warnings: [Message(.ownRecord, ["a": "b"], line: 4, field: "BT-2")], payer: .unknown,
            deductsDeposits: true,
            opening: Opening(
                day: Day(number: 20_089), isBalance: true, enteredLater: -3, through: Day(number: 20_100)))
        let invoice = Invoice(
            number: "N° 1/é", type: InvoiceType(rawValue: 503), issued: Day(number: 20_000),
            due: DueDate(Day(number: 19_990), isEstimated: true), currency: Currency("TND") ?? .eur, net: 7,
            payable: .max / 100_000, buyer: party, details: details, line: 12)
        let yen = Money(minorUnits: -5, currency: Currency("JPY") ?? .eur)
        let entry = BankEntry(
            account: "A", bankReference: "B", endToEnd: "E", statement: "S", valueDate: Day(number: 1), code: "C",
            returnReason: "R", batch: "L", ultimatePayer: "U", instructed: yen, charges: yen)
        let payment = Payment(
            kind: .refund, reference: "é", date: Day(number: 20_001), amount: -9, currency: .eur, payer: party,
            iban: "FR76", remittance: [RemittanceReference(number: "1", amount: -2, isInferred: true)], text: "…",
            entry: entry, isFromBooks: true, warnings: details.warnings, line: -1, ordinal: 3)
        let before = InvoiceEntry(invoice, node: 5, file: 6, next: 7)
        var bare = before
        (bare.due, bare.net, bare.stated, bare.isReferenced) = (nil, nil, nil, true)
        var invoices = Shelf<InvoiceEntry>()
        var payments = Shelf<PaymentEntry>()
        for entry in [before, bare] { invoices.append(entry) }
        payments.append(PaymentEntry(payment: payment, node: 8, file: 9, isSuperseded: true))
        invoices.fold([0, 1])
        payments.fold([0])
        #expect(invoices.fullCount == 0 && payments.fullCount == 0)
        #expect("\(invoices[0])" == "\(before)" && "\(invoices[1])" == "\(bare)")
        #expect(invoices[0].stated == details && invoices[0].stated?.warnings[0].line == 4)
        #expect(payments[0].payment == payment && payments[0].payment.entry?.charges == yen)
        #expect(payments[0].node == 8 && payments[0].file == 9 && payments[0].isSuperseded)
    }

    @Test("entries that are changed and folded again and again fill the memory, or are mixed up")
    func changes() {
        var random = Seeded(3)
        var shelf = Shelf<InvoiceEntry>()
        var expected: [Int32] = []
        for round in 0..<400 {
            let invoice = Invoice(
                number: "F\(round)", type: .invoice, issued: Day(number: 20_000), currency: .eur, payable: 1,
                buyer: .unknown)
            shelf.append(InvoiceEntry(invoice, node: 0, file: 0, next: -1))
            expected.append(0)
            for _ in 0..<3 {
                let place = Int.random(in: expected.indices, using: &random)
                shelf[place].node += 1
                expected[place] += 1
            }
            shelf.fold(shelf.fullPlaces { $0.node % 2 == 0 })
        }
        #expect((0..<400).map { shelf[$0].node } == expected)
        #expect((0..<400).map { shelf[$0].number } == (0..<400).map { "F\($0)" })
        #expect(shelf.foldedBytes < 400 * 40)
    }
}
