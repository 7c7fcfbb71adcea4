import Agent
import ArgumentParser
import Receivables

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run once on inbox/examples in a temporary home, and show the alerts.",
        discussion: "Run it in a checkout, or name the folder that holds rules/ and inbox/examples with --home.")

    @OptionGroup var home: HomeOption
    @Option(help: "The day to judge on; the examples are made for this one.") var asOf = "2026-11-23"

    func run() throws {
        guard let day = Day(iso: asOf) else { throw ValidationError("--as-of wants a date such as 2026-11-23") }
        let demo = try Console.reporting { try Demonstration(source: home.home) }
        do { try show(demo, on: day) } catch {
            demo.remove()
            throw error
        }
    }

    private func show(_ demo: Demonstration, on day: Day) throws {
        let options = Agent.Options(home: demo.path, once: true, asOf: day) { Console.complain(["vigie: " + $0]) }
        let tally = try Console.reporting { try Agent.run(options) }
        let workspace = try Console.reporting { try Workspace(home: demo.path) }
        try Console.reporting { try OutputFile.write(workspace.summary(.markdown), to: demo.summaryPath) }
        for line in workspace.alertLines { Console.write(line: line) }
        Console.write(line: "")
        Console.write(line: tally.sentence)
        let french = tally.language == .french
        Console.write(line: (french ? "alertes :      " : "alerts:    ") + "\(demo.path)/alerts/alerts.jsonl")
        Console.write(line: (french ? "portefeuille : " : "portfolio: ") + "\(demo.path)/portfolio/portfolio.json")
        Console.write(line: (french ? "synthèse :     " : "summary:   ") + demo.summaryPath)
    }
}
