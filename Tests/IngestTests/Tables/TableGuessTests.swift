import Receivables
import Testing

@testable import Ingest

/// Every doubt about an unknown table, from a table that brings it about, and its exact words.
@Suite struct TableGuessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let template: MessageTemplate
        let input: String
        let french: String
        let english: String
        var file = "x.csv"
        var testDescription: String { template.code }

        init(_ template: MessageTemplate, _ input: String, _ french: String, _ english: String, file: String = "x.csv")
        {
            (self.template, self.input, self.french, self.english) = (template, input, french, english)
            self.file = file
        }
    }

    static let rows = "F1;13/01/2026;Brel SA;1,50\nF2;14/01/2026;Lumen;2,50\n"
    static let head = "N° facture;Date;Client;Montant TTC\n"

    static let ledger =
        "Date;Journal;Compte;Pièce;Libellé;Débit;Crédit\n13/01/2026;VE;411BREL;F1;Facture F1;1,50;\n"
        + "14/01/2026;BQ;411BREL;R1;Virement;;1,50\n"

    static let cases: [Case] = [
        Case(
            .guessNoTable, "bonjour\n",
            "Aucune ligne d'en-tête suivie de lignes de données n'a été trouvée : ce n'est pas un tableau lisible.",
            "No header line followed by rows of data was found: this is no readable table."),
        Case(
            .guessMissing, "Client;Date;Montant TTC\nBrel SA;13/01/2026;1,50\nBrel SA;14/01/2026;1,50\n",
            "Aucune colonne ne peut être prise pour « number ». Colonnes lues : Client, Date, Montant TTC.",
            "No column can be taken for “number”. Columns found: Client, Date, Montant TTC."),
        Case(
            .guessLimits,
            "Policy ID,Company Name,Allianz Trade ID,Permanent Amount,Effective Date\n40,Brel,8012,30000,13/01/2026\n",
            "La colonne « Policy ID » annonce des limites d'assurance-crédit : elles se lisent par le nom de leurs "
                + "colonnes, sans description.",
            "The column “Policy ID” speaks of insured credit limits: they are read by the names of their columns, "
                + "without a description."),
        Case(
            .guessAccount, "Date;Libellé;Montant\n13/01/2026;VIR BREL;1,50\n14/01/2026;COTISATION;-2,50\n",
            "Mouvements d'un compte : les sorties qui ne nomment ni client ni facture sont laissées de côté.",
            "Movements of an account: money going out that names no customer and no invoice is left aside."),
        Case(
            .guessAccounts,
            "Date;Journal;Compte;Pièce;Libellé;Débit;Crédit\n"
                + "13/01/2026;BQ;512000;R1;VIR;1,50;\n13/01/2026;BQ;707000;R1;VIR;;1,50\n",
            "Ce tableau mêle des comptes (512…, 707…) sans dire lesquels sont ceux des clients : sans la clé only, la banque "
                + "et les fournisseurs passeraient pour des clients.",
            "This table mixes accounts (512…, 707…) and does not say which are customers': without the key only, the bank "
                + "and suppliers would count as customers."),
        Case(
            .guessOnly, ledger,
            "À vérifier : seuls ces comptes de « Compte » sont lus, comme ceux des clients.",
            "Check: only these accounts of “Compte” are read, as the customers'."),
        Case(
            .guessAllAccounts, ledger.replacing("411", with: "K"),
            "À vérifier : rien ne distingue d'autres comptes dans « Compte » ; tous sont pris pour des clients. Sinon, "
                + "only donne le début de leurs numéros.",
            "Check: nothing tells other accounts apart in “Compte”; all are taken for customers. Otherwise, only gives "
                + "the beginnings of theirs."),
        Case(
            .guessCredits, ledger.replacing("Journal", with: "Lettrage"),
            "Aucune colonne ne dit si un crédit est un règlement ou un avoir : sans les clés type et types, les règlements "
                + "passeraient pour des avoirs.",
            "No column says whether a credit is a payment or a credit note: without the keys type and types, payments "
                + "would count as credit notes."),
        Case(
            .guessCreditNotes,
            "Date;Lettrage;Compte;Pièce;Libellé;Débit;Crédit\n13/01/2026;;411BREL;F1;Facture;1,50;\n",
            "À vérifier : un montant au crédit sera lu comme un avoir, jamais comme un règlement.",
            "Check: an amount in credit will be read as a credit note, never as a payment."),
        Case(
            .guessJournals, ledger,
            "À vérifier : ce que chaque journal écrit sur les comptes clients ; un crédit est un avoir dans un journal de "
                + "factures, un règlement dans un journal de paiements.",
            "Check: what each journal books on customers' accounts; a credit is a credit note in a journal of invoices, a "
                + "payment in a journal of payments."),
        Case(
            .guessJournalsUnknown, ledger + "15/01/2026;OD;411BREL;D1;Escompte;;0,50\n",
            "À compléter : journaux dont rien ne dit ce qu'ils écrivent, leurs lignes sont écartées : OD.",
            "Complete: journals of which nothing says what they book, whose rows are left out: OD."),
        Case(
            .guessByValues, head.replacing("N° facture", with: "Pce") + rows,
            "À vérifier : « Pce » est prise pour number d'après ses seules valeurs.",
            "Check: “Pce” is taken for number by its values alone."),
        Case(
            .guessGrouped,
            "N° facture;Date;Échéance;Montant TTC\nBrel SA;;;\nF1;13/01/2026;14/02/2026;1,50\nLumen;;;\nF2;14/01/2026;14/02/2026;2,50\n",
            "À vérifier : une ligne qui n'a qu'un nom, ou un compte et un nom, dit le client des lignes suivantes.",
            "Check: a row with nothing but a name, or an account and a name, is the customer of the rows below."),
        Case(
            .guessListing, "N° facture;Date facture;Client;Solde dû\n" + rows,
            "À vérifier : liste complète des postes ouverts d'un jour ; un poste qui disparaît passe pour payé. "
                + "Sinon : movements.",
            "Check: a full listing of a day's open items; an item that is missing later counts as paid. "
                + "Otherwise: movements.", file: "encours-2026-11-05.csv"),
        Case(
            .guessListingNoDay, "N° facture;Date facture;Client;Solde dû\n" + rows,
            "À vérifier : si cette liste est redonnée en entier chaque jour, écrivez kind: openItems et mettez le jour "
                + "dans le nom du fichier.",
            "Check: if this listing comes again in full every day, write kind: openItems and put the day into the "
                + "file's name."),
        Case(
            .guessDatesOpen, head + "F1;03/01/2026;Brel SA;1,50\nF2;04/01/2026;Lumen;2,50\n",
            "À vérifier : aucun jour au-delà de 12 ne tranche entre jour et mois ; le jour d'abord est supposé.",
            "Check: no day above 12 decides between day and month; day first is assumed."),
        Case(
            .guessDatesMixed, head + rows + "F3;01/31/2026;Lumen;2,50\n",
            "À vérifier : 2 date(s) ont le jour d'abord et 1 le mois d'abord.",
            "Check: 2 date(s) have the day first and 1 the month first."),
        Case(
            .guessMarkMixed, head + rows + "F3;14/01/2026;Lumen;2.50\n",
            "À vérifier : 2 montant(s) à virgule décimale et 1 à point décimal ; lus un par un.",
            "Check: 2 amount(s) with a decimal comma and 1 with a decimal point; read one by one."),
        Case(
            .guessMarkOpen, head + "F1;13/01/2026;Brel SA;1,500\nF2;14/01/2026;Lumen;2,500\n",
            "À vérifier : aucun montant ne tranche entre décimales et milliers ; la virgule décimale est supposée.",
            "Check: no amount decides between decimals and thousands; a decimal comma is assumed."),
        Case(
            .guessSign, head + "F1;13/01/2026;Brel SA;-1,50\nF2;14/01/2026;Lumen;-2,50\n",
            "À vérifier : presque tous les montants de « Montant TTC » sont négatifs ; le signe est retourné.",
            "Check: nearly all amounts of “Montant TTC” are negative; the sign is turned."),
        Case(
            .guessTypes,
            "N° facture;Date;Client;Montant;Sens\nF1;13/01/2026;Brel SA;1,50;D\nF2;14/01/2026;Lumen;2,50;C\n",
            "À vérifier : ce que désigne chaque mot de la colonne de type.",
            "Check: what each word of the type column means."),
        Case(
            .guessTypesUnknown,
            "N° facture;Date;Client;Montant;Type\nF1;13/01/2026;Brel SA;1,50;Facture\nF2;14/01/2026;Lumen;2,50;Zorglub\n",
            "À compléter : mots inconnus, leurs lignes sont écartées : Zorglub.",
            "Complete: unknown words, whose rows are left out: Zorglub."),
        Case(
            .guessSkip,
            "N° facture;Date;Client;Montant;Statut\nF1;13/01/2026;Brel SA;1,50;Brouillon\nF2;14/01/2026;Lumen;2,50;Payée\n",
            "À vérifier : les lignes Brouillon ne sont pas des créances.", "Check: rows Brouillon are no receivables."),
        Case(
            .guessLines,
            "N° facture;Date;Client;Montant ligne;Qté\nF1;13/01/2026;Brel SA;1,50;1\nF1;13/01/2026;Brel SA;2,50;1\n",
            "À vérifier : plusieurs lignes portent le même numéro ; elles font une seule facture.",
            "Check: several rows have one number; they make one invoice."),
        Case(
            .guessLinesOpen,
            "N° facture;Date;Client;Total\nF1;13/01/2026;Brel SA;4,00\nF1;13/01/2026;Brel SA;4,00\nF2;13/01/2026;Lumen;1,00\n",
            "À vérifier : le montant se répète sur les lignes d'un numéro ; il est pris pour le total de la facture. "
                + "Sinon, lines: sum.",
            "Check: the amount repeats on the rows of a number; it is taken for the invoice's total. "
                + "Otherwise, lines: sum."),
        Case(
            .guessFewHeaders,
            "Client;Non échu;> 30 jours\nBrel SA;1,50;0,00\nLumen;2,50;1,00\n".replacing(
                "Non échu;> 30 jours", with: "0-30;0-30 "),
            "À vérifier : peu de colonnes pour reconnaître ce fichier ; ajoutez file: avec un modèle de nom.",
            "Check: few columns to recognise this file by; add file: with a pattern for its name."),
        Case(
            .guessUnused,
            "N° facture;Date;Client;Montant TTC;Teinte\nF1;13/01/2026;Brel SA;1,50;bleu\nF2;14/01/2026;Lumen;2,50;vert\n",
            "Colonnes non utilisées : Teinte.", "Columns not used: Teinte."),
        Case(
            .guessNoDue, head + rows, "Ni échéance ni conditions de paiement : les échéances seront estimées.",
            "Neither due dates nor payment terms: due dates will be estimated."),
        Case(
            .guessNameOnly, head + rows,
            "Les clients ne sont connus que par leur nom : ajoutez le SIREN ou le code client à l'export.",
            "Customers are known by name alone: add the SIREN or the customer code to the export."),
        Case(
            .guessAlreadyRead, head + rows,
            "Ce fichier est déjà lu sans cette description (csv-invoices) : vigie read le montre.",
            "This file is already read without this description (csv-invoices): vigie read shows it."),
    ]

    @Test("a doubt is told in other words, or not told", arguments: cases)
    func doubt(_ item: Case) throws {
        let file = SourceFile(name: item.file, bytes: Array(item.input.utf8))
        var messages: [Message]
        do throws(Refusal) {
            let guess = try TableGuess(file, name: "x", ReadingContext())
            messages = guess.doubts + guess.remarks.values
        } catch {
            messages = [error.message]
        }
        let message = try #require(messages.first { $0.template == item.template }, "\(messages.map(\.code))")
        #expect(message.sentence(in: .french) == item.french)
        #expect(message.sentence(in: .english) == item.english)
    }

    @Test func `an eight-bit character set is named`() throws {
        let bytes =
            Array(TableGuessTests.head.utf8).flatMap { $0 == 0xC2 ? [] : [$0] } + Array(TableGuessTests.rows.utf8)
        let guess = try TableGuess(SourceFile(name: "x", bytes: bytes), name: "x", ReadingContext())
        let message = try #require(guess.remarks["encoding"])
        #expect(
            message.sentence(in: .french)
                == "À vérifier : caractères Windows-1252 d'après leur vraisemblance ; regardez les accents de l'aperçu."
        )
        #expect(
            message.sentence(in: .english)
                == "Check: characters are Windows-1252 by plausibility; look at the accents in the preview.")
    }

    @Test(
        "the words around a proposal",
        arguments: [
            (
                Message(.guessTitle, ["file": "x.csv"]),
                "Proposée par vigie csv guess d'après x.csv : relisez ce qui est à vérifier.",
                "Proposed by vigie csv guess from x.csv: look over what is to be checked."
            ),
            (
                Message(.guessPreview, ["count": "2"]),
                "Aperçu : 2 document(s) lus par cette description, les premiers :",
                "Preview: 2 document(s) read by this description, the first:"
            ),
            (
                Message(.guessRefused, ["count": "2"]), "2 ligne(s) seraient refusées, les premières :",
                "2 row(s) would be refused, the first:"
            ),
            (Message(.guessWritten, ["path": "p"]), "Écrite dans p.", "Written to p."),
            (
                Message(.guessExists, ["path": "p"]), "p existe déjà : rien n'est écrit.",
                "p exists already: nothing is written."
            ),
            (
                Message(.guessBadName, ["name": "/"]), "« / » ne peut pas être le nom d'une description.",
                "“/” cannot be a description's name."
            ),
        ])
    func words(_ message: Message, _ french: String, _ english: String) {
        #expect(message.sentence(in: .french) == french && message.sentence(in: .english) == english)
    }

    struct Proposal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: String
        let row: TableDescription.Row
        let columns: [TableField: String]
    }

    static let proposals: [Proposal] = [
        Proposal(
            testDescription: "payments by card are proposed as invoices because they name some",
            input: "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Card ID,Customer ID,"
                + "Invoice ID,Invoice Number\n"
                + "ch_1,2026-11-02 10:12:13,\"1200,00\",\"0,00\",eur,true,Paid,card_1,cus_1,in_1,F-102\n"
                + "ch_2,2026-11-02 10:12:13,\"500,00\",\"500,00\",eur,true,Refunded,card_1,cus_1,in_1,F-103\n",
            row: .payment,
            columns: [
                .reference: "id", .date: "Created date (UTC)", .amount: "Amount", .currency: "Currency",
                .code: "Customer ID", .invoices: "Invoice Number",
            ]),
        Proposal(
            testDescription: "a cash book is proposed as invoices because one row has a number of an invoice",
            input: "Date;Libellé;Montant;Tiers;Facture associée\n10/10/2026;VIR BREL;1000,00;Brel;FA-1\n"
                + "11/10/2026;FRAIS;-12,00;;\n12/10/2026;URSSAF;-1200,00;URSSAF;\n",
            row: .payment,
            columns: [
                .date: "Date", .label: "Libellé", .amount: "Montant", .payer: "Tiers", .invoices: "Facture associée",
            ]),
        Proposal(
            testDescription: "a flag is proposed as the amount beside debits and credits",
            input: "Date;Libelle operation;Reference;Type operation;Debit;Credit;Pointage operation\n"
                + "25/11/2026;VIR SEPA BREL;AB1;Virement recu;;+18600,00;0\n"
                + "24/11/2026;COTISATION;AB2;Frais bancaires;-25,00;;0\n",
            row: .payment,
            columns: [
                .date: "Date", .label: "Libelle operation", .reference: "Reference", .debit: "Debit", .credit: "Credit",
            ]),
        Proposal(
            testDescription: "a bank's fee is proposed as a customer",
            input: "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n"
                + "25/11/2026;VIR RECU;VIR RECU DE: BREL MOTIF: FA-001;18600,00;EUR\n"
                + "24/11/2026;COTISATION;COTISATION JAZZ;-12,00;EUR\n",
            row: .payment,
            columns: [
                .date: "Date de l'opération", .label: "Détail de l'écriture", .amount: "Montant de l'opération",
                .currency: "Devise",
            ]),
        Proposal(
            testDescription: "a bank's statement is refused for want of a number, or its account becomes a customer",
            input:
                "dateOp;label;category;amount;accountNum\n2026-11-25;VIR BREL FA-001;Virements reçus;18600,00;00040\n"
                + "2026-11-24;COTISATION;Frais;-9,90;00040\n",
            row: .payment, columns: [.date: "dateOp", .label: "label", .amount: "amount"]),
        Proposal(
            testDescription: "a means of payment is proposed as the customer beside a column of names",
            input: "Date,Payment method,Currency,Amount,Status,ID,Consumer name\n"
                + "2026-11-13,ideal,EUR,1200.00,paidout,tr_1,Brel SA\n2026-11-14,creditcard,EUR,600.00,paidout,tr_2,Lumen\n",
            row: .payment,
            columns: [
                .date: "Date", .currency: "Currency", .amount: "Amount", .customer: "Consumer name", .reference: "ID",
            ]),
        Proposal(
            testDescription: "a status is proposed as the customer because nobody knows its name",
            input: "N° facture;Statut de la commande;Date facture;Société (facturation);Montant TTC\n"
                + "F1;Terminée;13/01/2026;Brel SA;1,50\nF2;Abandonnée;14/01/2026;Lumen;2,50\n",
            row: .invoice,
            columns: [
                .number: "N° facture", .status: "Statut de la commande", .issued: "Date facture",
                .customer: "Société (facturation)", .total: "Montant TTC",
            ]),
        Proposal(
            testDescription: "the account that gathers all customers is proposed as their code",
            input: "Journal;Date;N° compte;Compte auxiliaire;Libellé compte;Pièce;Libellé;Débit;Crédit\n"
                + "VE;13/01/2026;411000;BREL;Brel SA;F1;F1;1,50;\nVE;14/01/2026;411000;LUMEN;Lumen;F2;F2;2,50;\n"
                + "VE;14/01/2026;707000;;Ventes;F2;F2;;2,50\n",
            row: .invoice,
            columns: [
                .issued: "Date", .code: "Compte auxiliaire", .customer: "Libellé compte", .number: "Pièce",
                .label: "Libellé", .debit: "Débit", .credit: "Crédit", .type: "Journal",
            ]),
        Proposal(
            testDescription: "the amount without VAT is proposed as the total",
            input: "Numéro,Client,Date de facturation,Hors taxes signé,Total signé,Statut\n"
                + "F1,Brel,2026-09-02,1000.00,1200.00,Payé\n",
            row: .invoice,
            columns: [
                .number: "Numéro", .customer: "Client", .issued: "Date de facturation", .total: "Total signé",
                .status: "Statut",
            ]),
    ]

    @Test(arguments: proposals)
    func proposes(_ item: Proposal) throws {
        let file = SourceFile(name: "x.csv", bytes: Array(item.input.utf8))
        let description = try TableGuess(file, name: "x", ReadingContext()).description
        #expect(description.row == item.row)
        #expect(description.columns == item.columns.mapValues { [$0] })
    }

    struct Ledger: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: String
        /// Nil: the customers' accounts cannot be told, and nothing is proposed.
        let only: [String]?
        var types: [String: TableDescription.Meaning] = [:]
    }

    static let books: [Ledger] = [
        Ledger(
            testDescription: "the bank, sales and suppliers of a journal are proposed as customers",
            input: "Journal;Date;Compte;Pièce;Libellé;Débit;Crédit;Échéance\nVE;13/01/2026;411DUP;F1;F1;12,00;;\n"
                + "VE;13/01/2026;707000;F1;F1;;10,00;\nVE;13/01/2026;445710;F1;F1;;2,00;\n"
                + "X1;14/01/2026;411DUP;R1;DUPONT;;12,00;\nX1;14/01/2026;512000;R1;DUPONT;12,00;;\n"
                + "HA;14/01/2026;401FOU;A1;Achat;;6,00;\nHA;14/01/2026;607000;A1;Achat;6,00;;\n",
            only: ["411*", "413*", "416*"], types: ["ve": .invoice, "x1": .payment]),
        Ledger(
            testDescription: "a receipt is proposed as a credit note where the books give customers' accounts alone",
            input: "Compte;Date;Journal;Pièce;Libellé;Débit;Crédit\n9DUPONT;13/01/2026;VE1;F1;FACT;12,00;\n"
                + "9DUPONT;14/01/2026;BQ2;;VIR DUPONT;;5,00\n9MARTIN;14/01/2026;ZZ;R2;CHQ 12 MARTIN;;5,00\n"
                + "9MARTIN;14/01/2026;AN;;A nouveau;7,00;\n9MARTIN;14/01/2026;OD;O1;Perte;;1,00\n",
            only: ["9*"],
            types: ["ve1": .invoice, "bq2": .payment, "zz": .payment, "an": .skip, "od": .skip]),
        Ledger(
            testDescription: "suppliers are proposed as customers because both have accounts of letters",
            input: "Compte;Date;Journal;Pièce;Libellé;Débit;Crédit\nCDUP;13/01/2026;VE;F1;F1;12,00;\n"
                + "70700000;13/01/2026;VE;F1;F1;;12,00\nFOUR;14/01/2026;BQ;P1;VIR;5,00;\n"
                + "51200000;14/01/2026;BQ;P1;VIR;;5,00\n",
            only: ["C*"], types: ["ve": .invoice]),
        Ledger(
            testDescription: "suppliers of whom only purchases are known are proposed as customers",
            input: "Compte;Date;Journal;Pièce;Libellé;Débit;Crédit\n9DUP;13/01/2026;VE;F1;F1;12,00;\n"
                + "70700000;13/01/2026;VE;F1;F1;;12,00\n0FOU;14/01/2026;HA;A1;Achat;;5,00\n"
                + "60700000;14/01/2026;HA;A1;Achat;5,00;\n",
            only: ["9*"], types: ["ve": .invoice]),
        Ledger(
            testDescription: "a list of customers by number is taken for a ledger that cannot be read",
            input: "N° facture;Date facture;N° client;Débit;Crédit\nF1;13/01/2026;100234;12,00;\n"
                + "F2;14/01/2026;200123;;1,00\n",
            only: []),
        Ledger(
            testDescription: "accounts that nothing tells apart are all proposed as customers",
            input: "Compte;Date;Journal;Pièce;Libellé;Débit;Crédit\nADUP;13/01/2026;OD;F1;F1;12,00;\n"
                + "BDUP;13/01/2026;OD;F1;F1;;12,00\n70700000;13/01/2026;OD;F1;F1;;12,00\n51200000;13/01/2026;OD;F;F;;1,00\n",
            only: nil),
        Ledger(
            testDescription: "the groups of a whole ledger are proposed as customers",
            input: "Date;Journal;N° pièce;Libellé;Débit;Crédit\n411DUP;DUPONT;;;;\n13/01/2026;VE;F1;F1;12,00;\n"
                + "512000;BANQUE;;;;\n14/01/2026;BQ;R1;R1;12,00;\n707000;VENTES;;;;\n13/01/2026;VE;F1;F1;;12,00\n",
            only: nil),
        Ledger(
            testDescription: "customers of a list are left out because it has a debit column",
            input:
                "N° facture;Date facture;Code client;Débit;Crédit\nF1;13/01/2026;411BREL;12,00;\nF2;14/01/2026;C2;1,00;\n",
            only: []),
    ]

    @Test(arguments: books)
    func ledgers(_ item: Ledger) throws {
        let file = SourceFile(name: "x.csv", bytes: Array(item.input.utf8))
        do throws(Refusal) {
            let description = try TableGuess(file, name: "x", ReadingContext()).description
            #expect(description.only.flatMap(\.words) == item.only)
            #expect(description.types == item.types)
        } catch {
            #expect(item.only == nil && error.message.template == .guessAccounts, "\(error.message.code)")
        }
    }

    @Test("payments that failed are proposed as payments, and quotes as invoices")
    func skips() throws {
        let payments =
            "Date;Référence;Client;Montant;Mode;Statut\n13/01/2026;P1;Brel;1,50;Virement;Payé\n14/01/2026;P2;Brel;2,50;Virement;Échoué\n"
        #expect(try words(payments) == ["Échoué"])
        #expect(try words(payments.replacing("Échoué", with: "Remboursé")) == ["Remboursé"])
        #expect(
            try words("N° facture;Date;Client;Montant TTC;Statut\nF1;13/01/2026;Brel;1,50;Abandonnée\n") == [
                "Abandonnée"
            ])
    }

    private func words(_ text: String) throws -> [String] {
        let file = SourceFile(name: "x.csv", bytes: Array(text.utf8))
        return try TableGuess(file, name: "x", ReadingContext()).description.skips.flatMap(\.words)
    }
}
