import Receivables
import Testing

@testable import Ingest

/// What the status of a row, and the sign of its amount, make of it.
@Suite struct RowStatusTests {
    static let payments = "Date;Référence;Client;Montant;Facture;Mode de paiement;Statut\n"

    private func payment(_ status: String, amount: String = "100,00") throws -> Reading {
        try readTable(
            RowStatusTests.payments + "05/03/2026;P1;Brel;1,00;F1;Prélèvement;Payé\n"
                + "06/03/2026;P2;Brel;\(amount);F2;Prélèvement;\(status)\n")
    }

    @Test(
        "a payment that never came reduces what the customer owes",
        arguments: [
            "Échoué", "failed", "En attente", "pending", "Annulé", "cancelled", "Brouillon", "draft", "declined",
            "Refusé",
            "non encaissé",
        ])
    func notReceived(_ word: String) throws {
        let reading = try payment(word)
        #expect(reading.payments.map(\.reference) == ["P1"])
        #expect(reading.warnings.map(\.code) == ["tables.skippedPayment"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "status": word])
    }

    @Test(
        "a payment received is left out, or remarked upon",
        arguments: ["Payé", "Réglée", "paid", "Succeeded", "Encaissé", "Rapproché", "Comptabilisé", ""])
    func received(_ word: String) throws {
        let reading = try payment(word)
        #expect(reading.payments.map(\.effect) == [-100, -10_000])
        #expect(reading.warnings == [])
    }

    @Test(
        "what came back is booked as money received, or as a debt that never was", arguments: ["Rejeté", "chargeback"])
    func rejected(_ word: String) throws {
        let untold = try payment(word)
        #expect(untold.payments.map(\.reference) == ["P1"])
        #expect(untold.warnings.map(\.code) == ["tables.rejectedPayment"])
        let told = try payment(word, amount: "-100,00")
        #expect(told.payments.map(\.effect) == [-100, 10_000])
        #expect(told.warnings == [])
    }

    @Test("a word nobody knows costs the payment, or passes without a remark")
    func unknown() throws {
        let reading = try payment("Bleu")
        #expect(reading.payments.count == 2)
        #expect(reading.warnings.map(\.code) == ["tables.paymentStatus"])
        #expect(reading.warnings.first?.arguments == ["words": "Bleu"])
    }

    @Test(
        "a debit column is read as money received where a bank writes it with a minus",
        arguments: [("890,00", "0,00"), ("-890,00", ""), ("890,00", "")])
    func debits(_ debit: String, _ credit: String) throws {
        let reading = try readTable(
            "Date;Référence;Client;Débit;Crédit\n05/01/2026;V1;Brel;;1200,00\n08/01/2026;R1;Brel;\(debit);\(credit)\n")
        #expect(reading.payments.map(\.effect) == [-120_000, 89_000])
    }

    @Test("a described list of payments takes a debit with a minus for money received")
    func describedDebits() throws {
        let description = TableDescription(
            name: "banque", row: .payment, headers: [["Jour"], ["Tiers"]],
            columns: [.date: ["Jour"], .customer: ["Tiers"], .debit: ["Sorties"], .credit: ["Entrées"]])
        let text =
            "Jour;Tiers;Sorties;Entrées\n05/01/2026;Brel;;1200,00\n08/01/2026;Brel;-890,00;\n09/01/2026;Brel;10,00;\n"
        let file = SourceFile(name: "x.csv", bytes: Array(text.utf8))
        let reading = try DescribedTable(description).read(file, ReadingContext())
        #expect(reading.payments.map(\.effect) == [-120_000, 89_000, 1_000])
    }

    @Test("an account's export books what the company pays as customers' debts")
    func statement() throws {
        let reading = try readTable(
            """
            "Booking Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)",Note
            2026-01-05,"BREL SA",FR7630006000011234567890189,"Credit Transfer","FACTURE F1",Compte principal,1200.00,
            2026-01-06,URSSAF,FR7630006000011234567890189,"Direct Debit","COTIS",Compte principal,-890.00,
            2026-01-07,,,"Direct Debit","FRAIS",Compte principal,-10.00,
            2026-01-07,"CAFE",,"MasterCard Payment","",Compte principal,-5.00,
            2026-01-08,"BREL SA",,"Direct Debit","R",Compte principal,-300.00,REJET PRLV F2
            """)
        #expect(reading.refusedRows == [])
        #expect(reading.payments.map(\.effect) == [-120_000, 30_000])
        #expect(reading.payments.first?.payer.name == "BREL SA")
        #expect(reading.warnings.map(\.code) == ["bank.debits"])
        #expect(reading.warnings.first?.arguments == ["count": "3", "sum": "905.00", "currency": "EUR"])
    }

