extension MessageTemplate {
    public static let supplierInvoice = MessageTemplate(
        "posting.supplierInvoice",
        fr: "La facture {number} de {seller} nous est adressée : c'est une facture fournisseur, pas une créance.",
        en: "Invoice {number} from {seller} is addressed to us: it is a supplier's invoice, not a receivable.")
    public static let ownBuyer = MessageTemplate(
        "posting.ownBuyer",
        fr: "La facture {number} a pour client notre propre société ({buyer}) : ce n'est pas une créance.",
        en: "Invoice {number} has our own company ({buyer}) as its customer: it is no receivable.",
        mendFr:
            "Si le client est dans une autre colonne, nommez-la client, retirez celles de notre société, et redéposez "
            + "la ligne.",
        mendEn: "If another column has the customer, name it customer, take our own company's out, and drop the row "
            + "again.")
    public static let foreignInvoice = MessageTemplate(
        "posting.foreignInvoice",
        fr: "La facture {number}, de {seller} à {buyer}, ne porte notre identité ni comme vendeur ni comme acheteur.",
        en: "Invoice {number}, from {seller} to {buyer}, names us neither as seller nor as buyer.",
        mendFr:
            "Si {seller} est une de nos sociétés, ajoutez son SIREN dans rules/company.yaml et redéposez le fichier.",
        mendEn: "If {seller} is one of our companies, add its SIREN to rules/company.yaml and drop the file again.")
    public static let noOwnIdentity = MessageTemplate(
        "posting.noOwnIdentity",
        fr:
            "La facture {number}, de {seller} à {buyer}, ne peut être classée : rules/company.yaml ne dit pas qui nous sommes.",
        en: "Invoice {number}, from {seller} to {buyer}, cannot be placed: rules/company.yaml does not say who we are.",
        mendFr: "Indiquez le SIREN de la société dans rules/company.yaml et redéposez le fichier.",
        mendEn: "Put the company's SIREN in rules/company.yaml and drop the file again.")
    public static let notPayable = MessageTemplate(
        "posting.notPayable",
        fr: "Le document {number} est une pro forma ou une information comptable : rien n'est dû.",
        en: "Document {number} is a pro forma or accounting information: nothing is owed.")
    public static let amountConflict = MessageTemplate(
        "posting.amountConflict",
        fr: "La facture {number} est déjà enregistrée pour {booked} (fichier {file}) et arrive ici pour {amount}.",
        en: "Invoice {number} is already booked at {booked} (file {file}) and arrives here at {amount}.",
        mendFr:
            "Vérifiez lequel des deux est juste. Si le premier est faux, annulez-le par un avoir ou une facture rectificative (384) ; une autre facture doit porter un autre numéro.",
        mendEn:
            "Find out which of the two is right. If the first is wrong, cancel it by a credit note or a corrected invoice (384); another invoice needs another number."
    )
    public static let buyerConflict = MessageTemplate(
        "posting.buyerConflict",
        fr:
            "La facture {number} est déjà enregistrée pour le client {booked} (fichier {file}) et arrive ici pour le client {buyer}.",
        en:
            "Invoice {number} is already booked for customer {booked} (file {file}) and arrives here for customer {buyer}.",
        mendFr: "Vérifiez le numéro et l'acheteur dans les deux fichiers.",
        mendEn: "Check the number and the buyer in both files.")
    public static let ownRecord = MessageTemplate(
        "posting.ownRecord",
        fr: "Cette fiche client est celle de notre propre société.",
        en: "This customer record is our own company's.")
    public static let foreignStatus = MessageTemplate(
        "posting.foreignStatus",
        fr: "Le statut concerne la facture {number} d'un autre vendeur ({seller}).",
        en: "The status is about invoice {number} of another seller ({seller}).",
        mendFr:
            "Si {seller} est une de nos sociétés, ajoutez son SIREN dans rules/company.yaml et redéposez le fichier.",
        mendEn: "If {seller} is one of our companies, add its SIREN to rules/company.yaml and drop the file again.")
    public static let noOwnIdentityForStatus = MessageTemplate(
        "posting.noOwnIdentityForStatus",
        fr:
            "Le statut de la facture {number} de {seller} ne peut être classé : rules/company.yaml ne dit pas qui nous sommes.",
        en: "The status of invoice {number} of {seller} cannot be placed: rules/company.yaml does not say who we are.",
        mendFr: "Indiquez le SIREN de la société dans rules/company.yaml et redéposez le fichier.",
        mendEn: "Put the company's SIREN in rules/company.yaml and drop the file again.")
    public static let statusConflict = MessageTemplate(
        "posting.statusConflict",
        fr:
            "Le statut {code} de la facture {number} est déjà enregistré pour {booked} (fichier {file}) et arrive ici, à la même heure, pour {amount}.",
        en:
            "Status {code} of invoice {number} is already booked at {booked} (file {file}) and arrives here, of the same time, at {amount}.",
        mendFr:
            "Vérifiez l'encaissement sur la plateforme. Un second encaissement porte sa propre heure ; une erreur se corrige par un statut de montant négatif.",
        mendEn:
            "Check the receipt on the platform. A second receipt has a time of its own; a mistake is mended by a status of a negative amount."
    )
    public static let amountTooLarge = MessageTemplate(
        "posting.amountTooLarge",
        fr: "Le document {number} porte un montant invraisemblable (plus de mille milliards).",
        en: "Document {number} states an implausible amount (more than a thousand billion).",
        mendFr: "Vérifiez le montant et son séparateur décimal, puis redéposez le fichier.",
        mendEn: "Check the amount and its decimal separator, then drop the file again.")
    public static let alreadyBooked = MessageTemplate(
        "posting.alreadyBooked",
        fr: "Tout ce que contient ce fichier est déjà enregistré (fichier {file}).",
        en: "Everything in this file is already booked (file {file}).")
    public static let nothingToBook = MessageTemplate(
        "posting.nothingToBook",
        fr: "Le fichier est lisible mais ne contient rien à enregistrer.",
        en: "The file is readable but holds nothing to book.")
    public static let codeConflict = MessageTemplate(
        "posting.codeConflict",
        fr: "Le code client {code} désigne plusieurs sociétés : {companies}.",
        en: "Customer code {code} stands for several companies: {companies}.",
        mendFr: "Corrigez le code dans le fichier clients ou le logiciel comptable.",
        mendEn: "Correct the code in the customer file or the accounting package.")
    public static let nameConflict = MessageTemplate(
        "posting.nameConflict",
        fr: "Le nom « {name} » est porté par plusieurs clients : {companies}.",
        en: "The name “{name}” is shared by several customers: {companies}.",
        mendFr: "Ajoutez le code ou le SIREN du client sur les lignes qui n'ont que le nom.",
        mendEn: "Add the customer's code or SIREN to the rows that have only the name.")
    public static let groupCycle = MessageTemplate(
        "posting.groupCycle",
        fr: "Les sociétés mères tournent en rond : {companies}. Elles sont suivies comme un seul groupe, sans tête.",
        en: "The parent companies lead in a circle: {companies}. They are followed as one group without a head.",
        mendFr: "Corrigez la colonne parent du fichier clients : une société n'est pas la mère de sa mère.",
        mendEn: "Correct the column parent of the customer file: no company is the parent of its parent.")
}

