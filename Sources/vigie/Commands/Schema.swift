import Agent
import ArgumentParser

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of what other programs read.",
        discussion: "Without a name: the names. Keys are never taken away or given another meaning within a version.")

    @Argument(help: ArgumentHelp("One of: \(Schemas.names.joined(separator: ", ")).", valueName: "name"))
    var name: String?

    func validate() throws {
        guard let name, !Schemas.names.contains(name) else { return }
        throw ValidationError("there is no schema “\(name)”; there are: \(Schemas.names.joined(separator: ", "))")
    }

    func run() {
        guard let name else { return Schemas.names.forEach { Console.write(line: $0) } }
        if let text = Schemas.text(name) { Console.write(Array(text.utf8)) }
    }
}
