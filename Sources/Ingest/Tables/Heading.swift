import Receivables

/// What a column of a table holds, as far as its name alone tells.
enum Heading: String, CaseIterable {
    // Who
    case customer, code, siren, siret, vatNumber, country, payer, payee, iban, parent
    /// A register number of the country that the row names: a SIREN only of a French company.
    case nationalNumber
    // Invoices
    case number, invoiceNumber, invoice, date, invoiceDate, due, terms, precedes
    case amount, amountWithVAT, net, vat, open, paid, debit, credit, sense, currency, type, status
    /// What is left open of a row, or what an account comes to with it: `HeaderMeaning` decides.
    case balance
    /// What an invoice asks to pay, beside its total; and what of it falls due on the due date of its row.
    case payable, part
    /// What was paid beforehand, beside a column of what was paid since; and what is held back for later.
    case deposit, retention
    /// Yes or no.
    case isPaid
    case quantity, unitPrice, lineAmount
    // Payments
    case reference, paymentReference, paymentDate, paymentMode
    /// When it was booked. Of money received that is the day it came; of an invoice it says nothing of its payment.
    case bookingDate
    // Insured limits
    case insurer, policy, insuredLimit, creditLimit, from, to, share, creditDays, extensionDays, declarationDays
    case temporary
    // Customers
    case sector, segment, salesOwner, internalLimit, margin
    // What happened with customers
    case event, time, until, by, secondBy, value, source
    /// What is to be done or was, in a list of actions; beside an invoice often only what its package offers.
    case action
    /// Who wrote the row, which need not be who decided what it says.
    case user
    /// A remark, or in a table of ratings the rating itself.
    case note
    // Entries of a ledger
    case journal, lettering
    // Ageing buckets: an aggregate, not documents
    case notDue, bucket
    // Known and not needed: they help to find the header line
    case label, other

    /// The column's meaning, or nil for a name not in the vocabulary.
    init?(name: String) {
        let key = HeadingKey(name)
        if let known = Heading.vocabulary[key.key] {
            self = known
        } else if let rest = key.withoutVATWord.flatMap({ Heading.vocabulary[$0] }),
            Heading.settling.contains(rest)
        {
            self = rest
        } else if key.isRetention {
            self = .retention
        } else if HeadingKey.isBucket(name) {
            self = .bucket
        } else if let known = Heading.vocabulary[key.withoutCustomer], Heading.identities.contains(known) {
            self = known
        } else {
            return nil
        }
    }

    /// The meaning of an amount in the currency of its document: `Montant TTC devise`, `Amount (foreign currency)`.
    init?(foreign key: HeadingKey) {
        guard let base = key.withoutForeignCurrency, let known = Heading.vocabulary[base],
            Heading.amounts.contains(known)
        else { return nil }
        self = known
    }

    /// The meaning of an amount or a limit in thousands or millions. Of other figures in thousands, as a customer's
    /// turnover, nothing is made.
    init?(inThousands name: String) {
        guard let known = HeadingKey.withoutThousands(name).flatMap({ Heading(name: $0) }),
            Heading.amounts.union([.insuredLimit, .creditLimit, .internalLimit]).contains(known)
        else { return nil }
        self = known
    }

    /// What is left and what was paid is always with VAT, whether the heading says so or not.
    private static let settling: Set<Heading> = [.open, .balance, .paid]
    /// What tells companies apart, whosever the heading says they are: `N° SIREN client`, `SIRET du débiteur`.
    private static let identities: Set<Heading> = [.siren, .siret, .vatNumber, .nationalNumber]

    private static let amounts: Set<Heading> = [
        .amount, .amountWithVAT, .net, .vat, .open, .balance, .paid, .debit, .credit, .lineAmount,
    ]

    private static let vocabulary: [String: Heading] = {
        var vocabulary: [String: Heading] = [:]
        for (heading, names) in phrases {
            for name in names.split(separator: ",") { vocabulary[HeadingKey(String(name)).key] = heading }
        }
        return vocabulary
    }()