extension Catalogue {
    static let posting: [MessageTemplate] = [
        .supplierInvoice, .ownBuyer, .foreignInvoice, .noOwnIdentity, .notPayable, .amountConflict, .buyerConflict,
        .ownRecord,
        .foreignStatus, .noOwnIdentityForStatus, .statusConflict, .amountTooLarge, .alreadyBooked, .nothingToBook,
        .unknownFormat, .journalUnreadable,
        .codeConflict, .nameConflict, .groupCycle, .openingExceeded, .openingPart, .datedLater,
        .eventCurrencyAssumed, .eventCurrencyDiffers,
        .returnFee,
    ]
}

extension MessageTemplate {
    public static let unknownFormat = MessageTemplate(
        "intake.unknownFormat",
        fr: "Le format du fichier n'est pas reconnu.",
        en: "The file's format is not recognised.",
        mendFr:
            "Formats lus : factures UBL et CII, Factur-X (PDF), statuts (CDAR, Peppol Invoice Response), tables CSV avec une ligne d'en-têtes, relevés bancaires (camt, CFONB, MT940), FEC. Vérifiez l'export et redéposez le fichier.",
        mendEn:
            "Formats read: UBL and CII invoices, Factur-X (PDF), statuses (CDAR, Peppol Invoice Response), CSV tables with a header row, bank statements (camt, CFONB, MT940), FEC. Check the export and drop the file again."
    )
    public static let journalUnreadable = MessageTemplate(
        "journal.unreadable",
        fr: "Une ligne du journal est intacte mais ne peut être relue par cette version : {problem}.",
        en: "A journal line is intact but cannot be read by this version: {problem}.",
        mendFr: "Le journal a sans doute été écrit par une version plus récente : reprenez celle-ci.",
        mendEn: "The journal was probably written by a newer version: use that one.")
}

