import Receivables
import Testing

@testable import Agent

/// One input and its exact sentences.
private struct Saying: CustomTestStringConvertible, Sendable {
    let template: MessageTemplate
    var arguments: [String: String] = [:]
    let french: String
    let english: String
    var testDescription: String { template.code }
}

private let here = ["file": "rules/company.yaml", "line": "9"]

private let sayings: [Saying] = [
    Saying(
        template: .notifyName, arguments: here.merging(["name": "é!"]) { $1 },
        french:
            "rules/company.yaml, ligne 9 : « é! » ne peut pas nommer une destination d'alertes. Écrivez des lettres "
            + "sans accent, des chiffres et des traits d'union, 40 au plus.",
        english: "rules/company.yaml, line 9: “é!” cannot name a destination of alerts. Use letters without accents, "
            + "digits and hyphens, 40 at most."),
    Saying(
        template: .notifyKind, arguments: here.merging(["name": "a"]) { $1 },
        french: "rules/company.yaml, ligne 9 : la destination « a » doit dire une seule fois où vont les alertes. "
            + "Donnez-lui une des clés alertmanager, webhook ou file.",
        english: "rules/company.yaml, line 9: the destination “a” must say once where alerts go. Give it one of the "
            + "keys alertmanager, webhook or file."),
    Saying(
        template: .notifyAddress, arguments: here.merging(["value": "ftp://a"]) { $1 },
        french: "rules/company.yaml, ligne 9 : « ftp://a » n'est pas une adresse http:// ou https://. Écrivez par "
            + "exemple http://127.0.0.1:9093.",
        english: "rules/company.yaml, line 9: “ftp://a” is not an http:// or https:// address. Write for instance "
            + "http://127.0.0.1:9093."),
    Saying(
        template: .notifyFile, arguments: here.merging(["value": "alerts.jsonl"]) { $1 },
        french: "rules/company.yaml, ligne 9 : « alerts.jsonl » ne peut pas être un fichier d'alertes de plus. Écrivez "
            + "un nom simple qui finit par .jsonl, autre que alerts.jsonl, par exemple commercial.jsonl : il sera dans "
            + "alerts/.",
        english: "rules/company.yaml, line 9: “alerts.jsonl” cannot be another file of alerts. Write a simple name "
            + "that ends in .jsonl, other than alerts.jsonl, sales.jsonl for instance: it will be in alerts/."),
    Saying(
        template: .notifyFailing, arguments: ["name": "equipe", "problem": "HTTP 503"],
        french: "Les alertes pour « equipe » ne partent pas : HTTP 503. Rien n'est perdu : l'envoi est retenté jusqu'à "
            + "ce qu'il réussisse. Vérifiez l'adresse et le serveur.",
        english: "Alerts for “equipe” are not getting through: HTTP 503. Nothing is lost: sending is tried again until "
            + "it works. Check the address and the server."),
    Saying(
        template: .notifyRecovered, arguments: ["name": "equipe"],
        french: "Les alertes pour « equipe » partent de nouveau.",
        english: "Alerts for “equipe” are getting through again."),
    Saying(
        template: .notifyRefused, arguments: ["name": "equipe", "id": "ab", "problem": "HTTP 400", "path": "p"],
        french: "« equipe » refuse l'événement ab : HTTP 400. Il est gardé dans p ; les suivants sont envoyés.",
        english: "“equipe” refuses the event ab: HTTP 400. It is kept in p; the next ones are sent."),
    Saying(
        template: .notifyRest, arguments: ["name": "equipe", "count": "3", "problem": "HTTP 503"],
        french: "Événements qui attendent encore d'être envoyés à « equipe » : 3. HTTP 503 Ils le seront au prochain "
            + "lancement.",
        english: "Events that still wait to be sent to “equipe”: 3. HTTP 503 They will be at the next start."),
    Saying(
        template: .findingFiring,
        arguments: ["since": "01/11/2026", "severity": "critical", "indicator": "encours", "value": "2 €"],
        french: "L'alerte est en cours depuis le 01/11/2026, niveau critical : encours vaut 2 €.",
        english: "The alert has been firing since 01/11/2026, severity critical: encours is 2 €."),
    Saying(
        template: .findingLingering,
        arguments: ["since": "01/11/2026", "severity": "info", "indicator": "encours", "value": "2 €"],
        french: "L'alerte en cours depuis le 01/11/2026, niveau info, n'est pas finie : encours vaut 2 €, ce qui ne "
            + "franchit plus le seuil mais n'atteint pas encore la fin de l'alerte.",
        english: "The alert that has been firing since 01/11/2026, severity info, is not over: encours is 2 €, which "
            + "no longer crosses the threshold but does not yet end the alert."),
    Saying(
        template: .findingWaiting, arguments: ["since": "01/11/2026", "day": "08/11/2026"],
        french: "Pas encore d'alerte : tout est réuni depuis le 01/11/2026, et la règle attend que cela dure jusqu'au "
            + "08/11/2026.",
        english: "No alert yet: everything has held since 01/11/2026, and the rule waits for it to last until "
            + "08/11/2026."),
    Saying(
        template: .findingHindered, arguments: ["condition": "marge = 1 ; au-dessus de 2"],
        french: "Pas d'alerte : un seuil est franchi, mais une autre condition ne tient pas : marge = 1 ; au-dessus "
            + "de 2.",
        english: "No alert: a threshold is crossed, but another condition does not hold: marge = 1 ; au-dessus de 2."),
    Saying(
        template: .findingSilenced, arguments: ["rule": "insured-limit-exceeded"],
        french:
            "Pas d'alerte : tout est réuni, mais la règle « insured-limit-exceeded », qui en dit plus, est en cours.",
        english: "No alert: everything holds, but the rule “insured-limit-exceeded”, which says more, is firing."),
    Saying(
        template: .findingNoneOfAny,
        french: "Pas d'alerte : un seuil est franchi, mais aucune des conditions dont une suffirait ne tient.",
        english: "No alert: a threshold is crossed, but none of the conditions of which one would do holds."),
    Saying(
        template: .findingQuiet, arguments: ["indicator": "encours", "value": "2 €"],
        french: "Pas d'alerte : encours vaut 2 €, aucun seuil n'est franchi.",
        english: "No alert: encours is 2 €, no threshold is crossed."),
    Saying(
        template: .findingUnknown, arguments: ["indicator": "dso"],
        french: "Pas d'alerte : la règle ne se juge pas, car on ne connaît pas de valeur pour : dso.",
        english: "No alert: the rule cannot be judged, as no value is known of: dso."),
    Saying(
        template: .ruleUnknown, arguments: ["name": "x"],
        french: "Il n'y a pas de règle « x » dans rules/alerts.yaml. Les noms sont ceux des lignes « name: » de ce "
            + "fichier.",
        english: "There is no rule “x” in rules/alerts.yaml. Names are those of the “name:” lines of this file."),
    Saying(
        template: .ruleUnknownNear, arguments: ["name": "overdue-amont", "near": "overdue-amount"],
        french: "Il n'y a pas de règle « overdue-amont » dans rules/alerts.yaml. Vouliez-vous écrire « "
            + "overdue-amount » ?",
        english: "There is no rule “overdue-amont” in rules/alerts.yaml. Did you mean “overdue-amount”?"),
    Saying(
        template: .ruleNeedsCustomer, arguments: ["name": "r"],
        french: "La règle « r » se juge client par client. Ajoutez un client : vigie rules explain r CLIENT.",
        english: "The rule “r” is judged customer by customer. Add a customer: vigie rules explain r CUSTOMER."),
    Saying(
        template: .ruleNeedsNoCustomer, arguments: ["name": "r"],
        french: "La règle « r » porte sur tout le portefeuille, pas sur un client. Écrivez seulement : vigie rules "
            + "explain r.",
        english: "The rule “r” is about the whole portfolio, not about a customer. Write only: vigie rules explain r."),
]

@Suite struct NotifySentenceTests {
    @Test("what is said is not what it should be", arguments: sayings)
    private func sentence(_ saying: Saying) {
        let message = Message(saying.template, saying.arguments)
        #expect(spoken(message, .french) == saying.french)
        #expect(spoken(message, .english) == saying.english)
        #expect(Catalogue.template(code: saying.template.code) == saying.template)
    }

    @Test func `everything that can be said of sending and of a rule is tested here`() {
        let all = Catalogue.all.map(\.code).filter { code in
            ["notify.", "finding.", "rule."].contains { code.hasPrefix($0) }
        }
        #expect(Set(all).subtracting(sayings.map(\.template.code)).sorted() == [])
    }
}
