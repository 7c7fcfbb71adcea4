public import Receivables

/// Plain tables of disputes, promises, reminders, write-offs, decisions, ratings and procedures.
public struct CSVEvents: Importer {
    public let name = "csv-events"
    public init() {}
    public func identifies(_ file: SourceFile) -> Bool { TableProbe.verdict(of: file) == .kind(.events) }
    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try TableReading<EventRows>.read(file, .events, context)
    }
}

/// Plain tables of invoices and credit notes.
public struct CSVInvoices: Importer {
    public let name = "csv-invoices"
    public init() {}
    public func identifies(_ file: SourceFile) -> Bool { TableProbe.verdict(of: file) == .kind(.invoices) }
    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try TableReading<InvoiceRows>.read(file, .invoices, context)
    }
}

/// Plain tables of payments.
public struct CSVPayments: Importer {
    public let name = "csv-payments"
    public init() {}
    public func identifies(_ file: SourceFile) -> Bool { TableProbe.verdict(of: file) == .kind(.payments) }
    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try TableReading<PaymentRows>.read(file, .payments, context)
    }
}

/// Plain tables of insured limits.
public struct CSVLimits: Importer {
    public let name = "csv-limits"
    public init() {}
    public func identifies(_ file: SourceFile) -> Bool { TableProbe.verdict(of: file) == .kind(.limits) }
    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try TableReading<LimitRows>.read(file, .limits, context)
    }
}

/// Plain tables of customers.
public struct CSVCustomers: Importer {
    public let name = "csv-customers"
    public init() {}
    public func identifies(_ file: SourceFile) -> Bool { TableProbe.verdict(of: file) == .kind(.customers) }
    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try TableReading<CustomerRows>.read(file, .customers, context)
    }
}

/// Any other text that has the look of a table: knows it only to say why it is not taken. Last in the list.
public struct CSVUnrecognised: Importer {
    public let name = "csv"
    public init() {}

    public func identifies(_ file: SourceFile) -> Bool {
        guard let text = TableProbe.text(of: file) else { return false }
        return TableProbe.verdict(in: text) != nil || TableProbe.looksLikeTable(text)
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes)
        guard let header = try TableHeader.find(in: text) else { throw TableRefusal.unknown(text) }
        throw TableRefusal.refusal(header)
    }
}

/// A look at the beginning of a file.
enum TableProbe {
    static func verdict(of file: SourceFile) -> TableVerdict? {
        text(of: file).flatMap(verdict(in:))
    }

    static func verdict(in text: DecodedText) -> TableVerdict? {
        (try? TableHeader.find(in: text))?.verdict
    }

    /// The head of a file as text; nil for XML, PDF, archives and everything that is not text.
    static func text(of file: SourceFile) -> DecodedText? {
        // Most files of an inbox are XML: known by a byte, before anything is decoded.
        guard let start = file.bytes.first(where: { $0 > 0x20 }), start != 0x3C, start != 0x25 else { return nil }
        guard let text = try? DecodedText(headOf: file.bytes) else { return nil }
        let first = text.bytes[text.start...].first { $0 > 0x20 }
        guard let first, first != 0x3C, first != 0x7B, first != 0x5B else { return nil }
        return text.bytes[text.start...].starts(with: [0x25, 0x50, 0x44, 0x46]) ? nil : text
    }

    /// Two rows or more with the same number of cells, at least two, under some separator.
    static func looksLikeTable(_ text: DecodedText) -> Bool {
        let separators: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
        return separators.contains { separator in
            var scanner = TableScanner(text, separator: separator, quoting: .withinLine)
            var row = ScannedRow()
            var counts: [Int] = []
            while counts.count < 8, (try? scanner.next(&row)) == true { counts.append(row.cells.count) }
            guard let first = counts.first, first >= 2 else { return false }
            return counts.count >= 2 && counts.count { $0 == first } * 4 >= counts.count * 3
        }
    }
}
