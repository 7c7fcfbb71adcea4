extension Catalogue {
    static let bank: [MessageTemplate] = [
        .bankRecordLength, .bankUnknownRecord, .bankBadDate, .bankBadAmount, .bankBadCurrency, .bankBadBalance,
        .bankBadMovement, .bankMovementOutside, .bankDetailOutside, .bankBalanceOutside, .bankNotClosed,
        .bankOtherAccount, .bankOperationOutside, .bankTotalOutside, .bankNoTotal, .bankNoStatement,
        .bankMissing, .bankEmptyMessage, .bankBalance, .bankTotal, .bankBatch, .bankBatchUnstated, .bankNoCurrency,
        .bankMonthEnd, .bankNotStatement,
        .bankDebits, .bankOtherCredits, .bankNotBooked, .bankZero, .bankAlsoOnStatement,
    ]
}

/// Bank files: why one is refused whole. Half a statement must not be booked.
extension MessageTemplate {
    private static let again = (
        fr: "Demandez de nouveau le relevé à la banque ; rien n’a été enregistré.",
        en: "Ask the bank for the statement again; nothing was booked."
    )

    public static let bankRecordLength = MessageTemplate(
        "bank.recordLength",
        fr: "Ligne {line} : l’enregistrement fait {length} caractères au lieu de {width}.",
        en: "Line {line}: the record has {length} characters instead of {width}.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankUnknownRecord = MessageTemplate(
        "bank.unknownRecord",
        fr: "Ligne {line} : « {type} » n’est pas un type d’enregistrement de ce format.",
        en: "Line {line}: “{type}” is not a record type of this format.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankBadDate = MessageTemplate(
        "bank.badDate",
        fr: "Ligne {line} : « {value} » n’est pas une date.",
        en: "Line {line}: “{value}” is not a date.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankBadAmount = MessageTemplate(
        "bank.badAmount",
        fr: "Ligne {line} : « {value} » n’est pas un montant.",
        en: "Line {line}: “{value}” is not an amount.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankBadCurrency = MessageTemplate(
        "bank.badCurrency",
        fr: "Ligne {line} : « {value} » n’est pas une devise.",
        en: "Line {line}: “{value}” is not a currency.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankBadBalance = MessageTemplate(
        "bank.badBalance",
        fr: "Ligne {line} : « {value} » n’est pas un solde.",
        en: "Line {line}: “{value}” is not a balance.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankBadMovement = MessageTemplate(
        "bank.badMovement",
        fr: "Ligne {line} : « {value} » n’est pas un mouvement.",
        en: "Line {line}: “{value}” is not a movement.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankMovementOutside = MessageTemplate(
        "bank.movementOutside",
        fr: "Ligne {line} : un mouvement (04) se trouve hors de tout relevé, sans ancien solde (01) avant lui.",
        en: "Line {line}: a movement (04) stands outside any statement, with no old balance (01) before it.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankDetailOutside = MessageTemplate(
        "bank.detailOutside",
        fr: "Ligne {line} : un complément (05) ne suit aucun mouvement (04).",
        en: "Line {line}: a detail (05) follows no movement (04).",
        mendFr: again.fr, mendEn: again.en)
    public static let bankBalanceOutside = MessageTemplate(
        "bank.balanceOutside",
        fr: "Ligne {line} : un nouveau solde (07) ferme un relevé qu’aucun ancien solde (01) n’a ouvert.",
        en: "Line {line}: a new balance (07) closes a statement that no old balance (01) opened.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankNotClosed = MessageTemplate(
        "bank.notClosed",
        fr: "Le relevé du compte {account} ouvert à la ligne {line} n’est pas fermé par un nouveau solde (07).",
        en: "The statement of account {account} opened on line {line} is not closed by a new balance (07).",
        mendFr: again.fr, mendEn: again.en)
    public static let bankOtherAccount = MessageTemplate(
        "bank.otherAccount",
        fr: "Ligne {line} : l’enregistrement du compte {found} se trouve dans le relevé du compte {account}.",
        en: "Line {line}: a record of account {found} stands in the statement of account {account}.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankOperationOutside = MessageTemplate(
        "bank.operationOutside",
        fr: "Ligne {line} : une opération (34) n’a pas d’en-tête (31) avant elle.",
        en: "Line {line}: an operation (34) has no header (31) before it.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankTotalOutside = MessageTemplate(
        "bank.totalOutside",
        fr: "Ligne {line} : un total (39) n’a pas d’en-tête (31) avant lui.",
        en: "Line {line}: a total (39) has no header (31) before it.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankNoTotal = MessageTemplate(
        "bank.noTotal",
        fr: "L’en-tête (31) de la ligne {line} n’a pas de total (39).",
        en: "The header (31) on line {line} has no total (39).",
        mendFr: again.fr, mendEn: again.en)
    public static let bankNoStatement = MessageTemplate(
        "bank.noStatement",
        fr: "Ce fichier ressemble à un relevé SWIFT mais ne contient ni référence (:20:) ni mouvement (:61:).",
        en: "This file looks like a SWIFT statement but has neither a reference (:20:) nor a movement (:61:).",
        mendFr: again.fr, mendEn: again.en)
    public static let bankNotStatement = MessageTemplate(
        "bank.notStatement",
        fr: "Ce fichier est un message SWIFT {what}, pas un relevé de compte.",
        en: "This file is a SWIFT message {what}, not an account statement.",
        mendFr: "Exportez le relevé du compte en MT940 ou en camt.053 (ou les avis en camt.054), et déposez-le.",
        mendEn: "Export the account's statement as MT940 or camt.053 (or the advices as camt.054), and drop that.")
    public static let bankMissing = MessageTemplate(
        "bank.missing",
        fr: "Ligne {line} : l’écriture n’a pas de « {field} ».",
        en: "Line {line}: the entry has no “{field}”.",
        mendFr: again.fr, mendEn: again.en)
    public static let bankEmptyMessage = MessageTemplate(
        "bank.emptyMessage",
        fr: "Ce message camt ne contient aucun relevé ni avis ({expected}).",
        en: "This camt message holds no statement and no notification ({expected}).",
        mendFr: again.fr, mendEn: again.en)
}

