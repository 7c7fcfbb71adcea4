import Receivables
import Testing

@testable import Risk

private struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let limits: [CreditLimit]
    let day: String
    let limit: Int64?
    var ends: String?
    var policy = Policy()
    var testDescription: String { what }
}

private let granted = Sample.limit(50_000, from: "2026-01-01")
private let atlas = Sample.limit(50_000, from: "2026-01-01", share: "90", insurer: "Atlas Crédit")
private let topUp = Sample.limit(20_000, from: "2026-03-01", share: "80", insurer: "Topup Assur")

@Suite struct CoverTests {
    @Test(
        "the limit in force is another than the insurer's decisions give",
        arguments: [
            Case(what: "before its first day", limits: [granted], day: "2025-12-31", limit: nil),
            Case(what: "on its first day", limits: [granted], day: "2026-01-01", limit: 50_000),
            Case(
                what: "on its last day", limits: [Sample.limit(7, from: "2026-01-01", to: "2026-06-30")],
                day: "2026-06-30", limit: 7, ends: "2026-06-30"),
            Case(
                what: "the day after its last", limits: [Sample.limit(7, from: "2026-01-01", to: "2026-06-30")],
                day: "2026-07-01", limit: nil),
            Case(
                what: "a limit that changes today changes today",
                limits: [granted, Sample.limit(30_000, from: "2026-07-01", .reduced)], day: "2026-07-01", limit: 30_000),
            Case(
                what: "and not the day before",
                limits: [granted, Sample.limit(30_000, from: "2026-07-01", .reduced)], day: "2026-06-30", limit: 50_000,
                ends: "2026-06-30"),
            Case(
                what: "what a decision replaced does not come back when it ends",
                limits: [granted, Sample.limit(30_000, from: "2026-03-01", to: "2026-06-30", .reduced)],
                day: "2026-07-01", limit: nil),
            Case(
                what: "a cancelled limit covers nothing, whatever its row still shows",
                limits: [granted, Sample.limit(50_000, from: "2026-03-01", .cancelled)], day: "2026-03-01", limit: 0),
            Case(
                what: "a refusal lasts until another decision, whatever end it shows",
                limits: [Sample.limit(0, from: "2026-03-01", to: "2026-03-31", .refused)], day: "2026-07-01", limit: 0),
            Case(
                what: "two decisions from one day: the smaller counts",
                limits: [granted, Sample.limit(20_000, from: "2026-01-01")], day: "2026-02-01", limit: 20_000),
            Case(
                what: "a temporary limit adds",
                limits: [
                    granted, Sample.limit(10_000, from: "2026-02-01", to: "2026-02-28", temporary: true),
                ], day: "2026-02-28", limit: 60_000, ends: "2026-02-28"),
            Case(
                what: "only while it runs",
                limits: [
                    granted, Sample.limit(10_000, from: "2026-02-01", to: "2026-02-28", temporary: true),
                ], day: "2026-03-01", limit: 50_000),
            Case(
                what: "a cancellation ends temporary limits granted before it",
                limits: [
                    Sample.limit(10_000, from: "2026-02-01", temporary: true),
                    Sample.limit(0, from: "2026-03-01", .cancelled),
                ], day: "2026-03-01", limit: 0),
            Case(
                what: "but not those granted after it",
                limits: [
                    Sample.limit(0, from: "2026-03-01", .cancelled),
                    Sample.limit(10_000, from: "2026-04-01", temporary: true),
                ], day: "2026-04-01", limit: 10_000),
            Case(
                what: "a renewal that is known leaves no end",
                limits: [
                    Sample.limit(7, from: "2026-01-01", to: "2026-06-30"), Sample.limit(7, from: "2026-07-01"),
                ], day: "2026-06-01", limit: 7),
            Case(
                what: "a renewal for less does",
                limits: [
                    Sample.limit(7, from: "2026-01-01", to: "2026-06-30"), Sample.limit(6, from: "2026-07-01"),
                ], day: "2026-06-01", limit: 7, ends: "2026-06-30"),
            Case(
                what: "a renewal after a gap does",
                limits: [
                    Sample.limit(7, from: "2026-01-01", to: "2026-06-30"), Sample.limit(7, from: "2026-07-02"),
                ], day: "2026-06-01", limit: 7, ends: "2026-06-30"),
            Case(
                what: "a second insurer's limit adds to the first one's", limits: [atlas, topUp], day: "2026-04-01",
                limit: 70_000),
            Case(
                what: "another policy's too",
                limits: [
                    Sample.limit(50_000, from: "2026-01-01", insurer: "Atlas", policy: "A-1"),
                    Sample.limit(20_000, from: "2026-03-01", insurer: "Atlas", policy: "A-2"),
                ], day: "2026-04-01", limit: 70_000),
            Case(
                what: "an insurer written another way replaces its own decision",
                limits: [atlas, Sample.limit(20_000, from: "2026-03-01", insurer: "ATLAS CREDIT SA")],
                day: "2026-04-01", limit: 20_000),
            Case(
                what: "a decision that names nobody may be anybody's, and replaces all",
                limits: [atlas, topUp, Sample.limit(30_000, from: "2026-03-02")], day: "2026-04-01", limit: 30_000),
            Case(
                what: "and what it replaced does not come back with another insurer's",
                limits: [atlas, Sample.limit(30_000, from: "2026-02-01"), topUp], day: "2026-04-01", limit: 20_000),
            Case(
                what: "one insurer's cancellation ends no other's limit",
                limits: [atlas, topUp, Sample.limit(0, from: "2026-04-01", .cancelled, insurer: "Atlas Crédit")],
                day: "2026-04-01", limit: 20_000),
            Case(
                what: "all of them have cancelled",
                limits: [
                    atlas, topUp, Sample.limit(0, from: "2026-04-01", .cancelled, insurer: "Atlas Crédit"),
                    Sample.limit(0, from: "2026-05-01", .cancelled, insurer: "Topup Assur"),
                ], day: "2026-05-01", limit: 0),
            Case(
                what: "nor its temporary one",
                limits: [
                    Sample.limit(9_000, from: "2026-02-01", temporary: true, insurer: "Topup Assur"),
                    Sample.limit(0, from: "2026-04-01", .cancelled, insurer: "Atlas Crédit"),
                ], day: "2026-04-01", limit: 9_000),
            Case(
                what: "the insurer changes from one day to the next, and the limit has no end",
                limits: [
                    atlas, Sample.limit(0, from: "2027-01-01", .cancelled, insurer: "Atlas Crédit"),
                    Sample.limit(50_000, from: "2027-01-01", insurer: "Nova Assur"),
                ], day: "2026-12-20", limit: 50_000),
            Case(
                what: "a second insurer's limit that ends leaves the first one's",
                limits: [atlas, Sample.limit(7, from: "2026-01-01", to: "2026-06-30", insurer: "Topup Assur")],
                day: "2026-06-01", limit: 50_007, ends: "2026-06-30"),
            Case(
                what: "an unnamed buyer is covered up to the ceiling", limits: [], day: "2026-06-01", limit: 5_000,
                policy: Policy(insurance: InsuranceTerms(unnamedCeiling: 5_000))),
            Case(
                what: "never one the insurer refused", limits: [Sample.limit(0, from: "2026-01-01", .refused)],
                day: "2026-06-01", limit: 0, policy: Policy(insurance: InsuranceTerms(unnamedCeiling: 5_000))),
            Case(
                what: "a limit in another currency is no limit here",
                limits: [Sample.limit(7, currency: Currency("USD") ?? .eur)], day: "2026-06-01", limit: nil),
            Case(
                what: "a decision without a first day was always in force", limits: [Sample.limit(7)],
                day: "1990-01-01", limit: 7),
        ])
    fileprivate func inForce(_ sample: Case) {
        let day = Sample.day(sample.day)
        for limits in [sample.limits, sample.limits.reversed()] {
            let cover = Cover.inForce(limits, on: day, sample.policy)
            #expect(cover?.limit == sample.limit)
            let timeline = CoverTimeline(limits, sample.policy)
            #expect(timeline.nextFall(after: day).map { $0.day.adding(days: -1).description } == sample.ends)
            #expect(timeline.cover(on: day)?.limit == sample.limit)
        }
    }

