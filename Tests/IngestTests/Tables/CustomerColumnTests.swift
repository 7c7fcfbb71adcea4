import Receivables
import Testing

@testable import Ingest

/// Which column names the customer where several may, and whose a SIREN is.
@Suite struct CustomerColumnTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let header: String
        let rows: [String]
        /// `name code siren` of each row.
        let expected: [String]
        var testDescription: String { header }
        init(_ header: String, _ rows: [String], _ expected: [String]) {
            self.header = header
            self.rows = rows
            self.expected = expected
        }
    }

    private static func said(_ party: Party) -> String {
        "\(party.name ?? "-") \(party.code ?? "-") \(party.siren ?? "-")"
    }

    private static func parties(_ example: Case, _ invoice: String, _ values: String) throws -> [String] {
        let rows = example.rows.enumerated().map { "\($1);\(values.replacing("#", with: "\($0 + 1)"))" }
        let reading = try readTable(([example.header + ";" + invoice] + rows).joined(separator: "\n") + "\n")
        return (reading.invoices.map(\.buyer) + reading.payments.map(\.payer) + reading.limits.map(\.buyer)).map(said)
    }

    static let cases: [Case] = [
        Case("Client;Nom", ["C001;DUPONT SARL", "C002;MARTIN BTP"], ["DUPONT SARL C001 -", "MARTIN BTP C002 -"]),
        Case("Client;Raison sociale", ["00123;DUPONT ET FILS"], ["DUPONT ET FILS 00123 -"]),
        Case("Tiers;Intitulé tiers", ["411DUP;Dupont"], ["Dupont 411DUP -"]),
        Case("Tiers;Nom", ["CL-12;Dupont", "CL-13;Brel"], ["Dupont CL-12 -", "Brel CL-13 -"]),
        Case(
            "Client;Nom du client", ["DUPONT;Dupont et fils", "BREL;Brel SA"],
            ["Dupont et fils DUPONT -", "Brel SA BREL -"]),
        Case("Nom du client;Client", ["Dupont et fils;C1"], ["Dupont et fils C1 -"]),
        // A name that says whose it is holds the name whatever stands beside it; a bare one may be a contact's.
        Case("Client;Raison sociale", ["Dupont;Dupont et fils SARL"], ["Dupont et fils SARL - -"]),
        Case("Client;Nom", ["DUPONT ET FILS;Durand", "MARTIN BTP;Petit"], ["DUPONT ET FILS - -", "MARTIN BTP - -"]),
        Case("Client;Nom", ["MICHELIN;Durand", "RENAULT;Petit"], ["MICHELIN - -", "RENAULT - -"]),
        Case("Nom;Prénom;Client", ["Durand;Anne;DUPONT ET FILS"], ["DUPONT ET FILS - -"]),
        Case(
            "Nom;Prénom;Société", ["Durand;Anne;DUPONT ET FILS", "Petit;Marc;BREL"], ["DUPONT ET FILS - -", "BREL - -"]),
        Case("Code client;Client;Nom", ["C1;C1;Dupont"], ["Dupont C1 -"]),
        // Our own company is no customer.
        Case(
            "Société;Client;Raison sociale",
            ["Vauban Industries SAS;00123;DUPONT ET FILS", "Vauban Industries SAS;00124;MARTIN BTP"],
            ["DUPONT ET FILS 00123 -", "MARTIN BTP 00124 -"]),
        Case(
            "Société;Client", ["Vauban;DUPONT ET FILS", "Vauban;MARTIN BTP"], ["DUPONT ET FILS - -", "MARTIN BTP - -"]),
        Case("Société;Client", ["Vauban;00123", "Vauban;00124"], ["00123 - -", "00124 - -"]),
        Case(
            "Société;Client", ["DUPONT ET FILS;00123", "MARTIN BTP;00124"],
            ["DUPONT ET FILS 00123 -", "MARTIN BTP 00124 -"]),
        Case("Société;Code client", ["01;C1", "01;C2"], ["- C1 -", "- C2 -"]),
        Case("Société;Code client", ["Dupont;C1", "Brel;C2"], ["Dupont C1 -", "Brel C2 -"]),
        Case("Société", ["Dupont", "Dupont"], ["Dupont - -", "Dupont - -"]),
        Case(
            "Entreprise;SIREN;Nom client;Code client",
            ["Vauban Industries SAS;732829320;DUPONT ET FILS;C1", "Vauban Industries SAS;732829320;MARTIN BTP;C2"],
            ["DUPONT ET FILS C1 -", "MARTIN BTP C2 -"]),
        Case(
            "Entreprise;SIREN;Nom client", ["Vauban Industries SAS;732829320;DUPONT ET FILS"], ["DUPONT ET FILS - -"]),
        Case(
            "Société;SIREN;Client;SIREN client", ["Vauban;732829320;DUPONT;552100554"], ["DUPONT - 552100554"]),
        Case(
            "Société;Client;SIREN", ["Vauban;DUPONT;552100554", "Vauban;BREL;542051180"],
            ["DUPONT - 552100554", "BREL - 542051180"]),
        // A contact is none beside one.
        Case("Compte;Contact;Client", ["411001;Mme Durand;DUPONT ET FILS"], ["DUPONT ET FILS 411001 -"]),
        Case("Contact name;Company", ["Mme Durand;DUPONT ET FILS"], ["DUPONT ET FILS - -"]),
        Case("Contact", ["DUPONT ET FILS"], ["DUPONT ET FILS - -"]),
    ]

    @Test("a contact, a code or our own company becomes the customer", arguments: cases)
    func customer(_ example: Case) throws {
        let invoices = try CustomerColumnTests.parties(
            example, "N° facture;Date facture;Échéance;Montant TTC", "FA#;05/09/2026;05/10/2026;1 200,00")
        #expect(invoices == example.expected)
        let payments = try CustomerColumnTests.parties(
            example, "Date de paiement;Mode;Montant;Facture payée", "05/10/2026;VIR;100,00;FA#")
        #expect(payments == example.expected)
        let limits = try CustomerColumnTests.parties(
            example, "Assureur;Limite assurée;Début", "Coface;50000;01/01/2026")
        #expect(limits == example.expected)
    }

    @Test(
        "the SIREN or SIRET under an everyday heading is lost, and limits do not find their customer",
        arguments: [
            "N° SIREN client", "SIREN entreprise", "Siren tiers", "SIREN (9 chiffres)", "Client SIREN", "SIREN facturé",
            "Legal identifier", "N° SIREN du débiteur", "SIREN destinataire", "Identifiant SIREN", "Buyer SIREN",
        ])
    func siren(_ heading: String) throws {
        let reading = try readTable(
            "N° facture;Date;Échéance;Client;\(heading);Montant TTC\nF1;15/09/2026;05/10/2026;Dupont;552100554;1200,00\n"
        )
        #expect(reading.invoices.map(\.buyer.siren) == ["552100554"])
        let limits = try readTable("Client;\(heading);Assureur;Limite assurée\nDupont;552100554;Coface;1200,00\n")
        #expect(limits.limits.map(\.buyer.siren) == ["552100554"])
    }

    @Test(
        "the SIRET under an everyday heading is lost",
        arguments: [
            "N° SIRET client", "SIRET du débiteur", "SIRET destinataire", "SIRET (14 chiffres)", "Customer SIRET",
        ])
    func siret(_ heading: String) throws {
        let reading = try readTable(
            "N° facture;Date;Échéance;Client;\(heading);Montant TTC\nF1;15/09/2026;05/10/2026;Dupont;73282932000074;12,00\n"
        )
        #expect(reading.invoices.map(\.buyer.siret) == ["73282932000074"])
    }

    @Test(
        "the number of another company becomes the customer's",
        arguments: ["SIREN émetteur", "SIREN vendeur", "SIREN fournisseur", "SIRET du vendeur", "SIREN mandataire"])
    func foreign(_ heading: String) throws {
        let reading = try readTable(
            "N° facture;Date;Échéance;Client;\(heading);Montant TTC\nF1;15/09/2026;05/10/2026;Dupont;552100554;1200,00\n"
        )
        #expect(reading.invoices.map(\.buyer.sirenOfAny) == [nil])
    }

    @Test("money that goes out to a third party becomes a customer's return, as its name stands beside its code")
    func thirdParties() throws {
        let reading = try readTable(
            """
            Date de paiement;Tiers;Nom;Montant
            05/10/2026;C1;DUPONT;100,00
            06/10/2026;F7;IMPRIMEUR;-40,00

            """)
        #expect(reading.payments.map(\.payer.name) == ["DUPONT"])
    }
}
