import Foundation
import Testing

/// `vigie backtest` and what a change of grade tells, through the built executable.
@Suite struct BacktestRunTests {
    /// Four customers over a year, one invoice a month: two pay early, one late, one stops paying in autumn.
    static let history: String = {
        var rows = ["numero;date;echeance;client;code_client;montant_ttc"]
        for month in 1...10 {
            for customer in 1...4 {
                let text = String(
                    format: "F%d-%02d;2025-%02d-05;2025-%02d-05;Client %d;C%d;1000,00", customer, month, month,
                    month + 1, customer, customer)
                rows.append(text)
            }
        }
        return rows.joined(separator: "\n") + "\n"
    }()

    static let payments: String = {
        var rows = ["date;reference;client;code_client;montant;facture"]
        for month in 1...10 {
            for customer in 1...4 where customer < 4 || month < 8 {
                let day = [1: "01", 2: "03", 3: "25", 4: "04"][customer] ?? "01"
                let text = String(
                    format: "2025-%02d-%@;P%d-%02d;Client %d;C%d;1000,00;F%d-%02d", month + 1, day, customer, month,
                    customer, customer, customer, month)
                rows.append(text)
            }
        }
        return rows.joined(separator: "\n") + "\n"
    }()

    private func files(in sandbox: Sandbox) throws -> [String] {
        let paths = ["factures.csv", "reglements.csv"].map { sandbox.home.appendingPathComponent($0) }
        try Data(BacktestRunTests.history.utf8).write(to: paths[0])
        try Data(BacktestRunTests.payments.utf8).write(to: paths[1])
        return paths.map(\.path)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `a history in files and the same history in the journal are judged alike`() throws {
        let sandbox = try Sandbox()
        let paths = try files(in: sandbox)
        let options = ["backtest", "--json", "--list", "--as-of", "2026-01-31", "--draws", "50"]
        let read = try sandbox.vigie(options + ["--data"] + paths, with: [:])
        #expect(read.status == 0, "\(read.errors)")
        try sandbox.drop("a.csv", BacktestRunTests.payments)
        try sandbox.drop("b.csv", BacktestRunTests.history)
        #expect(try sandbox.once("2026-02-15").status == 0)
        let before = sandbox.files(under: "portfolio")
        let own = try sandbox.vigie(options, with: [:])
        #expect(own.output == read.output)
        #expect(!own.output.isEmpty)
        #expect(sandbox.files(under: "portfolio") == before)
        let report = try object(read.output)
        let invoices = try #require(report["invoices"] as? [String: Any])
        // C3 is late ten times; C4's last three are not paid, by 31 January the last is 57 days late.
        #expect(invoices["judged"] as? Int == 40)
        #expect(invoices["late"] as? Int == 13)
        let areas = try #require(report["areaUnderCurve"] as? [String: Any])
        #expect(((areas["score"] as? [String: Any])?["value"] as? Double ?? 0) > 0.7)
        #expect(areas["seed"] as? Int == 20_261_123)
        let rules = try #require(report["rules"] as? [[String: Any]])
        let overdue = try #require(rules.first { $0["rule"] as? String == "grade-fell" })
        #expect(overdue["raised"] as? Int ?? 0 > 0)
        #expect((report["judgements"] as? [Any])?.count == 40)
    }

    @Test func `the report says in words what it found, in both languages, and lists on demand`() throws {
        let sandbox = try Sandbox()
        let paths = try files(in: sandbox)
        let options = ["backtest", "--as-of", "2026-01-31", "--draws", "20", "--late-days", "10"]
        let french = try sandbox.vigie(options + ["--data"] + paths, with: [:])
        #expect(french.status == 0, "\(french.errors)")
        let text = french.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        #expect(text.hasPrefix("Rejeu du 05/01/2025 au 31/01/2026\nFactures jugées : 40 (4 clients)"))
        #expect(text.contains("dont payées plus de 10 jours en retard : 13 (32,5 %)"))
        #expect(text.contains("retard moyen passé du client"))
        #expect(!text.contains("F1-01"))
        let company = sandbox.home.appendingPathComponent("rules/company.yaml")
        let rules = try String(contentsOf: company, encoding: .utf8)
        try Data(rules.replacing("language: fr ", with: "language: en ").utf8).write(to: company)
        let english = try sandbox.vigie(options + ["--list", "--data"] + paths, with: [:]).output
        #expect(english.contains("Invoices judged: 40 (4 customers), of which paid more than 10 days late: 13 (32.5%)"))
        #expect(english.contains("F1-01"))
        #expect(english.contains("days before") || english.contains("for nothing"))
    }

    @Test func `what cannot be judged is refused with a sentence and a status`() throws {
        let sandbox = try Sandbox()
        let nothing = try sandbox.vigie("backtest")
        #expect(nothing.status == 64)
        #expect(nothing.errors.contains("il n'y a rien à juger"))
        #expect(try sandbox.vigie("backtest", "--data", sandbox.home.path + "/none.csv").status == 64)
        #expect(try sandbox.vigie("backtest", "--rules", sandbox.home.path + "/inbox").status == 65)
        #expect(try sandbox.vigie("backtest", "--as-of", "yesterday").status == 64)
    }

    @Test func `a grade that falls is told once, with what moved, and a replay neither repeats nor forgets it`() throws
    {
        let sandbox = try Sandbox()
        let head = "numero;date;echeance;client;code_client;montant_ttc\n"
        let early = head + "F1;2026-06-01;2026-07-01;Lumen;C1;1000,00\nF2;2026-07-01;2026-08-01;Lumen;C1;1000,00\n"
        let paid =
            "date;reference;client;code_client;montant;facture\n"
            + "2026-06-20;P1;Lumen;C1;1000,00;F1\n2026-07-20;P2;Lumen;C1;1000,00;F2\n"
        try sandbox.drop("1.csv", early)
        try sandbox.drop("2.csv", paid)
        #expect(try sandbox.once("2026-09-01").status == 0)
        #expect(try sandbox.events("grade-fell") == [])
        #expect(try sandbox.events("grade-rose") == [])
        try sandbox.drop("3.csv", head + "F3;2026-09-01;2026-10-01;Lumen;C1;5000,00\n")
        #expect(try sandbox.once("2026-11-20").status == 0)
        #expect(try sandbox.once("2026-11-21").status == 0)
        #expect(try sandbox.events("grade-fell").first == "raised")
        #expect(try sandbox.events("grade-fell").filter { $0 == "raised" }.count == 1)
        let told = try #require(try sandbox.alerts().first { $0["rule"] as? String == "grade-fell" })
        let message = (told["message"] as? String ?? "").replacing("\u{A0}", with: " ")
        #expect(message.contains("(depuis le 01/09/2026)"))
        #expect(message.contains("retard attendu -"))
        #expect(message.contains(" points)"))
        let explained = try sandbox.vigie("explain", "lumen").output
        #expect(explained.contains("classe A le 01/09/2026") || explained.contains("classe B le 01/09/2026"))
        #expect(explained.contains("(au 01/09/2026)"))
        let (alerts, portfolio) = (sandbox.read("alerts/alerts.jsonl"), sandbox.read("portfolio/portfolio.json"))
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        #expect(try sandbox.once("2026-11-21").status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
        #expect(sandbox.read("alerts/alerts.jsonl") == alerts)
        #expect(portfolio.contains("\"asOf\":\"2026-09-01\""))
        #expect(try sandbox.vigie("explain", "lumen").output == explained)
    }
}
