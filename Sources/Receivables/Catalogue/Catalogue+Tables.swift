extension Catalogue {
    static let tables: [MessageTemplate] = [
        .tablesNotText, .tablesTooManyColumns, .tablesCellTooLong, .tablesUnclosedQuote, .tablesUnknownHeader,
        .tablesInvoicesOrPayments, .tablesLimitsOrCustomers, .tablesAgeing, .tablesNoRows,
        .tablesStrayQuote,
        .tablesExtraCells, .tablesShortRow, .tablesMissing, .tablesAmountUnreadable, .tablesAmountTooLarge,
        .tablesAmountDecimals,
        .tablesAmountAmbiguous, .tablesAmountCurrency, .tablesCurrencyUnknown, .tablesDateUnreadable,
        .tablesDateImpossible, .tablesInvoiceType, .tablesPaymentType, .tablesLimitStatus, .tablesNoCustomer,
        .tablesNoCustomerNoInvoice, .tablesShare, .tablesCount, .tablesSIRENKey, .tablesSIRENForm, .tablesSIRENZeros,
        .tablesSIRETKey, .tablesSIRETForm, .tablesSIRETInSIREN, .tablesVATKey, .tablesDueBeforeIssue,
        .tablesTermsUnreadable, .tablesAlreadyPaid, .tablesSettled, .tablesNegativePayment, .tablesSkippedStatus,
        .tablesLinesMerged, .tablesGroupFlag, .tablesInstalments, .tablesSaidPaid, .tablesPaidOpen,
        .tablesSkippedPayment,
        .tablesRejectedPayment, .tablesPaymentStatus, .tablesOtherRowRefused, .tablesInvoiceStatus, .tablesPartlyPaid,
        .tablesInstalmentsOfTotal, .tablesWithoutVAT, .tablesMaybeWithoutVAT, .tablesUnreadAmounts,
        .tablesOtherCurrency, .tablesDeposits, .tablesRetention, .tablesWrittenOff,
        .tablesPendingLimit, .tablesUnnamedLimit, .tablesLimitDates,
    ]
}

/// Tables: the file as a whole.
extension MessageTemplate {
    public static let tablesNotText = MessageTemplate(
        "tables.notText",
        fr: "Ce fichier n'est pas du texte : il contient des octets nuls.",
        en: "This file is not text: it contains NUL bytes.",
        mendFr: "Exportez à nouveau au format CSV (un classeur Excel s'enregistre avec « CSV UTF-8 »).",
        mendEn: "Export again as CSV (save an Excel workbook as “CSV UTF-8”).")

    public static let tablesTooManyColumns = MessageTemplate(
        "tables.tooManyColumns",
        fr: "Une ligne a plus de {limit} colonnes : ce n'est pas un tableau de factures ou de paiements.",
        en: "A row has more than {limit} columns: this is no table of invoices or payments.",
        mendFr: "Vérifiez l'export, puis déposez à nouveau le fichier.",
        mendEn: "Check the export, then drop the file again.")

    public static let tablesCellTooLong = MessageTemplate(
        "tables.cellTooLong",
        fr: "Une cellule dépasse {limit} ko.",
        en: "A cell is longer than {limit} kB.",
        mendFr: "Vérifiez les fins de ligne et le séparateur de l'export.",
        mendEn: "Check the line ends and the separator of the export.")

    public static let tablesUnclosedQuote = MessageTemplate(
        "tables.unclosedQuote",
        fr: "Un guillemet ouvert à la ligne {line} n'est jamais refermé.",
        en: "A quote opened on line {line} is never closed.",
        mendFr: "Refermez le guillemet, ou doublez-le s'il fait partie du texte, puis déposez à nouveau le fichier.",
        mendEn: "Close the quote, or double it where it is part of the text, then drop the file again.")

