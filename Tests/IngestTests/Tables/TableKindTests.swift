import Receivables
import Testing

@testable import Ingest

@Suite struct TableKindTests {
    @Test(
        "the header alone says what a table is",
        arguments: [
            ("numero;date;echeance;client;siren;code_client;montant_ttc;devise;type;origine;compte_payeur", "invoices"),
            ("number,date,due,customer,siren,customer_code,amount,currency,type,precedes,payer", "invoices"),
            ("N° facture;Date;Client;Prestations;HT;TVA;TTC;Réglé;Reste dû;Statut;Mode", "invoices"),
            (
                "*ContactName,EmailAddress,POAddressLine1,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,Currency",
                "invoices"
            ),
            (
                "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate",
                "invoices"
            ),
            ("N° de facture\tDate d'émission\tNom du client\tMontant TTC (€)", "invoices"),
            ("Pièce|Date pièce|Compte tiers|Débit|Crédit|Échéance", "invoices"),
            ("N° facture;Date;Client;Montant", "invoices"),
            ("date;reference;client;siren;code_client;montant;devise;facture;type;payeur;iban", "payments"),
            ("date,reference,customer,siren,customer_code,amount,currency,invoice,type,payer,iban", "payments"),
            ("Date de règlement;N° facture;Client;Montant réglé", "payments"),
            ("Payment Date,Payment Reference,Customer Name,Amount", "payments"),
            (
                "siren;client;assureur;police;limite_assuree;devise;debut;fin;statut;quotite;duree_max_credit;prorogation_max",
                "limits"
            ),
            ("siren,customer,insurer,policy,limit,currency,from,to,status,insured share", "limits"),
            ("SIREN;Raison sociale;Montant garanti;Date d'effet", "limits"),
            (
                "code;nom;siren;siret;tva;parent;secteur;pays;segment;commercial;delai_paiement;limite_interne;marge",
                "customers"
            ),
            (
                "code,name,siren,siret,VAT,parent,sector,country,segment,sales owner,terms,internal limit,margin",
                "customers"
            ),
            ("Code client;Raison sociale;SIREN", "customers"),
        ])
    func kind(_ header: String, _ expected: String) throws {
        let found = try TableHeader.find(in: DecodedText(Array((header + "\n").utf8)))
        #expect(found.map { "\($0.verdict)" } == "kind(Ingest.TableKind.\(expected))")
    }

    @Test(
        "a report with a row for each invoice is refused as sums without invoices",
        arguments: [
            "Posting Date,Customer,Voucher Type,Voucher No,Due Date,Invoiced Amount,Outstanding Amount,0-30,31-60,Currency",
            "N° facture;Date facture;Client;Échéance;Total;Non échu;0-30;31-60",
        ])
    func invoicesByAge(_ header: String) throws {
        let found = try TableHeader.find(in: DecodedText(Array((header + "\n").utf8)))
        #expect(found.map { "\($0.verdict)" } == "kind(Ingest.TableKind.invoices)")
    }

    @Test(
        "invoices that only lack a number, or a header, are refused as sums without invoices",
        arguments: [
            "Client;Date facture;Échéance;Total;Non échu;0-30;31-60\nA;05/09/2026;05/10/2026;10;10;0;0\n",
            "FA1;05/09/2026;05/10/2026;C1;Dupont;1000,00;200,00;1200,00\nFA2;06/09/2026;06/10/2026;C2;Martin;500,00;100,00;600,00\n",
            "FA1;05/09/2026;Dupont;10,25;2,05;12,30\nFA2;06/09/2026;Martin;1,50;0,30;1,80\n",
        ])
    func noSums(_ table: String) throws {
        let refusal = #expect(throws: Refusal.self) { try readTable(table) }
        #expect(refusal?.message.code == "tables.unknownHeader")
    }

    @Test("no column name stands for two meanings")
    func vocabulary() {
        var meanings: [String: Heading] = [:]
        for (heading, names) in Heading.phrases {
            for name in names.split(separator: ",") {
                let key = HeadingKey(String(name)).key
                #expect(meanings[key] == nil || meanings[key] == heading, "\(name)")
                meanings[key] = heading
            }
        }
    }

    struct Refused: Sendable {
        let text: String
        let french: String
        let english: String
    }

    @Test(
        "a table that could be two things, or nothing, is refused with the columns that would settle it",
        arguments: [
            Refused(
                text: "date;client;facture;montant\n2026-01-31;ACME;F1;10\n",
                french: "Ce tableau peut être une liste de factures comme une liste de paiements. Colonnes lues : "
                    + "date, client, facture, montant.",
                english:
                    "This table may be a list of invoices or of payments. Columns found: date, client, facture, montant."
            ),
            Refused(
                text: "siren;client;plafond\n732829320;ACME;1000\n",
                french:
                    "Ce tableau peut donner des limites assurées comme des limites internes. Colonnes lues : siren, "
                    + "client, plafond.",
                english: "This table may give insured limits or internal limits. Columns found: siren, client, plafond."
            ),
            Refused(
                text: "Client;Total;Non échu;0-30;31-60;61-90;+90\nACME;10;10;0;0;0;0\n",
                french: "C'est une balance âgée : des sommes par ancienneté, sans les factures qui les composent.",
                english: "This is an ageing report: sums by age, without the invoices behind them."),
            Refused(
                text: "recette,farine,beurre\ncrêpes,250,50\ngaufres,300,100\n",
                french:
                    "Les colonnes de ce tableau ne disent pas ce qu'il contient. Colonnes lues : recette,farine,beurre.",
                english: "The columns of this table do not say what it holds. Columns found: recette,farine,beurre."),
        ])
    func refused(_ example: Refused) throws {
        let refusal = #expect(throws: Refusal.self) { try readTable(example.text) }
        #expect(refusal?.message.sentence(in: .french) == example.french)
        #expect(refusal?.message.sentence(in: .english) == example.english)
    }
}
