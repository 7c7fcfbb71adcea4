extension Catalogue {
    static let record: [MessageTemplate] = [
        .recordDone, .recordWaiting, .recordRejected, .recordKnown, .recordNoIdentifier, .recordInvoiceUnknown,
        .recordNoBy, .recordOtherCustomer, .recordUnreadable, .recordOption, .recordNoParent, .acknowledgementWaiting,
        .acknowledgementUnknown,
    ]
}

/// What `vigie record` says.
extension MessageTemplate {
    public static let recordDone = MessageTemplate(
        "record.done",
        fr: "Enregistré pour {customer} : {what}. [{path}]",
        en: "Recorded for {customer}: {what}. [{path}]")
    public static let recordWaiting = MessageTemplate(
        "record.waiting",
        fr: "Déposé pour {customer} : {what}. Personne ne l'a encore pris : {file}.",
        en: "Dropped for {customer}: {what}. Nobody has taken it yet: {file}.",
        mendFr: "L'agent le prendra ; sans agent, lancez « vigie run --once ».",
        mendEn: "The agent will take it; without an agent, run `vigie run --once`.")
    public static let acknowledgementWaiting = MessageTemplate(
        "acknowledgement.waiting",
        fr: "L'agent n'a pas encore pris l'acquittement : {file}.",
        en: "The agent has not taken the acknowledgement yet: {file}.",
        mendFr: "Il le prendra dès qu'il le pourra ; « vigie alerts » le montre alors.",
        mendEn: "It will as soon as it can; `vigie alerts` then shows it.")
    public static let acknowledgementUnknown = MessageTemplate(
        "acknowledgement.unknown",
        fr: "Aucune de ces alertes n'est en cours : {ids}.",
        en: "None of these alerts fires: {ids}.",
        mendFr: "Reprenez l'identifiant dans « vigie alerts » ou alerts/active.json.",
        mendEn: "Take the id from `vigie alerts` or alerts/active.json.")
    public static let recordRejected = MessageTemplate(
        "record.rejected",
        fr: "L'agent a refusé ce qui était déposé pour {customer} : {what}.",
        en: "The agent refused what was dropped for {customer}: {what}.",
        mendFr: "La raison est à côté de {path}, dans le fichier .reason.json.",
        mendEn: "The reason is beside {path}, in the file .reason.json.")
    public static let recordKnown = MessageTemplate(
        "record.known",
        fr: "Le même fait est déjà enregistré pour {customer} : rien n'a été déposé.",
        en: "The same fact is already recorded for {customer}: nothing was dropped.")
    public static let recordNoIdentifier = MessageTemplate(
        "record.noIdentifier",
        fr: "{customer} n'a ni SIREN, ni numéro de TVA, ni code : une ligne ne peut pas le désigner.",
        en: "{customer} has no SIREN, VAT number or code: a row cannot name it.",
        mendFr: "Donnez-lui un code dans le fichier clients.",
        mendEn: "Give it a code in the customer file.")
    public static let recordInvoiceUnknown = MessageTemplate(
        "record.invoiceUnknown",
        fr: "Aucune facture {number} n'est connue : le fait attendra qu'elle arrive.",
        en: "No invoice {number} is known: the fact waits until it comes.",
        mendFr: "Vérifiez le numéro.",
        mendEn: "Check the number.")
    public static let recordOtherCustomer = MessageTemplate(
        "record.otherCustomer",
        fr: "La facture {number} est celle de {owner}, pas celle de {customer}.",
        en: "Invoice {number} is {owner}'s, not {customer}'s.",
        mendFr: "Vérifiez le numéro et le client.", mendEn: "Check the number and the customer.")
    public static let recordNoBy = MessageTemplate(
        "record.noBy",
        fr: "Une vérification doit dire qui l'a faite.",
        en: "A verification must say who made it.",
        mendFr: "Ajoutez --by NOM.",
        mendEn: "Add --by NAME.")
    public static let recordNoParent = MessageTemplate(
        "record.noParent",
        fr: "Il faut dire à qui la société appartient : un code, un SIREN, un nom, ou « aucun ».",
        en: "Say whom the company belongs to: a code, a SIREN, a name, or “none”.")
    public static let recordUnreadable = MessageTemplate(
        "record.unreadable",
        fr: "Ce fait ne peut pas être écrit comme une ligne que Vigie relirait à l'identique.",
        en: "This fact cannot be written as a row that Vigie would read back the same.",
        mendFr: "Déposez-le dans un tableau CSV (voir le README, « événements »).",
        mendEn: "Drop it in a CSV table (see the README, “events”).")
    public static let recordOption = MessageTemplate(
        "record.option",
        fr: "Ajoutez {option} à la commande.",
        en: "Add {option} to the command.")
}
