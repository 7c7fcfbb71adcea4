import Receivables

extension Indicator {
    /// Payments the bank took back in the last 12 months: unpaid direct debits, bounced cheques. One whose payment no document
    /// tells of counts too. A count, never missing.
    static let returnedPayments = Indicator(
        "returnedPayments", .count, fr: "impayés bancaires", en: "returned payments", concern: .returned,
        basis: .returns,
        how: (
            french: "nombre de règlements repris par la banque dans les 12 derniers mois",
            english: "number of payments the bank took back in the last 12 months"
        ),
        from: { [.window($0.day.last(months: 12)), .items($0.returned)] }
    ) {
        .number(Double($0.returned.count))
    }
}

extension Position {
    /// What the bank took back in the last 12 months, by the day it did.
    var returned: [Working.Item] {
        let year = day.last(months: 12)
        let known = account.credits.compactMap { credit in
            credit.returned.flatMap { year.contains($0) ? Working.Item(credit, credit.amount, on: $0) : nil }
        }
        let unknown = account.receivables.filter { $0.cause == .returnedPayment && year.contains($0.issued) }
        let items = known + unknown.map { Working.Item($0.number, $0.amount, [.init(.dated, $0.issued)]) }
        return items.sorted { ($0.dates[0].day, $0.name) < ($1.dates[0].day, $1.name) }
    }
}
