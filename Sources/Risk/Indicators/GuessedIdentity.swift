import Receivables

extension Indicator {
    /// True where documents were attached to the customer by name alone: a namesake could be another company. Never missing.
    static let guessedIdentity = Indicator(
        "guessedIdentity", .flag, fr: "pièces rattachées par le nom seul", en: "documents attached by name alone",
        how: (
            french: "le nom seul relie des documents au client",
            english: "the name alone links documents to the customer"
        )
    ) {
        .flag($0.account.customer.isGuessed)
    }
}
