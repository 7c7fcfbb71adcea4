import Ingest
import Receivables
import Testing

@testable import Agent

/// What becomes of rows that packages write in several ways, read by the shipped descriptions.
@Suite struct DescribedRowTests {
    private let context: ReadingContext

    init() throws {
        context = try Rules(home: TestRules.repository).settings.reading
    }

    private func read(_ text: String, file: String = "x.csv", as source: String) throws -> Reading {
        let file = SourceFile(name: file, bytes: Array(text.utf8))
        let importer = try #require(Importers.importer(for: file, describedBy: context.descriptions))
        #expect(importer.name == "csv:" + source)
        return try importer.read(file, context)
    }

    private func read(_ text: String, by yaml: String) throws -> Reading {
        let description = try #require(try Rules.descriptions([("x.yaml", yaml)]).first)
        return try DescribedTable(description).read(
            SourceFile(name: "x.csv", bytes: Array(text.utf8)), ReadingContext())
    }

    static let sage =
        "Code journal;Date pièce;N° pièce;N° facture;Référence;N° compte général;N° compte tiers;Libellé écriture;"
        + "Date échéance;Débit;Crédit\n"
    static let cegid =
        "E_GENERAL;E_AUXILIAIRE;E_DATECOMPTABLE;E_NATUREPIECE;E_REFINTERNE;E_LIBELLE;E_DEBIT;E_CREDIT;E_DATEECHEANCE\n"

    // MARK: Terms

    @Test(
        "a described list loses a fixed day of its terms, or says nothing of terms that it does not understand",
        arguments: [
            ("30 jours fin de mois le 10 - LCR", "2026-11-10", []), ("30", "2026-10-12", []),
            ("payable le 31/10/2026", "2026-10-31", []), ("30 jours fin de décade", "", ["tables.termsUnreadable"]),
            ("30 jours fin de mois les 10 et 25", "", ["tables.termsUnreadable"]), ("", "", []),
        ])
    func terms(_ text: String, _ due: String, _ warnings: [String]) throws {
        let yaml = """
            row: invoice
            recognise:
              headers: [Pce, Jour]
            columns:
              number: Pce
              issued: Jour
              customer: Raison
              total: TTC
              terms: Mode
            """
        let reading = try read("Pce;Jour;Raison;TTC;Mode\nF1;12/09/2026;Brel;1,50;\(text)\n", by: yaml)
        let invoice = try #require(reading.invoices.first)
        #expect(invoice.due?.day.description ?? "" == due)
        #expect(invoice.details.warnings.map(\.code) == warnings)
    }

    // MARK: Groups

    @Test("rows under an account and its name are nobody's, or a row of data is taken for such a title")
    func groups() throws {
        let yaml = """
            row: invoice
            recognise:
              headers: [Date, Libellé]
            groupedByCustomer: true
            columns:
              number: Pce
              issued: Date
              debit: Débit
              credit: Crédit
            """
        let head = "Date;Pce;Libellé;Débit;Crédit\n"
        let row = "12/09/2026;F1;Facture;1,50;\n"
        for (title, buyer) in [
            ("411DUP;DUPONT ET FILS;;;\n", Party(name: "DUPONT ET FILS", code: "411DUP")),
            ("100234;Lumen;;;\n", Party(name: "Lumen", code: "100234")), ("Lumen;;;;\n", Party(name: "Lumen")),
            ("411000;Divers;;;\n", Party(name: "Divers")),
        ] {
            #expect(try read(head + title + row, by: yaml).invoices.map(\.buyer) == [buyer], "\(title)")
        }
        for title in ["31/12/2025;Report;;;\n", "411DUP;12,00;;;\n", "411DUP;;;12,00;\n"] {
            #expect(try read(head + title + row, by: yaml).invoices.isEmpty, "\(title)")
        }
    }

    // MARK: Journals

