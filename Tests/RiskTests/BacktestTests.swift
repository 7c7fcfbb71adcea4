import Receivables
import Testing

@testable import Risk

/// Documents in a short form: an invoice of a customer with its payment.
private enum Past {
    static func invoice(_ customer: String, _ number: String, _ issued: String, due: String, _ amount: Int64)
        -> Document
    {
        .invoice(
            Invoice(
                number: number, type: .invoice, issued: Sample.day(issued), due: DueDate(Sample.day(due)),
                currency: .eur, payable: amount, buyer: Party(code: customer)))
    }

    static func payment(_ customer: String, _ number: String, _ date: String, _ amount: Int64) -> Document {
        .payment(
            Payment(
                kind: .payment, reference: "P" + number, date: Sample.day(date), amount: amount, currency: .eur,
                payer: Party(code: customer), remittance: [RemittanceReference(number: number)]))
    }

    static func event(_ kind: CustomerEvent.Kind, _ customer: String, _ date: String, of invoice: String? = nil)
        -> Document
    {
        .event(CustomerEvent(kind, party: Party(code: customer), invoice: invoice, date: Sample.day(date)))
    }
}

private func place(_ name: String) -> Int { Indicator.index(of: name) ?? -1 }

/// Points fall from 100 to 0 over a hundred days of average lateness; one settled invoice is half trusted.
private let card = Scorecard(
    factors: [
        Scorecard.Factor(
            indicator: place("averageDaysLate"), weight: 1,
            scale: [.init(value: 0, points: 100), .init(value: 100, points: 0)])
    ], caps: [],
    bands: [
        .init(grade: "A", from: 70, probability: 0.01, late: 0.1),
        .init(grade: "B", from: 0, probability: 0.3, late: 0.5),
    ], credibility: 1, average: 50)

private func rule(_ name: String, overdueBy days: Int64) -> AlertRule {
    let condition = Condition(
        indicator: place("oldestOverdueDays"), comparison: .atLeast,
        threshold: .constant(ExactDecimal(coefficient: days), decimals: 0))
    return AlertRule(
        name: name, scope: .customer, indicator: place("oldestOverdueDays"),
        levels: [.init(severity: .warning, condition: condition)], message: .init(french: "", english: ""))
}

private func run(
    _ documents: [Document], lateDays: Int = 0, end: String? = nil, rules: [AlertRule] = []
) -> BacktestResult {
    var backtest = Backtest(
        documents, company: Company(), policy: Policy(), card: card, rules: RuleSet(rules),
        options: Backtest.Options(
            lateDays: lateDays, end: end.map { Sample.day($0) }, followsRules: !rules.isEmpty))
    return backtest.run()
}

/// Two customers: C1 pays its first invoice 20 days late and its second in time, C2 pays 10 days early, then 5 late.
private let twoCustomers = [
    Past.invoice("C1", "F1", "2026-01-01", due: "2026-01-31", 10_000),
    Past.payment("C1", "F1", "2026-02-20", 10_000),
    Past.invoice("C2", "F2", "2026-01-10", due: "2026-02-09", 30_000),
    Past.payment("C2", "F2", "2026-01-30", 30_000),
    Past.invoice("C1", "F3", "2026-03-01", due: "2026-03-31", 10_000),
    Past.payment("C1", "F3", "2026-03-31", 10_000),
    Past.invoice("C2", "F4", "2026-03-01", due: "2026-03-31", 10_000),
    Past.payment("C2", "F4", "2026-04-05", 10_000),
]

