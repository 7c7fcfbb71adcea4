import Receivables
import Testing

@testable import Ingest

/// What columns mean beside one another: amounts, currencies, numbers, names and dates of one table.
@Suite struct TableMeaningTests {
    /// The first invoice as `number issued due total payable currency`.
    private func first(_ text: String) throws -> String {
        let invoice = try #require(try readTable(text).invoices.first)
        let total = Money(minorUnits: invoice.total ?? 0, currency: invoice.currency)
        let payable = Money(minorUnits: invoice.payable, currency: invoice.currency)
        let due = invoice.due.map { $0.day.description } ?? "-"
        return "\(invoice.number) \(invoice.issued) \(due) \(total.decimalText) \(payable.description)"
    }

    @Test("an event about an invoice is in euros though nobody said so, or its stated currency is taken for none")
    func eventCurrencies() throws {
        func assumed(_ heads: String, _ cells: String) throws -> Bool? {
            let table = "date;evenement;client;facture;\(heads)\n2026-03-02;litige;Acme;U1;\(cells)\n"
            let reading = try CSVEvents().read(
                SourceFile(name: "e.csv", bytes: Array(table.utf8)), ReadingContext())
            guard case .event(let event)? = reading.documents.first else { return nil }
            return event.isCurrencyAssumed
        }
        #expect(try assumed("montant", "100,00") == true)
        #expect(try assumed("montant;devise", "100,00;") == true)
        #expect(try assumed("montant;devise", "100,00;EUR") == false)
        #expect(try assumed("montant (USD)", "100,00") == false)
        #expect(try assumed("montant", "") == false)
    }

    @Test("American dates are read by the column alone, and a month's invoices move to other days")
    func pooledDates() throws {
        let reading = try readTable(
            """
            Invoice Number,Invoice Date,Due Date,Customer,Amount
            1,02/01/2026,03/15/2026,Acme,1.50
            2,03/01/2026,04/12/2026,Acme,1.50
            """)
        #expect(reading.invoices.map(\.issued.description) == ["2026-02-01", "2026-03-01"])
        #expect(reading.invoices.map { $0.due?.day.description } == ["2026-03-15", "2026-04-12"])
    }

    @Test("who paid is found in a bank's label, and rows that say the same are told apart, others not numbered")
    func bankLabels() throws {
        let reading = try readTable(
            """
            date;reference;libelle;montant;client
            10/11/2026;;VIR RECU DE: DURAND SA MOTIF: F1;100,00;
            10/11/2026;;VIR RECU DE: BREL SA MOTIF: F2;100,00;
            10/11/2026;;VIR RECU DE: BREL SA MOTIF: F2;100,00;
            10/11/2026;V1;VIR RECU DE: BREL SA MOTIF: F2;100,00;Durand
            """)
        #expect(reading.payments.map(\.payer.name) == ["DURAND SA", "BREL SA", "BREL SA", "Durand"])
        #expect(reading.payments.map(\.ordinal) == [0, 0, 1, 0])
    }

    @Test("where two columns contradict each other, one of them is turned round")
    func contradictoryDates() throws {
        let reading = try readTable(
            """
            numero;date_facture;echeance;client;montant_ttc
            1;02/01/2026;03/15/2026;Acme;1,50
            2;13/01/2026;04/02/2026;Acme;1,50
            """)
        #expect(reading.invoices.map(\.issued.description) == ["2026-01-02", "2026-01-13"])
        #expect(reading.invoices.map { $0.due?.day.description } == ["2026-03-15", "2026-04-02"])
    }