    @Test(
        "the holder of the account is taken for the customer",
        arguments: ["Compte", "N° compte", "Account", "Account name"])
    func holder(_ column: String) throws {
        let reading = try readTable(
            "Date;Référence;Contrepartie;\(column);Montant\n05/01/2026;V1;BREL;Principal;10,00\n06/01/2026;V2;EDF;Principal;-3,00\n"
        )
        #expect(reading.payments.map { $0.payer.name } == ["BREL"])
        #expect(reading.payments.map { $0.payer.code } == [nil])
        let invoice = try readTable(
            "Invoice no,Date,Due date,Account name,Payer,Amount\nF1,2026-01-05,2026-02-05,BREL,EDF,10.00\n"
        ).invoices.first
        #expect(invoice?.buyer.name == "BREL")
        let unnamed = try readTable("Date;Référence;Account name;Montant\n05/01/2026;V1;Principal;10,00\n")
        #expect(unnamed.refusedRows.map(\.message.code) == ["tables.noCustomerNoInvoice"])
    }

    @Test(
        "a customer's payment taken back is left out as one of the company's own",
        arguments: [
            "date;reference;payeur;montant;facture\n31/01/2027;V1;A;10,00;F1\n31/01/2027;V2;A;-10,00;F1\n",
            "date;reference;payeur;montant;code_client\n31/01/2027;V1;A;10,00;C1\n31/01/2027;V2;A;-10,00;C1\n",
            "date;reference;client;montant\n31/01/2027;V1;A;10,00\n31/01/2027;V2;A;-10,00\n",
            "date;reference;payeur;montant;type\n31/01/2027;V1;A;10,00;virement\n31/01/2027;V2;A;-10,00;rejet\n",
        ])
    func takenBack(_ table: String) throws {
        #expect(try readTable(table).payments.map(\.effect) == [-1_000, 1_000])
    }

    @Test("a list of nothing but returns is taken for an account's export")
    func returnsOnly() throws {
        let reading = try readTable("date;reference;payeur;montant\n31/01/2027;V1;A;-10,00\n31/01/2027;V2;;-10,00\n")
        #expect(reading.payments.map(\.effect) == [1_000])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.noCustomerNoInvoice"])
    }

    @Test(
        "what is no invoice yet, or no more, is booked as one",
        arguments: ["Provisoire", "Non validée", "Abandonnée", "Devis", "Proforma", "Brouillon", "Annulée"])
    func notReceivable(_ word: String) throws {
        let reading = try readTable("numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;\(word)\n")
        #expect(reading.documents == [])
        #expect(reading.warnings.map(\.code) == ["tables.skippedStatus"])
    }

    @Test(
        "an invoice that the list calls paid stays open and nobody is told",
        arguments: [
            ("statut", "Payée", "Payée"), ("statut", "réglée", "réglée"), ("status", "Paid in full", "Paid in full"),
            ("Facture payée", "Oui", "Facture payée"), ("Payée", "oui", "Payée"), ("Réglé", "Oui", "Réglé"),
            ("Payée complètement", "1", "Payée complètement"), ("soldée", "x", "soldée"),
        ])
    func paid(_ column: String, _ cell: String, _ told: String) throws {
        let reading = try readTable("N° facture;date;client;montant_ttc;\(column)\nF1;31/01/2027;A;120,00;\(cell)\n")
        #expect(reading.refusedRows == [])
        let invoice = try #require(reading.invoices.first)
        #expect(invoice.payable == 12_000)
        #expect(invoice.details.payee == nil)
        #expect(invoice.details.warnings.map(\.code) == ["tables.saidPaid"])
        #expect(reading.warnings.map(\.code) == ["tables.paidOpen"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "status": told])
    }

    @Test(
        "an invoice that is not paid, or tells when it was, is remarked upon",
        arguments: [
            "N° facture;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;En retard\n",
            "N° facture;date;client;montant_ttc;Facture payée\nF1;31/01/2027;A;120,00;Non\n",
            "N° facture;date;client;montant_ttc;statut;date_reglement\nF1;31/01/2027;A;120,00;Payée;15/02/2027\n",
            "N° facture;date;client;montant_ttc;statut;reste_du\nF1;31/01/2027;A;120,00;Payée;0,00\n",
        ])
    func paidOtherwise(_ table: String) throws {
        let reading = try readTable(table)
        #expect(reading.warnings == [])
        #expect(reading.invoices.first?.details.warnings.map(\.code).contains("tables.saidPaid") == false)
    }
}
