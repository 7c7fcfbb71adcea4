extension Catalogue {
    static let descriptions: [MessageTemplate] = [
        .csvTypeUnknown, .csvPartlyPaid, .csvReversed, .csvUsualDates, .descriptionMissingColumn,
        .descriptionPattern, .descriptionNoDay, .descriptionUnused,
        .listingConflict, .listingEmpty, .listingIncomplete, .listingManyDays, .listingMerged, .listingNoDay,
        .listingTotal, .balanceRowSum, .balanceEqual, .balanceDiffers, .balanceCustomer, .balanceCustomerUnknown,
    ]
}

/// Described tables: rules/csv/*.yaml and the files read by them.
extension MessageTemplate {
    public static let csvTypeUnknown = MessageTemplate(
        "csv.typeUnknown",
        fr: "« {value} » (colonne {field}) n'est pas un type décrit pour la source {source}.",
        en: "“{value}” (column {field}) is no type described for the source {source}.",
        mendFr: "Ajoutez ce mot sous « types » dans rules/csv, avec ce qu'il désigne (ou skip pour l'écarter).",
        mendEn: "Add this word under “types” in rules/csv with what it means (or skip to leave it out).")

    public static let csvPartlyPaid = MessageTemplate(
        "csv.partlyPaid",
        fr: "La liste dit qu'il reste {left} à payer sur {total}, sans dire quand le reste a été réglé : la facture "
            + "demeure ouverte en entier.",
        en: "The list says that {left} of {total} is left to pay, not when the rest was paid: the invoice stays open "
            + "in full.",
        mendFr: "Déposez les paiements ou le relevé de banque.",
        mendEn: "Drop the payments or the bank statement.")

    public static let csvReversed = MessageTemplate(
        "csv.reversed",
        fr: "La liste dit la facture extournée (« {status} ») : elle reste ouverte jusqu'à l'avoir qui l'annule.",
        en:
            "The list says that the invoice is reversed (“{status}”): it stays open until the credit note that cancels it.",
        mendFr: "Déposez cet avoir, s'il n'est pas dans la liste.",
        mendEn: "Drop that credit note, if it is not in the list.")

    public static let csvUsualDates = MessageTemplate(
        "csv.usualDates",
        fr: "Dates lues mois d'abord, comme la source {source} les écrit d'habitude : aucune du fichier ne le montre.",
        en: "Dates are read month first, as the source {source} usually writes them: none in the file shows it.",
        mendFr: "Si le jour vient d'abord, écrivez dates: dayFirst dans la description, sous rules/csv.",
        mendEn: "If the day comes first, write dates: dayFirst in the description under rules/csv.")

    public static let descriptionMissingColumn = MessageTemplate(
        "description.missingColumn",
        fr: "{file}, ligne {line} : il faut une colonne pour « {field} » ({kind}).",
        en: "{file}, line {line}: a column is needed for “{field}” ({kind}).",
        mendFr: "Ajoutez-la sous « columns », avec le nom qu'elle porte dans l'export.",
        mendEn: "Add it under “columns”, with its name in the export.")

    public static let descriptionPattern = MessageTemplate(
        "description.pattern",
        fr: "{file}, ligne {line} : « {value} » n'est pas un modèle de nom de fichier.",
        en: "{file}, line {line}: “{value}” is no pattern for a file name.",
        mendFr:
            "Écrivez * pour n'importe quel texte, {open}yyyy{close}, {open}mm{close}, {open}dd{close} pour le jour.",
        mendEn: "Write * for any text, {open}yyyy{close}, {open}mm{close}, {open}dd{close} for the day.")

    public static let descriptionNoDay = MessageTemplate(
        "description.noDay",
        fr: "{file}, ligne {line} : rien ne dit de quel jour est la liste.",
        en: "{file}, line {line}: nothing says which day the listing is of.",
        mendFr: "Donnez la colonne « listed », ou « listed: » avec un modèle de nom de fichier qui contient le jour.",
        mendEn: "Give the column “listed”, or “listed:” with a file name pattern that holds the day.")

    public static let descriptionUnused = MessageTemplate(
        "description.unused",
        fr: "{file}, ligne {line} : « {key} » n'a pas de sens pour une description {kind}.",
        en: "{file}, line {line}: “{key}” has no meaning for a description of kind {kind}.",
        mendFr: "Retirez cette clé, ou changez « kind ».",
        mendEn: "Remove this key, or change “kind”.")
}

