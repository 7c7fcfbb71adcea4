import Agent
import ArgumentParser
import Receivables

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Everything about one customer: items, payments, limits, indicators, score, alerts, and why.")

    @OptionGroup var home: HomeOption
    @Flag(help: "As in portfolio.json.") var json = false
    @Argument(help: "A key, SIREN, code or name, or a part of one.") var customer: String

    func run() throws {
        let workspace = try Console.reporting { try Workspace(home: home.home) }
        try Console.answer(workspace.explain(customer, json: json), about: customer, in: workspace.language)
    }
}
