extension MessageTemplate {
    public static let invoiceNoNumber = MessageTemplate(
        "invoice.noNumber", fr: "La facture n'a pas de numéro.", en: "The invoice has no number.",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceBadDate = MessageTemplate(
        "invoice.badDate",
        fr: "La date d'émission « {value} » est absente ou n'existe pas.",
        en: "The issue date “{value}” is missing or does not exist.",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceDateFormat = MessageTemplate(
        "invoice.dateFormat",
        fr: "Le format de date « {value} » n'est pas admis ; une facture CII emploie le format 102 (AAAAMMJJ).",
        en: "Date format “{value}” is not allowed; a CII invoice uses format 102 (YYYYMMDD).",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceNoCurrency = MessageTemplate(
        "invoice.noCurrency",
        fr: "La devise « {value} » est absente ou inconnue.", en: "The currency “{value}” is missing or unknown.",
        mendFr: "Indiquez un code ISO 4217 tel que EUR.", mendEn: "State an ISO 4217 code such as EUR.")
    public static let invoiceBadType = MessageTemplate(
        "invoice.badType",
        fr: "Le type de facture « {value} » n'est pas un code admis (BT-3).",
        en: "Invoice type “{value}” is not an allowed code (BT-3).",
        mendFr: "Codes usuels : 380 facture, 381 avoir, 384 facture rectificative, 386 acompte.",
        mendEn: "Usual codes: 380 invoice, 381 credit note, 384 corrected invoice, 386 prepayment.")
    public static let invoiceBadAmount = MessageTemplate(
        "invoice.badAmount",
        fr: "Le montant « {value} » n'est pas un nombre décimal.", en: "The amount “{value}” is not a decimal number.",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceNoAmount = MessageTemplate(
        "invoice.noAmount",
        fr: "La facture n'indique pas de montant à payer (BT-115).", en: "The invoice states no amount due (BT-115).",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceNoBuyer = MessageTemplate(
        "invoice.noBuyer",
        fr: "La facture n'identifie pas l'acheteur : ni nom, ni SIREN, ni TVA.",
        en: "The invoice does not identify the buyer: no name, no SIREN, no VAT number.",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceTotalWrong = MessageTemplate(
        "invoice.totalWrong",
        fr: "Les totaux se contredisent : {rule} donne {expected}, la facture indique {value}.",
        en: "The totals contradict each other: {rule} gives {expected}, the invoice states {value}.",
        mendFr: "Corrigez la facture dans le logiciel qui l'émet.",
        mendEn: "Correct the invoice in the software that issues it.")
    public static let invoiceTotalDiffers = MessageTemplate(
        "invoice.totalDiffers",
        fr: "Écart dans les totaux : {rule} donne {expected}, la facture indique {value}.",
        en: "A difference in the totals: {rule} gives {expected}, the invoice states {value}.")
    public static let invoicePayableMissing = MessageTemplate(
        "invoice.payableMissing",
        fr: "Le montant à payer (BT-115) manque : le total TTC (BT-112) est retenu.",
        en: "The amount due (BT-115) is missing: the total with VAT (BT-112) is taken.")
    public static let invoiceDueDates = MessageTemplate(
        "invoice.dueDates",
        fr: "Plusieurs échéances ({dates}) dont les montants ne font pas un échéancier : la première est retenue.",
        en: "Several due dates ({dates}) whose amounts make no schedule: the first is taken.")
    public static let invoiceRounded = MessageTemplate(
        "invoice.rounded",
        fr: "Le montant {value} a plus de décimales que sa devise : il est arrondi.",
        en: "The amount {value} has more decimals than its currency: it is rounded.")
    public static let invoiceNoDue = MessageTemplate(
        "invoice.noDue",
        fr: "La facture n'indique ni échéance ni conditions de paiement : l'échéance sera estimée.",
        en: "The invoice states neither due date nor payment terms: the due date will be estimated.")
    public static let invoiceTermsUnread = MessageTemplate(
        "invoice.termsUnread",
        fr: "Les conditions de paiement « {value} » ne donnent ni date ni délai lisible : l'échéance sera estimée.",
        en: "The payment terms “{value}” give neither a date nor a readable delay: the due date will be estimated.")
    public static let invoiceBadIdentity = MessageTemplate(
        "invoice.badIdentity",
        fr: "L'identifiant {value} a une clé de contrôle fausse.", en: "Identifier {value} has a wrong check digit.")
    public static let invoiceMinimum = MessageTemplate(
        "invoice.minimum",
        fr: "Profil MINIMUM : ni lignes ni détail de TVA, seuls les totaux peuvent être contrôlés.",
        en: "MINIMUM profile: no lines and no VAT breakdown, only the totals can be checked.")
    public static let invoiceBadCode = MessageTemplate(
        "invoice.badCode", fr: "Le code {value} n'est pas dans la liste de la norme ({rule}).",
        en: "Code {value} is not in the standard's list ({rule}).")
    public static let invoiceBadVATPrefix = MessageTemplate(
        "invoice.badVATPrefix",
        fr: "Le numéro de TVA {value} ne commence pas par un code de pays (BR-CO-09).",
        en: "VAT number {value} does not begin with a country code (BR-CO-09).")
    public static let invoiceNoEndpoint = MessageTemplate(
        "invoice.noEndpoint",
        fr:
            "Adresse électronique absente ({terms}) : une plateforme ne peut ni acheminer la facture ni en rendre compte.",
        en: "No electronic address ({terms}): a platform can neither deliver the invoice nor report on it.")
    public static let invoiceNoNotes = MessageTemplate(
        "invoice.noNotes",
        fr: "Mentions légales absentes (BR-FR-05 : pénalités PMD, indemnité PMT, escompte AAB) : {codes}.",
        en: "Legal notes are missing (BR-FR-05: penalties PMD, compensation PMT, discount AAB): {codes}.")
}

extension Catalogue {
    static let invoices: [MessageTemplate] = [
        .invoiceNoNumber, .invoiceBadDate, .invoiceDateFormat, .invoiceNoCurrency, .invoiceBadType, .invoiceBadAmount,
        .invoiceNoAmount, .invoiceNoBuyer, .invoiceTotalWrong, .invoiceTotalDiffers, .invoicePayableMissing,
        .invoiceRounded, .invoiceDueDates, .invoiceNoDue, .invoiceTermsUnread, .invoiceBadIdentity,
        .invoiceMinimum, .invoiceBadCode, .invoiceBadVATPrefix, .invoiceNoEndpoint, .invoiceNoNotes,
    ]
}
