import Ingest
import Receivables

/// What a file's content came to: identified and read, or the reason why not.
struct Understanding: Sendable {
    let importer: String?
    let reading: Reading
    let refusal: Message?
    /// What a person notes of alerts, where that is all it is.
    let acknowledgement: Acknowledgement?
    /// The format says itself where it ends (XML, PDF): what parses is complete.
    private let endsItself: Bool

    /// Identifies and reads a file.
    init(_ file: SourceFile, _ context: ReadingContext) {
        acknowledgement = Acknowledgement(file.bytes)
        guard acknowledgement == nil else {
            (importer, reading, refusal, endsItself) = ("acknowledgement", Reading(), nil, true)
            return
        }
        endsItself = SourceFile.endsItself(file.bytes)
        guard let found = Importers.importer(for: file, describedBy: context.descriptions) else {
            importer = nil
            reading = Reading()
            refusal = Message(.unknownFormat)
            return
        }
        importer = found.name
        do throws(Refusal) {
            reading = try found.read(file, context)
            refusal = nil
        } catch {
            reading = Reading()
            refusal = error.message
        }
    }

    private init(_ importer: String?, _ reading: Reading) {
        self.importer = importer
        self.reading = reading
        refusal = nil
        acknowledgement = nil
        endsItself = false
    }

    /// Of a table the documents of the rows after a line, with a remark; nil where it could not be read, or where there are
    /// none or one of those rows is refused.
    func rest(after line: Int, _ remark: Message) -> Understanding? {
        var rest = reading
        rest.documents = reading.documents.filter { Int($0.line ?? 0) > line }
        rest.warnings = [remark]
        guard refusal == nil, !rest.documents.isEmpty, !rest.refusedRows.contains(where: { $0.line > line }) else {
            return nil
        }
        rest.refusedRows = []
        return Understanding(importer, rest)
    }

    private init(refusal: Message) {
        importer = nil
        reading = Reading()
        self.refusal = refusal
        acknowledgement = nil
        endsItself = true
    }

    /// Reads two small samples, so that tables made on first use are there before a real file's reading is timed or
    /// counted as an attempt: a kill that strikes while they are made is not that file's doing.
    static func warmUp(_ context: ReadingContext) {
        for text in ["numero;date;client;montant\nF1;2026-01-01;X;1,00\n", "<Invoice/>"] {
            _ = Understanding(SourceFile(name: "", bytes: Array(text.utf8)), context)
        }
    }

    static func refused(_ message: Message) -> Understanding { Understanding(refusal: message) }

    /// How much surer one must be that the writer has finished; nil where this can be acted on now. A refusal and a
    /// torn end wait until nothing more can come; a table waits a moment, because half of it reads as well.
    func wants(more assurance: Settling.Assurance) -> Settling.Assurance? {
        let wanted: Settling.Assurance =
            refusal != nil || reading.looksUnfinished ? .final : endsItself ? .tentative : .quiet
        return assurance < wanted ? wanted : nil
    }
}

extension SourceFile {
    /// Whether a file that begins with these bytes says itself where it ends: XML, PDF and archives.
    static func endsItself(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(64).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        return start.first == 0x3C || start.starts(with: Array("%PDF".utf8)) || bytes.starts(with: [0x50, 0x4B, 3, 4])
    }
}
