import Agent
import ArgumentParser

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Write portfolio.json and the other views anew from the journal, or prove that they follow from it.",
        discussion: """
            With --check nothing is written: the views are worked out again in memory and compared to the byte with \
            portfolio.json and active.json; every difference is named, and the exit status is 1. A damaged journal is \
            never worked around: status 74 and the place of the damage. --check works beside a running agent too and says up to \
            which record it compared; without it the agent must not be running on this home.
            """)

    @OptionGroup var home: HomeOption
    @Flag(help: "Compare, write nothing.") var check = false

    func run() throws {
        let report = try Console.reporting {
            try check ? Rebuild.check(home: home.home) : Rebuild.write(home: home.home)
        }
        for line in report.lines { Console.write(line: line) }
        if !report.isSame { throw ExitCode.failure }
    }
}
