import Ingest
public import Receivables
import Risk

/// `vigie backtest`: a history, from files or from the home's own journal, replayed under rules that are in use or
/// that somebody thinks of using. Writes nothing.
public struct Backtesting {
    /// What is asked for.
    public struct Options: Sendable {
        public var home: String
        /// Files to take the history from; empty: the journal of the home.
        public var data: [String]
        /// A folder whose rule files stand in for the home's.
        public var rules: String?
        public var lateDays: Int
        /// The history ends on this day; nil: with its last document, today at the latest.
        public var asOf: Day?
        /// Starts the random draws of the intervals; the same again gives the same intervals.
        public var seed: UInt64
        /// How many draws.
        public var rounds: Int
        /// Whether the alert rules are followed too.
        public var followsRules: Bool

        public init(
            home: String, data: [String] = [], rules: String? = nil, lateDays: Int = 0, asOf: Day? = nil,
            seed: UInt64 = Options.seed, rounds: Int = 1000, followsRules: Bool = true
        ) {
            self.home = home
            self.data = data
            self.rules = rules
            self.lateDays = lateDays
            self.asOf = asOf
            self.seed = seed
            self.rounds = rounds
            self.followsRules = followsRules
        }

        /// The seed where none is asked for.
        public static let seed: UInt64 = 20_261_123
    }

    private let options: Options
    private let rules: Rules
    private let documents: [Document]
    /// Sentences about rows that were not taken.
    public let complaints: [String]

    /// Reads rules and history; throws what is wrong with either.
    public init(_ options: Options) throws(Halt) {
        self.options = options
        let rules = try Rules(home: options.home, replacedBy: options.rules)
        self.rules = rules
        guard !options.data.isEmpty else {
            documents = try Workspace.documents(home: options.home)
            complaints = []
            return
        }
        var documents: [Document] = []
        var complaints: [String] = []
        for path in options.data {
            let reading = try Backtesting.read(path, rules.settings)
            documents += reading.documents
            complaints += reading.refusedRows.map { row in
                let line = row.message.line.map { ":\($0)" } ?? ""
                return "\(path)\(line): \(row.message.sentence(in: rules.settings.language))"
            }
        }
        self.documents = documents
        self.complaints = complaints
    }

    private static func read(_ path: String, _ settings: Settings) throws(Halt) -> Reading {
        let context = settings.reading
        do throws(Refusal) {
            let bytes = try FileReader.content(of: path, context)
            let understood = Understanding(SourceFile(name: path, bytes: bytes), context)
            if let refusal = understood.refusal { throw Refusal(refusal) }
            return understood.reading
        } catch {
            let reason = error.message.sentence(in: settings.language)
            throw Halt(Message(.backtestFile, ["file": path, "reason": reason]), .usage)
        }
    }

    /// Replays the history. `progress` is told how many of how many documents are in.
    public func run(_ progress: (Int, Int) -> Void = { _, _ in }) throws(Halt) -> BacktestReport {
        let clock = try Clock(zone: rules.settings.timeZone)
        let settings = rules.settings
        var backtest = Backtest(
            documents, company: settings.company, policy: settings.policy, card: rules.scorecard, rules: rules.alerts,
            options: Backtest.Options(
                lateDays: options.lateDays, end: options.asOf, today: clock.today(), areAccepted: options.data.isEmpty,
                followsRules: options.followsRules))
        let result = backtest.run(progress)
        guard !result.decided.isEmpty else { throw Halt(Message(.backtestNothing), .usage) }
        return BacktestReport(
            result, card: rules.scorecard, seed: options.seed, rounds: options.rounds,
            Wording(language: settings.language, currency: settings.company.baseCurrency),
            followsRules: options.followsRules)
    }
}
