import Receivables
import Testing

@testable import Ingest

@Suite struct ExternalReadingTests {
    // MARK: Which service

    @Test("an answer is taken for another service's, or a message of SWIFT for JSON")
    func identified() {
        let record = External.bodacc()
        for text in [
            record, "[\(record)]", "[\n \(record), \(record)]", "{\"total_count\":1,\"results\":[\(record)]}",
            "{\"results\":[\(record)],\"total_count\":1}",
            "{\"nhits\":1,\"records\":[{\"recordid\":\"a\",\"fields\":\(record)}]}",
            "{\"records\":[{\"links\":[],\"record\":{\"id\":\"a\",\"fields\":\(record)}}]}",
            record + "\n" + record + "\n",
            "\u{FEFF}" + record, "{\"total_count\":0,\"results\":[]}",
        ] { #expect(External.importer(text) == "bodacc", "\(text)") }
        #expect(
            External.importer("{\"results\":[\(External.company("\"x\":1"))],\"total_results\":1}")
                == "recherche-entreprises")
        #expect(External.importer("{\"results\":[],\"total_results\":0}") == "recherche-entreprises")
        #expect(External.importer(External.pappers("\"x\":1")) == "pappers")
        #expect(External.importer("{\"resultats\":[\(External.pappers("\"x\":1"))],\"total\":1}") == "pappers")
        #expect(External.importer("{\"a\":1}") == "json")
        #expect(External.importer("[]") == "json")
        #expect(External.importer("{1:F01BANKFRPPAXXX}") != "json")
        #expect(External.importer("{ not json") != "json")
    }

    @Test("a page, an array, lines and one record alone do not give the same events")
    func shapes() throws {
        let record = External.bodacc()
        let one = try External.events(record)
        #expect(one.count == 1)
        for text in [
            "[\(record)]", "{\"total_count\":1,\"results\":[\(record)]}",
            "{\"nhits\":1,\"records\":[{\"recordid\":\"a\",\"fields\":\(record)}]}",
            "{\"records\":[{\"record\":{\"id\":\"a\",\"fields\":\(record)}}],\"total_count\":1}",
            "\u{FEFF}\(record)\r\n",
        ] { #expect(try External.events(text) == one, "\(text)") }
        let two = try External.read(record + "\n\n" + External.bodacc(family: "dpc") + "\n" + record)
        #expect(two.documents.map(\.line) == [1, 4])
        #expect(two.warnings.map(\.line) == [3])
    }

    // MARK: Announcements

    static let steps: [(text: String, more: String, kind: CustomerEvent.Kind?)] = [
        ("Jugement d'ouverture d'une procédure de sauvegarde", "", .proceeding),
        ("Jugement d'ouverture d'une procédure de redressement judiciaire", "", .proceeding),
        ("Jugement d'ouverture de liquidation judiciaire simplifiée", "", .proceeding),
        ("Jugement de conversion en liquidation judiciaire", "", .proceeding),
        ("Jugement d'extension de liquidation judiciaire", "", .proceeding),
        ("Jugement arrêtant le plan de sauvegarde", "", .proceeding),
        ("Jugement arrêtant le plan de cession", "", .proceeding),
        ("Jugement prononçant la résolution du plan et la liquidation judiciaire", "", .proceeding),
        ("Jugement de clôture pour extinction du passif", "", .proceedingClosed),
        ("Jugement mettant fin à la procédure de redressement judiciaire", "", .proceedingClosed),
        ("Arrêt de la Cour d'appel infirmant une décision", "", .proceedingClosed),
        ("Arrêt confirmant la liquidation judiciaire", "", .proceeding),
        ("Rétractation sur tierce opposition", "", .proceedingClosed),
        ("Dépôt de l'état des créances", "", nil),
        ("Interdiction de gérer", "liquidation judiciaire", nil),
        ("Jugement de remplacement du mandataire", "", nil),
        ("Autre jugement et ordonnance", "Ouvre les opérations de la liquidation judiciaire", .proceeding),
        ("Autre jugement et ordonnance", "Désigne Me X mandataire", nil),
    ]

    @Test("a judgement is read as something else than it is", arguments: steps)
    func step(_ text: String, _ more: String, _ kind: CustomerEvent.Kind?) throws {
        let reading = try External.read(External.bodacc(External.nature(text, more: more)))
        #expect(try External.events(External.bodacc(External.nature(text, more: more))).first?.kind == kind, "\(text)")
        #expect(reading.warnings.isEmpty == (kind != nil))
    }

    @Test("an opening does not say until when claims can be lodged, or a cancelled one still stands")
    func opening() throws {
        let opened = try #require(try External.events(External.bodacc(published: "2026-12-31")).first)
        #expect(opened.date == Day(iso: "2026-11-12"))
        #expect(opened.until == Day(iso: "2027-02-28"))
        #expect(opened.party == Party(siren: "900000019"))
        #expect(opened.source == "BODACC")
        #expect(try External.events(External.bodacc(type: "annulation")).map(\.kind) == [.proceedingClosed])
        let closing = External.nature("Jugement de clôture pour extinction du passif")
        #expect(try External.events(External.bodacc(closing, type: "annulation")).map(\.kind) == [.proceeding])
    }

    @Test("a company struck off for lack of assets is not known to have ceased")
    func lack() throws {
        let events = try External.events(
            External.bodacc(External.nature("Jugement de clôture pour insuffisance d'actif")))
        #expect(events.map(\.kind) == [.proceedingClosed, .register])
        #expect(events.last?.register?.isActive == false)
    }

    @Test(
        "a misprinted day of a judgement is believed",
        arguments: [
            ("2026-11-12", "2026-11-12"), ("12/11/2026", "2026-11-12"), ("12 novembre 2026", "2026-11-12"),
            ("1er août 2026", "2026-08-01"), ("5026-11-12", "2026-11-20"), ("2026-12-01", "2026-11-20"),
            ("0009-12-02", "2026-11-20"), ("31/02/2026", "2026-11-20"), ("", "2026-11-20"),
        ])
    func days(_ written: String, _ expected: String) throws {
        let nature = External.nature("Jugement d'ouverture de sauvegarde", date: written)
        #expect(try External.events(External.bodacc(nature)).map(\.date) == [Day(iso: expected)])
    }

    @Test("the company of an announcement is found in one form of its number only")
    func registers() throws {
        for siren in ["[\"900000019\",\"900 000 019\"]", "\"900 000 019,900000019\"", "[\"900 000 019\"]"] {
            #expect(try External.events(External.bodacc(siren: siren)).map(\.party) == [Party(siren: "900000019")])
        }
        let both = try External.events(External.bodacc(siren: "[\"900000019\",\"900000027\",\"900000018\"]"))
        #expect(both.map(\.party.siren) == ["900000019", "900000027"])
        let persons =
            #""listepersonnes":"{\"personne\":{\"numeroImmatriculation\":{\"numeroIdentification\":\"900 000 027\"}}}""#
        let text = External.bodacc(siren: "null").replacing("\"listepersonnes\":null", with: persons)
        #expect(try External.events(text).map(\.party.siren) == ["900000027"])
    }

    // MARK: Companies

    @Test("a ceased company is read as active, or an active one as ceased")
    func states() throws {
        func state(_ text: String) throws -> RegisterEntry? { try External.events(text).first?.register }
        #expect(try state(External.company(#""etat_administratif":"A""#))?.isActive == true)
        let ceased = try state(External.company(#""etat_administratif":"C","date_fermeture":"2026-06-30""#))
        #expect(ceased?.isActive == false)
        #expect(ceased?.ceased == Day(iso: "2026-06-30"))
        #expect(try state(External.pappers(#""entreprise_cessee":false,"statut_rcs":"Inscrit""#))?.isActive == true)
        #expect(
            try state(External.pappers(#""entreprise_cessee":true,"date_cessation":"2026-01-05""#))?.isActive == false)
        #expect(
            try state(External.pappers(#""statut_rcs":"Radié","date_radiation_rcs":"2026-01-05""#))?.isActive == false)
    }

    @Test("the last accounts are another year's, or not to the cent")
    func accounts() throws {
        let finances = #""finances":{"2023":{"ca":1},"2024":{"ca":34569000000,"resultat_net":-12.5}}"#
        let found = try External.events(External.company(finances)).first?.register?.accounts
        #expect(found == RegisterEntry.Accounts(year: 2024, turnover: 3_456_900_000_000, result: -1250))
        let absurd = #""finances":{"2024":{"ca":1e300,"resultat_net":999999999999999999999}}"#
        #expect(
            try External.events(External.company(absurd)).first?.register?.accounts
                == RegisterEntry.Accounts(year: 2024))
    }

    @Test("a procedure that became another is taken for ended")
    func conversions() throws {
        func kinds(_ stages: String, _ more: String = "") throws -> [String] {
            try External.events(External.pappers("\"procedures_collectives\":[\(stages)]\(more)")).dropFirst()
                .map { "\($0.kind.rawValue) \($0.date)" }
        }
        let safeguard = #"{"type":"Sauvegarde","date_debut":"2024-05-20","date_fin":"2025-02-10"}"#
        let receivership = #"{"type":"Redressement judiciaire","date_debut":"2025-02-10","date_fin":null}"#
        #expect(try kinds(safeguard) == ["proceeding 2024-05-20", "proceedingClosed 2025-02-10"])
        #expect(
            try kinds(safeguard + "," + receivership) == ["proceeding 2024-05-20", "proceeding 2025-02-10"])
        #expect(try kinds("", ",\"procedure_collective_en_cours\":true") == ["proceeding 2026-11-18"])
        #expect(try kinds("", ",\"procedure_collective_en_cours\":false") == [])
    }

    @Test("a score of Pappers is on no scale, or a later one hides the financial one")
    func scores() throws {
        func rating(_ members: String) throws -> CustomerEvent? {
            try External.events(External.pappers(members)).first { $0.kind == .rating }
        }
        let other = #""scoring_non_financier":{"note":"C","score":9.5,"date_calcul":"2026-11-16"}"#
        let both = try rating(#""scoring_financier":{"note":"D","score":6.4,"date_calcul":"2026-11-15"},"# + other)
        #expect(both?.value == "6.4/20")
        #expect(both?.date == Day(iso: "2026-11-15"))
        #expect(try rating(#""scoring_financier":{"note":null,"score":null,"erreur":"x"},"# + other)?.value == "9.5/20")
        #expect(try rating(#""scoring_financier":{"note":"B","score":null}"#)?.value == "B")
        #expect(try rating(#""scoring_financier":null"#) == nil)
    }

    // MARK: Hostile

    @Test("a file made to exhaust the machine does")
    func hostile() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: Refusal.self) { try External.read(External.pappers("\"finances\":\(deep)")) }
        let nested = "{\"siren\":" + String(repeating: "{\"a\":", count: 50) + "1" + String(repeating: "}", count: 51)
        #expect(throws: Refusal.self) {
            try External.read(nested.replacing("{\"siren\"", with: "{\"denomination\":1,\"siren\""))
        }
        let wide = "[" + String(repeating: "0,", count: 60_000) + "0]"
        #expect(throws: Refusal.self) { try External.read(External.pappers("\"finances\":\(wide)")) }
        // What is not kept costs nothing, however large.
        #expect(try External.events(External.pappers("\"etablissements\":\(wide)")).count == 1)
        let long = String(repeating: "x", count: 100_000)
        let event = try #require(try External.events(External.pappers("\"forme_juridique\":\"\(long)\"")).first)
        #expect(event.register?.legalForm?.count == 500)
    }

    @Test("half an answer is taken for a whole one")
    func torn() throws {
        let whole = "{\"total_count\":2,\"results\":[\(External.bodacc()),\(External.bodacc())]}"
        for length in stride(from: 80, to: whole.utf8.count, by: 97) {
            let half = String(decoding: Array(whole.utf8.prefix(length)), as: UTF8.self)
            #expect(throws: Refusal.self) { try External.read(half) }
        }
        #expect(try External.events(whole).count == 2)
    }

    @Test("a number of another's JSON keeps the file from being read")
    func numbers() throws {
        for number in ["1e5", "-0", "0.000000000000000000001", "123456789012345678901234567890", "1.5E-3"] {
            #expect(try External.events(External.pappers("\"capital\":\(number),\"finances\":[\(number)]")).count == 1)
        }
        for number in ["01", "1.", ".5", "1e", "--1", "+1"] {
            #expect(throws: Refusal.self) { try External.read(External.pappers("\"capital\":\(number)")) }
        }
    }

    // MARK: Ratings as a table

    @Test("a note is a rating in a table of actions, or a remark in a table of ratings")
    func notes() throws {
        let actions = try External.read("evenement;date;siren;note\nrelance;01/11/2026;900000019;appelé\n")
        let ratings = try External.read("siren;note;date;source\n900000019;65/100;01/11/2026;Ellisphere\n")
        let remarked = try External.read("siren;cotation;note;date\n900000019;4+;à revoir;01/11/2026\n")
        func event(_ reading: Reading) -> CustomerEvent? {
            if case .event(let event)? = reading.documents.first { event } else { nil }
        }
        #expect(event(actions)?.note == "appelé")
        #expect(event(actions)?.value == nil)
        #expect(event(ratings)?.value == "65/100")
        #expect(event(ratings)?.note == nil)
        #expect(event(remarked)?.value == "4+")
        #expect(event(remarked)?.note == "à revoir")
    }
}
