import Foundation
import Testing

/// An aged balance dropped into the inbox: compared with the portfolio, told to people, never booked.
@Suite struct BalanceRunTests {
    private static let invoices = """
        numero;date;echeance;client;code_client;montant_ttc
        F1;2026-10-01;2026-11-01;Brel SA;C1;1200,00
        F2;2026-10-05;2026-11-05;Lumen SARL;C2;60,00

        """

    private static func balance(_ brel: String) -> String {
        """
        Code;Nom;Total;Non échu;0-30
        C1;Brel SA;\(brel);0,00;\(brel)
        C2;Lumen SARL;60,00;0,00;60,00

        """
    }

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("factures.csv", BalanceRunTests.invoices)
        _ = try sandbox.once()
        return sandbox
    }

    @Test func `a difference is in the reason, in an alert and in the metrics, and changes no amount`() throws {
        let sandbox = try sandbox()
        let before = sandbox.read("portfolio/portfolio.json")
        try sandbox.drop("balance-agee-2026-11-23.csv", BalanceRunTests.balance("1300,00"))
        let run = try sandbox.once()
        #expect(run.status == 0)
        let reasons = sandbox.files(under: "rejected").filter { $0.hasSuffix(".reason.json") }
        try #require(reasons.count == 1)
        let reason = sandbox.read("rejected/" + reasons[0])
        #expect(
            reason.contains(
                "Balance âgée rapprochée : 1 client(s) en écart, 100.00 EUR au total (balance moins portefeuille)."))
        #expect(
            reason.contains(
                "Brel SA : la balance indique 1300.00 EUR, le portefeuille 1200.00 EUR, écart 100.00 EUR."))
        #expect(try sandbox.events("balance-differs") == ["raised"])
        #expect(sandbox.read("alerts/vigie.prom").contains("vigie_balance_differences 1\n"))
        // What it found is a figure of its own; every other stays.
        let after = sandbox.read("portfolio/portfolio.json")
        #expect(after.contains("\"balanceDifferences\":1,"))
        #expect(after.replacing("\"balanceDifferences\":1,", with: "") == before)
        #expect(sandbox.files(under: "processed").count == 2)
    }

    @Test func `a balance that agrees ends the alert of one that did not`() throws {
        let sandbox = try sandbox()
        try sandbox.drop("balance-agee-2026-11-23.csv", BalanceRunTests.balance("1300,00"))
        _ = try sandbox.once()
        try sandbox.drop("balance-agee-2026-11-24.csv", BalanceRunTests.balance("1200,00"))
        _ = try sandbox.once("2026-11-24")
        #expect(try sandbox.events("balance-differs") == ["raised", "resolved"])
        // After a restart from the journal alone, nothing is told again.
        try FileManager.default.removeItem(at: sandbox.home.appendingPathComponent("portfolio/portfolio.json"))
        _ = try sandbox.once("2026-11-24")
        #expect(try sandbox.events("balance-differs") == ["raised", "resolved"])
    }

    @Test func `check says what a balance would tell, and writes nothing`() throws {
        let sandbox = try sandbox()
        let path = sandbox.home.appendingPathComponent("balance-agee-2026-11-23.csv")
        try Data(
            BalanceRunTests.balance("1300,00").replacing("Lumen SARL", with: "Inconnu").replacing("C2", with: "C9").utf8
        )
        .write(to: path)
        let check = try sandbox.vigie("check", path.path)
        #expect(
            check.output.contains(
                "Brel SA : la balance indique 1300.00 EUR, le portefeuille 1200.00 EUR, écart 100.00 EUR."))
        #expect(
            check.output.contains(
                "Inconnu : la balance indique 60.00 EUR, aucun document du portefeuille ne nomme ce client."))
        #expect(try sandbox.vigie("read", path.path).output.contains("balance âgée balance-agee 2026-11-23: 2"))
        #expect(sandbox.files(under: "rejected").isEmpty)
    }
}
