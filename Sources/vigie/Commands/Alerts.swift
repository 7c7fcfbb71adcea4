import Agent
import ArgumentParser

struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "What is firing now.",
        subcommands: [List.self, Acknowledge.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "What is firing now.")

        @OptionGroup var home: HomeOption
        @Flag(help: "As in alerts/active.json.") var json = false

        func run() throws {
            let workspace = try Console.reporting { try Workspace(home: home.home) }
            if json { return Console.write(workspace.activeAlerts) }
            for line in workspace.alertLines { Console.write(line: line) }
        }
    }

    struct Acknowledge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ack", abstract: "Note who has seen an alert, also while the agent runs.")

        @OptionGroup var home: HomeOption
        @Option(help: "Who.") var by: String
        @Option(help: "What is being done about it.") var note = ""
        @Argument(help: "Ids of alerts, as in alerts.jsonl.") var ids: [String]

        func run() throws {
            let outcome = try Console.reporting {
                try Acknowledgement(of: ids, by: by, note: note).record(home: home.home)
            }
            if let waiting = outcome.waiting { Console.complain(["vigie: " + waiting]) }
            guard !outcome.unknown.isEmpty else { return }
            Console.complain(["vigie: not firing: " + outcome.unknown.joined(separator: ", ")])
            throw ExitCode(1)
        }
    }
}