    public static let tablesUnknownHeader = MessageTemplate(
        "tables.unknownHeader",
        fr: "Les colonnes de ce tableau ne disent pas ce qu'il contient. Colonnes lues : {found}.",
        en: "The columns of this table do not say what it holds. Columns found: {found}.",
        mendFr: "Il faut au moins, pour des factures : numero, date, client (ou siren, code_client), montant_ttc ; "
            + "pour des paiements : date, montant, reference ou facture ; pour des limites assurées : siren ou client, "
            + "limite_assuree ; pour des clients : code ou nom, siren.",
        mendEn: "Needed at least, for invoices: number, date, customer (or siren, customer_code), amount; for "
            + "payments: date, amount, reference or invoice; for insured limits: siren or customer, insured limit; "
            + "for customers: code or name, siren.")

    public static let tablesInvoicesOrPayments = MessageTemplate(
        "tables.invoicesOrPayments",
        fr: "Ce tableau peut être une liste de factures comme une liste de paiements. Colonnes lues : {found}.",
        en: "This table may be a list of invoices or of payments. Columns found: {found}.",
        mendFr:
            "Pour des factures, ajoutez une colonne echeance ou nommez le montant montant_ttc ; pour des paiements, "
            + "nommez la date date_paiement ou ajoutez une colonne reference_paiement.",
        mendEn: "For invoices, add a due column or name the amount invoice_amount; for payments, name the date "
            + "payment_date or add a payment_reference column.")

    public static let tablesLimitsOrCustomers = MessageTemplate(
        "tables.limitsOrCustomers",
        fr: "Ce tableau peut donner des limites assurées comme des limites internes. Colonnes lues : {found}.",
        en: "This table may give insured limits or internal limits. Columns found: {found}.",
        mendFr: "Nommez la colonne limite_assuree (ou ajoutez assureur) pour des limites assurées, limite_interne pour "
            + "les vôtres.",
        mendEn: "Name the column insured_limit (or add insurer) for insured limits, internal_limit for your own.")

    public static let tablesAgeing = MessageTemplate(
        "tables.ageing",
        fr: "C'est une balance âgée : des sommes par ancienneté, sans les factures qui les composent.",
        en: "This is an ageing report: sums by age, without the invoices behind them.",
        mendFr: "Déposez le détail par facture (numero, date, echeance, client, montant_ttc).",
        mendEn: "Drop the detail by invoice (number, date, due, customer, amount).")

    public static let tablesNoRows = MessageTemplate(
        "tables.noRows",
        fr: "Le tableau n'a que son en-tête, aucune ligne.",
        en: "The table has only its header, no rows.",
        mendFr: "Vérifiez la période de l'export, puis déposez à nouveau le fichier.",
        mendEn: "Check the period of the export, then drop the file again.")
}

/// Tables: one row that is not taken.
extension MessageTemplate {
    public static let tablesStrayQuote = MessageTemplate(
        "tables.strayQuote",
        fr: "Un guillemet au milieu d'une cellule : on ne sait pas où elle finit.",
        en: "A quote inside a cell: where the cell ends is unclear.",
        mendFr: "Doublez les guillemets qui font partie du texte.",
        mendEn: "Double the quotes that are part of the text.")

    public static let tablesExtraCells = MessageTemplate(
        "tables.extraCells",
        fr: "La ligne a {found} cellules pour {expected} colonnes : un séparateur se trouve sans doute dans un texte.",
        en: "The row has {found} cells for {expected} columns: a separator probably stands inside a text.",
        mendFr: "Mettez ce texte entre guillemets, ou retirez-en le séparateur.",
        mendEn: "Put that text in quotes, or take the separator out of it.")

    public static let tablesShortRow = MessageTemplate(
        "tables.shortRow",
        fr: "La ligne n'a que {found} cellules pour {expected} colonnes.",
        en: "The row has only {found} cells for {expected} columns.",
        mendFr: "Complétez la ligne ; si c'est la dernière, le fichier est peut-être tronqué.",
        mendEn: "Complete the row; if it is the last one, the file may be cut short.")

    public static let tablesMissing = MessageTemplate(
        "tables.missing",
        fr: "La colonne {field} est vide.",
        en: "The {field} column is empty.",
        mendFr: "Complétez la cellule.",
        mendEn: "Fill in the cell.")

    public static let tablesAmountUnreadable = MessageTemplate(
        "tables.amountUnreadable",
        fr: "« {value} » n'est pas un montant (colonne {field}).",
        en: "“{value}” is not an amount (column {field}).",
        mendFr: "Écrivez par exemple 1234,56 ou 1 234,56.",
        mendEn: "Write 1234.56 for example.")

