/// Plain invoices of a large file in the journal: one table for all that share currency and type, one short array a
/// row, each buyer once. A file of a million rows is written and replayed several times faster than as objects, and
/// takes a third of the space.
public struct InvoiceTable: Sendable {
    /// What the rows of one table have in common.
    struct Common: Hashable {
        let currency: Currency
        let type: InvoiceType
        /// BT-112 is stated and equals the payable amount.
        let totalIsPayable: Bool
    }

    let common: Common
    /// Places among the documents, with each row's place in `buyers`.
    fileprivate private(set) var rows: [(document: Int32, buyer: Int32)] = []
    fileprivate private(set) var buyers: [Party] = []
    private var places = PartyPlaces()

    /// Splits documents into those a table can hold, in tables by order of first need, and the places of the rest.
    static func split(_ documents: [Document]) -> (tables: [InvoiceTable], rest: [Int]) {
        var tables: [InvoiceTable] = []
        var rest: [Int] = []
        for (place, document) in documents.enumerated() {
            guard case .invoice(let invoice) = document, invoice.isPlain else {
                rest.append(place)
                continue
            }
            let common = Common(currency: invoice.currency, type: invoice.type, totalIsPayable: invoice.total != nil)
            let known = tables.firstIndex { $0.common == common } ?? tables.count
            if known == tables.count { tables.append(InvoiceTable(common)) }
            tables[known].add(Int32(place), invoice)
        }
        return (tables, rest)
    }

    private init(_ common: Common) { self.common = common }

    private mutating func add(_ document: Int32, _ invoice: Invoice) {
        if let known = places[invoice.buyerIdentity] { return rows.append((document, known)) }
        rows.append((document, places.add(invoice.buyer)))
        buyers.append(invoice.buyer)
    }
}

extension Invoice {
    /// Nothing but number, dates, payable amount and buyer, as a table of invoices has it.
    fileprivate var isPlain: Bool {
        statedDetails == nil && net == nil && (total == nil || total == payable) && line != nil
            && statedSeller == nil && due?.isEstimated != true
    }
}

extension JSONWriter {
    /// Writes documents as the members `tables` and `documents` of the object that is open.
    public mutating func documents(_ documents: [Document]) {
        let (tables, rest) = InvoiceTable.split(documents)
        if !tables.isEmpty {
            key("tables")
            beginArray()
            for table in tables { self.table(table, documents) }
            endArray()
        }
        guard !rest.isEmpty else { return }
        key("documents")
        beginArray()
        for place in rest { document(documents[place], .journal) }
        endArray()
    }

    private mutating func table(_ table: InvoiceTable, _ documents: [Document]) {
        let common = table.common
        beginObject()
        member("currency", common.currency.code)
        member("type", common.type.rawValue)
        flag("total", common.totalIsPayable)
        key("buyers")
        beginArray()
        for buyer in table.buyers { partyObject(buyer) }
        endArray()
        key("rows")
        beginArray()
        for row in table.rows {
            guard case .invoice(let invoice) = documents[Int(row.document)] else { continue }
            beginArray()
            string(invoice.number)
            day(invoice.issued)
            if let due = invoice.due { day(due.day) } else { raw("null") }
            amount(invoice.payable, common.currency)
            integer(row.buyer)
            integer(invoice.line ?? 0)
            endArray()
        }
        endArray()
        endObject()
    }
}

extension DocumentReader {
    /// Reads one table back into the invoices it stands for.
    public mutating func table(
        _ reader: inout JSONReader, _ each: (Document) -> Void
    ) throws(JSONReader.Failure) {
        var currency = Currency.eur
        var type = InvoiceType.invoice
        var totalIsPayable = false
        var buyers: [Party] = []
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "currency": currency = Currency(try reader.string()) ?? .eur
            case "type": type = InvoiceType(rawValue: UInt16(clamping: try reader.integer()))
            case "total": totalIsPayable = try reader.boolean()
            case "buyers":
                try reader.array { (reader) throws(JSONReader.Failure) in buyers.append(try party(&reader).0) }
            case "rows":
                try reader.array { (reader) throws(JSONReader.Failure) in
                    each(.invoice(try DocumentReader.row(&reader, currency, type, totalIsPayable, buyers)))
                }
            default: try reader.skipValue()
            }
        }
    }

    private static func row(
        _ reader: inout JSONReader, _ currency: Currency, _ type: InvoiceType, _ totalIsPayable: Bool,
        _ buyers: [Party]
    ) throws(JSONReader.Failure) -> Invoice {
        try reader.beginRow()
        let number = try reader.string()
        try reader.nextInRow()
        let issued = try reader.day()
        try reader.nextInRow()
        let due = try reader.optionalDay()
        try reader.nextInRow()
        let payable = try reader.amount(currency)
        try reader.nextInRow()
        let place = try reader.integer()
        try reader.nextInRow()
        let line = try reader.integer()
        try reader.endRow()
        guard buyers.indices.contains(place) else { throw reader.failure("a buyer of this table") }
        return Invoice(
            number: number, type: type, issued: issued, due: due.map { DueDate($0) }, currency: currency,
            total: totalIsPayable ? payable : nil, payable: payable, buyer: buyers[place], line: Int32(clamping: line))
    }
}
