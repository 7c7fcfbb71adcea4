extension MessageTemplate {
    public static let xmlMalformed = MessageTemplate(
        "xml.malformed",
        fr: "Le fichier XML est incomplet ou mal formé : {problem}.",
        en: "The XML file is incomplete or not well-formed: {problem}.",
        mendFr: "Exportez la facture à nouveau et redéposez-la ; ne la modifiez pas à la main.",
        mendEn: "Export the invoice again and drop it again; do not edit it by hand.")
    public static let xmlDoctype = MessageTemplate(
        "xml.doctype",
        fr: "Le fichier XML contient une déclaration DOCTYPE, interdite dans une facture.",
        en: "The XML file has a DOCTYPE declaration, which no invoice may have.",
        mendFr: "Vérifiez l'origine du fichier : une facture électronique n'en contient jamais.",
        mendEn: "Check where the file comes from: an e-invoice never has one.")
    public static let xmlTooDeep = MessageTemplate(
        "xml.tooDeep",
        fr: "Le fichier XML imbrique ses éléments sur plus de 64 niveaux.",
        en: "The XML file nests its elements more than 64 levels deep.",
        mendFr: "Vérifiez l'origine du fichier.", mendEn: "Check where the file comes from.")
    public static let xmlTooLarge = MessageTemplate(
        "xml.tooLarge",
        fr: "Le fichier XML dépasse ce qu'une facture peut contenir ({what}).",
        en: "The XML file holds more than an invoice can ({what}).",
        mendFr: "Vérifiez l'origine du fichier.", mendEn: "Check where the file comes from.")
    public static let xmlUnknownRoot = MessageTemplate(
        "xml.unknownRoot",
        fr: "Ce fichier XML n'est pas une facture : son élément racine est « {root} » ({what}).",
        en: "This XML file is no invoice: its root element is “{root}” ({what}).",
        mendFr: "Déposez des factures UBL 2.1 ou CII (Factur-X, EN 16931).",
        mendEn: "Drop UBL 2.1 or CII invoices (Factur-X, EN 16931).")
    public static let xmlBankMessage = MessageTemplate(
        "xml.bankMessage",
        fr: "C'est un message bancaire {message} ({what}), pas un relevé de compte.",
        en: "This is a bank message {message} ({what}), not an account statement.",
        mendFr: "Déposez le relevé de compte (camt.053) ou l'avis (camt.054) que la banque en donne.",
        mendEn: "Drop the account statement (camt.053) or the notification (camt.054) that the bank gives of it.")
    public static let xmlForeignInvoice = MessageTemplate(
        "xml.foreignInvoice",
        fr: "C'est une facture électronique au format {what}, qui n'est pas lu.",
        en: "This is an e-invoice in the format {what}, which is not read.",
        mendFr: "Exportez-la ou demandez-la en UBL 2.1, CII ou Factur-X (EN 16931), ou saisissez-la dans un CSV de "
            + "factures.",
        mendEn: "Export it or ask for it as UBL 2.1, CII or Factur-X (EN 16931), or enter it in a CSV of invoices.")
}

extension Catalogue {
    static let xml: [MessageTemplate] = [
        .xmlMalformed, .xmlDoctype, .xmlTooDeep, .xmlTooLarge, .xmlUnknownRoot, .xmlBankMessage, .xmlForeignInvoice,
    ]
}
