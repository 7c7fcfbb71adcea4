import Testing

@testable import Receivables

/// Every sentence the ledger has for a document it does not book or doubts, from documents that bring it about.
@Suite struct PostingSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let template: MessageTemplate
        /// Posted in this order; the last one brings the sentence about.
        let documents: [Document]
        let french: String
        let english: String
        var company = Company(sirens: ["732829320"], names: ["Nous"])
        var testDescription: String { template.code }
    }

    static let us = Party(name: "Nous", siren: "732829320")
    static let alpha = Party(name: "Alpha", siren: "404833048")
    static let beta = Party(name: "Beta", siren: "552100554")

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static func invoice(
        _ amount: Int64 = 10_000, type: InvoiceType = .invoice, from seller: Party = us, to buyer: Party = alpha
    ) -> Document {
        .invoice(
            Invoice(
                number: "F1", type: type, issued: day("2026-01-10"), due: DueDate(day("2026-02-10")), currency: .eur,
                payable: amount, seller: seller, buyer: buyer))
    }

    static func status(_ amount: Int64?, of seller: Party = us) -> Document {
        .status(
            StatusNotice(
                invoice: "F1", invoiceIssued: day("2026-01-10"), seller: seller, code: "212", meaning: .paid,
                date: day("2026-02-01"), secondOfDay: 10, amount: amount, currency: .eur))
    }

    static func listing(_ open: Int64) -> Document {
        .listing(
            OpenItemListing(
                source: "sage", day: day("2026-11-02"),
                items: [ListedItem(number: "F1", party: alpha, open: open, currency: .eur, issued: nil, due: nil)]))
    }

    static let cases: [Case] = [
        Case(
            template: .supplierInvoice, documents: [invoice(from: beta, to: us)],
            french: "La facture F1 de Beta nous est adressée : c'est une facture fournisseur, pas une créance.",
            english: "Invoice F1 from Beta is addressed to us: it is a supplier's invoice, not a receivable."),
        Case(
            template: .ownBuyer, documents: [invoice(from: .unknown, to: us)],
            french: "La facture F1 a pour client notre propre société (Nous) : ce n'est pas une créance.",
            english: "Invoice F1 has our own company (Nous) as its customer: it is no receivable."),
        Case(
            template: .foreignInvoice, documents: [invoice(from: beta)],
            french: "La facture F1, de Beta à Alpha, ne porte notre identité ni comme vendeur ni comme acheteur.",
            english: "Invoice F1, from Beta to Alpha, names us neither as seller nor as buyer."),
        Case(
            template: .noOwnIdentity, documents: [invoice(from: beta)],
            french:
                "La facture F1, de Beta à Alpha, ne peut être classée : rules/company.yaml ne dit pas qui nous sommes.",
            english: "Invoice F1, from Beta to Alpha, cannot be placed: rules/company.yaml does not say who we are.",
            company: Company()),
        Case(
            template: .notPayable, documents: [invoice(type: InvoiceType(rawValue: 325))],
            french: "Le document F1 est une pro forma ou une information comptable : rien n'est dû.",
            english: "Document F1 is a pro forma or accounting information: nothing is owed."),
        Case(
            template: .amountConflict, documents: [invoice(), invoice(20_000)],
            french:
                "La facture F1 est déjà enregistrée pour 100.00 EUR (fichier file 0) et arrive ici pour 200.00 EUR.",
            english: "Invoice F1 is already booked at 100.00 EUR (file file 0) and arrives here at 200.00 EUR."),
        Case(
            template: .buyerConflict, documents: [invoice(), invoice(to: beta)],
            french:
                "La facture F1 est déjà enregistrée pour le client 404833048 (fichier file 0) et arrive ici pour le "
                + "client 552100554.",
            english: "Invoice F1 is already booked for customer 404833048 (file file 0) and arrives here for customer "
                + "552100554."),
        Case(
            template: .ownRecord, documents: [.customer(CustomerRecord(party: us))],
            french: "Cette fiche client est celle de notre propre société.",
            english: "This customer record is our own company's."),
        Case(
            template: .foreignStatus, documents: [status(100, of: beta)],
            french: "Le statut concerne la facture F1 d'un autre vendeur (Beta).",
            english: "The status is about invoice F1 of another seller (Beta)."),
        Case(
            template: .noOwnIdentityForStatus, documents: [status(100, of: beta)],
            french:
                "Le statut de la facture F1 de Beta ne peut être classé : rules/company.yaml ne dit pas qui nous sommes.",
            english: "The status of invoice F1 of Beta cannot be placed: rules/company.yaml does not say who we are.",
            company: Company()),
        Case(
            template: .statusConflict, documents: [invoice(), status(100), status(200)],
            french:
                "Le statut 212 de la facture F1 est déjà enregistré pour 1.00 EUR (fichier file 1) et arrive ici, à la "
                + "même heure, pour 2.00 EUR.",
            english:
                "Status 212 of invoice F1 is already booked at 1.00 EUR (file file 1) and arrives here, of the same "
                + "time, at 2.00 EUR."),
        Case(
            template: .amountTooLarge, documents: [invoice(.max / 2)],
            french: "Le document F1 porte un montant invraisemblable (plus de mille milliards).",
            english: "Document F1 states an implausible amount (more than a thousand billion)."),
        Case(
            template: .listingConflict, documents: [listing(100), listing(200)],
            french:
                "Une autre liste de la source sage au 2026-11-02 est déjà enregistrée (file 0), avec d'autres postes.",
            english: "Another listing of the source sage for 2026-11-02 is already booked (file 0), with other items."),
    ]

    @Test("a document is kept out in other words than these", arguments: cases)
    func sentence(_ item: Case) throws {
        var ledger = Ledger(company: item.company)
        var last = Posting.booked
        for (place, document) in item.documents.enumerated() {
            ledger.open(file: "file \(place)")
            last = ledger.post(document)
        }
        let message: Message? =
            switch last {
            case .refused(let message), .setAside(let message): message
            case .booked, .alreadyBooked: nil
            }
        let found = try #require(message)
        #expect(found.template == item.template)
        #expect(found.sentence(in: .french) == item.french)
        #expect(found.sentence(in: .english) == item.english)
    }

    @Test func `a code and a name that two companies share are told`() throws {
        let code = ["404833048", "552100554"].map { Party(name: "Martin", siren: $0, code: "C9") }
        var ledger = Ledger(company: Company(sirens: ["732829320"]))
        ledger.open(file: "a.csv")
        for (place, buyer) in code.enumerated() {
            _ = ledger.post(
                .invoice(
                    Invoice(
                        number: "F\(place)", type: .invoice, issued: Self.day("2026-01-10"), currency: .eur,
                        payable: 100, buyer: buyer)))
        }
        _ = ledger.post(
            .invoice(
                Invoice(
                    number: "F9", type: .invoice, issued: Self.day("2026-01-10"), currency: .eur, payable: 100,
                    buyer: Party(name: "Martin"))))
        let conflicts = ledger.customers.flatMap { ledger.account($0).customer.conflicts }
        let wanted: [(MessageTemplate, String, String)] = [
            (
                .codeConflict, "Le code client C9 désigne plusieurs sociétés : siren:404833048, siren:552100554.",
                "Customer code C9 stands for several companies: siren:404833048, siren:552100554."
            ),
            (
                .nameConflict, "Le nom « martin » est porté par plusieurs clients : siren:404833048, siren:552100554.",
                "The name “martin” is shared by several customers: siren:404833048, siren:552100554."
            ),
        ]
        for (template, french, english) in wanted {
            let message = try #require(conflicts.first { $0.template == template }, "\(conflicts.map(\.code))")
            #expect(message.sentence(in: .french) == french && message.sentence(in: .english) == english)
        }
    }
}
