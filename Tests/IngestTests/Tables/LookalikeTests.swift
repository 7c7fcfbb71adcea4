import Receivables
import Testing

@testable import Ingest

/// Tables that have the columns of another kind.
@Suite struct LookalikeTests {
    /// Read by the importer that an inbox would choose, events included.
    private func read(_ text: String) throws -> Reading {
        let file = SourceFile(name: "t.csv", bytes: Array(text.utf8))
        return try #require(Importers.importer(for: file)).read(file, ReadingContext())
    }

    private func verdict(_ header: String) throws -> String? {
        try TableHeader.find(in: DecodedText(Array((header + "\n").utf8))).map { "\($0.verdict)" }
    }

    // MARK: - Dates

    @Test(
        "an invoice is booked as paid on the day it was entered in the books",
        arguments: [
            "N° pièce;Date pièce;Date comptable;Échéance;Client;Montant TTC\nF1;02/09/2026;03/09/2026;02/10/2026;A;10,00\n",
            "N° facture;Date comptable;Date du document;Échéance;Client;Total\nF1;03/09/2026;02/09/2026;02/10/2026;A;10,00\n",
            "N° facture;Date facture;Échéance;Client;Montant TTC;Date de valeur\nF1;02/09/2026;02/10/2026;A;10,00;02/10/2026\n",
            "Invoice no,Booking date,Invoice date,Due date,Customer,Amount\nF1,2026-09-03,2026-09-02,2026-10-02,A,10.00\n",
            "Invoice no,Posting date,Invoice date,Due date,Customer,Amount\nF1,2026-09-03,2026-09-02,2026-10-02,A,10.00\n",
            "N° facture;Date comptable;Échéance;Client;Montant\nF1;02/09/2026;02/10/2026;A;10,00\n",
        ])
    func bookingDates(_ table: String) throws {
        let reading = try read(table)
        #expect(reading.payments == [])
        #expect(reading.invoices.map(\.issued.description) == ["2026-09-02"])
        #expect(reading.invoices.map { $0.due?.day.description } == ["2026-10-02"])
    }

    @Test(
        "money received loses the day the bank booked it",
        arguments: [
            "Date comptable;Client;Référence;Montant\n03/09/2026;A;V1;10,00\n",
            "Date;Date de valeur;Client;Référence;Montant\n01/09/2026;03/09/2026;A;V1;10,00\n",
            "Date de valeur;Date de règlement;Client;Montant\n04/09/2026;03/09/2026;A;10,00\n",
            "Date opération;Facture;Client;Montant\n03/09/2026;F1;A;10,00\n",
        ])
    func receiptDates(_ table: String) throws {
        #expect(try read(table).payments.map(\.date.description) == ["2026-09-03"])
    }

    // MARK: - Events

    @Test(
        "who entered a row, or what can be done with it, makes a decision or an event of it",
        arguments: [
            ("Numéro;Date;Échéance;Client;Total;Statut;Auteur", "kind(Ingest.TableKind.invoices)"),
            (
                "N° facture;Date;Échéance;Client;Conditions de paiement;Montant TTC;Utilisateur",
                "kind(Ingest.TableKind.invoices)"
            ),
            (
                "N° facture;Date;Échéance;Client;Encours autorisé;Montant TTC;Utilisateur",
                "kind(Ingest.TableKind.invoices)"
            ),
            ("N° facture;Date;Client;Montant;Par", "kind(Ingest.TableKind.invoices)"),
            ("N° facture;Date;Échéance;Client;Montant TTC;Statut;Action", "kind(Ingest.TableKind.invoices)"),
            ("Invoice no,Date,Due,Customer,Total,User", "kind(Ingest.TableKind.invoices)"),
            ("Facture;Date;Client;Reste dû;Cotation", "kind(Ingest.TableKind.invoices)"),
            ("Date;Client;Référence;Montant;Mode;Utilisateur", "kind(Ingest.TableKind.payments)"),
            ("Date;Client;Référence;Montant;Par", "kind(Ingest.TableKind.payments)"),
            ("Date;Client;Montant;Utilisateur", "unknown"),
            ("Date;Client;Montant;Par", "kind(Ingest.TableKind.events)"),
            ("Date;Client;Limite interne;Utilisateur", "kind(Ingest.TableKind.events)"),
            ("Date;Client;Conditions;Décidé par", "kind(Ingest.TableKind.events)"),
            ("Action;Date;Client;Facture;Montant;Pour le", "kind(Ingest.TableKind.events)"),
            ("Événement;Date;Client;N° facture;Échéance;Montant TTC;Par", "kind(Ingest.TableKind.events)"),
        ])
    func besidesEvents(_ header: String, _ expected: String) throws {
        #expect(try verdict(header) == expected)
    }

