/// An item of the listings of one source, through all its days.
struct ListedEntry: Sendable {
    let source: Int32
    let number: String
    let currency: Currency
    let isCredit: Bool
    let node: IdentityGraph.Node
    /// What listings said of its dates; mostly one. Its invoice is known by them.
    private(set) var facts: [Facts] = []
    private(set) var isPayment = false
    /// Days on end with one amount, in order: neighbours differ in amount, or a listing between them lacks the item.
    private(set) var runs: [Run] = []

    struct Facts: Hashable, Sendable {
        let issued: Day?
        let due: Day?
        /// The last day a listing said so.
        var since: Day
    }

    /// From the first to the last of consecutive listing days.
    struct Run: Hashable, Sendable {
        var first: Day
        var last: Day
        /// Minor units, without sign.
        let open: Int64
    }

    init(_ item: ListedItem, source: Int32, node: IdentityGraph.Node) {
        self.source = source
        number = item.number
        currency = item.currency
        isCredit = item.open < 0
        self.node = node
    }

    /// The day a listing named it first.
    var first: Day? { runs.first?.first }

    /// The earliest date of issue stated.
    var issued: Day? { facts.compactMap(\.issued).min() }

    /// The due date stated last.
    var due: Day? { facts.filter { $0.due != nil }.max { $0.since < $1.since }?.due }

    /// What was open on a listing's day: 0 where that listing lacks it.
    func open(on day: Day) -> Int64 { runs.last { $0.first <= day && day <= $0.last }?.open ?? 0 }

    /// Takes over what the listing of a day says of it; true where that is new. `days` are the source's listing days,
    /// that day among them.
    mutating func observe(_ item: ListedItem, on day: Day, _ days: [Day]) -> Bool {
        if item.open < 0, item.isPayment { isPayment = true }
        let isNewFact = learn(item, on: day)
        let open = Int64(clamping: item.open.magnitude)
        let isSame = runs.last.map { $0.open == open && $0.last < day && days.follows($0.last, day) } ?? false
        if isSame, let place = runs.indices.last {
            runs[place].last = day
            return isNewFact
        }
        runs.append(Run(first: day, last: day, open: open))
        runs.sort { $0.first < $1.first }
        joinRuns(days)
        return true
    }

    private mutating func learn(_ item: ListedItem, on day: Day) -> Bool {
        guard let place = facts.firstIndex(where: { $0.issued == item.issued && $0.due == item.due }) else {
            facts.append(Facts(issued: item.issued, due: item.due, since: day))
            return true
        }
        // The last day a due date was stated decides, whatever order the listings came in.
        let before = due
        facts[place].since = max(facts[place].since, day)
        return due != before
    }

    /// A listing of another day was added: a run across it is cut, since that listing may lack the item.
    mutating func cut(at day: Day, _ days: [Day]) {
        guard let place = runs.firstIndex(where: { $0.first < day && day < $0.last }),
            let before = days.last(where: { $0 < day }), let after = days.first(where: { $0 > day })
        else { return }
        let run = runs[place]
        runs[place].last = before
        runs.insert(Run(first: after, last: run.last, open: run.open), at: place + 1)
    }

    private mutating func joinRuns(_ days: [Day]) {
        var joined: [Run] = []
        for run in runs {
            if let last = joined.last, last.open == run.open, days.follows(last.last, run.first) {
                joined[joined.count - 1].last = run.last
            } else {
                joined.append(run)
            }
        }
        runs = joined
    }
}

extension [Day] {
    /// Whether `next` is the day that comes right after `day` in this ordered list.
    fileprivate func follows(_ day: Day, _ next: Day) -> Bool { after(day) == next }

    /// The first day after `day` in this ordered list.
    func after(_ day: Day) -> Day? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > day { high = middle } else { low = middle + 1 }
        }
        return low < count ? self[low] : nil
    }
}

/// The listings of one source.
struct ListedSource: Sendable {
    let name: String
    /// The days of its listings, ascending.
    var days: [Day] = []
    /// For each of them its file, and a digest that only an equal listing has.
    var listings: [Day: (file: Int32, digest: Int)] = [:]
    /// Everything it ever named.
    var entries: [Int32] = []
    /// What its latest listing names.
    var latest: [Int32] = []
}

/// What makes items of several listings the same.
struct ListedKey: Hashable, Sendable {
    let source: Int32
    let number: String
    let currency: Currency
    let isCredit: Bool
    let node: IdentityGraph.Node
}
