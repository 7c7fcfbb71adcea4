/// Folding: invoices and payments of long ago are kept in a quarter of the room. Nothing else changes: what is folded is
/// found by its number and its references like everything else, is read back exactly whenever an account is worked
/// out, and is in full again once a document changes it. So it may happen at any moment.
extension Ledger {
    /// Folds invoices, credit notes and payments dated before `day` that are not folded yet.
    public mutating func fold(before day: Day) {
        let invoices = self.invoices.fullPlaces { $0.issued < day && $0.lastIssued < day }
        for place in invoices { numbers.fold(self.invoices[Int(place)].number, of: place, in: self.invoices) }
        self.invoices.fold(invoices)
        let payments = self.payments.fullPlaces { $0.payment.date < day }
        for place in payments { paymentIndex.fold(place, in: self.payments) }
        self.payments.fold(payments)
        if !invoices.isEmpty { numbers.shrink() }
        if !payments.isEmpty { paymentIndex.shrink() }
    }

    /// Invoices, credit notes and payments that are not folded.
    public var fullEntries: Int { invoices.fullCount + payments.fullCount }

    /// All of them.
    public var entries: Int { invoices.count + payments.count }
}
