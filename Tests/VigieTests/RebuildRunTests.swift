import Foundation
import Testing

/// The proof that the journal gives the published views, and what it says where it does not.
@Suite struct RebuildRunTests {
    private func home() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", EventRunTests.invoices)
        try sandbox.drop("b.csv", EventRunTests.cash)
        #expect(try sandbox.once().status == 0)
        try sandbox.drop("c.csv", EventRunTests.actions)
        #expect(try sandbox.once("2026-11-24").status == 0)
        return sandbox
    }

    private func change(_ path: String, in sandbox: Sandbox, _ edit: (String) -> String) throws {
        let edited = edit(sandbox.read(path))
        #expect(edited != sandbox.read(path))
        try Data(edited.utf8).write(to: sandbox.home.appendingPathComponent(path))
    }

    @Test func `the journal gives the views to the byte, also in a home where nothing happened`() throws {
        let sandbox = try home()
        let before = sandbox.read("portfolio/portfolio.json")
        let run = try sandbox.vigie("rebuild", "--check")
        #expect(run.status == 0, "\(run.output) \(run.errors)")
        #expect(run.output.contains("à l’octet près"))
        #expect(try sandbox.vigie("rebuild").status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") == before)
        let empty = try Sandbox()
        #expect(try empty.vigie("init").status == 0)
        _ = try empty.once()
        #expect(try empty.vigie("rebuild", "--check").status == 0)
    }

    /// The lines are begun with all rows; where the ledger refuses one, here a number given twice, they are not those.
    @Test(
        "a table whose rows fill several lines of the journal comes back with its name and its rows' places",
        arguments: [nil, 5000])
    func severalLines(_ twice: Int?) throws {
        let sandbox = try Sandbox()
        let rows = (1...20_400).map { number in
            "L\(number == twice ? 4999 : number);2026-10-01;2026-12-01;C\(number % 97);Client \(number % 97);\(number % 50 + 1),00"
        }
        try sandbox.drop("before.csv", EventRunTests.invoices)
        try sandbox.drop(
            "large.csv",
            (["Numéro de facture;Date de facture;Date d'échéance;Code client;Nom du client;Montant TTC"] + rows).joined(
                separator: "\n") + "\n")
        #expect(try sandbox.once().status == 0)
        let before = sandbox.read("portfolio/portfolio.json")
        #expect(before.contains("\"number\":\"L20400\""))
        #expect(before.contains("\"number\":\"L5000\"") == (twice == nil))
        let told = try sandbox.vigie("explain", "code:C30").output
        #expect(told.contains("L20400") && told.contains("[large.csv:20401]"), "\(told.suffix(300))")
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
        try FileManager.default.removeItem(at: sandbox.home.appendingPathComponent("portfolio/portfolio.json"))
        #expect(try sandbox.once().status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") == before)
    }

    @Test func `a figure somebody changed is named with its customer and place, and rebuild puts it right`() throws {
        let sandbox = try home()
        let before = sandbox.read("portfolio/portfolio.json")
        try change("portfolio/portfolio.json", in: sandbox) {
            $0.replacing("\"open\":3000.00", with: "\"open\":2000.00")
        }
        let run = try sandbox.vigie("rebuild", "--check")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "portfolio.json, siren:552100554.openItems[F2].open : le journal donne 3000.00, le fichier dit 2000.00."
            ),
            "\(run.output)")
        #expect(run.output.contains("« vigie rebuild »"))
        #expect(try sandbox.vigie("rebuild").status == 0)
        #expect(sandbox.read("portfolio/portfolio.json") == before)
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
    }

    @Test(
        "every way a view can differ has its sentence",
        arguments: [
            ("alerts/active.json", "\"alerts\":[", "\"alerts\": [", "écrite autrement à partir de l’octet"),
            (
                "alerts/active.json", "\"version\":1,", "",
                "active.json, version : le journal donne 1, le fichier ne le dit pas."
            ),
            (
                "alerts/active.json", "\"version\":1,", "\"version\":1,\"x\":2,",
                "active.json, x : le fichier dit 2, le journal ne le donne pas."
            ),
            (
                "portfolio/portfolio.json", "\"customers\":[", "\"customers\":",
                "portfolio.json n’est pas du JSON à la ligne 1."
            ),
        ])
    func differences(_ path: String, _ old: String, _ new: String, _ sentence: String) throws {
        let sandbox = try home()
        try change(path, in: sandbox) { $0.replacing(old, with: new) }
        let run = try sandbox.vigie("rebuild", "--check")
        #expect(run.status == 1)
        #expect(run.output.contains(sentence), "\(run.output)")
    }

    @Test func `a view that is gone is missed, and written again`() throws {
        let sandbox = try home()
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        let run = try sandbox.vigie("rebuild", "--check")
        #expect(run.status == 1)
        #expect(run.output.contains("« portfolio.json » manque."))
        #expect(try sandbox.vigie("rebuild").status == 0)
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
    }

    @Test func `a changed journal is refused with its place; one that lost its last record no longer gives the views`()
        throws
    {
        let sandbox = try home()
        let path = try #require(sandbox.files(under: "portfolio").first { $0.hasPrefix("journal/") })
        let journal = "portfolio/" + path
        let whole = sandbox.read(journal)
        try change(journal, in: sandbox) { $0.replacing("5000.00", with: "4000.00") }
        let damaged = try sandbox.vigie("rebuild", "--check")
        #expect(damaged.status == 74)
        #expect(damaged.errors.contains("est abîmé à la ligne"))
        #expect(try sandbox.vigie("rebuild").status == 74)
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        lines.remove(at: lines.count - 2)
        try Data(lines.joined(separator: "\n").utf8).write(to: sandbox.home.appendingPathComponent(journal))
        let short = try sandbox.vigie("rebuild", "--check")
        #expect(short.status == 1, "\(short.output) \(short.errors)")
        #expect(short.output.contains("le journal donne"), "\(short.output)")
    }

    @Test func `changed rules are said, since every figure may differ by them`() throws {
        let sandbox = try home()
        try change("rules/company.yaml", in: sandbox) {
            $0.replacing("ageing: [30, 60, 90]", with: "ageing: [15, 60, 90]")
        }
        let run = try sandbox.vigie("rebuild", "--check")
        #expect(run.status == 1)
        #expect(run.output.contains("Les règles ont changé"))
        _ = try sandbox.once("2026-11-24")
        #expect(try sandbox.vigie("rebuild", "--check").status == 0)
    }

    @Test func `beside an agent at work the proof is refused, or mistakes what comes meanwhile for a difference`()
        throws
    {
        let sandbox = try Sandbox()
        let agent = sandbox.process(["run"])
        agent.standardError = FileHandle.nullDevice
        try agent.run()
        defer { agent.terminate() }
        var proved: Set<String> = []
        for number in 1...5 {
            try sandbox.drop(
                "\(number).csv",
                "numero;date;echeance;client;montant_ttc\nF\(number);2026-11-01;2026-12-01;Lumen;100,00\n")
            let deadline = Date(timeIntervalSinceNow: 30)
            while !sandbox.read("portfolio/portfolio.json").contains("\"F\(number)\""), Date() < deadline {
                usleep(50_000)
            }
            let run = try sandbox.vigie("rebuild", "--check")
            #expect(run.status == 0, "\(run.output) \(run.errors)")
            let last = try #require(run.output.split(separator: "\n").last)
            #expect(last.contains("Un agent est au travail : comparé jusqu’à l’enregistrement"))
            proved.insert(String(last))
        }
        #expect(proved.count > 1)
        let written = try sandbox.vigie("rebuild")
        #expect(written.status == 75)
        // Somebody's hand in the view of a running agent is found too.
        try change("portfolio/portfolio.json", in: sandbox) { $0.replacing("\"open\":100.00", with: "\"open\":900.00") }
        let changed = try sandbox.vigie("rebuild", "--check")
        #expect(changed.status == 1, "\(changed.output) \(changed.errors)")
        #expect(changed.output.contains("le fichier dit 900.00"), "\(changed.output)")
    }
}
