import Receivables

/// When cover of new deliveries was suspended: from the day an item was overdue beyond the maximum extension until it
/// was paid (*état de manquement*). What is in dispute and residuals within the tolerance suspend nothing. Days need no
/// rate: what has none counts too.
struct Suspensions {
    /// Stretches of day numbers, ascending, with a day or more between them.
    private let stretches: [ClosedRange<Int32>]

    init(_ account: Account, extensionDays: Int, _ policy: Policy) {
        var late: [ClosedRange<Int32>] = []
        for item in account.receivables {
            let counts = item.settled == nil ? item.undisputed > policy.tolerance : !item.isDisputed
            guard counts else { continue }
            let start = item.due.day.adding(days: extensionDays + 1).number
            let end = item.settled?.number ?? .max
            if start <= end { late.append(start...end) }
        }
        late.sort { $0.lowerBound < $1.lowerBound }
        stretches = late.reduce(into: []) { merged, next in
            if let last = merged.last, next.lowerBound - 1 <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
            } else {
                merged.append(next)
            }
        }
    }

    func contains(_ day: Day) -> Bool { stretches.contains { $0.contains(day.number) } }

    /// The first day of the stretch that `day` is in.
    func start(of day: Day) -> Day? { stretches.first { $0.contains(day.number) }.map { Day(number: $0.lowerBound) } }
}
