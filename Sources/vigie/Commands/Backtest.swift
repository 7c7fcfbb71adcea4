import Agent
import ArgumentParser
import Receivables

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Replay a history under the score and the rules, and say how good they were.",
        discussion: """
            Each invoice is judged on the morning it was issued, from the documents dated before that day and nothing \
            else; then its payment is looked at. Without --data the history is the home's own journal.

            An alert counts as followed where the customer is late with an invoice, or brings a loss, within 180 days.
            """)

    @OptionGroup var home: HomeOption
    @Option(parsing: .upToNextOption, help: "Files that hold the history: invoices with their payments.")
    var data: [String] = []
    @Option(help: "A folder whose rule files stand in for the home's: a scorecard or rules to try.") var rules: String?
    @Option(help: "An invoice is late when paid more than this many days after its due date.") var lateDays = 0
    @Option(help: "The history ends on this day (YYYY-MM-DD).") var asOf: String?
    @Option(help: "Starts the random draws of the intervals.") var seed = Backtesting.Options.seed
    @Option(help: "How many draws of customers.") var draws = 1000
    @Flag(help: "Judge the score only, and leave the alert rules out.") var scoreOnly = false
    @Flag(help: "List every invoice judged and every alert.") var list = false
    @Flag(help: "For other programs.") var json = false

    func validate() throws {
        if let asOf, Day(iso: asOf) == nil { throw ValidationError("--as-of wants a date such as 2026-11-23") }
        guard (0...3650).contains(lateDays) else { throw ValidationError("--late-days wants 0 to 3650") }
        guard (0...100_000).contains(draws) else { throw ValidationError("--draws wants 0 to 100000") }
    }

    func run() throws {
        let options = Backtesting.Options(
            home: home.home, data: data, rules: rules, lateDays: lateDays, asOf: asOf.flatMap { Day(iso: $0) },
            seed: seed, rounds: draws, followsRules: !scoreOnly)
        let backtesting = try Console.reporting { try Backtesting(options) }
        Console.complain(backtesting.complaints)
        var progress = Progress()
        let report = try Console.reporting { try backtesting.run { progress.show($0, of: $1) } }
        progress.clear()
        Console.write(json ? report.json(listing: list) : report.text(listing: list))
    }
}
