import Foundation
import Testing

/// Life-cycle messages through the built executable, in a home of the seller the files name.
@Suite struct LifeCycleRunTests {
    static let corpus = Sandbox.root.deletingLastPathComponent().appendingPathComponent("shared/corpus")

    static let uc1 = [
        "00-INV_20250701_UBL", "00-INV_20250701_CII", "01-CDV-200_Deposee", "01-CDV-200_Deposee_POUR_PPF",
        "02-CDV-202_Recue", "03-CDV-203_Mise_a_disposition", "04-CDV-204_Prise_en_charge", "05-CDV-205_Approuvee",
        "06-CDV-211_Paiement_transmis", "07-CDV-212_Encaissee", "07-CDV-212_Encaissee_POUR_PPF",
    ].map { "xp-z12-014-uc1/UC1_F202500003_\($0).xml" }

    /// A home of VENDEUR, SIREN 100000009.
    func home() throws -> Sandbox {
        let sandbox = try Sandbox()
        let company = sandbox.home.appendingPathComponent("rules/company.yaml")
        let text = try String(contentsOf: company, encoding: .utf8)
        let ours = text.replacing("siren: [\"900000001\"]", with: "siren: [\"100000009\"]")
            .replacing("language: fr ", with: "language: en ")
        #expect(ours != text)
        try Data(ours.utf8).write(to: company)
        return sandbox
    }

    func drop(_ paths: some Sequence<String>, in sandbox: Sandbox) throws {
        for (place, path) in paths.enumerated() {
            let source = LifeCycleRunTests.corpus.appendingPathComponent(path)
            let name = String(format: "%02d-", place) + source.lastPathComponent
            try FileManager.default.copyItem(
                at: source, to: sandbox.home.appendingPathComponent("inbox").appendingPathComponent(name))
        }
    }

    /// The customers of portfolio.json, keys sorted.
    func customers(_ sandbox: Sandbox) throws -> String {
        let data = Data(sandbox.read("portfolio/portfolio.json").utf8)
        let whole = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let customers = try #require(whole["customers"] as? [[String: Any]])
        let text = try JSONSerialization.data(withJSONObject: customers, options: .sortedKeys)
        return String(decoding: text, as: UTF8.self)
    }

    @Test func `the life cycle UC1 dropped in ten random orders ends settled on the day of its 212`() throws {
        let first = UInt64.random(in: .min ... .max)
        print("seed \(first)")
        var states: Set<String> = []
        for offset in 0..<10 {
            var random = LifeCycleSeed(first &+ UInt64(offset))
            let order = LifeCycleRunTests.uc1.shuffled(using: &random)
            let cut = Int.random(in: 0...order.count, using: &random)
            let seed: Comment = "seed \(first), run \(offset)"
            let sandbox = try home()
            try drop(order[..<cut], in: sandbox)
            _ = try sandbox.once("2025-08-20")
            try drop(order[cut...], in: sandbox)
            let run = try sandbox.once("2025-08-20")
            #expect(run.status == 0, seed)
            #expect(sandbox.files(under: "rejected") == [], seed)
            #expect(sandbox.files(under: "processed").count == 11, seed)
            states.insert(try customers(sandbox))
            let explained = try sandbox.vigie("explain", "200000008").output
            #expect(explained.contains("settled on 2 Aug 2025"), "\(seed) \(explained)")
            #expect(explained.contains("cashed, 212 of 2 Aug 2025"), seed)
        }
        #expect(states.count == 1, "seed \(first)")
        let state = try #require(states.first)
        #expect(state.contains("\"exposure\":0"))
        #expect(state.contains("\"averageDaysLate\":2"))
    }

    @Test func `a disputed invoice is shown apart, in the portfolio and for its customer`() throws {
        let sandbox = try home()
        let files = ["00-INV_20250701_UBL", "04-CDV-207_En_litige"]
        try drop(files.map { "xp-z12-012/UC4_F202500006_\($0).xml" }.reversed(), in: sandbox)
        #expect(try sandbox.once("2025-08-20").status == 0)
        let portfolio = sandbox.read("portfolio/portfolio.json")
        #expect(portfolio.contains("\"disputed\":true"))
        #expect(portfolio.contains("\"status\":{\"code\":\"207\",\"meaning\":\"disputed\",\"date\":\"2025-07-01\""))
        #expect(portfolio.contains("\"overdue\":0.00"))
        let summary = try sandbox.vigie("summary", "--format", "json").output
        #expect(summary.contains("\"disputed\":11000.00"), "\(summary)")
        let explained = try sandbox.vigie("explain", "200000008").output
        #expect(explained.contains("of which in dispute"), "\(explained)")
        #expect(explained.contains("TX_TVA_ERR Taux de TVA erroné"))
    }

    @Test func `a refused invoice leaves the receivables and says so`() throws {
        let sandbox = try home()
        try drop(["xp-z12-012/UC4_F202500006_00-INV_20250701_UBL.xml"], in: sandbox)
        let dispute = LifeCycleRunTests.corpus.appendingPathComponent(
            "xp-z12-012/UC4_F202500006_04-CDV-207_En_litige.xml")
        let refused = try String(contentsOf: dispute, encoding: .utf8).replacing(">207<", with: ">210<")
        try sandbox.drop("refused.xml", refused)
        #expect(try sandbox.once("2025-08-20").status == 0)
        let portfolio = sandbox.read("portfolio/portfolio.json")
        #expect(portfolio.contains("\"withdrawnItems\":[{\"number\":\"F202500006\""))
        #expect(portfolio.contains("\"openItems\":[]"))
        let explained = try sandbox.vigie("explain", "200000008").output
        #expect(explained.contains("Invoices taken out of receivables"), "\(explained)")
    }

    @Test func `a message about transmission only is set aside with its reason`() throws {
        let sandbox = try home()
        let response = LifeCycleRunTests.corpus.appendingPathComponent("peppol/InvoiceResponse_Example.xml")
        let level = try String(contentsOf: response, encoding: .utf8)
            .replacing("trns:invoice_response:3", with: "trns:mlr:3")
        try sandbox.drop("mlr.xml", level)
        let run = try sandbox.once("2025-08-20")
        #expect(run.output.contains("1 set aside"), "\(run.output)\(run.errors)")
        let journal = sandbox.files(under: "portfolio").filter { $0.hasSuffix(".jsonl") }
        let text = journal.map { sandbox.read("portfolio/" + $0) }.joined()
        #expect(text.contains("lifecycle.messageLevel"))
    }
}

/// SplitMix64: its whole state is its seed, so that a failing order can be repeated from what it printed.
private struct LifeCycleSeed: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