    public static let tablesAmountTooLarge = MessageTemplate(
        "tables.amountTooLarge",
        fr: "Le montant « {value} » est trop grand (colonne {field}).",
        en: "The amount “{value}” is too large (column {field}).",
        mendFr: "Vérifiez la cellule : un numéro s'y est peut-être glissé.",
        mendEn: "Check the cell: a number of another kind may have slipped in.")

    public static let tablesAmountDecimals = MessageTemplate(
        "tables.amountDecimals",
        fr: "Le montant « {value} » a plus de décimales que la devise {currency} (colonne {field}).",
        en: "The amount “{value}” has more decimals than the currency {currency} (column {field}).",
        mendFr: "Arrondissez le montant tel qu'il figure sur la pièce.",
        mendEn: "Round the amount as the document states it.")

    public static let tablesAmountAmbiguous = MessageTemplate(
        "tables.amountAmbiguous",
        fr: "« {value} » peut se lire avec des milliers ou avec trois décimales, et rien dans la colonne {field} ne "
            + "tranche.",
        en: "“{value}” may have thousands or three decimals, and nothing in the column {field} tells which.",
        mendFr: "Écrivez les décimales : 1234,00.",
        mendEn: "Write the decimals: 1234.00.")

    public static let tablesAmountCurrency = MessageTemplate(
        "tables.amountCurrency",
        fr: "Le montant « {value} » est en {stated} alors que la ligne est en {currency} (colonne {field}).",
        en: "The amount “{value}” is in {stated} while the row is in {currency} (column {field}).",
        mendFr: "Corrigez la devise de la ligne ou ajoutez une colonne devise.",
        mendEn: "Correct the row's currency or add a currency column.")

    public static let tablesCurrencyUnknown = MessageTemplate(
        "tables.currencyUnknown",
        fr: "« {value} » n'est pas un code de devise (colonne {field}).",
        en: "“{value}” is not a currency code (column {field}).",
        mendFr: "Écrivez les trois lettres ISO 4217, par exemple EUR.",
        mendEn: "Write the three letters of ISO 4217, such as EUR.")

    public static let tablesDateUnreadable = MessageTemplate(
        "tables.dateUnreadable",
        fr: "« {value} » n'est pas une date (colonne {field}).",
        en: "“{value}” is not a date (column {field}).",
        mendFr: "Écrivez 31/01/2027 ou 2027-01-31.",
        mendEn: "Write 2027-01-31 or 31/01/2027.")

    public static let tablesDateImpossible = MessageTemplate(
        "tables.dateImpossible",
        fr: "La date « {value} » n'existe pas (colonne {field}).",
        en: "The date “{value}” does not exist (column {field}).",
        mendFr: "Corrigez la date.",
        mendEn: "Correct the date.")

    public static let tablesInvoiceType = MessageTemplate(
        "tables.invoiceType",
        fr: "Le type de pièce « {value} » n'est pas connu (colonne {field}).",
        en: "The document type “{value}” is not known (column {field}).",
        mendFr: "Écrivez facture, avoir, acompte, solde, rectificative, remise ou proforma.",
        mendEn: "Write invoice, credit note, deposit, final, corrected, discount or proforma.")

    public static let tablesPaymentType = MessageTemplate(
        "tables.paymentType",
        fr: "Le type de mouvement « {value} » n'est pas connu (colonne {field}).",
        en: "The movement type “{value}” is not known (column {field}).",
        mendFr: "Écrivez paiement, impayé ou remboursement.",
        mendEn: "Write payment, return or refund.")

    public static let tablesPaymentStatus = MessageTemplate(
        "tables.paymentStatus",
        fr: "Rien ne dit si le statut « {value} » (colonne {field}) est celui d'un paiement reçu.",
        en: "Nothing says whether the status “{value}” (column {field}) is that of a payment received.",
        mendFr: "Écrivez payé, en attente, rejeté ou remboursé ; ou ôtez les paiements qui n'ont pas été reçus.",
        mendEn: "Write paid, pending, rejected or refunded; or take payments that were not received out.")

