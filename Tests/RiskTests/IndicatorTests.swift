import Glibc
import Receivables
import Testing

@testable import Risk

/// An account, an indicator and the value a person works out by hand.
private struct Case: CustomTestStringConvertible, Sendable {
    let indicator: String
    let what: String
    let account: Account
    let expected: IndicatorValue?
    var policy = Policy(tolerance: 100)
    var testDescription: String { "\(indicator): \(what)" }

    init(_ indicator: String, _ what: String, _ account: Account, _ expected: IndicatorValue?, _ policy: Policy? = nil)
    {
        self.indicator = indicator
        self.what = what
        self.account = account
        self.expected = expected
        if let policy { self.policy = policy }
    }
}

private let none = Sample.account()
private let overdueTwo = Sample.account([
    Sample.item("A", issued: "2026-08-01", due: "2026-08-20", 10_000),  // 95 days late
    Sample.item("B", issued: "2026-10-01", due: "2026-11-22", 20_000),  // 1 day late
    Sample.item("C", issued: "2026-11-01", due: "2026-11-23", 30_000),  // due today
    Sample.item("D", issued: "2026-11-01", due: "2026-11-01", 99),  // within the tolerance
])
private let paid = Sample.account([
    Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 10_000, settled: "2026-09-11"),
    Sample.item("B", issued: "2026-08-01", due: "2026-09-01", 30_000, settled: "2026-08-30"),
    Sample.item("old", issued: "2025-01-01", due: "2025-02-01", 50_000, settled: "2025-11-23"),  // 365 days ago
    Sample.item("E", issued: "2026-01-01", due: "2026-02-01", 40_000, settled: "2026-02-06"),
])
private let fadingItems = [
    Sample.item("A", issued: "2026-10-01", due: "2026-11-13", 10_000, settled: "2026-11-23"),
    Sample.item("B", issued: "2026-05-01", due: "2026-06-16", 90_000, settled: "2026-07-26"),  // 120 days ago
    Sample.item("C", issued: "2026-11-01", due: "2026-11-23", 5_000),  // due today: not late
    Sample.item("D", issued: "2026-05-01", due: "2026-06-16", 5_000, settled: "2026-07-26", disputed: true),
]
private let fading = Sample.account(fadingItems)
private let fadingAndLate = Sample.account(
    fadingItems + [Sample.item("E", issued: "2026-09-24", due: "2026-10-24", 1_000)])
private let fadingAndJustDue = Sample.account(
    fadingItems + [Sample.item("E", issued: "2026-10-22", due: "2026-11-22", 1_000)])
private let creditedAway = Sample.account(
    [Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 10_000, settled: "2026-11-01")],
    credits: [Credit(kind: .creditNote, date: Sample.day("2026-11-01"), amount: 10_000)],
    allocations: [
        Allocation(credit: 0, receivable: 0, amount: 10_000, date: Sample.day("2026-11-01"), basis: .stated)
    ])
private let inParts = Sample.account(
    [
        Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 10_000, settled: "2026-09-20"),
        Sample.item("B", issued: "2026-08-01", due: "2026-09-01", 10_000, settled: "2026-09-10"),
    ],
    credits: [
        Credit(kind: .payment, date: Sample.day("2026-09-10"), amount: 15_000),
        Credit(kind: .payment, date: Sample.day("2026-09-20"), amount: 5_000),
    ],
    allocations: [
        Allocation(credit: 0, receivable: 0, amount: 5_000, date: Sample.day("2026-09-10"), basis: .stated),
        Allocation(credit: 1, receivable: 0, amount: 5_000, date: Sample.day("2026-09-20"), basis: .stated),
        Allocation(credit: 0, receivable: 1, amount: 10_000, date: Sample.day("2026-09-10"), basis: .stated),
    ])
private let cash = Sample.account(
    [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 10_000, residual: 7_000)],
    credits: [
        Credit(kind: .payment, date: Sample.day("2026-11-10"), amount: 3_000, unallocated: 3_000, remaining: 0),
        Credit(kind: .creditNote, date: Sample.day("2026-11-10"), amount: 500, unallocated: 500),
        Credit(
            kind: .payment, date: Sample.day("2026-11-10"), amount: 900, returned: Sample.day("2026-11-20")),
        Credit(
            kind: .payment, date: Sample.day("2025-11-10"), amount: 900, returned: Sample.day("2025-11-23")),
    ])
private let partlyDisputed = Sample.account([
    disputed(Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 10_000, disputed: true), part: 3_000),
    disputed(Sample.item("B", issued: "2026-08-01", due: "2026-09-02", 500, disputed: true), part: 9_000),
    // Of this one no more than the tolerance is not in dispute.
    disputed(Sample.item("C", issued: "2026-07-01", due: "2026-08-01", 600, disputed: true), part: 500),
])
private func disputed(_ item: Receivable, part: Int64) -> Receivable {
    var item = item
    item.disputed = part
    return item
}
private let partlyLost = Sample.account(
    [Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 10_000, settled: "2026-11-01")],
    credits: [
        Credit(kind: .payment, date: Sample.day("2026-10-01"), amount: 9_000),
        Credit(kind: .writeOff, date: Sample.day("2026-11-01"), amount: 1_000),
    ],
    allocations: [
        Allocation(credit: 0, receivable: 0, amount: 9_000, date: Sample.day("2026-10-01"), basis: .stated),
        Allocation(credit: 1, receivable: 0, amount: 1_000, date: Sample.day("2026-11-01"), basis: .stated),
    ])
