extension Catalogue {
    static let fec: [MessageTemplate] = [
        .fecColumnsMissing, .fecRowShape, .fecSense, .fecPieceMissing, .fecPieceRepeated, .fecOpening,
        .fecOpeningBalance, .fecUnbalanced,
        .fecNoAuxiliary, .fecNoCustomers, .fecOtherCredit,
    ]
}

/// The FEC, *fichier des écritures comptables*.
extension MessageTemplate {
    public static let fecColumnsMissing = MessageTemplate(
        "fec.columnsMissing",
        fr: "Ce FEC n'a pas les colonnes {field}.",
        en: "This FEC lacks the columns {field}.",
        mendFr: "Exportez le FEC avec les 18 colonnes de l'article A47 A-1 du livre des procédures fiscales.",
        mendEn: "Export the FEC with the 18 columns of article A47 A-1 of the French tax procedures code.")

    public static let fecRowShape = MessageTemplate(
        "fec.rowShape",
        fr:
            "La ligne a {found} zones au lieu de {expected}, et on ne sait pas dans laquelle se trouve le séparateur en trop.",
        en: "The row has {found} fields instead of {expected}; which of them holds the stray separator is unclear.",
        mendFr: "Retirez le séparateur du libellé de l'écriture.",
        mendEn: "Take the separator out of the entry's label.")

    public static let fecSense = MessageTemplate(
        "fec.sense",
        fr: "Le sens « {value} » n'est ni D, ni C, ni +1, ni -1.",
        en: "The sense “{value}” is none of D, C, +1 and -1.",
        mendFr: "Corrigez la colonne Sens.",
        mendEn: "Correct the Sens column.")

    public static let fecPieceMissing = MessageTemplate(
        "fec.pieceMissing",
        fr:
            "L'écriture n'a pas de référence de pièce (« {value} ») : un numéro lui a été donné d'après le journal et la date.",
        en: "The entry has no document reference (“{value}”): it was given a number from journal and date.",
        mendFr: "Renseignez PieceRef avec le numéro de facture.",
        mendEn: "Fill in PieceRef with the invoice number.")

    public static let fecPieceRepeated = MessageTemplate(
        "fec.pieceRepeated",
        fr: "La référence de pièce « {value} » sert à plusieurs pièces : le client et la date y ont été ajoutés.",
        en: "The document reference “{value}” stands for several documents: customer and date were added to it.",
        mendFr: "Renseignez PieceRef avec le numéro de facture.",
        mendEn: "Fill in PieceRef with the invoice number.")

    public static let fecOpening = MessageTemplate(
        "fec.opening",
        fr: "Écriture d'à-nouveau : la date de la facture d'origine est perdue.",
        en: "Opening entry: the date of the original invoice is lost.",
        mendFr: "Déposez aussi le FEC de l'exercice précédent, ou la liste des factures ouvertes.",
        mendEn: "Drop the FEC of the year before as well, or the list of open invoices.")

    public static let fecOpeningBalance = MessageTemplate(
        "fec.openingBalance",
        fr:
            "Solde d'à-nouveau sans détail par pièce : il ne compte que pour ce que les autres documents n'expliquent pas.",
        en: "Opening balance without its pieces: it counts only as far as other documents do not explain it.",
        mendFr: "Déposez aussi le FEC de l'exercice précédent, ou la liste des factures ouvertes.",
        mendEn: "Drop the FEC of the year before as well, or the list of open invoices.")

    public static let fecOtherCredit = MessageTemplate(
        "fec.otherCredit",
        fr: "Crédit client passé dans le journal {value}, ni vente ni banque : lu comme un avoir.",
        en: "Customer credit in the journal {value}, neither sales nor bank: read as a credit note.")

    public static let fecUnbalanced = MessageTemplate(
        "fec.unbalanced",
        fr: "Les écritures ne s'équilibrent pas : débit moins crédit fait {value}.",
        en: "The entries do not balance: debit minus credit is {value}.",
        mendFr: "Le fichier est peut-être tronqué : exportez-le à nouveau.",
        mendEn: "The file may be cut short: export it again.")

    public static let fecNoAuxiliary = MessageTemplate(
        "fec.noAuxiliary",
        fr:
            "Lignes de comptes clients sans compte auxiliaire, suivies sous le compte {value} : {count}.",
        en: "Customer rows without an auxiliary account, kept under the account {value}: {count}.",
        mendFr: "Exportez le FEC avec les comptes auxiliaires (CompAuxNum) pour suivre chaque client.",
        mendEn: "Export the FEC with auxiliary accounts (CompAuxNum) to follow each customer.")

    public static let fecNoCustomers = MessageTemplate(
        "fec.noCustomers",
        fr: "Aucune ligne de compte client (411, 413 ou 416) dans ce FEC.",
        en: "No row of a customer account (411, 413 or 416) in this FEC.",
        mendFr: "Vérifiez que l'export couvre tous les journaux et la bonne période.",
        mendEn: "Check that the export covers all journals and the right period.")
}
