import Agent
import ArgumentParser

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write the folders and a commented default rules/ here. Never overwrites a file.")

    @OptionGroup var home: HomeOption

    func run() throws {
        let written = try Console.reporting { try Setup.make(home: home.home) }
        for path in written { Console.write(line: path) }
        if written.isEmpty { Console.complain(["vigie: everything is there already; nothing was changed"]) }
    }
}