    @Test("a decision no longer tells who took it, or an action what it was")
    func decidedBy() throws {
        let decision = try read("Date;Client;Limite interne;Utilisateur\n02/09/2026;A;100,00;Dupont\n")
        let action = try read("Action;Date;Client;Facture\nRelance;02/09/2026;A;F1\n")
        let events = (decision.documents + action.documents).compactMap {
            if case .event(let event) = $0 { event } else { nil }
        }
        #expect(events.map(\.kind) == [.decision, .reminder])
        #expect(events.first?.by == "Dupont")
    }

    // MARK: - Receipts

    @Test(
        "the number of a receipt makes an invoice of it, and a payment adds to what is owed",
        arguments: [
            (
                "Date;N° de pièce;Code client;Nom du client;Mode de règlement;Montant;Date d'échéance;Facture",
                "kind(Ingest.TableKind.payments)"
            ),
            ("Date;N° de pièce;Client;Mode de règlement;Montant;N° facture", "kind(Ingest.TableKind.payments)"),
            (
                "Date;Client;N° facture;Montant;Mode de règlement",
                "ambiguous(Ingest.TableKind.invoices, Ingest.TableKind.payments)"
            ),
            (
                "Date;Date facture;N° pièce;Client;Facture;Mode;Montant",
                "ambiguous(Ingest.TableKind.invoices, Ingest.TableKind.payments)"
            ),
            ("N° facture;Date;Client;Échéance;Montant;Mode de règlement", "kind(Ingest.TableKind.invoices)"),
            ("N° facture;Date;Client;Montant TTC;Mode de règlement", "kind(Ingest.TableKind.invoices)"),
            ("N° facture;Date;Client;Montant;TVA;Mode de règlement", "kind(Ingest.TableKind.invoices)"),
            ("Numéro;Date;Client;Total;Statut;Mode de paiement", "kind(Ingest.TableKind.invoices)"),
            ("N° pièce;N° facture;Date;Échéance;Client;Montant TTC;Mode", "kind(Ingest.TableKind.invoices)"),
        ])
    func receipts(_ header: String, _ expected: String) throws {
        #expect(try verdict(header) == expected)
    }

    // MARK: - Ledgers

    @Test(
        "sales and bank accounts become customers, and a credited payment adds to what is owed",
        arguments: [
            "Compte;Nom;Date;N° pièce;Libellé;Échéance;Montant;Sens",
            "Date;Journal;Compte;Pièce;Libellé;Échéance;Débit;Crédit;Lettrage",
            "Date;Journal;N° pièce;Compte;Intitulé;Libellé;Échéance;Débit;Crédit;Solde",
            "Date;Journal;Compte;Référence;Libellé;Débit;Crédit",
            "N° facture;Date;Client;Montant;D/C",
        ])
    func ledgers(_ header: String) throws {
        #expect(try verdict(header) == "ledger")
    }

    @Test(
        "a list of one customer's account, or of sales, is refused as a ledger",
        arguments: [
            ("Pièce;Date pièce;Compte tiers;Débit;Crédit;Échéance", "kind(Ingest.TableKind.invoices)"),
            ("Journal;N° facture;Date;Client;Montant TTC", "kind(Ingest.TableKind.invoices)"),
            ("Date;Référence;Client;Montant;Sens", "kind(Ingest.TableKind.payments)"),
            ("Date;Référence;Client;Débit;Crédit", "kind(Ingest.TableKind.payments)"),
        ])
    func lists(_ header: String, _ expected: String) throws {
        #expect(try verdict(header) == expected)
    }

