import Receivables

/// What data a customer's score is as of: the day of the latest fact each indicator rests on, up to the day judged.
public struct Evidence: Sendable, Hashable {
    /// By basis its day's number; `unknown` where there is none. No dictionary: one is made for every customer.
    private var days = [Int32](repeating: Evidence.unknown, count: Indicator.Basis.allCases.count)

    private static let unknown = Int32.min

    /// Nothing is known of any day.
    public static let none = Evidence()

    private init() {}

    init(_ position: Position) {
        let (account, day, policy) = (position.stated, position.day, position.policy)
        note(.cover, Cover.inForce(account.limits, on: day, policy)?.begins, until: day)
        for item in account.receivables where item.currency == policy.baseCurrency {
            note(.items, item.issued, until: day)
            note(.settlements, item.settled, until: day)
        }
        for credit in account.credits where credit.currency == policy.baseCurrency {
            note(.items, credit.returned ?? credit.date, until: day)
            if credit.returned != nil { note(.returns, credit.returned, until: day) }
        }
        for item in account.receivables { note(.invoices, item.issued, until: day) }
        for event in account.events.map(\.event) {
            guard let basis = Indicator.Basis(event.kind) else { continue }
            note(basis, event.date, until: day)
        }
        note(.record, account.customer.record?.from, until: day)
    }

    /// The day of the latest fact of this kind; nil where there is none, or none with a day.
    subscript(basis: Indicator.Basis) -> Day? {
        let number = days[basis.rawValue]
        return number == Evidence.unknown ? nil : Day(number: number)
    }

    private mutating func note(_ basis: Indicator.Basis, _ found: Day?, until day: Day) {
        guard let found, found <= day else { return }
        days[basis.rawValue] = max(days[basis.rawValue], found.number)
    }
}

extension Indicator {
    /// What facts an indicator rests on: says what its value is as of.
    enum Basis: Int, CaseIterable, Sendable {
        /// Invoices, credit notes and payments: what is open.
        case items
        /// Invoices alone.
        case invoices
        /// Invoices paid in full.
        case settlements
        /// Payments taken back.
        case returns
        /// The insurer's decision in force.
        case cover
        /// The customer's own record.
        case record
        case promises, reminders, disputes, ratings, proceedings, verifications, writeOffs
        /// Declarations of overdues to the insurer.
        case declarations
        /// What public registers say.
        case registers

        /// The kind of fact that an event of this kind is.
        init?(_ kind: CustomerEvent.Kind) {
            switch kind {
            case .promise: self = .promises
            case .reminder: self = .reminders
            case .dispute, .disputeClosed: self = .disputes
            case .rating: self = .ratings
            case .proceeding, .proceedingClosed: self = .proceedings
            case .verification: self = .verifications
            case .writeOff: self = .writeOffs
            case .decision: self = .record
            case .declaration: self = .declarations
            case .register: self = .registers
            }
        }
    }
}
