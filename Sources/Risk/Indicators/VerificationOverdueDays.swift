import Receivables

extension Indicator {
    /// Civil days since the last verification ran out by the interval of the customer's grade (`verification` of
    /// company.yaml); negative while it holds. Missing for a customer never verified. The grade comes of the other
    /// indicators, so `Measures.grade` fills it in, and no score can rest on it.
    static let verificationOverdueDays = Indicator(
        "verificationOverdueDays", .days, fr: "vérification échue depuis", en: "verification overdue",
        how: (
            french: "jour − fin de validité de la dernière vérification pour cette classe",
            english: "day − the day the last verification runs out for this grade"
        )
    ) { _ in nil }
}

extension Measures {
    /// Fills in what depends on the grade.
    mutating func grade(_ grade: String, _ account: Account, on day: Day, _ policy: Policy) {
        let verification = Verification(account, exposure: 0, on: day, policy.verification, grade: grade)
        guard let due = verification.due else { return }
        set(Indicator.verificationOverduePlace, to: .number(Double(day - due)))
    }
}