    /// Names seen in exports of French and international packages. Case, accents, spaces, punctuation, small words
    /// ("de", "of") and word forms of *number*, *amount* and *payment* do not matter.
    static let phrases: [(Heading, String)] = [
        (
            .customer,
            """
            client,nom,nom client,client nom,raison sociale,raison sociale client,denomination,denomination sociale,societe,
            entreprise,nom du tiers,tiers,libelle tiers,intitule tiers,intitule client,libelle client,acheteur,nom acheteur,
            debiteur,nom debiteur,customer,customer name,client name,name,company,company name,buyer,buyer name,account name,
            contact name,contact,debtor,debtor name,bill to,bill to name,sold to,donneur ordre,destinataire,adherent,
            organisation,organization,legal name
            """
        ),
        (
            .code,
            """
            code,code client,client code,no client,client no,no compte client,id client,client id,ref client,reference client,
            code tiers,compte tiers,no tiers,no compte,no compte tiers,compte client,compte,compte auxiliaire,auxiliaire,code auxiliaire,comp aux num,
            matricule client,customer code,customer id,customer no,customer account,customer ref,customer reference,account,
            account no,account code,account id,debtor code,debtor no,buyer code,code acheteur,identifiant client,
            identifiant,contact id,code comptable,code debiteur
            """
        ),
        (
            .siren,
            "siren,no siren,siren no,siren client,code siren,siren acheteur,siren debiteur,numero siren,id siren,identifiant siren,customer siren"
        ),
        (
            .siret,
            "siret,no siret,siret no,identifiant siret,siret client,code siret,siret acheteur,customer siret,siren siret,siret siren"
        ),
        (
            .vatNumber,
            """
            no tva,tva intracommunautaire,no tva intracommunautaire,no tva intra,tva intra,identifiant tva,id tva,
            code tva intracommunautaire,vat no,vat id,vat identifier,vat registration no,tax id,no identification tva
            """
        ),
        (
            .country,
            "pays,code pays,pays client,pays acheteur,pays debiteur,country,country code,customer country,buyer country,debtor country"
        ),
        (
            .nationalNumber,
            """
            national id,national identifier,national no,buyer national id,identifiant national,id national,no national,
            registration no,company registration no,company no,trade register no,no registre,no entreprise,no immatriculation,
            legal identifier,legal id,identifiant legal
            """
        ),
        (
            .payer,
            "compte payeur,payeur,nom payeur,tiers payeur,payer,payer name,payor,payer account,emetteur,"
                + "donneur ordre nom,contrepartie,nom contrepartie,counterparty,counterparty name,partner name"
        ),
        (
            .payee,
            "beneficiaire,beneficiaire paiement,factor,affactureur,cessionnaire,payee,payee name,factoring company"
        ),
        (
            .iban,
            "iban,iban payeur,payer iban,compte bancaire,bank account,rib,partner iban,iban contrepartie,counterparty iban"
        ),
        (
            .parent,
            "parent,societe mere,maison mere,groupe,code groupe,siren parent,code parent,parent code,parent company,group,tete groupe"
        ),
        (
            .number,
            "no,no piece,piece,no document,document no,document,ref piece,reference piece,doc no,no doc,no ecriture,voucher no"
        ),
        (
            .invoiceNumber,
            """
            no facture,facture no,no de la facture,reference facture,ref facture,facture ref,no facture client,invoice no,
            invoice id,id facture,invoice reference,invoice ref,inv no,bill no,no facture ou avoir,no facture avoir,code facture
            """
        ),
        (
            .invoice,
            """
            facture,factures,facture payee,factures payees,facture reglee,factures reglees,factures soldees,facture lettree,
            no facture reglee,no facture payee,factures no,invoice,invoices,paid invoice,invoices paid,applied to,
            factures concernees,facture concernee
            """
        ),
        (
            .date,
            """
            date,date document,document date,date ecriture,jour,date mouvement,date saisie,date notation,date cotation,
            date note,date score,notee le,date attribution,rating date,score date
            """
        ),
        (
            .invoiceDate,
            """
            date facture,date facturation,facture date,date emission,date emission facture,date piece,emise le,emis le,
            invoice date,date invoice,invoiced on,issue date,issued,issued on,date issued,bill date,billing date,posting date
            """
        ),
        (
            .due,
            """
            echeance,date echeance,date d'echeance,facture echeance,echeance facture,date limite,date limite paiement,a payer le,
            payable le,due,due date,date due,due on,payment due,payment due date,date exigibilite,exigible le,date prevue paiement
            """
        ),
        (
            .terms,
            """
            conditions paiement,condition paiement,conditions,delai paiement,delai,delai reglement,mode delai,terms,payment terms,
            payment term,term,credit terms,delai paiement jours,modalites paiement,conditions reglement client
            """
        ),
        (
            .precedes,
            """
            origine,facture origine,facture d'origine,no facture origine,facture initiale,facture corrigee,avoir sur,
            avoir sur facture,precedes,original invoice,original invoice no,credited invoice,corrects,preceding invoice,
            invoice credited,ref facture origine,facture liee,facture rattachee
            """
        ),
        (.amount, "montant,montant total,total,amount,total amount,montant eur,valeur,value,sum"),
        (
            .amountWithVAT,
            """
            montant ttc,ttc,total ttc,montant total ttc,prix ttc,montant facture,montant facture ttc,net a payer,montant net a payer,
            net a payer ttc,montant net a payer ttc,montant a payer,montant a regler,total a payer,net a regler,
            invoice amount,invoice total,amount incl vat,amount including vat,gross,gross amount,total incl vat,total incl tax,
            total including tax,amount with vat,total gross,invoiced amount,montant facture total
            """
        ),
        (
            .net,
            """
            montant ht,ht,total ht,montant total ht,base ht,net amount,amount excl vat,net,subtotal,sub total,total excl vat,
            total excl tax,amount excluding vat,total net,sous total ht
            """
        ),
        (.vat, "tva,montant tva,total tva,vat,vat amount,tax,tax amount,tax total,total tax,total vat"),
        (
            .open,
            """
            reste du,reste a payer,reste a regler,restant du,solde du,montant du,montant restant du,montant restant,
            solde restant du,solde facture,solde ouvert,montant ouvert,non regle,impaye,balance due,amount due,outstanding,
            outstanding amount,open amount,open balance,remaining,remaining amount,amount remaining,amount outstanding,
            unpaid amount,invoice amount due,reste,restant,reliquat,reste a encaisser,reste a recouvrer,reste a percevoir,
            restant a payer,restant a regler,restant a encaisser,solde restant,solde a payer,solde a regler,
            solde a encaisser,solde piece,total du,total restant,total restant du,montant impaye,montant non regle,
            montant non paye,montant reste du,montant reste a payer,montant a recouvrer
            """
        ),
        (.balance, "solde,balance"),
        (
            .part,
            "montant echeance,montant a echeance,montant de cette echeance,instalment amount,installment amount,instalment,installment"
        ),
        (
            .isPaid,
            """
            soldee,facture soldee,reglee,payee completement,entierement payee,acquittee,facture acquittee,is paid,fully paid,
            paid in full
            """
        ),
        (
            .paid,
            """
            acompte,acomptes,acompte verse,acomptes verses,acompte deduit,acomptes deduits,deposit paid,deposits paid,deposits deducted,prepaid amount,
            regle,montant regle,paye,montant paye,deja regle,deja paye,encaisse,montant encaisse,total regle,total paye,
            amount paid,paid,paid amount,amount received,received,montant recu,invoice amount paid,acompte recu,
            acomptes recus,acompte paye,acomptes payes,acompte regle,acomptes regles,acompte percu,montant acompte,
            montant acomptes,total acomptes,avance recue,montant percu,montant verse,deja encaisse,deja verse,deja percu,
            total encaisse,total encaissements,montant encaissements,total paiements,montant paiements,total paid
            """
        ),
        (
            .retention,
            "retenue garantie,retenues garantie,montant retenue garantie,rg,montant rg,retention,retention amount,retainage"
        ),
        (.debit, "debit,montant debit,debit eur,debit amount"),
        (.credit, "credit,montant credit,credit eur,credit amount"),
        (.sense, "sens,d c,debit credit,dc,sens ecriture"),
        (.currency, "devise,code devise,monnaie,currency,currency code,idevise"),
        (
            .type,
            """
            type,type document,type piece,nature,type facture,nature piece,nature document,document type,invoice type,doc type,
            type code,voucher type,transaction type,type operation,type mouvement,type paiement,payment type
            """
        ),
        (
            .status,
            "statut,etat,status,state,decision,statut facture,etat facture,statut paiement,invoice status,payment status,statut decision,decision status,statut limite,limit status,etat decision,etat limite"
        ),
        (.quantity, "quantite,qte,quantity,qty"),
        (.unitPrice, "prix unitaire,pu,pu ht,prix unitaire ht,unit price,unit amount"),
        (.lineAmount, "montant ligne,montant ligne ttc,total ligne,line amount,line total"),
        (
            .reference,
            "reference,ref,references,ref operation,reference operation,ref bancaire,reference bancaire,bank reference"
        ),
        (
            .paymentReference,
            """
            reference paiement,ref paiement,no paiement,paiement no,no cheque,no remise,no virement,payment reference,payment ref,
            payment id,payment no,receipt no,transaction id,transaction reference,end to end id,check no,cheque no,id paiement,
            id transaction,no transaction
            """
        ),
        (
            .paymentDate,
            """
            date paiement,paiement date,date encaissement,date virement,date remise,paye le,payee le,regle le,reglee le,
            encaisse le,payment date,date paid,paid on,paid date,settled date,settlement date,date settled,receipt date,
            received on,cash date,date lettrage,date solde,clearing date
            """
        ),
        (
            .bookingDate,
            """
            date operation,date valeur,date comptable,date comptabilisation,date reception,value date,booking date,operation date,
            accounting date
            """
        ),
        (.paymentMode, "mode,mode paiement,moyen paiement,payment method,payment mode,method,type reglement mode"),
        (.insurer, "assureur,assureur credit,insurer,credit insurer,compagnie,compagnie assurance,assureur nom"),
        (.policy, "police,no police,police no,no contrat,contrat,policy,policy no,policy id,contrat no"),
        (
            .insuredLimit,
            """
            limite assuree,limite garantie,montant garanti,garantie,montant garantie,encours garanti,encours assure,montant accorde,
            montant agree,agrement,montant agrement,garantie accordee,plafond garanti,plafond assure,limit insured,insured limit,
            insured amount,granted amount,amount granted,limit granted,granted limit,approved limit,approved amount,cover amount,
            coverage,limite accordee,montant decision,decision amount,montant limite accordee,limite credit assuree,limite,garantie cours,limite cours,
            limite vigueur,garantie vigueur,limite actuelle,current limit,current cover
            """
        ),
        (
            .creditLimit,
            """
            limite credit,plafond,plafond credit,plafond encours,encours autorise,encours maximum,encours max,credit limit,limit,
            montant limite,limit amount,authorized credit,autorisation encours
            """
        ),
        (
            .from,
            "debut,date debut,date d'effet,effet,date effet,valable du,du,depuis,from,start,start date,valid from,effective date,date decision,decision date,date from"
        ),
        (
            .to,
            "fin,date fin,au,jusqu'au,date expiration,expiration,fin validite,date fin validite,valable jusqu'au,to,until,end,end date,valid to,valid until,expiry,expiry date"
        ),
        (
            .share,
            "quotite,quotite garantie,quotite assuree,taux garantie,part assuree,insured share,insured percentage,cover percentage,coverage percentage,insured percent"
        ),
        (
            .creditDays,
            """
            duree max credit,duree maximale credit,duree credit,delai max credit,credit max jours,maximum credit period,max credit days,
            credit period,max credit period,duree max credit jours,maximum terms
            """
        ),
        (
            .extensionDays,
            "prorogation max,prorogation,prorogation maximale,max extension,maximum extension,maximum extension period,extension days,prorogation max jours,max extension period"
        ),
        (
            .declarationDays,
            """
            delai declaration,delai declaration impaye,delai declaration sinistre,declaration days,declaration delay,
            notification period,reporting period,declaration period,delai declaration jours
            """
        ),
        (.temporary, "temporaire,limite temporaire,temporary,is temporary"),
        (.sector, "secteur,secteur activite,activite,naf,ape,code naf,code ape,sector,industry,industry sector"),
        (.segment, "segment,categorie,categorie client,famille,famille client,customer group,category,classe"),
        (
            .salesOwner,
            "commercial,representant,vendeur,charge clientele,responsable,responsable commercial,nom commercial,code commercial,sales owner,sales rep,salesperson,account manager,owner,sales representative"
        ),
        (
            .internalLimit,
            "limite interne,plafond interne,encours interne,encours autorise interne,internal limit,internal credit limit,limite credit interne"
        ),
        (.margin, "marge,taux marge,marge pourcent,margin,margin rate,margin percent,gross margin"),
        (.notDue, "non echu,non echus,a echoir,not due,current,non echue"),
        (.event, "evenement,event,type evenement,event type"),
        (.action, "action,type action,action type"),
        (.time, "heure,time,heure action,heure evenement"),
        (
            .until,
            "pour le,pour,promis pour,promis pour le,promis le,promesse pour,promesse pour le,date promise,promised for,promised date,promise date"
        ),
        (.by, "par,decide par,by,decided by"),
        (.user, "auteur,utilisateur,fait par,done by,user,author"),
        (
            .secondBy,
            "valide par,approuve par,second avis,second valideur,deuxieme nom,second nom,contresigne par,approved by,confirmed by,second name"
        ),
        (
            .value,
            """
            precision,cotation,cote,rating,score,note externe,notation,etape,step,external rating,note credit,note financiere,
            note infogreffe,score infogreffe,score financier,score defaillance,cote credit,cotation banque france,cotation bdf,
            cote bdf,cote banque france,credit score,credit rating
            """
        ),
        (.note, "note"),
        (.source, "source,organisme,agence notation,rating agency"),
        (.journal, "journal,code journal,journal code,jnl"),
        (.lettering, "lettrage,lettre,code lettrage,code lettre"),
        (
            .label,
            """
            libelle,designation,description,objet,intitule,label,comment,commentaire,commentaires,notes,memo,prestations,prestation,
            details,detail,libelle ecriture,motif
            """
        ),
        (
            .other,
            """
            email,e mail,adresse,adresse 1,adresse 2,code postal,ville,telephone,address,city,zip,phone,postal code,
            taux tva,projet,affaire,no commande,commande,bon commande,order,order no,purchase order,po no,disputed,
            litige,en litige,days late,jours retard,days to settle,taux change,exchange rate,region,exercice,agence,etablissement
            """
        ),
    ]
}

