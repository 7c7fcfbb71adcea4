import Receivables
import Testing

@testable import Ingest

/// What an invoice list says beside each total: what is left of it, what was paid, what is held back.
@Suite struct SettledAmountsTests {
    private func read(_ columns: String, _ rows: String...) throws -> Reading {
        let lines = rows.enumerated().map { "FA\($0.offset);05/09/2026;05/10/2026;Dupont;\($0.element)\n" }
        return try readTable("N° facture;Date;Échéance;Client;\(columns)\n" + lines.joined())
    }

    @Test(
        "what is left of an invoice stands under another name, and the whole total is owed",
        arguments: [
            "Montant restant dû TTC", "Reste à payer TTC", "Reste dû TTC", "Solde TTC", "Solde dû TTC",
            "Montant restant TTC", "Total dû", "Montant impayé", "Reste à encaisser", "Restant à payer", "Reste dû EUR",
            "Restant dû EUR", "Montant dû EUR", "Reste dû TTC (€)", "Solde restant", "Solde à payer", "Solde à régler",
            "Reste", "Restant", "Reliquat", "Reste à recouvrer", "Montant non réglé", "Solde pièce", "Montant à payer",
            "Net à payer TTC", "Reste dû", "Solde (EUR)",
        ])
    func left(_ column: String) throws {
        let reading = try read("Montant TTC;\(column)", "1200,00;300,00")
        #expect(reading.invoices.map(\.payable) == [30_000])
        #expect(reading.invoices.map(\.total) == [120_000])
        #expect(reading.warnings == [])
    }

    @Test(
        "what was paid of an invoice stands under another name, and the whole total is owed",
        arguments: [
            "Montant réglé TTC", "Déjà payé TTC", "Payé TTC", "Montant encaissé TTC", "Acompte TTC", "Acompte reçu",
            "Total encaissements", "Total réglé TTC", "Montant réglé EUR",
        ])
    func paid(_ column: String) throws {
        let reading = try read("Montant TTC;\(column)", "1200,00;300,00")
        #expect(reading.invoices.map(\.payable) == [90_000])
        #expect(reading.warnings == [])
    }

    @Test(
        "only the first of deposit and payment is deducted, or the deposit twice",
        arguments: [
            ("Acompte;Réglé", "200,00;500,00", 50_000), ("Réglé;Acompte versé", "500,00;200,00", 50_000),
            ("Acompte;Réglé", "200,00;", 100_000), ("Acompte;Réglé", ";500,00", 70_000),
            // The deposit is told again in what was paid.
            ("Acompte;Réglé", "200,00;1200,00", 0), ("Acompte;Réglé", "200,00;200,00", 100_000),
            ("Acompte;Total réglé", "200,00;500,00", 70_000),
            // What is left is stated.
            ("Acompte;Réglé;Reste dû", "200,00;500,00;700,00", 70_000),
        ])
    func deposits(_ columns: String, _ amounts: String, _ payable: Int64) throws {
        let reading = try read("Montant TTC;\(columns)", "1200,00;\(amounts)")
        #expect(reading.invoices.map(\.payable) == [payable])
        let isToTell = !columns.contains("Total") && !columns.contains("Reste")
        #expect(reading.warnings.map(\.code) == (isToTell ? ["tables.deposits"] : []))
    }

    // MARK: - Columns nobody understood

    @Test(
        "a column that may say what is left passes without a word",
        arguments: [
            "Règlements", "Avoirs", "Encours", "Montant échu", "Solde client", "Dû", "À encaisser", "Zzz",
        ])
    func unread(_ column: String) throws {
        let reading = try read("Montant TTC;\(column)", "1200,00;300,00", "600,00;", "500,00;500,00")
        #expect(reading.invoices.map(\.payable) == [120_000, 60_000, 50_000])
        #expect(reading.warnings.map(\.code) == ["tables.unreadAmounts"])
        #expect(reading.warnings.first?.arguments == ["columns": column])
        let whole = try read("Montant TTC;\(column)", "1200;300", "600;")
        #expect(whole.warnings.isEmpty == (column == "Zzz" || column == "À encaisser"))
    }

