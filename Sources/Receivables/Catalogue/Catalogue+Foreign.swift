extension Catalogue {
    static let foreign: [MessageTemplate] = [
        .foreignWorkbook, .foreignWebTable, .foreignArchive, .foreignText, .foreignImage, .foreignMail,
        .foreignSigned, .foreignStatement, .foreignEBCDIC, .foreignPNM, .entriesShortLine, .workbookSheetsLeft,
        .workbookSeveralTables,
        .workbookEmpty, .workbookProtected, .workbookDamaged, .workbookTooLarge,
    ]
}

/// Files that are something else, known by their first bytes: what they are, and what to export instead.
extension MessageTemplate {
    public static let foreignWorkbook = MessageTemplate(
        "foreign.workbook",
        fr: "C'est un classeur ({what}), pas un fichier CSV.", en: "This is a workbook ({what}), not a CSV file.",
        mendFr: "Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 », puis déposez ce fichier .csv.",
        mendEn: "In the spreadsheet: File, Save as, “CSV UTF-8”, then drop that .csv file.")
    public static let workbookSheetsLeft = MessageTemplate(
        "workbook.sheetsLeft", fr: "La feuille {sheet} est lue ; les autres ne le sont pas : {others}.",
        en: "Sheet {sheet} is read; the others are not: {others}.")
    public static let workbookSeveralTables = MessageTemplate(
        "workbook.severalTables", fr: "Plusieurs feuilles de ce classeur se lisent : {sheets}.",
        en: "Several sheets of this workbook could be read: {sheets}.",
        mendFr: "Enregistrez chaque feuille voulue dans un classeur à part et déposez-les.",
        mendEn: "Save each sheet that is meant in a workbook of its own and drop those.")
    public static let workbookEmpty = MessageTemplate(
        "workbook.empty", fr: "Aucune feuille visible de ce classeur ne contient quoi que ce soit.",
        en: "No visible sheet of this workbook holds anything.",
        mendFr: "Affichez la feuille masquée, ou exportez-le de nouveau.",
        mendEn: "Show the sheet that is hidden, or export it again.")
    public static let workbookProtected = MessageTemplate(
        "workbook.protected", fr: "Ce classeur est protégé par un mot de passe.",
        en: "This workbook is protected by a password.",
        mendFr: "Enregistrez-le sans mot de passe.", mendEn: "Save it without a password.")
    public static let workbookDamaged = MessageTemplate(
        "workbook.damaged", fr: "Ce classeur est endommagé ou incomplet ({reason}).",
        en: "This workbook is damaged or incomplete ({reason}).",
        mendFr: "Ouvrez-le et enregistrez-le de nouveau, ou exportez-le de nouveau.",
        mendEn: "Open it and save it again, or export it again.")
    public static let workbookTooLarge = MessageTemplate(
        "workbook.tooLarge", fr: "Décompressé, ce classeur dépasse {limit} Mo.",
        en: "Unpacked, this workbook exceeds {limit} MB.",
        mendFr: "Exportez-le en plusieurs fois, ou en CSV.", mendEn: "Export it in several parts, or as CSV.")
    public static let foreignWebTable = MessageTemplate(
        "foreign.webTable",
        fr: "C'est une page web (HTML), parfois nommée .xls par le logiciel qui l'exporte.",
        en: "This is a web page (HTML), which the software that exports it may have named .xls.",
        mendFr: "Choisissez l'export CSV, ou ouvrez ce fichier dans un tableur et enregistrez-le en CSV UTF-8.",
        mendEn: "Choose the CSV export, or open this file in a spreadsheet and save it as CSV UTF-8.")
    public static let foreignArchive = MessageTemplate(
        "foreign.archive",
        fr: "C'est une archive ou un fichier compressé ({what}).",
        en: "This is an archive or a compressed file ({what}).",
        mendFr: "Décompressez-la et déposez les fichiers qu'elle contient.",
        mendEn: "Unpack it and drop the files it contains.")
    public static let foreignText = MessageTemplate(
        "foreign.text",
        fr: "C'est un document de traitement de texte ({what}), pas une facture électronique.",
        en: "This is a word processor's document ({what}), not an e-invoice.",
        mendFr: "Demandez la facture en Factur-X (PDF avec XML), UBL ou CII, ou saisissez-la dans un CSV de factures.",
        mendEn: "Ask for the invoice as Factur-X (PDF with XML), UBL or CII, or enter it in a CSV of invoices.")
    public static let foreignImage = MessageTemplate(
        "foreign.image",
        fr: "C'est une image ({what}) : rien n'y est lisible sans la déchiffrer.",
        en: "This is an image ({what}): nothing in it can be read without guessing.",
        mendFr: "Demandez la facture en Factur-X (PDF avec XML), UBL ou CII, ou saisissez-la dans un CSV de factures.",
        mendEn: "Ask for the invoice as Factur-X (PDF with XML), UBL or CII, or enter it in a CSV of invoices.")
    public static let foreignMail = MessageTemplate(
        "foreign.mail",
        fr: "C'est un courriel enregistré, pas une facture.", en: "This is a saved e-mail, not an invoice.",
        mendFr: "Enregistrez sa pièce jointe et déposez-la.", mendEn: "Save its attachment and drop that.")
    public static let foreignSigned = MessageTemplate(
        "foreign.signed",
        fr: "C'est un fichier signé ou chiffré (PKCS#7, souvent .p7m).",
        en: "This is a signed or encrypted file (PKCS#7, often .p7m).",
        mendFr: "Extrayez le fichier qu'il enveloppe et déposez-le.", mendEn: "Extract the file it wraps and drop that."
    )
    public static let foreignStatement = MessageTemplate(
        "foreign.statement",
        fr: "C'est un relevé bancaire au format {what}, qui n'est pas lu.",
        en: "This is a bank statement in the format {what}, which is not read.",
        mendFr: "Dans la banque en ligne, exportez le relevé en camt.053, MT940 ou CFONB 120, puis déposez-le.",
        mendEn: "In the bank's portal, export the statement as camt.053, MT940 or CFONB 120, then drop that.")
    public static let foreignEBCDIC = MessageTemplate(
        "foreign.ebcdic",
        fr: "Ce texte est en EBCDIC, le jeu de caractères des grands systèmes.",
        en: "This text is in EBCDIC, the character set of mainframes.",
        mendFr: "Transférez-le en mode texte, ou convertissez-le (iconv -f CP1147 -t UTF-8), puis déposez-le.",
        mendEn: "Transfer it in text mode, or convert it (iconv -f CP1147 -t UTF-8), then drop it.")
    public static let foreignPNM = MessageTemplate(
        "foreign.pnm",
        fr: "C'est un export Sage 100 à largeur fixe (PNM), qui ne nomme pas ses clients.",
        en: "This is a Sage 100 fixed-width export (PNM), which does not name its customers.",
        mendFr: "Dans Sage 100, exportez le FEC, ou les écritures par un format paramétrable avec titres (CSV).",
        mendEn: "In Sage 100, export the FEC, or the entries by a “format paramétrable” with titles (CSV).")
    public static let entriesShortLine = MessageTemplate(
        "entries.shortLine",
        fr: "La ligne n'a que {found} caractères sur {expected} : elle a été coupée.",
        en: "The line has only {found} of {expected} characters: it was cut off.",
        mendFr: "Exportez de nouveau le fichier, sans le modifier.",
        mendEn: "Export the file again, without editing it.")
}
