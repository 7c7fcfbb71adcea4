import Foundation
import Testing

/// Schemas and explanations of rules, from the built executable.
@Suite struct TellingRunTests {
    private func examples() throws -> Sandbox {
        let sandbox = try Sandbox()
        let folder = Sandbox.root.path + "/inbox/examples/"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name != "README.md" {
            try FileManager.default.copyItem(atPath: folder + name, toPath: sandbox.home.path + "/inbox/" + name)
        }
        #expect(try sandbox.once().status == 0)
        return sandbox
    }

    private func object(_ text: some StringProtocol) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test func `every key the program writes is in the schema it prints`() throws {
        let sandbox = try examples()
        let folder = Sandbox.root.path + "/inbox/examples/"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "README.md" }
        let read = try files.map { try sandbox.vigie("read", "--json", folder + $0).output }.joined()
        let reasons = sandbox.files(under: "rejected").filter { $0.hasSuffix(".reason.json") }
        let portfolio = try object(sandbox.read("portfolio/portfolio.json")) as? [String: Any]
        let keys = (portfolio?["customers"] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String }
        let views: [(schema: String, texts: [String])] = [
            ("alert", sandbox.read("alerts/alerts.jsonl").split(separator: "\n").map(String.init)),
            ("active", [sandbox.read("alerts/active.json")]),
            ("portfolio", [sandbox.read("portfolio/portfolio.json")]),
            ("summary", [try sandbox.vigie("summary", "--format", "json").output]),
            ("reason", reasons.map { sandbox.read("rejected/" + $0) }),
            ("document", read.split(separator: "\n").map(String.init)),
            ("history", try keys.map { try sandbox.vigie("history", "--json", $0).output }),
            ("rule-explanation", [try sandbox.vigie("rules", "explain", "--json", "data-conflicts").output]),
        ]
        for view in views {
            let schema = try Schema(try object(try sandbox.schema(view.schema)))
            #expect(!view.texts.isEmpty, "\(view.schema)")
            for text in view.texts { #expect(schema.unknownKeys(in: try object(text)) == [], "\(view.schema)") }
        }
    }

    @Test func `an alert that time alone raised names a file in the history, which no file caused`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop(
            "f.csv", "numero;date;echeance;client;code_client;montant_ttc\nF1;2026-11-01;2026-11-30;Alpha;C1;90000,00\n"
        )
        _ = try sandbox.once("2026-11-23")
        _ = try sandbox.once("2027-03-01")
        let json = try sandbox.vigie("history", "--json", "Alpha").output
        #expect(json.contains("\"2027-03-01\"") && !json.contains("\"file\":\"\""), "\(json)")
        #expect(try !sandbox.vigie("history", "Alpha").output.contains("[]"))
    }

    @Test func `a key that no schema has is found`() throws {
        let sandbox = try Sandbox()
        let schema = try Schema(try object(try sandbox.schema("active")))
        let text = "{\"version\":1,\"alerts\":[{\"last\":{\"id\":\"a\",\"colour\":\"red\"}}],\"mood\":1}"
        #expect(schema.unknownKeys(in: try object(text)) == ["colour", "mood"])
    }

    private let limit = "client;code_client;assureur;limite_assuree;statut\nAlpha;C1;Assureur;1000,00;accordée\n"

    private func invoice(_ amount: String) -> String {
        "numero;date;echeance;client;code_client;montant_ttc\nF1;2026-11-01;2026-12-01;Alpha;C1;\(amount)\n"
    }

    @Test(
        "why a rule fires or does not is not what a person can check",
        arguments: [
            (
                "1500,00", "insured-limit-exceeded", "L'alerte est en cours depuis le 23/11/2026, niveau critique",
                "[oui]"
            ),
            ("1000,00", "insured-limit-exceeded", "aucun seuil n'est franchi", "[non]"),
            (
                "1500,00", "insured-limit-near", "la règle « insured-limit-exceeded », qui en dit plus, est en cours",
                "[oui]"
            ),
            ("900,00", "insured-limit-near", "niveau info", "reste tant que la valeur est au-dessus de 750,00\u{A0}€"),
        ])
    func explain(_ amount: String, _ rule: String, _ verdict: String, _ detail: String) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoice(amount))
        _ = try sandbox.once()
        let run = try sandbox.vigie("rules", "explain", rule, "Alpha")
        #expect(run.status == 0)
        #expect(run.output.contains(verdict), "\(run.output)")
        #expect(run.output.contains(detail), "\(run.output)")
    }

    @Test func `a program gets each condition with both sides`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoice("900,00"))
        _ = try sandbox.once()
        let text = try sandbox.vigie("rules", "explain", "insured-limit-near", "C1", "--json").output
        #expect(
            text.contains(
                """
                {"severity":"info","raises":{"indicator":"insurableExposure","unit":"amount","value":900.00,\
                "comparison":"above","threshold":800.00,"share":0.80,"of":"insuredLimit","holds":true}
                """), "\(text)")
        #expect(text.contains("\"state\":{\"name\":\"raised\",\"severity\":\"info\",\"since\":\"2026-11-23\""))
    }

    @Test(
        "a wrong question about a rule is answered",
        arguments: [
            (["overdue-amont", "Alpha"], Int32(64), "overdue-amount"), (["insured-limit-near"], 64, "CLIENT"),
            (["data-conflicts", "Alpha"], 64, "vigie rules explain data-conflicts"),
            (["insured-limit-near", "Nobody"], 1, "Nobody"),
        ] as [([String], Int32, String)])
    func mistaken(_ words: [String], _ status: Int32, _ said: String) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        _ = try sandbox.once()
        let run = try sandbox.vigie(["rules", "explain"] + words, with: [:])
        #expect(run.status == status)
        #expect(run.errors.contains(said), "\(run.errors)")
        #expect(run.output.isEmpty)
    }
}

extension Sandbox {
    /// The text of a schema; `vigie schema` has no home.
    func schema(_ name: String) throws -> String {
        let process = Process()
        process.executableURL = Sandbox.executable
        process.arguments = ["schema", name]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}

/// A JSON Schema as far as its keys go.
private struct Schema {
    private let root: [String: Any]

    init(_ object: Any) throws { root = try #require(object as? [String: Any]) }

    /// Keys of a value that the schema does not have where they stand, sorted.
    func unknownKeys(in value: Any) -> [String] { unknown(value, root, root).sorted() }

    private func unknown(_ value: Any, _ schema: [String: Any], _ base: [String: Any]) -> [String] {
        let base = schema["$id"] == nil ? base : schema
        if let place = schema["$ref"] as? String {
            let name = String(place.split(separator: "/").last ?? "")
            let target = (base["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
            return unknown(value, target, base)
        }
        if let list = value as? [Any] {
            let items = schema["items"] as? [String: Any] ?? [:]
            return list.flatMap { unknown($0, items, base) }
        }
        guard let object = value as? [String: Any] else { return [] }
        let properties = schema["properties"] as? [String: [String: Any]]
        guard let properties else {
            if schema["patternProperties"] != nil { return [] }
            // One of several: the one that knows most of it.
            let choices = schema["oneOf"] as? [[String: Any]] ?? []
            return choices.map { unknown(value, $0, base) }.min { $0.count < $1.count } ?? object.keys.sorted()
        }
        return object.flatMap { key, part in properties[key].map { unknown(part, $0, base) } ?? [key] }
    }
}