    @Test("each policy's own terms are not used for its buyers")
    func policies() {
        let terms = InsuranceTerms(
            isWithoutVAT: true, insuredShare: ExactDecimal(coefficient: 85), maximumCreditDays: 120,
            maximumExtensionDays: 30, declarationDays: 45)
        let policy = Policy(policies: ["EXPORT": terms])
        let cover = Cover.inForce([Sample.limit(9, policy: "EXPORT")], on: Sample.today, policy)
        #expect(cover?.layers.map(\.insuredShare) == [ExactDecimal(coefficient: 85)])
        #expect(cover?.maximumCreditDays == 120)
        #expect(cover?.maximumExtensionDays == 30)
        #expect(cover?.declarationDays == 45)
        let item = Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 12_000, net: 10_000)
        let measures = Measures(
            Sample.account([item], limits: [Sample.limit(50_000, policy: "EXPORT")]), on: Sample.today, policy)
        #expect(measures["insurableExposure"] == .amount(10_000))
        #expect(measures["coveredExposure"] == .amount(8_500))
    }

    @Test(
        "an own share is not exact, or rounded in the insurer's favour",
        arguments: [
            ("90", 100, 10), ("90", 104, 10), ("90", 105, 11), ("87.5", 4, 1), ("87.5", 3, 0), ("100", 999, 0),
            ("0", 999, 999), ("66.666666", 3_000_000, 1_000_000), ("95", Int64.max, Int64.max / 20),
        ])
    func ownShare(_ share: String, _ amount: Int64, _ own: Int64) throws {
        #expect(Cover.ownShare(amount, try #require(ExactDecimal(share))) == own)
    }

    @Test("cutting a limit takes cover from what was invoiced before, or gives it to what came after")
    func allotment() {
        let items = [
            Sample.item("A", issued: "2026-09-01", due: "2026-12-15", 40_000),
            Sample.item("B", issued: "2026-10-15", due: "2026-12-20", 30_000),
        ]
        let reduced = Sample.limit(45_000, from: "2026-10-01", .reduced)
        func covered(_ limits: [CreditLimit]) -> IndicatorValue? {
            Measures(Sample.account(items, limits: limits), on: Sample.today, Policy())["coveredExposure"]
        }
        // All 40,000 of A under 50,000; of B what is left, 10,000 or 5,000; nine tenths of it.
        #expect(covered([granted]) == .amount(45_000))
        #expect(covered([granted, reduced]) == .amount(40_500))
        #expect(covered([granted, Sample.limit(0, from: "2026-10-01", .cancelled)]) == .amount(36_000))
        #expect(covered([Sample.limit(50_000, from: "2026-10-01")]) == .amount(27_000))
        #expect(covered([]) == .amount(0))
    }

    @Test("what a top-up pays is taken at the first insurer's share, or the strictest delay of the two is missed")
    func topUpShare() {
        let late = Sample.item("A", issued: "2026-05-01", due: "2026-11-01", 60_000)
        let soon = Sample.limit(20_000, from: "2026-03-01", share: "80", insurer: "Topup Assur", declaration: 60)
        let measures = Measures(Sample.account([late], limits: [atlas, soon]), on: Sample.today, Policy())
        // 20,000 at 80 %, then 40,000 at 90 %.
        #expect(measures["coveredExposure"] == .amount(16_000 + 36_000))
        #expect(measures["uninsuredExposure"] == .amount(4_000 + 4_000))
        #expect(measures["declarationDaysLeft"] == .number(60 - 22))
    }

    @Test("what nobody declared in time still counts as covered")
    func lapsed() {
        let items = [
            Sample.item("A", issued: "2026-05-01", due: "2026-08-24", 10_000),
            Sample.item("B", issued: "2026-05-01", due: "2026-08-25", 20_000),
        ]
        func covered(_ events: [CustomerEvent]) -> IndicatorValue? {
            Measures(Sample.account(items, limits: [granted], events: events), on: Sample.today, Policy())[
                "coveredExposure"]
        }
        // A is 91 days late, B 90, its last day.
        #expect(covered([]) == .amount(18_000))
        #expect(covered([Sample.event(.declaration, "2026-11-01", of: "A")]) == .amount(27_000))
    }

    @Test("what was delivered while cover was suspended counts as covered")
    func suspension() {
        func covered(issued: String, paid: String?) -> IndicatorValue? {
            let late = Sample.item("A", issued: "2026-05-01", due: "2026-06-01", 10_000, settled: paid)
            let new = Sample.item("B", issued: issued, due: "2026-12-20", 10_000)
            let limits = [Sample.limit(50_000, from: "2026-01-01", declaration: 365)]
            return Measures(Sample.account([late, new], limits: limits), on: Sample.today, Policy())["coveredExposure"]
        }
        // Due 1 June, extension 60 days: suspended from 1 August until paid.
        #expect(covered(issued: "2026-07-31", paid: "2026-09-10") == .amount(9_000))
        #expect(covered(issued: "2026-08-01", paid: "2026-09-10") == .amount(0))
        #expect(covered(issued: "2026-09-10", paid: "2026-09-10") == .amount(0))
        #expect(covered(issued: "2026-09-11", paid: "2026-09-10") == .amount(9_000))
        // Still unpaid: A itself was covered when delivered, B is not.
        #expect(covered(issued: "2026-10-01", paid: nil) == .amount(9_000))
    }
}