/// A column name reduced to what identifies it.
struct HeadingKey {
    let key: String
    let words: [String]
    /// A currency named in the heading: `Montant TTC (USD)`.
    let currency: Currency?

    init(_ name: String) {
        var words: [String] = []
        var currency: Currency?
        let all = Identifiers.folded(HeadingKey.spaced(name)).split(separator: " ")
        let last = all.lastIndex {
            HeadingKey.currencies[String($0)] == nil && !HeadingKey.vatWords.contains(String($0))
        }
        for (index, word) in all.enumerated() {
            if let code = HeadingKey.currencies[String(word)] {
                currency = Currency(code)
            } else if index == last && HeadingKey.endings.contains(String(word))
                || !HeadingKey.smallWords.contains(String(word))
            {
                words.append(HeadingKey.forms[String(word)] ?? String(word))
            }
        }
        self.key = words.isEmpty ? Identifiers.folded(name) : words.joined()
        self.words = words
        self.currency = currency
    }

    /// The key without a last word that says "with VAT"; nil where there is none.
    var withoutVATWord: String? {
        guard words.count > 1, let last = words.last, HeadingKey.vatWords.contains(last) else { return nil }
        return words.dropLast().joined()
    }

    /// `Retenue de garantie 5 %`, `Montant de la retenue de garantie`.
    var isRetention: Bool { words.contains { $0.hasPrefix("retenue") } && words.contains("garantie") }