    public static let tablesLimitStatus = MessageTemplate(
        "tables.limitStatus",
        fr: "Le statut de limite « {value} » n'est pas connu (colonne {field}).",
        en: "The limit status “{value}” is not known (column {field}).",
        mendFr: "Écrivez accordée, réduite, refusée ou annulée.",
        mendEn: "Write granted, reduced, refused or cancelled.")

    public static let tablesNoCustomer = MessageTemplate(
        "tables.noCustomer",
        fr: "La ligne ne nomme aucun client.",
        en: "The row names no customer.",
        mendFr: "Remplissez le nom, le SIREN ou le code du client.",
        mendEn: "Fill in the customer's name, SIREN or code.")

    public static let tablesOtherRowRefused = MessageTemplate(
        "tables.otherRowRefused",
        fr: "La ligne {other} de la même facture {number} est refusée : la facture n'est pas comptabilisée sans elle.",
        en: "Row {other} of the same invoice {number} is refused: the invoice is not booked without it.",
        mendFr: "Corrigez cette ligne et redéposez ensemble toutes les lignes de la facture.",
        mendEn: "Mend that row and drop all rows of the invoice again together.")

    public static let tablesNoCustomerNoInvoice = MessageTemplate(
        "tables.noCustomerNoInvoice",
        fr: "Le paiement ne nomme ni client, ni payeur, ni facture.",
        en: "The payment names no customer, no payer and no invoice.",
        mendFr: "Remplissez le client ou la facture payée.",
        mendEn: "Fill in the customer or the invoice paid.")

    public static let tablesGroupFlag = MessageTemplate(
        "tables.groupFlag",
        fr: "La colonne {field} d'une limite dit si elle vaut pour tout le groupe ; « {value} » n'est ni oui ni non : "
            + "lue pour l'acheteur seul.",
        en: "The column {field} of a limit says whether it is for the whole group; “{value}” is neither yes nor no: "
            + "read for the buyer alone.",
        mendFr: "Écrivez oui ou non ; l'acheteur d'une limite de groupe est la société mère.",
        mendEn: "Write yes or no; the buyer of a group limit is the parent company.")

    public static let tablesShare = MessageTemplate(
        "tables.share",
        fr: "« {value} » n'est pas un pourcentage de 0 à 100 (colonne {field}).",
        en: "“{value}” is not a percentage from 0 to 100 (column {field}).",
        mendFr: "Écrivez par exemple 90.",
        mendEn: "Write 90 for example.")

    public static let tablesCount = MessageTemplate(
        "tables.count",
        fr: "« {value} » n'est pas un nombre de jours (colonne {field}).",
        en: "“{value}” is not a number of days (column {field}).",
        mendFr: "Écrivez un nombre entier de jours.",
        mendEn: "Write a whole number of days.")
}

/// Tables: what is taken, with a remark.
extension MessageTemplate {
    public static let tablesSIRENKey = MessageTemplate(
        "tables.sirenKey",
        fr: "Le SIREN « {value} » a une clé de contrôle fausse.",
        en: "The SIREN “{value}” has a wrong check digit.",
        mendFr: "Vérifiez le SIREN dans la fiche client.",
        mendEn: "Check the SIREN in the customer record.")

    public static let tablesSIRENForm = MessageTemplate(
        "tables.sirenForm",
        fr: "« {value} » n'est pas un SIREN (neuf chiffres).",
        en: "“{value}” is not a SIREN (nine digits).",
        mendFr: "Vérifiez le SIREN dans la fiche client.",
        mendEn: "Check the SIREN in the customer record.")

    public static let tablesSIRENZeros = MessageTemplate(
        "tables.sirenZeros",
        fr: "Le SIREN « {value} » a été complété par des zéros à gauche, perdus par le tableur.",
        en: "The SIREN “{value}” was completed with leading zeros that a spreadsheet lost.",
        mendFr: "Exportez la colonne SIREN en texte.",
        mendEn: "Export the SIREN column as text.")

