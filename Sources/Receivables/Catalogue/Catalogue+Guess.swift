extension Catalogue {
    static let guess: [MessageTemplate] = [
        .guessNoTable, .guessMissing, .guessByValues, .guessGrouped, .guessListing, .guessListingNoDay, .guessEncoding,
        .guessDatesOpen, .guessDatesMixed, .guessMarkMixed, .guessMarkOpen, .guessSign, .guessTypes,
        .guessTypesUnknown, .guessSkip, .guessLines, .guessLinesOpen, .guessFewHeaders, .guessUnused, .guessNoDue,
        .guessNameOnly, .guessAlreadyRead, .guessTitle, .guessPreview, .guessRefused, .guessWritten, .guessExists,
        .guessBadName, .guessLimits, .guessAccount, .guessAccounts, .guessOnly, .guessAllAccounts, .guessCredits,
        .guessCreditNotes,
        .guessJournals, .guessJournalsUnknown,
    ]
}

/// What `vigie csv guess` says of the description it proposes.
extension MessageTemplate {
    public static let guessNoTable = MessageTemplate(
        "guess.noTable",
        fr: "Aucune ligne d'en-tête suivie de lignes de données n'a été trouvée : ce n'est pas un tableau lisible.",
        en: "No header line followed by rows of data was found: this is no readable table.",
        mendFr: "Exportez en CSV avec les titres des colonnes sur la première ligne.",
        mendEn: "Export as CSV with the column titles on the first line.")
    public static let guessMissing = MessageTemplate(
        "guess.missing",
        fr: "Aucune colonne ne peut être prise pour « {field} ». Colonnes lues : {found}.",
        en: "No column can be taken for “{field}”. Columns found: {found}.",
        mendFr: "Ajoutez cette colonne à l'export, ou écrivez la description à la main dans rules/csv.",
        mendEn: "Add this column to the export, or write the description by hand in rules/csv.")
    public static let guessLimits = MessageTemplate(
        "guess.limits",
        fr: "La colonne « {column} » annonce des limites d'assurance-crédit : elles se lisent par le nom de leurs "
            + "colonnes, sans description.",
        en: "The column “{column}” speaks of insured credit limits: they are read by the names of their columns, "
            + "without a description.",
        mendFr: "Nommez les colonnes siren, client, assureur, police, limite_assuree, devise, debut, fin, statut.",
        mendEn: "Name the columns siren, customer, insurer, policy, limit, currency, from, to, status.")
    public static let guessAccount = MessageTemplate(
        "guess.account",
        fr: "Mouvements d'un compte : les sorties qui ne nomment ni client ni facture sont laissées de côté.",
        en: "Movements of an account: money going out that names no customer and no invoice is left aside.")
    public static let guessAccounts = MessageTemplate(
        "guess.accounts",
        fr:
            "Ce tableau mêle des comptes ({found}) sans dire lesquels sont ceux des clients : sans la clé only, la banque "
            + "et les fournisseurs passeraient pour des clients.",
        en: "This table mixes accounts ({found}) and does not say which are customers': without the key only, the bank "
            + "and suppliers would count as customers.",
        mendFr:
            "Exportez les seuls comptes clients, ou écrivez dans rules/csv une description dont only donne le début de "
            + "leurs numéros, comme sage-100-journal.yaml.",
        mendEn:
            "Export the customers' accounts alone, or write a description in rules/csv whose only gives the beginnings "
            + "of their numbers, as sage-100-journal.yaml does.")
    public static let guessOnly = MessageTemplate(
        "guess.only",
        fr: "À vérifier : seuls ces comptes de « {column} » sont lus, comme ceux des clients.",
        en: "Check: only these accounts of “{column}” are read, as the customers'.")
    public static let guessAllAccounts = MessageTemplate(
        "guess.allAccounts",
        fr:
            "À vérifier : rien ne distingue d'autres comptes dans « {column} » ; tous sont pris pour des clients. Sinon, "
            + "only donne le début de leurs numéros.",
        en:
            "Check: nothing tells other accounts apart in “{column}”; all are taken for customers. Otherwise, only gives "
            + "the beginnings of theirs.")
    public static let guessCredits = MessageTemplate(
        "guess.credits",
        fr:
            "Aucune colonne ne dit si un crédit est un règlement ou un avoir : sans les clés type et types, les règlements "
            + "passeraient pour des avoirs.",
        en: "No column says whether a credit is a payment or a credit note: without the keys type and types, payments "
            + "would count as credit notes.",
        mendFr:
            "Ajoutez à l'export le journal ou le type de pièce ; ou, si c'est la liste complète des postes ouverts d'un "
            + "jour, écrivez dans rules/csv une description avec kind: openItems.",
        mendEn:
            "Add the journal or the type of document to the export; or, if this is the full listing of a day's open "
            + "items, write a description in rules/csv with kind: openItems.")
    public static let guessCreditNotes = MessageTemplate(
        "guess.creditNotes",
        fr: "À vérifier : un montant au crédit sera lu comme un avoir, jamais comme un règlement.",
        en: "Check: an amount in credit will be read as a credit note, never as a payment.")
    public static let guessJournals = MessageTemplate(
        "guess.journals",
        fr:
            "À vérifier : ce que chaque journal écrit sur les comptes clients ; un crédit est un avoir dans un journal de "
            + "factures, un règlement dans un journal de paiements.",
        en:
            "Check: what each journal books on customers' accounts; a credit is a credit note in a journal of invoices, a "
            + "payment in a journal of payments.")
    public static let guessJournalsUnknown = MessageTemplate(
        "guess.journalsUnknown",
        fr: "À compléter : journaux dont rien ne dit ce qu'ils écrivent, leurs lignes sont écartées : {words}.",
        en: "Complete: journals of which nothing says what they book, whose rows are left out: {words}.")
    public static let guessByValues = MessageTemplate(
        "guess.byValues",
        fr: "À vérifier : « {column} » est prise pour {field} d'après ses seules valeurs.",
        en: "Check: “{column}” is taken for {field} by its values alone.")
    public static let guessGrouped = MessageTemplate(
        "guess.grouped",
        fr: "À vérifier : une ligne qui n'a qu'un nom, ou un compte et un nom, dit le client des lignes suivantes.",
        en: "Check: a row with nothing but a name, or an account and a name, is the customer of the rows below.")
    public static let guessListing = MessageTemplate(
        "guess.listing",
        fr: "À vérifier : liste complète des postes ouverts d'un jour ; un poste qui disparaît passe pour payé. "
            + "Sinon : movements.",
        en: "Check: a full listing of a day's open items; an item that is missing later counts as paid. "
            + "Otherwise: movements.")
    public static let guessListingNoDay = MessageTemplate(
        "guess.listingNoDay",
        fr: "À vérifier : si cette liste est redonnée en entier chaque jour, écrivez kind: openItems et mettez le jour "
            + "dans le nom du fichier.",
        en: "Check: if this listing comes again in full every day, write kind: openItems and put the day into the "
            + "file's name.")
    public static let guessEncoding = MessageTemplate(
        "guess.encoding",
        fr: "À vérifier : caractères {encoding} d'après leur vraisemblance ; regardez les accents de l'aperçu.",
        en: "Check: characters are {encoding} by plausibility; look at the accents in the preview.")
    public static let guessDatesOpen = MessageTemplate(
        "guess.datesOpen",
        fr: "À vérifier : aucun jour au-delà de 12 ne tranche entre jour et mois ; le jour d'abord est supposé.",
        en: "Check: no day above 12 decides between day and month; day first is assumed.")
    public static let guessDatesMixed = MessageTemplate(
        "guess.datesMixed",
        fr: "À vérifier : {dayFirst} date(s) ont le jour d'abord et {monthFirst} le mois d'abord.",
        en: "Check: {dayFirst} date(s) have the day first and {monthFirst} the month first.")
    public static let guessMarkMixed = MessageTemplate(
        "guess.markMixed",
        fr: "À vérifier : {commas} montant(s) à virgule décimale et {points} à point décimal ; lus un par un.",
        en: "Check: {commas} amount(s) with a decimal comma and {points} with a decimal point; read one by one.")
    public static let guessMarkOpen = MessageTemplate(
        "guess.markOpen",
        fr: "À vérifier : aucun montant ne tranche entre décimales et milliers ; la virgule décimale est supposée.",
        en: "Check: no amount decides between decimals and thousands; a decimal comma is assumed.")
    public static let guessSign = MessageTemplate(
        "guess.sign",
        fr: "À vérifier : presque tous les montants de « {column} » sont négatifs ; le signe est retourné.",
        en: "Check: nearly all amounts of “{column}” are negative; the sign is turned.")
    public static let guessTypes = MessageTemplate(
        "guess.types",
        fr: "À vérifier : ce que désigne chaque mot de la colonne de type.",
        en: "Check: what each word of the type column means.")
    public static let guessTypesUnknown = MessageTemplate(
        "guess.typesUnknown",
        fr: "À compléter : mots inconnus, leurs lignes sont écartées : {words}.",
        en: "Complete: unknown words, whose rows are left out: {words}.")
    public static let guessSkip = MessageTemplate(
        "guess.skip",
        fr: "À vérifier : les lignes {words} ne sont pas des créances.",
        en: "Check: rows {words} are no receivables.")
    public static let guessLines = MessageTemplate(
        "guess.lines",
        fr: "À vérifier : plusieurs lignes portent le même numéro ; elles font une seule facture.",
        en: "Check: several rows have one number; they make one invoice.")
    public static let guessLinesOpen = MessageTemplate(
        "guess.linesOpen",
        fr: "À vérifier : le montant se répète sur les lignes d'un numéro ; il est pris pour le total de la facture. "
            + "Sinon, lines: sum.",
        en: "Check: the amount repeats on the rows of a number; it is taken for the invoice's total. "
            + "Otherwise, lines: sum.")
    public static let guessFewHeaders = MessageTemplate(
        "guess.fewHeaders",
        fr: "À vérifier : peu de colonnes pour reconnaître ce fichier ; ajoutez file: avec un modèle de nom.",
        en: "Check: few columns to recognise this file by; add file: with a pattern for its name.")
    public static let guessUnused = MessageTemplate(
        "guess.unused",
        fr: "Colonnes non utilisées : {columns}.", en: "Columns not used: {columns}.")
    public static let guessNoDue = MessageTemplate(
        "guess.noDue",
        fr: "Ni échéance ni conditions de paiement : les échéances seront estimées.",
        en: "Neither due dates nor payment terms: due dates will be estimated.")
    public static let guessNameOnly = MessageTemplate(
        "guess.nameOnly",
        fr: "Les clients ne sont connus que par leur nom : ajoutez le SIREN ou le code client à l'export.",
        en: "Customers are known by name alone: add the SIREN or the customer code to the export.")
    public static let guessAlreadyRead = MessageTemplate(
        "guess.alreadyRead",
        fr: "Ce fichier est déjà lu sans cette description ({importer}) : vigie read le montre.",
        en: "This file is already read without this description ({importer}): vigie read shows it.")
    public static let guessTitle = MessageTemplate(
        "guess.title",
        fr: "Proposée par vigie csv guess d'après {file} : relisez ce qui est à vérifier.",
        en: "Proposed by vigie csv guess from {file}: look over what is to be checked.")
    public static let guessPreview = MessageTemplate(
        "guess.preview",
        fr: "Aperçu : {count} document(s) lus par cette description, les premiers :",
        en: "Preview: {count} document(s) read by this description, the first:")
    public static let guessRefused = MessageTemplate(
        "guess.refused",
        fr: "{count} ligne(s) seraient refusées, les premières :",
        en: "{count} row(s) would be refused, the first:")
    public static let guessWritten = MessageTemplate(
        "guess.written",
        fr: "Écrite dans {path}.", en: "Written to {path}.")
    public static let guessExists = MessageTemplate(
        "guess.exists",
        fr: "{path} existe déjà : rien n'est écrit.", en: "{path} exists already: nothing is written.",
        mendFr: "Choisissez un autre nom avec --name.", mendEn: "Choose another name with --name.")
    public static let guessBadName = MessageTemplate(
        "guess.badName",
        fr: "« {name} » ne peut pas être le nom d'une description.", en: "“{name}” cannot be a description's name.",
        mendFr: "Écrivez un nom simple avec --name, par exemple ventes-boutique.",
        mendEn: "Write a simple name with --name, shop-sales for instance.")
}
