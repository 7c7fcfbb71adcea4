import Receivables
import Testing

@testable import Ingest

/// Tables of limits as insurers and people write them: nothing that ends a limit may be overlooked.
@Suite struct LimitTableTests {
    /// `status amount from to`, and what kind of limit it is where not an ordinary one.
    private static func said(_ limit: CreditLimit) -> String {
        let days = [limit.from, limit.to].map { $0?.description ?? "-" }.joined(separator: " ")
        return "\(limit.status) \(limit.amount / 100) \(days)" + (limit.isTemporary ? " temporary" : "")
            + (limit.isGroup ? " group" : "")
    }

    private func read(_ columns: String, _ rows: String...) throws -> (limits: [String], codes: [String]) {
        let lines = rows.map { "Dupont;552100554;Coface;50 000,00;\($0)\n" }
        let reading = try readTable("Client;SIREN;Assureur;Montant garanti;\(columns)\n" + lines.joined())
        let codes = reading.refusedRows.map(\.message.code) + reading.warnings.map(\.code)
        return (reading.limits.map(LimitTableTests.said), codes)
    }

    @Test(
        "cover that ended counts as in force, as nobody knew the column that ends it",
        arguments: [
            "Date de fin de garantie", "Échéance", "Date d'échéance de la garantie", "Fin de garantie",
            "Date fin garantie",
            "Fin d'effet", "Date limite de validité", "Expire le", "Limit expiry date", "Fin le", "Date d'échéance",
            "Effective until", "Valable jusqu'au", "Date de fin",
        ])
    func ends(_ heading: String) throws {
        let read = try read("Date d'effet;\(heading)", "01/01/2026;30/09/2026", "01/01/2026;")
        #expect(read.limits == ["granted 50000 2026-01-01 2026-09-30", "granted 50000 2026-01-01 -"])
        #expect(read.codes == [])
    }

    @Test(
        "a limit cancelled on a day is in force on that day and after it",
        arguments: ["Date de résiliation", "Date d'annulation", "Cancellation date", "Résiliée le", "Date de retrait"])
    func cancellations(_ heading: String) throws {
        let granted = try read("Date d'effet;\(heading)", "01/01/2026;15/11/2026")
        #expect(granted.limits == ["granted 50000 2026-01-01 2026-11-14"])
        let cancelled = try read("Statut;Date d'effet;\(heading)", "Résiliée;01/01/2026;15/11/2026")
        #expect(cancelled.limits == ["cancelled 50000 2026-11-15 -"])
        let both = try read("Date d'effet;Date de fin;\(heading)", "01/01/2026;31/12/2026;15/11/2026")
        #expect(both.limits == ["granted 50000 2026-01-01 2026-11-14"])
    }

    @Test(
        "a decision counts from the beginning of time, and the one it replaced still governs",
        arguments: [
            "Date de prise d'effet", "Date d'accord", "Début de garantie", "Effective from", "Date de début d'effet",
            "Date d'entrée en vigueur",
        ])
    func starts(_ heading: String) throws {
        #expect(try read(heading, "01/10/2026").limits == ["granted 50000 2026-10-01 -"])
        let effect = try read("Date de décision;Date de prise d'effet", "01/09/2026;01/10/2026", "01/09/2026;")
        #expect(effect.limits == ["granted 50000 2026-10-01 -", "granted 50000 2026-09-01 -"])
        let printed = try read("Date;\(heading)", "25/11/2026;01/10/2026", "25/11/2026;")
        #expect(printed.limits == ["granted 50000 2026-10-01 -", "granted 50000 - -"])
    }

