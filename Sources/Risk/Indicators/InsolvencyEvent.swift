import Receivables

extension Indicator {
    /// True while a collective procedure (sauvegarde, redressement, liquidation judiciaire; Code de commerce, livre VI)
    /// is open. Never missing: no news is false.
    static let insolvencyEvent = Indicator(
        "insolvencyEvent", .flag, fr: "procédure collective", en: "collective procedure",
        basis: .proceedings,
        how: (
            french: "dernière annonce de procédure collective", english: "latest announcement of a collective procedure"
        ),
        from: { $0.eventItems([.proceeding, .proceedingClosed]) }
    ) { position in
        let last = position.account.events.last { recorded in
            recorded.event.date <= position.day
                && (recorded.event.kind == .proceeding || recorded.event.kind == .proceedingClosed)
        }
        return .flag(last?.event.kind == .proceeding)
    }
}
