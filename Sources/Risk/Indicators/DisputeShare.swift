import Receivables

extension Indicator {
    /// `disputedAmount` / Σ residual of open items. Missing where nothing is open.
    static let disputeShare = Indicator(
        "disputeShare", .share, fr: "part en litige", en: "disputed share", concern: .disputed,
        how: (
            french: "part contestée ÷ reste dû des postes ouverts", english: "contested part ÷ residual of open items"
        ),
        from: { [.amount("contesté", "contested", $0.open.reduce(0) { $0 + $1.contested }), $0.openTotal] }
    ) { position in
        position.share(position.open.reduce(0) { $0 + $1.contested })
    }
}
