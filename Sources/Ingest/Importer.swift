public import Receivables

/// A file format: knows its files by their content and turns one into documents. Pure: bytes in, values out.
///
/// A new format is one file with one importer, one golden case under `Tests/IngestTests/Golden`, and one line in
/// `Importers.all`.
public protocol Importer: Sendable {
    /// The name in journals and reasons: `ubl`, `cii`, `csv-invoices`.
    var name: String { get }

    /// Whether the content looks like this format. Cheap: called for each importer in turn; never trusts the name.
    func identifies(_ file: SourceFile) -> Bool

    /// The documents in the file. Throws where the file as a whole cannot be taken; a row that cannot be read is
    /// returned among `Reading.refusedRows` while the good rows are taken.
    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading
}

/// A file's content with the name it came under. The name is for people: nothing is decided by it.
public struct SourceFile: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What a file does not say itself but its reading needs.
public struct ReadingContext: Sendable {
    /// For tables without a currency column.
    public var baseCurrency: Currency
    /// How "end of month" in payment terms is meant.
    public var endOfMonth: PaymentTerms.EndOfMonth
    /// The largest size accepted for one file, in bytes; also the cap for what is unpacked from it.
    public var sizeLimit: Int
    /// The same for a table or text of lines, which is read without a tree: a year of movements is larger than any
    /// invoice.
    public var tableLimit: Int
    /// How the exports of known packages are to be read, before columns are guessed by their names.
    public var descriptions: [TableDescription]
    /// Bytes of a table from which on it is read in two halves at once.
    var halvedFrom = 4 << 20

    public init(
        baseCurrency: Currency = .eur, endOfMonth: PaymentTerms.EndOfMonth = .daysThenMonthEnd,
        sizeLimit: Int = 20 << 20, tableLimit: Int = 200 << 20,
        descriptions: [TableDescription] = []
    ) {
        self.descriptions = descriptions
        self.baseCurrency = baseCurrency
        self.endOfMonth = endOfMonth
        self.sizeLimit = sizeLimit
        self.tableLimit = tableLimit
    }
}

/// What was understood of one file.
public struct Reading: Sendable {
    public var documents: [Document]
    /// Rows of a table that could not be read, to be mended and dropped again.
    public var refusedRows: [RefusedRow]
    /// For a table: its header line and encoding-free bytes, written above the refused rows.
    public var header: [UInt8]
    /// Remarks on the file as a whole, such as a balance that does not add up.
    public var warnings: [Message]
    /// True where the end looks torn (no final newline, a last row too short): a copy may still be under way.
    public var looksUnfinished: Bool
    /// For a table: gives the text of the row that starts on a line, for rows that are refused only later.
    public var row: (@Sendable (Int) -> [UInt8]?)?
    /// Sums to compare the portfolio with, where the file is an aged balance; it then holds no documents.
    public var balance: AgedBalance?

    public init(
        documents: [Document] = [], refusedRows: [RefusedRow] = [], header: [UInt8] = [], warnings: [Message] = [],
        looksUnfinished: Bool = false
    ) {
        self.documents = documents
        self.refusedRows = refusedRows
        self.header = header
        self.warnings = warnings
        self.looksUnfinished = looksUnfinished
    }
}

/// A row kept apart: where it stood, what it said, and why it was not taken.
public struct RefusedRow: Sendable, Hashable {
    /// 1-based line of the row's first character.
    public let line: Int
    /// The row as UTF-8, without its line end.
    public let text: [UInt8]
    public let message: Message

    public init(line: Int, text: [UInt8], message: Message) {
        self.line = line
        self.text = text
        self.message = message
    }
}

extension Reading {
    /// The row that starts on a line of the table, as UTF-8 without its line end; nil where this is no table.
    public func rowText(line: Int) -> [UInt8]? { row?(line) }

    /// What is wrong with the first refused row that does not only wait for another; nil where none was refused.
    public var firstFault: Message? {
        (refusedRows.first { $0.message.template != .tablesOtherRowRefused } ?? refusedRows.first)?.message
    }
}
