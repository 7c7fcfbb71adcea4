import Receivables

/// What a customer owes in currencies without a rate for the day: what it comes to is not known, but how late it is, and
/// until when it must be declared, needs no rate.
struct Unconverted {
    /// Items with something left to pay once unreferenced credits are counted, by due date.
    let open: [Receivable]
    /// Those of them past their due date with more than the tolerance left that nobody contests. What is given up is as many
    /// units of their own currency: near enough for what no rate can be asked of.
    let overdue: [Receivable]
    /// What of `open` a decision in force on its invoice's date covers, with its place in it, whatever the decision's
    /// currency.
    let covered: [(place: Int, cover: Cover)]

    static let nothing = Unconverted()

    private init() { (open, overdue, covered) = ([], [], []) }

    /// `known` is the cover dealt out to what could be converted, `items`.
    init(_ account: Account, known: Allotment, of items: [Receivable], on day: Day, _ policy: Policy) {
        let base = policy.baseCurrency
        let open = account.receivables.filter { $0.residual > 0 && $0.currency != base }
        self.open = open
        overdue = open.filter { $0.due.day < day && $0.undisputed > policy.tolerance }
        guard !open.isEmpty else {
            covered = []
            return
        }
        // Only whether there is cover, and its terms, are asked of it: no amount.
        let timeline = CoverTimeline(account.ownLimits.map { $0.counted(in: base) }, policy)
        var dealer = Allotment.Dealer(account, policy)
        covered = open.indices.compactMap { place in
            let item = open[place]
            let used = known.parts.lazy.filter { Allotment.precedes(items[$0.item], item) }.reduce(0) { $0 + $1.amount }
            guard let cover = timeline.cover(on: item.issued),
                dealer.part(of: item, at: place, cover, after: used) != nil
            else { return nil }
            return (place, cover)
        }
    }
}

extension CreditLimit {
    /// The same number of units as if they were of the base currency.
    fileprivate func counted(in base: Currency) -> CreditLimit {
        var limit = self
        limit.currency = base
        return limit
    }
}

extension Position {
    /// An open item that a part of the cover is of: those without a rate stand after the others.
    func item(of part: Allotment.Part) -> Receivable {
        part.item < open.count ? open[part.item] : unconverted.open[part.item - open.count]
    }

    /// Open items with those that have no rate.
    var allOpen: [Receivable] { unconverted.open.isEmpty ? open : open + unconverted.open }

    /// Whether anything is past its due date.
    var hasOverdue: Bool { !overdue.isEmpty || !unconverted.overdue.isEmpty }

    /// Days late of each item past its due date.
    var daysOverdue: [Int] { overdue.map { $0.daysLate(on: day) } + unconverted.overdue.map { $0.daysLate(on: day) } }
}