    /// `Acompte versé`, `Deposit paid`.
    var isDeposit: Bool { words.contains { HeadingKey.depositWords.contains($0) } }

    /// `Total réglé`: of all that was paid.
    var saysTotal: Bool { words.contains("total") }

    private static let depositWords: Set<String> = [
        "acompte", "acomptes", "avance", "avances", "deposit", "deposits", "prepaid",
    ]

    /// `Invoice ID`, `Identifiant facture`: a key of the package's own, which need not be what the document bears.
    var isInternal: Bool { words.contains { HeadingKey.idWords.contains($0) } }

    /// `Invoice Number`, `Réf. facture`: what people call the document by.
    var isReference: Bool { !isInternal && words.contains { HeadingKey.referenceWords.contains($0) } }

    /// `Tiers`, `Compte tiers`, `Contact`: whoever the company has to do with, customers and suppliers alike.
    var isThirdParty: Bool { words.contains { HeadingKey.thirdParties.contains($0) } || words == ["compte"] }

    private static let thirdParties: Set<String> = ["tiers", "contact"]

    /// `Statut garantie`, `Buyer decision`: how something was decided, and not when, under which number or why.
    var isDecision: Bool {
        words.contains { HeadingKey.decisionWords.contains($0) }
            && !words.contains { HeadingKey.aboutDecisions.contains($0) || HeadingKey.referenceWords.contains($0) }
    }

