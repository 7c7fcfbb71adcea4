/// What a public register says of a company on one day: the State's directory, or a service that republishes registers.
public struct RegisterEntry: Hashable, Sendable {
    /// The latest published accounts.
    public struct Accounts: Hashable, Sendable {
        /// The year they closed in.
        public var year: Int
        /// Minor units of the euro, as registers publish them.
        public var turnover: Int64?
        /// Net result; negative for a loss.
        public var result: Int64?

        public init(year: Int, turnover: Int64? = nil, result: Int64? = nil) {
            self.year = year
            self.turnover = turnover
            self.result = result
        }
    }

    /// False once the company has ceased or was struck off.
    public var isActive: Bool
    /// The day it ceased, where the register says.
    public var ceased: Day?
    /// The registered name: for people. Companies are told apart by SIREN alone.
    public var name: String?
    public var legalForm: String?
    /// The main activity, a NAF code such as `49.41A`.
    public var activity: String?
    /// The head office.
    public var siret: String?
    /// How many it employs, in words.
    public var headcount: String?
    public var accounts: Accounts?

    public init(
        isActive: Bool, ceased: Day? = nil, name: String? = nil, legalForm: String? = nil, activity: String? = nil,
        siret: String? = nil, headcount: String? = nil, accounts: Accounts? = nil
    ) {
        self.isActive = isActive
        self.ceased = ceased
        self.name = name
        self.legalForm = legalForm
        self.activity = activity
        self.siret = siret
        self.headcount = headcount
        self.accounts = accounts
    }

    /// A total order by content, so that two entries of one day do not depend on their arrival.
    var orderingText: String {
        let figures = accounts.map { "\($0.year)|\($0.turnover ?? 0)|\($0.result ?? 0)" }
        return [
            isActive ? "0" : "1", ceased?.description, name, legalForm, activity, siret, headcount, figures,
        ].map { $0 ?? "" }.joined(separator: "|")
    }
}