    @Test("days that nobody understood are passed over without a word; others need none")
    func unknownDays() throws {
        let table = "Client;Assureur;Montant garanti;"
        func remarks(_ heading: String, _ cells: String...) throws -> [String] {
            let reading = try readTable(table + heading + "\n" + cells.map { "Dupont;Coface;100;\($0)\n" }.joined())
            return reading.warnings.map { "\($0.code) \($0.field ?? "-")" }
        }
        #expect(
            try remarks("Date limite de déclaration", "30/09/2026") == ["tables.limitDates Date limite de déclaration"])
        #expect(try remarks("Échéance police", "31/12/2026", "") == ["tables.limitDates Échéance police"])
        #expect(try remarks("Bilan", "12-Mar-2026") == ["tables.limitDates Bilan"])
        #expect(try remarks("Date de demande", "30/09/2026") == [])
        #expect(try remarks("Identifiant acheteur", "98765432") == [])
        #expect(try remarks("Motif", "Bilan du 31/12/2025", "Secteur") == [])
        #expect(try remarks("Fin de garantie", "") == [])
    }

    struct Decision: Sendable, CustomTestStringConvertible {
        let columns: String
        let cells: String
        let expected: String
        var testDescription: String { columns + " " + cells }
        init(_ columns: String, _ cells: String, _ expected: String) {
            self.columns = columns
            self.cells = cells
            self.expected = expected
        }
    }

    static let decisions: [Decision] = [
        Decision("Statut;Décision", "Active;Résiliation", "cancelled 50000 - -"),
        Decision("Décision;Statut", "Accord;Résiliée", "cancelled 50000 - -"),
        Decision("Etat;Décision;Motif de décision", "Valide;Refus total;Bilan", "refused 50000 - -"),
        Decision("Statut;Décision de l'assureur", "Active;Réduction", "reduced 50000 - -"),
        Decision("Statut;Statut client", "Accordée;Prospect", "granted 50000 - -"),
        Decision("Statut;Décision", "Active;", "granted 50000 - -"),
        Decision("Statut;Décision", "En cours;Accord", "granted 50000 - -"),
        Decision("Statut;Décision", "En attente;Refus", "refused 50000 - -"),
        Decision("Décision", "Maintien", "granted 50000 - -"),
        Decision("Décision", "Maintenue", "granted 50000 - -"),
        Decision("Décision", "Partial agreement", "granted 50000 - -"),
        Decision("Décision", "Approved in part", "granted 50000 - -"),
        Decision("Décision", "Accordé le 01/03/2026", "granted 50000 2026-03-01 -"),
        Decision("Décision;Date d'effet", "Accordé le 01/03/2026;01/04/2026", "granted 50000 2026-04-01 -"),
        Decision("Décision", "Accord jusqu'au 31/12/2026", "granted 50000 - 2026-12-31"),
        Decision("Décision", "Refusé le 01/03/2026", "refused 50000 2026-03-01 -"),
        Decision("Type de limite;Décision", "Temporaire;Accordée", "granted 50000 - - temporary"),
        Decision("Type de limite", "Temporaire", "granted 50000 - - temporary"),
        Decision("Type de limite", "Permanente", "granted 50000 - -"),
        Decision("Type", "Temporaire", "granted 50000 - - temporary"),
        Decision("Type", "Permanente", "granted 50000 - -"),
        Decision("Type;Décision", "Crédit client;Accord", "granted 50000 - -"),
        Decision("Décision", "Temporaire", "granted 50000 - - temporary"),
        Decision("Décision", "Accord temporaire", "granted 50000 - - temporary"),
        Decision("Décision", "Refus temporaire", "refused 50000 - -"),
        Decision("Décision", "Suspension temporaire", "cancelled 50000 - -"),
        Decision("Type de limite;Décision", "Limite groupe;Accordée", "granted 50000 - - group"),
        Decision("Type;Statut", "Groupe;Accordée", "granted 50000 - - group"),
        Decision("Product;Décision", "Credit limit;Accord", "granted 50000 - -"),
        Decision("Type de client;Décision", "Groupe;Accord", "granted 50000 - -"),
        Decision("Type de limite;Décision", "DCL;Refusée", "refused 50000 - -"),
    ]

    @Test("a limit is granted for good that was cancelled, refused, or is temporary or a group's", arguments: decisions)
    func decision(_ example: Decision) throws {
        let read = try read(example.columns, example.cells)
        #expect(read.limits == [example.expected])
        #expect(read.codes == [])
    }

    @Test(
        "cover of buyers nobody decided on becomes a limit of their own",
        arguments: ["DCL", "Non dénommé", "Limite discrétionnaire", "Discretionary limit"])
    func unnamed(_ word: String) throws {
        for columns in ["Type de limite;Décision", "Type;Statut"] {
            let read = try read(columns, "\(word);Accordée")
            #expect(read.limits == [])
            #expect(read.codes == ["tables.unnamedLimit"])
        }
    }

    @Test(
        "a request is refused every day, as if somebody could write the decision nobody took",
        arguments: ["En attente", "En cours d'étude", "Demande en cours", "Pending", "In progress", "À l'étude"])
    func pending(_ word: String) throws {
        let reading = try readTable(
            "Client;Assureur;Montant garanti;Décision\nA;Coface;;\(word)\nB;Coface;100;\(word)\nC;Coface;100;Accord\n")
        #expect(reading.limits.map(\.buyer.name) == ["C"])
        #expect(reading.refusedRows == [])
        #expect(reading.warnings.map(\.arguments) == [["count": "2", "value": word]])
    }

    @Test("what is being examined is in force, or what is in force is passed over")
    func running() throws {
        let reading = try readTable(
            "Client;Assureur;Montant garanti;Statut\nA;Coface;;En cours\nB;Coface;100;En cours\n")
        #expect(reading.limits.isEmpty)
        #expect(reading.warnings.map(\.code) == ["tables.pendingLimit"])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.limitStatus"])
    }

    @Test("a decision nobody knows is read as granted beside another")
    func unknownDecision() throws {
        let read = try read("Statut;Décision", "Active;Bidule")
        #expect(read.limits == [])
        #expect(read.codes == ["tables.limitStatus"])
    }
}
