import Agent
import ArgumentParser
import Receivables

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inbox, keep the portfolio and write alerts, until SIGTERM.",
        discussion: """
            SIGHUP reopens the alert file (after a rotation) and reads the rules again; bad rules are reported and the \
            old ones kept. With --once: take what is in the inbox, judge, and end.

            Exit status: 0 done (refused files are a result, not a failure), 64 usage, 65 bad rules, 70 internal, \
            74 disk (also where --once could not read a file, which stays in the inbox), 75 another agent works on this \
            home.
            """)

    @OptionGroup var home: HomeOption
    @Flag(help: "Take what is in the inbox, then end.") var once = false
    @Option(help: "Judge as of this day (YYYY-MM-DD) instead of today; only with --once.") var asOf: String?

    func validate() throws {
        if let asOf, Day(iso: asOf) == nil { throw ValidationError("--as-of wants a date such as 2026-11-23") }
        if asOf != nil, !once { throw ValidationError("--as-of only goes with --once") }
    }

    func run() throws {
        let options = Agent.Options(home: home.home, once: once, asOf: asOf.flatMap { Day(iso: $0) }) { line in
            Console.complain(["vigie: " + line])
        }
        let tally = try Console.reporting { try Agent.run(options) }
        guard once else { return }
        Console.write(line: tally.sentence)
        if tally.left > 0 { throw ExitCode(ExitStatus.disk.rawValue) }
    }
}
