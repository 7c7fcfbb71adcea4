import Foundation
import Testing

/// Figures and insurance alerts of the built executable, as a credit manager sees them.
@Suite struct IndicatorRunTests {
    static let invoices = """
        Numéro;Date facture;Échéance;Client;SIREN;Montant TTC
        F1;01/08/2026;01/09/2026;Lumen SARL;552100554;10 000,00
        F2;05/11/2026;05/12/2026;Lumen SARL;552100554;20 000,00

        """
    static let cash = "Date;Référence;Client;SIREN;Montant;Facture\n11/09/2026;V1;Lumen SARL;552100554;10 000,00;F1\n"
    static let limits = """
        Client;SIREN;Assureur;Limite assurée;Début;Fin;Statut;Quotité
        Lumen SARL;552100554;Assureur A;15 000,00;01/01/2026;;accordée;90

        """

    private func run(_ files: [(String, String)], english: Bool = false) throws -> Sandbox {
        let sandbox = try Sandbox()
        if english {
            let path = sandbox.home.path + "/rules/company.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacing("language: fr", with: "language: en").write(
                toFile: path, atomically: true, encoding: .utf8)
        }
        for (name, text) in files { try sandbox.drop(name, text) }
        #expect(try sandbox.once().status == 0)
        return sandbox
    }

    private let files = [("a.csv", invoices), ("b.csv", cash), ("c.csv", limits)]

    /// The lines of one figure in what `explain` prints, without spaces that do not break.
    private func figure(_ name: String, of sandbox: Sandbox) throws -> [String] {
        let text = try sandbox.vigie("explain", "lumen").output
            .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
        let lines = text.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  \(name) = ") })
        let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("      ") } ?? lines.endIndex
        return lines[start..<end].map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func `an invoice paid early is shown as paid on the day`() throws {
        let early = IndicatorRunTests.cash.replacing("11/09/2026", with: "17/08/2026")
        let sandbox = try run([("a.csv", IndicatorRunTests.invoices), ("b.csv", early)])
        let text = try sandbox.vigie("explain", "lumen").output.replacing("\u{A0}", with: " ")
        #expect(text.contains("soldée le 17/08/2026  15 jours d'avance"), "\(text)")
    }

    @Test func `the same invoices in two files count other remarks than in one`() throws {
        let head = "Numéro;Date facture;Échéance;Client;SIREN;Montant TTC\n"
        // Two instalments each: said once of a file.
        let rows = (1...4).map { number in
            ["05/12/2026", "05/01/2027"].map { "F\(number);05/11/2026;\($0);Lumen SARL;552100554;100,00\n" }.joined()
        }
        func warnings(_ files: [[String]]) throws -> [String] {
            let sandbox = try run(files.enumerated().map { ("f\($0.offset).csv", head + $0.element.joined()) })
            return sandbox.read("portfolio/portfolio.json").matches(of: /"warnings":(\d+)/).map { String($0.1) }
        }
        let one = try warnings([rows])
        #expect(!one.isEmpty)
        #expect(try warnings(rows.map { [$0] }) == one)
    }

    @Test func `a figure of explain cannot be followed with a pencil`() throws {
        let sandbox = try run(files)
        #expect(
            try figure("averageDaysLate", of: sandbox) == [
                "averageDaysLate = 10 jours",
                "retard moyen de paiement = Σ montant × (soldée − échéance) ÷ Σ montant, factures soldées dans les 12 "
                    + "derniers mois",
                "du 24/11/2025 au 23/11/2026",
                "· F1  10 000,00 €  échéance 01/09/2026  soldée le 11/09/2026  10 jours",
            ])
        #expect(
            try figure("uninsuredExposure", of: sandbox) == [
                "uninsuredExposure = 6 500,00 €",
                "encours non couvert = max(0 ; encours assurable − limite) + min(encours assurable ; limite) × (1 − "
                    + "quotité)", "encours assurable : 20 000,00 €", "limite en vigueur : 15 000,00 €",
                "quotité : 90 %",
            ])
        #expect(try figure("paymentTrend", of: sandbox)[0] == "paymentTrend = inconnu")
        let english = try run(files, english: true)
        #expect(
            try figure("dso", of: english) == [
                "dso = 23 days",
                "DSO = back by month: all days of a month whose invoicing is within what is left of the exposure, then "
                    + "in proportion", "exposure: €20,000.00", "from 1 Nov 2026 to 23 Nov 2026",
                "invoiced: €20,000.00",
            ])
        #expect(try figure("coverLost", of: english)[0] == "coverLost = no")
    }

    @Test func `a figure of the portfolio is missing in portfolio json or in the summary`() throws {
        let sandbox = try run(files)
        let data = Data(sandbox.read("portfolio/portfolio.json").utf8)
        let book = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let totals = try #require(book["totals"] as? [String: Any])
        let indicators = try #require(totals["indicators"] as? [String: Any])
        let expected = [
            "exposure": 20_000.0, "dso": 23, "simpleDso": 90 * 20.0 / 20, "top1Share": 1, "herfindahl": 1,
            "uninsuredExposure": 6_500, "provision": 100, "expectedLoss": 6_500 * 0.015, "overdue90Share": 0,
            // Opening 10,000; 20,000 invoiced and not due: all 10,000 that could be collected were.
            "collectionEffectiveness": 1, "conflicts": 0, "refusedRows": 0,
        ]
        for (name, value) in expected {
            let actual = indicators[name] as? Double
            #expect(actual.map { abs($0 - value) < 1e-9 } == true, "\(name): \(String(describing: actual))")
        }
        let provisions = try #require(totals["provisions"] as? [[String: Any]])
        #expect(provisions.compactMap { $0["bucket"] as? String } == ["notDue", "1-30", "31-60", "61-90", "over90"])
        let summary = try sandbox.vigie("summary").output.replacing("\u{202F}", with: " ").replacing(
            "\u{A0}", with: " ")
        #expect(summary.contains("| efficacité du recouvrement | 100 % |"))
        #expect(summary.contains("| provision pour pertes attendues | 100,00 € |"))
        let json = try sandbox.vigie("summary", "--format", "json").output
        #expect(json.contains("\"collectionEffectiveness\":1"))
    }

    @Test func `exposure that swings about the limit, and a limit that ends at midnight, tell once each`() throws {
        let sandbox = try run([("c.csv", IndicatorRunTests.limits)])
        var told = 0
        for (place, amount) in ["15 000,01", "0,02", "0,02"].enumerated() {
            let isPaid = place == 1
            try sandbox.drop(
                "\(place).csv",
                isPaid
                    ? "Date;Référence;Client;SIREN;Montant;Facture\n20/11/2026;V9;Lumen SARL;552100554;\(amount);G0\n"
                    : "Numéro;Date facture;Échéance;Client;SIREN;Montant TTC\n"
                        + "G\(place);10/11/2026;31/12/2026;Lumen SARL;552100554;\(amount)\n")
            _ = try sandbox.once()
            told = try sandbox.events("insured-limit-exceeded").count
            #expect(told == 1, "after \(amount)")
        }
        #expect(told == 1)
        #expect(try sandbox.events("insured-limit-near") == [])

        let ending = try run([
            ("a.csv", IndicatorRunTests.invoices),
            ("c.csv", IndicatorRunTests.limits.replacing(";01/01/2026;;", with: ";01/01/2026;23/11/2026;")),
        ])
        #expect(try ending.events("insured-limit-ending") == ["raised"])
        let before = try ending.alerts().count
        _ = try ending.once("2026-11-24")
        let after = try ending.alerts().dropFirst(before).compactMap { line in
            (line["rule"] as? String).map { "\($0) \(line["event"] as? String ?? "")" }
        }
        #expect(after.filter { $0.hasPrefix("insured-limit-ending") } == ["insured-limit-ending resolved"])
        #expect(after.filter { $0.hasPrefix("insured-limit-ended") } == ["insured-limit-ended raised"])
        #expect(!after.contains { $0.hasPrefix("uninsured") })
        _ = try ending.once("2026-11-24")
        #expect(try ending.alerts().count == before + after.count)
    }

    @Test func `a declaration dropped as a row leaves the overdue to be declared`() throws {
        let sandbox = try run([("a.csv", IndicatorRunTests.invoices), ("c.csv", IndicatorRunTests.limits)])
        #expect(try sandbox.events("declaration-due") == ["raised"])
        try sandbox.drop(
            "d.csv",
            "Événement;Date;Client;SIREN;Facture;Par\nDéclaration;23/11/2026;Lumen SARL;552100554;F1;C. Martin\n")
        #expect(try sandbox.once().status == 0)
        #expect(try sandbox.events("declaration-due") == ["raised", "resolved"])
        #expect(try sandbox.vigie("history", "lumen").output.contains("déclaration à l'assureur  F1"))
        let line = try #require(try sandbox.alerts().first { $0["rule"] as? String == "declaration-due" })
        let message = try #require(line["message"] as? String)
            .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
        #expect(
            message == "Lumen SARL : impayé assuré de 10 000,00 € à déclarer à Assureur A au plus tard le 30/11/2026 "
                + "(reste 7 jours) ; limite 15 000,00 €, indemnité en jeu 9 000,00 €. Factures : F1 (10 000,00 €, "
                + "échéance 01/09/2026).")
    }
}
