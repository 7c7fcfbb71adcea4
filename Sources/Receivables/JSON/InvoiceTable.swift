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

    /// Splits documents into those a table can hold, grouped, and the rest in their order.
    static func split(_ documents: [Document]) -> (tables: [(Common, [Invoice])], rest: [Document]) {
        var order: [Common] = []
        var groups: [Common: [Invoice]] = [:]
        var rest: [Document] = []
        for document in documents {
            guard case .invoice(let invoice) = document, invoice.isPlain else {
                rest.append(document)
                continue
            }
            let common = Common(
                currency: invoice.currency, type: invoice.type, totalIsPayable: invoice.total != nil)
            if groups[common] == nil { order.append(common) }
            groups[common, default: []].append(invoice)
        }
        return (order.map { ($0, groups[$0] ?? []) }, rest)
    }
}

extension Invoice {
    /// Nothing but number, dates, payable amount and buyer, as a table of invoices has it.
    fileprivate var isPlain: Bool {
        details === InvoiceDetails.none && net == nil && (total == nil || total == payable) && line != nil
            && seller === Party.unknown && due?.isEstimated != true
    }
}

extension JSONWriter {
    /// Writes documents as the members `tables` and `documents` of the object that is open.
    public mutating func documents(_ documents: [Document]) {
        let (tables, rest) = InvoiceTable.split(documents)
        if !tables.isEmpty {
            key("tables")
            beginArray()
            for (common, invoices) in tables { table(common, invoices) }
            endArray()
        }
        guard !rest.isEmpty else { return }
        key("documents")
        beginArray()
        for document in rest { self.document(document, .journal) }
        endArray()
    }

    private mutating func table(_ common: InvoiceTable.Common, _ invoices: [Invoice]) {
        beginObject()
        member("currency", common.currency.code)
        member("type", common.type.rawValue)
        flag("total", common.totalIsPayable)
        var places: [ObjectIdentifier: Int] = [:]
        key("buyers")
        beginArray()
        for invoice in invoices where places[ObjectIdentifier(invoice.buyer)] == nil {
            places[ObjectIdentifier(invoice.buyer)] = places.count
            partyObject(invoice.buyer)
        }
        endArray()
        key("rows")
        beginArray()
        for invoice in invoices {
            beginArray()
            string(invoice.number)
            day(invoice.issued)
            if let due = invoice.due { day(due.day) } else { raw("null") }
            amount(invoice.payable, common.currency)
            integer(places[ObjectIdentifier(invoice.buyer)] ?? 0)
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
                    var invoice = try DocumentReader.row(&reader, currency, type, buyers)
                    if totalIsPayable { invoice.total = invoice.payable }
                    each(.invoice(invoice))
                }
            default: try reader.skipValue()
            }
        }
    }

    private static func row(
        _ reader: inout JSONReader, _ currency: Currency, _ type: InvoiceType, _ buyers: [Party]
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
            payable: payable, buyer: buyers[place], line: Int32(clamping: line))
    }
}