private let paidInDispute = Sample.account([
    disputed(
        Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 10_000, settled: "2026-11-01", disputed: true),
        part: 3_000)
])
private let yearAgo = Sample.account([
    Sample.item("in", issued: "2025-10-01", due: "2025-11-17", 10_000, settled: "2025-11-24"),
    Sample.item("out", issued: "2025-10-01", due: "2025-11-01", 90_000, settled: "2025-11-23"),
])
private let quarterAgo = Sample.account([
    Sample.item("recent", issued: "2026-07-01", due: "2026-08-04", 10_000, settled: "2026-08-24"),
    Sample.item("before", issued: "2026-07-01", due: "2026-08-19", 10_000, settled: "2026-08-23"),
])
/// 90 days ago is 25 August.
private let opening = Sample.account(
    [
        Sample.item("A", issued: "2026-08-25", due: "2026-09-25", 10_000, settled: "2026-10-01"),
        Sample.item("B", issued: "2026-08-26", due: "2026-09-26", 70_000),
    ],
    credits: [
        Credit(kind: .payment, date: Sample.day("2026-08-25"), amount: 3_000),
        Credit(kind: .payment, date: Sample.day("2026-08-26"), amount: 7_000),
        Credit(kind: .creditNote, date: Sample.day("2026-08-01"), amount: 200, unallocated: 200),
        Credit(kind: .payment, date: Sample.day("2026-08-01"), amount: 40, returned: Sample.day("2026-08-25")),
    ])
private let months = Sample.account([
    Sample.item("0", issued: "2026-11-23", due: "2026-12-23", 30_000),  // month 0
    Sample.item("1", issued: "2026-10-20", due: "2026-11-20", 60_000),  // month 1, three days late
    Sample.item("2", issued: "2026-09-20", due: "2026-10-20", 60_000, settled: "2026-10-20"),  // month 2
])
private let insured = Sample.limit(50_000, from: "2026-01-01", share: "90")
private let atlas = Sample.limit(50_000, from: "2026-01-01", insurer: "Atlas")
/// Two promises of 6,000 of one invoice, the second until `day`, and one payment of 6,000.
private func plan(_ day: String) -> Account {
    Sample.account(
        [Sample.item("A", issued: "2026-01-05", due: "2026-02-05", 12_000, open: 6_000)],
        credits: [Credit(kind: .payment, date: Sample.day("2026-03-10"), amount: 6_000)],
        allocations: [
            Allocation(credit: 0, receivable: 0, amount: 6_000, date: Sample.day("2026-03-10"), basis: .stated)
        ],
        events: [
            Sample.event(.promise, "2026-03-01", of: "A", until: "2026-03-10", 6_000),
            Sample.event(.promise, "2026-03-02", of: "A", until: day, 6_000),
        ])
}
private let sixty = [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 60_000, net: 50_000)]
private let late = [Sample.item("A", issued: "2026-07-01", due: "2026-09-01", 40_000)]  // 83 days late
/// 83, 91 and 120 days late.
private let lapsedAndLate =
    late + [
        Sample.item("B", issued: "2026-07-02", due: "2026-08-24", 300),
        Sample.item("C", issued: "2026-07-03", due: "2026-07-26", 20),
    ]
private let withoutVAT = Policy(insurance: InsuranceTerms(isWithoutVAT: true))

private let paidTwice = Sample.account(
    [Sample.item("A", issued: "2026-07-01", due: "2026-08-01", 10_000, open: 4_000)],
    credits: [
        Credit(kind: .payment, date: Sample.day("2026-09-10"), amount: 2_500),
        Credit(kind: .payment, date: Sample.day("2026-10-20"), amount: 3_500),
    ],
    allocations: [
        Allocation(credit: 0, receivable: 0, amount: 2_500, date: Sample.day("2026-09-10"), basis: .stated),
        Allocation(credit: 1, receivable: 0, amount: 3_500, date: Sample.day("2026-10-20"), basis: .stated),
    ],
    events: [
        Sample.event(.promise, "2026-08-20", of: "A", until: "2026-09-10", 2_500),  // paid on its very day
        Sample.event(.promise, "2026-10-01", of: "A", until: "2026-10-19"),  // 7,500 were open, nothing came
        Sample.event(.promise, "2026-10-15", until: "2026-10-20", 3_600),  // one euro short
        Sample.event(.promise, "2026-11-01", of: "A", until: "2026-11-23"),  // its day is not over
        Sample.event(.promise, "2025-10-15", until: "2025-11-22", 9_999),  // 366 days ago
        Sample.event(.reminder, "2026-10-19"), Sample.event(.reminder, "2026-10-21"),
        Sample.event(.reminder, "2026-11-20"), Sample.event(.reminder, "2026-11-24"),  // not yet
    ])
private let risks = Policy(
    sectorRisks: ["batiment": 70, "49": 40], countryRisks: ["IT": 30])
