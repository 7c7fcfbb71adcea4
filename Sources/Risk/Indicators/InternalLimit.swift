import Receivables

extension Indicator {
    /// The limit the firm itself allows, minor units. Missing without one in the base currency.
    static let internalLimit = Indicator(
        "internalLimit", .amount, fr: "limite interne", en: "internal limit",
        basis: .record,
        how: (french: "fichier clients ou dernière décision", english: "customer file or latest decision")
    ) {
        position in
        guard let record = position.account.customer.record, record.currency == position.policy.baseCurrency else {
            return nil
        }
        return record.internalLimit.map { .amount($0) }
    }
}
