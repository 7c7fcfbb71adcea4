import Foundation
import Testing

/// What a credit manager reads of insured limits and declarations, from one day to the next.
@Suite struct InsuranceRunTests {
    private static let head =
        "siren;client;assureur;police;limite_assuree;devise;debut;fin;statut;quotite;prorogation_max;delai_declaration\n"
    private static let invoices = "numero;date;echeance;client;siren;montant_ttc\n"

    private func limit(_ insurer: String, _ amount: String, _ from: String, _ status: String = "accordée") -> String {
        "552100554;Alpha SARL;\(insurer);P1;\(amount);EUR;\(from);;\(status);90;60;90\n"
    }

    private func told(_ sandbox: Sandbox, _ rule: String) throws -> [[String: Any]] {
        try sandbox.alerts().filter { $0["rule"] as? String == rule }
    }

    private func text(_ line: [String: Any], _ key: String = "message") -> String {
        (line[key] as? String ?? "").replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    @Test func `a first limit for less than was asked is told as a reduction of nothing`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "l.csv", InsuranceRunTests.head + limit("Coface", "40000", "2026-01-10", "accord partiel"))
        try sandbox.drop(
            "f.csv", InsuranceRunTests.invoices + "F1;2026-01-20;2026-02-16;Alpha SARL;552100554;15000,00\n")
        _ = try sandbox.once("2026-01-21")
        #expect(try sandbox.events("insured-limit-reduced").isEmpty)
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"insuredLimit\":40000.00"))
    }

    @Test func `each reduction is told once, and a restart from the journal tells none again`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("l1.csv", InsuranceRunTests.head + limit("Coface", "50000", "2026-01-01"))
        try sandbox.drop(
            "f.csv", InsuranceRunTests.invoices + "F1;2026-01-10;2026-12-10;Alpha SARL;552100554;1000,00\n")
        _ = try sandbox.once("2026-02-20")
        try sandbox.drop("l2.csv", InsuranceRunTests.head + limit("Coface", "40000", "2026-03-01", "réduite"))
        _ = try sandbox.once("2026-03-01")
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once("2026-03-02")
        #expect(try sandbox.events("insured-limit-reduced") == ["raised"])
        try sandbox.drop("l3.csv", InsuranceRunTests.head + limit("Coface", "10000", "2026-03-15", "réduite"))
        _ = try sandbox.once("2026-03-15")
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once("2026-03-16")
        #expect(try sandbox.events("insured-limit-reduced") == ["raised", "escalated"])
        let last = try #require(try told(sandbox, "insured-limit-reduced").last)
        #expect(
            text(last).hasPrefix(
                "Aggravation : Alpha SARL : Coface a réduit la limite assurée à 10 000,00 € depuis le 15/03/2026 (avant : "
                    + "40 000,00 €)"))
        #expect(text(last, "action").hasSuffix("pour appuyer un recours auprès de Coface."))
        #expect(last["previousSeverity"] == nil)
    }

    @Test func `the alert of a rule that is gone ends on the day it is gone, with what is owed then and by no file`()
        throws
    {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv", InsuranceRunTests.invoices + "F1;2026-01-10;2026-02-10;Alpha SARL;552100554;20000,00\n")
        _ = try sandbox.once("2026-02-20")
        try sandbox.drop(
            "p.csv", "date;reference;client;siren;montant;facture\n2026-02-24;V1;Alpha SARL;552100554;1000,00;F1\n")
        _ = try sandbox.once("2026-02-24")
        #expect(try sandbox.events("overdue-amount") == ["raised"])
        let path = sandbox.home.appendingPathComponent("rules/alerts.yaml")
        let rules = try String(contentsOf: path, encoding: .utf8)
        try Data(rules.replacing("- name: overdue-amount", with: "- name: late-amount").utf8).write(to: path)
        _ = try sandbox.once("2026-02-25")
        let last = try #require(try told(sandbox, "overdue-amount").last)
        #expect(last["event"] as? String == "resolved")
        #expect(last["asOf"] as? String == "2026-02-25")
        #expect((last["cause"] as? [String: Any])?["file"] as? String == "")
        #expect(last["amount"] as? Double == 19000)
        #expect(last["value"] == nil && last["threshold"] == nil && last["action"] == nil)
    }

    @Test func `cash that names nobody and pays a known invoice adds no customer`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv", InsuranceRunTests.invoices + "F1;2026-01-10;2026-02-10;Alpha SARL;552100554;20000,00\n")
        try sandbox.drop("p.csv", "date;reference;montant;facture\n2026-02-12;V1;5000,00;F1\n")
        _ = try sandbox.once("2026-02-20")
        let portfolio = sandbox.read("portfolio/portfolio.json")
        #expect(portfolio.contains("\"customers\":1,") && !portfolio.contains("unidentified"))
        #expect(!(try sandbox.vigie("summary").output.contains("identifié")))
        // Cash that names no invoice known here is somebody's, and is shown as such.
        try sandbox.drop("q.csv", "date;reference;montant;facture\n2026-02-13;V2;6000,00;ZZ-9999\n")
        _ = try sandbox.once("2026-02-20")
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"customers\":2,"))
        #expect(try sandbox.vigie("summary").output.contains("Payeur non identifié"))
        #expect(try sandbox.vigie("explain", "unidentified").output.hasPrefix("Payeur non identifié  (unidentified)"))
    }

    @Test func `amounts without a rate are shown in their own currency in the summary`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv",
            "numero;date;echeance;client;siren;montant_ttc;devise\n"
                + "F1;2026-02-01;2026-03-10;Alpha SARL;552100554;20000,00;USD\n"
                + "F2;2026-02-01;2026-03-10;Alpha SARL;552100554;1000,00;EUR\n")
        _ = try sandbox.once("2026-02-20")
        let summary = try sandbox.vigie("summary").output.replacing("\u{202F}", with: " ").replacing(
            "\u{A0}", with: " ")
        #expect(summary.contains("| Alpha SARL (incomplet) | 1 000,00 € + 20 000,00 USD |"))
        #expect(summary.contains("échéances estimées : 0"))
    }

    @Test func `what is left of an invoice once unreferenced cash is counted is nowhere`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv",
            InsuranceRunTests.invoices + "F1;2026-01-10;2026-02-10;Alpha SARL;552100554;1000,00\n"
                + "F2;2026-01-11;2026-02-11;Alpha SARL;552100554;500,00\n")
        try sandbox.drop(
            "p.csv",
            "date;reference;client;siren;montant;facture;type\n2026-02-12;V1;Alpha SARL;552100554;1200,00;;paiement\n"
                + "2026-02-13;V2;Alpha SARL;552100554;300,00;F2;paiement\n"
                + "2026-02-15;V2;Alpha SARL;552100554;300,00;F2;rejet\n")
        _ = try sandbox.once("2026-02-20")
        let text = try sandbox.vigie("explain", "Alpha").output.replacing("\u{202F}", with: " ").replacing(
            "\u{A0}", with: " ")
        #expect(text.contains("Postes ouverts\n  F2  11/01/2026  échéance 11/02/2026  300,00 € / 500,00 €"))
        #expect(text.contains("(500,00 € avant la vue)"))
        #expect(text.contains("Soldés par des règlements non désignés (vue)\n  F1"))
        #expect(text.contains("V2  300,00 €  rejeté le 15/02/2026"))
    }
}
