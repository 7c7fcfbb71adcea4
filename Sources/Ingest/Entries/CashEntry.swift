import Receivables

extension Payment.Kind {
    /// What an entry of a cash journal on a customer's account is, by its effect on what is owed: a credit is money
    /// received, a debit takes some back, or pays it back where the label says so.
    init(entry effect: Int64, label: String?) {
        let words = Identifiers.folded(label ?? "")
        let isRefund = words.contains("rembours") || words.contains("refund")
        self = effect < 0 ? .payment : isRefund ? .refund : .return
    }
}
