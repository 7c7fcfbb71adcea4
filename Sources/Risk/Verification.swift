public import Receivables

/// What our credit policy wants known of a customer, and how often; from `verification` of company.yaml.
public struct VerificationPolicy: Sendable, Hashable {
    /// A thing that must be known.
    public enum Requirement: String, Sendable, Hashable, CaseIterable {
        /// A SIREN, a VAT identifier or another registered number.
        case identity
        /// What a company register says of it, not older than `registerDays`.
        case register
        /// An external rating not older than `ratingDays`.
        case rating
        /// An internal limit somebody decided.
        case limit
    }

    /// A customer whose exposure is above this must be verified; minor units of the base currency.
    public var threshold: Int64
    public var requirements: [Requirement]
    public var ratingDays: Int
    public var registerDays: Int
    /// Days after which a verification is due again, for grades that `intervals` does not name.
    public var interval: Int
    public var intervals: [String: Int]

    public init(
        threshold: Int64 = 2_000_000, requirements: [Requirement] = [.identity], ratingDays: Int = 365,
        registerDays: Int = 365, interval: Int = 365, intervals: [String: Int] = [:]
    ) {
        self.threshold = threshold
        self.requirements = requirements
        self.ratingDays = ratingDays
        self.registerDays = registerDays
        self.interval = interval
        self.intervals = intervals
    }

    /// Days until a customer of this grade is verified again.
    func interval(ofGrade grade: String) -> Int { intervals[grade] ?? interval }
}

/// Whether a customer was verified, what is missing, and when it is due again: a function of its documents, the day,
/// the policy and its grade.
public struct Verification: Sendable, Hashable {
    public enum State: String, Sendable {
        /// First seen in a document, and nobody has checked it.
        case unverified
        /// Checked, but something the policy wants is missing or too old.
        case incomplete
        /// Checked longer ago than its grade allows.
        case due
        case verified
    }

    public let state: State
    /// The day of the last check, and who made it.
    public let last: Day?
    public let by: String?
    /// In the order of the policy.
    public let missing: [VerificationPolicy.Requirement]
    /// The last day the last check holds.
    public let due: Day?
    /// True where the exposure is above the policy's threshold.
    public let isDemanded: Bool

    public init(_ account: Account, exposure: Int64, on day: Day, _ policy: VerificationPolicy, grade: String) {
        let check = account.events.last { $0.event.kind == .verification && $0.event.date <= day }?.event
        let known = Knowledge(account, on: day)
        last = check?.date
        by = check?.by
        missing = policy.requirements.filter { !known.has($0, policy) }
        due = check.map { $0.date.adding(days: policy.interval(ofGrade: grade)) }
        isDemanded = exposure > policy.threshold
        if check == nil {
            state = .unverified
        } else if !missing.isEmpty {
            state = .incomplete
        } else {
            state = due.map { $0 < day } ?? false ? .due : .verified
        }
    }

    /// What the documents tell of a customer on a day.
    private struct Knowledge {
        let customer: Customer
        let rating: Day?
        let register: Day?
        let day: Day

        init(_ account: Account, on day: Day) {
            customer = account.customer
            rating = account.lastEvent(.rating, on: day)?.date
            register = account.lastEvent(.register, on: day)?.date
            self.day = day
        }

        func has(_ requirement: VerificationPolicy.Requirement, _ policy: VerificationPolicy) -> Bool {
            switch requirement {
            case .identity: customer.siren != nil || customer.vat != nil || !customer.others.isEmpty
            case .register: register.map { day - $0 <= policy.registerDays } ?? false
            case .rating: rating.map { day - $0 <= policy.ratingDays } ?? false
            case .limit: customer.record?.internalLimit != nil
            }
        }
    }
}

extension Account {
    /// The last event of a kind up to a day.
    public func lastEvent(_ kind: CustomerEvent.Kind, on day: Day) -> CustomerEvent? {
        events.last { $0.event.kind == kind && $0.event.date <= day }?.event
    }
}

extension VerificationPolicy.Requirement {
    /// As people call it.
    public func words(_ language: Language) -> String {
        let french = language == .french
        return switch self {
        case .identity: french ? "numéro d'identité (SIREN ou TVA)" : "identity number (SIREN or VAT)"
        case .register: french ? "extrait récent d'un registre" : "a recent register entry"
        case .rating: french ? "notation externe récente" : "a recent external rating"
        case .limit: french ? "décision de limite interne" : "an internal limit decision"
        }
    }
}
