import Ingest
import Receivables
import Testing

@testable import Agent

/// Every sentence about descriptions, listings and aged balances, from texts that bring it about.
@Suite struct DescriptionSentenceTests {
    /// A description and perhaps a file read by it.
    struct Case: Sendable, CustomTestStringConvertible {
        let template: MessageTemplate
        let yaml: String
        var file: (name: String, text: String)? = nil
        let french: String
        let english: String
        var testDescription: String { template.code }
    }

    static let movements = """
        recognise: {headers: [No, Jour, Qui, TTC]}
        columns: {number: No, issued: Jour, customer: Qui, total: TTC, type: Genre}
        types: {invoice: [F]}

        """
    static let open = """
        kind: openItems
        recognise: {headers: [No, Qui, Reste]}
        listed: "*{yyyy}-{mm}-{dd}*"
        columns: {number: No, customer: Qui, open: Reste, listed: Au}

        """
    static let balance = """
        kind: agedBalance
        recognise: {headers: [Qui, Total]}
        columns: {customer: Qui, total: Total}
        buckets: [Non échu, Échu]

        """

    static let cases: [Case] = [
        Case(
            template: .csvTypeUnknown, yaml: movements,
            file: ("x.csv", "No;Jour;Qui;TTC;Genre\n1;31/01/2026;Brel;1,00;Ristourne\n"),
            french: "« Ristourne » (colonne Genre) n'est pas un type décrit pour la source x.",
            english: "“Ristourne” (column Genre) is no type described for the source x."),
        Case(
            template: .descriptionMissingColumn, yaml: movements.replacing("total: TTC, ", with: ""),
            french: "rules/csv/x.yaml, ligne 2 : il faut une colonne pour « total » (invoice).",
            english: "rules/csv/x.yaml, line 2: a column is needed for “total” (invoice)."),
        Case(
            template: .descriptionPattern, yaml: open.replacing("{dd}", with: "{jj}"),
            french: "rules/csv/x.yaml, ligne 3 : « *{yyyy}-{mm}-{jj}* » n'est pas un modèle de nom de fichier.",
            english: "rules/csv/x.yaml, line 3: “*{yyyy}-{mm}-{jj}*” is no pattern for a file name."),
        Case(
            template: .descriptionNoDay,
            yaml: open.replacing("listed: \"*{yyyy}-{mm}-{dd}*\"\n", with: "").replacing(", listed: Au", with: ""),
            french: "rules/csv/x.yaml, ligne 1 : rien ne dit de quel jour est la liste.",
            english: "rules/csv/x.yaml, line 1: nothing says which day the listing is of."),
        Case(
            template: .descriptionUnused, yaml: movements + "buckets: [A]\n",
            french: "rules/csv/x.yaml, ligne 4 : « buckets » n'a pas de sens pour une description movements.",
            english: "rules/csv/x.yaml, line 4: “buckets” has no meaning for a description of kind movements."),
        Case(
            template: .csvPartlyPaid, yaml: movements.replacing("type: Genre", with: "left: Reste"),
            file: ("x.csv", "No;Jour;Qui;TTC;Reste\n1;31/01/2026;Brel;3,00;1,00\n"),
            french: "La liste dit qu'il reste 1.00 EUR à payer sur 3.00 EUR, sans dire quand le reste a été réglé : la "
                + "facture demeure ouverte en entier.",
            english: "The list says that 1.00 EUR of 3.00 EUR is left to pay, not when the rest was paid: the invoice "
                + "stays open in full."),
        Case(
            template: .csvReversed, yaml: movements.replacing("type: Genre", with: "status: Statut"),
            file: ("x.csv", "No;Jour;Qui;TTC;Statut\n1;31/01/2026;Brel;3,00;Extournée\n"),
            french:
                "La liste dit la facture extournée (« Extournée ») : elle reste ouverte jusqu'à l'avoir qui l'annule.",
            english:
                "The list says that the invoice is reversed (“Extournée”): it stays open until the credit note that "
                + "cancels it."),
        Case(
            template: .csvUsualDates, yaml: movements + "dates: usuallyMonthFirst\n",
            file: ("x.csv", "No;Jour;Qui;TTC\n1;02/11/2026;Brel;3,00\n"),
            french: "Dates lues mois d'abord, comme la source x les écrit d'habitude : aucune du fichier ne le montre.",
            english: "Dates are read month first, as the source x usually writes them: none in the file shows it."),
        Case(
            template: .listingEmpty, yaml: open, file: ("x-2026-11-02.csv", "No;Qui;Reste\n1;Brel;0,00\n"),
            french: "La liste ne contient aucun poste ouvert : elle dirait que tout est payé.",
            english: "The listing holds no open item: it would say that everything was paid."),
        Case(
            template: .listingIncomplete, yaml: open, file: ("x-2026-11-02.csv", "No;Qui;Reste\n1;Brel;douze\n"),
            french:
                "1 ligne(s) de la liste sont illisibles et passeraient pour payées. La première : « douze » n'est pas un "
                + "montant (colonne Reste).",
            english: "1 row(s) of the listing cannot be read and would pass for paid. The first: “douze” is not an "
                + "amount (column Reste)."),
        Case(
            template: .listingManyDays, yaml: open,
            file: ("x.csv", "No;Qui;Reste;Au\n1;Brel;1,00;02/11/2026\n2;Brel;1,00;13/11/2026\n"),
            french: "Les lignes de la liste ne sont pas toutes du même jour : 2026-11-02, 2026-11-13.",
            english: "The rows of the listing are not all of one day: 2026-11-02, 2026-11-13."),
        Case(
            template: .listingMerged, yaml: open,
            file: ("x-2026-11-02.csv", "No;Qui;Reste\n1;Brel;1,00\n1;Brel;2,00\n"),
            french: "1 ligne(s) ont été réunies à une autre du même numéro, à la première de leurs échéances.",
            english: "1 row(s) were joined to another of the same number, at the first of their due dates."),
        Case(
            template: .listingNoDay, yaml: open, file: ("liste.csv", "No;Qui;Reste\n1;Brel;1,00\n"),
            french: "Rien ne dit de quel jour est la liste « liste.csv » : son nom n'est pas de la forme "
                + "*{yyyy}-{mm}-{dd}*.",
            english: "Nothing says which day the listing “liste.csv” is of: its name is not of the form "
                + "*{yyyy}-{mm}-{dd}*."),
        Case(
            template: .listingTotal, yaml: open,
            file: ("x-2026-11-02.csv", "No;Qui;Reste\n1;Brel;1,00\nTotal;;3,00\n"),
            french: "La ligne de total annonce 3.00 EUR et les lignes lues font 1.00 EUR : la liste est incomplète.",
            english: "The total line says 3.00 EUR and the rows read make 1.00 EUR: the listing is incomplete."),
        Case(
            template: .balanceRowSum, yaml: balance, file: ("x.csv", "Qui;Total;Non échu;Échu\nBrel;5,00;1,00;2,00\n"),
            french: "Les tranches font 3.00 EUR pour un total de 5.00 EUR.",
            english: "The buckets make 3.00 EUR for a total of 5.00 EUR."),
        Case(
            template: .balanceDiffers, yaml: balance, file: ("x.csv", "Qui;Total;Non échu;Échu\nBrel;5,00;5,00;0\n"),
            french: "Balance âgée rapprochée : 1 client(s) en écart, 5.00 EUR au total (balance moins portefeuille).",
            english: "Aged balance reconciled: 1 customer(s) differ, 5.00 EUR in all (balance less portfolio)."),
        Case(
            template: .balanceCustomerUnknown, yaml: balance,
            file: ("x.csv", "Qui;Total;Non échu;Échu\nBrel;5,00;5,00;0\n"),
            french: "Brel : la balance indique 5.00 EUR, aucun document du portefeuille ne nomme ce client.",
            english: "Brel: the balance says 5.00 EUR, no document of the portfolio names this customer."),
        Case(
            template: .balanceCustomer, yaml: balance, file: ("x.csv", "Qui;Total;Non échu;Échu\nLumen;5,00;5,00;0\n"),
            french: "Lumen : la balance indique 5.00 EUR, le portefeuille 4.00 EUR, écart 1.00 EUR.",
            english: "Lumen: the balance says 5.00 EUR, the portfolio 4.00 EUR, a difference of 1.00 EUR."),
        Case(
            template: .balanceEqual, yaml: balance, file: ("x.csv", "Qui;Total;Non échu;Échu\nLumen;4,00;4,00;0\n"),
            french: "Balance âgée rapprochée : 1 client(s), aucun écart avec le portefeuille.",
            english: "Aged balance reconciled: 1 customer(s), no difference from the portfolio."),
    ]

