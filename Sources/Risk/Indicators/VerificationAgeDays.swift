import Receivables

extension Indicator {
    /// Civil days since somebody last checked the customer's identity and health. Missing for one never verified.
    static let verificationAgeDays = Indicator(
        "verificationAgeDays", .days, fr: "jours depuis la vérification", en: "days since verification",
        basis: .verifications,
        how: (french: "jour − dernière vérification", english: "day − last verification"),
        from: { $0.eventItems([.verification]) }
    ) { position in
        let last = position.account.events.last {
            $0.event.kind == .verification && $0.event.date <= position.day
        }
        return last.map { .number(Double(position.day - $0.event.date)) }
    }
}
