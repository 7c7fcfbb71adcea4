import Agent
import ArgumentParser

struct CSVCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv", abstract: "Work on descriptions of tables.", subcommands: [Guess.self])

    struct Guess: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "guess",
            abstract: "Propose how to read an unknown table.",
            discussion: """
                Prints a description for rules/csv, with comments on what it is unsure of, the first documents it would \
                read and the rows it would refuse. Books nothing. With --write the description is put under rules/csv; \
                an existing file is never touched.
                """)

        @OptionGroup var home: HomeOption
        @Flag(help: "Put the description under rules/csv.") var write = false
        @Option(help: "What to call the description; by default after the file.") var name: String?
        @Argument(help: "The table.") var file: String

        func run() throws {
            let guess = try Console.reporting { try CSVGuess(home: home.home, path: file, name: name) }
            Console.write(line: try Console.reporting { try guess.report() })
            if write { Console.complain([try Console.reporting { try guess.write() }]) }
        }
    }
}
