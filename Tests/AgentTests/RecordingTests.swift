import Ingest
import Receivables
import Testing

@testable import Agent

/// What `vigie record` writes and says.
@Suite struct RecordingTests {
    private static let setting = [
        "owner": "Nord",
        "customer": "Lumen", "what": "relance", "path": "rejected/2026-11/x.csv", "file": "inbox/x.csv", "number": "F9",
        "option": "--second",
    ]

    private static let sayings: [(MessageTemplate, String, String)] = [
        (
            .recordDone, "Enregistré pour Lumen : relance. [rejected/2026-11/x.csv]",
            "Recorded for Lumen: relance. [rejected/2026-11/x.csv]"
        ),
        (
            .recordWaiting,
            "Déposé pour Lumen : relance. Personne ne l'a encore pris : inbox/x.csv. "
                + "L'agent le prendra ; sans agent, lancez « vigie run --once ».",
            "Dropped for Lumen: relance. Nobody has taken it yet: inbox/x.csv. "
                + "The agent will take it; without an agent, run `vigie run --once`."
        ),
        (
            .recordRejected,
            "L'agent a refusé ce qui était déposé pour Lumen : relance. "
                + "La raison est à côté de rejected/2026-11/x.csv, dans le fichier .reason.json.",
            "The agent refused what was dropped for Lumen: relance. "
                + "The reason is beside rejected/2026-11/x.csv, in the file .reason.json."
        ),
        (
            .recordKnown, "Le même fait est déjà enregistré pour Lumen : rien n'a été déposé.",
            "The same fact is already recorded for Lumen: nothing was dropped."
        ),
        (
            .recordNoIdentifier,
            "Lumen n'a ni SIREN, ni numéro de TVA, ni code : une ligne ne peut pas le désigner. "
                + "Donnez-lui un code dans le fichier clients.",
            "Lumen has no SIREN, VAT number or code: a row cannot name it. Give it a code in the customer file."
        ),
        (
            .recordInvoiceUnknown,
            "Aucune facture F9 n'est connue : le fait attendra qu'elle arrive. Vérifiez le numéro.",
            "No invoice F9 is known: the fact waits until it comes. Check the number."
        ),
        (
            .recordOtherCustomer,
            "La facture F9 est celle de Nord, pas celle de Lumen. Vérifiez le numéro et le client.",
            "Invoice F9 is Nord's, not Lumen's. Check the number and the customer."
        ),
        (
            .recordNoBy, "Une vérification doit dire qui l'a faite. Ajoutez --by NOM.",
            "A verification must say who made it. Add --by NAME."
        ),
        (
            .recordUnreadable,
            "Ce fait ne peut pas être écrit comme une ligne que Vigie relirait à l'identique. "
                + "Déposez-le dans un tableau CSV (voir le README, « événements »).",
            "This fact cannot be written as a row that Vigie would read back the same. "
                + "Drop it in a CSV table (see the README, “events”)."
        ),
        (
            .recordNoParent,
            "Il faut dire à qui la société appartient : un code, un SIREN, un nom, ou « aucun ».",
            "Say whom the company belongs to: a code, a SIREN, a name, or “none”."
        ),
        (
            .recordOption, "Ajoutez --second à la commande.", "Add --second to the command."
        ),
    ]

    @Test func `what the command says is this sentence, and nothing it says is left out here`() {
        for (template, french, english) in RecordingTests.sayings {
            let message = Message(template, RecordingTests.setting)
            #expect(spoken(message, .french) == french)
            #expect(spoken(message, .english) == english)
        }
        let all = Set(Catalogue.all.filter { $0.code.hasPrefix("record.") })
        #expect(all == Set(RecordingTests.sayings.map(\.0)))
    }

    @Test func `what somebody types cannot leave its cell`() throws {
        var fact = RecordedFact(.promise)
        fact.until = Day(iso: "2026-12-15")
        fact.note = "\"x\";=1+1\n2026\r\t;" + "\u{0}"
        fact.by = "C; Martin"
        let party = try #require(RecordedParty(newCompany: "900 000 019"))
        let table = RecordTable(fact, of: party, on: Day(iso: "2026-11-23") ?? Day(number: 0), at: "09:30:00", .eur)
        let read = Understanding(SourceFile(name: "x", bytes: table.bytes), ReadingContext())
        guard case .event(let event)? = read.reading.documents.first else {
            Issue.record("nothing was read")
            return
        }
        #expect(read.reading.documents.count == 1)
        #expect(event.by == "C; Martin")
        #expect(event.note == "\"x\";=1+1 2026  ;")
        #expect(event.secondOfDay == 34200)
        #expect(event.party == Party(siren: "900000019"))
    }

    @Test func `a company is named by a number whose key is wrong`() {
        #expect(RecordedParty(newCompany: "900000018") == nil)
        #expect(RecordedParty(newCompany: "Lumen") == nil)
        let named = RecordedParty(Customer(key: "name:lumen", name: "Lumen SARL", codes: ["C1"]))
        #expect(named?.name == "Lumen SARL")
        #expect(named?.code == nil)
        #expect(RecordedParty(Customer(key: "id:0088:123", name: "Lumen")) == nil)
    }
}