    @Test(
        "a receipt that the bank took back counts as a second receipt",
        arguments: [
            (
                sage + "BQ;101026;88;;F-1;4110000;C1;VIR;;;18600,00\n"
                    + "BQ;121026;89;;F-1;4110000;C1;REJET VIR;;18600,00;\n",
                "sage-100-journal", Payment.Kind.return
            ),
            (
                sage + "BQ;101026;88;;F-1;4110000;C1;VIR;;;18600,00\n"
                    + "BQ;121026;89;;F-1;4110000;C1;Remboursement;;18600,00;\n",
                "sage-100-journal", .refund
            ),
            (
                cegid + "4110000;C1;10/10/2026;RC;F-1;Virement;0,00;18600,00;\n"
                    + "4110000;C1;12/10/2026;RC;F-1;Impayé;18600,00;0,00;\n",
                "cegid-ecritures", .return
            ),
        ])
    func takenBack(_ text: String, _ source: String, _ kind: Payment.Kind) throws {
        let payments = try read(text, as: source).payments
        #expect(payments.map(\.kind) == [.payment, kind])
        #expect(payments.map(\.amount) == [1_860_000, 1_860_000])
    }

    @Test("the sign of a typed amount turns a refund into money received")
    func typed() throws {
        let yaml = """
            row: payment
            recognise: {headers: [Jour, Qui, Somme, Genre]}
            columns: {date: Jour, customer: Qui, amount: Somme, type: Genre}
            types: {payment: [P], refund: [R]}
            """
        let payments = try read(
            "Jour;Qui;Somme;Genre\n13/01/2026;Brel;5,00;P\n13/01/2026;Brel;-5,00;R\n14/01/2026;Brel;5,00;R\n", by: yaml
        ).payments
        #expect(payments.map(\.kind) == [.payment, .refund, .refund])
        #expect(payments.allSatisfy { $0.amount == 500 })
    }

    @Test(
        "the second due date of an invoice is lost",
        arguments: [
            (
                sage + "VE;020926;155;F-2;;4110000;C1;F-2 ech 1;021026;6000,00;\n"
                    + "VE;020926;155;F-2;;7060000;;F-2;;;8000,00\n"
                    + "VE;020926;155;F-2;;4110000;C1;F-2 ech 2;021126;2000,00;\n", "sage-100-journal"
            ),
            (
                cegid + "4110000;C1;02/09/2026;FC;F-2;Facture;6000,00;0,00;02/10/2026\n"
                    + "4110000;C1;02/09/2026;FC;F-2;Facture;2000,00;0,00;02/11/2026\n", "cegid-ecritures"
            ),
        ])
    func instalments(_ text: String, _ source: String) throws {
        let reading = try read(text, as: source)
        let invoice = try #require(reading.invoices.first)
        #expect(reading.invoices.count == 1)
        #expect(invoice.payable == 800_000)
        #expect(invoice.details.instalments.map(\.amount) == [600_000, 200_000])
        #expect(invoice.details.instalments.map(\.due.description) == ["2026-10-02", "2026-11-02"])
        #expect(reading.warnings.map(\.code) == ["tables.instalments"])
    }

    @Test func `a journal saved again as UTF-8 is refused with its accents broken`() throws {
        let reading = try read(
            DescribedRowTests.sage + "VE;020926;1;F-1;;4110000;C1;Échéance;021026;10,00;\n", as: "sage-100-journal")
        #expect(reading.invoices.map(\.number) == ["F-1"])
    }

    // MARK: Dates

    static let quickbooks = "Date,Transaction type,Num,Name,Due date,Amount,Open balance\n"

    @Test(
        "the habit of a package overrules the dates of the file, or a habit is followed without a word",
        arguments: [
            // Day first, as one date alone shows.
            (["02/11/2026", "25/11/2026"], ["2026-11-02", "2026-11-25"], []),
            // Month first, likewise.
            (["02/11/2026", "11/25/2026"], ["2026-02-11", "2026-11-25"], []),
            // Nothing shows which.
            (["02/11/2026", "03/12/2026"], ["2026-02-11", "2026-03-12"], ["csv.usualDates"]),
            // The same either way.
            (["11/11/2026", "2026-11-12"], ["2026-11-11", "2026-11-12"], []),
        ])
    func usualOrder(_ written: [String], _ read: [String], _ warnings: [String]) throws {
        let rows = written.enumerated().map { "\($0.element),Invoice,\($0.offset),Brel,,10.00,10.00\n" }
        let reading = try self.read(
            DescribedRowTests.quickbooks + rows.joined(), as: "quickbooks-invoice-list")
        #expect(reading.invoices.map(\.issued.description) == read)
        #expect(reading.refusedRows.isEmpty)
        #expect(reading.warnings.map(\.code) == warnings)
    }

