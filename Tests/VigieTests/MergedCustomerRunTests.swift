import Foundation
import Testing

/// Customers whose key changes while alerts fire: a SIREN is learned, or two turn out to be one.
@Suite struct MergedCustomerRunTests {
    private static let invoice = "numero;date;echeance;client;code_client;montant_ttc\n"

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "a.csv", MergedCustomerRunTests.invoice + "F1;2026-01-05;2026-02-10;Morel SAS;C1;30000,00\n")
        try once(sandbox, "2026-02-15")
        return sandbox
    }

    private func once(_ sandbox: Sandbox, _ day: String) throws { #expect(try sandbox.once(day).status == 0) }

    /// The last event of each alert.
    private func last(_ sandbox: Sandbox) throws -> [String: String] {
        var last: [String: String] = [:]
        for line in try sandbox.alerts() { last[line["alert"] as? String ?? ""] = line["event"] as? String }
        return last
    }

    @Test func `what fires is gone from the lists after a start, once the customer's SIREN is learned`() throws {
        let sandbox = try sandbox()
        let firing = try sandbox.vigie("alerts").output
        #expect(firing.contains("F1") && firing.contains("sans aucune limite"))
        try sandbox.drop("c.csv", "code;nom;siren\nC1;Morel SAS;346343767\n")
        try once(sandbox, "2026-02-16")
        try once(sandbox, "2026-02-16")
        let after = try sandbox.vigie("alerts").output
        #expect(after.contains("sans aucune limite") && after.contains("échus et impayés"), "\(after)")
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        let alert = try #require(
            try sandbox.alerts().first { $0["rule"] as? String == "uninsured" }?["alert"] as? String)
        #expect(try sandbox.vigie("alerts", "ack", alert, "--by", "CM").status == 0)
    }

    @Test func `of two customers that become one, alerts of the second never end for whoever follows them`() throws {
        let sandbox = try sandbox()
        try sandbox.drop(
            "b.csv", MergedCustomerRunTests.invoice + "F2;2026-01-05;2026-02-10;Morel Ouest;C2;40000,00\n")
        try once(sandbox, "2026-02-15")
        try sandbox.drop("c.csv", "code;nom;siren\nC1;Morel SAS;346343767\nC2;Morel SAS;346343767\n")
        try once(sandbox, "2026-02-15")
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        #expect(sandbox.read("alerts/alerts.jsonl").contains("deux clients n'en font plus qu'un"))
        try sandbox.drop(
            "p.csv",
            "date;reference;code_client;montant;facture\n2026-02-16;V1;C1;30000,00;F1\n2026-02-16;V2;C2;40000,00;F2\n")
        try once(sandbox, "2026-02-16")
        #expect(try last(sandbox).values.filter { $0 != "resolved" } == [])
        let ids = try sandbox.alerts().compactMap { $0["id"] as? String }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `a reduction that was told is told again once the SIREN is learned`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "l.csv",
            "client;code_client;limite_assuree;debut\nMorel SAS;C1;50000,00;2025-10-01\nMorel SAS;C1;20000,00;2026-01-10\n"
        )
        try sandbox.drop(
            "a.csv", MergedCustomerRunTests.invoice + "F1;2026-01-05;2026-04-10;Morel SAS;C1;5000,00\n")
        for day in ["2026-01-10", "2026-03-12", "2026-03-13"] { try once(sandbox, day) }
        #expect(try sandbox.events("insured-limit-reduced") == ["raised", "resolved"])
        try sandbox.drop("c.csv", "code;nom;siren\nC1;Morel SAS;346343767\n")
        try once(sandbox, "2026-03-20")
        #expect(try sandbox.events("insured-limit-reduced") == ["raised", "resolved"])
    }
}