@Suite struct BacktestTests {
    @Test("a score or a baseline of the past differs from what a person works out by hand")
    func byHand() throws {
        let judgements = run(twoCustomers).judgements
        #expect(judgements.map(\.number) == ["F1", "F2", "F3", "F4"])
        #expect(judgements.map(\.outcome) == [.late, .onTime, .onTime, .late])
        // Nothing known, then: C1 80 of its own and C2 100, each half trusted, the rest 50.
        #expect(judgements.map(\.score) == [50, 50, 65, 75])
        #expect(judgements.map(\.grade) == ["B", "B", "B", "A"])
        // On 10 January nothing is settled; on 1 March C1 paid 20 days late, C2 10 days early.
        #expect(judgements.map(\.customerAverage) == [0, 0, 20, -10])
        #expect(judgements.map(\.portfolioRate) == [0, 0, 0.5, 0.5])
        #expect(
            judgements.map(\.settled)
                == ["2026-02-20", "2026-01-30", "2026-03-31", "2026-04-05"].map { Sample.day($0) })
    }

    @Test("a customer without a history is compared with nothing instead of with all")
    func fallback() {
        let documents =
            twoCustomers + [
                Past.invoice("C3", "F5", "2026-03-02", due: "2026-04-02", 5_000),
                Past.payment("C3", "F5", "2026-04-01", 5_000),
            ]
        let judged = run(documents).judgements.first { $0.number == "F5" }
        // (10,000 × 20 − 30,000 × 10) / 40,000
        #expect(judged?.customerAverage == -2.5)
        #expect(judged?.portfolioRate == 0.5)
    }

    @Test("what is settled on the day of an invoice is known that morning")
    func sameDay() {
        let before = run(twoCustomers + [Past.invoice("C1", "F9", "2026-02-20", due: "2026-03-20", 100)])
        #expect(before.judgements.first { $0.number == "F9" }?.score == 50)
        let after = run(twoCustomers + [Past.invoice("C1", "F9", "2026-02-21", due: "2026-03-21", 100)])
        #expect(after.judgements.first { $0.number == "F9" }?.score == 65)
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let documents: [Document]
        let lateDays: Int
        let outcome: Judgement.Outcome
        let isDefault: Bool?

        init(_ title: String, _ documents: [Document], _ days: Int, _ outcome: Judgement.Outcome, _ isDefault: Bool?) {
            testDescription = title
            self.documents = documents
            lateDays = days
            self.outcome = outcome
            self.isDefault = isDefault
        }
    }

    private static let first = Past.invoice("C1", "F1", "2026-01-01", due: "2026-01-31", 10_000)

    @Test(
        "how an invoice ended is taken for something else",
        arguments: [
            Ending("paid on the day due", [first, Past.payment("C1", "F1", "2026-01-31", 10_000)], 0, .onTime, false),
            Ending("a day late", [first, Past.payment("C1", "F1", "2026-02-01", 10_000)], 0, .late, false),
            Ending(
                "as late as is allowed", [first, Past.payment("C1", "F1", "2026-02-10", 10_000)], 10, .onTime, false),
            Ending("ninety-one days late", [first, Past.payment("C1", "F1", "2026-05-02", 10_000)], 0, .late, true),
            Ending("open and late", [first], 10, .late, true),
            Ending("a part is open and late", [first, Past.payment("C1", "F1", "2026-01-20", 9_000)], 10, .late, true),
            Ending("open and not that late", [first], 200, .open, true),
            Ending("written off", [first, Past.event(.writeOff, "C1", "2026-02-05", of: "F1")], 10, .late, true),
            Ending(
                "in dispute to the end", [first, Past.event(.dispute, "C1", "2026-02-05", of: "F1")], 0, .disputed, nil),
            Ending(
                "credited",
                [
                    first,
                    .invoice(
                        Invoice(
                            number: "A1", type: .creditNote, issued: Sample.day("2026-02-20"), currency: .eur,
                            payable: 10_000, buyer: Party(code: "C1"),
                            details: InvoiceDetails(precedes: [DocumentReference(number: "F1")]))),
                ], 0, .unpaid, nil),
        ])
    func endings(_ sample: Ending) {
        let judged = run(sample.documents, lateDays: sample.lateDays, end: "2026-06-30").judgements
        #expect(judged.first?.outcome == sample.outcome)
        #expect(judged.first?.isDefault == sample.isDefault)
    }

    // MARK: No knowledge of the future

    /// A random history of several customers; references are by invoice number.
    private func history(_ random: inout Seeded) -> [Document] {
        var documents: [Document] = []
        for number in 0..<120 {
            let customer = "C\(Int.random(in: 0..<8, using: &random))"
            let issued = Sample.day("2025-01-01").adding(days: Int.random(in: 0..<500, using: &random))
            let amount = Int64.random(in: 1...50_000, using: &random)
            let late = Int.random(in: -30...60, using: &random)
            documents.append(
                Past.invoice(
                    customer, "F\(number)", issued.description, due: issued.adding(days: 30).description, amount))
            if Int.random(in: 0..<10, using: &random) > 0 {
                let day = issued.adding(days: max(0, 30 + late)).description
                documents.append(Past.payment(customer, "F\(number)", day, amount))
            }
            if Int.random(in: 0..<15, using: &random) == 0 {
                documents.append(Past.event(.dispute, customer, issued.adding(days: 31).description, of: "F\(number)"))
            }
        }
        return documents
    }

    private func day(of document: Document) -> Day {
        switch document {
        case .invoice(let invoice): invoice.issued
        case .payment(let payment): payment.date
        case .event(let event): event.date
        default: Day(number: 0)
        }
    }

    /// What was said of every invoice issued up to `cut`.
    private func said(_ documents: [Document], until cut: Day) -> [String: [Double]] {
        let judged = run(documents).judgements.filter { $0.issued <= cut }
        return Dictionary(
            uniqueKeysWithValues: judged.map { ($0.number, [$0.score, $0.customerAverage, $0.portfolioRate]) })
    }

    @Test("a score of the past depends on what came after it", arguments: 0..<12)
    func future(_ round: Int) {
        var random = Seeded(UInt64(round) &* 104_729 &+ 20_261_125)
        let documents = history(&random)
        let cut = Sample.day("2025-01-01").adding(days: Int.random(in: 50..<500, using: &random))
        let truth = said(documents, until: cut)
        #expect(!truth.isEmpty)
        // The future taken away, but for the invoices of the day itself.
        let past = documents.filter { document in
            if case .invoice = document { return day(of: document) <= cut }
            return day(of: document) < cut
        }
        #expect(said(past, until: cut) == truth, "without the future, round \(round)")
        // The future turned round: whoever was to pay late pays at once, whoever was to pay in time pays late.
        let other = documents.map { document -> Document in
            guard case .payment(var payment) = document, payment.date >= cut else { return document }
            payment.date = Int(payment.date.number) % 2 == 0 ? cut : payment.date.adding(days: 90)
            return .payment(payment)
        }
        #expect(said(other, until: cut) == truth, "another future, round \(round)")
        #expect(said(documents.shuffled(using: &random), until: cut) == truth, "order, round \(round)")
    }

    @Test("a limit or a figure of which nobody knows since when counts in the past")
    func undated() {
        let limit = CreditLimit(buyer: Party(code: "C1"), amount: 1, currency: .eur)
        let record = CustomerRecord(
            party: Party(code: "C1"), internalLimit: 5, currency: .eur, margin: ExactDecimal("3"))
        let knowledge = Knowledge([.limit(limit), .customer(record)] + twoCustomers, until: nil)
        #expect(knowledge.undated == 1)
        #expect(run([.limit(limit)] + twoCustomers).undated == 1)
        guard case .customer(let kept) = knowledge.documents.first?.document else {
            Issue.record("the customer is lost")
            return
        }
        #expect(kept.internalLimit == nil)
        #expect(kept.margin == nil)
        #expect(kept.party.code == "C1")
    }

    // MARK: Alerts

    @Test("an alert of the past comes on another day, or is weighed wrongly")
    func alerts() throws {
        let documents = [
            // 40 days late: an alert at 10 days, after the first lateness; the next invoice is late again.
            Past.invoice("C1", "F1", "2026-01-01", due: "2026-01-31", 100), Past.payment("C1", "F1", "2026-03-12", 100),
            Past.invoice("C1", "F2", "2026-03-01", due: "2026-03-31", 100), Past.payment("C1", "F2", "2026-04-05", 100),
            // 15 days late, then never again.
            Past.invoice("C2", "F3", "2026-01-01", due: "2026-01-31", 100), Past.payment("C2", "F3", "2026-02-15", 100),
            // A procedure.
            Past.invoice("C3", "F4", "2026-11-01", due: "2026-11-20", 100), Past.event(.proceeding, "C3", "2026-12-20"),
        ]
        let result = run(
            documents, end: "2026-12-31", rules: [rule("late", overdueBy: 10), rule("never", overdueBy: 500)])
        #expect(result.alerts.map(\.customer) == ["code:C1", "code:C2", "code:C3"])
        #expect(result.alerts.map(\.day) == ["2026-02-10", "2026-02-10", "2026-11-30"].map { Sample.day($0) })
        #expect(result.alerts.map(\.firstTrouble) == ["2026-02-01", "2026-02-01", "2026-11-21"].map { Sample.day($0) })
        #expect(result.alerts.map(\.daysBeforeNext) == [50, nil, 20])  // to 1 April, when F2 turned late
        #expect(result.alerts.map(\.isDecided) == [true, true, true])
        let records = result.ruleRecords
        #expect(records.map(\.rule) == ["late", "never"])
        #expect(records.map(\.raised) == [3, 0])
        #expect(records.map(\.followed) == [2, 0])
        #expect(records.map(\.forNothing) == [1, 0])
        #expect(records.map(\.precision) == [2.0 / 3, nil])
        #expect(records.map(\.leadDays) == [20, nil])
        #expect(result.warned.customers == 3)
        #expect(result.warned.before == 0)
    }

    @Test("a warning before a customer's first lateness is not counted as one, or one not decided yet as useless")
    func warnings() {
        // With lateness from 30 days on, the alert at 10 days comes 21 days before.
        let documents = [
            Past.invoice("C1", "F1", "2026-01-01", due: "2026-01-31", 100), Past.payment("C1", "F1", "2026-03-12", 100),
            Past.invoice("C2", "F2", "2026-10-01", due: "2026-11-01", 100), Past.payment("C2", "F2", "2026-11-15", 100),
        ]
        let result = run(documents, lateDays: 30, end: "2026-12-31", rules: [rule("late", overdueBy: 10)])
        #expect(result.alerts.map(\.daysBeforeFirst) == [21, nil])
        #expect(result.alerts.map(\.isDecided) == [true, false])
        #expect(result.ruleRecords.first?.firstLeadDays == 21)
        #expect(result.ruleRecords.first?.forNothing == 0)
        #expect(result.warned.customers == 1)
        #expect(result.warned.before == 1)
    }

    // MARK: How well

    @Test("the area under the curve differs from counting pairs by hand")
    func area() {
        func area(_ risks: [Double], _ late: [Bool]) -> Double? {
            RankedOutcomes(risks, late: late, groups: risks.map { _ in 0 }).area
        }
        #expect(area([1, 2, 3, 4], [false, false, true, true]) == 1)
        #expect(area([1, 2, 3, 4], [true, true, false, false]) == 0)
        #expect(area([1, 1, 1, 1], [true, false, true, false]) == 0.5)
        // Pairs late/punctual: (3,1) won, (3,3) half, (2,1) won, (2,3) lost.
        #expect(area([3, 2, 1, 3], [true, true, false, false]) == 2.5 / 4)
        #expect(area([1, 2], [true, true]) == nil)
        #expect(area([], []) == nil)
    }

    @Test("customers drawn twice do not count twice", arguments: 0..<20)
    func weights(_ round: Int) {
        var random = Seeded(UInt64(round) &+ 99)
        let count = Int.random(in: 5..<40, using: &random)
        let risks = (0..<count).map { _ in Double(Int.random(in: 0..<6, using: &random)) }
        let late = (0..<count).map { _ in Bool.random(using: &random) }
        let groups = (0..<count).map { _ in Int32.random(in: 0..<5, using: &random) }
        let drawn = (0..<5).map { _ in Int.random(in: 0..<3, using: &random) }
        var (won, pairs) = (0.0, 0.0)
        for bad in 0..<count where late[bad] {
            for good in 0..<count where !late[good] {
                let weight = Double(drawn[Int(groups[bad])] * drawn[Int(groups[good])])
                pairs += weight
                won += risks[bad] > risks[good] ? weight : risks[bad] == risks[good] ? weight / 2 : 0
            }
        }
        let area = RankedOutcomes(risks, late: late, groups: groups).area(drawn: drawn)
        if pairs > 0 {
            #expect(abs((area ?? -1) - won / pairs) < 1e-12, "round \(round)")
        } else {
            #expect(area == nil, "round \(round)")
        }
    }

    @Test("the same seed gives other intervals, or the interval does not hold the middle of what was drawn")
    func bootstrap() {
        // Reference values of SplitMix64 for the seed 1234567.
        var random = SplitMix64(state: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        let bootstrap = Bootstrap(seed: 5, rounds: 400, customers: 10)
        let figure = { (drawn: [Int]) -> [Double?] in [Double(drawn[0]), drawn[1] == 0 ? nil : 7] }
        let first = bootstrap.intervals(of: 2, figure)
        #expect(first == bootstrap.intervals(of: 2, figure))
        #expect(first[0]?.low == 0)
        #expect((first[0]?.high ?? 0) >= 3)
        #expect(first[1] == Interval(of: [7]))
        #expect(Interval(of: (0...1000).map { Double($0) })?.low == 25)
        #expect(Interval(of: (0...1000).map { Double($0) })?.high == 975)
        #expect(Interval(of: []) == nil)
    }

    @Test("a grade's record mixes lateness with default, or states for lateness what is meant for another delay")
    func calibration() {
        let records = run(twoCustomers).calibration(card)
        #expect(records.map(\.grade) == ["A", "B"])
        #expect(records.map(\.invoices) == [1, 3])
        #expect(records.map(\.late) == [1, 1])
        #expect(records.map(\.defaulted) == [0, 0])
        #expect(records.map(\.statedLate) == [0.1, 0.5])
        #expect(records.map(\.probability) == [0.01, 0.3])
        #expect(run(twoCustomers, lateDays: 3).calibration(card).map(\.statedLate) == [nil, nil])
    }
}
