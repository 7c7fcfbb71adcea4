import Foundation
import Testing

/// What people did, promised and decided, dropped as tables.
@Suite struct EventRunTests {
    static let invoices = """
        Numéro;Date facture;Échéance;Client;SIREN;Montant TTC
        F1;01/09/2026;01/10/2026;Lumen SARL;552100554;5 000,00
        F2;15/09/2026;15/10/2026;Lumen SARL;552100554;3 000,00

        """
    static let actions = """
        Événement;Date;Client;SIREN;Facture;Montant;Pour le;Précision;Par
        promesse;20/10/2026;Lumen SARL;552100554;F1;;31/10/2026;;C. Martin
        litige;20/10/2026;;;F2;1 000,00;;;
        procédure collective;20/11/2026;Lumen SARL;552100554;;;;redressement judiciaire;
        promesse;20/10/2026;Lumen SARL;552100554;F1;;;;C. Martin

        """
    static let cash = "Date;Référence;Client;SIREN;Montant;Facture\n05/10/2026;V1;Lumen SARL;552100554;2 000,00;F1\n"

    private func run(_ files: [(String, String)]) throws -> Sandbox {
        let sandbox = try Sandbox()
        for (name, text) in files {
            try sandbox.drop(name, text)
            #expect(try sandbox.once().status == 0)
        }
        return sandbox
    }

    @Test func `a broken promise is claimed once a procedure is open, or a bad row is not kept to be mended`() throws {
        let sandbox = try run([
            ("a.csv", EventRunTests.invoices), ("b.csv", EventRunTests.cash), ("c.csv", EventRunTests.actions),
        ])
        #expect(try sandbox.events("insolvency-event") == ["raised"])
        #expect(try sandbox.events("broken-promise") == [])
        let rejected = sandbox.files(under: "rejected")
        #expect(rejected.contains { $0.hasSuffix("c.csv.rows.csv") })
        let reason = try #require(rejected.first { $0.hasSuffix("reason.json") })
        #expect(sandbox.read("rejected/" + reason).contains("La promesse ne dit pas pour quel jour."))
    }

    @Test func `the order events and invoices arrive in changes a customer`() throws {
        let files = [
            ("a.csv", EventRunTests.invoices), ("b.csv", EventRunTests.cash), ("c.csv", EventRunTests.actions),
        ]
        let one = try run(files).vigie("history", "lumen", "--json").output
        let other = try run(files.reversed())
        #expect(!one.isEmpty)
        // The alerts told on the way differ: what was known then differed.
        let kept = try [one, other.vigie("history", "lumen", "--json").output].map { text in
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let history = try #require(object?["history"] as? [[String: Any]])
            return history.filter { $0["kind"] as? String != "alert" }.map { "\($0.sorted { $0.key < $1.key })" }
        }
        #expect(kept[0] == kept[1])
    }

    @Test func `the history of a customer can be followed with a pencil`() throws {
        let sandbox = try run([
            ("a.csv", EventRunTests.invoices), ("b.csv", EventRunTests.cash), ("c.csv", EventRunTests.actions),
        ])
        let text = try sandbox.vigie("history", "552100554").output
        let space = "\u{202F}"
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "Lumen SARL  (siren:552100554)")
        #expect(lines[1] == "jamais vérifié")
        let story = lines.dropFirst(2).filter { !$0.contains("alerte") }.map {
            $0.replacing(space, with: " ").replacing("\u{A0}", with: " ")
        }
        #expect(
            story == [
                "01/09/2026  facture  F1  +5 000,00 €  solde 5 000,00 €  échéance 01/10/2026  [a.csv:2]",
                "15/09/2026  facture  F2  +3 000,00 €  solde 8 000,00 €  échéance 15/10/2026  [a.csv:3]",
                "05/10/2026  règlement  V1  -2 000,00 €  solde 6 000,00 €  → F1 2 000,00 €  [b.csv:2]",
                "20/10/2026  litige  F2  1 000,00 €  [c.csv:3]",
                "20/10/2026  promesse de règlement  F1  pour le 31/10/2026 par C. Martin  [c.csv:2]",
                "20/11/2026  procédure collective  redressement judiciaire  [c.csv:4]",
            ])
        #expect(lines.contains { $0.contains("alerte critique déclenchée  insolvency-event") })
        #expect(try sandbox.vigie("history", "nobody").status == 1)
    }
}
