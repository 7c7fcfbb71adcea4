import Receivables
import Testing

@testable import Ingest

/// Which of several due dates an invoice falls due on.
@Suite struct DueDateTests {
    private func invoice(_ terms: [String]) throws -> Invoice {
        let whole = InvoiceText(["BT-9": "-"]).text(.cii)
        let start = try #require(whole.firstRange(of: "<ram:SpecifiedTradePaymentTerms>"))
        let end = try #require(whole.firstRange(of: "</ram:SpecifiedTradePaymentTerms>"))
        let blocks = terms.map { "<ram:SpecifiedTradePaymentTerms>\($0)</ram:SpecifiedTradePaymentTerms>" }
        let text = whole[..<start.lowerBound] + blocks.joined() + whole[end.upperBound...]
        let file = SourceFile(name: "x.xml", bytes: Array(text.utf8))
        let documents = try CIIImporter().read(file, ReadingContext()).documents
        guard case .invoice(let invoice)? = documents.first else { throw Refusal(.invoiceNoNumber) }
        return invoice
    }

    private static func due(_ day: String, amount: String? = nil) -> String {
        let part = amount.map { "<ram:PartialPaymentAmount>\($0)</ram:PartialPaymentAmount>" } ?? ""
        return
            "<ram:DueDateDateTime><udt:DateTimeString format=\"102\">\(day)</udt:DateTimeString></ram:DueDateDateTime>"
            + part
    }

    private static let discount =
        "<ram:ApplicableTradePaymentDiscountTerms><ram:CalculationPercent>2</ram:CalculationPercent>"
        + "</ram:ApplicableTradePaymentDiscountTerms>"

    @Test("the last day of a discount is taken for the due date, wherever it stands")
    func discount() throws {
        let early = DueDateTests.due("20261110") + DueDateTests.discount
        let net = DueDateTests.due("20261202")
        for terms in [[early, net], [net, early]] {
            let invoice = try invoice(terms)
            #expect(invoice.due?.day.description == "2026-12-02")
            #expect(invoice.details.warnings == [])
        }
        #expect(try invoice([early]).due?.day.description == "2026-11-10")
    }

    @Test("one of several due dates is taken without a word, or a good schedule is remarked upon")
    func several() throws {
        let bare = try invoice([DueDateTests.due("20261110"), DueDateTests.due("20261202")])
        #expect(bare.due?.day.description == "2026-11-10")
        #expect(bare.details.warnings.map(\.code) == ["invoice.dueDates"])
        let schedule = try invoice([
            DueDateTests.due("20261110", amount: "40.00"), DueDateTests.due("20261202", amount: "60.00"),
        ])
        #expect(schedule.details.instalments.count == 2)
        #expect(schedule.details.warnings == [])
        let short = try invoice([
            DueDateTests.due("20261110", amount: "40.00"), DueDateTests.due("20261202", amount: "50.00"),
        ])
        #expect(short.details.warnings.map(\.code) == ["invoice.dueDates"])
    }
}