    public static let tablesSIRETKey = MessageTemplate(
        "tables.siretKey",
        fr: "Le SIRET « {value} » a une clé de contrôle fausse.",
        en: "The SIRET “{value}” has a wrong check digit.",
        mendFr: "Vérifiez le SIRET dans la fiche client.",
        mendEn: "Check the SIRET in the customer record.")

    public static let tablesSIRETForm = MessageTemplate(
        "tables.siretForm",
        fr: "« {value} » n'est pas un SIRET (quatorze chiffres).",
        en: "“{value}” is not a SIRET (fourteen digits).",
        mendFr: "Vérifiez le SIRET dans la fiche client.",
        mendEn: "Check the SIRET in the customer record.")

    public static let tablesSIRETInSIREN = MessageTemplate(
        "tables.siretInSiren",
        fr: "La colonne SIREN contient le SIRET « {value} » : ses neuf premiers chiffres font le SIREN.",
        en: "The SIREN column holds the SIRET “{value}”: its first nine digits are the SIREN.",
        mendFr: "Nommez la colonne siret.",
        mendEn: "Name the column siret.")

    public static let tablesVATKey = MessageTemplate(
        "tables.vatKey",
        fr: "Le numéro de TVA « {value} » a une clé de contrôle fausse.",
        en: "The VAT number “{value}” has a wrong check key.",
        mendFr: "Vérifiez le numéro de TVA dans la fiche client.",
        mendEn: "Check the VAT number in the customer record.")

    public static let tablesDueBeforeIssue = MessageTemplate(
        "tables.dueBeforeIssue",
        fr: "L'échéance {due} précède la date de facture {issued}.",
        en: "The due date {due} comes before the invoice date {issued}.",
        mendFr: "Vérifiez les deux dates.",
        mendEn: "Check both dates.")

    public static let tablesTermsUnreadable = MessageTemplate(
        "tables.termsUnreadable",
        fr: "Le délai de paiement « {value} » n'est pas compris.",
        en: "The payment terms “{value}” are not understood.",
        mendFr: "Écrivez par exemple « 45 jours fin de mois ».",
        mendEn: "Write “45 days end of month” for example.")

    public static let tablesAlreadyPaid = MessageTemplate(
        "tables.alreadyPaid",
        fr: "La liste dit {paid} déjà réglé sur {total} : seul le reste est dû.",
        en: "The list says {paid} of {total} is already paid: only the rest is owed.",
        mendFr: "Ne déposez pas en plus les paiements antérieurs à cette liste.",
        mendEn: "Do not drop payments older than this list as well.")

    public static let tablesSettled = MessageTemplate(
        "tables.settled",
        fr: "Paiement lu dans la liste des factures, à la date de règlement {date}.",
        en: "Payment read from the invoice list, on its settlement date {date}.",
        mendFr: "Ne déposez pas en plus le relevé qui contient ce paiement.",
        mendEn: "Do not drop the statement with this payment as well.")

    public static let tablesNegativePayment = MessageTemplate(
        "tables.negativePayment",
        fr: "Le montant négatif {value} est lu comme un paiement repris (impayé).",
        en: "The negative amount {value} is read as a payment taken back.",
        mendFr: "Ajoutez une colonne type (paiement, impayé, remboursement) pour le dire.",
        mendEn: "Add a type column (payment, return, refund) to say so.")

    public static let tablesSkippedStatus = MessageTemplate(
        "tables.skippedStatus",
        fr: "Lignes laissées, car leur statut « {status} » n'en fait pas des créances : {count}.",
        en: "Rows left out, as their status “{status}” makes them no receivables: {count}.")

    public static let tablesSaidPaid = MessageTemplate(
        "tables.saidPaid",
        fr: "La liste dit la facture payée (« {status} ») sans dire quand ni combien : elle reste ouverte.",
        en: "The list says that the invoice is paid (“{status}”), not when nor how much: it stays open.",
        mendFr: "Déposez le paiement ou le relevé de banque, ou ajoutez une colonne date_reglement.",
        mendEn: "Drop the payment or the bank statement, or add a payment_date column.")

