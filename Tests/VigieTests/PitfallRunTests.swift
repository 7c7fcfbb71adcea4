import Foundation
import Testing

/// Every pitfall of the trade, dropped as CSV into a home of the built executable: what each customer then owes.
@Suite struct PitfallRunTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// Contents of the files, in the order they are dropped; the reverse order must give the same.
        let files: [String]
        /// One text a customer: key, exposure, open items with their due dates, free credits.
        let expected: [String]
        /// A change to company.yaml.
        var rule: (old: String, new: String)?
        var asOf = "2026-11-23"
        var testDescription: String { name }
    }

    static func invoices(_ rows: String...) -> String {
        "numero;date;echeance;client;siren;code_client;montant_ttc;devise;type;origine\n"
            + rows.map { $0 + "\n" }.joined()
    }

    static func payments(_ rows: String...) -> String {
        "date;reference;client;siren;code_client;montant;devise;facture;type\n" + rows.map { $0 + "\n" }.joined()
    }

    static func events(_ rows: String...) -> String {
        "evenement;date;client;code_client;facture;montant;pour le\n" + rows.map { $0 + "\n" }.joined()
    }

    static let f1 = "F1;2026-10-01;2026-10-31;Alpha;;C1;1000,00;EUR;facture;"

    static let cases: [Case] = [
        Case(
            name: "a credit note larger than its invoice leaves a credit",
            files: [invoices(f1, "AV1;2026-10-05;;Alpha;;C1;1500,00;EUR;avoir;F1")],
            expected: ["code:C1 -500.00 free AV1 500.00"]),
        Case(
            name: "a rebate after full payment is a credit to use",
            files: [
                invoices(f1, "AV1;2026-11-05;;Alpha;;C1;100,00;EUR;avoir;F1"),
                payments("2026-10-31;P1;Alpha;;C1;1000,00;EUR;F1;"),
            ],
            expected: ["code:C1 -100.00 free AV1 100.00"]),
        Case(
            name: "a credit note of all and the corrected invoice after it cancel once",
            files: [
                invoices(
                    f1, "AV1;2026-10-05;;Alpha;;C1;1000,00;EUR;avoir;F1",
                    "F1R;2026-10-06;2026-10-31;Alpha;;C1;900,00;EUR;rectificative;F1")
            ],
            expected: ["code:C1 900.00 F1R 900.00 due 2026-10-31"]),
        Case(
            name: "a rebate on an invoice that is corrected after counts on the corrected one",
            files: [
                invoices(
                    f1, "AV1;2026-10-05;;Alpha;;C1;100,00;EUR;avoir;F1",
                    "F1R;2026-10-06;2026-10-31;Alpha;;C1;1000,00;EUR;rectificative;F1")
            ],
            expected: ["code:C1 900.00 F1R 900.00 due 2026-10-31"]),
        Case(
            name: "a return takes back the payment whose reference it states, not a later one of the invoice",
            files: [
                invoices(f1, "F2;2026-10-02;2026-11-01;Alpha;;C1;500,00;EUR;;"),
                payments(
                    "2026-11-02;P1;Alpha;;C1;500,00;EUR;F2 F1;", "2026-11-03;P2;Alpha;;C1;500,00;EUR;F1;",
                    "2026-11-10;P1;Alpha;;C1;500,00;EUR;F1 F2;rejet"),
            ],
            expected: ["code:C1 1000.00 F1 500.00 due 2026-10-31 F2 500.00 due 2026-11-01"]),
        Case(
            name: "a return of part of a payment opens the invoice it names, as of its own due date",
            files: [
                invoices(f1, "F2;2026-10-02;2026-11-01;Alpha;;C1;400,00;EUR;;"),
                payments(
                    "2026-11-02;P1;Alpha;;C1;1400,00;EUR;F1 F2;", "2026-11-10;P1;Alpha;;C1;1000,00;EUR;F1;rejet"),
            ],
            expected: ["code:C1 1000.00 F1 1000.00 due 2026-10-31"]),
        Case(
            name: "a return of a payment for two customers opens the invoices of both, and owes nothing new",
            files: [
                invoices(f1, "F2;2026-10-02;2026-11-01;Beta;;C2;500,00;EUR;;"),
                payments("2026-11-02;P1;Alpha;;C1;1500,00;EUR;F1 F2;", "2026-11-10;P1;Alpha;;C1;1500,00;EUR;;rejet"),
            ],
            expected: [
                "code:C1 1000.00 F1 1000.00 due 2026-10-31", "code:C2 500.00 F2 500.00 due 2026-11-01",
            ]),
        Case(
            name: "two payments called VIR of one day and amount, told by two files, are two",
            files: [
                invoices(f1, "F2;2026-10-01;2026-10-31;Beta;;C2;1000,00;EUR;;"),
                payments("2026-11-02;VIR;Alpha;;C1;1000,00;EUR;F1;"),
                payments("2026-11-02;VIR;Beta;;C2;1000,00;EUR;F2;"),
            ],
            expected: ["code:C1 0.00", "code:C2 0.00"]),
        Case(
            name: "one payment of a customer told by two files, once without its invoice, is one",
            files: [
                invoices(f1), payments("2026-11-02;VIR;Alpha;;C1;400,00;EUR;F1;"),
                payments("2026-11-02;VIR;Alpha;;C1;400,00;EUR;;"),
            ],
            expected: ["code:C1 600.00 F1 600.00 due 2026-10-31"]),
        Case(
            name: "a payment of one reference whose invoice was put right in a later list is one",
            files: [
                invoices(f1, "F2;2026-10-01;2026-10-31;Alpha;;C1;500,00;EUR;;"),
                payments("2026-11-02;VIR 17;Alpha;;C1;500,00;EUR;F1;"),
                payments("2026-11-02;VIR 17;Alpha;;C1;500,00;EUR;F2;"),
            ],
            expected: ["code:C1 1000.00 F1 1000.00 due 2026-10-31"]),
        Case(
            name: "a payment dated after the day does not count yet",
            files: [invoices(f1), payments("2062-02-15;P1;Alpha;;C1;1000,00;EUR;F1;")],
            expected: ["code:C1 1000.00 F1 1000.00 due 2026-10-31"]),
        Case(
            name: "a credit note and a write-off dated after the day do not count yet, an invoice does",
            files: [
                invoices(
                    f1, "AV1;2026-12-01;;Alpha;;C1;1000,00;EUR;avoir;F1",
                    "F2;2026-12-01;2026-12-31;Alpha;;C1;5,00;EUR;;"),
                events("perte;2026-12-02;;;F1;;"),
            ],
            expected: ["code:C1 1005.00 F1 1000.00 due 2026-10-31 F2 5.00 due 2026-12-31"]),
        Case(
            name: "a payment before its invoice pays it",
            files: [payments("2026-09-01;P1;Alpha;;C1;1000,00;EUR;F1;"), invoices(f1)], expected: ["code:C1 0.00"]),
        Case(
            name: "one payment for twenty invoices pays twenty",
            files: [
                "numero;date;echeance;client;code_client;montant_ttc\n"
                    + (1...20).map { "F\($0);2026-10-01;2026-10-31;Alpha;C1;50,05\n" }.joined(),
                payments(
                    "2026-11-02;P1;Alpha;;C1;1001,00;EUR;\((1...20).map { "F\($0)" }.joined(separator: " "));virement"),
            ], expected: ["code:C1 0.00"]),
        Case(
            name: "a cent left over by a payment that names the invoice is given up",
            files: [invoices(f1), payments("2026-11-02;P1;Alpha;;C1;999,99;EUR;F1;")], expected: ["code:C1 0.00"]),
        Case(
            name: "a cent more than the tolerance is not",
            files: [invoices(f1), payments("2026-11-02;P1;Alpha;;C1;998,99;EUR;F1;")],
            expected: ["code:C1 1.01 F1 1.01 due 2026-10-31"]),
        Case(
            name: "a cent left over by a payment that names nothing stays",
            files: [invoices(f1), payments("2026-11-02;P1;Alpha;;C1;999,99;EUR;;")],
            expected: ["code:C1 0.01 F1 1000.00 due 2026-10-31 free P1 999.99"]),
        Case(
            name: "without a tolerance in the rules the cent stays",
            files: [invoices(f1), payments("2026-11-02;P1;Alpha;;C1;999,99;EUR;F1;")],
            expected: ["code:C1 0.01 F1 0.01 due 2026-10-31"], rule: ("tolerance: 1.00", "tolerance: 0.00")),
        Case(
            name: "two customers with one name stay two",
            files: [
                invoices(
                    "F1;2026-10-01;2026-10-31;Martin;552100554;;100,00;EUR;;",
                    "F2;2026-10-01;2026-10-31;Martin;732829320;;200,00;EUR;;"),
                payments("2026-11-02;P1;Martin;;;100,00;EUR;F1;"),
            ],
            expected: ["name:martin 0.00", "siren:552100554 0.00", "siren:732829320 200.00 F2 200.00 due 2026-10-31"]),
        Case(
            name: "one customer under three codes is one",
            files: [
                invoices(
                    "F1;2026-10-01;2026-10-31;Alpha;552100554;C1;100,00;EUR;;",
                    "F2;2026-10-01;2026-10-31;;;C2;20,00;EUR;;",
                    "F3;2026-10-01;2026-10-31;;;C3;3,00;EUR;;"),
                "code;nom;siren\nC2;Alpha;552100554\nC3;Alpha SA;552100554\n",
            ],
            expected: [
                "siren:552100554 123.00 F1 100.00 due 2026-10-31 F2 20.00 due 2026-10-31 F3 3.00 due 2026-10-31"
            ]),
        Case(
            name: "a SIRET where a SIREN belongs is its SIREN",
            files: [
                invoices(
                    "F1;2026-10-01;2026-10-31;Alpha;552100554;;100,00;EUR;;",
                    "F2;2026-10-01;2026-10-31;Alpha;552 100 554 00005;;10,00;EUR;;")
            ], expected: ["siren:552100554 110.00 F1 100.00 due 2026-10-31 F2 10.00 due 2026-10-31"]),
        Case(
            name: "45 days end of month: 45 days, then to the month's end",
            files: [invoices("F1;2026-01-15;45 jours fin de mois;Alpha;;C1;100,00;EUR;;")],
            expected: ["code:C1 100.00 F1 100.00 due 2026-03-31~"]),
        Case(
            name: "45 days end of month: to the month's end, then 45 days",
            files: [invoices("F1;2026-01-15;45 jours fin de mois;Alpha;;C1;100,00;EUR;;")],
            expected: ["code:C1 100.00 F1 100.00 due 2026-03-17~"],
            rule: ("endOfMonth: daysThenMonthEnd", "endOfMonth: monthEndThenDays")),
        Case(
            name: "29 February is a day of leap years",
            files: [
                invoices(
                    "F1;29/02/2028;30 jours;Alpha;;C1;100,00;EUR;;", "F2;30/01/2028;30 jours;Alpha;;C1;10,00;EUR;;",
                    "F3;31/01/2028;fin de mois;Alpha;;C1;1,00;EUR;;")
            ],
            expected: [
                "code:C1 111.00 F3 1.00 due 2028-01-31~ F2 10.00 due 2028-02-29~ F1 100.00 due 2028-03-30~"
            ], asOf: "2028-03-01"),
        Case(
            name: "a payment returned weeks later is owed again",
            files: [
                invoices(f1), payments("2026-10-31;P1;Alpha;;C1;1000,00;EUR;F1;prélèvement"),
                payments("2026-11-20;P1;Alpha;;C1;1000,00;EUR;F1;rejet"),
            ], expected: ["code:C1 1000.00 F1 1000.00 due 2026-10-31"]),
        Case(
            name: "a corrected invoice takes the place and the payments of the first",
            files: [
                invoices(f1), payments("2026-11-02;P1;Alpha;;C1;400,00;EUR;F1;"),
                invoices("F2;2026-10-10;2026-11-10;Alpha;;C1;900,00;EUR;rectificative;F1"),
            ], expected: ["code:C1 500.00 F2 500.00 due 2026-11-10"]),
        Case(
            name: "a deposit that is not paid is owed once, beside what the final invoice leaves",
            files: [
                invoices("AC1;2026-09-01;2026-09-15;Alpha;;C1;300,00;EUR;acompte;"),
                invoices("F1;2026-10-01;2026-10-31;Alpha;;C1;1000,00;EUR;finale;AC1"),
            ], expected: ["code:C1 1000.00 AC1 300.00 due 2026-09-15 F1 700.00 due 2026-10-31"]),
        Case(
            name: "a deposit that is paid leaves what the final invoice leaves",
            files: [
                invoices("F1;2026-10-01;2026-10-31;Alpha;;C1;1000,00;EUR;final;AC1"),
                payments("2026-09-10;P1;Alpha;;C1;300,00;EUR;AC1;"),
                invoices("AC1;2026-09-01;2026-09-15;Alpha;;C1;300,00;EUR;acompte;"),
            ], expected: ["code:C1 700.00 F1 700.00 due 2026-10-31"]),
        Case(
            name: "a final invoice with a column of deposits deducts them itself",
            files: [
                invoices("AC1;2026-09-01;2026-09-15;Alpha;;C1;300,00;EUR;acompte;"),
                "numero;date;echeance;code_client;montant_ttc;acomptes;type;origine\n"
                    + "F1;2026-10-01;2026-10-31;C1;1000,00;300,00;finale;AC1\n",
            ], expected: ["code:C1 1000.00 AC1 300.00 due 2026-09-15 F1 700.00 due 2026-10-31"]),
        Case(
            name: "a factored invoice and one with a payee are marked, a self-billed one is owed",
            files: [
                "numero;date;echeance;code_client;montant_ttc;type;beneficiaire\n"
                    + "F1;2026-10-01;2026-10-31;C1;100,00;affacturée;\nF2;2026-10-01;2026-10-31;C1;10,00;facture;Factor SA\n"
                    + "F3;2026-10-01;2026-10-31;C1;1,00;autofacture;\n"
            ],
            expected: [
                "code:C1 111.00 F1 100.00 due 2026-10-31 factored F2 10.00 due 2026-10-31 factored F3 1.00 due 2026-10-31"
            ]),
        Case(
            name: "an invoice in instalments is paid in the order of its due dates",
            files: [
                invoices(
                    "F1;2026-10-01;2026-10-31;Alpha;;C1;300,00;EUR;;",
                    "F1;2026-10-01;2026-11-30;Alpha;;C1;300,00;EUR;;",
                    "F1;2026-10-01;2026-12-31;Alpha;;C1;400,00;EUR;;"),
                payments("2026-11-02;P1;Alpha;;C1;350,00;EUR;F1;"),
            ], expected: ["code:C1 650.00 F1 250.00 due 2026-11-30 F1 400.00 due 2026-12-31"]),
        Case(
            name: "a debit note is owed",
            files: [invoices("ND1;2026-10-01;2026-10-31;Alpha;;C1;40,00;EUR;note de débit;")],
            expected: ["code:C1 40.00 ND1 40.00 due 2026-10-31"]),
        Case(
            name: "a write-off gives up what is open, a promise nothing",
            files: [
                invoices(f1, "F2;2026-10-01;2026-12-31;Alpha;;C1;50,00;EUR;;"),
                payments("2026-11-02;P1;Alpha;;C1;400,00;EUR;F1;"),
                events("passage en perte;2026-11-10;;;F1;;", "promesse;2026-11-10;;;F2;;2026-12-15"),
            ], expected: ["code:C1 50.00 F2 50.00 due 2026-12-31"]),
        Case(
            name: "what is overpaid is the customer's until it is paid back",
            files: [
                invoices(f1), payments("2026-11-02;P1;Alpha;;C1;1200,00;EUR;F1;"),
                payments("2026-11-10;R1;Alpha;;C1;150,00;EUR;;remboursement"),
            ], expected: ["code:C1 -50.00 R1 150.00 due 2026-11-10~ free P1 200.00"]),
        Case(
            name: "a refund that names a credit note uses it up",
            files: [
                invoices("AV1;2026-10-05;;Alpha;;C1;150,00;EUR;avoir;"),
                payments("2026-11-10;R1;Alpha;;C1;150,00;EUR;AV1;remboursement"),
            ], expected: ["code:C1 0.00"]),
    ]

    @Test("the customer owes what a person with a pencil finds, whichever file came first", arguments: cases)
    func pitfall(_ pitfall: Case) throws {
        for files in [pitfall.files, pitfall.files.reversed()] {
            let sandbox = try Sandbox()
            if let rule = pitfall.rule { try change(sandbox, rule) }
            for (place, text) in files.enumerated() { try sandbox.drop("\(place).csv", text) }
            let run = try sandbox.once(pitfall.asOf)
            #expect(
                run.status == 0 && run.output.contains("refusés 0 ; lignes refusées : 0"), "\(run.output)\(run.errors)")
            #expect(try PitfallRunTests.customers(sandbox) == pitfall.expected)
            #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        }
    }

    private func change(_ sandbox: Sandbox, _ rule: (old: String, new: String)) throws {
        let path = sandbox.home.appendingPathComponent("rules/company.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        #expect(text.contains(rule.old))
        try Data(text.replacing(rule.old, with: rule.new).utf8).write(to: path)
    }

    @Test func `explain and history say what settled an invoice, from which file and why, to the cent given up`() throws
    {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "a.csv",
            PitfallRunTests.invoices(
                PitfallRunTests.f1, "F2;2026-10-02;2026-11-01;Alpha;;C1;500,00;EUR;;",
                "AV1;2026-10-05;;Alpha;;C1;100,00;EUR;avoir;F2"))
        try sandbox.drop(
            "b.csv",
            PitfallRunTests.payments(
                "2026-11-02;P1;Alpha;;C1;999,99;EUR;F1;", "2026-11-03;P2;Alpha;;C1;30,00;EUR;;"))
        _ = try sandbox.once()
        let explained = plain(try sandbox.vigie("explain", "C1").output)
        for line in [
            "− 999,99 €  02/11/2026  règlement P1  (référence donnée ou lettrage)  [b.csv:2]",
            "− 0,01 €  02/11/2026  écart F1  (reste toléré, abandonné)  [b.csv:2]",
            "− 100,00 €  05/10/2026  avoir AV1  (référence donnée ou lettrage)  [a.csv:4]",
            "− 30,00 €  03/11/2026  règlement P2  (vue : au plus ancien, faute de facture désignée connue)  [b.csv:3]",
        ] {
            #expect(explained.contains(line), "\(explained)")
        }
        let history = plain(try sandbox.vigie("history", "C1").output)
        #expect(history.contains("écart toléré, abandonné  F1  -0,01 €"), "\(history)")
        #expect(history.contains("solde 370,00 €"), "\(history)")
    }

    private func plain(_ text: String) -> String {
        text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    /// What portfolio.json says each customer owes.
    private static func customers(_ sandbox: Sandbox) throws -> [String] {
        let data = Data(sandbox.read("portfolio/portfolio.json").utf8)
        let whole = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(whole["customers"] as? [[String: Any]]).map { customer in
            var words = ["\(customer["key"] ?? "")", amount(customer["exposure"])]
            for item in customer["openItems"] as? [[String: Any]] ?? [] {
                let mark = item["dueEstimated"] == nil ? "" : "~"
                words.append("\(item["number"] ?? "") \(amount(item["open"])) due \(item["due"] ?? "")\(mark)")
                if item["factored"] != nil { words.append("factored") }
            }
            for credit in customer["unallocatedCredits"] as? [[String: Any]] ?? [] {
                words.append("free \(credit["reference"] ?? "") \(amount(credit["unallocated"]))")
            }
            return words.joined(separator: " ")
        }
    }

    private static func amount(_ value: Any?) -> String {
        String(format: "%.2f", (value as? NSNumber)?.doubleValue ?? .nan)
    }
}
