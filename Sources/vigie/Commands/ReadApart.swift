import Agent
import ArgumentParser

/// What the agent starts to find out whether a file ends processes. Not for people.
struct ReadApartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: SeparateReader.command, abstract: "Read standard input as the agent would, and say nothing.",
        shouldDisplay: false)

    @OptionGroup var home: HomeOption
    @Argument(help: "The name the file has.") var name: String

    func run() { SeparateReader.run(home: home.home, name: name) }
}
