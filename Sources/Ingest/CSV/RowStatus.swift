import Receivables

/// What the status of a row of payments makes of it. Only what is known to mean received is cash: a word that says
/// anything else must not settle an invoice.
enum PaymentStatus {
    case received
    /// Not yet, or never.
    case notReceived
    /// Taken back, or never brought in: the row alone does not say which.
    case rejected
    /// Given back: nothing of it is left.
    case refunded
    case unknown

    /// By the longest beginning of the status that is known: packages write `En attente de virement bancaire`, `Payé le
    /// 12/10`. What begins as received and then says otherwise (`Payé puis remboursé`, `Réglé en partie`) is unknown.
    init(word: String) {
        var words = Identifiers.folded(word).split(separator: " ").map(String.init)
        while words.count > 1, PaymentStatus.subjects.contains(words[0]) { words.removeFirst() }
        guard let (known, count) = PaymentStatus.named(words[...]) else {
            self = .unknown
            return
        }
        let isDoubtful = known == .received && PaymentStatus.denies(words[count...], word)
        self = isDoubtful ? .unknown : known
    }

    private static func named(_ words: ArraySlice<String>) -> (PaymentStatus, count: Int)? {
        for count in stride(from: words.count, to: 0, by: -1) {
            if let status = phrases[words.prefix(count).joined(separator: " ")] { return (status, count) }
        }
        return nil
    }

    private static func denies(_ rest: ArraySlice<String>, _ word: String) -> Bool {
        if word.contains("%"), !word.contains("100") { return true }
        var rest = rest
        while let next = rest.first {
            if let (status, count) = named(rest) {
                guard status == .received else { return true }
                rest = rest.dropFirst(count)
            } else {
                if doubts.contains(next) || InvoiceStatus.partly.contains(next) { return true }
                rest = rest.dropFirst()
            }
        }
        return false
    }

    private static let subjects: Set<String> = [
        "paiement", "payment", "reglement", "virement", "prelevement", "cheque", "carte", "versement", "encaissement",
        "transaction", "statut", "status", "facture", "invoice", "commande", "order",
    ]
    private static let doubts: Set<String> = ["non", "not", "pas", "sauf", "sous", "attente", "litige", "disputed"]

    private static let phrases: [String: PaymentStatus] = {
        let names: [(PaymentStatus, String)] = [
            (
                .received,
                """
                paye,payee,paid,paid out,regle,reglee,recu,recue,received,encaisse,encaissee,collected,captured,succeeded,
                success,successful,reussi,reussie,complete,completed,termine,terminee,done,ok,confirme,confirmee,confirmed,
                valide,validee,validated,accepte,acceptee,accepted,a distance accepte,approved,approuve,approuvee,
                comptabilise,comptabilisee,posted,booked,execute,executee,executed,effectue,effectuee,traite,traitee,
                processed,cleared,settled,deposited,remis,remise,remis en banque,rapproche,rapprochee,reconciled,
                non rapproche,non rapprochee,a rapprocher,unreconciled,lettre,lettree,non lettre,non lettree,affecte,
                affectee,non affecte,non affectee,applied,unapplied,solde,soldee,closed,exporte,exportee,transfere,
                transferee,enregistre,enregistree,imprime,imprimee,depose,deposee,credite,creditee,credited,available,
                disponible,acquitte,acquittee,honore,honoree,verse,versee,a affecter,a lettrer,en attente de rapprochement,
                en attente d affectation,en attente de lettrage,en attente d imputation,en attente de comptabilisation,
                partiellement lettre,partiellement affecte,partiellement rapproche,lettre partiellement,
                affecte partiellement,rapproche partiellement,partially applied,partially reconciled
                """
            ),
            (
                .notReceived,
                """
                echoue,echouee,echec,failed,failure,en attente,attente,awaiting,pending,on hold,en cours,
                in progress,processing,a venir,planifie,planifiee,programme,programmee,scheduled,upcoming,annule,annulee,
                cancelled,canceled,void,voided,brouillon,draft,provisoire,refuse,refusee,declined,denied,abandonne,
                abandonnee,abandoned,expire,expiree,expired,supprime,supprimee,deleted,non paye,non payee,non regle,
                non reglee,non recu,non recue,non encaisse,non encaissee,a encaisser,a recevoir,pas encore,not paid,
                not received,incomplete,requires,blocked,bloque,bloquee,erreur,en erreur,error,en instance,en retard,
                overdue,due,authorized,authorised,autorise,autorisee,uncaptured,submitted,customer approval denied,initie,
                initiee,initiated,en portefeuille
                """
            ),
            (
                .rejected,
                """
                rejete,rejetee,rejected,rejet,impaye,impayee,unpaid,retourne,retournee,retour,returned,bounced,chargeback,
                charged back,late failure,reversed
                """
            ),
            (
                .refunded,
                "rembourse,remboursee,rembourses,remboursees,remboursement,refund,refunded,fully refunded,restitue,restituee"
            ),
        ]
        var phrases: [String: PaymentStatus] = [:]
        for (status, list) in names {
            for phrase in list.split(separator: ",") { phrases[Identifiers.folded(String(phrase))] = status }
        }
        return phrases
    }()
}

/// Whether a cell says yes or no; nil for anything else.
enum Answer {
    static func isYes(_ word: String) -> Bool? {
        switch Identifiers.folded(word) {
        case "oui", "o", "yes", "y", "true", "vrai", "1", "x": true
        case "non", "n", "no", "false", "faux", "0": false
        default: nil
        }
    }
}
