public import Receivables

/// How one accounting package writes one of its exports: what it is known by, and what its columns mean.
///
/// Pure data: `rules/csv/*.yaml` is read into it, `DescribedTable` reads files by it. Column names fold case, accents,
/// spaces and punctuation. A description is tried before the importers that know tables by synonyms.
public struct TableDescription: Sendable, Hashable {
    /// What the table as a whole is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Invoices and payments, each once: what is new adds to what is known.
        case movements
        /// All open items of a day, in full: an item that is missing later was settled.
        case openItems
        /// Sums by age: compared with the portfolio, never booked.
        case agedBalance
    }

    /// What a row of movements is, where no type column says otherwise.
    public enum Row: String, Sendable, CaseIterable {
        case invoice, payment
        /// A part of an invoice; rows with one number make one invoice.
        case line
    }

    /// Which part of a date comes first, where digits alone do not tell.
    public enum DateOrder: String, Sendable, CaseIterable {
        case dayFirst, monthFirst, yearFirst
        /// Month first, unless the file's own dates can only be day first: a package that follows its user's country.
        case usuallyMonthFirst
    }

    public enum DecimalMark: String, Sendable, CaseIterable {
        case comma, point
    }

    /// What a plus sign means.
    public enum Sign: String, Sendable, CaseIterable {
        /// Positive is what the customer owes (for a row of payments: money received).
        case owed
        /// Positive is what reduces it.
        case reversed
    }

    /// How the total of an invoice follows from its lines.
    public enum LineTotal: String, Sendable, CaseIterable {
        /// The column holds each line's own amount.
        case sum
        /// The column repeats the invoice's total on each line.
        case take
    }

    /// What a word of the type column makes of its row.
    public enum Meaning: String, Sendable, CaseIterable {
        case invoice, creditNote, deposit, debitNote, corrected, payment, `return`, refund
        /// No receivable: a draft, a quote, an order.
        case skip
    }

    /// Rows told apart by a word in a column; a word that ends in `*` stands for all that begin so.
    public struct Words: Sendable, Hashable {
        public var column: String
        public var words: [String]

        public init(column: String, words: [String]) {
            self.column = column
            self.words = words
        }
    }

    /// The source, as journals and sentences call it: listings of one name follow one another.
    public var name: String
    public var kind: Kind
    public var row: Row
    /// Columns that must all be there, each under one of its names: a package writes them in its user's language.
    public var headers: [[String]]
    /// Columns none of which may be there: what tells a near relative apart.
    public var without: [String]
    /// What the file's name must look like: `*` stands for anything.
    public var file: NamePattern?
    public var separator: UInt8?
    public var encoding: TextEncoding?
    public var decimalMark: DecimalMark?
    /// Nil: day first, unless the file's own dates can only be month first.
    public var dates: DateOrder?
    public var sign: Sign
    /// Where no column says it; nil: the company's own.
    public var currency: Currency?
    public var lines: LineTotal
    /// The names a field's column may have, in order of preference.
    public var columns: [TableField: [String]]
    /// The columns of an aged balance, in order.
    public var buckets: [String]
    /// Meanings of the type column's words, folded; empty: the usual words.
    public var types: [String: Meaning]
    /// Rows left out.
    public var skips: [Words]
    /// Of these columns, only rows with these words count: the customer accounts of a journal.
    public var only: [Words]
    /// Rows with nothing but a name, or an account and a name, say whose the next rows are, as reports grouped by customer
    /// do.
    public var isGroupedByCustomer: Bool
    /// Where in the file's name the day of a listing stands.
    public var listedInName: NamePattern?

    public init(
        name: String, kind: Kind = .movements, row: Row = .invoice, headers: [[String]], without: [String] = [],
        file: NamePattern? = nil, separator: UInt8? = nil, encoding: TextEncoding? = nil,
        decimalMark: DecimalMark? = nil, dates: DateOrder? = nil, sign: Sign = .owed, currency: Currency? = nil,
        lines: LineTotal = .sum, columns: [TableField: [String]], buckets: [String] = [],
        types: [String: Meaning] = [:], skips: [Words] = [], only: [Words] = [], isGroupedByCustomer: Bool = false,
        listedInName: NamePattern? = nil
    ) {
        self.name = name
        self.kind = kind
        self.row = row
        self.headers = headers
        self.without = without
        self.file = file
        self.separator = separator
        self.encoding = encoding
        self.decimalMark = decimalMark
        self.dates = dates
        self.sign = sign
        self.currency = currency
        self.lines = lines
        self.columns = columns
        self.buckets = buckets
        self.types = types
        self.skips = skips
        self.only = only
        self.isGroupedByCustomer = isGroupedByCustomer
        self.listedInName = listedInName
    }

    /// How much it asks of a file: of two that fit, the one that asks for more is meant.
    var demands: Int { headers.count + without.count + (file == nil ? 0 : 8) }
}

extension TableDescription {
    /// The description that fits a file, of several the most demanding, of equals the first by name.
    static func fitting(_ file: SourceFile, among all: [TableDescription]) -> TableDescription? {
        guard !all.isEmpty, let text = TableProbe.text(of: file) else { return nil }
        var best: TableDescription?
        for description in all where description.fits(file, text) {
            guard let known = best else {
                best = description
                continue
            }
            if (known.demands, description.name) < (description.demands, known.name) { best = description }
        }
        return best
    }

    private func fits(_ file: SourceFile, _ text: DecodedText) -> Bool {
        if let pattern = self.file, !pattern.matches(file.name) { return false }
        return DescribedHeader.find(self, in: text) != nil
    }
}
