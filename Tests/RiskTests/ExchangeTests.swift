import Receivables
import Testing

@testable import Risk

/// Amounts in other currencies, to the minor unit.
@Suite struct ExchangeTests {
    /// An amount, the rates per euro of its currency and of the base, and what it comes to.
    struct Case: CustomTestStringConvertible, Sendable {
        let amount: Int64
        let currency: String
        let rate: String
        var base = "EUR"
        var baseRate = "1"
        let expected: Int64?
        var testDescription: String { "\(amount) \(currency) at \(rate) in \(base) at \(baseRate)" }
    }

    static let cases: [Case] = [
        Case(amount: 1_082_300, currency: "USD", rate: "1.0823", expected: 1_000_000),
        // 1 / 1.0823 = 0.92396 of a cent each: rounded once, not on the way.
        Case(amount: 100, currency: "USD", rate: "1.0823", expected: 92),
        Case(amount: -100, currency: "USD", rate: "1.0823", expected: -92),
        // Halves go to the even cent: 0.5, 1.5, 2.5 cents.
        Case(amount: 1, currency: "USD", rate: "2", expected: 0),
        Case(amount: 3, currency: "USD", rate: "2", expected: 2),
        Case(amount: 5, currency: "USD", rate: "2", expected: 2),
        Case(amount: -3, currency: "USD", rate: "2", expected: -2),
        // No decimals, and three.
        Case(amount: 16_500, currency: "JPY", rate: "165.00", expected: 10_000),
        Case(amount: 3_400, currency: "TND", rate: "3.4", expected: 100),
        // Cross rates: pounds and euros into dollars, dollars into yen.
        Case(amount: 8_400, currency: "GBP", rate: "0.84", base: "USD", baseRate: "1.05", expected: 10_500),
        Case(amount: 10_000, currency: "EUR", rate: "1", base: "USD", baseRate: "1.0823", expected: 10_823),
        Case(amount: 10_823, currency: "USD", rate: "1.0823", base: "JPY", baseRate: "164.35", expected: 16_435),
        // Far from what fits 64 bits on the way.
        Case(amount: 100_000_000_000_000, currency: "IDR", rate: "17123.456789", expected: 5_839_942_322),
        // More than one document may state is not converted, rather than wrong.
        Case(amount: 100_000_000_000_000, currency: "KWD", rate: "0.33", base: "IDR", baseRate: "17123", expected: nil),
    ]

    @Test("an amount is not what a pencil gives", arguments: cases)
    func amounts(_ example: Case) throws {
        let currency = try #require(Currency(example.currency))
        let base = try #require(Currency(example.base))
        let exchange = Exchange(
            try table(Sample.today, [(currency, example.rate), (base, example.baseRate)]), on: Sample.today,
            Policy(baseCurrency: base))
        guard case .rate(let conversion) = exchange.answer(for: currency) else {
            Issue.record("no rate")
            return
        }
        #expect(conversion.amount(example.amount) == example.expected)
    }

