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
            "Refusé", "non encaissé", "En attente de virement", "Échec du prélèvement",
            "En attente du paiement par chèque", "Erreur de paiement", "Paiement en attente", "Virement annulé",
            "Requires payment method", "pending_submission", "Pas encore payé", "Non réglé au 3/10", "Remboursé",
            "refunded", "Remboursement effectué",
        ])
    func notReceived(_ word: String) throws {
        let reading = try payment(word)
        #expect(reading.payments.map(\.reference) == ["P1"])
        #expect(reading.warnings.map(\.code) == ["tables.skippedPayment"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "status": word])
    }

    @Test(
        "a payment received is left out, or remarked upon",
        arguments: [
            "Payé", "Réglée", "paid", "Succeeded", "Encaissé", "Rapproché", "Comptabilisé", "", "OK", "Validé",
            "Terminé",
            "Completed", "Payé le 12/10", "paid_out", "Paiement accepté", "Paiement à distance accepté",
            "Chèque remis en banque", "Encaissé, non rapproché", "Partiellement lettré", "Validé par Paul",
            "En attente de rapprochement",
        ])
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

    @Test(
        "a status that nobody knows, or that takes back what it says, settles an invoice",
        arguments: [
            "Bleu", "Payé puis remboursé", "Payé en partie", "Partiellement remboursé", "Payé à 50 %",
            "Reçu, en attente",
            "Validé sous réserve", "Accepté - impayé",
        ])
    func unknown(_ word: String) throws {
        let reading = try payment(word)
        #expect(reading.payments.map(\.reference) == ["P1"])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.paymentStatus"])
        #expect(reading.refusedRows.first?.message.arguments == ["value": word, "field": "Statut"])
    }

    @Test("what was given back is booked as a payment taken back")
    func refunded() throws {
        let told = try payment("Remboursé", amount: "-100,00")
        #expect(told.payments.map(\.kind) == [.payment, .refund])
        #expect(told.payments.map(\.effect) == [-100, 10_000])
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
        arguments: [
            "Provisoire", "Non validée", "Abandonnée", "Devis", "Proforma", "Brouillon", "Annulée",
            "Brouillon (à valider)", "Refusée", "À finaliser", "En cours de création", "Annulée par avoir",
            "Rejetée", "Rejeté par le destinataire", "Erreur de routage", "Extournée", "Reversed",
        ])
    func notReceivable(_ word: String) throws {
        let reading = try readTable("numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;\(word)\n")
        #expect(reading.documents == [])
        #expect(reading.warnings.map(\.code) == ["tables.skippedStatus"])
    }

    @Test(
        "an invoice that the list calls paid stays open and nobody is told",
        arguments: [
            ("statut", "Payée", "Payée"), ("statut", "réglée", "réglée"), ("status", "Paid in full", "Paid in full"),
            ("statut", "Encaissée", "Encaissée"), ("statut", "Réglée totalement", "Réglée totalement"),
            ("status", "Closed", "Closed"), ("statut", "Lettrée", "Lettrée"),
            ("statut", "Facture payée", "Facture payée"),
            ("Facture payée", "Oui", "Facture payée"), ("Payée", "oui", "Payée"), ("Réglé", "Oui", "Réglé"),
            ("Payée complètement", "1", "Payée complètement"), ("soldée", "x", "soldée"),
            ("Soldé", "Oui", "Soldé"), ("Payé", "1", "Payé"), ("Soldé", "1", "Soldé"),
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

    @Test("a column of yes and no is read as amounts", arguments: ["Soldé", "Payé", "Réglé"])
    func answers(_ column: String) throws {
        for (yes, no) in [("Oui", "Non"), ("1", "0"), ("x", "")] {
            let reading = try readTable(
                "N° facture;date;client;montant_ttc;\(column)\nF1;31/01/2027;A;120,00;\(no)\nF2;31/01/2027;A;50,00;\(yes)\n"
            )
            #expect(reading.refusedRows == [])
            #expect(reading.invoices.map(\.payable) == [12_000, 5_000])
            #expect(reading.invoices.map { $0.details.warnings.map(\.code) } == [[], ["tables.saidPaid"]])
        }
    }

    @Test("amounts among which there are 0 and 1 are read as yes and no")
    func smallAmounts() throws {
        let reading = try readTable(
            "N° facture;date;client;montant_ttc;Réglé\nF1;31/01/2027;A;120,00;1\nF2;31/01/2027;A;50,00;20,00\nF3;31/01/2027;A;50,00;0\n"
        )
        #expect(reading.invoices.map(\.payable) == [11_900, 3_000, 5_000])
    }

    @Test(
        "a day of payment settles in full what the status says is not paid in full",
        arguments: [
            "Partiellement payée", "Payée (partiellement)", "Payée à 50 %", "Paiement partiel", "En retard", "Impayée",
            "Overdue", "Non réglée",
        ])
    func deniedPayment(_ word: String) throws {
        let table = "N° facture;date;client;montant_ttc;statut;date_reglement\n"
        let reading = try readTable(table + "F1;31/01/2027;A;120,00;\(word);15/02/2027\n")
        #expect(reading.payments == [])
        #expect(reading.invoices.map(\.payable) == [12_000])
    }

    @Test("an invoice paid in part stays open in full and nobody is told; where the rest is stated, somebody is")
    func partlyPaid() throws {
        let table = "N° facture;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Partiellement payée\n"
        let reading = try readTable(table)
        #expect(reading.warnings.map(\.code) == ["tables.partlyPaid"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "status": "Partiellement payée"])
        let stated = try readTable(
            "N° facture;date;client;montant_ttc;statut;reste_du\nF1;31/01/2027;A;120,00;Partiellement payée;50,00\n")
        #expect(stated.warnings == [])
        #expect(stated.invoices.map(\.payable) == [5_000])
    }

    @Test(
        "an invoice given up as lost is taken off without a day, or nobody is told that it counts",
        arguments: ["Irrécouvrable", "Passée en perte", "Facture irrécouvrable", "Written off"])
    func writtenOff(_ word: String) throws {
        let reading = try readTable("N° facture;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;\(word)\n")
        #expect(reading.invoices.map(\.payable) == [12_000])
        #expect(reading.warnings.map(\.code) == ["tables.writtenOff"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "status": word])
    }

    @Test(
        "an invoice whose payment was rejected is no receivable",
        arguments: ["Paiement rejeté", "Rejetée par la banque"])
    func rejectedPayment(_ word: String) throws {
        let reading = try readTable("N° facture;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;\(word)\n")
        #expect(reading.invoices.map(\.payable) == [12_000])
    }

    @Test("an unknown status passes without a remark, or a known one with one")
    func invoiceStatuses() throws {
        var table = "N° facture;date;client;montant_ttc;statut\n"
        for (number, word) in ["Bleu", "Vert", "Bleu", "Envoyée", "À payer", "Déposée", "Validée le 3", ""].enumerated()
        {
            table += "F\(number);31/01/2027;A;120,00;\(word)\n"
        }
        let reading = try readTable(table)
        #expect(reading.invoices.count == 8)
        #expect(reading.warnings.map(\.code) == ["tables.invoiceStatus"])
        #expect(reading.warnings.first?.arguments == ["words": "Bleu (2), Vert (1)"])
        let remarks = (0..<20).map { "F\($0);31/01/2027;A;1,00;mot \($0)\n" }.joined()
        let words = try readTable("N° facture;date;client;montant_ttc;statut\n" + remarks).warnings.first?.arguments
        #expect(words?["words"]?.split(separator: ",").count == 9)
    }

    @Test("an invoice whose credit note is in the list is taken back twice")
    func creditedInvoice() throws {
        let table =
            "N° facture;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Annulée par avoir\nF2;31/01/2027;A;50,00;Annulée par avoir\nA1;01/02/2027;A;-120,00;\n"
        let reading = try readTable(table)
        #expect(reading.invoices.map(\.effect) == [12_000, -12_000])
        #expect(reading.warnings.map(\.arguments) == [["count": "1", "status": "Annulée par avoir"]])
        let named = try readTable(
            "N° facture;date;client;montant_ttc;statut;type;origine\nF1;31/01/2027;A;120,00;Annulée par avoir;facture;\nA1;01/02/2027;A;20,00;;avoir;F1\n"
        )
        #expect(named.invoices.map(\.effect) == [12_000, -2_000])
    }

    @Test("a draft is refused for the number and the date that it does not have yet")
    func draft() throws {
        let reading = try readTable(
            "N° facture;date;client;montant_ttc;statut\n;;A;120,00;Brouillon\nF2;;A;1,00;Envoyée\n")
        #expect(reading.warnings.map(\.code) == ["tables.skippedStatus"])
        #expect(reading.refusedRows.map(\.line) == [3])
    }

    @Test("Dolibarr's codes are no words: drafts are booked, credit notes refused")
    func dolibarr() throws {
        let reading = try readTable(
            """
            Réf. facture,Type de facture,Date facture,Total TTC,Payée complètement,Statut facture,Nom du tiers
            FA1,0,2026-09-02,1200,0,1,A
            FA2,3,2026-09-02,600,1,2,A
            (PROV14),0,2026-09-02,600,0,0,A
            AV1,2,2026-09-02,-600,0,1,A
            FA3,1,2026-09-02,600,0,3,A
            FA4,4,2026-09-02,600,0,1,A
            """)
        #expect(reading.refusedRows == [])
        #expect(reading.invoices.map(\.number) == ["FA1", "FA2", "AV1", "FA4"])
        #expect(reading.invoices.map(\.effect) == [120_000, 60_000, -60_000, 0])
        #expect(
            reading.warnings.map { $0.arguments["status"] } == [
                "Statut facture 0", "Statut facture 3", "Statut facture 2",
            ]
        )
        // Of another table nobody knows what the numbers mean.
        let other = try readTable("N° facture;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;0\n")
        #expect(other.invoices.count == 1)
        #expect(other.warnings.map(\.code) == ["tables.invoiceStatus"])
    }
}
