import Foundation
import Testing

/// `vigie csv guess` on tables nobody described: what it proposes reads the file, says what it is unsure of, and never
/// overwrites what somebody wrote.
@Suite struct CSVGuessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let text: String
        /// What `vigie read --json` says of the file once the description is in place, by `"key":value` pieces.
        let reads: [String]
        /// Lines of the proposal.
        let proposes: [String]
        var bytes: Data? = nil
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "odd names, known by their values",
            file: "export.csv",
            text: """
                Société du Nord - Grand livre;;;;;
                Edité le 05/11/2026;;;;;
                Pce;Emission;Terme;Raison;Hors taxe;Taxe;A percevoir
                FA-2026-0001;03/01/2026;28/02/2026;Brel SA;1 000,00;200,00;1 200,00
                FA-2026-0002;15/01/2026;28/02/2026;Lumen SARL;50,00;10,00;60,00
                FA-2026-0003;31/01/2026;15/03/2026;Brel SA;-20,00;-4,00;-24,00
                Total;;;;1 030,00;206,00;1 236,00
                """,
            reads: [
                "\"number\":\"FA-2026-0001\"", "\"issued\":\"2026-01-03\"", "\"due\":\"2026-02-28\"",
                "\"payable\":1200.00",
                "\"kind\":\"creditNote\"", "\"effect\":-24.00", "\"name\":\"Lumen SARL\"",
            ],
            proposes: [
                "  # À vérifier : « Terme » est prise pour due d'après ses seules valeurs.", "  total: \"A percevoir\"",
                "  net: \"Hors taxe\"", "dates: dayFirst", "decimalMark: comma",
            ]),
        Case(
            name: "months first, decimal points, commas between cells",
            file: "sales report.csv",
            text: """
                Invoice No,Invoice Date,Due Date,Customer,Amount,Status
                1001,01/31/2026,03/02/2026,"Brel, SA","1,200.50",Sent
                1002,02/01/2026,03/03/2026,Lumen,60.00,Sent
                1003,02/03/2026,03/05/2026,Lumen,70.00,Draft
                """,
            reads: [
                "\"issued\":\"2026-01-31\"", "\"due\":\"2026-03-03\"", "\"payable\":1200.50", "\"name\":\"Brel, SA\"",
            ],
            proposes: ["dates: monthFirst", "decimalMark: point", "  \"Status\": [\"Draft\"]"]),
        Case(
            name: "payments in old characters",
            file: "encaissements.txt", text: "",
            reads: [
                "\"kind\":\"payment\"", "\"amount\":1200.00", "\"date\":\"2026-01-31\"",
                "\"name\":\"Société Générale d'été\"",
            ],
            proposes: ["row: payment", "encoding: Windows-1252", "separator: tab"],
            bytes: Data(
                Array(
                    "R\u{E9}glement le\tD\u{E9}biteur\tMode\tSomme re\u{E7}ue\n".unicodeScalars.map { UInt8($0.value) })
                    + Array(
                        "31/01/2026\tSoci\u{E9}t\u{E9} G\u{E9}n\u{E9}rale d'\u{E9}t\u{E9}\tVIR\t1200,00\n02/02/2026\tLumen\tCHQ\t60,00\n"
                            .unicodeScalars.map { UInt8($0.value) }))),
        Case(
            name: "lines of invoices",
            file: "lignes.csv",
            text: """
                N° facture;Date;Client;Désignation;Qté;Montant ligne TTC
                F1;31/01/2026;Brel SA;Vis;10;12,00
                F1;31/01/2026;Brel SA;Écrous;10;8,00
                F2;01/02/2026;Lumen;Vis;1;1,20
                F2;01/02/2026;Lumen;Port;1;5,00
                """,
            reads: ["\"number\":\"F1\"", "\"payable\":20.00", "\"payable\":6.20"],
            proposes: ["row: line", "lines: sum"]),
        Case(
            name: "what is open, of the day in the file's name",
            file: "Encours 20261105.csv",
            text: """
                Réf. pièce;Tiers;Date pièce;Échéance;Solde dû
                F1;Brel SA;31/01/2026;28/02/2026;120,00
                F2;Lumen;01/02/2026;28/02/2026;6,20
                """,
            reads: ["\"kind\":\"openItems\"", "\"date\":\"2026-11-05\"", "120.00"],
            proposes: ["kind: openItems", "listed: \"*{yyyy}{mm}{dd}*\""]),
        Case(
            name: "a balance by age",
            file: "balance.csv",
            text: """
                Compte;Nom;Total;Non échu;0-30;31-60;> 60 jours
                C1;Brel SA;120,00;100,00;20,00;0,00;0,00
                C2;Lumen;6,20;0,00;0,00;6,20;0,00
                """,
            reads: [], proposes: ["kind: agedBalance", "buckets: [\"Non échu\", \"0-30\", \"31-60\", \"> 60 jours\"]"]),
        Case(
            name: "a journal of all accounts",
            file: "journal.csv",
            text: """
                Journal;Date;Compte;Libellé compte;Pièce;Libellé;Débit;Crédit;Lettrage;Échéance
                VE;05/09/2026;411DUP;DUPONT ET FILS;FA1;Facture FA1 DUPONT;1200,00;;;05/10/2026
                VE;05/09/2026;707000;Ventes de marchandises;FA1;Facture FA1 DUPONT;;1000,00;;
                VE;05/09/2026;445710;TVA collectée;FA1;Facture FA1 DUPONT;;200,00;;
                BQ;25/10/2026;411DUP;DUPONT ET FILS;RELEVE10;Virement DUPONT FA1;;700,00;;
                BQ;25/10/2026;512000;Banque;RELEVE10;Virement DUPONT FA1;700,00;;;
                HA;26/10/2026;401FOU;FOURNISSEUR;A55;Achat;;600,00;;26/11/2026
                HA;26/10/2026;607000;Achats;A55;Achat;500,00;;;
                """,
            reads: ["\"number\":\"FA1\"", "\"kind\":\"payment\"", "\"amount\":700.00", "\"name\":\"DUPONT ET FILS\""],
            proposes: [
                "  \"Compte\": [\"411*\", \"413*\", \"416*\"]", "  invoice: [\"ve\"]", "  payment: [\"bq\"]",
                "# À vérifier : seuls ces comptes de « Compte » sont lus, comme ceux des clients.",
                "# Aperçu : 2 document(s) lus par cette description, les premiers :",
            ]),
        Case(
            name: "entries under the account and name of each customer",
            file: "echeancier clients.csv",
            text: """
                Date;Journal;N° pièce;Libellé;Échéance;Mode de règlement;Débit;Crédit
                411DUPONT;DUPONT ET FILS;;;;;;
                03/09/2026;VE;FA0001234;Facture FA0001234;31/10/2026;Virement;1 200,00;
                20/10/2026;BQ;VIR2010;Virement Dupont;20/10/2026;Virement;;1 200,00
                ;;;Total 411DUPONT;;;1 200,00;1 200,00
                411MARTIN;MARTIN BTP;;;;;;
                12/11/2026;VE;AV0000012;Avoir AV0000012;12/11/2026;;;500,00
                ;;;Total 411MARTIN;;;0,00;500,00
                ;;;Total général;;;1 200,00;1 700,00
                """,
            reads: [
                "\"number\":\"FA0001234\"", "\"code\":\"411DUPONT\"", "\"name\":\"MARTIN BTP\"",
                "\"kind\":\"creditNote\"", "\"kind\":\"payment\"",
            ],
            proposes: ["groupedByCustomer: true", "  payment: [\"bq\"]"]),
        Case(
            name: "a title that is no plain word, twice",
            file: "doublons.csv",
            text: """
                No;#Date: jour;Client;"Montant ""TTC""\";no
                A1;31/01/2026;Brel SA;1,50;x
                A2;28/02/2026;Lumen;2,50;y
                """,
            reads: ["\"number\":\"A1\"", "\"payable\":1.50"], proposes: ["  total: \"Montant \\\"TTC\\\"\""]),
    ]

    private func file(_ item: Case, in sandbox: Sandbox) throws -> String {
        let path = sandbox.home.appendingPathComponent(item.file)
        try (item.bytes ?? Data(item.text.utf8)).write(to: path)
        return path.path
    }

    @Test("a description is proposed that does not read its file", arguments: cases)
    func reads(_ item: Case) throws {
        let sandbox = try Sandbox()
        let path = try file(item, in: sandbox)
        let guess = try sandbox.vigie("csv", "guess", path, "--write", "--name", "devine")
        try #require(guess.status == 0, "\(guess.output)\(guess.errors)")
        for line in item.proposes { #expect(guess.output.contains(line + "\n"), "\(line) in\n\(guess.output)") }
        #expect(guess.errors.contains("Écrite dans \(sandbox.home.path)/rules/csv/devine.yaml."))
        let read = try sandbox.vigie("read", "--json", path)
        for piece in item.reads { #expect(read.output.contains(piece), "\(piece) in\n\(read.output)\(read.errors)") }
        #expect(try sandbox.vigie("read", path).output.contains("csv:devine"))
        // The preview counts what is read afterwards.
        let count = read.output.split(separator: "\n").count
        #expect(guess.output.contains("Aperçu : \(count) document(s) lus par cette description"))
    }

    @Test func `nothing is written over what is there, and nothing without being asked`() throws {
        let sandbox = try Sandbox()
        let path = try file(CSVGuessTests.cases[0], in: sandbox)
        let target = sandbox.home.appendingPathComponent("rules/csv/export.yaml").path
        #expect(try sandbox.vigie("csv", "guess", path).status == 0)
        #expect(!FileManager.default.fileExists(atPath: target))
        #expect(try sandbox.vigie("csv", "guess", path, "--write").status == 0)
        let written = sandbox.read("rules/csv/export.yaml")
        let again = try sandbox.vigie("csv", "guess", path, "--write")
        #expect(again.status == 65)
        #expect(again.errors.contains("rules/csv/export.yaml existe déjà : rien n'est écrit. Choisissez un autre nom"))
        #expect(again.errors.contains("rules/csv/export.yaml exists already: nothing is written."))
        #expect(sandbox.read("rules/csv/export.yaml") == written)
        #expect(again.output.contains("Ce fichier est déjà lu sans cette description (csv:export)"))
    }

    @Test(
        "a file of which nothing can be made is guessed at all the same",
        arguments: [
            ("a;b\n", "guess.noTable", "Aucune ligne d'en-tête suivie de lignes de données n'a été trouvée"),
            ("farine;sucre\n250;100\n300;50\n", "guess.missing", "Aucune colonne ne peut être prise pour « issued »"),
        ])
    func refuses(_ text: String, _ code: String, _ sentence: String) throws {
        let sandbox = try Sandbox()
        try Data(text.utf8).write(to: sandbox.home.appendingPathComponent("x.csv"))
        let guess = try sandbox.vigie("csv", "guess", sandbox.home.path + "/x.csv", "--write")
        #expect(guess.status == 65)
        #expect(guess.errors.contains(sentence), "\(guess.errors)")
        #expect(!FileManager.default.fileExists(atPath: sandbox.home.path + "/rules/csv/x.yaml"))
    }

    @Test("a name that would leave the folder is taken", arguments: ["../x", "a/b", "-x", "É"])
    func names(_ name: String) throws {
        let sandbox = try Sandbox()
        let path = try file(CSVGuessTests.cases[0], in: sandbox)
        let guess = try sandbox.vigie("csv", "guess", path, "--write", "--name=\(name)")
        #expect(guess.status == 65)
        #expect(guess.errors.contains("« \(name) » ne peut pas être le nom d'une description."))
    }

    @Test func `rows that would be refused are shown with their reason`() throws {
        let sandbox = try Sandbox()
        let text = CSVGuessTests.cases[0].text + "\nFA-2026-0004;31/02/2026;28/02/2026;Lumen;1,00;0,20;1,20\n"
        try Data(text.utf8).write(to: sandbox.home.appendingPathComponent("x.csv"))
        let guess = try sandbox.vigie("csv", "guess", sandbox.home.path + "/x.csv")
        #expect(guess.output.contains("1 ligne(s) seraient refusées, les premières :"))
        #expect(guess.output.contains("ligne 8 : "))
    }
}