    public static let tablesPaidOpen = MessageTemplate(
        "tables.paidOpen",
        fr: "Factures dites payées (« {status} ») sans date ni montant de règlement, laissées ouvertes : {count}.",
        en: "Invoices said to be paid (“{status}”) with no date or amount of payment, left open: {count}.",
        mendFr: "Déposez leurs paiements ou le relevé de banque, ou ajoutez une colonne date_reglement.",
        mendEn: "Drop their payments or the bank statement, or add a payment_date column.")

    public static let tablesPartlyPaid = MessageTemplate(
        "tables.partlyPaid",
        fr: "Factures dites payées en partie (« {status} ») sans montant de règlement, laissées ouvertes en entier : "
            + "{count}.",
        en: "Invoices said to be paid in part (“{status}”) with no amount of payment, left open in full: {count}.",
        mendFr: "Déposez leurs paiements ou le relevé de banque, ou ajoutez une colonne reste_du.",
        mendEn: "Drop their payments or the bank statement, or add a balance_due column.")

    public static let tablesInvoiceStatus = MessageTemplate(
        "tables.invoiceStatus",
        fr: "Statuts de facture inconnus, pris pour des factures dues : {words}.",
        en: "Invoice statuses not known here, taken as owed: {words}.",
        mendFr: "Retirez du fichier les factures qui ne sont pas dues.",
        mendEn: "Take invoices that are not owed out of the file.")

    public static let tablesWrittenOff = MessageTemplate(
        "tables.writtenOff",
        fr: "Factures dites perdues (« {status} ») sans date ni montant de la perte, laissées dues : {count}.",
        en: "Invoices said to be lost (“{status}”) with no date or amount of the loss, left as owed: {count}.",
        mendFr: "Pour les sortir de l'encours, déposez la perte : evenement (passage en perte), date, client, facture, "
            + "montant.",
        mendEn: "To take them out of the exposure, drop the loss: event (write-off), date, customer, invoice, amount.")

    public static let tablesUnreadAmounts = MessageTemplate(
        "tables.unreadAmounts",
        fr: "Colonnes de montants non comprises, dont rien n'est déduit des factures : {columns}.",
        en: "Columns of amounts not understood, of which nothing is taken off the invoices: {columns}.",
        mendFr: "Si l'une dit ce qui reste à payer ou ce qui est payé, nommez-la reste_du ou montant_regle.",
        mendEn: "If one says what is left to pay or what was paid, name it balance_due or amount_paid.")

    public static let tablesOtherCurrency = MessageTemplate(
        "tables.otherCurrency",
        fr:
            "La colonne {field} est en {currency} : elle n'est pas lue pour les lignes dans une autre devise ({count}).",
        en: "The column {field} is in {currency}: it is not read for rows in another currency ({count}).",
        mendFr: "Exportez ce qui reste dû, ou ce qui est payé, dans la devise de la facture.",
        mendEn: "Export what is left to pay, or what was paid, in the currency of the invoice.")

    public static let tablesDeposits = MessageTemplate(
        "tables.deposits",
        fr: "Les colonnes {columns} disent toutes deux ce qui est déjà payé : leur somme est déduite, sauf là où "
            + "elles sont égales ou dépassent la facture.",
        en: "The columns {columns} both say what is already paid: their sum is taken off, except where they are equal "
            + "or come to more than the invoice.",
        mendFr: "Si l'une contient l'autre, nommez-la total_regle.",
        mendEn: "If one holds the other, name it total_paid.")

    public static let tablesRetention = MessageTemplate(
        "tables.retention",
        fr: "La retenue de garantie de {amount} n'est pas un règlement : elle reste due.",
        en: "The retention of {amount} is no payment: it is still owed.",
        mendFr: "Si elle a été payée, videz la cellule ; sinon, rien à faire.",
        mendEn: "If it was paid, empty the cell; if not, there is nothing to do.")

    public static let tablesWithoutVAT = MessageTemplate(
        "tables.withoutVAT",
        fr: "La colonne {field} est hors taxe, comme le montrent les montants de {vat} : la TVA y a été ajoutée.",
        en: "The column {field} is without VAT, as the amounts of {vat} show: the VAT was added.",
        mendFr: "Si elle est TTC, nommez-la montant_ttc.",
        mendEn: "If it is with VAT, name it amount_incl_vat.")

