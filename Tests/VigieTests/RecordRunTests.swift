import Foundation
import Testing

/// Facts recorded by command.
@Suite struct RecordRunTests {
    private static let invoices = """
        Numéro;Date facture;Échéance;Client;SIREN;Code client;Montant TTC
        F1;01/09/2026;01/10/2026;Atelier Lumen;900000019;0042;5 000,00
        F2;15/11/2026;15/12/2026;Atelier Nord;900000027;0043;3 000,00

        """

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", RecordRunTests.invoices)
        #expect(try sandbox.once().status == 0)
        return sandbox
    }

    @discardableResult
    private func record(_ sandbox: Sandbox, _ arguments: String...) throws -> Sandbox.Run {
        try sandbox.vigie(["record"] + arguments, with: ["VIGIE_NOW": "2026-11-23T09:00:00+01:00"])
    }

    private func inbox(_ sandbox: Sandbox) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path + "/inbox")
    }

    @Test func `a promise by command is not booked at once, or twice`() throws {
        let sandbox = try sandbox()
        let promise = ["promise", "lumen", "--invoice", "F1", "--until", "2026-12-15", "--by", "C. Martin"]
        let run = try sandbox.vigie(["record"] + promise, with: ["VIGIE_NOW": "2026-11-23T09:00:00+01:00"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output.hasPrefix(
                "Enregistré pour Atelier Lumen (siren:900000019) : promesse de règlement F1 pour le 15/12/2026 par C. Martin. [processed/2026-11/"
            ), "\(run.output)")
        let again = try sandbox.vigie(["record"] + promise, with: ["VIGIE_NOW": "2026-11-23T09:00:00+01:00"])
        #expect(again.output.contains("déjà enregistré"))
        #expect(try sandbox.vigie("history", "lumen").output.split(separator: "promesse de règlement").count == 2)
        #expect(try inbox(sandbox) == [])
    }

    @Test func `beside a running agent a fact is lost, or the command takes the books from it`() throws {
        let sandbox = try sandbox()
        let agent = sandbox.process(["run"])
        agent.standardError = FileHandle.nullDevice
        try agent.run()
        defer { agent.terminate() }
        let deadline = Date(timeIntervalSinceNow: 20)
        while sandbox.read("portfolio/lock") != "\(agent.processIdentifier)\n", Date() < deadline { usleep(50_000) }
        for step in 1...3 {
            let run = try record(sandbox, "reminder", "0042", "--value", "relance \(step)", "--by", "C. Martin")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("[processed/"), "\(run.output)")
        }
        #expect(agent.isRunning)
        #expect(try inbox(sandbox) == [])
        let history = try sandbox.vigie("history", "lumen").output
        for step in 1...3 { #expect(history.contains("relance \(step)")) }
    }

    @Test func `what the agent would refuse is written, or refused without saying how to mend it`() throws {
        let sandbox = try sandbox()
        let wrong: [([String], Int32, String)] = [
            (
                ["decision", "0042", "--amount", "80000", "--by", "C. Martin", "--second", "c.MARTIN"], 1,
                "demande deux noms différents. Ajoutez --second à la commande."
            ),
            (["decision", "0042", "--amount", "80000"], 1, "qui l'a prise. Ajoutez --by à la commande."),
            (["verification", "0042"], 1, "Une vérification doit dire qui l'a faite. Ajoutez --by NOM."),
            (["promise", "0042", "--invoice", "F1"], 1, "Ajoutez --until à la commande."),
            (["dispute", "0042"], 1, "Ajoutez --invoice à la commande."),
            (["rating", "0042", "--value", "très bon"], 1, "sur quelle échelle"),
            (["reminder", "personne"], 1, "aucun client ne correspond"),
            (["reminder", "atelier"], 1, "plusieurs clients correspondent"),
            (["reminder", "900000018"], 1, "aucun client ne correspond"),
            (["apology", "0042"], 64, "is not one of"),
            (["write-off", "0042", "--invoice", "F1", "--amount", "1.234"], 64, "without thousands separators"),
            (["reminder", "0042", "--date", "2026-02-30"], 64, "--date wants a date"),
        ]
        for (arguments, status, sentence) in wrong {
            let run = try sandbox.vigie(["record"] + arguments, with: [:])
            #expect(run.status == status, "\(arguments)")
            #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
        }
        #expect(try inbox(sandbox) == [])
        #expect(sandbox.files(under: "rejected").isEmpty)
    }

    @Test func `every kind of fact can be recorded, on its day, and shows in the history`() throws {
        let sandbox = try sandbox()
        let facts: [([String], String)] = [
            (["decision", "0042", "--amount", "80000,50", "--by", "A. Roy", "--second", "C. Martin"], "décision  80"),
            (["verification", "0042", "--by", "A. Roy"], "vérification  par A. Roy"),
            (["dispute", "0042", "--invoice", "F1", "--amount", "100"], "litige  F1  100,00"),
            (["dispute-closed", "0042", "--invoice", "F1"], "litige clos  F1"),
            (["reminder", "0042", "--value", "2"], "relance  2"),
            (["rating", "0042", "--value", "4+", "--source", "Banque de France"], "notation externe  4+"),
            (["write-off", "0042", "--invoice", "F1", "--amount", "10"], "passage en perte  F1  -10,00"),
            (["proceeding", "0042", "--value", "sauvegarde"], "procédure collective  sauvegarde"),
            (["proceeding-closed", "0042"], "procédure collective close"),
        ]
        for (arguments, _) in facts {
            let run = try sandbox.vigie(["record"] + arguments + ["--later", "--date", "2026-11-20"], with: [:])
            #expect(run.status == 0, "\(arguments): \(run.errors)")
            #expect(run.output.contains("Personne ne l'a encore pris"))
        }
        #expect(try inbox(sandbox).count == facts.count)
        #expect(try sandbox.once().output.contains("documents comptabilisés : \(facts.count)"))
        let history = try sandbox.vigie("history", "0042").output.replacing("\u{202F}", with: " ").replacing(
            "\u{A0}", with: " ")
        for (_, shown) in facts { #expect(history.contains("20/11/2026  " + shown), "\(shown)\n\(history)") }
    }

    @Test func `a new company can be checked before its first invoice`() throws {
        let sandbox = try sandbox()
        let run = try record(sandbox, "verification", "900 000 035", "--by", "C. Martin")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try sandbox.vigie("history", "900000035").output.contains("vérifié le 23/11/2026 par C. Martin"))
    }

    @Test func `a company that was sold stays in its old group, by command or by file`() throws {
        let sandbox = try sandbox()
        func groups() -> Int { sandbox.read("portfolio/portfolio.json").split(separator: "\"members\"").count - 1 }
        try sandbox.drop("clients.csv", "code;nom;parent\n0042;Atelier Lumen;Hold SA\n0043;Atelier Nord;Hold SA\n")
        _ = try sandbox.once()
        #expect(groups() == 1)
        // A file with an empty column says nothing of groups.
        try sandbox.drop("clients2.csv", "code;nom;parent;secteur\n0042;Atelier Lumen;;Bâtiment\n")
        _ = try sandbox.once()
        #expect(groups() == 1)
        try sandbox.drop("vente.csv", "code;nom;parent;debut\n0042;Atelier Lumen;-;2026-11-20\n")
        _ = try sandbox.once()
        #expect(groups() == 0)
        let bought = try record(sandbox, "parent", "lumen", "--value", "Hold SA", "--date", "2026-11-21")
        #expect(bought.output.contains("société mère Hold SA"), "\(bought.output) \(bought.errors)")
        #expect(groups() == 1)
        let sold = try record(sandbox, "parent", "nord", "--value", "aucun")
        #expect(sold.output.contains("aucune société mère"), "\(sold.output) \(sold.errors)")
        #expect(groups() == 0)
        #expect(try record(sandbox, "parent", "nord").errors.contains("Il faut dire à qui la société appartient"))
        let portfolio = sandbox.read("portfolio/portfolio.json")
        try FileManager.default.removeItem(atPath: sandbox.home.path + "/portfolio/portfolio.json")
        _ = try sandbox.once()
        #expect(sandbox.read("portfolio/portfolio.json") == portfolio)
    }
}
