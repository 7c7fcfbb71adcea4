import Ingest
import Receivables
import Testing

@testable import Agent

/// The public receivables history, read by its shipped description.
@Suite struct ReceivablesHistoryTests {
    private let reading: Reading

    init() throws {
        let file = SourceFile(
            name: "late-payments.csv", bytes: try CorpusFile.bytes("receivables/late-payments.csv"))
        let rules = try Rules(home: TestRules.repository)
        let context = rules.settings.reading
        let importer = try #require(Importers.importer(for: file, describedBy: context.descriptions))
        #expect(importer.name == "csv:receivables-history")
        reading = try importer.read(file, context)
    }

    @Test("an invoice of the history is lost, or its American dates are read day first")
    func invoices() throws {
        var sum: Int64 = 0
        var count = 0
        for case .invoice(let invoice) in reading.documents {
            count += 1
            sum += invoice.payable
            #expect(invoice.due.map { $0.day - invoice.issued } == 30)
        }
        #expect(reading.refusedRows.isEmpty)
        #expect(count == 1267)
        #expect(sum == 7_812_661)
    }

    @Test("the days late that the ledger works out differ from those the history states")
    func lateness() throws {
        var ledger = Ledger(company: Company())
        ledger.open(file: "late-payments.csv")
        for document in reading.documents { #expect(ledger.post(document) == .booked) }
        #expect(ledger.customers.count == 50)
        var late = 0
        for id in ledger.customers {
            for item in ledger.account(id).receivables {
                let settled = try #require(item.settled)
                late += max(0, item.daysLate(on: settled))
                #expect(item.open == 0)
                #expect(!item.isDisputed, "a dispute outlived its payment")
            }
        }
        #expect(late == 5136)
    }

    @Test("a dispute of the history is lost")
    func disputes() {
        let opened = reading.documents.filter {
            if case .status(let notice) = $0 { notice.meaning == .disputed } else { false }
        }
        #expect(opened.count == 357)
    }
}
