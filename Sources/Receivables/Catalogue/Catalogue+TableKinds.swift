extension Catalogue {
    static let tableKinds: [MessageTemplate] = [
        .tablesLedger, .tablesNoLimit, .tablesThousands, .tablesPaymentRow, .tablesConditional, .tablesSharedCode,
        .tablesOtherAccounts, .tablesRoundedNumber,
    ]
}

/// Tables that look like what they are not.
extension MessageTemplate {
    public static let tablesLedger = MessageTemplate(
        "tables.ledger",
        fr: "Ce tableau donne des écritures de comptes (journal ou grand livre) : toutes ne sont pas de clients, et un "
            + "crédit peut être un règlement comme un avoir. Colonnes lues : {found}.",
        en:
            "This table gives entries of accounts (a journal or ledger): not all are of customers, and a credit may be a "
            + "payment or a credit note. Columns found: {found}.",
        mendFr: "Déposez le FEC, ou la liste des factures et celle des règlements ; ou décrivez cet export "
            + "(vigie csv guess), limité par only aux comptes clients.",
        mendEn: "Drop the FEC, or the list of invoices and that of payments; or describe this export "
            + "(vigie csv guess), limited by only to the customers' accounts.")

    public static let tablesOtherAccounts = MessageTemplate(
        "tables.otherAccounts",
        fr: "Lignes d'autres comptes que ceux des clients, laissées de côté : {count}.",
        en: "Rows of accounts that are not customers', left out: {count}.",
        mendFr:
            "Rien à faire, si les clients sont tous en 411, 413 ou 416 ; sinon, exportez les seuls comptes clients.",
        mendEn: "Nothing to do, if all customers are in 411, 413 or 416; else export the customers' accounts alone.")

    public static let tablesRoundedNumber = MessageTemplate(
        "tables.roundedNumber",
        fr:
            "« {value} » est ce qu'Excel a fait d'un long numéro : ses derniers chiffres peuvent être perdus, et plusieurs "
            + "numéros devenir le même.",
        en:
            "“{value}” is what Excel made of a long number: its last figures may be lost, and several numbers become one.",
        mendFr: "Mettez la colonne au format Texte dans Excel avant d'y ouvrir les données, ou déposez l'export "
            + "d'origine sans l'ouvrir dans Excel.",
        mendEn: "Format the column as text in Excel before the data are opened there, or drop the original export "
            + "without opening it in Excel.")

    public static let tablesNoLimit = MessageTemplate(
        "tables.noLimit",
        fr:
            "Ce tableau nomme un assureur ou une police, mais on n'y reconnaît aucune colonne de limite. Colonnes lues : "
            + "{found}.",
        en: "This table names an insurer or a policy, but no column of limits is known in it. Columns found: {found}.",
        mendFr: "Nommez limite_assuree la colonne du montant garanti ; pour un fichier de clients, ôtez assureur et "
            + "police.",
        mendEn: "Name the column of the insured amount insured_limit; for a file of customers, take insurer and policy "
            + "out.")

    public static let tablesThousands = MessageTemplate(
        "tables.thousands",
        fr: "La colonne {field} est en milliers ou en millions : les montants ne se lisent qu'à l'unité.",
        en: "The column {field} is in thousands or millions: amounts are read in units only.",
        mendFr: "Exportez les montants à l'unité (20000 et non 20), sous un nom de colonne sans k€.",
        mendEn: "Export the amounts in units (20000, not 20), under a column name without k€.")

    public static let tablesPaymentRow = MessageTemplate(
        "tables.paymentRow",
        fr: "« {value} » (colonne {field}) désigne un paiement, dans un tableau lu comme une liste de factures.",
        en: "“{value}” (column {field}) is a payment, in a table read as a list of invoices.",
        mendFr: "Déposez les paiements à part (date, reference, client, montant, facture), ou décrivez ce tableau : "
            + "vigie csv guess.",
        mendEn: "Drop the payments by themselves (date, reference, customer, amount, invoice), or describe this table: "
            + "vigie csv guess.")

    public static let tablesConditional = MessageTemplate(
        "tables.conditional",
        fr: "La décision « {value} » (colonne {field}) dépend de conditions que le tableau ne dit pas : la limite est "
            + "lue comme accordée.",
        en: "The decision “{value}” (column {field}) depends on conditions that the table does not tell: the limit is "
            + "read as granted.",
        mendFr: "Vérifiez que les conditions sont remplies ; sinon, écrivez refusée.",
        mendEn: "Check that the conditions are met; if they are not, write refused.")

    public static let tablesSharedCode = MessageTemplate(
        "tables.sharedCode",
        fr: "Codes client portés par plusieurs noms : {count}, dont {code} ({names}) ; chaque code est suivi comme un "
            + "seul client.",
        en: "Customer codes with several names: {count}, among them {code} ({names}); each code is kept as one "
            + "customer.",
        mendFr: "Si ce sont plusieurs clients, donnez à chacun son code, ou ôtez la colonne.",
        mendEn: "If they are several customers, give each its own code, or take the column out.")
}
