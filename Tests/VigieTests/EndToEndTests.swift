import Foundation
import Testing

/// The built executable in a temporary home, as its users have it.
@Suite struct EndToEndTests {
    let limit = "client;code_client;assureur;limite_assuree;statut\nAlpha;C1;Assureur;1000,00;accordée\n"

    func invoices(_ rows: String...) -> String {
        "numero;date;echeance;client;code_client;montant_ttc\n" + rows.map { $0 + "\n" }.joined()
    }

    func payments(_ rows: String...) -> String {
        "date;reference;client;code_client;montant;facture\n" + rows.map { $0 + "\n" }.joined()
    }

    @Test func `the demonstration raises the crossed limit and the overdue, each line in JSON`() throws {
        let sandbox = try Sandbox()
        // In order: of two documents that contradict each other the first is booked.
        for name in try FileManager.default.contentsOfDirectory(atPath: Sandbox.root.path + "/inbox/examples").sorted()
        {
            guard name != "README.md" else { continue }
            try FileManager.default.copyItem(
                atPath: Sandbox.root.path + "/inbox/examples/" + name, toPath: sandbox.home.path + "/inbox/" + name)
        }
        let run = try sandbox.once()
        #expect(run.status == 0, "\(run.errors)")
        #expect(try sandbox.events("insured-limit-exceeded").contains("raised"))
        #expect(try sandbox.events("overdue-amount").contains("raised"))
        #expect(try sandbox.events("data-conflicts") == ["raised"])
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"exposure\":296620.00"))
        #expect(sandbox.files(under: "rejected").count == 2)
    }

    @Test("one cent above the insured limit raises, equality does not", arguments: [("1000,00", 0), ("1000,01", 1)])
    func limitBoundary(_ amount: String, _ raised: Int) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;\(amount)"))
        #expect(try sandbox.once().status == 0)
        #expect(try sandbox.events("insured-limit-exceeded").count == raised)
    }

    @Test func `crossing, paying and crossing again tells three times and not once more`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;1500,00"))
        _ = try sandbox.once()
        try sandbox.drop("3.csv", payments("2026-11-10;P1;Alpha;C1;600,00;F1"))
        _ = try sandbox.once()
        try sandbox.drop("4.csv", invoices("F2;2026-11-12;2026-12-12;Alpha;C1;900,00"))
        _ = try sandbox.once()
        _ = try sandbox.once()
        #expect(try sandbox.events("insured-limit-exceeded") == ["raised", "resolved", "raised"])
        let ids = try sandbox.alerts().compactMap { $0["id"] as? String }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `the alert of a rule that was deleted ends with a line, and active.json forgets it`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;1500,00"))
        _ = try sandbox.once()
        let rules = sandbox.home.path + "/rules/alerts.yaml"
        let text = try String(contentsOfFile: rules, encoding: .utf8)
        let renamed = text.replacingOccurrences(of: "insured-limit-exceeded", with: "over-the-limit")
        try renamed.write(toFile: rules, atomically: true, encoding: .utf8)
        _ = try sandbox.once()
        _ = try sandbox.once()
        #expect(try sandbox.events("insured-limit-exceeded") == ["raised", "resolved"])
        #expect(try sandbox.events("over-the-limit") == ["raised"])
        #expect(!sandbox.read("alerts/active.json").contains("insured-limit-exceeded"))
    }

    @Test func `a refused file stops counting after thirty days`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("broken.xml", "<Invoice")
        _ = try sandbox.once("2026-10-01")
        #expect(try sandbox.events("data-unreadable") == ["raised"])
        _ = try sandbox.once("2026-10-30")
        #expect(try sandbox.events("data-unreadable") == ["raised"])
        _ = try sandbox.once("2026-10-31")
        #expect(try sandbox.events("data-unreadable") == ["raised", "resolved"])
    }

    @Test func `a backlog read ahead books the same as its files one by one`() throws {
        let (together, apart) = (try Sandbox(), try Sandbox())
        for number in 10..<60 {
            let file = invoices("F\(number);2026-11-01;2026-12-01;Client \(number % 7);C\(number % 7);\(number)00,00")
            for sandbox in [together, apart] { try sandbox.drop("\(number).csv", file) }
            if number % 9 == 0 { for sandbox in [together, apart] { try sandbox.drop("\(number).xml", "<broken") } }
            _ = try apart.once()
        }
        _ = try together.once()
        #expect(together.read("portfolio/portfolio.json") == apart.read("portfolio/portfolio.json"))
        #expect(together.files(under: "rejected").count == apart.files(under: "rejected").count)
    }

    @Test func `the same bytes again change nothing and lie beside the first`() throws {
        let sandbox = try Sandbox()
        let file = invoices("F1;2026-11-01;2026-12-01;Alpha;C1;1500,00")
        try sandbox.drop("1.csv", file)
        _ = try sandbox.once()
        let before = sandbox.read("portfolio/portfolio.json")
        try sandbox.drop("again.csv", file)
        let run = try sandbox.once()
        #expect(run.output.contains("déjà connus 1"))
        #expect(sandbox.read("portfolio/portfolio.json") == before)
        #expect(sandbox.files(under: "processed").count == 2)
    }

    @Test func `a deleted portfolio comes back byte for byte, with no new alert`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoices("F1;2026-08-01;2026-09-01;Alpha;C1;15000,00", "F2;2026-11-01;;Beta;C2;5,00"))
        _ = try sandbox.once()
        let portfolio = sandbox.read("portfolio/portfolio.json")
        let alerts = sandbox.read("alerts/alerts.jsonl")
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once()
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
        #expect(sandbox.read("alerts/alerts.jsonl") == alerts)
        #expect(!portfolio.isEmpty && !alerts.isEmpty)
    }

    @Test func `any order and grouping of the same rows gives the same portfolio`() throws {
        let rows = (0..<30).map {
            "F\($0);2026-\(10 + $0 % 2)-\(10 + $0 % 9);2026-12-01;Client \($0 % 4);C\($0 % 4);\($0 + 1)0,0\($0 % 10)"
        }
        var seen: Set<String> = []
        for order in 0..<4 {
            let sandbox = try Sandbox()
            let shuffled = rows.indices.sorted { ($0 * 7 + order * 13) % 31 < ($1 * 7 + order * 13) % 31 }.map {
                rows[$0]
            }
            let size = order * 4 + 3
            for start in stride(from: 0, to: shuffled.count, by: size) {
                let part = shuffled[start..<min(start + size, shuffled.count)]
                try sandbox.drop(
                    "\(start).csv",
                    "numero;date;echeance;client;code_client;montant_ttc\n" + part.map { $0 + "\n" }.joined())
                if start % 2 == 0 { _ = try sandbox.once() }
            }
            _ = try sandbox.once()
            seen.insert(sandbox.read("portfolio/portfolio.json"))
        }
        #expect(seen.count == 1)
    }

    @Test func `a refused row is kept with its reason, ready to mend and drop again`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("f.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;10,00", "F2;2026-02-30;;Alpha;C1;10,00"))
        _ = try sandbox.once()
        let names = sandbox.files(under: "rejected")
        let rows = try #require(names.first { $0.hasSuffix(".rows.csv") })
        #expect(sandbox.read("rejected/" + rows).hasSuffix("F2;2026-02-30;;Alpha;C1;10,00\n"))
        let mended = sandbox.read("rejected/" + rows).split(separator: "\n").joined(separator: "\n") + "\n"
        try sandbox.drop("mended.csv", mended.replacingOccurrences(of: "2026-02-30", with: "2026-02-28"))
        _ = try sandbox.once()
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"exposure\":20.00"))
    }

    @Test func `hostile files are refused with a sentence and the agent goes on`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("bomb.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")
        try sandbox.drop("deep.xml", String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300))
        try sandbox.drop("empty.csv", "")
        let inbox = sandbox.home.path + "/inbox/"
        try FileManager.default.createSymbolicLink(atPath: inbox + "link.csv", withDestinationPath: "/etc/passwd")
        unsafe mkfifo(inbox + "pipe.csv", 0o600)
        truncate(inbox, "sparse.xml", 10 << 30)
        try sandbox.drop("good.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;10,00"))
        let run = try sandbox.once()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("pris 1,"), "\(run.output)")
        #expect(run.output.contains("refusés 6 "), "\(run.output)")
        let reasons = sandbox.files(under: "rejected").filter { $0.hasSuffix(".reason.json") }
        #expect(reasons.count == 6)
        for reason in reasons { #expect(sandbox.read("rejected/" + reason).contains("\"message\"")) }
    }

    private func truncate(_ folder: String, _ name: String, _ size: Int) {
        _ = FileManager.default.createFile(atPath: folder + name, contents: nil)
        if let handle = FileHandle(forWritingAtPath: folder + name) { try? handle.truncate(atOffset: UInt64(size)) }
    }

    @Test func `a second agent on the same home ends at once with 75, and SIGTERM ends the first with 0`() throws {
        let sandbox = try Sandbox()
        let first = sandbox.process(["run"])
        try first.run()
        try wait { FileManager.default.fileExists(atPath: sandbox.home.path + "/portfolio/portfolio.json") }
        #expect(try sandbox.once().status == 75)
        try sandbox.drop("f.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;10,00"))
        try wait { !sandbox.files(under: "processed").isEmpty }
        first.terminate()
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"exposure\":10.00"))
    }

    @Test func `killed again and again, the agent ends with what an undisturbed run has`() throws {
        func feed(_ sandbox: Sandbox) throws {
            try sandbox.drop("0.csv", limit)
            for index in 0..<40 {
                try sandbox.drop(
                    "i\(index).csv", invoices("F\(index);2026-11-01;2026-12-01;Alpha;C1;100,0\(index % 10)"))
            }
        }
        let calm = try Sandbox()
        try feed(calm)
        _ = try calm.vigie("run", "--once")
        let stormy = try Sandbox()
        try feed(stormy)
        for delay in 0..<15 {
            let process = stormy.process(["run", "--once"])
            try process.run()
            usleep(UInt32(delay * 7000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        _ = try stormy.vigie("run", "--once")
        #expect(stormy.read("portfolio/portfolio.json") == calm.read("portfolio/portfolio.json"))
        let ids = { (sandbox: Sandbox) in Set(try sandbox.alerts().compactMap { $0["id"] as? String }) }
        #expect(try ids(stormy) == ids(calm))
        #expect(stormy.files(under: "processed") == calm.files(under: "processed"))
    }

    @Test func `an agent that was killed often refuses no good file, and a file that ends the agent is refused`() throws
    {
        let sandbox = try Sandbox()
        try sandbox.drop("good.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;10,00"))
        for turn in 1...4 {
            let run = try sandbox.vigie(["run", "--once"], with: ["VIGIE_FAIL_AT": "understand:1"])
            // The fourth time a process of its own ends instead of the agent, and the file is to blame.
            #expect(run.status == (turn < 4 ? SIGKILL : 0), "turn \(turn)")
        }
        #expect(sandbox.files(under: "rejected").contains { $0.hasSuffix("good.csv") })

        let storm = try Sandbox()
        try storm.drop("good.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;10,00"))
        for _ in 1...6 { _ = try storm.vigie(["run", "--once"], with: ["VIGIE_FAIL_AT": "journal.write:1"]) }
        for _ in 1...3 { _ = try storm.vigie(["run", "--once"], with: ["VIGIE_FAIL_AT": "understand:1"]) }
        _ = try storm.once()
        #expect(storm.read("portfolio/portfolio.json").contains("\"exposure\":10.00"))
    }

    @Test func `a misspelt key in the rules is refused with the line and a suggestion, status 65`() throws {
        let sandbox = try Sandbox()
        let path = sandbox.home.path + "/rules/alerts.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "    audience: [finance]", with: "    audiance: [finance]")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let run = try sandbox.once()
        #expect(run.status == 65)
        #expect(run.errors.contains("audiance") && run.errors.contains("audience"), "\(run.errors)")
    }

    @Test func `init writes rules once and check says what is missing`() throws {
        let sandbox = try Sandbox()
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/rules")
        #expect(try sandbox.vigie("init").status == 0)
        let check = try sandbox.vigie("check")
        #expect(check.status == 65)
        #expect(check.output.contains("SIREN"))
        #expect(try sandbox.vigie("init").output.isEmpty)
    }

    @Test func `the list of alerts quotes today's figures, not those of the day it was raised`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("1.csv", limit)
        try sandbox.drop("2.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;1500,00"))
        _ = try sandbox.once()
        try sandbox.drop("3.csv", payments("2026-11-10;P1;Alpha;C1;277,00;F1"))
        _ = try sandbox.once()
        let text = try sandbox.vigie("alerts").output
        #expect(text.contains("223,00") && !text.contains("500,00"), "\(text)")
    }

    @Test func `explain follows a payment to its invoice`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("f.csv", invoices("F1;2026-11-01;2026-12-01;Alpha;C1;100,00"))
        try sandbox.drop("p.csv", payments("2026-11-10;P1;Alpha;C1;60,00;F1"))
        _ = try sandbox.once()
        let text = try sandbox.vigie("explain", "alpha").output
        #expect(text.contains("P1"))
        #expect(text.contains("40,00"))
    }

    private func wait(_ condition: () -> Bool) throws {
        for _ in 0..<400 {
            if condition() { return }
            usleep(25_000)
        }
        Issue.record("nothing happened in ten seconds")
    }
}
