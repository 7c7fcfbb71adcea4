import Receivables

/// What the status of a row of invoices makes of it.
enum InvoiceStatus {
    /// A draft, a quote, a refused or cancelled document: no receivable.
    case notReceivable
    /// Cancelled by a credit note: a list that shows the credit note as well takes it back already.
    case credited
    /// Paid, as the list says.
    case paid
    /// Paid in part, and the word does not say how much.
    case partlyPaid
    /// Not paid, or late: a day of payment beside it settles nothing.
    case unpaid
    /// Given up as lost, with no day: what is owed on paper all the same, until the loss itself is told.
    case writtenOff
    /// Owed, and silent about payment.
    case other
    case unknown

    /// By the longest beginning of the status that is known: packages write `Brouillon (à valider)`, `Payée le 12/10`.
    init(word: String) {
        var words = Identifiers.folded(word).split(separator: " ").map(String.init)
        if words.count > 1, InvoiceStatus.subjects.contains(words[0]) { words.removeFirst() }
        let isPartial =
            words.contains { InvoiceStatus.partly.contains($0) } || word.contains("%") && !word.contains("100")
        switch InvoiceStatus.named(words) {
        case .notReceivable where words.contains { InvoiceStatus.credits.contains($0) }: self = .credited
        case .paid where isPartial, .unknown where isPartial: self = .partlyPaid
        case let known: self = known
        }
    }

    /// By the code that Dolibarr exports in place of a word. Its source: `Facture::STATUS_DRAFT` and what follows.
    init?(dolibarr code: String) {
        switch code {
        case "0", "3": self = .notReceivable
        case "1": self = .unpaid
        case "2": self = .paid
        default: return nil
        }
    }

    private static func named(_ words: [String]) -> InvoiceStatus {
        guard !words.isEmpty else { return .other }
        for count in stride(from: words.count, to: 0, by: -1) {
            if let status = InvoiceStatus.phrases[words.prefix(count).joined(separator: " ")] { return status }
        }
        return .unknown
    }

    private static let subjects: Set<String> = ["facture", "factures", "invoice", "statut", "status"]
    private static let credits: Set<String> = ["avoir", "avoirs", "credit"]
    static let partly: Set<String> = [
        "partiel", "partielle", "partiels", "partielles", "partiellement", "partial", "partially", "partly", "part",
        "partie",
    ]

    private static let phrases: [String: InvoiceStatus] = {
        let names: [(InvoiceStatus, String)] = [
            (
                .notReceivable,
                """
                brouillon,draft,annule,annulee,cancelled,canceled,void,voided,deleted,supprime,supprimee,provisoire,
                non valide,non validee,a valider,a finaliser,non finalise,non finalisee,en cours de creation,
                en cours de saisie,en cours de redaction,en preparation,en creation,a emettre,non emise,en attente de validation,abandonne,
                abandonnee,abandoned,refuse,refusee,refused,declined,rejete,rejetee,rejected,irrecevable,erreur de routage,
                erreur routage,routing error,devis,quote,estimate,proforma,pro forma
                """
            ),
            (
                .credited,
                "credite,creditee,credited,fully credited,extourne,extournee,reversed,contrepasse,contrepassee"
            ),
            (
                .writtenOff,
                """
                irrecouvrable,creance irrecouvrable,passe en perte,passee en perte,passe en pertes,passee en pertes,
                en perte,perte,pertes,perdue,written off,write off,bad debt,uncollectible
                """
            ),
            (
                .paid,
                """
                paye,payee,payees,regle,reglee,reglees,paid,fully paid,solde,soldee,acquitte,acquittee,entierement payee,
                totalement payee,integralement payee,entierement reglee,totalement reglee,integralement reglee,encaisse,
                encaissee,lettre,lettree,rapproche,rapprochee,cloture,cloturee,clos,close,closed,termine,terminee,settled,
                cleared,reconciled,rembourse,remboursee,refunded
                """
            ),
            (
                .partlyPaid,
                "partiel,partielle,partial,partiellement,partially,partly,en partie,acompte verse,acompte recu,paiement partiel"
            ),
            (
                .unpaid,
                """
                impaye,impayee,impayees,unpaid,non paye,non payee,non regle,non reglee,non solde,non soldee,non encaisse,
                non encaissee,non lettre,non lettree,pas payee,pas reglee,not paid,a payer,a regler,a encaisser,a recouvrer,
                a relancer,en retard,retard,overdue,past due,late,echu,echue,due,ouvert,ouverte,open,outstanding,en attente,
                attente,awaiting payment,pending,relance,relancee,relances,reminded,reminder,mise en demeure,contentieux,
                en litige,litige,conteste,contestee,disputed,en cours de paiement,en cours de reglement,en recouvrement,
                recouvrement,a echoir,non echu,non echue,not due,a venir,upcoming,rejete par la banque,rejetee par la banque
                """
            ),
            (
                .other,
                """
                envoye,envoyee,sent,cree,creee,created,emis,emise,issued,validee,valide,validated,valid,approuve,approuvee,approved,authorised,
                authorized,finalise,finalisee,finalized,facture,facturee,invoiced,comptabilise,comptabilisee,posted,
                enregistre,enregistree,en cours,active,actif,accepte,acceptee,accepted,depose,deposee,recu,recue,received,
                mise a disposition,prise en charge,completee,suspendue,transmis,transmise,submitted,vu,vue,viewed,lu,lue,
                imprime,imprimee,printed,transfere,transferee,normal,normale,nouveau,nouvelle,new,a envoyer,definitif,
                definitive,affacturee,cedee,visee,applique,appliquee,applied,impute,imputee,utilise,utilisee,used,avoir,
                partiellement annulee,partiellement creditee,partially credited,
                paiement transmis
                """
            ),
        ]
        var phrases: [String: InvoiceStatus] = [:]
        for (status, list) in names {
            for phrase in list.split(separator: ",") { phrases[Identifiers.folded(String(phrase))] = status }
        }
        return phrases
    }()
}
