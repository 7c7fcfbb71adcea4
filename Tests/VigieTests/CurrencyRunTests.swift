import Foundation
import Testing

/// Companies that count in a currency without decimals, or with three.
@Suite struct CurrencyRunTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let currency: String
        /// As a row writes it, as JSON has it, and as people read it.
        let written: String
        let exact: String
        let shown: String
        var testDescription: String { currency }
    }

    private static let cases = [
        Case(currency: "JPY", written: "22345678", exact: "22345678", shown: "22 345 678 JPY"),
        Case(currency: "TND", written: "2234567,891", exact: "2234567.891", shown: "2 234 567,891 TND"),
        Case(currency: "HUF", written: "2234567,89", exact: "2234567.89", shown: "2 234 567,89 HUF"),
    ]

    @Test("an amount loses or gains decimals between the row and what programs and people read", arguments: cases)
    func exact(_ example: Case) throws {
        let sandbox = try Sandbox()
        let rules = sandbox.home.appendingPathComponent("rules/company.yaml")
        let text = try String(contentsOf: rules, encoding: .utf8)
        let changed = text.replacing("currency: EUR", with: "currency: \(example.currency)")
        #expect(changed != text)
        try Data(changed.utf8).write(to: rules)
        let file =
            "numero;date;echeance;client;code_client;montant_ttc\nF1;2026-08-01;2026-08-10;Alpha;C1;\(example.written)\n"
        try sandbox.drop("f.csv", file)
        let read = try sandbox.vigie("read", "--json", sandbox.home.path + "/inbox/f.csv").output
        #expect(read.contains("\"payable\":\(example.exact),"), "\(read)")
        _ = try sandbox.once()
        let portfolio = sandbox.read("portfolio/portfolio.json")
        #expect(
            portfolio.contains("\"exposure\":\(example.exact),") && portfolio.contains("\"open\":\(example.exact),"))
        #expect(sandbox.read("alerts/vigie.prom").contains("\"\(example.currency)\"} \(example.exact)\n"))
        let alert = try #require(
            sandbox.read("alerts/alerts.jsonl").split(separator: "\n").first { $0.contains("\"overdue-amount\"") })
        #expect(alert.contains("\"amount\":\(example.exact),"))
        let plain = alert.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
        #expect(plain.contains("\(example.shown) échus"), "\(plain)")
        // The journal gives the same back, to the unit.
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once()
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
    }
}
