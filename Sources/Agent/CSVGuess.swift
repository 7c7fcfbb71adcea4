import Ingest
import Receivables

/// `vigie csv guess`: a description proposed for an unknown table, what it would read, and what it is unsure of.
public struct CSVGuess {
    private let guess: TableGuess
    /// What is written and printed: the preview is read by this text, loaded back, and by nothing else.
    private let yaml: String
    private let file: SourceFile
    private let context: ReadingContext
    private let language: Language
    private let home: String
    private let name: String

    /// Rows and documents shown.
    private static let shown = 5

    /// Looks at the file at `path`. `name`: what the description is to be called, by default after the file.
    public init(home: String, path: String, name: String?) throws(Halt) {
        var settings = Settings.ifPresent(home: home)
        try settings.describe(home: home)
        (context, language, self.home) = (settings.reading, settings.language, home)
        self.name = try CSVGuess.name(name ?? CSVGuess.stem(path))
        do throws(Refusal) {
            file = SourceFile(name: path, bytes: try FileReader.content(of: path, settings.reading))
            guess = try TableGuess(file, name: self.name, settings.reading)
        } catch {
            throw Halt(error.message, .badRules)
        }
        yaml = DescriptionYAML.text(guess, file: path, in: language)
    }

    /// The file's name without folder, ending and figures: `Export ventes 2026-11.csv` is `export-ventes`.
    private static func stem(_ path: String) -> String {
        let base = path.split(separator: "/").last.map { String($0) } ?? path
        let stem = base.split(separator: ".").first.map { String($0) } ?? base
        let words = Identifiers.folded(stem).split { !($0.isASCII && $0.isLetter) }
        return words.isEmpty ? "table" : words.joined(separator: "-")
    }

    private static func name(_ name: String) throws(Halt) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || byte &- 0x30 < 10 || byte == 0x2D
        }
        guard isPlain, (1...80).contains(name.utf8.count), !name.hasPrefix("-") else {
            throw Halt(Message(.guessBadName, ["name": name]), .badRules)
        }
        return name
    }

    /// The description and what it reads, for people.
    public func report() throws(Halt) -> String {
        let reading = try preview()
        var lines = [yaml]
        lines.append("# " + sentence(Message(.guessPreview, ["count": "\(reading.documents.count)"])))
        for document in reading.documents.prefix(CSVGuess.shown) {
            lines.append(
                "#   " + DocumentLine(document: document, language: language).text.replacing("\n", with: "\n#   "))
        }
        for warning in reading.warnings { lines.append("# ! " + placed(warning)) }
        if !reading.refusedRows.isEmpty {
            lines.append("# " + sentence(Message(.guessRefused, ["count": "\(reading.refusedRows.count)"])))
            lines += reading.refusedRows.prefix(CSVGuess.shown).map { "#   " + placed($0.message) }
        }
        return lines.joined(separator: "\n")
    }

    /// The file read by the text that is proposed, as it will be once it is in rules/csv.
    private func preview() throws(Halt) -> Reading {
        let loaded = try Rules.descriptions([(name + ".yaml", yaml)])
        guard let description = loaded.first else { return Reading() }
        var context = context
        context.descriptions = [description]
        let workbooks = WorkbookImporter()
        let importer: any Importer = workbooks.identifies(file) ? workbooks : DescribedTable(description)
        do throws(Refusal) {
            return try importer.read(file, context)
        } catch {
            return Reading(warnings: [error.message])
        }
    }

    /// Puts the description under rules/csv, never over another; returns the sentence that says where.
    public func write() throws(Halt) -> String {
        let path = "\(home)/rules/\(RulesFolder.descriptionFolder)/\(name).yaml"
        guard let file = FileName(Array((name + ".yaml").utf8)) else {
            throw Halt(Message(.guessBadName, ["name": name]), .badRules)
        }
        let isNew = try halting { () throws(SystemError) in
            let rules = try Directory(path: home).openOrCreate(FileName("rules"))
            let folder = try rules.openOrCreate(FileName("csv"))
            guard try folder.status(of: file) == nil else { return false }
            try AtomicFile.write(Array(yaml.utf8), to: file, in: folder, durable: true)
            return true
        }
        guard isNew else { throw Halt(Message(.guessExists, ["path": path]), .badRules) }
        return sentence(Message(.guessWritten, ["path": path]))
    }

    private func sentence(_ message: Message) -> String { message.sentence(in: language) }

    private func placed(_ message: Message) -> String {
        let line = message.line.map { language == .french ? "ligne \($0) : " : "line \($0): " } ?? ""
        return line + sentence(message)
    }
}