    /// A portfolio in which Lumen owes 4.00, where the case is about it.
    private static func ledger(_ item: Case) -> Ledger {
        var ledger = Ledger(company: Company())
        guard item.file?.text.contains("Lumen") == true, let day = Day(iso: "2026-01-01") else { return ledger }
        ledger.open(file: "a.csv")
        _ = ledger.post(
            .invoice(
                Invoice(
                    number: "F1", type: .invoice, issued: day, currency: .eur, payable: 400,
                    buyer: Party(name: "Lumen"))))
        return ledger
    }

    private static func messages(_ item: Case) throws -> [Message] {
        do {
            let descriptions = try Rules.descriptions([("x.yaml", item.yaml)])
            guard let file = item.file, let description = descriptions.first else { return [] }
            let source = SourceFile(name: file.name, bytes: Array(file.text.utf8))
            let reading = try DescribedTable(description).read(source, ReadingContext())
            let balance = BalanceReport(reading, with: ledger(item))
            return reading.warnings + reading.refusedRows.map(\.message) + reading.documents.flatMap(\.warnings)
                + (balance.map { [$0.message] + $0.differences } ?? [])
        } catch let halt as Halt {
            return [halt.message]
        } catch let refusal as Refusal {
            return [refusal.message]
        }
    }

    @Test("a sentence is told in other words, or not told", arguments: cases)
    func sentence(_ item: Case) throws {
        let messages = try DescriptionSentenceTests.messages(item)
        let message = try #require(messages.first { $0.template == item.template }, "\(messages)")
        #expect(message.sentence(in: .french) == item.french)
        #expect(message.sentence(in: .english) == item.english)
    }
}

