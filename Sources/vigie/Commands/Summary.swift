import Agent
import ArgumentParser
import Receivables

/// The forms a person can ask for by name.
enum SummaryForm: String, CaseIterable, ExpressibleByArgument {
    case markdown, json

    var format: SummaryFormat { self == .markdown ? .markdown : .json }
}

struct SummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "The weekly summary: position, whom to act on, data quality.")

    @OptionGroup var home: HomeOption
    @Option(help: "markdown or json.") var format = SummaryForm.markdown
    @Option(help: "Write it to this file instead of standard output.") var output: String?

    func run() throws {
        let workspace = try Console.reporting { try Workspace(home: home.home) }
        guard !workspace.isNew else {
            Console.complain([
                workspace.language == .french
                    ? "vigie: rien n’a encore été lu ni jugé ici : lancez d’abord « vigie run --once »"
                    : "vigie: nothing was read or judged here yet: run “vigie run --once” first"
            ])
            throw ExitCode.failure
        }
        let bytes = workspace.summary(format.format)
        guard let output else { return Console.write(bytes) }
        try Console.reporting { try OutputFile.write(bytes, to: output) }
    }
}
