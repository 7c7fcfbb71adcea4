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
        .flag(!position.openProceedings.isEmpty)
    }
}

extension Position {
    /// Announcements of the collective procedure that is open, the latest first; none where the last word is its end.
    fileprivate var openProceedings: [CustomerEvent] {
        let announced = account.events.map(\.event).filter {
            $0.date <= day && ($0.kind == .proceeding || $0.kind == .proceedingClosed)
        }
        return Array(announced.reversed().prefix { $0.kind == .proceeding })
    }

    /// The day the procedure that is open was opened, as far as announced; nil while none is.
    var proceedingOpened: Day? { openProceedings.last?.date }

    /// The last day to lodge a claim in the procedure that is open, by the latest announcement that states one; nil without.
    var lodging: Day? { openProceedings.lazy.compactMap(\.until).first }
}