    private func table(_ day: Day, _ rates: [(Currency, String)]) throws -> RateTable {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        let pairs = try rates.filter { $0.0 != .eur }.map { ($0.0, try #require(ExactDecimal($0.1))) }
        _ = ledger.post(.rates(ReferenceRates(day: day, perEuro: Dictionary(uniqueKeysWithValues: pairs))))
        return ledger.rates
    }

    private let dollar = Currency("USD") ?? .eur
    private let rouble = Currency("RUB") ?? .eur

    @Test func `a rate holds over the bank's holidays, and no longer than the rules allow`() throws {
        let rates = try table(Sample.day("2026-11-13"), [(dollar, "1.25")])
        func answer(_ day: String, _ age: Int) -> Exchange.Answer {
            Exchange(rates, on: Sample.day(day), Policy(exchange: ExchangePolicy(maximumAgeDays: age)))
                .answer(for: dollar)
        }
        guard case .rate(let conversion) = answer("2026-11-23", 10) else {
            Issue.record("a rate of ten days ago was not used")
            return
        }
        #expect(conversion.day == Sample.day("2026-11-13"))
        #expect(answer("2026-11-24", 10) == .stale(Sample.day("2026-11-13")))
        #expect(answer("2026-11-12", 10) == .missing)
    }

    @Test func `a fixed rate goes before reference rates from its day on`() throws {
        let fixed = [
            ExchangePolicy.Fixed(from: Sample.day("2026-01-01"), perBase: try #require(ExactDecimal("1.10"))),
            ExchangePolicy.Fixed(from: Sample.day("2026-11-24"), perBase: try #require(ExactDecimal("1.20"))),
        ]
        let policy = Policy(exchange: ExchangePolicy(fixed: [dollar: fixed]))
        let rates = try table(Sample.day("2025-12-30"), [(dollar, "1.25")])
        func amount(_ day: String) -> Int64? {
            if case .rate(let found) = Exchange(rates, on: Sample.day(day), policy).answer(for: dollar) {
                found.amount(132_000)
            } else {
                nil
            }
        }
        #expect(amount("2025-12-31") == 105_600)
        #expect(amount("2026-11-23") == 120_000)
        #expect(amount("2026-11-24") == 110_000)
    }

    private func account() throws -> Account {
        var account = Sample.account(
            [
                Sample.item("F1", issued: "2026-11-01", due: "2026-11-13", 125_000, currency: dollar),
                Sample.item("F2", issued: "2026-11-02", due: "2026-12-15", 50_000),
                Sample.item("F3", issued: "2026-11-02", due: "2026-11-03", 70_000, currency: rouble),
            ],
            credits: [
                Credit(kind: .payment, date: Sample.today, currency: dollar, amount: 25_000, unallocated: 25_000)
            ],
            limits: [Sample.limit(125_000, from: "2026-01-01", share: "90", currency: dollar)],
            record: CustomerRecord(party: .unknown, internalLimit: 250_000, currency: dollar))
        account.rates = try table(Sample.today, [(dollar, "1.25")])
        return account
    }

    @Test func `every indicator counts what has a rate, and only what has none leaves the figures incomplete`() throws {
        let measures = Measures(try account(), on: Sample.today, Policy())
        #expect(measures["exposure"] == .amount(130_000))
        #expect(measures["overdueAmount"] == .amount(100_000))
        // Of the roubles, which have no rate: how late they are needs none.
        #expect(measures["oldestOverdueDays"] == .number(20))
        #expect(measures["invoiced90"] == .amount(150_000))
        #expect(measures["unallocatedCash"] == .amount(20_000))
        #expect(measures["insuredLimit"] == .amount(100_000))
        #expect(measures["internalLimit"] == .amount(200_000))
        #expect(measures["otherCurrencyItems"] == .number(1))
        #expect(measures.isIncomplete && measures.holdsOtherCurrencies)
        let without = Measures(try account(), on: Sample.today.adding(days: 30), Policy())
        #expect(without["exposure"] == .amount(50_000))
        #expect(without["otherCurrencyItems"] == .number(5))
        #expect(!Measures(Sample.account(), on: Sample.today, Policy()).holdsOtherCurrencies)
    }

    @Test func `days late and days to declare go on while a rate is too old, and the words name what is owed`() throws {
        let rates = try table(Sample.day("2026-07-31"), [(dollar, "1.10")])
        var account = Sample.account(
            [Sample.item("F1", issued: "2026-04-20", due: "2026-05-19", 8_000_000, currency: dollar)],
            limits: [Sample.limit(5_000_000, from: "2026-01-01", share: "90", extensionDays: 60, declaration: 90)])
        account.rates = rates
        let days: [(day: String, left: Int, lapsed: Int?)] = [
            ("2026-08-10", 7, nil), ("2026-08-11", 6, nil), ("2026-08-20", -3, 3),
        ]
        for (day, left, lapsed) in days {
            let measures = Measures(account, on: Sample.day(day), Policy())
            #expect(measures["declarationDaysLeft"] == .number(Double(left)), "\(day)")
            #expect(measures["declarationLapsedDays"] == lapsed.map { IndicatorValue.number(Double($0)) }, "\(day)")
            #expect(measures["oldestOverdueDays"] == .number(Double(90 - left)), "\(day)")
            #expect(measures["coverLost"] == .flag(true), "\(day)")
        }
        let today = Sample.day("2026-08-11")
        let measures = Measures(account, on: today, Policy())
        #expect(measures.isIncomplete && measures["exposure"] == .amount(0))
        let rule = AlertRule(
            name: "r", scope: .customer, indicator: try #require(Indicator.index(of: "declarationDaysLeft")),
            levels: [
                .init(
                    severity: .warning,
                    condition: Condition(
                        indicator: try #require(Indicator.index(of: "declarationDaysLeft")), comparison: .atMost,
                        threshold: .constant(ExactDecimal(coefficient: 10), decimals: 0)))
            ], message: .init(french: "{concerned} ; {indemnity} ; {invoices}", english: "{concerned}"))
        let event = try #require(rule.judge(measures.values, .inactive, on: today).event)
        let facts = Facts(account, measures, rule, on: today, Policy())
        let words = event.words(facts, Wording(language: .french, currency: .eur)).message
        #expect(
            words.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
                == "80 000,00 USD ; non chiffrée, faute de taux ; F1 (80 000,00 USD, échéance 19/05/2026)")
    }

    @Test func `a limit without a rate does not make a customer one that has none`() throws {
        var account = try account()
        account.receivables = [Sample.item("F2", issued: "2026-11-02", due: "2026-12-15", 50_000)]
        #expect(Measures(account, on: Sample.today.adding(days: 30), Policy())["uninsured"] == nil)
        account.limits = []
        #expect(Measures(account, on: Sample.today.adding(days: 30), Policy())["uninsured"] == .flag(true))
    }

    @Test func `a promise in dollars is kept to the cent whatever its euros round to`() throws {
        var account = Sample.account(
            [Sample.item("F1", issued: "2026-09-01", due: "2026-10-01", 101, settled: "2026-10-30", currency: dollar)],
            credits: [
                Credit(kind: .payment, date: Sample.day("2026-10-29"), currency: dollar, amount: 50),
                Credit(kind: .payment, date: Sample.day("2026-10-30"), currency: dollar, amount: 51),
            ],
            allocations: [
                Allocation(credit: 0, receivable: 0, amount: 50, date: Sample.day("2026-10-29"), basis: .stated),
                Allocation(credit: 1, receivable: 0, amount: 51, date: Sample.day("2026-10-30"), basis: .stated),
            ],
            events: [Sample.event(.promise, "2026-10-20", of: "F1", until: "2026-10-31")])
        account.rates = try table(Sample.today, [(dollar, "1.0823")])
        #expect(Measures(account, on: Sample.today, Policy())["brokenPromises"] == .number(0))
    }
}
