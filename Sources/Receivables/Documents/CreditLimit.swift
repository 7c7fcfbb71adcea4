/// A credit insurer's decision on one buyer.
public struct CreditLimit: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case granted, reduced, refused, cancelled
    }

    public var buyer: Party
    public var insurer: String?
    public var policy: String?
    /// Minor units of `currency`; 0 for a refusal or a cancellation without an amount.
    public var amount: Int64
    public var currency: Currency
    /// First day in force; nil: always was.
    public var from: Day?
    /// Last day in force; nil: until another decision.
    public var to: Day?
    public var status: Status
    /// The insured share (*quotité*) in percent, such as 90; nil where not stated.
    public var insuredShare: ExactDecimal?
    /// Longest credit period covered, in days from the invoice.
    public var maximumCreditDays: Int?
    /// Longest extension (*prorogation*) the insured may grant alone, in days from the due date.
    public var maximumExtensionDays: Int?
    /// Days from the due date within which an overdue must be declared.
    public var declarationDays: Int?
    /// A temporary limit adds to the permanent one while it is in force.
    public var isTemporary: Bool
    /// True for a limit on all companies of a group together; `buyer` is the parent, or any of them.
    public var isGroup: Bool
    public var warnings: [Message]
    public var line: Int32?

    public init(
        buyer: Party, insurer: String? = nil, policy: String? = nil, amount: Int64, currency: Currency,
        from: Day? = nil, to: Day? = nil, status: Status = .granted, insuredShare: ExactDecimal? = nil,
        maximumCreditDays: Int? = nil, maximumExtensionDays: Int? = nil, declarationDays: Int? = nil,
        isTemporary: Bool = false, isGroup: Bool = false, warnings: [Message] = [], line: Int32? = nil
    ) {
        self.buyer = buyer
        self.insurer = insurer
        self.policy = policy
        self.amount = amount
        self.currency = currency
        self.from = from
        self.to = to
        self.status = status
        self.insuredShare = insuredShare
        self.maximumCreditDays = maximumCreditDays
        self.maximumExtensionDays = maximumExtensionDays
        self.declarationDays = declarationDays
        self.isTemporary = isTemporary
        self.isGroup = isGroup
        self.warnings = warnings
        self.line = line
    }
}
