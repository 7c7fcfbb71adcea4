import Foundation
import Testing

/// Limits in another currency: the day's rate moves what they are worth, and decides nothing.
@Suite struct DecidedLimitRunTests {
    /// One euro is worth less on the second day, so that a limit in dollars covers more euros.
    private static let rates = "Date,USD,\n2026-11-20,1.0000,\n2026-11-23,0.9800,\n2026-11-24,0.9900,\n"

    struct Kind: CustomTestStringConvertible, Sendable {
        let rule: String
        let file: @Sendable (String, String) -> String
        var testDescription: String { rule }
    }

    private static let kinds = [
        Kind(rule: "insured-limit-near") { amount, from in
            "client;code_client;assureur;limite_assuree;devise;debut\nAlpha;C1;Assureur;\(amount);USD;\(from)\n"
        },
        Kind(rule: "group-limit-near") { amount, from in
            "client;code_client;assureur;limite_assuree;devise;debut;groupe\nAlpha;C1;Assureur;\(amount);USD;\(from);oui\n"
        },
    ]

    @Test("an alert that swings about a limit in dollars ends and comes back with the rate", arguments: kinds)
    func swings(_ kind: Kind) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("taux.csv", DecidedLimitRunTests.rates)
        try sandbox.drop("clients.csv", "code;nom;parent\nC1;Alpha;\nC2;Beta;C1\n")
        try sandbox.drop("limite.csv", kind.file("1000,00", "2026-01-01"))
        try sandbox.drop(
            "factures.csv",
            "numero;date;echeance;client;code_client;montant_ttc\nF1;2026-11-01;2026-12-31;Alpha;C1;810,00\nF2;2026-11-01;2026-12-31;Beta;C2;0,01\n"
        )
        #expect(try sandbox.once("2026-11-20").status == 0)
        #expect(try sandbox.events(kind.rule) == ["raised"])
        // 810 of 1,020.41 is less than 80 %, and not yet so little that the alert would end.
        _ = try sandbox.once("2026-11-23")
        _ = try sandbox.once("2026-11-24")
        #expect(try sandbox.events(kind.rule) == ["raised"])
        // The same, decided anew: 810 of 1,020.20 is nothing to tell of.
        try sandbox.drop("limite2.csv", kind.file("1010,00", "2026-11-24"))
        _ = try sandbox.once("2026-11-24")
        #expect(try sandbox.events(kind.rule) == ["raised", "resolved"])
    }
}
