import Receivables

extension Indicator {
    /// Σ contested part of open items with an open dispute, all of an item where no part is stated; minor units. Never missing.
    static let disputedAmount = Indicator(
        "disputedAmount", .amount, fr: "montant en litige", en: "disputed amount", concern: .disputed,
        how: (french: "Σ part contestée du reste dû", english: "Σ contested part of the residual"),
        from: { position in
            [.items(position.open.filter(\.isDisputed).map { Working.Item($0, $0.contested, on: position.day) })]
        }
    ) { position in
        .amount(position.open.reduce(0) { $0 + $1.contested })
    }
}
