import Receivables

extension Indicator {
    /// Days left to declare the most urgent insured overdue: min over past-due items with cover of (declaration delay − days
    /// late), by the terms in force on each invoice's date, so that a limit cancelled since does not hide it. 0 on the last
    /// day, negative once the right is lost (*forclusion*). Disputed items count: a dispute does not stop the delay.
    /// Missing where nothing insured is overdue.
    static let declarationDaysLeft = Indicator(
        "declarationDaysLeft", .days, fr: "jours pour déclarer l'impayé", en: "days left to declare the overdue",
        concern: .declarable
    ) { position in
        position.declarable.map { $0.cover.declarationDays - position.open[$0.item].daysLate(on: position.day) }
            .min().map { .number(Double($0)) }
    }
}

extension Position {
    /// Cover of items past their due date by more than the tolerance, disputed or not.
    var declarable: [Allotment.Part] {
        allotment.parts.filter { open[$0.item].due.day < day && open[$0.item].residual > policy.tolerance }
    }
}