    @Test func `a column of due dates does not tell how the days of issue are written`() throws {
        let reading = try read(
            DescribedRowTests.quickbooks + "02/11/2026,Invoice,1,Brel,25/11/2026,10.00,10.00\n",
            as: "quickbooks-invoice-list")
        #expect(reading.invoices.map(\.issued.description) == ["2026-11-02"])
    }

    @Test func `an order that a description says for good gives way to one odd date`() throws {
        let yaml = """
            recognise: {headers: [No, Jour, Qui, TTC]}
            dates: dayFirst
            columns: {number: No, issued: Jour, customer: Qui, total: TTC}
            """
        let reading = try read("No;Jour;Qui;TTC\n1;02/11/2026;Brel;1,00\n2;11/25/2026;Brel;1,00\n", by: yaml)
        #expect(reading.invoices.map(\.issued.description) == ["2026-11-02"])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.dateImpossible"])
    }

    // MARK: Said to be paid

    static let odoo =
        "Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Total in Currency Signed,Amount Due Signed,"
        + "Currency,Payment Status,Status\n"
    static let xero =
        "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,Total,InvoiceAmountDue,*UnitAmount,Currency,Type,Status\n"
    static let pennylane =
        "Numéro de facture;Client;Date d'émission;Date d'échéance;Montant TTC;Montant restant;Devise;Statut\n"

    @Test(
        "an invoice that the list calls paid is booked open without a word",
        arguments: [
            (
                quickbooks + "11/25/2026,Invoice,1,Brel,,10.00,0.00\n", "quickbooks-invoice-list", "tables.saidPaid",
                "Open balance"
            ),
            (
                odoo + "F1,Brel,2026-09-02,2026-10-02,10.00,0.00,EUR,Paid,Posted\n", "odoo-invoices",
                "tables.saidPaid", "Paid"
            ),
            (
                odoo + "F1,Brel,2026-09-02,2026-10-02,10.00,0.00,EUR,In Payment,Posted\n", "odoo-invoices",
                "tables.saidPaid", "Amount Due Signed"
            ),
            (
                odoo + "F1,Brel,2026-09-02,2026-10-02,10.00,0.00,EUR,Reversed,Posted\n", "odoo-invoices",
                "csv.reversed", nil
            ),
            (
                odoo + "F1,Brel,2026-09-02,2026-10-02,10.00,7.00,EUR,Partially Paid,Posted\n", "odoo-invoices",
                "csv.partlyPaid", nil
            ),
            (
                xero + "Brel,F1,25/09/2026,25/10/2026,10.00,0.00,4.00,EUR,Sales invoice,Paid\n"
                    + "Brel,F1,25/09/2026,25/10/2026,10.00,0.00,6.00,EUR,Sales invoice,Paid\n",
                "xero-sales-invoices", "tables.saidPaid", "Paid"
            ),
            (
                pennylane + "F1;Brel;02/09/2026;02/10/2026;10,00;0,00;EUR;Payée\n", "pennylane-factures",
                "tables.saidPaid", "Payée"
            ),
            (
                "N° facture;Date;Client;TTC;Statut\nF1;02/09/2026;Brel;10,00;Payée\n", "factures-clients",
                "tables.saidPaid", "Payée"
            ),
        ])
    func saidPaid(_ text: String, _ source: String, _ remark: String, _ word: String?) throws {
        let reading = try read(text, as: source)
        let invoice = try #require(reading.invoices.first)
        #expect(invoice.payable == 1_000)
        #expect(invoice.details.warnings.map(\.code) == [remark])
        let told = reading.warnings.first { $0.code == "tables.paidOpen" }
        #expect(told?.arguments == word.map { ["count": "1", "status": $0] })
    }

