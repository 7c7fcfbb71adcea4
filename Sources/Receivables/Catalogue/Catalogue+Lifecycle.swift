extension MessageTemplate {
    public static let lifecycleNoReference = MessageTemplate(
        "lifecycle.noReference",
        fr: "Le message de cycle de vie ne désigne aucun document ({element}).",
        en: "The life-cycle message refers to no document ({element}).",
        mendFr: "Demandez à la plateforme de renvoyer le statut.", mendEn: "Ask the platform to send the status again.")
    public static let lifecycleNoNumber = MessageTemplate(
        "lifecycle.noNumber",
        fr: "Ligne {line} : le statut ne dit pas de quelle facture il s'agit ({element}).",
        en: "Line {line}: the status does not say which invoice it is about ({element}).",
        mendFr: "Demandez à la plateforme de renvoyer le statut avec le numéro de la facture (BT-1).",
        mendEn: "Ask the platform to send the status again with the invoice's number (BT-1).")
    public static let lifecycleNoCode = MessageTemplate(
        "lifecycle.noCode",
        fr: "Ligne {line} : le code du statut de la facture {number} manque ({element}).",
        en: "Line {line}: the code of the status of invoice {number} is missing ({element}).",
        mendFr: "Demandez à la plateforme de renvoyer le statut.", mendEn: "Ask the platform to send the status again.")
    public static let lifecycleBadCode = MessageTemplate(
        "lifecycle.badCode",
        fr: "Ligne {line} : « {value} » n'est pas un code de réponse ; facture {number}.",
        en: "Line {line}: “{value}” is not a response code; invoice {number}.",
        mendFr: "Codes admis : AB, IP, UQ, CA, RE, AP, PD. Demandez à l'acheteur de renvoyer sa réponse.",
        mendEn: "Codes allowed: AB, IP, UQ, CA, RE, AP, PD. Ask the buyer to send the response again.")
    public static let lifecycleUnlistedCode = MessageTemplate(
        "lifecycle.unlistedCode",
        fr: "Le statut « {value} » de la facture {number} n'est pas dans la liste publiée : il est gardé sans effet.",
        en: "Status “{value}” of invoice {number} is not in the published list: it is kept without effect.",
        mendFr: "Si ce code a été convenu entre les parties, vérifiez ce qu'il change pour la créance.",
        mendEn: "If the parties agreed on this code, check what it changes for the receivable.")
    public static let lifecycleNoSeller = MessageTemplate(
        "lifecycle.noSeller",
        fr: "Ligne {line} : le statut de la facture {number} n'identifie pas le vendeur ({element}).",
        en: "Line {line}: the status of invoice {number} does not identify the seller ({element}).",
        mendFr: "Demandez à la plateforme de renvoyer le statut avec le SIREN du vendeur.",
        mendEn: "Ask the platform to send the status again with the seller's SIREN.")
    public static let lifecycleNoDate = MessageTemplate(
        "lifecycle.noDate",
        fr: "Ligne {line} : le statut {code} de la facture {number} n'a pas de date ({element}).",
        en: "Line {line}: status {code} of invoice {number} has no date ({element}).",
        mendFr: "Demandez à la plateforme de renvoyer le statut.", mendEn: "Ask the platform to send the status again.")
    public static let lifecycleBadDate = MessageTemplate(
        "lifecycle.badDate",
        fr: "Ligne {line} : « {value} » n'est pas une date ou une heure qui existe.",
        en: "Line {line}: “{value}” is not a date or time that exists.",
        mendFr: "Demandez à la plateforme de renvoyer le statut.", mendEn: "Ask the platform to send the status again.")
    public static let lifecycleDateFormat = MessageTemplate(
        "lifecycle.dateFormat",
        fr:
            "Ligne {line} : le format de date « {value} » n'est pas admis ; un message CDAR emploie 102 (AAAAMMJJ) ou 204 (AAAAMMJJHHMMSS).",
        en:
            "Line {line}: date format “{value}” is not allowed; a CDAR message uses 102 (YYYYMMDD) or 204 (YYYYMMDDHHMMSS).",
        mendFr: "Demandez à la plateforme de renvoyer le statut.", mendEn: "Ask the platform to send the status again.")
    public static let lifecycleBadAmount = MessageTemplate(
        "lifecycle.badAmount",
        fr: "Ligne {line} : le montant « {value} » du statut n'est pas un nombre décimal.",
        en: "Line {line}: the status's amount “{value}” is not a decimal number.",
        mendFr: "Demandez à la plateforme de renvoyer le statut.", mendEn: "Ask the platform to send the status again.")
    public static let lifecycleBadCurrency = MessageTemplate(
        "lifecycle.badCurrency",
        fr: "Ligne {line} : la devise « {value} » du montant est inconnue.",
        en: "Line {line}: the amount's currency “{value}” is unknown.",
        mendFr: "Demandez à la plateforme de renvoyer le statut avec un code ISO 4217 tel que EUR.",
        mendEn: "Ask the platform to send the status again with an ISO 4217 code such as EUR.")
    public static let lifecycleAssumedCurrency = MessageTemplate(
        "lifecycle.assumedCurrency",
        fr: "Le montant {value} du statut de la facture {number} n'a pas de devise : il est compté en {currency}.",
        en: "The amount {value} of the status of invoice {number} has no currency: it is counted in {currency}.")
    public static let lifecycleMixedCurrencies = MessageTemplate(
        "lifecycle.mixedCurrencies",
        fr: "Ligne {line} : les montants du statut de la facture {number} sont en {first} et en {second}.",
        en: "Line {line}: the amounts of the status of invoice {number} are in {first} and in {second}.",
        mendFr: "Demandez à la plateforme un statut par devise.", mendEn: "Ask the platform for one status a currency.")
    public static let lifecycleNoAmount = MessageTemplate(
        "lifecycle.noAmount",
        fr: "Le statut {code} de la facture {number} ne dit pas combien a été encaissé (MEN) : tout ce qui est ouvert.",
        en: "Status {code} of invoice {number} does not say how much was cashed (MEN): all that is open.",
        mendFr: "Vérifiez le montant sur le relevé bancaire.", mendEn: "Check the amount on the bank statement.")
    public static let lifecycleNoReason = MessageTemplate(
        "lifecycle.noReason",
        fr: "Le statut {code} de la facture {number} ne donne pas de motif, pourtant obligatoire (BR-FR-CDV-15).",
        en: "Status {code} of invoice {number} gives no reason, though it must (BR-FR-CDV-15).",
        mendFr: "Demandez le motif au client.", mendEn: "Ask the customer for the reason.")
    public static let lifecycleOtherTime = MessageTemplate(
        "lifecycle.otherTime",
        fr: "Le statut {code} de la facture {number} n'a pas d'heure propre : celle du message est retenue.",
        en: "Status {code} of invoice {number} has no time of its own: the message's is taken.")
    public static let lifecycleOtherObject = MessageTemplate(
        "lifecycle.otherObject",
        fr: "Le statut {code} porte sur un objet de type {type} ({number}), pas sur une facture : il est ignoré.",
        en: "Status {code} is about an object of type {type} ({number}), no invoice: it is ignored.")
    public static let lifecycleMessageLevel = MessageTemplate(
        "lifecycle.messageLevel",
        fr:
            "Accusé technique ({profile}) du document {number}, réponse {code} : il parle de la transmission, pas de la créance.",
        en:
            "Message-level response ({profile}) to document {number}, response {code}: it is about transmission, not about the receivable."
    )
    public static let lifecycleOtherResponse = MessageTemplate(
        "lifecycle.otherResponse",
        fr: "Cette réponse UBL (ApplicationResponse, {profile}) n'est pas une réponse à une facture.",
        en: "This UBL response (ApplicationResponse, {profile}) is no response to an invoice.",
        mendFr: "Déposez des réponses Peppol Invoice Response 3 ou des statuts CDAR.",
        mendEn: "Drop Peppol Invoice Response 3 messages or CDAR statuses.")
}

extension Catalogue {
    static let lifecycle: [MessageTemplate] = [
        .lifecycleNoReference, .lifecycleNoNumber, .lifecycleNoCode, .lifecycleBadCode, .lifecycleUnlistedCode,
        .lifecycleNoSeller, .lifecycleNoDate, .lifecycleBadDate, .lifecycleDateFormat, .lifecycleBadAmount,
        .lifecycleBadCurrency, .lifecycleAssumedCurrency, .lifecycleMixedCurrencies, .lifecycleNoAmount,
        .lifecycleNoReason,
        .lifecycleOtherTime, .lifecycleOtherObject, .lifecycleMessageLevel, .lifecycleOtherResponse,
    ]
}
