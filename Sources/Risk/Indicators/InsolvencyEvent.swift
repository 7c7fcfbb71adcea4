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
        .flag(position.proceedings.last?.kind == .proceeding)
    }
}

extension Position {
    /// Announcements of collective procedures up to the day, the latest last.
    fileprivate var proceedings: [CustomerEvent] {
        account.events.map(\.event).filter {
            $0.date <= day && ($0.kind == .proceeding || $0.kind == .proceedingClosed)
        }
    }

    /// The day the procedure that is open was opened, as far as announced; nil while none is.
    var proceedingOpened: Day? { proceedings.reversed().prefix { $0.kind == .proceeding }.last?.date }

    /// The last day to lodge a claim in the procedure that is open, by the announcement that states one; nil without.
    var lodging: Day? {
        let open = proceedings.reversed().prefix { $0.kind == .proceeding }
        return open.lazy.compactMap(\.until).first
    }
}
