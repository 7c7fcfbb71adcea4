import Agent
import ArgumentParser

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the rules, and what each file would do. Writes nothing.")

    @OptionGroup var home: HomeOption
    @Argument(help: "Files to try.") var files: [String] = []

    func run() throws {
        var trial = try Console.reporting { try Trial(home: home.home) }
        Console.write(line: trial.rulesSentence)
        var refused = false
        for file in files {
            let result = trial.lines(for: file)
            for line in result.lines { Console.write(line: line) }
            refused = refused || result.isRefused
        }
        if !trial.knowsWhoWeAre { throw ExitCode(ExitStatus.badRules.rawValue) }
        // Ends here: the book of a long list is not taken apart piece by piece for a process that is over.
        CheckCommand.exit(withError: refused ? ExitCode(1) : nil)
    }
}
