import Foundation
import Testing

/// Company data dropped as the services give it.
@Suite struct ExternalRunTests {
    private static let golden = Sandbox.root.path + "/Tests/IngestTests/Golden/external/"
    private static let names = ["bodacc-page.json", "pappers.json", "recherche-entreprises.json", "ratings.csv"]
    private static let invoices = """
        Numéro;Date facture;Échéance;Client;SIREN;Montant TTC
        F1;01/09/2026;01/10/2026;Atelier Lumen;900000019;50 000,00
        F2;15/11/2026;15/12/2026;Nord Froid;900000027;3 000,00
        F3;20/11/2026;15/12/2026;Bois du Lac;900000084;30 000,00

        """

    private func drop(_ name: String, into sandbox: Sandbox) throws {
        try FileManager.default.copyItem(
            atPath: ExternalRunTests.golden + name, toPath: sandbox.home.path + "/inbox/" + name)
    }

    private func customers(_ sandbox: Sandbox) throws -> [String: [String: Any]] {
        let data = Data(sandbox.read("portfolio/portfolio.json").utf8)
        let portfolio = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let list = try #require(portfolio["customers"] as? [[String: Any]])
        return Dictionary(uniqueKeysWithValues: list.map { ($0["key"] as? String ?? "", $0) })
    }

    @Test func `what a register says of customers is told, and of strangers is kept without making them customers`()
        throws
    {
        let sandbox = try Sandbox()
        for name in ExternalRunTests.names { try drop(name, into: sandbox) }
        #expect(try sandbox.once().status == 0)
        #expect(try customers(sandbox).isEmpty)
        #expect(try sandbox.alerts().filter { $0["customer"] != nil }.isEmpty)
        try sandbox.drop("a.csv", ExternalRunTests.invoices)
        #expect(try sandbox.once().status == 0)
        let customers = try customers(sandbox)
        #expect(customers.keys.sorted() == ["siren:900000019", "siren:900000027", "siren:900000084"])
        #expect(try sandbox.events("insolvency-event") == ["raised"])
        #expect(try sandbox.events("company-ceased") == ["raised"])
        let lumen = try #require(customers["siren:900000019"])
        #expect((lumen["register"] as? [String: Any])?["source"] as? String == "Pappers")
        #expect((lumen["score"] as? [String: Any])?["grade"] as? String == "F")
        #expect((lumen["verification"] as? [String: Any])?["state"] as? String == "unverified")
        // The rest of the page was taken, and the announcement with the wrong number says why it was not.
        let reasons = sandbox.files(under: "rejected").filter { $0.contains("bodacc") }
        #expect(reasons.count == 1)
        #expect(sandbox.read("rejected/" + reasons[0]).contains("« 900000018 » n'est pas un SIREN"))
    }

    @Test func `the order of invoices and company data changes a portfolio, or a replay does`() throws {
        let (first, last) = (try Sandbox(), try Sandbox())
        try first.drop("a.csv", ExternalRunTests.invoices)
        _ = try first.once()
        for name in ExternalRunTests.names {
            try drop(name, into: first)
            _ = try first.once()
        }
        for name in ExternalRunTests.names.reversed() { try drop(name, into: last) }
        _ = try last.once()
        try last.drop("a.csv", ExternalRunTests.invoices)
        _ = try last.once()
        func facts(_ sandbox: Sandbox) throws -> [String: Data] {
            // Since when an alert fires depends on when it was known.
            try customers(sandbox).mapValues { customer in
                try JSONSerialization.data(
                    withJSONObject: customer.filter { $0.key != "alerts" }, options: .sortedKeys)
            }
        }
        #expect(try facts(first) == facts(last))
        let before = first.read("portfolio/portfolio.json")
        try FileManager.default.removeItem(atPath: first.home.path + "/portfolio/portfolio.json")
        _ = try first.once()
        #expect(first.read("portfolio/portfolio.json") == before)
    }

    @Test func `a person is not told what is missing, when to check again, and what outsiders say`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", ExternalRunTests.invoices)
        for name in ExternalRunTests.names { try drop(name, into: sandbox) }
        _ = try sandbox.once()
        let company = sandbox.read("rules/company.yaml")
            .replacing("requires: [identity]", with: "requires: [identity, rating, limit]")
            .replacing("sectorRisk: {}", with: "sectorRisk: {\"43\": 60}")
            .replacing("countryRisk: {}", with: "countryRisk: {FR: 10}")
        try Data(company.utf8).write(to: sandbox.home.appendingPathComponent("rules/company.yaml"))
        try sandbox.drop(
            "b.csv", "evenement;date;siren;par\nvérification;20/11/2026;900000019;C. Martin\n")
        _ = try sandbox.once()
        let text = try sandbox.vigie("explain", "lumen").output
        for line in [
            "  vérifié le 20/11/2026 par C. Martin, à refaire après le 18/02/2027, dossier incomplet",
            "  il manque : décision de limite interne",
            "  risque du secteur 60 / 100 : 43.32A (registre ; company.yaml)",
            "  risque du pays 10 / 100 : FR (numéro d'identité ; company.yaml)",
            "  notation externe 32 / 100 : 6.4/20  (Pappers, scoring financier, 15/11/2026)",
        ] { #expect(text.contains(line + "\n"), "\(line)\n\(text)") }
        let summary = try sandbox.vigie("summary").output
        #expect(summary.contains("## Clients nouveaux ou à vérifier"))
        #expect(summary.contains("| Bois du Lac (nouveau) |"))
        #expect(try sandbox.vigie("history", "900000019").output.contains("il manque : décision de limite interne"))
    }
}