/// What is said of files as a whole and of the journal.
@Suite struct OutcomeSentenceTests {
    static let sentences: [(message: Message, french: String, english: String)] = [
        (Message(.unknownFormat), "Le format du fichier n'est pas reconnu.", "The file's format is not recognised."),
        (
            Message(.alreadyBooked, ["file": "a.csv:3"]),
            "Tout ce que contient ce fichier est déjà enregistré (fichier a.csv:3).",
            "Everything in this file is already booked (file a.csv:3)."
        ),
        (
            Message(.nothingToBook), "Le fichier est lisible mais ne contient rien à enregistrer.",
            "The file is readable but holds nothing to book."
        ),
        (
            Message(.journalUnreadable, ["problem": "x"]),
            "Une ligne du journal est intacte mais ne peut être relue par cette version : x.",
            "A journal line is intact but cannot be read by this version: x."
        ),
        (
            Message(.alertRuleGone, ["rule": "x"]),
            "Fin de l'alerte : la règle « x » n'existe plus dans rules/alerts.yaml.",
            "End of the alert: the rule “x” no longer exists in rules/alerts.yaml."
        ),
        (
            Message(.alertGoesOn, ["rule": "x"]),
            "Fin de cette alerte : deux clients n'en font plus qu'un, dont l'autre alerte « x » se poursuit.",
            "End of this alert: two customers turned out to be one, whose other alert “x” goes on."
        ),
        (
            Message(.ruleTestDocument, ["test": "t", "number": "F1", "reason": "r"]),
            "Essai « t » : le document « F1 » n'entre pas dans les comptes (r).",
            "Test “t”: the document “F1” cannot be booked (r)."
        ),
    ]

    @Test("an outcome is told in other words", arguments: sentences.indices)
    func sentence(_ place: Int) {
        let item = OutcomeSentenceTests.sentences[place]
        #expect(item.message.sentence(in: .french) == item.french)
        #expect(item.message.sentence(in: .english) == item.english)
    }

    @Test("what an offer says of its file", arguments: [("taken", "F1"), ("duplicate", "F1")])
    func outcomes(_ outcome: String, _ number: String) throws {
        var ledger = Ledger(company: Company())
        let day = try #require(Day(iso: "2026-01-01"))
        let document = Document.invoice(
            Invoice(
                number: number, type: .invoice, issued: day, currency: .eur, payable: 400, buyer: Party(name: "Lumen")))
        ledger.open(file: "a.csv")
        if outcome == "duplicate" { _ = ledger.post(document) }
        let offer = Offer.make([document], to: &ledger)
        let (found, message) = offer.outcome(of: Reading())
        #expect(found.rawValue == outcome)
        #expect(message?.template == (outcome == "duplicate" ? .alreadyBooked : nil))
        #expect(Offer.make([], to: &ledger).outcome(of: Reading()).1?.template == .nothingToBook)
    }
}