    @Test func `what is left in the company's own currency is compared with a total in another`() throws {
        let reading = try read(
            DescribedRowTests.odoo + "F1,Brel,2026-09-02,2026-10-02,131.00,120.00,USD,Not Paid,Posted\n",
            as: "odoo-invoices")
        #expect(reading.invoices.first?.details.warnings == [])
    }

    @Test(
        "the day of a payment is lost, or a part of an invoice is booked as the whole",
        arguments: [
            ("0,00;Payée", [1_000], [String]()),
            ("7,00;Partiellement payée", [], ["csv.partlyPaid"]),
            (";Partiellement payée", [], []),
        ])
    func settled(_ cells: String, _ payments: [Int64], _ remarks: [String]) throws {
        let head = "Numéro de facture;Client;Date d'émission;Date d'échéance;Montant TTC;Date de paiement;"
        let reading = try read(
            head + "Montant restant;Statut\nF1;Brel;02/09/2026;02/10/2026;10,00;10/10/2026;\(cells)\n",
            as: "pennylane-factures")
        #expect(reading.payments.map(\.amount) == payments)
        #expect(reading.invoices.first?.details.warnings.map(\.code) == remarks)
        #expect(reading.invoices.first?.payable == 1_000)
    }

    @Test func `a cancelled invoice is a receivable because its description does not list the word`() throws {
        let reading = try read(
            "N° facture;Date;Client;TTC;Statut\nF1;02/09/2026;Brel;10,00;Cancelled\n", as: "factures-clients")
        #expect(reading.invoices.isEmpty)
        #expect(reading.warnings.map(\.code) == ["tables.skippedStatus"])
    }

    // MARK: Listings

    @Test func `one payment without a number refuses the whole listing`() throws {
        let reading = try read(
            "Date,Transaction type,Num,Due date,Open balance\nBrel,,,,\n11/25/2026,Invoice,1001,12/25/2026,12.00\n"
                + "11/26/2026,Payment,,11/26/2026,-3.00\nTotal for Brel,,,,9.00\nTOTAL,,,,9.00\n",
            file: "open-2026-11-27.csv", as: "quickbooks-open-invoices")
        guard case .listing(let listing) = reading.documents.first else {
            Issue.record("no listing: \(reading.documents)")
            return
        }
        #expect(listing.items.map(\.number) == ["1001", "Payment 2026-11-26"])
        #expect(listing.items.map(\.open) == [1_200, -300])
        #expect(listing.items.map(\.isPayment) == [false, true])
    }

    // MARK: A bank's statement

    @Test func `money that a bank pays out becomes a debt of somebody, or its texts are refused`() throws {
        let yaml = """
            row: payment
            recognise: {headers: [Jour, Texte, Somme]}
            columns: {date: Jour, label: Texte, amount: Somme, payer: Tiers}
            """
        let reading = try read(
            "Jour;Texte;Somme\n13/01/2026;VIR BREL F-1;5,00\n14/01/2026;COTISATION;-1,00\n15/01/2026;REJET BREL;-2,00\n",
            by: yaml.replacing(", payer: Tiers", with: ""))
        #expect(reading.payments.map(\.kind) == [.payment, .return])
        #expect(reading.payments.map(\.text) == ["VIR BREL F-1", "REJET BREL"])
        #expect(reading.refusedRows.isEmpty)
        #expect(reading.warnings.map(\.code) == ["bank.debits"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "sum": "1.00", "currency": "EUR"])

        let cashBook = try read(
            "Jour;Texte;Somme;Tiers\n13/01/2026;VIR;5,00;Brel\n14/01/2026;PRLV;-3,00;URSSAF\n15/01/2026;Frais;-1,00;\n",
            by: yaml)
        #expect(cashBook.payments.map(\.payer.name) == ["Brel"])
        #expect(cashBook.warnings.first?.arguments == ["count": "2", "sum": "4.00", "currency": "EUR"])
    }
}

extension Reading {
    fileprivate var invoices: [Invoice] {
        documents.compactMap { if case .invoice(let invoice) = $0 { invoice } else { nil } }
    }
    fileprivate var payments: [Payment] {
        documents.compactMap { if case .payment(let payment) = $0 { payment } else { nil } }
    }
}
