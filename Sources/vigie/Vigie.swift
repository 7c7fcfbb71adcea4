import ArgumentParser

@main
struct Vigie: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vigie",
        abstract: "Watches what customers owe, and speaks up when a risk threshold or an insured limit is crossed.",
        discussion: """
            Drop invoices, payments, customers and insured limits into inbox/ (e-invoices in UBL or CII, Factur-X PDFs, \
            CSV, bank statements, FEC); read alerts/alerts.jsonl, portfolio/portfolio.json or `vigie summary`.

            Start with `vigie demo`, then `vigie init` in an empty folder, and fill in rules/company.yaml.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, RunCommand.self, ReadCommand.self, CheckCommand.self, ExplainCommand.self,
            HistoryCommand.self, AlertsCommand.self, SummaryCommand.self, RulesCommand.self, CSVCommand.self,
            DemoCommand.self,
            ReadApartCommand.self,
        ])
}

/// The option every command that works on a company's files has.
struct HomeOption: ParsableArguments {
    @Option(name: .long, help: "The folder that holds inbox/, rules/, portfolio/ and alerts/.")
    var home = "."
}
