public import Receivables

/// What a figure was worked out from, for a person who follows it with a pencil.
public struct Working: Sendable {
    /// The formula in words; nil where an indicator has none.
    public let formula: AlertRule.Words?
    /// What goes into it, in the order of the formula.
    public let parts: [Part]

    public enum Part: Sendable, Hashable {
        /// A figure by name.
        case figure(AlertRule.Words, IndicatorValue, Indicator.Unit)
        /// The days that count, both ends included.
        case window(ClosedRange<Day>)
        /// Invoices, cash or decisions that count, one by one.
        case items([Item])
    }

    /// One thing that counts.
    public struct Item: Sendable, Hashable {
        public let name: String
        /// What an insurer decided, of a decision.
        public let decision: CreditLimit.Status?
        /// The amount that counts, minor units of the base currency; nil where only its being there does.
        public let amount: Int64?
        /// A date with what it is, such as a due date.
        public let dates: [Dated]
        /// The days that count: late, of term or left.
        public let days: Int?

        init(
            _ name: String, _ amount: Int64? = nil, _ dates: [Dated] = [], days: Int? = nil,
            decision: CreditLimit.Status? = nil
        ) {
            self.name = name
            self.decision = decision
            self.amount = amount
            self.dates = dates
            self.days = days
        }
    }

    public struct Dated: Sendable, Hashable {
        /// What a date is of an item.
        public enum Meaning: Sendable { case issued, due, settled, dated, until }

        public let meaning: Meaning
        public let day: Day

        init(_ meaning: Meaning, _ day: Day) {
            self.meaning = meaning
            self.day = day
        }
    }
}

/// The workings of one customer's figures on one day.
public struct Workings {
    private let position: Position
    private let portfolio: Int64?

    /// With the positive exposure of all customers, of which this one has a share, and with the customer's share of a limit
    /// on its group, where it has one.
    public init(
        _ account: Account, on day: Day, _ policy: Policy, within share: GroupShare? = nil, of portfolio: Int64? = nil
    ) {
        self.portfolio = portfolio
        position = Position(account, on: day, policy).within(share)
    }

    /// That of the indicator at `place` in `Indicator.all`.
    public subscript(place place: Int) -> Working {
        let indicator = Indicator.all[place]
        let whole =
            place == Indicator.concentrationPlace
            ? portfolio.map { [Working.Part.amount("postes ouverts de tous les clients", "open items of all", $0)] }
            : nil
        return Working(formula: indicator.formula, parts: indicator.parts(position) + (whole ?? []))
    }
}

// MARK: What indicators share

extension Working.Part {
    static func amount(_ french: String, _ english: String, _ units: Int64) -> Working.Part {
        .figure(AlertRule.Words(french: french, english: english), .amount(units), .amount)
    }

    static func days(_ french: String, _ english: String, _ days: Double?) -> Working.Part {
        figure(french, english, days, .days)
    }

    static func count(_ french: String, _ english: String, _ count: Int) -> Working.Part {
        figure(french, english, Double(count), .count)
    }

    static func figure(_ french: String, _ english: String, _ number: Double?, _ unit: Indicator.Unit) -> Working.Part {
        number.map { .figure(AlertRule.Words(french: french, english: english), .number($0), unit) } ?? .items([])
    }
}

extension Working.Item {
    /// An item that counts for `amount`, with its due date and its days late.
    init(_ item: Receivable, _ amount: Int64?, on day: Day) {
        self.init(item.number, amount, [.init(.due, item.due.day)], days: item.daysLate(on: day))
    }

    /// An insurer's decision, with its first and last day.
    init(_ limit: CreditLimit) {
        let from = limit.from.map { [Working.Dated(.dated, $0)] } ?? []
        let until = limit.to.map { [Working.Dated(.until, $0)] } ?? []
        self.init(limit.insurer ?? "", limit.amount, from + until, decision: limit.status)
    }

    /// A payment, a credit note or a loss, by its day.
    init(_ credit: Credit, _ amount: Int64, on day: Day? = nil) {
        self.init(credit.reference ?? "—", amount, [.init(.dated, day ?? credit.date)])
    }
}

extension Position {
    /// Late items, what of each is late, and since when.
    func lateItems(beyond days: Int = 0) -> Working.Part {
        let withoutRate = unconverted.overdue.filter { $0.daysLate(on: day) > days }
        return .items(
            overdue(beyond: days).map { Working.Item($0, $0.undisputed, on: day) }
                + withoutRate.map { Working.Item($0, nil, on: day) })
    }

    /// What counts of an item, where its amount is one of the base currency.
    func counted(_ item: Receivable, _ amount: Int64) -> Int64? {
        item.currency == policy.baseCurrency ? amount : nil
    }

    var openTotal: Working.Part { .amount("reste dû des postes ouverts", "residual of open items", positive) }

    /// Invoices settled in the days of `window`, with how late.
    func settledItems(in window: ClosedRange<Day>) -> [Working.Part] {
        let items = history.settled.filter { window.contains($0.day) }.map { settlement in
            let item = account.receivables[settlement.item]
            return Working.Item(
                item.number, counted(item, item.amount), [.init(.due, item.due.day), .init(.settled, settlement.day)],
                days: settlement.day - item.due.day)
        }
        return [.window(window), .items(items)]
    }

    /// Items invoiced in the days of `window`.
    func invoicedItems(in window: ClosedRange<Day>) -> [Working.Part] {
        let items = account.receivables.filter {
            $0.currency == policy.baseCurrency && $0.cause == .invoice && window.contains($0.issued)
        }
        return [.window(window), .items(items.map { Working.Item($0.number, $0.amount, [.init(.issued, $0.issued)]) })]
    }

    /// The limit in force with what the insurer says of it.
    var coverParts: [Working.Part] {
        guard let cover else { return [] }
        return [
            dealt.map { .amount("part de la limite du groupe", "share of the group's limit", $0) }
                ?? .amount("limite en vigueur", "limit in force", cover.limit),
            .figure("quotité", "insured share", cover.meanShare / 100, .share),
        ]
    }

    /// What was invoiced in the last 90 days.
    var invoicing: [Working.Part] {
        [.window(day.last(days: 90)), .amount("facturé", "invoiced", history.invoiced90)]
    }

    /// The last reminders sent up to the day; all of them without a count.
    func reminderItems(last count: Int = .max) -> [Working.Part] {
        [.items(reminders.suffix(count).map { Working.Item("—", nil, [.init(.dated, $0)]) })]
    }

    /// Events of some kinds up to the day, the latest first.
    func eventItems(_ kinds: Set<CustomerEvent.Kind>) -> [Working.Part] {
        let events = account.events.map(\.event).filter { kinds.contains($0.kind) && $0.date <= day }
        let items = events.reversed().map { event in
            let name = [event.value, event.source].compactMap { $0 }.joined(separator: ", ")
            return Working.Item(name.isEmpty ? event.kind.rawValue : name, event.amount, [.init(.dated, event.date)])
        }
        return [.items(items)]
    }

    /// The insurer's decisions that have begun and not ended.
    var decisionItems: Working.Part {
        let running = account.limits.filter { limit in
            (limit.from.map { $0 <= day } ?? true) && (limit.to.map { $0 >= day } ?? true)
        }
        return .items(running.map { Working.Item($0) })
    }
}

extension ExactDecimal {
    /// 10^scale.
    static func power(_ scale: Int) -> Int64 { (0..<scale).reduce(1) { power, _ in power * 10 } }
}