/// Listings of open items and aged balances.
extension MessageTemplate {
    public static let listingConflict = MessageTemplate(
        "listing.conflict",
        fr: "Une autre liste de la source {source} au {date} est déjà enregistrée ({file}), avec d'autres postes.",
        en: "Another listing of the source {source} for {date} is already booked ({file}), with other items.",
        mendFr: "Gardez une seule liste par jour et par source ; déposez plutôt celle du lendemain.",
        mendEn: "Keep one listing a day and source; drop the next day's instead.")

    public static let listingEmpty = MessageTemplate(
        "listing.empty",
        fr: "La liste ne contient aucun poste ouvert : elle dirait que tout est payé.",
        en: "The listing holds no open item: it would say that everything was paid.",
        mendFr: "Vérifiez l'export (filtre, période, société), puis déposez-le de nouveau.",
        mendEn: "Check the export (filter, period, company), then drop it again.")

    public static let listingIncomplete = MessageTemplate(
        "listing.incomplete",
        fr: "{count} ligne(s) de la liste sont illisibles et passeraient pour payées. La première : {french}",
        en: "{count} row(s) of the listing cannot be read and would pass for paid. The first: {english}",
        mendFr: "Corrigez ces lignes et déposez de nouveau la liste entière.",
        mendEn: "Mend these rows and drop the whole listing again.")

    public static let listingManyDays = MessageTemplate(
        "listing.manyDays",
        fr: "Les lignes de la liste ne sont pas toutes du même jour : {found}.",
        en: "The rows of the listing are not all of one day: {found}.",
        mendFr: "Exportez un seul jour par fichier.",
        mendEn: "Export one day a file.")

    public static let listingMerged = MessageTemplate(
        "listing.merged",
        fr: "{count} ligne(s) ont été réunies à une autre du même numéro, à la première de leurs échéances.",
        en: "{count} row(s) were joined to another of the same number, at the first of their due dates.")

    public static let listingNoDay = MessageTemplate(
        "listing.noDay",
        fr: "Rien ne dit de quel jour est la liste « {file} » : son nom n'est pas de la forme {pattern}.",
        en: "Nothing says which day the listing “{file}” is of: its name is not of the form {pattern}.",
        mendFr: "Nommez le fichier avec son jour, ou ajoutez une colonne de date à l'export (rules/csv, {source}).",
        mendEn: "Name the file with its day, or add a date column to the export (rules/csv, {source}).")

    public static let listingTotal = MessageTemplate(
        "listing.total",
        fr: "La ligne de total annonce {stated} et les lignes lues font {found} : la liste est incomplète.",
        en: "The total line says {stated} and the rows read make {found}: the listing is incomplete.",
        mendFr: "Exportez de nouveau la liste entière.",
        mendEn: "Export the whole listing again.")

    public static let balanceRowSum = MessageTemplate(
        "balance.rowSum",
        fr: "Les tranches font {sum} pour un total de {total}.",
        en: "The buckets make {sum} for a total of {total}.")

    public static let balanceEqual = MessageTemplate(
        "balance.equal",
        fr: "Balance âgée rapprochée : {count} client(s), aucun écart avec le portefeuille.",
        en: "Aged balance reconciled: {count} customer(s), no difference from the portfolio.")

    public static let balanceCustomer = MessageTemplate(
        "balance.customer",
        fr: "{name} : la balance indique {stated}, le portefeuille {ours}, écart {difference}.",
        en: "{name}: the balance says {stated}, the portfolio {ours}, a difference of {difference}.")

    public static let balanceCustomerUnknown = MessageTemplate(
        "balance.customerUnknown",
        fr: "{name} : la balance indique {stated}, aucun document du portefeuille ne nomme ce client.",
        en: "{name}: the balance says {stated}, no document of the portfolio names this customer.")

    public static let balanceDiffers = MessageTemplate(
        "balance.differs",
        fr: "Balance âgée rapprochée : {count} client(s) en écart, {sum} au total (balance moins portefeuille).",
        en: "Aged balance reconciled: {count} customer(s) differ, {sum} in all (balance less portfolio).",
        mendFr: "Comparez les écarts client par client : facture ou paiement non déposé, ou balance d'un autre jour.",
        mendEn: "Compare the differences by customer: an invoice or payment not dropped, or a balance of another day.")
}
