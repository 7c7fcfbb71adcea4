import Foundation
import Glibc
import Testing

/// What an operator does with files and rules, and what he finds afterwards.
@Suite struct OperationRunTests {
    private static let invoice = "03-facture-VAU-1042.xml"

    private func example(_ name: String) throws -> String {
        try String(
            contentsOf: Sandbox.root.appendingPathComponent("inbox/examples/" + name), encoding: .utf8)
    }

    /// A home whose company file does not say who we are, which refused an invoice for that.
    private func refusing() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.edit("rules/company.yaml") {
            $0.replacing("name: Ateliers Vauban SAS", with: "name: \"\"").replacing("[\"900000001\"]", with: "[]")
        }
        try sandbox.drop(OperationRunTests.invoice, try example(OperationRunTests.invoice))
        #expect(try sandbox.once().output.contains("refusés 1 "))
        return sandbox
    }

    private func sayWho(_ sandbox: Sandbox) throws {
        try sandbox.edit("rules/company.yaml") {
            $0.replacing("name: \"\"", with: "name: Ateliers Vauban SAS").replacing(
                "siren: []", with: "siren: [\"900000001\"]")
        }
    }

    // MARK: Refused files that are dropped again

    /// How a refused file finds its way back.
    enum Return: String, CaseIterable { case moved, renamed, touched, copied, emptied }

    @Test("a refused file that comes back is put away unread", arguments: Return.allCases)
    func returned(_ way: Return) throws {
        let sandbox = try refusing()
        let kept = try #require(sandbox.files(under: "rejected").first { $0.hasSuffix(".xml") })
        let place = sandbox.home.path + "/rejected/" + kept
        let inbox = sandbox.home.path + "/inbox/"
        let name = way == .renamed ? "encore.xml" : OperationRunTests.invoice
        switch way {
        case .moved, .renamed: try FileManager.default.moveItem(atPath: place, toPath: inbox + name)
        case .touched:
            try FileManager.default.moveItem(atPath: place, toPath: inbox + name)
            unsafe utimes(inbox + name, nil)
        case .copied: try FileManager.default.copyItem(atPath: place, toPath: inbox + name)
        case .emptied:
            try FileManager.default.removeItem(atPath: sandbox.home.path + "/rejected/2026-11")
            try sandbox.drop(name, try example(OperationRunTests.invoice))
        }
        // As long as the reason is there, it is refused again and counted.
        #expect(try sandbox.once().output.contains("refusés 1 "))
        let again = try #require(sandbox.files(under: "rejected").last { $0.hasSuffix(".xml") })
        #expect(sandbox.files(under: "rejected").contains(again + ".reason.json"))
        try FileManager.default.moveItem(
            atPath: sandbox.home.path + "/rejected/" + again, toPath: inbox + OperationRunTests.invoice)
        try sayWho(sandbox)
        #expect(try sandbox.once().output.contains("pris 1,"))
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"number\":\"VAU-2026-1042\""))
        #expect(sandbox.names(in: "inbox").isEmpty)
    }

    @Test("a refused file that a crash left is refused twice", arguments: ["move:1", "alerts.mark:1", "moved:1"])
    func left(_ point: String) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("junk.txt", "nothing anybody knows\n")
        try sandbox.drop("empty.csv", "")
        let crash = try sandbox.vigie(["run", "--once"], with: ["VIGIE_FAIL_AT": point])
        #expect(crash.status == SIGKILL)
        #expect(try sandbox.vigie("run", "--once").status == 0)
        #expect(sandbox.names(in: "inbox").isEmpty)
        #expect(sandbox.files(under: "rejected").count == 4)
        let records = sandbox.journal().count { $0.contains("\"kind\":\"file\"") }
        #expect(records == 2, "\(sandbox.journal())")
    }

    @Test func `two files that were refused unread under one name have one reason between them`() throws {
        let sandbox = try Sandbox()
        for size in [0, 300 << 20, 0] {
            let path = sandbox.home.path + "/inbox/export.csv"
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            #expect(unsafe truncate(path, size) == 0)
            #expect(try sandbox.once().output.contains("refusés 1 "))
        }
        let names = sandbox.files(under: "rejected")
        let files = names.filter { $0.hasSuffix("export.csv") }
        #expect(files.count == 3 && names.count == 6, "\(names)")
        for file in files {
            let size = try FileManager.default.attributesOfItem(atPath: sandbox.home.path + "/rejected/" + file)[.size]
            let reason = sandbox.read("rejected/" + file + ".reason.json")
            #expect(reason.contains("\"size\":\(size as? Int ?? -1),"), "\(file): \(reason)")
        }
        for file in files {
            #expect(sandbox.journal().contains { $0.contains("\"path\":\"rejected/\(file)\"") }, "\(file)")
        }
    }

    @Test func `the same bytes refused twice under one name have one reason between them`() throws {
        let sandbox = try Sandbox()
        for _ in 1...2 {
            try sandbox.drop("junk.txt", "nothing anybody knows\n")
            _ = try sandbox.once()
        }
        let names = sandbox.files(under: "rejected")
        #expect(names.count == 4, "\(names)")
        for name in names where name.hasSuffix("junk.txt") { #expect(names.contains(name + ".reason.json")) }
    }

    @Test func `a second refused file is silent because the first was told`() throws {
        let sandbox = try Sandbox()
        for number in 1...3 {
            try sandbox.drop("junk\(number).txt", "nothing anybody knows \(number)\n")
            _ = try sandbox.once()
        }
        let lines = try sandbox.alerts().filter { $0["rule"] as? String == "data-unreadable" }
        #expect(try sandbox.events("data-unreadable") == ["raised", "escalated", "escalated"])
        #expect(lines.compactMap { $0["value"] as? Int } == [1, 2, 3])
        #expect(Set(lines.compactMap { $0["alert"] as? String }).count == 1)
        #expect(Set(lines.compactMap { $0["id"] as? String }).count == 3)
        #expect(
            lines.compactMap { ($0["cause"] as? [String: String])?["file"] } == ["junk1.txt", "junk2.txt", "junk3.txt"])
        #expect(try sandbox.vigie("rules", "explain", "data-unreadable").output.contains("Redit à chaque hausse"))
        #expect(
            try sandbox.vigie("rules", "explain", "data-unreadable", "--json").output.contains("\"again\":\"rise\""))
        // What was told is remembered: a start tells nothing again.
        #expect(try sandbox.once().output.contains("lignes d'alerte : 0"))
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
    }

    // MARK: Files that cannot be read

    @Test func `a run that is to end never does where a file cannot be read`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("no.csv", EventRunTests.invoices)
        let run = try sandbox.vigie(["run", "--once"], with: ["VIGIE_FAIL_AT": "attempts.write:1-:13"])
        #expect(run.status == 74)
        #expect(
            run.errors.contains("« no.csv » n’a pas pu être pris en 3 essais : il reste dans inbox."), "\(run.errors)")
        #expect(run.output.contains("laissés sans être lus 1 ;"))
        #expect(sandbox.names(in: "inbox") == ["no.csv"])
        #expect(try sandbox.once().output.contains("pris 1,"))
    }

    @Test func `a table whose writer pauses longer than any wait is taken in part`() throws {
        let sandbox = try Sandbox()
        let row = "2026-11-01;2026-12-01;Alpha;C1;10,00\n"
        let path = sandbox.home.path + "/inbox/slow.csv"
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(("numero;date;echeance;client;code_client;montant_ttc\nF1;" + row).utf8))
        // As old as a file that was found after an outage, and still open.
        let old = Date(timeIntervalSinceNow: -3600)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        let writer = try #require(FileHandle(forWritingAtPath: path))
        let agent = sandbox.process(["run"])
        let errors = Pipe()
        agent.standardError = errors
        try agent.run()
        defer { agent.terminate() }
        wait("started") { FileManager.default.fileExists(atPath: sandbox.home.path + "/portfolio/portfolio.json") }
        usleep(13_000_000)
        #expect(sandbox.names(in: "inbox") == ["slow.csv"])
        try writer.seekToEnd()
        writer.write(Data(("F2;" + row).utf8))
        try writer.close()
        wait("closed") { sandbox.read("portfolio/portfolio.json").contains("\"exposure\":20.00") }
        #expect(sandbox.files(under: "rejected").isEmpty)
        agent.terminate()
        agent.waitUntilExit()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(
            said.split(separator: "\n").count { $0.contains("tient « slow.csv » ouvert en écriture") } == 1, "\(said)")
    }

    @Test func `a table whose writer closes it and writes on after seconds loses what came later`() throws {
        let sandbox = try Sandbox()
        let inbox = sandbox.home.appendingPathComponent("inbox/log.csv")
        func append(_ text: String) throws {
            if !FileManager.default.fileExists(atPath: inbox.path) {
                _ = FileManager.default.createFile(atPath: inbox.path, contents: nil)
            }
            let writer = try FileHandle(forWritingTo: inbox)
            try writer.seekToEnd()
            writer.write(Data(text.utf8))
            try writer.close()
        }
        let agent = sandbox.process(["run"])
        try agent.run()
        defer { agent.terminate() }
        wait("started") { FileManager.default.fileExists(atPath: sandbox.home.path + "/portfolio/portfolio.json") }
        try append("numero;date;echeance;client;code_client;montant_ttc\nF1;2026-11-01;2026-12-01;Alpha;C1;10,00\n")
        wait("the first part") { sandbox.read("portfolio/portfolio.json").contains("\"exposure\":10.00") }
        for number in 2...3 {
            try append("F\(number);2026-11-01;2026-12-01;Alpha;C1;10,00\n")
            wait("part \(number)") { sandbox.read("portfolio/portfolio.json").contains("\"exposure\":\(number)0.00") }
        }
        #expect(sandbox.files(under: "rejected").isEmpty)
        #expect(sandbox.files(under: "processed").count == 3)
        try append("Alpha;Beta;Gamma\n")
        wait("what is no row") { !sandbox.files(under: "rejected").isEmpty }
    }

    @Test("an agent whose log nobody reads any more watches on, and ends when told to", arguments: [true, false])
    func unreadLog(_ isClosed: Bool) throws {
        let sandbox = try Sandbox()
        let log = Pipe()
        let agent = sandbox.process(["run"])
        agent.standardError = log
        try agent.run()
        defer { agent.terminate() }
        wait("started") { FileManager.default.fileExists(atPath: sandbox.home.path + "/portfolio/portfolio.json") }
        if isClosed {
            try log.fileHandleForReading.close()
        } else {
            fill(log.fileHandleForWriting.fileDescriptor)
        }
        let rules = sandbox.home.appendingPathComponent("rules/company.yaml")
        let good = try Data(contentsOf: rules)
        try (good + Data("bogus: 1\n".utf8)).write(to: rules)
        kill(agent.processIdentifier, SIGHUP)
        usleep(500_000)
        try good.write(to: rules)
        try sandbox.drop("a.csv", EventRunTests.invoices)
        wait("taken") { sandbox.names(in: "inbox").isEmpty }
        kill(agent.processIdentifier, SIGTERM)
        agent.waitUntilExit()
        #expect(agent.terminationReason == .exit && agent.terminationStatus == 0)
    }

    /// Writes until the pipe takes no more.
    private func fill(_ pipe: Int32) {
        let flags = fcntl(pipe, F_GETFL)
        _ = fcntl(pipe, F_SETFL, flags | O_NONBLOCK)
        let bytes = [UInt8](repeating: 0x2E, count: 4096)
        while unsafe write(pipe, bytes, bytes.count) > 0 {}
        _ = fcntl(pipe, F_SETFL, flags)
    }

    @Test func `an alert cannot be acknowledged while the agent runs`() throws {
        let sandbox = try Sandbox()
        let agent = sandbox.process(["run"])
        try agent.run()
        defer { agent.terminate() }
        try sandbox.drop("a.csv", EventRunTests.invoices)
        wait("raised") { sandbox.read("alerts/active.json").contains("\"alert\":\"") }
        let active = sandbox.read("alerts/active.json")
        let id = try #require(active.split(separator: "\"alert\":\"").last?.split(separator: "\"").first)
        let run = try sandbox.vigie("alerts", "ack", String(id), "other-1", "--by", "Moi", "--note", "appelé « hier »")
        #expect(run.status == 1 && run.errors.contains("not firing: other-1"), "\(run.errors)")
        wait("told") { sandbox.read("alerts/alerts.jsonl").contains("\"event\":\"acknowledged\"") }
        wait("shown") { sandbox.read("alerts/active.json").contains("\"acknowledged\":\"Moi: appelé « hier »\"") }
        #expect(sandbox.files(under: "rejected").isEmpty)
        agent.terminate()
        agent.waitUntilExit()
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        // Without the agent the command journals it itself; a file that names what does not fire is refused.
        #expect(try sandbox.vigie("alerts", "ack", String(id), "--by", "Vous").status == 0)
        #expect(sandbox.read("alerts/active.json").contains("\"acknowledged\":\"Vous\""))
        try sandbox.drop("x.json", "{\"vigie\":\"acknowledgement\",\"ids\":[\"other-1\"],\"by\":\"Moi\"}")
        _ = try sandbox.once()
        let reason = try #require(sandbox.files(under: "rejected").first { $0.hasSuffix(".reason.json") })
        #expect(sandbox.read("rejected/" + reason).contains("Aucune de ces alertes n'est en cours : other-1."))
    }

    // MARK: A journal that lost its end

    /// What somebody, or a bad restore, does to the journal.
    enum Loss: String, CaseIterable { case lastRecord, emptied, segmentGone, folderGone, unmarked }

    @Test(
        "a journal that lost records is taken for a whole one, and the portfolio overwritten", arguments: Loss.allCases)
    func lost(_ loss: Loss) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", EventRunTests.invoices)
        #expect(try sandbox.once().status == 0)
        try sandbox.drop("b.csv", EventRunTests.cash)
        #expect(try sandbox.once().status == 0)
        let portfolio = sandbox.read("portfolio/portfolio.json")
        let journal = sandbox.home.appendingPathComponent("portfolio/journal")
        let safe = sandbox.home.appendingPathComponent("safe")
        try FileManager.default.copyItem(at: journal, to: safe)
        let segment = journal.appendingPathComponent("2026-11.jsonl")
        switch loss {
        case .lastRecord:
            let lines = sandbox.journal().dropLast()
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: segment)
        case .emptied: try Data().write(to: segment)
        case .segmentGone: try FileManager.default.removeItem(at: segment)
        case .folderGone: try FileManager.default.removeItem(at: journal)
        case .unmarked:
            try FileManager.default.removeItem(at: segment)
            try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/.published")
            try FileManager.default.removeItem(atPath: sandbox.home.path + "/alerts/.delivered")
        }
        for command in [["run", "--once"], ["alerts"], ["summary"], ["explain", "Lumen"]] {
            let run = try sandbox.vigie(command, with: [:])
            #expect(run.status == 74, "\(command) \(run.output)")
            #expect(run.errors.contains("la suite a disparu"), "\(run.errors)")
        }
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
        // Restored, all is as it was; accepted, the views are those of what is left.
        let rest = sandbox.home.appendingPathComponent("rest")
        try FileManager.default.moveItem(at: journal, to: rest)
        try FileManager.default.moveItem(at: safe, to: journal)
        #expect(try sandbox.once().status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
        try FileManager.default.removeItem(at: journal)
        try FileManager.default.moveItem(at: rest, to: journal)
        #expect(try sandbox.once().status == 74)
        #expect(try sandbox.vigie("rebuild").status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") != portfolio)
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        #expect(try sandbox.once().status == 0)
    }

    @Test("a torn end, cut and said, is taken for a loss by the start after", arguments: [1, 50])
    func torn(_ count: Int) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", EventRunTests.invoices)
        try sandbox.drop("b.csv", EventRunTests.cash)
        #expect(try sandbox.once().status == 0)
        let portfolio = sandbox.read("portfolio/portfolio.json")
        let segment = sandbox.home.path + "/portfolio/journal/2026-11.jsonl"
        let size = try #require(try FileManager.default.attributesOfItem(atPath: segment)[.size] as? Int)
        #expect(unsafe truncate(segment, size - count) == 0)
        // Cut, and ended before anything was written.
        let crash = try sandbox.vigie(
            ["run", "--once", "--as-of", "2026-11-23"], with: ["VIGIE_FAIL_AT": "journal.write:1"])
        #expect(crash.status == SIGKILL)
        let run = try sandbox.once()
        #expect(run.status == 0, "\(run.errors)")
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
    }

    // MARK: SIGHUP

    private func wait(_ what: String, _ seconds: Double = 20, until done: () -> Bool) {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while !done(), Date() < deadline { usleep(50_000) }
        #expect(done(), "\(what)")
    }

    @Test func `after SIGHUP part of company yaml counts only from the next start on`() throws {
        let sandbox = try refusing()
        try sandbox.drop(
            "i.csv",
            "numero;date;client;siren;montant_ttc\nT1;01/09/2026;Gamma SA;910003003;1000,00\n"
                + "T2;01/09/2026;Gamma SA;910003003;500,00\n")
        try sandbox.drop(
            "p.csv", "date;reference;client;siren;montant;facture\n2026-10-14;V1;Gamma SA;910003003;960,00;T1\n")
        #expect(try sandbox.vigie("run", "--once").status == 0)
        let agent = sandbox.process(["run"])
        agent.standardError = FileHandle.nullDevice
        try agent.run()
        defer { agent.terminate() }
        wait("started") { sandbox.read("portfolio/portfolio.json").contains("\"due\":\"2026-10-01\"") }
        usleep(500_000)
        try sayWho(sandbox)
        try sandbox.edit("rules/company.yaml") {
            $0.replacing("\ntolerance: 1.00", with: "\ntolerance: 50.00").replacing(
                "\nterms: 30 jours", with: "\nterms: 60 jours"
            ).replacing("sources: []", with: "sources: [bank]").replacing(
                "largestTableMegabytes: 200", with: "largestTableMegabytes: 1"
            ).replacing("largestFileMegabytes: 20 ", with: "largestFileMegabytes: 1 ")
        }
        kill(agent.processIdentifier, SIGHUP)
        // Terms and tolerance: what was posted is posted again.
        wait("terms") { sandbox.read("portfolio/portfolio.json").contains("\"due\":\"2026-10-31\"") }
        #expect(!sandbox.read("portfolio/portfolio.json").contains("\"open\":40.00"))
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        // Who we are, a watched folder, and the size limits: they count for what comes.
        let kept = try #require(sandbox.files(under: "rejected").first { $0.hasSuffix(".xml") })
        try FileManager.default.moveItem(
            atPath: sandbox.home.path + "/rejected/" + kept, toPath: sandbox.home.path + "/inbox/1042.xml")
        wait("SIREN") { sandbox.read("portfolio/portfolio.json").contains("VAU-2026-1042") }
        wait("folder") { FileManager.default.fileExists(atPath: sandbox.home.path + "/inbox/bank") }
        try sandbox.drop("bank/b.csv", "numero;date;client;siren;montant_ttc\nB1;01/10/2026;Gamma SA;910003003;1,00\n")
        wait("subfolder") { sandbox.read("portfolio/portfolio.json").contains("\"number\":\"B1\"") }
        try sandbox.drop("large.csv", String(repeating: "numero;date\n", count: 100_000))
        wait("sizes") {
            sandbox.files(under: "rejected").contains {
                $0.hasSuffix("large.csv.reason.json")
                    && sandbox.read("rejected/" + $0).contains("la limite est de 1 Mo")
            }
        }
        wait("proof") { (try? sandbox.vigie("rebuild", "--check").status) == 0 }
        agent.terminate()
        agent.waitUntilExit()
        #expect(agent.terminationStatus == 0)
        let portfolio = sandbox.read("portfolio/portfolio.json")
        #expect(try sandbox.vigie("run", "--once").status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
    }

    @Test func `after SIGHUP days go on in the old time zone, and an unknown one stops the next start`() throws {
        let sandbox = try Sandbox()
        let agent = sandbox.process(["run"])
        agent.environment = ProcessInfo.processInfo.environment.merging(["VIGIE_NOW": "2026-11-23T23:30:00Z"]) { $1 }
        let errors = Pipe()
        agent.standardError = errors
        try agent.run()
        defer { agent.terminate() }
        wait("Paris") { sandbox.read("portfolio/portfolio.json").contains("\"asOf\":\"2026-11-24\"") }
        try sandbox.edit("rules/company.yaml") { $0.replacing("Europe/Paris", with: "Mars/Olympus") }
        let check = try sandbox.vigie("check")
        #expect(check.status == 65)
        #expect(check.errors.contains("rules/company.yaml, ligne 12 : le fuseau horaire « Mars/Olympus » est inconnu"))
        let records = sandbox.journal().count
        kill(agent.processIdentifier, SIGHUP)
        usleep(500_000)
        #expect(sandbox.journal().count == records)
        try sandbox.edit("rules/company.yaml") { $0.replacing("Mars/Olympus", with: "America/Los_Angeles") }
        kill(agent.processIdentifier, SIGHUP)
        wait("Los Angeles") { sandbox.read("portfolio/portfolio.json").contains("\"asOf\":\"2026-11-23\"") }
        agent.terminate()
        agent.waitUntilExit()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said.contains("Mars/Olympus"), "\(said)")
    }

    // MARK: Output

    @Test func `a summary that cannot be written is reported as written`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", EventRunTests.invoices)
        #expect(try sandbox.once().status == 0)
        let summary = sandbox.process(["summary"])
        summary.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        summary.standardError = FileHandle.nullDevice
        try summary.run()
        summary.waitUntilExit()
        #expect(summary.terminationStatus == 74)
        #expect(try sandbox.vigie("summary", "--output", "/dev/full").status == 74)
        // Whoever reads only the head has what he wanted.
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let quiet = sandbox.process(["summary"])
        let errors = Pipe()
        quiet.standardOutput = pipe
        quiet.standardError = errors
        try quiet.run()
        quiet.waitUntilExit()
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }

    @Test func `a summary takes the place of a link, or of a device`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", EventRunTests.invoices)
        #expect(try sandbox.once().status == 0)
        for name in ["there.md", "nowhere.md"] {
            let target = sandbox.home.path + "/processed/" + name
            let link = sandbox.home.path + "/link-" + name
            if name == "there.md" { try Data().write(to: URL(fileURLWithPath: target)) }
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "processed/" + name)
            #expect(try sandbox.vigie("summary", "--output", link).status == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "processed/" + name)
            #expect(sandbox.read("processed/" + name).hasPrefix("#"))
        }
        let shown = try sandbox.vigie("summary", "--output", "/dev/stdout")
        #expect(shown.status == 0 && shown.output.hasPrefix("#"), "\(shown.errors)")
        let node = sandbox.home.path + "/null"
        guard unsafe mknod(node, S_IFCHR | 0o666, 0x103) == 0 else { return }
        #expect(try sandbox.vigie("summary", "--output", node).status == 0)
        let type = try FileManager.default.attributesOfItem(atPath: node)[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }

    @Test func `a home where nothing happened has a summary of the year 1970`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.vigie("init").status == 0)
        let run = try sandbox.vigie("summary")
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errors.contains("rien n’a encore été lu ni jugé ici"))
    }

    @Test func `a demonstration that fails says where to go and leaves nothing behind`() throws {
        let sandbox = try Sandbox()
        let folder = sandbox.home.path + "/tmp"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let run = try sandbox.vigie(["demo"], with: ["TMPDIR": folder])
        #expect(run.status == 64)
        #expect(run.errors.contains("Lancez « vigie demo » dans une copie du dépôt de Vigie"), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        try FileManager.default.createDirectory(
            atPath: sandbox.home.path + "/inbox/examples", withIntermediateDirectories: true)
        try sandbox.edit("rules/company.yaml") { $0 + "unknown: key\n" }
        #expect(try sandbox.vigie(["demo"], with: ["TMPDIR": folder]).status == 65)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
}

extension Sandbox {
    /// Rewrites a file; an edit that changes nothing is a mistake of the test.
    func edit(_ path: String, _ change: (String) -> String) throws {
        let before = read(path)
        let after = change(before)
        #expect(after != before)
        try Data(after.utf8).write(to: home.appendingPathComponent(path))
    }

    func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: home.path + "/" + folder)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The lines of the journal.
    func journal() -> [String] {
        names(in: "portfolio/journal").filter { $0.hasSuffix(".jsonl") }.flatMap { name in
            read("portfolio/journal/" + name).split(separator: "\n").map(String.init)
        }
    }
}
