extension Catalogue {
    static let ruleFindings: [MessageTemplate] = [
        .findingFiring, .findingLingering, .findingWaiting, .findingSilenced, .findingHindered, .findingNoneOfAny,
        .findingQuiet, .findingUnknown, .ruleUnknown, .ruleUnknownNear, .ruleNeedsCustomer, .ruleNeedsNoCustomer,
    ]
}

/// Why a rule fires or does not, as `vigie rules explain` says it.
extension MessageTemplate {
    public static let findingFiring = MessageTemplate(
        "finding.firing",
        fr: "L'alerte est en cours depuis le {since}, niveau {severity} : {indicator} vaut {value}.",
        en: "The alert has been firing since {since}, severity {severity}: {indicator} is {value}.")

    public static let findingLingering = MessageTemplate(
        "finding.lingering",
        fr: """
            L'alerte en cours depuis le {since}, niveau {severity}, n'est pas finie : {indicator} vaut {value}, ce qui \
            ne franchit plus le seuil mais n'atteint pas encore la fin de l'alerte.
            """,
        en: "The alert that has been firing since {since}, severity {severity}, is not over: {indicator} is {value}, "
            + "which no longer crosses the threshold but does not yet end the alert.")

    public static let findingWaiting = MessageTemplate(
        "finding.waiting",
        fr: "Pas encore d'alerte : tout est réuni depuis le {since}, et la règle attend que cela dure jusqu'au {day}.",
        en: "No alert yet: everything has held since {since}, and the rule waits for it to last until {day}.")

    public static let findingSilenced = MessageTemplate(
        "finding.silenced",
        fr: "Pas d'alerte : tout est réuni, mais la règle « {rule} », qui en dit plus, est en cours.",
        en: "No alert: everything holds, but the rule “{rule}”, which says more, is firing.")

    public static let findingHindered = MessageTemplate(
        "finding.hindered",
        fr: "Pas d'alerte : un seuil est franchi, mais une autre condition ne tient pas : {condition}.",
        en: "No alert: a threshold is crossed, but another condition does not hold: {condition}.")

    public static let findingNoneOfAny = MessageTemplate(
        "finding.noneOfAny",
        fr: "Pas d'alerte : un seuil est franchi, mais aucune des conditions dont une suffirait ne tient.",
        en: "No alert: a threshold is crossed, but none of the conditions of which one would do holds.")

    public static let findingQuiet = MessageTemplate(
        "finding.quiet",
        fr: "Pas d'alerte : {indicator} vaut {value}, aucun seuil n'est franchi.",
        en: "No alert: {indicator} is {value}, no threshold is crossed.")

    public static let findingUnknown = MessageTemplate(
        "finding.unknown",
        fr: "Pas d'alerte : la règle ne se juge pas, car on ne connaît pas de valeur pour : {indicator}.",
        en: "No alert: the rule cannot be judged, as no value is known of: {indicator}.")

    public static let ruleUnknown = MessageTemplate(
        "rule.unknown",
        fr: "Il n'y a pas de règle « {name} » dans rules/alerts.yaml.",
        en: "There is no rule “{name}” in rules/alerts.yaml.",
        mendFr: "Les noms sont ceux des lignes « name: » de ce fichier.",
        mendEn: "Names are those of the “name:” lines of this file.")

    public static let ruleUnknownNear = MessageTemplate(
        "rule.unknownNear",
        fr: "Il n'y a pas de règle « {name} » dans rules/alerts.yaml.",
        en: "There is no rule “{name}” in rules/alerts.yaml.",
        mendFr: "Vouliez-vous écrire « {near} » ?",
        mendEn: "Did you mean “{near}”?")

    public static let ruleNeedsCustomer = MessageTemplate(
        "rule.needsCustomer",
        fr: "La règle « {name} » se juge client par client.",
        en: "The rule “{name}” is judged customer by customer.",
        mendFr: "Ajoutez un client : vigie rules explain {name} CLIENT.",
        mendEn: "Add a customer: vigie rules explain {name} CUSTOMER.")

    public static let ruleNeedsNoCustomer = MessageTemplate(
        "rule.needsNoCustomer",
        fr: "La règle « {name} » porte sur tout le portefeuille, pas sur un client.",
        en: "The rule “{name}” is about the whole portfolio, not about a customer.",
        mendFr: "Écrivez seulement : vigie rules explain {name}.",
        mendEn: "Write only: vigie rules explain {name}.")
}
