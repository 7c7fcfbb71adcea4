import Receivables
import Testing

@testable import Ingest

/// Every sentence about tables, from an input that brings it about.
@Suite struct TableSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let input: String
        let french: String
        let english: String
        var testDescription: String { code }
        init(_ code: String, _ input: String, _ french: String, _ english: String) {
            self.code = code
            self.input = input
            self.french = french
            self.english = english
        }
    }

    static let head = "numero;date;client;montant_ttc;devise;type\n"
    static let pay = "date;reference;client;montant;type\n"
    static let limit = "siren;client;assureur;limite_assuree;statut;quotite;duree_max_credit\n"
    static let party = "numero;date;client;siren;siret;n_tva;montant_ttc\n"
    static let rates = "Date,USD,JPY,\n"
    static let event = "evenement;date;client;facture;montant;pour le;par;second avis;cotation\n"
    static func fec(_ rows: String...) -> String { ([FECTests.header] + rows).joined(separator: "\n") + "\n" }

    static let cases: [Case] = [
        Case(
            "tables.notText", "numero;date\0;client", "Ce fichier n'est pas du texte : il contient des octets nuls.",
            "This file is not text: it contains NUL bytes."),
        Case(
            "tables.tooManyColumns", head + String(repeating: ";", count: 600),
            "Une ligne a plus de 512 colonnes : ce n'est pas un tableau de factures ou de paiements.",
            "A row has more than 512 columns: this is no table of invoices or payments."),
        Case(
            "tables.cellTooLong", head + String(repeating: "x", count: 70_000), "Une cellule dépasse 64 ko.",
            "A cell is longer than 64 kB."),
        Case(
            "tables.unclosedQuote", head + "F1;2027-01-31;\"A;1,00;;",
            "Un guillemet ouvert à la ligne 2 n'est jamais refermé.", "A quote opened on line 2 is never closed."),
        Case(
            "tables.unknownHeader", "recette,farine\ncrêpes,250\n",
            "Les colonnes de ce tableau ne disent pas ce qu'il contient. Colonnes lues : recette,farine.",
            "The columns of this table do not say what it holds. Columns found: recette,farine."),
        Case(
            "tables.invoicesOrPayments", "date;client;facture;montant\n",
            "Ce tableau peut être une liste de factures comme une liste de paiements. Colonnes lues : date, client, facture, montant.",
            "This table may be a list of invoices or of payments. Columns found: date, client, facture, montant."),
        Case(
            "tables.limitsOrCustomers", "siren;client;plafond\n",
            "Ce tableau peut donner des limites assurées comme des limites internes. Colonnes lues : siren, client, plafond.",
            "This table may give insured limits or internal limits. Columns found: siren, client, plafond."),
        Case(
            "tables.ageing", "Client;Total;Non échu;0-30;31-60\n",
            "C'est une balance âgée : des sommes par ancienneté, sans les factures qui les composent.",
            "This is an ageing report: sums by age, without the invoices behind them."),
        Case(
            "tables.ledger", "Date;Journal;Compte;Pièce;Débit;Crédit\n",
            "Ce tableau donne des écritures de comptes (journal ou grand livre) : toutes ne sont pas de clients, et un "
                + "crédit peut être un règlement comme un avoir. Colonnes lues : Date, Journal, Compte, Pièce, Débit, Crédit.",
            "This table gives entries of accounts (a journal or ledger): not all are of customers, and a credit may be a "
                + "payment or a credit note. Columns found: Date, Journal, Compte, Pièce, Débit, Crédit."),
        Case(
            "tables.otherAccounts",
            "date;compte;piece;debit;credit\n31/01/2027;706000;F1;;10\n31/01/2027;411BREL;F1;10;",
            "Lignes d'autres comptes que ceux des clients, laissées de côté : 1.",
            "Rows of accounts that are not customers', left out: 1."),
        Case(
            "tables.roundedNumber", "numero;date;client;montant_ttc\n2,0261E+11;31/01/2027;A;10",
            "« 2,0261E+11 » est ce qu'Excel a fait d'un long numéro : ses derniers chiffres peuvent être perdus, et plusieurs "
                + "numéros devenir le même.",
            "“2,0261E+11” is what Excel made of a long number: its last figures may be lost, and several numbers become one."
        ),
        Case(
            "tables.noLimit", "SIREN;Client;Assureur;Couverture\n",
            "Ce tableau nomme un assureur ou une police, mais on n'y reconnaît aucune colonne de limite. Colonnes lues : "
                + "SIREN, Client, Assureur, Couverture.",
            "This table names an insurer or a policy, but no column of limits is known in it. Columns found: SIREN, "
                + "Client, Assureur, Couverture."),
        Case(
            "tables.thousands", "siren;client;assureur;limite (k€)\n",
            "La colonne limite (k€) est en milliers ou en millions : les montants ne se lisent qu'à l'unité.",
            "The column limite (k€) is in thousands or millions: amounts are read in units only."),
        Case(
            "tables.paymentRow", head + "F1;31/01/2027;A;10;;paiement",
            "« paiement » (colonne type) désigne un paiement, dans un tableau lu comme une liste de factures.",
            "“paiement” (column type) is a payment, in a table read as a list of invoices."),
        Case(
            "tables.conditional", limit + "732829320;A;X;10;accord conditionnel;;",
            "La décision « accord conditionnel » (colonne statut) dépend de conditions que le tableau ne dit pas : la "
                + "limite est lue comme accordée.",
            "The decision “accord conditionnel” (column statut) depends on conditions that the table does not tell: the "
                + "limit is read as granted."),
        Case(
            "tables.sharedCode",
            "numero;date;code_client;client;montant_ttc\nF1;31/01/2027;C1;A;10\nF2;31/01/2027;C1;B;10",
            "Codes client portés par plusieurs noms : 1, dont C1 (A, B) ; chaque code est suivi comme un seul client.",
            "Customer codes with several names: 1, among them C1 (A, B); each code is kept as one customer."),
        Case(
            "tables.noRows", head, "Le tableau n'a que son en-tête, aucune ligne.",
            "The table has only its header, no rows."),
        Case(
            "tables.strayQuote", head + "F1;2027-01-31;\"A\" SA;1,00;;",
            "Un guillemet au milieu d'une cellule : on ne sait pas où elle finit.",
            "A quote inside a cell: where the cell ends is unclear."),
        Case(
            "tables.extraCells", head + "F1;2027-01-31;A;1;00;;;x",
            "La ligne a 8 cellules pour 6 colonnes : un séparateur se trouve sans doute dans un texte.",
            "The row has 8 cells for 6 columns: a separator probably stands inside a text."),
        Case(
            "tables.shortRow", fec("VE\tVentes\t1"), "La ligne n'a que 3 cellules pour 18 colonnes.",
            "The row has only 3 cells for 18 columns."),
        Case(
            "tables.missing", head + ";2027-01-31;A;1,00;;", "La colonne numero est vide.",
            "The numero column is empty."),
        Case(
            "tables.amountUnreadable", head + "F1;2027-01-31;A;douze;;",
            "« douze » n'est pas un montant (colonne montant_ttc).", "“douze” is not an amount (column montant_ttc)."),
        Case(
            "tables.amountTooLarge", head + "F1;2027-01-31;A;99999999999999999999;;",
            "Le montant « 99999999999999999999 » est trop grand (colonne montant_ttc).",
            "The amount “99999999999999999999” is too large (column montant_ttc)."),
        Case(
            "tables.amountDecimals", head + "F1;2027-01-31;A;1,2345;;",
            "Le montant « 1,2345 » a plus de décimales que la devise EUR (colonne montant_ttc).",
            "The amount “1,2345” has more decimals than the currency EUR (column montant_ttc)."),
        Case(
            "tables.amountAmbiguous", head + "F1;2027-01-31;A;1.234;;",
            "« 1.234 » peut se lire avec des milliers ou avec trois décimales, et rien dans la colonne montant_ttc ne tranche.",
            "“1.234” may have thousands or three decimals, and nothing in the column montant_ttc tells which."),
        Case(
            "tables.amountCurrency", head + "F1;2027-01-31;A;10 USD;EUR;",
            "Le montant « 10 USD » est en USD alors que la ligne est en EUR (colonne montant_ttc).",
            "The amount “10 USD” is in USD while the row is in EUR (column montant_ttc)."),
        Case(
            "tables.currencyUnknown", head + "F1;2027-01-31;A;10;livres;",
            "« livres » n'est pas un code de devise (colonne devise).",
            "“livres” is not a currency code (column devise)."),
        Case(
            "tables.dateUnreadable", head + "F1;hier;A;10;;", "« hier » n'est pas une date (colonne date).",
            "“hier” is not a date (column date)."),
        Case(
            "tables.dateImpossible", head + "F1;31/02/2027;A;10;;",
            "La date « 31/02/2027 » n'existe pas (colonne date).", "The date “31/02/2027” does not exist (column date)."
        ),
        Case(
            "tables.invoiceType", head + "F1;31/01/2027;A;10;;devis",
            "Le type de pièce « devis » n'est pas connu (colonne type).",
            "The document type “devis” is not known (column type)."),
        Case(
            "tables.paymentType", pay + "31/01/2027;V1;A;10;cadeau",
            "Le type de mouvement « cadeau » n'est pas connu (colonne type).",
            "The movement type “cadeau” is not known (column type)."),
        Case(
            "tables.limitStatus", limit + "732829320;A;X;10;peut-être;;",
            "Le statut de limite « peut-être » n'est pas connu (colonne statut).",
            "The limit status “peut-être” is not known (column statut)."),
        Case(
            "tables.noCustomer", head + "F1;31/01/2027;;10;;", "La ligne ne nomme aucun client.",
            "The row names no customer."),
        Case(
            "tables.noCustomerNoInvoice", pay + "31/01/2027;V1;;10;",
            "Le paiement ne nomme ni client, ni payeur, ni facture.",
            "The payment names no customer, no payer and no invoice."),
        Case(
            "tables.share", limit + "732829320;A;X;10;;190;",
            "« 190 » n'est pas un pourcentage de 0 à 100 (colonne quotite).",
            "“190” is not a percentage from 0 to 100 (column quotite)."),
        Case(
            "tables.count", limit + "732829320;A;X;10;;;deux mois",
            "« deux mois » n'est pas un nombre de jours (colonne duree_max_credit).",
            "“deux mois” is not a number of days (column duree_max_credit)."),
        Case(
            "tables.sirenKey", party + "F1;31/01/2027;A;732829321;;;10",
            "Le SIREN « 732829321 » a une clé de contrôle fausse.", "The SIREN “732829321” has a wrong check digit."),
        Case(
            "tables.sirenForm", party + "F1;31/01/2027;A;HRB 12;;;10", "« HRB 12 » n'est pas un SIREN (neuf chiffres).",
            "“HRB 12” is not a SIREN (nine digits)."),
        Case(
            "tables.sirenZeros", party + "F1;31/01/2027;A;5520135;;;10",
            "Le SIREN « 5520135 » a été complété par des zéros à gauche, perdus par le tableur.",
            "The SIREN “5520135” was completed with leading zeros that a spreadsheet lost."),
        Case(
            "tables.siretKey", party + "F1;31/01/2027;A;;73282932000075;;10",
            "Le SIRET « 73282932000075 » a une clé de contrôle fausse.",
            "The SIRET “73282932000075” has a wrong check digit."),
        Case(
            "tables.siretForm", party + "F1;31/01/2027;A;;7328;;10", "« 7328 » n'est pas un SIRET (quatorze chiffres).",
            "“7328” is not a SIRET (fourteen digits)."),
        Case(
            "tables.siretInSiren", party + "F1;31/01/2027;A;73282932000074;;;10",
            "La colonne SIREN contient le SIRET « 73282932000074 » : ses neuf premiers chiffres font le SIREN.",
            "The SIREN column holds the SIRET “73282932000074”: its first nine digits are the SIREN."),
        Case(
            "tables.vatKey", party + "F1;31/01/2027;A;;;FR00732829320;10",
            "Le numéro de TVA « FR00732829320 » a une clé de contrôle fausse.",
            "The VAT number “FR00732829320” has a wrong check key."),
        Case(
            "tables.dueBeforeIssue", "numero;date;echeance;client;montant\nF1;31/01/2027;01/01/2027;A;10",
            "L'échéance 2027-01-01 précède la date de facture 2027-01-31.",
            "The due date 2027-01-01 comes before the invoice date 2027-01-31."),
        Case(
            "tables.termsUnreadable", "code;nom;siren;delai_paiement\n1;A;732829320;à voir",
            "Le délai de paiement « à voir » n'est pas compris.", "The payment terms “à voir” are not understood."),
        Case(
            "tables.alreadyPaid", "numero;date;client;montant_ttc;montant_regle\nF1;31/01/2027;A;120,00;50,00",
            "La liste dit 50.00 EUR déjà réglé sur 120.00 EUR : seul le reste est dû.",
            "The list says 50.00 EUR of 120.00 EUR is already paid: only the rest is owed."),
        Case(
            "tables.settled",
            "numero;date_facture;client;montant_ttc;date_reglement\nF1;31/01/2027;A;120,00;15/02/2027",
            "Paiement lu dans la liste des factures, à la date de règlement 2027-02-15.",
            "Payment read from the invoice list, on its settlement date 2027-02-15."),
        Case(
            "tables.negativePayment", pay + "31/01/2027;V1;A;-10,00;",
            "Le montant négatif -10.00 EUR est lu comme un paiement repris (impayé).",
            "The negative amount -10.00 EUR is read as a payment taken back."),
        Case(
            "tables.skippedStatus", "numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Brouillon",
            "Lignes laissées, car leur statut « Brouillon » n'en fait pas des créances : 1.",
            "Rows left out, as their status “Brouillon” makes them no receivables: 1."),
        Case(
            "tables.saidPaid", "numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Payée",
            "La liste dit la facture payée (« Payée ») sans dire quand ni combien : elle reste ouverte.",
            "The list says that the invoice is paid (“Payée”), not when nor how much: it stays open."),
        Case(
            "tables.paidOpen", "numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Payée",
            "Factures dites payées (« Payée ») sans date ni montant de règlement, laissées ouvertes : 1.",
            "Invoices said to be paid (“Payée”) with no date or amount of payment, left open: 1."),
        Case(
            "tables.skippedPayment", "date;reference;client;montant;statut\n31/01/2027;V1;A;10;Échoué",
            "Lignes laissées, car leur statut « Échoué » n'en fait pas des paiements reçus : 1.",
            "Rows left out, as their status “Échoué” makes them no payments received: 1."),
        Case(
            "tables.rejectedPayment", "date;reference;client;montant;statut\n31/01/2027;V1;A;10;Rejeté",
            "Paiements au statut « Rejeté », laissés car la ligne ne dit pas s'ils avaient été encaissés : 1.",
            "Payments with the status “Rejeté”, left out as the row does not say whether they had come in: 1."),
        Case(
            "tables.paymentStatus", "date;reference;client;montant;statut\n31/01/2027;V1;A;10;Bleu",
            "Rien ne dit si le statut « Bleu » (colonne statut) est celui d'un paiement reçu.",
            "Nothing says whether the status “Bleu” (column statut) is that of a payment received."),
        Case(
            "tables.writtenOff", "numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Irrécouvrable",
            "Factures dites perdues (« Irrécouvrable ») sans date ni montant de la perte, laissées dues : 1.",
            "Invoices said to be lost (“Irrécouvrable”) with no date or amount of the loss, left as owed: 1."),
        Case(
            "tables.unreadAmounts", "numero;date;client;montant_ttc;avoirs\nF1;31/01/2027;A;120,00;50,00",
            "Colonnes de montants non comprises, dont rien n'est déduit des factures : avoirs.",
            "Columns of amounts not understood, of which nothing is taken off the invoices: avoirs."),
        Case(
            "tables.otherCurrency", "numero;date;client;montant_ttc;devise;solde EUR\nF1;31/01/2027;A;120,00;GBP;50,00",
            "La colonne solde EUR est en EUR : elle n'est pas lue pour les lignes dans une autre devise (1).",
            "The column solde EUR is in EUR: it is not read for rows in another currency (1)."),
        Case(
            "tables.deposits", "numero;date;client;montant_ttc;acompte;regle\nF1;31/01/2027;A;120,00;50,00;10,00",
            "Les colonnes acompte, regle disent toutes deux ce qui est déjà payé : leur somme est déduite, sauf là où elles "
                + "sont égales ou dépassent la facture.",
            "The columns acompte, regle both say what is already paid: their sum is taken off, except where they are equal "
                + "or come to more than the invoice."),
        Case(
            "tables.retention", "numero;date;client;montant_ttc;rg;reste_du\nF1;31/01/2027;A;120,00;6,00;114,00",
            "La retenue de garantie de 6.00 EUR n'est pas un règlement : elle reste due.",
            "The retention of 6.00 EUR is no payment: it is still owed."),
        Case(
            "tables.invoiceStatus", "numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Bleu",
            "Statuts de facture inconnus, pris pour des factures dues : Bleu (1).",
            "Invoice statuses not known here, taken as owed: Bleu (1)."),
        Case(
            "tables.partlyPaid", "numero;date;client;montant_ttc;statut\nF1;31/01/2027;A;120,00;Partielle",
            "Factures dites payées en partie (« Partielle ») sans montant de règlement, laissées ouvertes en entier : 1.",
            "Invoices said to be paid in part (“Partielle”) with no amount of payment, left open in full: 1."),
        Case(
            "tables.withoutVAT", "numero;date;client;montant;tva\nF1;31/01/2027;A;100,00;20,00",
            "La colonne montant est hors taxe, comme le montrent les montants de tva : la TVA y a été ajoutée.",
            "The column montant is without VAT, as the amounts of tva show: the VAT was added."),
        Case(
            "tables.maybeWithoutVAT", "numero;date;client;montant;tva\nF1;31/01/2027;A;100,00;12,00",
            "Rien ne dit si la colonne montant, à côté de tva, est hors taxe ou TTC : elle a été lue TTC.",
            "Nothing says whether the column montant, beside tva, is with or without VAT: it was read as with VAT."),
        Case(
            "tables.otherRowRefused",
            "numero;date;client;quantite;montant_ttc\nF1;31/01/2027;A;1;10,00\nF1;31/01/2027;A;2;x",
            "La ligne 3 de la même facture F1 est refusée : la facture n'est pas comptabilisée sans elle.",
            "Row 3 of the same invoice F1 is refused: the invoice is not booked without it."),
        Case(
            "tables.instalmentsOfTotal",
            "numero;date;echeance;client;montant_ttc;reste_du\nF1;2027-01-31;2027-02-28;A;60;40\nF1;2027-01-31;2027-03-31;A;60;20\n",
            "Factures à plusieurs échéances : 1 ; leurs 2 lignes répètent le total de la facture, compté une fois.",
            "Invoices with several due dates: 1; their 2 rows repeat the invoice's total, counted once."),
        Case(
            "tables.instalments",
            "numero;date;echeance;client;montant_ttc\nF1;2027-01-31;2027-02-28;A;60\nF1;2027-01-31;2027-03-31;A;40\n",
            "Factures à plusieurs échéances : 1 ; leurs 2 lignes, une par échéance, ont été additionnées.",
            "Invoices with several due dates: 1; their 2 rows, one a due date, were added up."),
        Case(
            "tables.linesMerged",
            "numero;date;client;quantite;montant_ttc\nF1;31/01/2027;A;1;10,00\nF1;31/01/2027;A;2;20,00",
            "Le tableau a une ligne par article ; lignes lues : 2, pièces obtenues : 1.",
            "The table has a row for each item; rows read: 2, documents made of them: 1."),
        Case(
            "event.kind", event + "goûter;20/10/2026;A;;;;;;",
            "« goûter » (colonne evenement) n'est pas un événement connu.",
            "“goûter” (column evenement) is no event known here."),
        Case(
            "event.noSubject", event + "relance;20/10/2026;;;;;;;",
            "Ni client ni facture, on ne sait pas de qui il s'agit.",
            "Neither customer nor invoice, so nobody knows whom it is about."),
        Case(
            "event.noUntil", event + "promesse;20/10/2026;A;F1;;;;;", "La promesse ne dit pas pour quel jour.",
            "The promise does not say for which day."),
        Case(
            "event.noValue", event + "notation;20/10/2026;A;;;;;;", "La notation ne dit pas sa valeur.",
            "The rating does not say its value."),
        Case(
            "event.noInvoice", event + "litige;20/10/2026;A;;;;;;",
            "Un litige porte sur une facture, et aucune n'est donnée.",
            "A litige is about an invoice, and none is given."),
        Case(
            "tables.groupFlag", "siren;client;assureur;limite_assuree;groupe\n732829320;A;B;100;Hold SA",
            "La colonne groupe d'une limite dit si elle vaut pour tout le groupe ; « Hold SA » n'est ni oui ni non : lue pour l'acheteur seul.",
            "The column groupe of a limit says whether it is for the whole group; “Hold SA” is neither yes nor no: read for the buyer alone."
        ),
        Case(
            "tables.pendingLimit", limit + "732829320;A;X;;En attente;;",
            "Demandes que l'assureur n'a pas encore décidées (« En attente »), laissées de côté : 1.",
            "Requests that the insurer has not decided yet (“En attente”), left out: 1."),
        Case(
            "tables.unnamedLimit", limit + "732829320;A;X;10;DCL;;",
            "Lignes laissées de côté, car « DCL » n'est pas une limite accordée à un acheteur dénommé : 1.",
            "Rows left out, as “DCL” is no limit granted on a named buyer: 1."),
        Case(
            "tables.limitDates", "siren;client;assureur;limite_assuree;bilan\n732829320;A;B;100;31/12/2025",
            "Les dates de la colonne bilan ne sont pas comprises : aucune limite n'en commence ni n'en finit.",
            "The dates of the column bilan are not understood: no limit begins or ends by them."),
        Case(
            "rates.date", rates + "24.11.2026,1.08,164,\n", "« 24.11.2026 » n'est pas un jour de cotation.",
            "“24.11.2026” is no day of rates."),
        Case(
            "rates.value", rates + "2026-11-24,-1.08,164,\n",
            "« -1.08 » (colonne USD) n'est pas un cours : unités de la devise pour un euro, au-dessus de 0.",
            "“-1.08” (column USD) is no rate: units of the currency for one euro, above 0."),
        Case(
            "rates.columns", rates + "2026-11-24,1.08\n",
            "La ligne a 2 cellules pour 4 colonnes : les cours ne sont plus sous leur devise.",
            "The row has 2 cells for 4 columns: rates no longer stand under their currency."),
        Case(
            "event.noBy", event + "décision;20/10/2026;A;;100;;;;", "La décision ne dit pas qui l'a prise.",
            "The decision does not say who took it."),
        Case(
            "event.rating", event + "notation;20/10/2026;A;;;;;;excellent",
            "On ne sait pas sur quelle échelle se lit la note « excellent ».",
            "Nothing says on which scale the rating “excellent” is."),
        Case(
            "fec.columnsMissing", "JournalCode;EcritureDate;CompteNum;CompteLib;PieceRef;Debit\n",
            "Ce FEC n'a pas les colonnes Debit, Credit.", "This FEC lacks the columns Debit, Credit."),
        Case(
            "fec.rowShape", fec(FECTests.row("VE", "F3", "1,00", "") + "\tx\ty"),
            "La ligne a 20 zones au lieu de 18, et on ne sait pas dans laquelle se trouve le séparateur en trop.",
            "The row has 20 fields instead of 18; which of them holds the stray separator is unclear."),
        Case(
            "fec.sense",
            FECTests.header.replacing("Debit\tCredit", with: "Montant\tSens") + "\n"
                + FECTests.row("VE", "F1", "1,00", "X"), "Le sens « X » n'est ni D, ni C, ni +1, ni -1.",
            "The sense “X” is none of D, C, +1 and -1."),
        Case(
            "fec.pieceMissing", fec(FECTests.row("VE", "RAN", "1,00", "")),
            "L'écriture n'a pas de référence de pièce (« RAN ») : un numéro lui a été donné d'après le journal et la date.",
            "The entry has no document reference (“RAN”): it was given a number from journal and date."),
        Case(
            "fec.pieceRepeated",
            fec(FECTests.row("VE", "01/2027", "1,00", ""), FECTests.row("VE", "01/2027", "1,00", "", customer: "C2")),
            "La référence de pièce « 01/2027 » sert à plusieurs pièces : le client et la date y ont été ajoutés.",
            "The document reference “01/2027” stands for several documents: customer and date were added to it."),
        Case(
            "fec.opening", fec(FECTests.row("AN", "F1", "1,00", "")),
            "Écriture d'à-nouveau : la date de la facture d'origine est perdue.",
            "Opening entry: the date of the original invoice is lost."),
        Case(
            "fec.openingBalance", fec(FECTests.row("AN", "AN2027", "1,00", "")),
            "Solde d'à-nouveau sans détail par pièce : il ne compte que pour ce que les autres documents n'expliquent pas.",
            "Opening balance without its pieces: it counts only as far as other documents do not explain it."),
        Case(
            "fec.otherCredit", fec(FECTests.row("OD", "OD1", "", "1,00")),
            "Crédit client passé dans le journal OD, ni vente ni banque : lu comme un avoir.",
            "Customer credit in the journal OD, neither sales nor bank: read as a credit note."),
        Case(
            "fec.unbalanced", fec(FECTests.row("VE", "F1", "1,00", "")),
            "Les écritures ne s'équilibrent pas : débit moins crédit fait 1.00 EUR.",
            "The entries do not balance: debit minus credit is 1.00 EUR."),
        Case(
            "fec.noAuxiliary", fec(FECTests.row("VE", "F1", "1,00", "", customer: "")),
            "Lignes de comptes clients sans compte auxiliaire, suivies sous le compte 411000 : 1.",
            "Customer rows without an auxiliary account, kept under the account 411000: 1."),
        Case(
            "fec.noCustomers", fec(FECTests.row("VE", "F1", "1,00", "", account: "701000")),
            "Aucune ligne de compte client (411, 413 ou 416) dans ce FEC.",
            "No row of a customer account (411, 413 or 416) in this FEC."),
    ]

    @Test("each remark, refused row and refusal says what it must, in both languages", arguments: cases)
    func sentence(_ example: Case) throws {
        let message = try #require(TableSentenceTests.messages(example.input).first { $0.code == example.code })
        #expect(message.sentence(in: .french) == example.french)
        #expect(message.sentence(in: .english) == example.english)
    }

    @Test("no sentence about tables goes untested")
    func complete() {
        let all = Catalogue.all.map(\.code).filter {
            $0.hasPrefix("tables.") || $0.hasPrefix("fec.") || $0.hasPrefix("event.") && $0 != "event.secondName"
                || $0.hasPrefix("rates.") && $0 != "rates.conflict"
        }
        #expect(Set(all).subtracting(TableSentenceTests.cases.map(\.code)) == [])
    }

    static func messages(_ input: String) -> [Message] {
        let file = SourceFile(name: "t", bytes: Array(input.utf8))
        do throws(Refusal) {
            let importer = Importers.importer(for: file) ?? CSVInvoices()
            let reading = try importer.read(file, ReadingContext())
            return reading.refusedRows.map(\.message) + reading.warnings + reading.documents.flatMap(\.warnings)
        } catch {
            return [error.message]
        }
    }
}
