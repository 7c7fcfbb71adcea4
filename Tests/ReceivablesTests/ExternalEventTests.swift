import Testing

@testable import Receivables

/// What is learned of companies from outside, and who may decide.
@Suite struct ExternalEventTests {
    private let date = Day(iso: "2026-11-12") ?? Day(number: 0)
    private let party = Party(siren: "900000019")

    private func invoice(_ number: String, to buyer: Party) -> Document {
        .invoice(
            Invoice(number: number, type: .invoice, issued: date, due: nil, currency: .eur, payable: 100, buyer: buyer))
    }

    private var proceeding: Document {
        .event(CustomerEvent(.proceeding, party: party, date: date, value: "sauvegarde", source: "BODACC"))
    }

    @Test("an announcement about a stranger makes it a customer, or is forgotten when it becomes one")
    func strangers() throws {
        let orders = [[proceeding, invoice("F1", to: party)], [invoice("F1", to: party), proceeding]]
        for order in orders {
            var ledger = Ledger(company: Company())
            ledger.open(file: "a")
            #expect(ledger.post(proceeding) == .booked)
            #expect(ledger.customers == [])
            for document in order { _ = ledger.post(document) }
            let id = try #require(ledger.customers.first)
            #expect(ledger.account(id).events.map(\.event.kind) == [.proceeding])
        }
    }

    @Test("a decision or a verification makes no customer of a new company")
    func prospects() {
        for kind in [CustomerEvent.Kind.decision, .verification] {
            var ledger = Ledger(company: Company())
            ledger.open(file: "a")
            _ = ledger.post(.event(CustomerEvent(kind, party: party, date: date, by: "A")))
            #expect(ledger.customers.count == 1)
        }
    }

    @Test(
        "one person twice passes for two, or two for one",
        arguments: [
            ("C. Martin", "c martin", false), ("C. Martin", " C.MARTIN ", false), ("Zoé", "ZOE", false),
            ("Marie-Anne Roy", "marie anne roy", false), ("A. Roy", "A. Rey", true), ("A. Roy", "", false),
            ("A. Roy", "–", false), ("", "A. Roy", false),
        ])
    func names(_ first: String, _ second: String, _ passes: Bool) {
        var ledger = Ledger(company: Company(secondNameAbove: 1000))
        ledger.open(file: "a")
        let decision = CustomerEvent(.decision, party: party, date: date, amount: 1001, by: first, secondBy: second)
        #expect((ledger.post(.event(decision)) == .booked) == passes)
    }

    @Test("letters of a rating are on no scale, or the national bank's are mistaken for them")
    func letters() {
        let expected: [(String, String?, Double?)] = [
            ("A", nil, 100), ("f", nil, 0), ("C", "Pappers", 60), ("C+", nil, 65), ("A+", nil, 100), ("F-", nil, 0),
            ("G", nil, nil), ("AA", nil, nil), ("C", "Banque de France", nil), ("P", "Banque de France", 0),
            ("8", "Banque de France", 100 - 21.0 * 100 / 22), ("1+", "Banque de France", 100),
        ]
        for (value, source, score) in expected {
            #expect(ExternalRating.score(value, source: source) == score, "\(value)")
        }
    }

    @Test("the country of a customer is lost where two records speak of it")
    func countries() throws {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        let later = Day(iso: "2026-01-01")
        _ = ledger.post(.customer(CustomerRecord(party: Party(siren: "900000019", country: "IT"))))
        _ = ledger.post(.customer(CustomerRecord(party: party, sector: "x", from: later)))
        let id = try #require(ledger.customers.first)
        #expect(ledger.account(id).customer.record?.party.country == "IT")
    }

    @Test("a procedure that is closed and converted into a graver one on one day is over")
    func converted() throws {
        func told(_ kind: CustomerEvent.Kind, _ value: String?) -> Document {
            .event(CustomerEvent(kind, party: party, date: date, value: value))
        }
        let documents = [told(.proceedingClosed, nil), told(.proceeding, "liquidation judiciaire")]
        for order in [documents, documents.reversed()] {
            var ledger = Ledger(company: Company())
            ledger.open(file: "a")
            for document in [invoice("F1", to: party)] + order { _ = ledger.post(document) }
            let id = try #require(ledger.customers.first)
            #expect(ledger.account(id).events.map(\.event.kind) == [.proceedingClosed, .proceeding])
        }
    }
}
