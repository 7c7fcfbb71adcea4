import Receivables

@testable import Ingest

/// A table's text read by the importer that knows it.
func readTable(_ text: String, _ context: ReadingContext = ReadingContext()) throws(Refusal) -> Reading {
    try readTable(Array(text.utf8), context)
}

func readTable(_ bytes: [UInt8], _ context: ReadingContext = ReadingContext()) throws(Refusal) -> Reading {
    let file = SourceFile(name: "test.csv", bytes: bytes)
    let importers: [any Importer] = [
        CSVInvoices(), CSVPayments(), CSVLimits(), CSVCustomers(), CSVUnrecognised(),
    ]
    guard let importer = importers.first(where: { $0.identifies(file) }) else {
        throw Refusal(MessageTemplate("test.nobody", fr: "", en: ""))
    }
    return try importer.read(file, context)
}

extension Reading {
    var invoices: [Invoice] {
        documents.compactMap { if case .invoice(let invoice) = $0 { invoice } else { nil } }
    }
    var payments: [Payment] {
        documents.compactMap { if case .payment(let payment) = $0 { payment } else { nil } }
    }
    var limits: [CreditLimit] {
        documents.compactMap { if case .limit(let limit) = $0 { limit } else { nil } }
    }
    var customers: [CustomerRecord] {
        documents.compactMap { if case .customer(let customer) = $0 { customer } else { nil } }
    }
}

/// The invoice table with one amount a row.
func readAmounts(_ amounts: [String], currency: String = "EUR") throws(Refusal) -> Reading {
    var text = "numero;date;client;montant_ttc;devise\n"
    for (index, amount) in amounts.enumerated() { text += "F\(index);2026-01-31;ACME;\(amount);\(currency)\n" }
    return try readTable(text)
}

/// The invoice table with one date a row.
func readDates(_ dates: [String]) throws(Refusal) -> Reading {
    var text = "numero;date;client;montant_ttc\n"
    for (index, date) in dates.enumerated() { text += "F\(index);\(date);ACME;10,00\n" }
    return try readTable(text)
}
