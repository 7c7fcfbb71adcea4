import Foundation
import Testing

/// Years of settled invoices, in a home that folds after a month and in one that never does.
@Suite struct FoldingRunTests {
    private static let invoices =
        "numero;date;echeance;client;siren;montant_ttc\n"
        + (1...60).map { number in
            let month = 1 + number % 12
            let client = ["Alpha;552100554", "Beta;732829320", "Gamma;356000000"][number % 3]
            return
                "F\(number);202\(2 + number % 4)-\(month < 10 ? "0" : "")\(month)-05;2026-01-15;\(client);\(100 + number),00\n"
        }.joined()

    private static let payments =
        "date;reference;client;siren;montant;facture\n"
        + (1...50).map { number in
            let client = ["Alpha;552100554", "Beta;732829320", "Gamma;356000000"][number % 3]
            return "2026-0\(1 + number % 3)-20;P\(number);\(client);\(100 + number),00;F\(number)\n"
        }.joined()

    /// What may still come of them: again, in another amount, returned, credited, disputed, paid by its text.
    private static let late = [
        ("again.csv", invoices), ("cash-again.csv", payments),
        ("other.csv", "numero;date;client;siren;montant_ttc\nF3;2025-04-05;Alpha;552100554;999,00\n"),
        (
            "return.csv",
            "date;reference;client;siren;montant;facture;type\n2026-11-20;P6;Alpha;552100554;106,00;F6;retour\n"
        ),
        (
            "credit.csv",
            "numero;date;client;siren;montant_ttc;type;origine\nA1;2026-11-20;Beta;732829320;50,00;avoir;F55\n"
        ),
        ("actions.csv", "date;evenement;client;siren;facture;montant\n2026-11-21;litige;Alpha;552100554;F57;20,00\n"),
        ("rest.csv", "date;reference;client;siren;montant;facture\n2026-11-21;P99;Gamma;356000000;153,00;F53\n"),
    ]

    private func home(foldAfter months: Int) throws -> Sandbox {
        let sandbox = try Sandbox()
        let rules = sandbox.home.appendingPathComponent("rules/company.yaml")
        let text = try String(contentsOf: rules, encoding: .utf8)
        let changed = text.replacing("foldAfterMonths: 36", with: "foldAfterMonths: \(months)")
        #expect(months == 36 || changed != text)
        try Data(changed.utf8).write(to: rules)
        try sandbox.drop("factures.csv", FoldingRunTests.invoices)
        try sandbox.drop("banque.csv", FoldingRunTests.payments)
        #expect(try sandbox.once("2026-11-20").status == 0)
        return sandbox
    }

    @Test func `what comes late for a folded invoice is judged, booked and refused as if it had never been folded`()
        throws
    {
        let folding = try home(foldAfter: 1)
        let plain = try home(foldAfter: 1000)
        for (number, (name, text)) in FoldingRunTests.late.enumerated() {
            for sandbox in [folding, plain] {
                try sandbox.drop(name, text)
                #expect(try sandbox.once("2026-11-\(21 + number / 2)").status == 0)
            }
            let portfolio = folding.read("portfolio/portfolio.json")
            #expect(portfolio == plain.read("portfolio/portfolio.json"), "\(name)")
            let told = [folding, plain].map { $0.read("alerts/alerts.jsonl").replacing(/"at":"[^"]*"/, with: "") }
            #expect(told[0] == told[1], "\(name)")
        }
        // The returned payment is owed again, the dispute stands, and the conflict names the first file and row.
        let alpha = try folding.vigie("explain", "552100554", "--json").output
        #expect(alpha.contains("\"number\":\"F6\"") && alpha.contains("\"disputed\":20.00"))
        let reason = folding.files(under: "rejected").first { $0.hasSuffix(".reason.json") }
        #expect(folding.read("rejected/" + (reason ?? "")).contains("factures.csv:4"))
    }

    @Test func `the portfolio of folded years comes back byte for byte, and the journal proves it`() throws {
        let sandbox = try home(foldAfter: 1)
        for (name, text) in FoldingRunTests.late { try sandbox.drop(name, text) }
        #expect(try sandbox.once("2026-11-24").status == 0)
        let portfolio = sandbox.read("portfolio/portfolio.json")
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once("2026-11-24")
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
        let check = try sandbox.vigie("rebuild", "--check")
        #expect(check.status == 0, "\(check.output) \(check.errors)")
    }
}
