import Agent
import ArgumentParser

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Work on the rules.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "check", abstract: "Check the rules.")

        @OptionGroup var home: HomeOption

        func run() throws {
            let trial = try Console.reporting { try Trial(home: home.home) }
            Console.write(line: trial.rulesSentence)
        }
    }
}