    @Test("the dates of limits and payments learn nothing from one another")
    func otherTables() throws {
        let limit = try readTable(
            "siren,client,assureur,limite_assuree,debut,fin\n732829320,A,B,100,02/01/2026,12/31/2026\n")
        #expect(limit.limits.first?.from?.description == "2026-02-01")
        let settled = try readTable(
            "numero;date_facture;client;montant_ttc;date_reglement\nF1;02/01/2026;A;120,00;02/28/2026\n")
        #expect(settled.payments.first?.date.description == "2026-02-28")
        #expect(settled.invoices.first?.issued.description == "2026-02-01")
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let table: String
        let expected: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a running balance is what is left open of the row",
            table: "Compte;Nom;N° pièce;Date;Débit;Crédit;Solde\nA;Brel;F2;10/01/2026;120,00;;370,00\n",
            expected: "F2 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "beside debits and credits nothing says any more what is left open",
            table: "Compte;Nom;N° pièce;Date;Débit;Crédit;Solde;Reste dû\nA;Brel;F2;10/01/2026;120,00;;370,00;20,00\n",
            expected: "F2 2026-01-10 - 120.00 20.00 EUR"),
        Case(
            name: "a balance beside a total is not what is left open",
            table: "N° facture;Date;Client;Montant TTC;Solde\nF2;10/01/2026;Brel;120,00;20,00\n",
            expected: "F2 2026-01-10 - 120.00 20.00 EUR"),
        Case(
            name: "what an invoice asks to pay is taken for its total",
            table: "N° facture;Date;Client;Total TTC;Net à payer\nF1;10/01/2026;Brel;120,00;70,00\n",
            expected: "F1 2026-01-10 - 120.00 70.00 EUR"),
        Case(
            name: "what stands first decides between total and net à payer",
            table: "N° facture;Date;Client;Net à payer;Total TTC\nF1;10/01/2026;Brel;70,00;120,00\n",
            expected: "F1 2026-01-10 - 120.00 70.00 EUR"),
        Case(
            name: "net à payer alone is not the amount",
            table: "N° facture;Date;Client;Net à payer\nF1;10/01/2026;Brel;70,00\n",
            expected: "F1 2026-01-10 - 70.00 70.00 EUR"),
        Case(
            name: "what was paid of net à payer is owed still",
            table: "N° facture;Date;Client;Total TTC;Net à payer;Réglé\nF1;10/01/2026;Brel;120,00;120,00;50,00\n",
            expected: "F1 2026-01-10 - 120.00 70.00 EUR"),
        Case(
            name: "a deposit is deducted twice",
            table: "N° facture;Date;Client;Total TTC;Net à payer;Acompte\nF1;10/01/2026;Brel;120,00;70,00;50,00\n",
            expected: "F1 2026-01-10 - 120.00 70.00 EUR"),
        Case(
            name: "what is left of net à payer is not what is left",
            table: "N° facture;Date;Client;Total TTC;Net à payer;Reste dû\nF1;10/01/2026;Brel;120,00;70,00;20,00\n",
            expected: "F1 2026-01-10 - 120.00 20.00 EUR"),
        Case(
            name: "an amount without VAT is taken for one with it",
            table: "N° facture;Date;Client;Montant;TVA\nF1;10/01/2026;Brel;100,00;20,00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "VAT is added to an amount that holds it",
            table: "N° facture;Date;Client;Montant;TVA\nF1;10/01/2026;Brel;120,00;20,00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "a customer's VAT identifier makes amounts unreadable",
            table: "N° facture;Date;Client;TVA;Montant\nF1;10/01/2026;Brel;FR44732829320;120,00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "what remains is not known in English",
            table:
                "Document Number,Date,Name,Amount,Amount Remaining,Due Date\nF2,1/13/2026,Brel,120.00,20.00,2/12/2026\n",
            expected: "F2 2026-01-13 2026-02-12 120.00 20.00 EUR"),
        Case(
            name: "the currency of another column is taken",
            table: "N° facture;Date facture;Client;Montant TTC;Montant USD\nF1;10/01/2026;Brel;120,00;131,00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "an exchange rate names the currency of the amounts",
            table: "N° facture;Date;Client;Montant TTC;Taux USD\nF1;10/01/2026;Brel;120,00;1,09\n",
            expected: "F1 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "the amount's own heading says its currency in vain",
            table: "N° facture;Date;Client;Montant TTC (USD)\nF1;10/01/2026;Brel;120,00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 USD"),
        Case(
            name: "the amount in euros is taken for the amount in dollars",
            table:
                "N° facture;Date;Client;Montant TTC;Montant TTC devise;Devise\nF1;10/01/2026;Brel;110,00;120,00;USD\n",
            expected: "F1 2026-01-10 - 120.00 120.00 USD"),
        Case(
            name: "an amount in another column is taken with the wrong currency",
            table:
                "Réf. facture;Date;Client;Total TTC;Devise;\"Montant TTC, devise d'origine\"\nF1;10/01/2026;Brel;110,00;USD;120,00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 USD"),
        Case(
            name: "what is left open in euros is deducted from dollars",
            table:
                "Invoice no,Date,Customer,Total,Total in document currency,Currency,Balance due\nF1,2026-01-10,Brel,110.00,120.00,USD,55.00\n",
            expected: "F1 2026-01-10 - 120.00 120.00 USD"),
        Case(
            name: "in the company's own currency its own columns count no more",
            table:
                "Invoice no,Date,Customer,Total,Total in document currency,Currency,Balance due\nF1,2026-01-10,Brel,110.00,,EUR,55.00\n",
            expected: "F1 2026-01-10 - 110.00 55.00 EUR"),
        Case(
            name: "a key of the database is taken for the invoice's number",
            table: "Invoice ID,Invoice Number,Date,Customer,Total\n4600000260495,INV-17,2026-01-10,Brel,120.00\n",
            expected: "INV-17 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "a key of the database goes before the reference",
            table: "Id facture;Réf. facture;Date;Client;Total TTC\n345;FA-1;10/01/2026;Brel;120,00\n",
            expected: "FA-1 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "where there is only a key, the invoice has no number",
            table: "Invoice ID,Date,Customer,Total\n495,2026-01-10,Brel,120.00\n",
            expected: "495 2026-01-10 - 120.00 120.00 EUR"),
        Case(
            name: "abbreviated months are no dates",
            table: "Invoice number,Invoice date,Due date,Customer,Amount\nF1,15 févr. 2026,31-mars-26,Brel,120.00\n",
            expected: "F1 2026-02-15 2026-03-31 120.00 120.00 EUR"),
    ]

    @Test("a column is taken for what it is not", arguments: cases)
    func meaning(_ example: Case) throws {
        #expect(try first(example.table) == example.expected)
    }

    @Test("a limit begins on the day it was decided, and not when it takes effect")
    func effectiveDate() throws {
        let limit = try readTable(
            "SIREN;Client;Assureur;Montant garanti;Date décision;Date d'effet\n732829320;A;B;100;05/01/2026;01/02/2026\n"
        )
        #expect(limit.limits.first?.from?.description == "2026-02-01")
        let decided = try readTable(
            "SIREN;Client;Assureur;Montant garanti;Date décision\n732829320;A;B;100;05/01/2026\n")
        #expect(decided.limits.first?.from?.description == "2026-01-05")
    }

    @Test(
        "the customer file of Sage names nobody",
        arguments: [
            "Numéro compte;Intitulé;N° Siret;Conditions de paiement\nC12;BREL;73282932000074;30 jours\n",
            "N° compte tiers;Intitulé;N° SIRET;Délai de paiement\nC12;BREL;73282932000074;30 jours\n",
        ])
    func sage(_ table: String) throws {
        let record = try #require(try readTable(table).customers.first)
        #expect(record.party.name == "BREL")
        #expect(record.party.code == "C12")
    }

    @Test("what an invoice is about is taken for its customer")
    func title() throws {
        let list = try readTable("N° facture;Date;Code client;Intitulé;Montant TTC\nF1;10/01/2026;C1;Travaux;120,00\n")
        #expect(list.invoices.first?.buyer.name == nil)
        let ledger = try readTable(
            "Compte;Intitulé;N° pièce;Date;Libellé;Débit;Crédit\n411BREL;BREL;F1;10/01/2026;Travaux;120,00;\n")
        #expect(ledger.invoices.first?.buyer.name == "BREL")
    }

    @Test("the VAT of one odd invoice decides for all, or nobody hears what was decided")
    func amountBasis() throws {
        let table = "N° facture;Date;Client;Montant;TVA\n"
        let net = try readTable(
            table + "F1;10/01/2026;A;100,00;20,00\nF2;10/01/2026;A;100,00;5,50\nF3;10/01/2026;A;100,00;12,34\n"
                + "F4;10/01/2026;A;100,00;\n")
        #expect(net.invoices.map(\.payable) == [12_000, 10_550, 11_234, 10_000])
        #expect(net.invoices.map(\.net) == [10_000, 10_000, 10_000, nil])
        #expect(net.warnings.map(\.code) == ["tables.withoutVAT"])
        let gross = try readTable(table + "F1;10/01/2026;A;120,00;20,00\nF3;10/01/2026;A;100,00;12,34\n")
        #expect(gross.invoices.map(\.payable) == [12_000, 10_000])
        #expect(gross.warnings == [])
        let unknown = try readTable(table + "F3;10/01/2026;A;100,00;12,34\nF4;10/01/2026;A;100,00;0,00\n")
        #expect(unknown.invoices.map(\.payable) == [10_000, 10_000])
        #expect(unknown.warnings.map(\.code) == ["tables.maybeWithoutVAT"])
    }

    @Test("a deposit that was paid and deducted is dropped again as a payment, as nobody is told of it")
    func deducted() throws {
        let reading = try readTable(
            "N° facture;Date;Client;Total TTC;Acompte versé;Net à payer\nF1;10/01/2026;Brel;120,00;50,00;70,00\n")
        let details = try #require(reading.invoices.first?.details)
        #expect(details.prepaid == 5_000)
        #expect(details.warnings.map(\.code) == ["tables.alreadyPaid"])
        #expect(details.warnings.first?.arguments == ["paid": "50.00 EUR", "total": "120.00 EUR"])
    }

    @Test(
        "an invoice is refused for the number or the usual word in its type",
        arguments: [
            ("Facture standard", 380), ("Facture de situation n°2", 380), ("Situation 3", 380), ("Acompte n° 1", 386),
            ("Sales Invoice", 380), ("Avoir 2", 381), ("DGD", 380),
        ])
    func numberedTypes(_ word: String, _ type: UInt16) throws {
        let reading = try readTable("N° facture;Date;Client;Montant TTC;Type\nF1;10/01/2026;A;120,00;\(word)\n")
        #expect(reading.invoices.map(\.type.rawValue) == [type])
        let other = try readTable("N° facture;Date;Client;Montant TTC;Type\nF1;10/01/2026;A;120,00;Bleu 2\n")
        #expect(other.refusedRows.map(\.message.code) == ["tables.invoiceType"])
    }
}
