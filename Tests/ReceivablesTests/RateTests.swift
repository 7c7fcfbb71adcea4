import Testing

@testable import Receivables

/// Reference rates as documents.
@Suite struct RateTests {
    static let dollar = Currency("USD") ?? .eur
    static let yen = Currency("JPY") ?? .eur

    static func rates(_ day: String, _ rates: [Currency: String]) -> Document {
        .rates(
            ReferenceRates(
                day: Day(iso: day) ?? Day(number: 0), perEuro: rates.compactMapValues { ExactDecimal($0) }))
    }

    private func last(_ ledger: Ledger, _ day: String) -> String? {
        let entry = ledger.rates.last(of: RateTests.dollar, on: Day(iso: day) ?? Day(number: 0))
        return entry.map { "\($0.day) \($0.perEuro)" }
    }

    @Test func `the rate that counts is the last on or before the day, in whatever order days came`() {
        let documents = [
            RateTests.rates("2026-11-20", [RateTests.dollar: "1.0823"]),
            RateTests.rates("2026-11-23", [RateTests.dollar: "1.0900"]),
            RateTests.rates("2026-11-19", [RateTests.dollar: "1.07"]),
            RateTests.rates("2026-11-24", [RateTests.yen: "164"]),
        ]
        for order in [documents, documents.reversed(), [documents[1], documents[0], documents[3], documents[2]]] {
            let ledger = GroupTests.ledger(order)
            #expect(last(ledger, "2026-11-18") == nil)
            #expect(last(ledger, "2026-11-19") == "2026-11-19 1.07")
            #expect(last(ledger, "2026-11-22") == "2026-11-20 1.0823")
            #expect(last(ledger, "2026-12-31") == "2026-11-23 1.09")
            #expect(ledger.rates.last(of: .eur, on: Day(number: 0))?.perEuro == ExactDecimal(coefficient: 1))
        }
    }

    @Test func `the daily rate that the history repeats is known, another one for its day is a conflict`() throws {
        var ledger = GroupTests.ledger([RateTests.rates("2026-11-20", [RateTests.dollar: "1.0800"])])
        let version = ledger.ratesVersion
        ledger.open(file: "b")
        #expect(
            ledger.post(RateTests.rates("2026-11-20", [RateTests.dollar: "1.08"])) == .alreadyBooked(Origin(file: "a")))
        #expect(ledger.ratesVersion == version)
        // A day that another file has more currencies of.
        #expect(
            ledger.post(RateTests.rates("2026-11-20", [RateTests.dollar: "1.08", RateTests.yen: "164"])) == .booked)
        guard case .refused(let message) = ledger.post(RateTests.rates("2026-11-20", [RateTests.dollar: "1.09"])) else {
            Issue.record("a second rate of a day was booked")
            return
        }
        #expect(
            message.sentence(in: .french)
                == "Cours USD du 2026-11-20 : 1.09 contredit 1.08, déjà enregistré (fichier a).")
        #expect(
            message.sentence(in: .english)
                == "Rate of USD of 2026-11-20: 1.09 contradicts 1.08, already booked (file a).")
        #expect(last(ledger, "2026-11-20") == "2026-11-20 1.08")
    }

    @Test("rates and group limits come back from the journal as they went in")
    func roundTrip() throws {
        let documents = [
            RateTests.rates("2026-11-20", [RateTests.dollar: "1.0823", RateTests.yen: "164.35"]),
            .limit(CreditLimit(buyer: GroupTests.hold, amount: 500, currency: .eur, isGroup: true)),
        ]
        for document in documents {
            var writer = JSONWriter()
            writer.document(document, .journal)
            var reader = JSONReader(writer.bytes)
            var reading = DocumentReader()
            #expect(try reading.document(&reader) == document)
        }
    }
}
