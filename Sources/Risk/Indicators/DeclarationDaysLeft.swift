import Receivables

extension Indicator {
    /// Days left to declare the most urgent insured overdue: min over past-due items with cover of (declaration delay − days
    /// late), by the terms in force on each invoice's date, so that a limit cancelled since does not hide it; what
    /// was declared (an event `declaration`) is done. 0 on the last
    /// day, negative once the right is lost (*forclusion*). Disputed items count: a dispute does not stop the delay.
    /// Missing where nothing insured is overdue.
    static let declarationDaysLeft = Indicator(
        "declarationDaysLeft", .days, fr: "jours pour déclarer l'impayé", en: "days left to declare the overdue",
        concern: .declarable,
        how: (
            french: "délai de déclaration − jours de retard, du poste assuré échu le plus urgent",
            english: "declaration delay − days late, of the most urgent insured overdue item"
        ),
        from: { position in
            let items = position.declarable.map { part in
                let item = position.open[part.item]
                let left = part.cover.declarationDays - item.daysLate(on: position.day)
                return Working.Item(item.number, item.residual, [.init(.due, item.due.day)], days: left)
            }
            return [.items(items)]
        }
    ) { position in
        position.declarable.map { $0.cover.declarationDays - position.open[$0.item].daysLate(on: position.day) }
            .min().map { .number(Double($0)) }
    }
}

extension Position {
    /// Cover of items past their due date by more than the tolerance, disputed or not, that nobody has declared.
    var declarable: [Allotment.Part] {
        let declarations = account.events.map(\.event).filter { $0.kind == .declaration && $0.date <= day }
        return allotment.parts.filter { part in
            let item = open[part.item]
            guard item.due.day < day, item.residual > policy.tolerance else { return false }
            return !declarations.contains { $0.covers(item) }
        }
    }
}

extension CustomerEvent {
    /// Whether a declaration is about the item: by its number, or all that was past due on its day.
    fileprivate func covers(_ item: Receivable) -> Bool { invoice.map { $0 == item.number } ?? (item.due.day < date) }
}