    private static let decisionWords: Set<String> = ["statut", "status", "etat", "decision"]
    private static let aboutDecisions: Set<String> = [
        "date", "jour", "heure", "time", "code", "id", "motif", "raison", "reason", "commentaire", "comment",
        "juridique",
        "precedente", "previous", "requested", "demande", "demandee",
    ]

    /// The key without the words that say only whose it is, or how long.
    var withoutCustomer: String {
        words.filter { !HeadingKey.customerWords.contains($0) && !HeadingKey.besideIdentities.contains($0) }.joined()
    }

    /// `SIREN client`: of the customer, and surely not of the company that wrote the table.
    var namesCustomer: Bool { words.contains { HeadingKey.customerWords.contains($0) } }

    /// `SIREN entreprise`: of the customer, or of the company that wrote the table.
    var namesCompany: Bool { words.contains { HeadingKey.companyWords.contains($0) } }

    private static let customerWords: Set<String> = [
        "client", "customer", "acheteur", "buyer", "debiteur", "debtor", "destinataire", "facture", "adherent",
    ]
    private static let companyWords: Set<String> = ["entreprise", "societe", "company", "organisation", "organization"]
    private static let besideIdentities: Set<String> = companyWords.union([
        "tiers", "donneur", "ordre", "etablissement", "siege", "chiffres", "9", "14",
    ])

