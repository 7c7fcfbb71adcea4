import Receivables

extension Indicator {
    /// Residual of disputed items / Σ residual of open items. Missing where nothing is open.
    static let disputeShare = Indicator(
        "disputeShare", .share, fr: "part en litige", en: "disputed share", concern: .disputed
    ) { position in
        position.share(position.open.reduce(0) { $0 + $1.contested })
    }
}