    @Test("accounts of sales and of the bank become customers where no column says that this is a ledger")
    func otherAccounts() throws {
        let head = "Date;Compte;Pièce;Libellé;Débit;Crédit\n"
        let sales = "02/09/2026;706000;F1;Vente;;100,00\n02/09/2026;445710;F1;TVA;;20,00\n"
        let reading = try read(
            head + sales + "02/09/2026;411BREL;F1;Brel;120,00;\n02/09/2026;512000;R1;Banque;12,00;\n")
        #expect(reading.invoices.map { $0.buyer.code } == ["411BREL"])
        #expect(reading.warnings.map(\.code) == ["tables.otherAccounts"])
        #expect(reading.warnings.first?.arguments == ["count": "3"])
        let numbers = try read(head + "02/09/2026;706000;F1;Brel;100,00;\n02/09/2026;411234;F2;Azur;20,00;\n")
        #expect(numbers.invoices.map { $0.buyer.code } == ["706000", "411234"])
    }

    // MARK: - Codes

    @Test("customers who share the collective account become one customer")
    func collective() throws {
        let rows = "411000;Brel SA;F1;02/09/2026;12,00\n411000;Azur;F2;02/09/2026;5,00\n"
        let reading = try read("Compte;Client;N° facture;Date;Montant TTC\n" + rows)
        #expect(reading.invoices.map(\.buyer) == [Party(name: "Brel SA"), Party(name: "Azur")])
        #expect(reading.warnings == [])
        let nameless = try read(
            "Compte;N° facture;Date;Montant TTC\n411000;F1;02/09/2026;12,00\n411BREL;F2;02/09/2026;5,00\n")
        #expect(nameless.refusedRows.map(\.message.code) == ["tables.noCustomer"])
        #expect(nameless.invoices.map(\.buyer.code) == ["411BREL"])
    }

    @Test(
        "nobody hears that one code stands for several customers",
        arguments: [
            ("C1;Brel SA\nC1;BREL\nC2;Azur\n", 0), ("C1;Brel SA\nC1;Azur\nC2;Azur\nC2;\n", 1),
            ("C2;Brel\nC2;Azur\nC1;Brel\nC1;Azur\nC1;Lumen\n", 2),
        ])
    func shared(_ customers: String, _ count: Int) throws {
        let rows = customers.split(separator: "\n").enumerated().map {
            "\($0.element);F\($0.offset);02/09/2026;12,00\n"
        }
        let reading = try read("Code client;Client;N° facture;Date;Montant TTC\n" + rows.joined())
        let remarks = reading.warnings.filter { $0.code == "tables.sharedCode" }
        #expect(remarks.map { $0.arguments["count"] } == (count == 0 ? [] : ["\(count)"]))
        #expect(remarks.allSatisfy { $0.arguments["code"] == "C1" })
    }

    // MARK: - Limits

    @Test(
        "a limit that ended is read as granted, as the column that says so has a name of its own",
        arguments: [
            "Statut de la décision", "Decision status", "Statut garantie", "État de l'agrément", "Buyer decision",
        ])
    func decisions(_ column: String) throws {
        let reading = try read(
            "N° contrat;SIREN;Montant accordé;Date d'effet;\(column)\n1;552032534;30;02/09/2026;Résiliée\n")
        #expect(reading.limits.map(\.status) == [.cancelled])
    }

