import Agent
import ArgumentParser

/// What the agent starts for each destination of `notify`. Not for people.
struct DeliverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Courier.command, abstract: "Send alerts to one destination of rules/company.yaml.",
        shouldDisplay: false)

    @OptionGroup var home: HomeOption
    @Option(help: "Seconds to go on after standard input has ended.") var patience = 10
    @Argument(help: "The destination.") var name: String

    func run() throws {
        try Console.reporting {
            try Courier.run(home: home.home, name: name, seconds: patience) { Console.complain(["vigie: " + $0]) }
        }
    }
}