    private static let idWords: Set<String> = ["id", "identifiant", "uid", "uuid", "guid"]
    private static let referenceWords: Set<String> = ["no", "ref", "reference"]

    /// The key without the words that say "in the currency of the document"; nil where there are none.
    var withoutForeignCurrency: String? {
        if let place = words.firstIndex(where: { $0 == "multicurrency" }), words.count > 1 {
            return (words[..<place] + words[(place + 1)...]).joined()
        }
        if words == ["foreign", "amount"] { return "amount" }
        for ending in HeadingKey.foreignEndings
        where words.count > ending.count && words.suffix(ending.count) == ending[...] {
            return words.dropLast(ending.count).joined()
        }
        return nil
    }

    /// Longest first.
    private static let foreignEndings: [[String]] = [
        ["in", "document", "currency"], ["in", "foreign", "currency"], ["in", "transaction", "currency"],
        ["document", "currency"], ["foreign", "currency"], ["transaction", "currency"], ["in", "currency"],
        ["devise", "origine"], ["devise", "document"], ["devise", "piece"], ["devise", "facture"],
        ["devise", "transaction"], ["devise", "etrangere"], ["devise"],
    ]

    /// `invoiceNumber` and `InvoiceNumber` as words; `N°` as a word of its own.
    private static func spaced(_ name: String) -> String {
        var result = ""
        var previousIsSmall = false
        for scalar in name.unicodeScalars {
            if previousIsSmall, scalar.properties.isUppercase { result += " " }
            result.unicodeScalars.append(scalar)
            if scalar == "°" || scalar == "º" { result += " " }
            previousIsSmall = scalar.properties.isLowercase
        }
        return result
    }