private let rated = Sample.account(events: [
    Sample.event(.rating, "2026-01-10", value: "4+", source: "Banque de France"),
    Sample.event(.proceeding, "2026-02-01", value: "sauvegarde"),
    Sample.event(.verification, "2026-03-01"),
    Sample.event(.proceedingClosed, "2026-06-01"),
    Sample.event(.rating, "2026-11-23", value: "13/20"),
    Sample.event(.rating, "2026-11-24", value: "1/20"),  // tomorrow
    Sample.event(.verification, "2026-11-24"),
])
private let failing = Sample.account(events: [
    Sample.event(.proceedingClosed, "2025-06-01"), Sample.event(.proceeding, "2026-11-23", value: "liquidation"),
])
private let lost = Sample.account(
    credits: [
        Credit(kind: .writeOff, date: Sample.day("2026-11-23"), amount: 700),
        Credit(kind: .writeOff, date: Sample.day("2025-11-24"), amount: 30),  // 364 days ago
        Credit(kind: .writeOff, date: Sample.day("2025-11-23"), amount: 9_000),  // 365 days ago
        Credit(kind: .creditNote, date: Sample.day("2026-11-23"), amount: 80),
    ])

@Suite struct IndicatorTests {
    @Test("a residual within the tolerance is late in the ageing, and in no other figure")
    func tolerance() {
        let account = Sample.account([
            Sample.item("cents", issued: "2026-06-01", due: "2026-07-01", 50),
            Sample.item("A", issued: "2026-06-01", due: "2026-07-01", 10_000),
        ])
        let measures = Measures(account, on: Sample.today, Policy(tolerance: 50))
        #expect(measures["overdue90Amount"] == .amount(10_000))
        #expect(measures.buckets == [50, 0, 0, 0, 10_000])
    }

