public import Receivables

/// Reads a table by the description that fits it.
public struct DescribedTable: Importer {
    private let description: TableDescription

    public init(_ description: TableDescription) { self.description = description }

    /// `csv:` and the source's name.
    public var name: String { "csv:" + description.name }

    public func identifies(_ file: SourceFile) -> Bool {
        TableDescription.fitting(file, among: [description]) != nil
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes, as: description.encoding)
        guard let (header, columns) = DescribedHeader.find(description, in: text) else {
            throw TableRefusal.unknown(text)
        }
        switch description.kind {
        case .movements:
            let rows = DescribedMovements(description, header, columns, context)
            return try TableReading.read(text, header, rows).0
        case .openItems:
            let rows = DescribedOpenItems(description, header, columns, context)
            let (reading, read) = try TableReading.read(text, header, rows)
            return try listing(reading, read, file)
        case .agedBalance:
            let rows = DescribedBalance(description, header, columns, context)
            let (reading, read) = try TableReading.read(text, header, rows)
            return try balance(reading, read, file)
        }
    }

    // MARK: Listings

    private func listing(
        _ reading: Reading, _ rows: DescribedOpenItems, _ file: SourceFile
    ) throws(Refusal) -> Reading {
        var reading = reading
        if let first = reading.refusedRows.first { throw DescribedTable.incomplete(reading.refusedRows.count, first) }
        // Half a listing reads as one in which the rest was paid: it waits until nothing more can come.
        guard !rows.items.isEmpty else {
            reading.looksUnfinished = true
            reading.warnings = [Message(.listingEmpty)]
            return reading
        }
        if let difference = rows.difference, let currency = rows.items.first?.currency {
            throw Refusal(
                .listingTotal,
                [
                    "stated": Money(minorUnits: difference.stated, currency: currency).description,
                    "found": Money(minorUnits: difference.found, currency: currency).description,
                ])
        }
        var warnings: [Message] = []
        if rows.merged > 0 { warnings.append(Message(.listingMerged, ["count": "\(rows.merged)"])) }
        let day = try day(rows.days, file)
        reading.documents = [
            .listing(OpenItemListing(source: description.name, day: day, items: rows.items, warnings: warnings))
        ]
        return reading
    }

    private static func incomplete(_ count: Int, _ row: RefusedRow) -> Refusal {
        let sentences = [
            "count": "\(count)", "french": row.message.sentence(in: .french),
            "english": row.message.sentence(in: .english),
        ]
        return Refusal(.listingIncomplete, sentences, line: row.line, field: row.message.field)
    }

    /// The day a listing is of: its column's, or the one in the file's name. Never a clock's.
    private func day(_ days: Set<Day>, _ file: SourceFile) throws(Refusal) -> Day {
        if days.count > 1 {
            let found = days.sorted().prefix(4).map(\.description).joined(separator: ", ")
            throw Refusal(.listingManyDays, ["found": found])
        }
        if let day = days.first ?? description.listedInName?.day(in: file.name) { return day }
        throw Refusal(
            .listingNoDay,
            ["file": file.name, "pattern": description.listedInName?.text ?? "", "source": description.name])
    }

    private func balance(
        _ reading: Reading, _ rows: DescribedBalance, _ file: SourceFile
    ) throws(Refusal) -> Reading {
        var reading = reading
        if let first = reading.refusedRows.first { throw Refusal(first.message) }
        guard !rows.rows.isEmpty else { return reading }
        let isDated = !rows.days.isEmpty || description.listedInName?.day(in: file.name) != nil
        reading.balance = AgedBalance(
            source: description.name, day: isDated ? try day(rows.days, file) : nil, rows: rows.rows)
        return reading
    }
}
