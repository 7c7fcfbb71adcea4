import Receivables
import Testing

@testable import Ingest

@Suite struct TableDocumentTests {
    @Test("the documented invoice columns give the document they name")
    func invoice() throws {
        let reading = try readTable(
            """
            numero;date;echeance;client;siren;code_client;montant_ttc;devise;type;origine;compte_payeur
            F1;31/01/2026;02/03/2026;ACME;732829320;0042;1 200,00;EUR;facture;;HOLDING
            A1;05/02/2026;;ACME;732829320;0042;-100,00;EUR;avoir;F1;
            A2;05/02/2026;;ACME;732829320;0042;50,00;EUR;Avoir;F1, F2;
            D1;05/02/2026;;ACME;732829320;0042;300,00;USD;acompte;;
            F3;05/02/2026;;ACME;732829320;0042;-7,00;;facture;;
            F4;05/02/2026;;ACME;732829320;0042;7,00;;devis;;
            """)
        let invoices = reading.invoices
        #expect(invoices.map(\.type) == [.invoice, .creditNote, .creditNote, .prepayment, .invoice])
        #expect(invoices.map(\.effect) == [120_000, -10_000, -5_000, 30_000, -700])
        #expect(invoices.map(\.currency.code) == ["EUR", "EUR", "EUR", "USD", "EUR"])
        #expect(invoices[0].due == Day(iso: "2026-03-02").map { DueDate($0) })
        #expect(invoices[0].details.payer == Party(name: "HOLDING"))
        #expect(invoices.map { $0.details.precedes.map(\.number) } == [[], ["F1"], ["F1", "F2"], [], []])
        #expect(invoices[0].buyer == Party(name: "ACME", siren: "732829320", code: "0042"))
        #expect(invoices[0].buyer === invoices[1].buyer)
        #expect(
            reading.refusedRows.map { $0.message.sentence(in: .french) } == [
                "Le type de pièce « devis » n'est pas connu (colonne type)."
            ])
    }

    @Test("what a list says is paid is not owed; a settled invoice comes with its payment, and only once")
    func settled() throws {
        let reading = try readTable(
            """
            N° facture;Date;Client;HT;TVA;TTC;Réglé;Reste dû;Statut;Date de règlement
            F1;31/01/2026;ACME;100,00;20,00;120,00;0;120,00;Envoyée;
            F2;31/01/2026;ACME;100,00;20,00;120,00;50,00;70,00;Partielle;15/02/2026
            F3;31/01/2026;ACME;100,00;20,00;120,00;120,00;0,00;Payée;15/02/2026
            F4;31/01/2026;ACME;100,00;20,00;120,00;0,00;120,00;Brouillon;
            """)
        #expect(reading.invoices.map(\.payable) == [12_000, 7_000, 12_000])
        #expect(reading.invoices.map(\.details.prepaid) == [nil, 5_000, nil])
        #expect(reading.payments.map(\.amount) == [12_000])
        #expect(reading.payments.map { $0.remittance.map(\.number) } == [["F3"]])
        #expect(reading.warnings.map(\.code) == ["tables.skippedStatus"])
        #expect(
            reading.invoices[1].details.warnings.map { $0.sentence(in: .french) } == [
                "La liste dit 50.00 EUR déjà réglé sur 120.00 EUR : seul le reste est dû."
            ])
    }

    @Test("a table with a row for each item gives one invoice, whether it repeats the total or states the parts")
    func lines() throws {
        let xero = try readTable(
            """
            *ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,Total,*Description,*Quantity,*UnitAmount
            ACME,INV-1,31/01/2026,02/03/2026,120.00,Pens,10,6.00
            ACME,INV-1,31/01/2026,02/03/2026,120.00,Paper,5,12.00
            ACME,INV-2,31/01/2026,02/03/2026,30.00,Ink,1,30.00
            """)
        #expect(xero.invoices.map(\.payable) == [12_000, 3_000])
        #expect(xero.warnings.map(\.code) == ["tables.linesMerged"])
        let parts = try readTable(
            """
            N° facture;Date facture;Client;Article;Quantité;Montant ligne TTC
            F1;31/01/2026;ACME;Stylos;10;60,00
            F1;31/01/2026;ACME;Papier;5;60,00
            F2;31/01/2026;ACME;Encre;1;30,00
            """)
        #expect(parts.invoices.map(\.payable) == [12_000, 3_000])
    }

    @Test("terms in place of a due date give an estimated one; a due date before the invoice is remarked")
    func due() throws {
        let reading = try readTable(
            """
            numero;date;echeance;client;montant_ttc;conditions de paiement
            F1;31/01/2026;30 jours;A;1,00;
            F2;31/01/2026;;A;1,00;45 jours fin de mois
            F3;31/01/2026;;A;1,00;30
            F4;31/01/2026;01/01/2026;A;1,00;
            F5;31/01/2026;;A;1,00;à voir
            """)
        #expect(
            reading.invoices.map { $0.due?.day.description } == [
                "2026-03-02", "2026-03-31", "2026-03-02", "2026-01-01", nil,
            ])
        #expect(reading.invoices.map { $0.due?.isEstimated } == [true, true, true, false, nil])
        #expect(
            reading.invoices.map { $0.details.warnings.map(\.code) } == [
                [], [], [], ["tables.dueBeforeIssue"], ["tables.termsUnreadable"],
            ])
    }

    @Test("the documented payment columns give the payment they name; equal rows stay two payments")
    func payment() throws {
        let reading = try readTable(
            """
            date;reference;client;siren;code_client;montant;devise;facture;type;payeur;iban
            31/01/2026;VIR1;ACME;732829320;0042;1 200,00;EUR;F1 F2,FA 3;paiement;HOLDING;FR76 3000 6000 0112 3456 7890 189
            31/01/2026;VIR1;ACME;732829320;0042;1 200,00;EUR;F1 F2,FA 3;paiement;;
            01/02/2026;R1;ACME;;;10,00;EUR;;impayé;;
            01/02/2026;R2;ACME;;;-10,00;EUR;;remboursement;;
            01/02/2026;R3;ACME;;;-10,00;EUR;;;;
            01/02/2026;R4;;;;10,00;EUR;;;;
            01/02/2026;R5;ACME;;;10,00;EUR;;cadeau;;
            """)
        let payments = reading.payments
        #expect(payments.map(\.kind) == [.payment, .payment, .return, .refund, .return])
        #expect(payments.map(\.effect) == [-120_000, -120_000, 1_000, 1_000, 1_000])
        #expect(payments.map(\.ordinal) == [0, 1, 0, 0, 0])
        #expect(payments[0].remittance.map(\.number) == ["F1", "F2", "FA 3"])
        #expect(payments[0].iban == "FR7630006000011234567890189")
        #expect(payments[0].text == "HOLDING")
        #expect(
            reading.refusedRows.map { $0.message.sentence(in: .french) } == [
                "Le paiement ne nomme ni client, ni payeur, ni facture.",
                "Le type de mouvement « cadeau » n'est pas connu (colonne type).",
            ])
        #expect(payments[4].warnings.map(\.code) == ["tables.negativePayment"])
    }

    @Test("the documented limit columns give the decision they name")
    func limit() throws {
        let reading = try readTable(
            """
            siren;client;assureur;police;limite_assuree;devise;debut;fin;statut;quotite;duree_max_credit;prorogation_max;delai_declaration
            732829320;ACME;Assureur A;P1;50 000,00;EUR;01/01/2026;31/12/2026;accordée;90;60;30 jours;120
            732829320;ACME;Assureur A;P1;;EUR;;;refusée;;;;
            732829320;ACME;Assureur A;P1;10 000;EUR;;;réduite;0,85;;;
            732829320;ACME;Assureur A;P1;;EUR;;;accordée;;;;
            732829320;ACME;Assureur A;P1;5;EUR;;;accordée;190;;;
            732829320;ACME;Assureur A;P1;5;EUR;;;peut-être;;;;
            732829320;ACME;Assureur A;P1;5;EUR;;;;;deux mois;;
            """)
        let limits = reading.limits
        #expect(limits.map(\.amount) == [5_000_000, 0, 1_000_000])
        #expect(limits.map(\.status) == [.granted, .refused, .reduced])
        #expect(limits.map { $0.insuredShare?.description } == ["90", nil, "85"])
        #expect(limits[0].maximumExtensionDays == 30)
        #expect(limits[0].to?.description == "2026-12-31")
        #expect(
            reading.refusedRows.map { $0.message.sentence(in: .french) } == [
                "La colonne limite_assuree est vide.", "« 190 » n'est pas un pourcentage de 0 à 100 (colonne quotite).",
                "Le statut de limite « peut-être » n'est pas connu (colonne statut).",
                "« deux mois » n'est pas un nombre de jours (colonne duree_max_credit).",
            ])
    }

    @Test("the documented customer columns give the record they name")
    func customer() throws {
        let reading = try readTable(
            """
            code;nom;siren;siret;tva;parent;secteur;pays;segment;commercial;delai_paiement;limite_interne;marge
            0042;ACME;732 829 320;732 829 320 00074;FR44732829320;0001;BTP;France;A;Dupont;45 jours fin de mois;20 000;12,5 %
            0043;Beta;;;;;;;;;un jour;;
            """)
        let record = try #require(reading.customers.first)
        #expect(record.party.code == "0042")
        #expect(record.party.siret == "73282932000074")
        #expect(record.party.vat == "FR44732829320")
        #expect(record.party.country == "FR")
        #expect(record.terms == PaymentTerms(days: 45, endOfMonth: .daysThenMonthEnd))
        #expect(record.internalLimit == 2_000_000)
        #expect(record.margin?.description == "12.5")
        #expect(
            reading.customers.last?.warnings.map { $0.sentence(in: .french) } == [
                "Le délai de paiement « un jour » n'est pas compris."
            ])
    }

    @Test("a public settlement history is read whole: each invoice with its due date and its payment")
    func latePayments() throws {
        let reading = try readTable(try FileBytes.corpus("receivables/late-payments.csv"))
        #expect(reading.refusedRows == [])
        #expect(reading.invoices.count == 1267)
        #expect(reading.payments.count == 1267)
        #expect(reading.invoices.first?.issued.description == "2013-01-26")
        #expect(reading.invoices.first?.due?.day.description == "2013-02-25")
        #expect(reading.payments.first?.date.description == "2013-03-03")
        #expect(reading.invoices.first?.buyer.code == "8976-AMJEO")
    }
}