    @Test(
        "a decision is not known",
        arguments: [
            ("Partially approved", CreditLimit.Status.granted), ("Accord partiel", .granted), ("Refus total", .refused),
            ("Not insured", .refused), ("Suspension", .cancelled), ("Accepted", .granted),
            ("Accord conditionnel", .granted),
        ])
    func decision(_ word: String, _ expected: CreditLimit.Status) throws {
        let reading = try read("siren;assureur;limite;statut\n552032534;A;30;\(word)\n")
        #expect(reading.limits.map(\.status) == [expected])
        #expect(
            reading.limits.flatMap(\.warnings).map(\.code) == (word.contains("condition") ? ["tables.conditional"] : [])
        )
    }

    @Test("the register number and country an insurer tells of a buyer are lost")
    func nationalNumbers() throws {
        let reading = try read(
            """
            Policy Number,Buyer Name,Buyer Country,National ID,Decision,Decision Amount
            1,A,FR,552032534,Approved,10
            1,B,PT,552032534,Approved,10
            1,C,FR,552 032 534 00012,Approved,10
            1,D,FR,552032535,Approved,10
            """)
        #expect(reading.limits.map(\.buyer.siren) == ["552032534", nil, nil, nil])
        #expect(reading.limits.map(\.buyer.country) == ["FR", "PT", "FR", "FR"])
        #expect(
            reading.limits.map { $0.buyer.others.map(\.value) } == [
                [], ["552032534"], ["55203253400012"], ["552032535"],
            ])
    }

    @Test(
        "an insurer's limits are read as a file of customers, or a thousand times too small",
        arguments: [
            ("SIREN;Client;Assureur;Police;Couverture A;Date d'effet", "limitless"),
            ("SIREN;Client;Assureur;Couverture A", "limitless"),
            ("SIREN;Client;Police;Couverture A;Quotité", "limitless"),
            ("SIREN;Client;Assureur;Police;Limite assurée (k€);Début", "thousands(4)"),
            ("Code;Client;SIREN;Limite interne en milliers d'euros", "thousands(3)"),
            ("N° facture;Date;Client;Montant TTC (KEUR)", "thousands(3)"),
            ("Code;Nom;SIREN;Chiffre d'affaires (k€)", "kind(Ingest.TableKind.customers)"),
            ("SIREN;Client;Assureur;Police;Garantie en cours;Date d'effet", "kind(Ingest.TableKind.limits)"),
            ("Code;Nom;SIREN;N° contrat", "kind(Ingest.TableKind.customers)"),
            ("Code;Nom;SIREN;Délai de paiement;Assureur", "kind(Ingest.TableKind.customers)"),
        ])
    func limits(_ header: String, _ expected: String) throws {
        #expect(try verdict(header) == expected)
    }

    // MARK: - Money that goes out

    static let accounts = [
        "Date;Tiers;Libellé;Référence;Débit;Crédit\n02/11/2026;Brel;VIR F1;R1;;120,00\n03/11/2026;EDF;PRLV;R2;12,00;\n"
            + "04/11/2026;Brel;REJET PRLV F2;R3;30,00;\n",
        "Date;Tiers;Libellé;Référence;Montant\n02/11/2026;Brel;VIR F1;R1;120,00\n03/11/2026;EDF;PRLV;R2;-12,00\n"
            + "04/11/2026;Brel;REJET PRLV F2;R3;-30,00\n",
        "Date;Code tiers;Libellé;Référence;Montant;Sens\n02/11/2026;BREL;VIR F1;R1;120,00;C\n03/11/2026;EDF;PRLV;R2;12,00;D\n"
            + "04/11/2026;BREL;REJET PRLV F2;R3;30,00;D\n",
        "Date;Contact;Libellé;Référence;Montant;Type\n02/11/2026;Brel;VIR F1;R1;120,00;Virement\n"
            + "03/11/2026;EDF;PRLV;R2;-12,00;Virement\n04/11/2026;Brel;PRLV F2;R3;-30,00;Rejet\n",
    ]

    @Test("whom the company pays becomes a customer who owes", arguments: accounts)
    func outgoing(_ table: String) throws {
        let reading = try read(table)
        #expect(reading.refusedRows == [])
        #expect(reading.payments.map(\.effect) == [-12_000, 3_000])
        #expect(reading.warnings.map(\.code) == ["bank.debits"])
        #expect(reading.warnings.first?.arguments == ["count": "1", "sum": "12.00", "currency": "EUR"])
    }

    // MARK: - Payments among invoices

    @Test(
        "a row that is a payment is to be called an invoice",
        arguments: [
            ("Express Checkout Payment", "F1"), ("Paiement Express Checkout", "F1"), ("Paiement", "F1"),
            ("Invoice Payment", "F1"), ("Virement standard", ""),
        ])
    func payments(_ word: String, _ number: String) throws {
        let reading = try read("N° facture;Date;Client;Montant TTC;Type\n\(number);02/11/2026;A;12,00;\(word)\n")
        #expect(reading.documents == [])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.paymentRow"])
        let other = try read("N° facture;Date;Client;Montant TTC;Type\nF1;02/11/2026;A;12,00;Demande de paiement\n")
        #expect(other.refusedRows.map(\.message.code) == ["tables.invoiceType"])
    }
}
