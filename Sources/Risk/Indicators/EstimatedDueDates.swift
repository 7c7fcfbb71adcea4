import Receivables

extension Indicator {
    /// Open items whose due date is estimated because the document states none. A count, never missing.
    static let estimatedDueDates = Indicator(
        "estimatedDueDates", .count, fr: "échéances estimées", en: "estimated due dates", concern: .estimated,
        how: (
            french: "nombre de postes ouverts sans échéance écrite",
            english: "number of open items without a written due date"
        ),
        from: { position in
            [.items(position.allOpen.filter(\.due.isEstimated).map { Working.Item($0, $0.residual, on: position.day) })]
        }
    ) {
        .number(Double($0.allOpen.count { $0.due.isEstimated }))
    }
}
