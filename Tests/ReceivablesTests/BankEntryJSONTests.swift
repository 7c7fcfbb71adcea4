import Receivables
import Testing

@Suite struct BankEntryJSONTests {
    @Test("what a statement says of a payment comes back from the journal as it went in")
    func roundTrip() throws {
        let dollar = try #require(Currency("USD"))
        let entry = BankEntry(
            account: "FR7630006000011234567890189", bankReference: "BQ-1", endToEnd: "E2E", statement: "42/1",
            valueDate: Day(year: 2026, month: 3, day: 3), code: "PMNT-RCDT-ESCT", returnReason: "AM04",
            batch: "BATCH-7",
            ultimatePayer: "DUPONT HOLDING", instructed: Money(minorUnits: 108_050, currency: dollar),
            charges: Money(minorUnits: 500, currency: .eur))
        let date = try #require(Day(year: 2026, month: 3, day: 2))
        let document = Document.payment(
            Payment(
                kind: .return, reference: "E2E", date: date, amount: 99_500, currency: .eur,
                payer: Party(name: "DUPONT"), entry: entry, ordinal: 1))
        var writer = JSONWriter()
        writer.document(document, .journal)
        var reader = JSONReader(writer.bytes)
        var documents = DocumentReader()
        #expect(try documents.document(&reader) == document)
    }
}
