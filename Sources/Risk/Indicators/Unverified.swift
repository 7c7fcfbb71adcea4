import Receivables

extension Indicator {
    /// True for a customer whose identity and health nobody recorded to have checked. Never missing.
    static let unverified = Indicator(
        "unverified", .flag, fr: "client jamais vérifié", en: "customer never verified",
        basis: .verifications,
        how: (french: "aucune vérification enregistrée", english: "no recorded verification"),
        from: { $0.eventItems([.verification]) }
    ) { position in
        .flag(
            !position.account.events.contains {
                $0.event.kind == .verification && $0.event.date <= position.day
            })
    }
}
