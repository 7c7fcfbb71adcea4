import Receivables

extension Indicator {
    /// Days left to declare the most urgent insured overdue that can still be declared: min over past-due items with cover of
    /// (declaration delay − days late) ≥ 0, by the terms in force on each invoice's date, so that a limit cancelled since
    /// does not hide it; what was declared (an event `declaration`) is done. 0 on the last day. An item whose right is
    /// lost hides none of the others; where all are lost it is negative, by the one lost last (`declarationLapsedDays`
    /// counts those). Disputed items count: a dispute does not stop the delay. An item without a rate counts where a
    /// decision covers its date and what is known before it does not use the limit up. Missing where nothing insured is
    /// overdue.
    static let declarationDaysLeft = Indicator(
        "declarationDaysLeft", .days, fr: "jours pour déclarer l'impayé", en: "days left to declare the overdue",
        concern: .declarable,
        how: (
            french:
                "délai de déclaration − jours de retard, du poste assuré échu le plus urgent encore déclarable ; sans aucun, de celui perdu en dernier, en négatif",
            english:
                "declaration delay − days late, of the most urgent insured overdue item that can still be declared; without any, of the one lost last, below 0"
        ),
        from: { [.items($0.workings(of: $0.declarable.isEmpty ? $0.lapsed : $0.declarable))] }
    ) { position in
        let days = position.daysToDeclare
        return (days.left ?? days.lost).map { .number(Double($0)) }
    }
}

extension Position {
    /// Insured overdue that nobody has declared and that can still be, the one whose delay ends first before the others.
    var declarable: [Allotment.Part] {
        undeclared.filter { daysLeft($0) >= 0 }.sorted { (daysLeft($0), $0.item) < (daysLeft($1), $1.item) }
    }

    /// Those whose right to compensation is lost (*forclusion*), the one lost last before the others.
    var lapsed: [Allotment.Part] {
        undeclared.filter { daysLeft($0) < 0 }.sorted { (daysLeft($1), $0.item) < (daysLeft($0), $1.item) }
    }

    /// Parts of open items that the insurers would pay: all that is covered, without what was lost.
    var payable: [Allotment.Part] {
        let lost = Set(lapsed.map(\.item))
        return lost.isEmpty ? allotment.parts : allotment.parts.filter { !lost.contains($0.item) }
    }

    /// Days left of the most urgent one that can still be declared; of the one lost last, below 0.
    var daysToDeclare: (left: Int?, lost: Int?) {
        let days = undeclared.map { daysLeft($0) }
        return (days.lazy.filter { $0 >= 0 }.min(), days.lazy.filter { $0 < 0 }.max())
    }

    /// Days until the last day to declare an item; negative after it.
    func daysLeft(_ part: Allotment.Part) -> Int { part.cover.declarationDays - item(of: part).daysLate(on: day) }

    func workings(of parts: [Allotment.Part]) -> [Working.Item] {
        parts.map { part in
            let item = item(of: part)
            return Working.Item(
                item.number, counted(item, item.residual), [.init(.due, item.due.day)], days: daysLeft(part))
        }
    }

    /// Cover of items past their due date by more than the tolerance, disputed or not, that nobody has declared.
    private var undeclared: [Allotment.Part] {
        let parts = allotment.parts + partsWithoutRate
        guard !parts.isEmpty else { return [] }
        let declarations = account.events.map(\.event).filter { $0.kind == .declaration && $0.date <= day }
        return parts.filter { part in
            let item = item(of: part)
            guard item.due.day < day, item.residual > policy.tolerance else { return false }
            return !declarations.contains { $0.covers(item) }
        }
    }

    /// Cover of items without a rate, of which no amount is known.
    private var partsWithoutRate: [Allotment.Part] {
        unconverted.covered.map { place, cover in
            Allotment.Part(item: open.count + place, amount: 0, used: 0, cover: cover)
        }
    }
}

extension CustomerEvent {
    /// Whether a declaration is about the item: by its number, or all that was past due on its day.
    fileprivate func covers(_ item: Receivable) -> Bool { invoice.map { $0 == item.number } ?? (item.due.day < date) }
}