    @Test(
        "columns that say nothing of what is owed are told",
        arguments: [
            ("Montant TVA 20", "200,00"), ("Total hors taxes", "1000,00"), ("Remise", "50,00"),
            ("Frais de port", "12,50"),
            ("Prix de revient", "700,00"), ("Marge", "300,00"), ("Taux de change", "1,0823"), ("Chantier", "École"),
            ("N° commande interne", "12,5"), ("Éco-participation", "0,50"), ("Total document", "1200,00"),
            ("Encours client", "56000,00"), ("Poids (kg)", "12,5"), ("Jours de retard", "51"), ("Remarque", "300"),
            ("Escompte", "24,00"), ("Règlements", "Virement"), ("Quantité livrée", "2,00"), ("Commission", "30,00"),
        ])
    func beside(_ column: String, _ cell: String) throws {
        #expect(try read("Montant TTC;\(column)", "1200,00;\(cell)").warnings == [])
    }

    @Test("a column beside one that says what is left is told")
    func besideOpen() throws {
        #expect(try read("Montant TTC;Reste dû;Avoirs", "1200,00;900,00;300,00").warnings == [])
    }

    // MARK: - Currencies in headings

    @Test(
        "pounds are deducted as euros, or the other way round",
        arguments: [
            ("Montant TTC;Devise;Solde EUR", 60_000, 100_000), ("Montant TTC;Devise;Réglé EUR", 60_000, 20_000),
            ("Montant TTC devise;Devise;Reste dû EUR", 60_000, 100_000),
        ])
    func otherCurrency(_ columns: String, _ pounds: Int64, _ euros: Int64) throws {
        let reading = try read(columns, "600,00;GBP;345,00", "1200,00;EUR;1000,00")
        #expect(reading.invoices.map(\.payable) == [pounds, euros])
        #expect(reading.invoices.map(\.currency.code) == ["GBP", "EUR"])
        #expect(reading.warnings.map(\.code) == ["tables.otherCurrency"])
        #expect(reading.warnings.first?.arguments["count"] == "1")
        #expect(reading.warnings.first?.arguments["currency"] == "EUR")
    }

    @Test("a total in euros is booked in pounds")
    func otherTotal() throws {
        let reading = try read("Montant TTC (EUR);Devise", "690,00;GBP", "1200,00;EUR", "10,00;")
        #expect(reading.invoices.map(\.payable) == [120_000, 1_000])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.amountCurrency"])
        let payments = try readTable(
            "Date;Référence;Client;Montant (EUR);Devise\n05/01/2026;V1;Brel;10,00;GBP\n05/01/2026;V2;Brel;10,00;EUR\n")
        #expect(payments.payments.map(\.reference) == ["V2"])
    }

    // MARK: - Retentions

    @Test(
        "what a customer holds back until later counts as paid, or twice",
        arguments: [
            ("Retenue de garantie;Acomptes;Reste dû", "600,00;0,00;11400,00", 12_000, true),
            ("Retenue de garantie;Acomptes;Reste dû", "600,00;1000,00;10400,00", 11_000, true),
            ("RG;Reste dû", "600,00;11400,00", 12_000, true), ("RG;Net à payer", "600,00;11400,00", 12_000, true),
            ("Montant de la retenue de garantie 5 %;Net à payer", "600,00;11400,00", 12_000, true),
            // The rest holds it, or it was paid.
            ("RG;Montant réglé;Reste dû", "600,00;1000,00;11000,00", 11_000, false),
            ("RG;Montant réglé;Reste dû", "600,00;12000,00;0,00", 0, false),
            ("RG;Reste dû", "600,00;12000,00", 12_000, false), ("RG;Reste dû", "0,00;11400,00", 11_400, false),
            ("Retenue de garantie;Mode", "600,00;VIR", 12_000, false), ("RG (%);Reste dû", "5;11400,00", 11_400, false),
        ])
    func retention(_ columns: String, _ cells: String, _ euros: Int64, _ isTold: Bool) throws {
        let reading = try read("Total TTC;\(columns)", "12000,00;\(cells)")
        #expect(reading.refusedRows == [])
        let invoice = try #require(reading.invoices.first)
        #expect(invoice.payable == euros * 100)
        let codes = invoice.details.warnings.map(\.code)
        #expect(codes.contains("tables.retention") == isTold)
        #expect(codes.contains("tables.alreadyPaid") == (euros < 12_000))
        #expect(invoice.details.prepaid == (euros == 12_000 ? nil : (12_000 - euros) * 100))
    }
}