/// Bank files: taken, with a remark.
extension MessageTemplate {
    public static let bankBalance = MessageTemplate(
        "bank.balance",
        fr: "Le relevé du compte {account} ne tombe pas juste : ancien solde {opening}, mouvements {sum}, soit {found} "
            + "{currency}, mais le nouveau solde est {closing} {currency}.",
        en: "The statement of account {account} does not add up: old balance {opening}, movements {sum}, hence {found} "
            + "{currency}, but the new balance is {closing} {currency}.",
        mendFr: "Comparez avec le relevé papier : il manque peut-être une page ou un mouvement.",
        mendEn: "Compare with the paper statement: a page or a movement may be missing.")
    public static let bankTotal = MessageTemplate(
        "bank.total",
        fr: "Les opérations font {sum} {currency}, mais le total annoncé est {total} {currency}.",
        en: "The operations come to {sum} {currency}, but the stated total is {total} {currency}.",
        mendFr: "Comparez avec l’avis de la banque : il manque peut-être une opération.",
        mendEn: "Compare with the bank's advice: an operation may be missing.")
    public static let bankBatch = MessageTemplate(
        "bank.batch",
        fr:
            "Les {count} détails de l’écriture de {amount} {currency} font {sum} {currency} : elle est prise en un seul "
            + "montant.",
        en: "The {count} details of the entry of {amount} {currency} come to {sum} {currency}: it is taken as one "
            + "amount.",
        mendFr: "Répartissez ce montant d’après l’avis de la banque.",
        mendEn: "Split this amount by the bank's advice.")
    public static let bankBatchUnstated = MessageTemplate(
        "bank.batchUnstated",
        fr: "Les {count} détails de l’écriture de {amount} {currency} ne disent pas tous leur montant en {currency} : "
            + "elle est prise en un seul montant.",
        en:
            "The {count} details of the entry of {amount} {currency} do not all state their amount in {currency}: it is "
            + "taken as one amount.",
        mendFr: "Répartissez ce montant d’après l’avis de la banque.",
        mendEn: "Split this amount by the bank's advice.")
    public static let bankNoCurrency = MessageTemplate(
        "bank.noCurrency",
        fr: "Le relevé ne dit pas sa devise : {currency} est supposée.",
        en: "The statement does not state its currency: {currency} is assumed.",
        mendFr: "Vérifiez que ce compte est bien tenu dans cette devise.",
        mendEn: "Check that this account is kept in that currency.")
    public static let bankMonthEnd = MessageTemplate(
        "bank.monthEnd",
        fr: "La date « {value} » n’existe pas (la banque compte des mois de 30 jours) : le {date} est retenu.",
        en: "The date “{value}” does not exist (the bank counts months of 30 days): {date} is used.")
    public static let bankDebits = MessageTemplate(
        "bank.debits",
        fr: "Mouvements au débit, sans rapport avec les clients, laissés de côté : {count} ({sum} {currency}).",
        en: "Debits that concern no customer, left out: {count} ({sum} {currency}).",
        mendFr: "Si l’un d’eux rembourse un client, déposez-le dans un fichier de paiements, type remboursement.",
        mendEn: "If one of them pays a customer back, drop it in a file of payments, type refund.")
    public static let bankOtherCredits = MessageTemplate(
        "bank.otherCredits",
        fr: "Mouvements au crédit qui ne viennent pas de clients (ordres de l’entreprise revenus, intérêts, prêts), "
            + "laissés de côté : {count} ({sum} {currency}).",
        en: "Credits that come from no customer (the company's own orders coming back, interest, loans), left out: "
            + "{count} ({sum} {currency}).",
        mendFr: "Si l’un d’eux vient d’un client, déposez-le dans un fichier de paiements.",
        mendEn: "If one of them comes from a customer, drop it in a file of payments.")
    public static let bankNotBooked = MessageTemplate(
        "bank.notBooked",
        fr: "Mouvements annoncés mais pas encore comptabilisés par la banque, à prendre dans le relevé définitif : "
            + "{count} ({sum} {currency}).",
        en: "Movements announced but not booked by the bank yet, to be taken from the final statement: {count} "
            + "({sum} {currency}).")
    public static let bankZero = MessageTemplate(
        "bank.zero",
        fr: "Mouvements d’un montant nul en {currency}, laissés de côté : {count}.",
        en: "Movements of a zero amount in {currency}, left out: {count}.")
    public static let bankAlsoOnStatement = MessageTemplate(
        "bank.alsoOnStatement",
        fr: "Ces opérations figurent aussi, sans référence commune, sur le relevé de compte.",
        en: "These operations also stand, without a common reference, on the account statement.",
        mendFr: "Ne déposez pas le relevé (CFONB 120) des mêmes jours en plus de ce fichier.",
        mendEn: "Do not drop the statement (CFONB 120) of the same days besides this file.")
}
