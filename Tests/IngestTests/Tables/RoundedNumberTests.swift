import Receivables
import Testing

@testable import Ingest

/// Long numbers that Excel rounded: several customers, invoices or payments must never become one.
@Suite struct RoundedNumberTests {
    @Test(
        "a number as people write it is taken for one that Excel rounded, or the other way round",
        arguments: [
            ("2,0261E+11", true), ("4.11E+08", true), ("1E+12", true), ("7,32829E+13", true), ("2e+11", true),
            ("2E11", false), ("FE+11", false), ("A2,0E+11", false), ("20261E+11", false), ("2,E+11", false),
            ("2,0E+1", false), ("2,0261E-11", false), ("F1+F2", false), ("", false), ("E+11", false),
        ])
    func forms(_ text: String, _ isRounded: Bool) { #expect(RoundedNumber.isOne(text) == isRounded) }

    @Test(
        "rows whose invoice, customer or payment several others share are booked",
        arguments: [
            "numero;date;client;montant_ttc\n2,0261E+11;31/01/2026;Brel;10,00\n",
            "numero;date;code_client;client;montant_ttc\nF1;31/01/2026;4,11E+08;Brel;10,00\n",
            "numero;date;client;montant_ttc;facture d'origine\nA1;31/01/2026;Brel;-10,00;2,0261E+11\n",
            "date_paiement;reference_paiement;client;montant\n31/01/2026;2,0261E+11;Brel;10,00\n",
            "date_paiement;client;montant;facture\n31/01/2026;Brel;10,00;2,0261E+11\n",
            "code;client;assureur;limite_assuree\n4,11E+08;Brel;Coface;1000\n",
            "code;nom;siren;secteur\n4,11E+08;Brel;;BTP\n", "code;nom;siren;groupe\nC1;Brel;;4,11E+08\n",
            "evenement;date;client;facture;montant\nrelance;31/01/2026;Brel;2,0261E+11;10,00\n",
        ])
    func refused(_ text: String) throws {
        let file = SourceFile(name: "x.csv", bytes: Array(text.utf8))
        let reading = try #require(Importers.importer(for: file)).read(file, ReadingContext())
        #expect(reading.refusedRows.map(\.message.code) == ["tables.roundedNumber"])
        #expect(reading.documents.isEmpty)
        #expect(reading.warnings.isEmpty)
    }

    @Test("a register number that Excel rounded makes one customer of several, or costs the row")
    func registers() throws {
        for heading in ["siren", "siret", "n_tva", "identifiant_national"] {
            let reading = try readTable(
                "numero;date;client;\(heading);montant_ttc\nF1;31/01/2026;Brel;7,32829E+13;10\n")
            let invoice = try #require(reading.invoices.first)
            #expect(invoice.buyer == Party(name: "Brel"))
            #expect(invoice.details.warnings.map(\.code) == ["tables.roundedNumber"])
        }
    }

    @Test("a described export books rounded numbers, or a reference that it does not use costs an invoice")
    func described() throws {
        let columns: [TableField: [String]] = [
            .number: ["Pce"], .issued: ["Jour"], .code: ["Cpt"], .total: ["TTC"], .reference: ["Réf"],
        ]
        let description = TableDescription(
            name: "x", headers: [["Pce"]], columns: columns,
            only: [TableDescription.Words(column: "Cpt", words: ["C*", "4*"])])
        let text =
            "Pce;Jour;Cpt;TTC;Réf\n2,0261E+11;31/01/2026;C1;10,00;\nF2;31/01/2026;4,11E+08;10,00;\n"
            + "F3;31/01/2026;C3;10,00;4,5E+09\n2,0261E+11;31/01/2026;F4;10,00;\n"
        let file = SourceFile(name: "x.csv", bytes: Array(text.utf8))
        let reading = try DescribedTable(description).read(file, ReadingContext())
        #expect(reading.refusedRows.map(\.line) == [2, 3])
        #expect(reading.invoices.map(\.number) == ["F3"])
    }
}