    public static let tablesMaybeWithoutVAT = MessageTemplate(
        "tables.maybeWithoutVAT",
        fr: "Rien ne dit si la colonne {field}, à côté de {vat}, est hors taxe ou TTC : elle a été lue TTC.",
        en: "Nothing says whether the column {field}, beside {vat}, is with or without VAT: it was read as with VAT.",
        mendFr: "Nommez-la montant_ht ou montant_ttc.",
        mendEn: "Name it amount_excl_vat or amount_incl_vat.")

    public static let tablesSkippedPayment = MessageTemplate(
        "tables.skippedPayment",
        fr: "Lignes laissées, car leur statut « {status} » n'en fait pas des paiements reçus : {count}.",
        en: "Rows left out, as their status “{status}” makes them no payments received: {count}.")

    public static let tablesRejectedPayment = MessageTemplate(
        "tables.rejectedPayment",
        fr: "Paiements au statut « {status} », laissés car la ligne ne dit pas s'ils avaient été encaissés : {count}.",
        en: "Payments with the status “{status}”, left out as the row does not say whether they had come in: {count}.",
        mendFr: "Si l'un d'eux avait été enregistré, déposez son rejet avec le type impayé.",
        mendEn: "If one of them had been booked, drop what was taken back with the type return.")

    public static let tablesLinesMerged = MessageTemplate(
        "tables.linesMerged",
        fr: "Le tableau a une ligne par article ; lignes lues : {rows}, pièces obtenues : {invoices}.",
        en: "The table has a row for each item; rows read: {rows}, documents made of them: {invoices}.",
        mendFr: "Vérifiez un total ; un export par facture est plus sûr.",
        mendEn: "Check one total; an export by invoice is safer.")

    public static let tablesInstalments = MessageTemplate(
        "tables.instalments",
        fr:
            "Factures à plusieurs échéances : {invoices} ; leurs {rows} lignes, une par échéance, ont été additionnées.",
        en: "Invoices with several due dates: {invoices}; their {rows} rows, one a due date, were added up.",
        mendFr: "Si le montant de chaque ligne est celui de la facture entière, ne gardez qu'une ligne par facture.",
        mendEn: "If each row states the whole invoice's amount, keep one row an invoice.")

    public static let tablesInstalmentsOfTotal = MessageTemplate(
        "tables.instalmentsOfTotal",
        fr: "Factures à plusieurs échéances : {invoices} ; leurs {rows} lignes répètent le total de la facture, "
            + "compté une fois.",
        en: "Invoices with several due dates: {invoices}; their {rows} rows repeat the invoice's total, counted once.",
        mendFr: "Vérifiez un total ; si chaque ligne a son propre montant, nommez la colonne montant_echeance.",
        mendEn: "Check one total; if each row has an amount of its own, name the column instalment_amount.")
}

/// Tables of limits: what is left aside or not understood.
extension MessageTemplate {
    public static let tablesPendingLimit = MessageTemplate(
        "tables.pendingLimit",
        fr: "Demandes que l'assureur n'a pas encore décidées (« {value} »), laissées de côté : {count}.",
        en: "Requests that the insurer has not decided yet (“{value}”), left out: {count}.")

    public static let tablesUnnamedLimit = MessageTemplate(
        "tables.unnamedLimit",
        fr: "Lignes laissées de côté, car « {value} » n'est pas une limite accordée à un acheteur dénommé : {count}.",
        en: "Rows left out, as “{value}” is no limit granted on a named buyer: {count}.",
        mendFr: "La garantie des clients non dénommés se règle dans rules/company.yaml, sous insurance: unnamed.",
        mendEn: "Cover of unnamed buyers is set in rules/company.yaml, under insurance: unnamed.")

    public static let tablesLimitDates = MessageTemplate(
        "tables.limitDates",
        fr: "Les dates de la colonne {field} ne sont pas comprises : aucune limite n'en commence ni n'en finit.",
        en: "The dates of the column {field} are not understood: no limit begins or ends by them.",
        mendFr: "Si elles bornent les limites, nommez la colonne debut ou fin.",
        mendEn: "If limits begin or end on them, name the column from or to.")
}
