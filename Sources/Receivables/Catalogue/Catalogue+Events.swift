extension Catalogue {
    static let events: [MessageTemplate] = [
        .eventKind, .eventNoSubject, .eventNoUntil, .eventNoInvoice, .eventNoBy, .eventNoValue, .eventRating,
        .eventSecondName,
    ]
}

/// What happened with customers: disputes, promises, reminders, write-offs, decisions, ratings, procedures.
extension MessageTemplate {
    public static let eventKind = MessageTemplate(
        "event.kind",
        fr: "« {value} » (colonne {field}) n'est pas un événement connu.",
        en: "“{value}” (column {field}) is no event known here.",
        mendFr:
            "Écrivez litige, litige clos, promesse, relance, passage en perte, décision, notation, procédure collective, procédure close ou vérification.",
        mendEn:
            "Write dispute, dispute closed, promise, reminder, write-off, decision, rating, proceeding, proceeding closed or verification."
    )
    public static let eventNoSubject = MessageTemplate(
        "event.noSubject",
        fr: "Ni client ni facture, on ne sait pas de qui il s'agit.",
        en: "Neither customer nor invoice, so nobody knows whom it is about.",
        mendFr: "Donnez le code, le SIREN ou le nom du client, ou le numéro de la facture.",
        mendEn: "Give the customer's code, SIREN or name, or the invoice number.")
    public static let eventNoUntil = MessageTemplate(
        "event.noUntil",
        fr: "La promesse ne dit pas pour quel jour.",
        en: "The promise does not say for which day.",
        mendFr: "Ajoutez la date dans une colonne « promis pour ».", mendEn: "Add the day in a column “promised for”.")
    public static let eventNoValue = MessageTemplate(
        "event.noValue",
        fr: "La notation ne dit pas sa valeur.",
        en: "The rating does not say its value.",
        mendFr: "Ajoutez-la dans une colonne « cotation ».",
        mendEn: "Add it in a column “rating”.")
    public static let eventNoInvoice = MessageTemplate(
        "event.noInvoice",
        fr: "Un {value} porte sur une facture, et aucune n'est donnée.",
        en: "A {value} is about an invoice, and none is given.",
        mendFr: "Ajoutez le numéro de la facture, une ligne par facture.",
        mendEn: "Add the invoice number, one row an invoice.")
    public static let eventNoBy = MessageTemplate(
        "event.noBy",
        fr: "La décision ne dit pas qui l'a prise.",
        en: "The decision does not say who took it.",
        mendFr: "Ajoutez le nom dans une colonne « décidé par ».", mendEn: "Add the name in a column “decided by”.")
    public static let eventRating = MessageTemplate(
        "event.rating",
        fr: "On ne sait pas sur quelle échelle se lit la note « {value} ».",
        en: "Nothing says on which scale the rating “{value}” is.",
        mendFr: "Écrivez 65/100 ou 7/10, ou « Banque de France » dans une colonne « source » pour une cote de 1+ à P.",
        mendEn: "Write 65/100 or 7/10, or “Banque de France” in a column “source” for a rating from 1+ to P.")
    public static let eventSecondName = MessageTemplate(
        "event.secondName",
        fr: "Une décision de {amount} (plus de {bound}) demande deux noms différents.",
        en: "A decision of {amount} (more than {bound}) needs two different names.",
        mendFr: "Ajoutez le second nom dans une colonne « validé par » et déposez la ligne à nouveau.",
        mendEn: "Add the second name in a column “approved by” and drop the row again.")
}