extension MessageTemplate {
    public static let openingExceeded = MessageTemplate(
        "opening.exceeded",
        fr:
            "Les à-nouveaux du {date} donnent {stated} ; les documents antérieurs connus font {known} : des règlements ou des avoirs manquent. Le solde d'à-nouveau n'est pas compté en plus.",
        en:
            "The opening of {date} states {stated}; known documents of before come to {known}: payments or credit notes are missing. The opening balance is not counted on top.",
        mendFr: "Déposez le FEC de l'exercice précédent ou les relevés bancaires qui manquent.",
        mendEn: "Drop the FEC of the year before or the bank statements that are missing.")
    public static let datedLater = MessageTemplate(
        "account.datedLater",
        fr: "Datés après le jour du calcul, pas encore comptés ({count}) : {list}.",
        en: "Dated after the day of the figures, not counted yet ({count}): {list}.",
        mendFr: "Si une date est fausse, corrigez-la et redéposez le fichier.",
        mendEn: "If a date is wrong, mend it and drop the file again.")
    public static let eventCurrencyAssumed = MessageTemplate(
        "account.eventCurrencyAssumed",
        fr: "Événement sans devise sur la facture {number} : montant pris dans celle de la facture, {amount}.",
        en: "An event without a currency on invoice {number}: its amount is taken in the invoice's, {amount}.",
        mendFr: "Si le montant est dans une autre devise, ajoutez une colonne devise et redéposez le fichier.",
        mendEn: "If the amount is in another currency, add a column currency and drop the file again.")
    public static let eventCurrencyDiffers = MessageTemplate(
        "account.eventCurrencyDiffers",
        fr: "Événement de {amount} sur la facture {number}, qui est en {currency} : le montant n'est pas compté.",
        en: "An event of {amount} on invoice {number}, which is in {currency}: the amount is not counted.",
        mendFr: "Indiquez le montant en {currency} et redéposez le fichier.",
        mendEn: "State the amount in {currency} and drop the file again.")
    public static let returnFee = MessageTemplate(
        "account.returnFee",
        fr:
            "Impayé du {date} : {amount} sont dus à nouveau ; les {fee} de frais de la banque ne sont pas une dette du client.",
        en: "Return of {date}: {amount} is owed again; the bank's charges of {fee} are no debt of the customer's.")
    public static let openingPart = MessageTemplate(
        "opening.part",
        fr: "Du solde d'à-nouveau de {stated}, {booked} sont comptés : d'autres documents expliquent le reste.",
        en: "Of the opening balance of {stated}, {booked} is counted: other documents explain the rest.")
}
