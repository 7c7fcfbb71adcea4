extension Catalogue {
    static let pdf: [MessageTemplate] = [
        .pdfWithoutInvoice, .pdfOrder, .pdfSeveralInvoices, .pdfEncrypted, .pdfTruncated, .pdfDamaged, .pdfTooLarge,
        .pdfPacking, .pdfUnknownContent, .pdfNotAnInvoice,
    ]
}

/// PDF files: what keeps the invoice inside from being taken.
extension MessageTemplate {
    public static let pdfWithoutInvoice = MessageTemplate(
        "pdf.withoutInvoice",
        fr: "Ce PDF ne contient pas de facture électronique (fichiers joints : {attachments}).",
        en: "This is a PDF without an embedded invoice (attached files: {attachments}).",
        mendFr: "Demandez à l’émetteur la facture au format Factur-X, UBL ou CII, ou saisissez-la dans un fichier CSV.",
        mendEn: "Ask the sender for the invoice as Factur-X, UBL or CII, or enter it in a CSV file.")
    public static let pdfOrder = MessageTemplate(
        "pdf.order",
        fr: "Ce PDF contient une commande ({name}), pas une facture.",
        en: "This PDF holds an order ({name}), not an invoice.",
        mendFr: "Rien à faire : une commande n’est pas une créance.",
        mendEn: "Nothing to do: an order is no receivable.")
    public static let pdfSeveralInvoices = MessageTemplate(
        "pdf.severalInvoices",
        fr: "Ce PDF contient plusieurs fichiers « {name} » qui diffèrent : lequel est la facture n’est pas certain.",
        en: "This PDF holds several files named “{name}” that differ: which one is the invoice is not certain.",
        mendFr: "Demandez à l’émetteur un PDF par facture.",
        mendEn: "Ask the sender for one PDF an invoice.")
    public static let pdfEncrypted = MessageTemplate(
        "pdf.encrypted",
        fr: "Ce PDF est protégé (chiffré) : la facture qu’il contient ne peut pas être lue.",
        en: "This PDF is protected (encrypted): the invoice inside cannot be read.",
        mendFr:
            "Demandez à l’émetteur le fichier sans protection ; un PDF/A-3, donc un Factur-X, n’est jamais chiffré.",
        mendEn: "Ask the sender for the file without protection; a PDF/A-3, hence a Factur-X, is never encrypted.")
    public static let pdfTruncated = MessageTemplate(
        "pdf.truncated",
        fr: "Ce PDF est incomplet : sa fin manque.",
        en: "This PDF is incomplete: its end is missing.",
        mendFr: "Copiez ou téléchargez le fichier de nouveau.",
        mendEn: "Copy or download the file again.")
    public static let pdfDamaged = MessageTemplate(
        "pdf.damaged",
        fr: "Ce PDF est abîmé ({reason}).",
        en: "This PDF is damaged ({reason}).",
        mendFr: "Copiez ou téléchargez le fichier de nouveau ; s’il reste illisible, redemandez-le à l’émetteur.",
        mendEn: "Copy or download the file again; if it stays unreadable, ask the sender for it.")
    public static let pdfTooLarge = MessageTemplate(
        "pdf.tooLarge",
        fr: "Décompressé, le contenu de ce PDF dépasse la limite de {limit} Mo.",
        en: "Unpacked, the content of this PDF exceeds the limit of {limit} MB.",
        mendFr: "Une facture n’atteint jamais cette taille : vérifiez d’où vient le fichier.",
        mendEn: "No invoice reaches that size: check where the file comes from.")
    public static let pdfPacking = MessageTemplate(
        "pdf.packing",
        fr: "Le fichier joint est compressé d’une façon que Vigie ne lit pas ({filter}).",
        en: "The attached file is packed in a way Vigie does not read ({filter}).",
        mendFr: "Extrayez le fichier XML avec un lecteur de PDF, puis déposez-le.",
        mendEn: "Take the XML file out with a PDF reader, then drop it.")
    public static let pdfUnknownContent = MessageTemplate(
        "pdf.unknownContent",
        fr: "Le fichier joint « {name} » de ce PDF n’est pas une facture dans un format connu.",
        en: "The attached file “{name}” of this PDF is no invoice in a known format.",
        mendFr: "Demandez à l’émetteur une facture Factur-X conforme.",
        mendEn: "Ask the sender for a valid Factur-X invoice.")
    public static let pdfNotAnInvoice = MessageTemplate(
        "pdf.notAnInvoice",
        fr: "Le fichier joint « {name} » de ce PDF est lisible, mais n’est pas une facture.",
        en: "The attached file “{name}” of this PDF is readable, but is no invoice.",
        mendFr: "Déposez le fichier joint seul s’il doit être pris.",
        mendEn: "Drop the attached file alone if it should be taken.")
}
