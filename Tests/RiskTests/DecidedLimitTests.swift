import Receivables
import Testing

@testable import Risk

/// A decision is known by what it says, in the currency it says it in.
@Suite struct DecidedLimitTests {
    private let dollar = Currency("USD") ?? .eur

    private func rates(_ rate: String) throws -> RateTable {
        var ledger = Ledger(company: Company())
        ledger.open(file: "rates")
        let perEuro = try #require(ExactDecimal(rate))
        _ = ledger.post(.rates(ReferenceRates(day: Sample.today, perEuro: [dollar: perEuro])))
        return ledger.rates
    }

    private func decided(_ rate: String, internalLimit: Int64, _ limits: [CreditLimit]) throws -> [Int64?] {
        var account = Sample.account(
            [Sample.item("F", issued: "2026-10-01", due: "2026-12-01", 100)], limits: limits,
            record: CustomerRecord(party: .unknown, internalLimit: internalLimit, currency: dollar))
        account.rates = try rates(rate)
        let values = Measures(account, on: Sample.today, Policy()).values
        let decided = DecidedLimits(account, on: Sample.today, Policy())
        return [Indicator.internalLimit, .insuredLimit].map {
            decided.units(place: Indicator.place($0), in: values)
        }
    }

    @Test func `another rate of the day is the same decision, another amount is not`() throws {
        let limits = [
            Sample.limit(50_000, from: "2026-01-01"),
            Sample.limit(20_000, from: "2026-11-01", temporary: true, currency: dollar),
        ]
        #expect(try decided("1.1", internalLimit: 900, limits) == [900, 70_000])
        #expect(try decided("1.2", internalLimit: 900, limits) == [900, 70_000])
        #expect(try decided("1.2", internalLimit: 901, [limits[0]]) == [901, 50_000])
        let more = [limits[0], Sample.limit(20_001, from: "2026-11-01", temporary: true, currency: dollar)]
        #expect(try decided("1.2", internalLimit: 901, more) == [901, 70_001])
    }
}
