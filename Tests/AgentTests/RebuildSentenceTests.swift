import Receivables
import Testing

@testable import Agent

/// What `vigie rebuild` says, word for word.
private struct Saying: CustomTestStringConvertible, Sendable {
    let template: MessageTemplate
    let arguments: [String: String]
    let french: String
    let english: String
    var testDescription: String { template.code }
}

private let sayings: [Saying] = [
    Saying(
        template: .rebuildSame, arguments: ["customers": "2", "documents": "5", "entries": "7"],
        french: "Le journal (7 enregistrements, 5 documents, 2 clients) redonne portfolio.json et active.json "
            + "à l’octet près.",
        english: "The journal (7 records, 5 documents, 2 customers) gives portfolio.json and active.json to "
            + "the byte."),
    Saying(
        template: .rebuildWritten, arguments: ["customers": "2", "documents": "5", "entries": "7"],
        french: "Vues réécrites depuis le journal : 7 enregistrements, 5 documents, 2 clients.",
        english: "Views written anew from the journal: 7 records, 5 documents, 2 customers."),
    Saying(
        template: .rebuildRules, arguments: [:],
        french: "Les règles ont changé depuis que l’agent a jugé pour la dernière fois : des chiffres peuvent "
            + "en différer. Lancez « vigie run --once », puis recommencez.",
        english: "The rules changed since the agent last judged: figures may differ for that. Run “vigie run "
            + "--once”, then try again."),
    Saying(
        template: .rebuildUpTo, arguments: ["entries": "7"],
        french: "Un agent est au travail : comparé jusqu’à l’enregistrement 7 du journal, d’où viennent ces vues.",
        english: "An agent is at work: compared up to record 7 of the journal, which these views come from."),
    Saying(
        template: .rebuildMoving, arguments: [:],
        french: "Un agent est en train d’écrire les vues : rien n’a pu être comparé. Recommencez dans un moment.",
        english: "An agent is writing the views: nothing could be compared. Try again in a moment."),
    Saying(
        template: .rebuildMissing, arguments: ["file": "portfolio.json"],
        french: "« portfolio.json » manque. Les vues publiées ne sont pas celles du journal : « vigie rebuild "
            + "» les réécrit. Si elles étaient justes, restaurez portfolio/journal.",
        english: "“portfolio.json” is missing. The published views are not the journal’s: “vigie rebuild” "
            + "writes them anew. If they were right, restore portfolio/journal."),
    Saying(
        template: .rebuildChanged,
        arguments: [
            "expected": "3000.00", "file": "portfolio.json", "found": "2000.00",
            "place": "siren:552100554.openItems[F2].open",
        ],
        french: "portfolio.json, siren:552100554.openItems[F2].open : le journal donne 3000.00, le fichier "
            + "dit 2000.00. Les vues publiées ne sont pas celles du journal : « vigie rebuild » les "
            + "réécrit. Si elles étaient justes, restaurez portfolio/journal.",
        english: "portfolio.json, siren:552100554.openItems[F2].open: the journal gives 3000.00, the file says "
            + "2000.00. The published views are not the journal’s: “vigie rebuild” writes them anew. If "
            + "they were right, restore portfolio/journal."),
    Saying(
        template: .rebuildLacks,
        arguments: ["expected": "3000.00", "file": "portfolio.json", "place": "siren:552100554.openItems[F2].open"],
        french: "portfolio.json, siren:552100554.openItems[F2].open : le journal donne 3000.00, le fichier ne "
            + "le dit pas. Les vues publiées ne sont pas celles du journal : « vigie rebuild » les réécrit. "
            + "Si elles étaient justes, restaurez portfolio/journal.",
        english: "portfolio.json, siren:552100554.openItems[F2].open: the journal gives 3000.00, the file does "
            + "not say it. The published views are not the journal’s: “vigie rebuild” writes them anew. If "
            + "they were right, restore portfolio/journal."),
    Saying(
        template: .rebuildExtra,
        arguments: ["file": "portfolio.json", "found": "2000.00", "place": "siren:552100554.openItems[F2].open"],
        french: "portfolio.json, siren:552100554.openItems[F2].open : le fichier dit 2000.00, le journal ne "
            + "le donne pas. Les vues publiées ne sont pas celles du journal : « vigie rebuild » les "
            + "réécrit. Si elles étaient justes, restaurez portfolio/journal.",
        english: "portfolio.json, siren:552100554.openItems[F2].open: the file says 2000.00, the journal does "
            + "not give it. The published views are not the journal’s: “vigie rebuild” writes them anew. If "
            + "they were right, restore portfolio/journal."),
    Saying(
        template: .rebuildSpelling, arguments: ["file": "portfolio.json", "offset": "41"],
        french: "portfolio.json dit la même chose que le journal, écrite autrement à partir de l’octet 41. "
            + "Les vues publiées ne sont pas celles du journal : « vigie rebuild » les réécrit. Si elles "
            + "étaient justes, restaurez portfolio/journal.",
        english: "portfolio.json says the same as the journal, written differently from byte 41 on. The "
            + "published views are not the journal’s: “vigie rebuild” writes them anew. If they were right, "
            + "restore portfolio/journal."),
    Saying(
        template: .rebuildUnreadable, arguments: ["file": "portfolio.json", "line": "3"],
        french: "portfolio.json n’est pas du JSON à la ligne 3. Les vues publiées ne sont pas celles du "
            + "journal : « vigie rebuild » les réécrit. Si elles étaient justes, restaurez "
            + "portfolio/journal.",
        english: "portfolio.json is no JSON at line 3. The published views are not the journal’s: “vigie "
            + "rebuild” writes them anew. If they were right, restore portfolio/journal."),
    Saying(
        template: .rebuildMore, arguments: ["count": "12"],
        french: "Et 12 autres différences.",
        english: "And 12 more differences."),
]

@Suite struct RebuildSentenceTests {
    @Test("what is said of the views is not what it should be", arguments: sayings)
    private func sentence(_ saying: Saying) {
        let message = Message(saying.template, saying.arguments)
        #expect(spoken(message, .french) == saying.french)
        #expect(spoken(message, .english) == saying.english)
    }
}