    /// The name without what says that its amounts are in thousands or millions: `Limite (k€)`, `Montant en milliers
    /// d'euros`; nil where nothing says so.
    static func withoutThousands(_ name: String) -> String? {
        let plain = name.lowercased().replacing("k€", with: " keur ").replacing("m€", with: " meur ")
        let words = Identifiers.folded(plain).split(separator: " ")
        let kept = words.filter { !unitWords.contains(String($0)) }
        return kept.isEmpty || kept.count == words.count ? nil : kept.joined(separator: " ")
    }

    private static let unitWords: Set<String> = ["keur", "meur", "kusd", "kgbp", "milliers", "millions", "thousands"]

    /// `0-30`, `31 à 60 jours`, `+90`, `> 90 jours`, `91 and over`: the columns of an ageing report.
    static func isBucket(_ name: String) -> Bool {
        let words = Identifiers.folded(name).split(separator: " ")
        let numbers = words.compactMap { Int($0) }
        let others = words.filter { Int($0) == nil }
        // `500,00` is an amount.
        guard numbers.count < 2 || numbers[0] < numbers[1] && !name.contains(where: { $0 == "," || $0 == "." }) else {
            return false
        }
        guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0 <= 720 }) else { return false }
        if numbers.count == 1, others.isEmpty, !name.contains("+"), !name.contains(">") { return false }
        return others.allSatisfy { ageingWords.contains(String($0)) }
    }

    static let ageingWords: Set<String> = ["jours", "j", "a", "days", "et", "plus", "de", "over", "and", "to"]

    /// "payé le" is a date and "payé" an amount; "reste dû" is no article.
    private static let endings: Set<String> = ["le", "du"]

    private static let vatWords: Set<String> = ["ttc"]

    private static let smallWords: Set<String> = [
        "de", "du", "des", "d", "la", "le", "les", "l", "the", "of", "en",
    ]

    private static let currencies: [String: String] = [
        "usd": "USD", "gbp": "GBP", "chf": "CHF", "cad": "CAD", "jpy": "JPY", "sek": "SEK", "dkk": "DKK", "nok": "NOK",
        "pln": "PLN", "mad": "MAD", "tnd": "TND", "xof": "XOF", "cny": "CNY", "eur": "EUR", "euro": "EUR",
        "euros": "EUR",
    ]

    private static let forms: [String: String] = [
        "n": "no", "nr": "no", "num": "no", "numero": "no", "number": "no", "nbr": "no", "nos": "no",
        "mt": "montant", "mnt": "montant", "mtt": "montant", "amt": "amount",
        "reglement": "paiement", "payement": "paiement", "reglements": "paiement", "paiements": "paiement",
        "fact": "facture", "fac": "facture", "ech": "echeance", "pct": "pourcent", "percentage": "percent",
        "inclusive": "including", "numeros": "no",
    ]
}