    @Test(
        "an indicator of what people did differs from what a person works out by hand",
        arguments: [
            Case("brokenPromises", "short of it, or a day late", paidTwice, .number(2)),
            Case("brokenPromises", "none made", none, .number(0)),
            Case("brokenPromises", "one payment keeps one part of a plan", plan("2026-03-20"), .number(1)),
            Case("brokenPromises", "one promise told twice is kept by one payment", plan("2026-03-10"), .number(0)),
            Case("daysSinceLastReminder", "the last sent, not the next", paidTwice, .number(3)),
            Case("daysSinceLastReminder", "nobody reminded", overdueTwo, nil),
            Case("remindersWithoutEffect", "those since the last payment", paidTwice, .number(2)),
            Case("remindersWithoutEffect", "nothing is late", rated, .number(0)),
            Case("externalRating", "the latest in force, out of 100", rated, .number(65)),
            Case("externalRating", "unrated", none, nil),
            Case("insolvencyEvent", "closed", rated, .flag(false)),
            Case("insolvencyEvent", "from its day", failing, .flag(true)),
            Case("claimableOverdue", "all that is late, without a procedure", Sample.account(late), .amount(40_000)),
            Case(
                "claimableOverdue", "what came before the procedure that is open is only lodged",
                Sample.account(
                    late + [Sample.item("B", issued: "2026-08-01", due: "2026-09-15", 300)],
                    events: [
                        Sample.event(.proceeding, "2020-01-01"), Sample.event(.proceedingClosed, "2021-01-01"),
                        Sample.event(.proceeding, "2026-08-01"), Sample.event(.proceeding, "2026-10-01", value: "plan"),
                    ]), .amount(300)),
            Case(
                "claimableOverdue", "closed",
                Sample.account(
                    late,
                    events: [
                        Sample.event(.proceeding, "2026-10-01"), Sample.event(.proceedingClosed, "2026-11-01"),
                    ]), .amount(40_000)),
            Case("unverified", "never checked", none, .flag(true)),
            Case("unverified", "checked once", rated, .flag(false)),
            Case("verificationAgeDays", "since the last, not the next", rated, .number(267)),
            Case("verificationAgeDays", "never", none, nil),
            Case("verificationOverdueDays", "depends on the grade", rated, nil),
            Case("verificationThreshold", "of the policy", none, .amount(2_000_000)),
            Case("verificationGaps", "below the threshold nothing is wanted", none, .number(0)),
            Case(
                "verificationGaps", "one cent above it, no number and no rating",
                Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 2_000_001)]), .number(2),
                Policy(verification: VerificationPolicy(requirements: [.identity, .rating]))),
            Case("ceased", "no register", none, .flag(false)),
            Case(
                "ceased", "the last word counts, not what comes later",
                Sample.account(events: [
                    Sample.register("2026-01-01", active: true), Sample.register("2026-11-23", active: false),
                    Sample.register("2026-11-24", active: true),
                ]), .flag(true)),
            Case(
                "sectorRisk", "of the customer file",
                Sample.account(record: CustomerRecord(party: .unknown, sector: "Bâtiment")), .number(70), risks),
            Case(
                "sectorRisk", "by the first digits of what a register says",
                Sample.account(events: [Sample.register("2026-01-01", activity: "49.41A")]), .number(40), risks),
            Case(
                "sectorRisk", "unknown sector",
                Sample.account(record: CustomerRecord(party: .unknown, sector: "Pêche")), nil, risks),
            Case(
                "countryRisk", "of the customer file",
                Sample.account(record: CustomerRecord(party: Party(name: "A", country: "IT"))), .number(30), risks),
            Case("countryRisk", "nothing says where", none, nil, risks),
            Case("writtenOff", "of a year", lost, .amount(730)),
            Case(
                "margin", "of the record, in percent",
                Sample.account(
                    record: CustomerRecord(
                        party: .unknown, margin: ExactDecimal("22.5"))), .number(0.225)),
            Case("margin", "unknown", none, nil),
        ])
    fileprivate func byHandFromEvents(_ sample: Case) { byHand(sample) }

    @Test(
        "an indicator differs from what a person works out by hand",
        arguments: [
            Case("exposure", "nothing", none, .amount(0)),
            Case("exposure", "open less unallocated credits", cash, .amount(6_500)),
            Case(
                "exposure", "a credit note larger than the invoices makes it negative",
                Sample.account(credits: [
                    Credit(kind: .creditNote, date: Sample.today, amount: 700, unallocated: 700)
                ]), .amount(-700)),
            Case(
                "overdueAmount", "due today is not overdue, a residual within the tolerance neither", overdueTwo,
                .amount(30_000)),
            Case(
                "overdueAmount", "a disputed item is not late",
                Sample.account([Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 1_000, disputed: true)]),
                .amount(0)),
            Case("overdueAmount", "of an item partly in dispute the rest is late", partlyDisputed, .amount(7_000)),
            Case("oldestOverdueDays", "of an item partly in dispute", partlyDisputed, .number(83)),
            Case("disputedAmount", "no more than is owed", partlyDisputed, .amount(3_000 + 500 + 500)),
            Case("overdue30Amount", "beyond thirty days", overdueTwo, .amount(10_000)),
            Case("overdue60Amount", "beyond sixty days", overdueTwo, .amount(10_000)),
            Case(
                "overdue90Amount", "ninety days are not beyond them",
                Sample.account([Sample.item("A", issued: "2026-08-01", due: "2026-08-25", 1_000)]), .amount(0)),
            Case("overdueShare", "over all that is open", overdueTwo, .number(30_000.0 / 60_099)),
            Case("overdueShare", "nothing open", none, nil),
            Case("overdue30Share", "beyond thirty days", overdueTwo, .number(10_000.0 / 60_099)),
            Case("overdue60Share", "beyond sixty days", overdueTwo, .number(10_000.0 / 60_099)),
            Case("overdue90Share", "beyond ninety days", overdueTwo, .number(10_000.0 / 60_099)),
            Case("oldestOverdueDays", "days from the due date", overdueTwo, .number(95)),
            Case("oldestOverdueDays", "nothing late", none, .number(0)),
            // (10,000 × 10 − 30,000 × 2 + 40,000 × 5) / 80,000; what was settled 365 days ago is too old.
            Case("averageDaysLate", "weighted by amount, early negative", paid, .number(3)),
            Case("averageDaysLate", "nothing settled", none, nil),
            Case("averageDaysLate", "settled by a credit note alone is no payment", creditedAway, nil),
            Case("averageDaysLate", "what was given up in part says nothing of habits", partlyLost, nil),
            Case("averageDaysLate", "nor what is still in dispute in part", paidInDispute, nil),
            Case("averageDaysLate", "twelve months begin the day after the same day last year", yearAgo, .number(7)),
            Case("paymentTrend", "three months begin on 24 August", quarterAgo, .number(20 - 4)),
            // 10 days with weight 1 and 40 with ½: 20; with 30 days late so far as well, weight 1: 60 / 2.5.
            Case("expectedDaysLate", "half as much each 120 days", fading, .number(20)),
            Case("expectedDaysLate", "what is late now belongs to it", fadingAndLate, .number(24)),
            Case(
                "expectedDaysLate", "an invoice that has just fallen due makes nobody look better", fadingAndJustDue,
                .number(20)),
            Case("expectedDaysLate", "settled by a credit note alone is no payment", creditedAway, nil),
            Case("expectedDaysLate", "nothing settled, nothing late", none, nil),
            Case("gradeFall", "nothing the account alone could say", paid, nil),
            Case("gradeRise", "nothing the account alone could say", paid, nil),
            Case("lateShare", "by amount", paid, .number(50_000.0 / 80_000)),
            // (100,000 − 60,000) / 40,000 = 1 in the last 91 days, 5 before.
            Case("paymentTrend", "the last quarter less the rest of the year", paid, .number(-4)),
            Case("paymentTrend", "one window empty", inParts, nil),
            Case("dso", "nothing owed", none, .number(0)),
            // 90,000 owed: all 30,000 of November, 23 days so far, then all 60,000 of October, 31 days.
            Case("dso", "months back until the exposure is used up", months, .number(54)),
            // 20,000 of the 30,000 of November: two thirds of its 23 days.
            Case(
                "dso", "the last month in proportion",
                Sample.account(
                    [Sample.item("A", issued: "2026-11-02", due: "2026-12-02", 30_000)],
                    credits: [Credit(kind: .payment, date: Sample.today, amount: 10_000, unallocated: 10_000)]),
                .number(23.0 * 20_000 / 30_000)),
            Case(
                "dso", "24 months back to the first of December 2024",
                Sample.account([Sample.item("A", issued: "2024-12-01", due: "2025-02-01", 100)]), .number(23 + 700)),
            Case(
                "dso", "older invoicing cannot say",
                Sample.account([Sample.item("A", issued: "2024-11-30", due: "2025-02-01", 100)]), nil),
            Case(
                "dso", "what a refund left owing was not invoiced",
                Sample.account([
                    Receivable(
                        number: "R", issued: Sample.today, due: DueDate(Sample.today), amount: 100, cause: .refund)
                ]), nil),
            Case("simpleDso", "exposure over ninety days of invoicing", months, .number(90_000.0 / 150_000 * 90)),
            Case("bestPossibleDso", "what is not due", months, .number(30_000.0 / 150_000 * 90)),
            Case("averageDaysDelinquent", "the DSO less the best possible", months, .number(54 - 18)),
            Case("averageDaysDelinquent", "no invoicing", none, nil),
            Case("invoiced90", "VAT included", months, .amount(150_000)),
            Case("returnedPayments", "within twelve months", cash, .number(1)),
            Case(
                "returnedPayments", "one whose payment nobody told of",
                Sample.account([
                    Receivable(
                        number: "R", issued: Sample.day("2025-11-24"), due: DueDate(Sample.today), amount: 100,
                        cause: .returnedPayment),
                    Receivable(
                        number: "S", issued: Sample.day("2025-11-23"), due: DueDate(Sample.today), amount: 100,
                        cause: .returnedPayment),
                ]), .number(1)),
            Case("partialPaymentShare", "paid on two days", inParts, .number(0.5)),
            Case("creditNoteRate", "credit notes over invoices", creditedAway, .number(1)),
            Case("unallocatedCash", "payments only", cash, .amount(3_000)),
            Case(
                "disputedAmount", "what is in dispute",
                Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 500, disputed: true)]),
                .amount(500)),
            Case(
                "disputeShare", "over all that is open",
                Sample.account([
                    Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 500, disputed: true),
                    Sample.item("B", issued: "2026-11-01", due: "2026-12-01", 1_500),
                ]), .number(0.25)),
            Case("insuredLimit", "no decision", Sample.account(sixty), nil),
            Case("insuredLimit", "in force", Sample.account(sixty, limits: [insured]), .amount(50_000)),
            Case("insurableExposure", "with VAT", Sample.account(sixty), .amount(60_000)),
            Case("insurableExposure", "without VAT, as stated", Sample.account(sixty), .amount(50_000), withoutVAT),
            Case(
                "insurableExposure", "less a credit note without an invoice, without VAT as it states, at 5.5 %",
                Sample.account(
                    [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 10_550, net: 10_000)],
                    credits: [
                        Credit(kind: .creditNote, date: Sample.today, amount: 1_055, net: 1_000, unallocated: 1_055)
                    ]), .amount(9_000), withoutVAT),
            Case(
                "insurableExposure", "without VAT, estimated at 20 %, to the nearest cent",
                Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 100)]), .amount(83),
                withoutVAT),
            Case(
                "insuredLimitUtilisation", "of the limit in force", Sample.account(sixty, limits: [insured]),
                .number(1.2)),
            Case("insuredLimitUtilisation", "no limit is not infinity", Sample.account(sixty), nil),
            Case("uninsured", "owes, no limit", Sample.account(sixty), .flag(true)),
            Case("uninsured", "owes nothing", none, .flag(false)),
            Case("uninsured", "limit", Sample.account(sixty, limits: [insured]), .flag(false)),
            Case(
                "uninsured", "covered as an unnamed buyer", Sample.account(sixty), .flag(false),
                Policy(insurance: InsuranceTerms(unnamedCeiling: 500_000))),
            Case("uninsuredExposure", "no limit: all of it", Sample.account(sixty), .amount(60_000)),
            // 10,000 above the limit and a tenth of the 50,000 within it.
            Case(
                "uninsuredExposure", "above and the own share", Sample.account(sixty, limits: [insured]),
                .amount(15_000)),
            // A tenth of 1.01 is 10.1 cents; of 1.05, 10.5: half a cent is the insured's.
            Case(
                "uninsuredExposure", "the own share to the nearest cent",
                Sample.account(
                    [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 101)], limits: [insured]),
                .amount(10)),
            Case(
                "uninsuredExposure", "half a cent of it is the insured's",
                Sample.account(
                    [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 105)], limits: [insured]),
                .amount(11)),
            Case(
                "coveredExposure", "items are summed before they are rounded",
                Sample.account(
                    (1...3).map { Sample.item("A\($0)", issued: "2026-11-01", due: "2026-12-01", 105) },
                    limits: [insured]), .amount(315 - 32)),
            Case("coveredExposure", "the rest of it", Sample.account(sixty, limits: [insured]), .amount(45_000)),
            Case(
                "insuredLimitDaysLeft", "ends today",
                Sample.account(sixty, limits: [Sample.limit(1, from: "2026-01-01", to: "2026-11-23")]), .number(0)),
            Case(
                "insuredLimitDaysLeft", "the eve of a cut that is known",
                Sample.account(sixty, limits: [insured, Sample.limit(40_000, from: "2026-12-01", .reduced)]),
                .number(7)),
            Case(
                "insuredLimitDaysLeft", "a rise that is known ends nothing",
                Sample.account(sixty, limits: [insured, Sample.limit(60_000, from: "2026-12-01")]), nil),
            Case(
                "insuredLimitEndedDays", "the day after its last",
                Sample.account(sixty, limits: [Sample.limit(1, from: "2026-01-01", to: "2026-11-22")]), .number(1)),
            Case(
                "insuredLimitEndedDays", "its last day",
                Sample.account(sixty, limits: [Sample.limit(1, from: "2026-01-01", to: "2026-11-23")]), nil),
            Case(
                "insuredLimitEndedDays", "cancelled is not ended",
                Sample.account(
                    sixty,
                    limits: [
                        Sample.limit(1, from: "2026-01-01", to: "2026-11-22"),
                        Sample.limit(0, from: "2026-03-01", .cancelled),
                    ]), nil),
            Case("insuredLimitEndedDays", "there never was one", Sample.account(sixty), nil),
            Case("insuredLimitDaysLeft", "no end", Sample.account(sixty, limits: [insured]), nil),
            Case(
                "declarationDaysLeft", "90 days from the due date", Sample.account(late, limits: [insured]), .number(7)),
            Case("declarationDaysLeft", "never insured", Sample.account(late), nil),
            Case(
                "declarationDaysLeft", "the decision's own delay",
                Sample.account(late, limits: [Sample.limit(50_000, from: "2026-01-01", declaration: 60)]),
                .number(-23)),
            Case(
                "declarationDaysLeft", "one whose right is lost hides none that can still be declared",
                Sample.account(lapsedAndLate, limits: [insured]), .number(7)),
            Case(
                "declarationLapsedDays", "the one lost last, since the day after its delay",
                Sample.account(lapsedAndLate, limits: [insured]), .number(1)),
            Case("declarationLapsedDays", "it can still be declared", Sample.account(late, limits: [insured]), nil),
            Case(
                "declarationLapsedDays", "declared in time or not, it is done",
                Sample.account(
                    lapsedAndLate, limits: [insured],
                    events: [
                        Sample.event(.declaration, "2026-11-20", of: "B"),
                        Sample.event(.declaration, "2026-11-20", of: "C"),
                    ]), nil),
            Case("declarationLapsedDays", "never insured", Sample.account(lapsedAndLate), nil),
            Case(
                "declarationDaysLeft", "a dispute does not stop the delay",
                Sample.account(
                    [Sample.item("A", issued: "2026-07-01", due: "2026-09-01", 40_000, disputed: true)],
                    limits: [insured]), .number(7)),
            Case("coverLost", "83 days late, extension 60", Sample.account(late, limits: [insured]), .flag(true)),
            Case(
                "coverLost", "83 days late, extension 83",
                Sample.account(late, limits: [Sample.limit(50_000, from: "2026-01-01", extensionDays: 83)]),
                .flag(false)),
            Case("coverLost", "no limit to lose", Sample.account(late), nil),
            Case(
                "declarationDaysLeft", "what was declared is done",
                Sample.account(
                    late, limits: [insured], events: [Sample.event(.declaration, "2026-11-20", of: "A")]), nil),
            Case(
                "declarationDaysLeft", "another invoice's declaration does not count",
                Sample.account(
                    late, limits: [insured], events: [Sample.event(.declaration, "2026-11-20", of: "B")]), .number(7)),
            Case(
                "declarationDaysLeft", "a declaration of all that was past due that day counts",
                Sample.account(late, limits: [insured], events: [Sample.event(.declaration, "2026-09-02")]), nil),
            Case(
                "declarationDaysLeft", "not one of the due date itself",
                Sample.account(late, limits: [insured], events: [Sample.event(.declaration, "2026-09-01")]),
                .number(7)),
            Case(
                "declarationDaysLeft", "terms beyond the credit period were never covered",
                Sample.account(late, limits: [Sample.limit(50_000, from: "2026-01-01", credit: 61)]), nil),
            Case("uncoveredDeliveries", "cover stands", Sample.account(sixty, limits: [insured]), .amount(0)),
            Case("uncoveredDeliveries", "there was none to lose", Sample.account(sixty), .amount(0)),
            Case(
                "uncoveredDeliveries", "since a cancellation, its day included",
                Sample.account(
                    [
                        Sample.item("A", issued: "2026-10-31", due: "2026-12-01", 700),
                        Sample.item("B", issued: "2026-11-01", due: "2026-12-01", 30),
                    ], limits: [insured, Sample.limit(0, from: "2026-11-01", .cancelled)]), .amount(30)),
            // Due 1 September: beyond sixty days from 1 November.
            Case(
                "uncoveredDeliveries", "since the extension ran out",
                Sample.account(
                    late + [
                        Sample.item("B", issued: "2026-10-31", due: "2026-12-01", 700),
                        Sample.item("C", issued: "2026-11-01", due: "2026-12-01", 30),
                    ], limits: [insured]), .amount(30)),
            Case("limitWithdrawn", "granted", Sample.account(sixty, limits: [insured]), .flag(false)),
            Case(
                "limitWithdrawn", "reduced",
                Sample.account(sixty, limits: [insured, Sample.limit(9, from: "2026-11-01", .reduced)]), .flag(true)),
            Case("limitRevoked", "no decision", Sample.account(sixty), .flag(false)),
            Case(
                "limitRevoked", "cancelled", Sample.account(sixty, limits: [Sample.limit(9, .cancelled)]), .flag(true)),
            Case(
                "limitCutDays", "since its first day",
                Sample.account(sixty, limits: [insured, Sample.limit(9, from: "2026-11-01", .reduced)]), .number(22)),
            Case(
                "limitCutDays", "less than before without a word of it",
                Sample.account(sixty, limits: [insured, Sample.limit(9, from: "2026-11-23")]), .number(0)),
            Case(
                "limitCutDays", "more than before whatever the word",
                Sample.account(sixty, limits: [insured, Sample.limit(60_000, from: "2026-11-01", .reduced)]), nil),
            Case(
                "limitCutDays", "a first decision that says reduced",
                Sample.account(sixty, limits: [Sample.limit(9, from: "2026-11-01", .reduced)]), .number(22)),
            Case("limitCutDays", "granted", Sample.account(sixty, limits: [insured]), nil),
            Case(
                "limitCutDays", "another insurer's decision for less is beside it",
                Sample.account(sixty, limits: [atlas, Sample.limit(9, from: "2026-11-01", insurer: "Nova")]), nil),
            Case(
                "limitCutDays", "another insurer takes over for as much",
                Sample.account(
                    sixty,
                    limits: [
                        atlas, Sample.limit(0, from: "2026-11-01", .cancelled, insurer: "Atlas"),
                        Sample.limit(50_000, from: "2026-11-01", insurer: "Nova"),
                    ]), nil),
            Case(
                "limitCutDays", "one of two insurers leaves",
                Sample.account(
                    sixty,
                    limits: [
                        atlas, Sample.limit(50_000, from: "2026-10-01", insurer: "Nova"),
                        Sample.limit(0, from: "2026-11-01", .cancelled, insurer: "Atlas"),
                    ]), .number(22)),
            Case(
                "limitCutDays", "another one has made up for it since",
                Sample.account(
                    sixty,
                    limits: [
                        atlas, Sample.limit(0, from: "2026-11-01", .cancelled, insurer: "Atlas"),
                        Sample.limit(50_000, from: "2026-11-10", insurer: "Nova"),
                    ]), nil),
            Case(
                "limitRevoked", "one of two insurers cancelled",
                Sample.account(
                    sixty,
                    limits: [
                        Sample.limit(9, insurer: "Nova"),
                        Sample.limit(0, from: "2026-11-01", .cancelled, insurer: "Atlas"),
                    ]), .flag(false)),
            Case("revokedByGroup", "no group", Sample.account(sixty, limits: [insured]), .flag(false)),
            Case(
                "internalLimit", "of the customer file",
                Sample.account(sixty, record: CustomerRecord(party: .unknown, internalLimit: 40_000)), .amount(40_000)),
            Case(
                "internalLimitUtilisation", "exposure over it",
                Sample.account(sixty, record: CustomerRecord(party: .unknown, internalLimit: 40_000)), .number(1.5)),
            Case("internalLimitUtilisation", "no limit", Sample.account(sixty), nil),
            Case("termsBeyondLegal", "thirty days", Sample.account(sixty), .number(0)),
            Case(
                "termsBeyondLegal", "45 days end of month is lawful, and one day more is not",
                Sample.account([Sample.item("A", issued: "2026-11-02", due: "2027-01-15", 5)]), .number(1)),
            Case(
                "termsBeyondLegal", "a sector of its own, whatever its accents",
                Sample.account(
                    [Sample.item("A", issued: "2026-11-01", due: "2026-12-03", 5)],
                    record: CustomerRecord(party: .unknown, sector: "DENREES PERISSABLES")), .number(2),
                Policy(legalTerms: LegalTerms(sectors: ["denrées périssables": 30]))),
            Case(
                "termsBeyondLegal", "an estimated due date is not held against anybody",
                Sample.account([Sample.item("A", issued: "2026-01-02", due: "2027-01-15", 5, estimated: true)]), nil),
            Case(
                "termsBeyondPolicy", "the decision's credit period",
                Sample.account(sixty, limits: [Sample.limit(9, from: "2026-01-01", credit: 25)]), .number(5)),
            Case(
                "termsBeyondPolicy", "by the decision of the invoice's day",
                Sample.account(
                    sixty,
                    limits: [
                        Sample.limit(9, from: "2026-01-01", credit: 25),
                        Sample.limit(9, from: "2026-11-20", credit: 90),
                    ]), .number(5)),
            Case("termsBeyondPolicy", "no such clause", Sample.account(sixty, limits: [insured]), nil),
            Case(
                "purchaseShift", "twice the usual",
                Sample.account([
                    Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 50_000),
                    Sample.item("B", issued: "2026-05-01", due: "2026-06-01", 100_000, settled: "2026-06-01"),
                ]), .number(1)),
            Case("purchaseShift", "no past", Sample.account(sixty), nil),
            Case("daysSinceFirstInvoice", "the oldest one, open or not", opening, .number(90)),
            Case("daysSinceFirstInvoice", "nothing invoiced", Sample.account(), nil),
            Case("estimatedNetItems", "with VAT nothing is estimated", Sample.account(late), .number(0)),
            Case("estimatedNetItems", "stated", Sample.account(sixty), .number(0), withoutVAT),
            Case("estimatedNetItems", "not stated", Sample.account(late), .number(1), withoutVAT),
            Case("exposure90DaysAgo", "what was owed then", opening, .amount(10_000 - 3_000 - 200)),
            Case("exposure90DaysAgo", "nothing yet", Sample.account(sixty), .amount(0)),
            Case("guessedIdentity", "known by more than a name", none, .flag(false)),
            Case("concentrationShare", "depends on the others", Sample.account(sixty), nil),
            Case(
                "estimatedDueDates", "what a refund left owing is no invoice without terms",
                Sample.account([
                    Receivable(
                        number: "R", issued: Sample.today, due: DueDate(Sample.today, isEstimated: true), amount: 5,
                        cause: .refund)
                ]), .number(0)),
            Case(
                "estimatedDueDates", "of open items",
                Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 5, estimated: true)]),
                .number(1)),
            Case(
                "otherCurrencyItems", "items, credits and limits",
                Sample.account(
                    [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 5, currency: Currency("USD") ?? .eur)],
                    credits: [
                        Credit(
                            kind: .payment, date: Sample.today, currency: Currency("GBP") ?? .eur, amount: 5,
                            unallocated: 5)
                    ], limits: [Sample.limit(5, currency: Currency("CHF") ?? .eur)]), .number(3)),
            Case(
                "identityConflicts", "codes others claim too",
                Sample.account(conflicts: [Message(Catalogue.template(code: "x"))]), .number(1)),
        ])
    fileprivate func byHand(_ sample: Case) {
        let measures = Measures(sample.account, on: Sample.today, sample.policy)
        #expect(measures[sample.indicator] == sample.expected)
    }

    @Test("a new indicator has no case worked out by hand")
    func everyIndicatorHasACase() throws {
        let source = try String(contentsOfSource: #filePath)
        for indicator in Indicator.all where indicator.ofGroup == nil {
            #expect(source.contains("Case(\"\(indicator.name)\"") || source.contains("\"\(indicator.name)\", \""))
        }
    }

    @Test("an indicator beyond the 128th would be lost in packing, or two would share a name")
    func packable() {
        #expect(Indicator.groupPlaces.lowerBound <= 128)
        #expect(Set(Indicator.all.map(\.name)).count == Indicator.all.count)
    }

    @Test("an indicator does not say how it is worked out, in both languages")
    func formulas() {
        for indicator in Indicator.all {
            #expect(indicator.formula.map { !$0.french.isEmpty && !$0.english.isEmpty } ?? false, "\(indicator.name)")
        }
    }

    @Test("the parts of a figure do not give the figure")
    func workings() {
        let day = Sample.today
        func parts(_ name: String, _ account: Account) -> [Working.Part] {
            Indicator.index(of: name).map { Workings(account, on: day, Policy(tolerance: 100))[place: $0].parts } ?? []
        }
        let due = Working.Dated(.due, Sample.day("2026-09-01"))
        #expect(
            parts("averageDaysLate", paid) == [
                .window(Sample.day("2025-11-24")...day),
                .items([
                    Working.Item("A", 10_000, [due, .init(.settled, Sample.day("2026-09-11"))], days: 10),
                    Working.Item("B", 30_000, [due, .init(.settled, Sample.day("2026-08-30"))], days: -2),
                    Working.Item(
                        "E", 40_000,
                        [.init(.due, Sample.day("2026-02-01")), .init(.settled, Sample.day("2026-02-06"))], days: 5),
                ]),
            ])
        #expect(
            parts("overdueAmount", partlyDisputed) == [.items([Working.Item("A", 7_000, [due], days: 83)])])
        let amounts = parts("dso", months).compactMap { part -> Int64? in
            if case .figure(_, .amount(let units), _) = part { units } else { nil }
        }
        #expect(amounts == [90_000, 30_000, 60_000])
        #expect(
            parts("uninsuredExposure", Sample.account(sixty, limits: [insured])) == [
                .amount("encours assurable", "insurable exposure", 60_000),
                .amount("limite en vigueur", "limit in force", 50_000),
                .figure("quotité", "insured share", 0.9, .share),
            ])
    }

    @Test("packing a customer's measures changes a value or forgets one")
    func packing() {
        for account in [none, overdueTwo, paid, inParts, cash, months, Sample.account(late, limits: [insured])] {
            let position = Position(account, on: Sample.today, Policy())
            let measures = Measures(position)
            for (place, indicator) in Indicator.all.enumerated() {
                #expect(measures[place: place] == indicator.compute(position), "\(indicator.name)")
            }
            #expect(measures.buckets == position.buckets)
            #expect(measures.values == Indicator.all.map { $0.compute(position) })
        }
    }

    @Test("the share of the portfolio is missing where rules are judged")
    func concentration() {
        let measures = Measures(Sample.account(sixty), on: Sample.today, Policy())
        let place = Indicator.concentrationPlace
        #expect(measures.values(within: 240_000)[place] == .number(0.25))
        #expect(measures.values(within: 0)[place] == nil)
    }

    @Test("ageing buckets put an item on the wrong side of a bound")
    func buckets() {
        let ages = [-5, 0, 1, 30, 31, 60, 61, 90, 91, 400]
        let items = ages.enumerated().map { place, age in
            let due = Sample.today.adding(days: -age)
            return Receivable(number: "\(place)", issued: due, due: DueDate(due), amount: 1 << Int64(place))
        }
        let measures = Measures(Sample.account(items), on: Sample.today, Policy())
        #expect(measures.buckets == [0b11, 0b1100, 0b11_0000, 0b1100_0000, 0b11_0000_0000])
        #expect(measures.positive == 1023)
    }
}

extension String {
    /// A source file of the tests, read without Foundation.
    init(contentsOfSource path: String) throws {
        struct Unreadable: Error {}
        guard let file = unsafe fopen(path, "r") else { throw Unreadable() }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 18)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        self = String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
