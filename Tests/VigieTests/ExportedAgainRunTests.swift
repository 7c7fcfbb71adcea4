import Foundation
import Testing

/// What packages export day after day, and what lies in the inbox when a day begins.
@Suite struct ExportedAgainRunTests {
    private func once(_ sandbox: Sandbox, _ day: String) throws { #expect(try sandbox.once(day).status == 0) }

    private func customer(_ sandbox: Sandbox) throws -> [String: Any] {
        let text = sandbox.read("portfolio/portfolio.json")
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require((json?["customers"] as? [[String: Any]])?.first)
    }

    private func indicator(_ name: String, _ sandbox: Sandbox) throws -> Double? {
        (try customer(sandbox)["indicators"] as? [String: Any])?[name] as? Double
    }

    @Test func `a customer's limit or terms stay what the first export said`() throws {
        let sandbox = try Sandbox()
        let limits = [80000, 50000, 100000, 80000, 10000]
        for (place, limit) in limits.enumerated() {
            try sandbox.drop(
                "c.csv",
                "code;nom;delai_paiement;limite_interne\nC1;Alpha;\(30 + place) jours;\(limit)\nC2;Beta;;\(place)\n")
            if place == 0 { try sandbox.drop("f.csv", "numero;date;code_client;montant_ttc\nF1;2026-11-02;C1;60000\n") }
            try once(sandbox, "2026-11-2\(place)")
            #expect(try indicator("internalLimit", sandbox) == Double(limit))
        }
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        #expect(try sandbox.vigie("alerts").output.contains("dépasse la limite interne de 10"))
    }

    @Test func `a raised limit in an insurer's undated list is never seen`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("f.csv", "numero;date;echeance;code_client;montant_ttc\nF1;2026-11-02;2027-01-02;C1;60000\n")
        for (place, limit) in [80000, 50000, 90000].enumerated() {
            try sandbox.drop("l.csv", "code_client;assureur;limite_assuree\nC1;Coface;\(limit)\n")
            try once(sandbox, "2026-11-2\(place)")
            #expect(try indicator("insuredLimit", sandbox) == Double(limit))
        }
        #expect(try sandbox.events("insured-limit-exceeded") == ["raised", "resolved"])
    }

    @Test func `a list of receipts without references counts each of them once a week`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv",
            "numero;date;echeance;client;montant_ttc\nA1;2026-01-02;2026-02-12;Alpha;4000\nA2;2026-01-02;2026-02-12;Alpha;7500\n"
        )
        var list = "Date;Client;Facture;Montant;Mode\n"
        for (day, row) in [
            ("2026-02-10", "10/02/2026;Alpha;A1;2000;VIR\n"), ("2026-02-17", "10/02/2026;Alpha;A1;2000;VIR\n"),
        ] {
            list += row
            try sandbox.drop("p.csv", list)
            try once(sandbox, day)
        }
        // Two equal rows of one list are two payments; the list dropped again adds none.
        #expect(try indicator("exposure", sandbox) == 7500)
        try sandbox.drop("p.csv", list + "\n")
        try once(sandbox, "2026-02-18")
        #expect(try indicator("exposure", sandbox) == 7500)
    }

    @Test func `a payment that lies in the inbox is missed by the alerts of the new day`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "l.csv",
            "code_client;assureur;limite_assuree;debut;quotite;prorogation_max;delai_declaration\nC1;Coface;50000;2025-01-01;90;60;90\n"
        )
        try sandbox.drop("f.csv", "numero;date;echeance;code_client;montant_ttc\nF1;2026-01-20;2026-02-19;C1;30000\n")
        try once(sandbox, "2026-05-19")
        #expect(try sandbox.events("declaration-due") == ["raised"])
        try sandbox.drop("p.csv", "date;reference;code_client;montant;facture\n2026-05-19;V1;C1;30000;F1\n")
        try once(sandbox, "2026-05-21")
        #expect(try sandbox.events("declaration-missed") == [])
        #expect(try sandbox.events("overdue-age") == ["raised", "resolved"])
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        try once(sandbox, "2026-05-21")
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
    }

    @Test func `the later of two decisions of one day does not count, or a slip hits somebody else's invoice`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv",
            "numero;date;echeance;code_client;client;montant_ttc\nF1;2026-11-02;2027-01-02;C1;Alpha;60000\nF2;2026-11-02;2027-01-02;C2;Beta;5000\n"
        )
        try once(sandbox, "2026-11-23")
        func record(_ hour: Int, _ arguments: String...) throws -> Sandbox.Run {
            let now = "2026-11-23T\(hour):00:00+01:00"
            return try sandbox.vigie(["record"] + arguments, with: ["VIGIE_NOW": now])
        }
        for (hour, limit) in [(10, "50000"), (11, "100000"), (12, "9000")] {
            #expect(try record(hour, "decision", "C1", "--amount", limit, "--by", "A", "--second", "B").status == 0)
            #expect(try indicator("internalLimit", sandbox) == Double(limit))
        }
        for (hour, kind, open) in [(13, "dispute", 60000.0), (14, "dispute-closed", 0), (15, "dispute", 60000)] {
            #expect(try record(hour, kind, "C1", "--invoice", "F1").status == 0)
            #expect(try indicator("disputedAmount", sandbox) == open)
        }
        let slip = try record(16, "write-off", "C1", "--invoice", "F2")
        #expect(slip.status == 1)
        #expect((slip.output + slip.errors).contains("La facture F2 est celle de Beta, pas celle de"), "\(slip)")
    }
}
