import Agent
import ArgumentParser

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print the documents in a file as they are understood. Books nothing.",
        discussion: """
            With --json: one document a line on standard output, as documented in the README; refused files and rows \
            go to standard error. Without it: a line a document for people.
            """)

    @OptionGroup var home: HomeOption
    @Flag(help: "One JSON document a line.") var json = false
    @Argument(help: "The files to read.") var files: [String]

    func run() throws {
        let reader = FileReader(home: home.home)
        var refused = false
        for file in files {
            let result = reader.read(path: file)
            Console.write(json ? result.json : result.text)
            Console.complain(result.complaints)
            if result.isRefused { refused = true }
        }
        if refused { throw ExitCode(1) }
    }
}
