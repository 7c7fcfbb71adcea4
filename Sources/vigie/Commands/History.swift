import Agent
import ArgumentParser
import Receivables

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract:
            "One customer's whole story in order: invoices, payments, decisions, promises, alerts, with the balance.")

    @OptionGroup var home: HomeOption
    @Flag(help: "For other programs.") var json = false
    @Argument(help: "A key, SIREN, code or name, or a part of one.") var customer: String

    func run() throws {
        let workspace = try Console.reporting { try Workspace(home: home.home, keepingAlerts: true) }
        try Console.answer(workspace.history(customer, json: json), about: customer, in: workspace.language)
    }
}
