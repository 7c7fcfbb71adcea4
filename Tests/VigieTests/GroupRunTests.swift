import Foundation
import Testing

/// Groups, currencies and other payers, as a user meets them.
@Suite struct GroupRunTests {
    static let invoices = """
        numero;date;echeance;client;siren;montant_ttc;devise
        L1;2026-11-01;2026-12-15;Alpha SAS;552100554;25000,00;EUR
        L2;2026-11-01;2026-11-10;Beta SARL;732829320;27057,50;USD

        """
    static let rates = """
        Date,USD,JPY,BGN,RUB,
        2026-11-20,1.0823,164.35,1.9558,N/A,
        2026-11-19,1.0750,163.90,1.9558,N/A,

        """
    static let customers = """
        code;nom;siren;parent
        A;Alpha SAS;552100554;Hold SA
        B;Beta SARL;732829320;H
        H;Hold SA;;

        """
    static let limit = """
        client;assureur;limite_assuree;devise;debut;groupe
        Hold SA;Assureur A;50000;EUR;2026-01-01;oui

        """

    static let files = [
        ("factures.csv", invoices), ("eurofxref-hist.csv", rates), ("clients.csv", customers), ("limites.csv", limit),
    ]

    private func home(_ files: [(String, String)], together: Bool = false) throws -> Sandbox {
        let sandbox = try Sandbox()
        for (name, text) in files {
            try sandbox.drop(name, text)
            if !together { #expect(try sandbox.once().status == 0) }
        }
        #expect(try sandbox.once().status == 0)
        return sandbox
    }

    @Test func `a group is judged as one, its dollars at the day's rate, and the alert names its companies`() throws {
        let sandbox = try home(GroupRunTests.files)
        // 25,000.00 + 27,057.50 / 1.0823 = 50,000.00: at the limit, not beyond it.
        #expect(try sandbox.events("group-limit-near") == ["raised"])
        #expect(try sandbox.events("group-limit-exceeded") == [])
        try sandbox.drop(
            "plus.csv", "numero;date;echeance;client;siren;montant_ttc\nL3;2026-11-02;2026-12-15;Alpha;552100554;0,01\n"
        )
        _ = try sandbox.once()
        let line = try #require(try sandbox.alerts().first { $0["rule"] as? String == "group-limit-exceeded" })
        let message = try #require(line["message"] as? String).replacing("\u{202F}", with: " ").replacing(
            "\u{A0}", with: " ")
        #expect(
            message
                == "Groupe Hold SA : l'encours de 50 000,01 € dépasse la limite assurée du groupe, 50 000,00 €, de 0,01 €. Sociétés : Alpha SAS (25 000,01 €), Beta SARL (25 000,00 €), Hold SA (0,00 €)."
        )
        #expect((line["customer"] as? [String: Any])?["name"] as? String == "Hold SA")
        #expect(try sandbox.events("group-limit-near") == ["raised", "resolved"])
        let cause = try #require(line["cause"] as? [String: Any])
        #expect(cause["file"] as? String == "plus.csv")
    }

    @Test func `the order of invoices, rates, parents and limits does not show in the portfolio`() throws {
        let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]]
        var seen: Set<String> = []
        for (run, order) in orders.enumerated() {
            let sandbox = try home(order.map { GroupRunTests.files[$0] }, together: run == 3)
            // What each alert has been through is told as it was; all else is a function of documents and day.
            seen.insert(sandbox.read("portfolio/portfolio.json").replacing(/"alerts":\[[^\]]*\]/, with: ""))
        }
        #expect(seen.count == 1)
        let portfolio = try #require(seen.first)
        #expect(
            portfolio.contains(
                "\"groups\":[{\"key\":\"code:H\",\"name\":\"Hold SA\",\"currency\":\"EUR\",\"exposure\":50000.00"))
        // The group's limit of 50,000.00 covers all of it at 90 %, once for both companies.
        #expect(portfolio.contains("\"uninsuredExposure\":5000.00"))
        #expect(portfolio.contains("\"rates\":[{\"currency\":\"USD\",\"perEuro\":1.0823,\"date\":\"2026-11-20\"}]"))
        #expect(portfolio.contains("\"open\":27057.50,\"residual\":27057.50,\"openConverted\":25000.00"))
    }

    @Test func `a deleted portfolio comes back byte for byte, with groups, rates and inferred payers`() throws {
        let cash =
            "date;reference;payeur;iban;montant;facture\n2026-11-12;V1;Payeur Tiers;FR7630006000011234567890189;100,00;L1\n2026-11-13;V2;Payeur Tiers;FR7630006000011234567890189;50,00;\n"
        let sandbox = try home(GroupRunTests.files + [("banque.csv", cash)])
        let portfolio = sandbox.read("portfolio/portfolio.json")
        let alerts = sandbox.read("alerts/alerts.jsonl")
        #expect(portfolio.contains("\"unallocated\":50.00,\"placedBy\":\"account\""))
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once()
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
        #expect(sandbox.read("alerts/alerts.jsonl") == alerts)
    }

    @Test func `what a figure rests on can be read: group, rate, and whose cash it is`() throws {
        let cash =
            "date;reference;payeur;iban;montant;facture\n2026-11-12;V1;Payeur Tiers;FR7630006000011234567890189;100,00;L1\n2026-11-13;V2;Payeur Tiers;FR7630006000011234567890189;50,00;\n"
        let sandbox = try home(GroupRunTests.files + [("banque.csv", cash)])
        func plain(_ text: String) -> String { text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ") }
        let alpha = plain(try sandbox.vigie("explain", "552100554").output)
        #expect(
            alpha.contains(
                "Groupe Hold SA  (code:H) : encours 49 850,00 €, échu 25 000,00 €, limite assurée 50 000,00 €"))
        #expect(alpha.contains("  Hold SA  0,00 €  (tête)"))
        let hold = plain(try sandbox.vigie("history", "H").output)
        #expect(hold.contains("décision d'assurance  Assureur A  accordée 50 000,00 €, pour le groupe"), "\(hold)")
        #expect(alpha.contains("part de la limite du groupe : "))
        #expect(alpha.contains("déduit : ce compte (FR7630006000011234567890189) a réglé des factures de ce client"))
        let beta = plain(try sandbox.vigie("explain", "732829320").output)
        #expect(beta.contains("  1 EUR = 1,0823 USD (BCE, 20/11/2026)"))
        #expect(beta.contains("27 057,50 USD / 27 057,50 USD (= 25 000,00 €)"))
        // What the group's limit covers is not at risk: only Beta's overdue is.
        let rows = try sandbox.vigie("summary", "--format", "json").output
        #expect(rows.contains(/"name":"Alpha SAS"[^{}]*"atRisk":0\.00/), "\(rows)")
        let summary = plain(try sandbox.vigie("summary").output)
        #expect(summary.contains("| Hold SA | 3 | 49 850,00 € | 25 000,00 € | 50 000,00 € | — |"))
        #expect(summary.contains("- 1 EUR = 1,0823 USD (BCE, 20/11/2026)"))
    }

    @Test func `an old rate is said to be old, and its amounts leave the figures`() throws {
        let sandbox = try home(GroupRunTests.files)
        #expect(try sandbox.events("other-currency") == ["raised", "resolved"])
        _ = try sandbox.once("2026-12-01")
        #expect(try sandbox.events("other-currency") == ["raised", "resolved", "raised"])
        let beta = try sandbox.vigie("explain", "732829320").output.replacing("\u{A0}", with: " ")
        #expect(
            beta.contains("! USD : dernier cours du 20/11/2026, plus de 10 jours ; montants non convertis"), "\(beta)")
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"incomplete\":true"))
        try sandbox.drop("eurofxref.csv", "Date, USD, JPY, \n1 December 2026, 1.0750, 163.9, \n")
        _ = try sandbox.once("2026-12-01")
        #expect(try sandbox.events("other-currency") == ["raised", "resolved", "raised", "resolved"])
    }

    @Test func `a second rate of a day is refused with its reason, and counted as a conflict`() throws {
        let sandbox = try home(GroupRunTests.files)
        try sandbox.drop("faux.csv", "Date,USD,\n2026-11-20,1.2000,\n")
        _ = try sandbox.once()
        let reason = try #require(sandbox.files(under: "rejected").first { $0.hasSuffix("reason.json") })
        #expect(sandbox.read("rejected/" + reason).contains("contredit 1.0823"))
        #expect(try sandbox.events("data-conflicts") == ["raised"])
    }

    @Test func `parents in a circle and a code of two companies are alerted`() throws {
        let sandbox = try home([
            ("a.csv", "code;nom;siren;parent\nA;Alpha SAS;552100554;B\nB;Beta SARL;732829320;A\n"),
            (
                "b.csv",
                "numero;date;echeance;client;code_client;siren;montant_ttc\nF1;2026-11-01;2026-12-01;Gamma;C9;356000000;10,00\nF2;2026-11-01;2026-12-01;Delta;C9;775665019;10,00\nF3;2026-11-01;2026-12-01;;C9;;10,00\n"
            ),
        ])
        let names = try sandbox.alerts().filter { $0["rule"] as? String == "identity-conflict" }
            .compactMap { ($0["customer"] as? [String: Any])?["key"] as? String }
        #expect(Set(names).isSuperset(of: ["siren:552100554", "siren:732829320", "code:C9"]))
        let alpha = try sandbox.vigie("explain", "552100554").output
        #expect(alpha.contains("Les sociétés mères tournent en rond : siren:552100554 → siren:732829320."))
        let nobody = try sandbox.vigie("explain", "code:C9").output
        #expect(nobody.contains("Le code client C9 désigne plusieurs sociétés : siren:356000000, siren:775665019."))
    }
}
