import Receivables

extension Indicator {
    /// Days since the last day on which the insured overdue lost last could have been declared: 1 on the day after it. The
    /// right to compensation for it is lost (*forclusion*). Missing while all that is insured and overdue is declared or can
    /// still be (`declarationDaysLeft`).
    static let declarationLapsedDays = Indicator(
        "declarationLapsedDays", .days, fr: "jours depuis la dernière forclusion",
        en: "days since a declaration was last missed", concern: .lapsed,
        how: (
            french: "jours de retard − délai de déclaration, du poste assuré échu dont le droit s'est perdu en dernier",
            english: "days late − declaration delay, of the insured overdue item whose right was lost last"
        ),
        from: { [.items($0.workings(of: $0.lapsed))] }
    ) { position in
        position.daysToDeclare.lost.map { .number(Double(-$0)) }
    }
}
