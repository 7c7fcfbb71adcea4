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
        let (output, candidates) = workspace.explain(customer, json: json)
        guard output.isEmpty else { return Console.write(output) }
        let french = workspace.language == .french
        if candidates.isEmpty {
            Console.complain([
                french
                    ? "vigie: aucun client ne correspond à « \(customer) »" : "vigie: no customer matches “\(customer)”"
            ])
        } else {
            Console.complain(
                [french ? "vigie: plusieurs clients correspondent :" : "vigie: several customers match:"] + candidates)
        }
        throw ExitCode(1)
    }
}
