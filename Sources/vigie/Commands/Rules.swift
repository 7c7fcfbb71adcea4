import Agent
import ArgumentParser
import Receivables

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Work on the rules.", subcommands: [Check.self, Test.self, Explain.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "check", abstract: "Check the rules.")

        @OptionGroup var home: HomeOption

        func run() throws {
            let trial = try Console.reporting { try Trial(home: home.home) }
            Console.write(line: trial.rulesSentence)
            if !trial.knowsWhoWeAre { throw ExitCode(ExitStatus.badRules.rawValue) }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test", abstract: "Run the tests of the rules, rules/tests/*.yaml.")

        @OptionGroup var home: HomeOption

        func run() throws {
            let result = try Console.reporting { try RuleTests(home: home.home).run() }
            for failure in result.failures { Console.write(line: failure) }
            let french = result.language == .french
            Console.write(
                line: french
                    ? "Essais de règles : \(result.passed) réussis, \(result.failed) échoués."
                    : "Rule tests: \(result.passed) passed, \(result.failed) failed.")
            if let skipped = result.skippedSentence { Console.write(line: skipped) }
            if result.failed > 0 { throw ExitCode.failure }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Why a rule does or does not fire: each condition with its numbers.")

        @OptionGroup var home: HomeOption
        @Flag(help: "For other programs.") var json = false
        @Argument(help: "The rule's name, as in rules/alerts.yaml.") var rule: String
        @Argument(help: "A key, SIREN, code or name, or a part of one; none for a rule about the portfolio.")
        var customer: String?

        func run() throws {
            let workspace = try Console.reporting { try Workspace(home: home.home) }
            let answer = try Console.reporting {
                try workspace.explain(rule: rule, customer: customer, json: json)
            }
            try Console.answer(answer, about: customer ?? "", in: workspace.language)
        }
    }
}
