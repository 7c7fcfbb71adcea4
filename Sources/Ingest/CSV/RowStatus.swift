import Receivables

/// What the status of a row of payments makes of it.
enum PaymentStatus {
    case received
    /// Not yet, or never.
    case notReceived
    /// Taken back, or never brought in: the row alone does not say which.
    case rejected
    case unknown

    init(word: String) {
        self = PaymentStatus.words[Identifiers.folded(word)] ?? .unknown
    }

    private static let words: [String: PaymentStatus] = {
        let names: [(PaymentStatus, String)] = [
            (
                .received,
                """
                paye,payee,paid,paid out,regle,reglee,recu,recue,received,encaisse,encaissee,collected,captured,succeeded,
                success,successful,reussi,reussie,complete,completed,termine,terminee,done,ok,confirme,confirmee,confirmed,
                valide,validee,validated,accepte,acceptee,accepted,approved,approuve,comptabilise,comptabilisee,posted,
                booked,execute,executee,executed,traite,traitee,processed,cleared,settled,deposited,remis,remise,
                remis en banque,rapproche,rapprochee,reconciled,non rapproche,non rapprochee,a rapprocher,unreconciled,
                lettre,lettree,non lettre,non lettree,affecte,affectee,non affecte,applied,unapplied,solde,soldee,closed
                """
            ),
            (
                .notReceived,
                """
                echoue,echouee,echec,failed,failure,en attente,attente,pending,en cours,en cours de traitement,in progress,
                processing,a venir,planifie,planifiee,programme,programmee,scheduled,upcoming,annule,annulee,cancelled,
                canceled,void,voided,brouillon,draft,provisoire,refuse,refusee,declined,denied,abandonne,abandonnee,
                expire,expiree,expired,supprime,supprimee,deleted,non paye,non payee,non encaisse,a encaisser,incomplete,
                requires action,requires payment method,blocked,bloque,bloquee
                """
            ),
            (
                .rejected,
                """
                rejete,rejetee,rejected,rejet,impaye,impayee,unpaid,retourne,retournee,retour,returned,bounced,chargeback,
                charged back,late failure,reversed
                """
            ),
        ]
        var words: [String: PaymentStatus] = [:]
        for (status, list) in names {
            for word in list.split(separator: ",") { words[Identifiers.folded(String(word))] = status }
        }
        return words
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
