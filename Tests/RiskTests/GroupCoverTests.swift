import Testing

@testable import Receivables
@testable import Risk

/// A limit on a group covers its companies' invoices once, the oldest first.
@Suite struct GroupCoverTests {
    private static func company(_ number: Int32, _ account: Account) -> (id: CustomerID, account: Account) {
        (CustomerID(node: number), account)
    }

    private static func measures(
        _ companies: [(id: CustomerID, account: Account)], _ limits: [CreditLimit], _ policy: Policy = Policy()
    ) -> [Measures] {
        let cover = GroupCover(companies, limits: limits, rates: RateTable(), on: Sample.today, policy)
        return companies.map { Measures($0.account, on: Sample.today, policy).within(cover?.shares[$0.id]) }
    }

    private static let alpha = company(
        1, Sample.account([Sample.item("A1", issued: "2026-10-01", due: "2026-12-01", 30_000_00)]))
    private static let beta = company(
        2, Sample.account([Sample.item("B1", issued: "2026-09-01", due: "2026-11-01", 25_000_00)]))

    @Test("a company whose group is insured counts as uncovered, or the limit is counted for each company again")
    func oldestFirst() {
        let covered = GroupCoverTests.measures(
            [GroupCoverTests.alpha, GroupCoverTests.beta], [Sample.limit(50_000_00, share: "90")])
        // Beta's invoice is older: all of it is covered, and 25,000 of Alpha's 30,000.
        #expect(covered.map { $0["uninsuredExposure"] } == [.amount(7_500_00), .amount(2_500_00)])
        #expect(covered.map { $0["coveredExposure"] } == [.amount(22_500_00), .amount(22_500_00)])
        #expect(covered.map { $0["uninsured"] } == [.flag(false), .flag(false)])
        // Beta's overdue is insured, so somebody must declare it in time.
        #expect(covered.map { $0["declarationDaysLeft"] } == [nil, .number(68)])
    }

    @Test("a buyer whom the insurer refused is covered by its group, or one with a limit of its own twice")
    func ownDecision() {
        var refused = GroupCoverTests.alpha
        refused.account.limits = [Sample.limit(0, .refused)]
        var limited = GroupCoverTests.beta
        limited.account.limits = [Sample.limit(10_000_00, share: "90")]
        let covered = GroupCoverTests.measures([refused, limited], [Sample.limit(50_000_00, share: "90")])
        #expect(covered.map { $0["uninsuredExposure"] } == [.amount(30_000_00), .amount(16_000_00)])
        #expect(covered.map { $0["uninsured"] } == [.flag(true), .flag(false)])
    }

    @Test("a limit of its own takes from a company what the group's covered before it, or gives it to it afterwards")
    func ownDecisionLater() {
        var daughter = GroupCoverTests.company(
            1,
            Sample.account([
                Sample.item("D1", issued: "2026-09-01", due: "2026-10-31", 30_000_00),
                Sample.item("D2", issued: "2026-10-01", due: "2026-12-31", 30_000_00),
            ]))
        daughter.account.limits = [Sample.limit(20_000_00, from: "2026-10-01", share: "90")]
        let group = [Sample.limit(100_000_00, from: "2026-01-01", share: "90")]
        let covered = GroupCoverTests.measures([daughter, GroupCoverTests.beta], group)
        // D1 under the group's limit, 20,000 of D2 under its own.
        #expect(covered[0]["coveredExposure"] == .amount(27_000_00 + 18_000_00))
        #expect(covered[0]["declarationDaysLeft"] == .number(90 - 23))
        // Today's limit is its own.
        #expect(covered[0]["uninsuredExposure"] == .amount(40_000_00 + 2_000_00))
        #expect(covered[1]["coveredExposure"] == .amount(22_500_00))
        // One that ended by itself keeps what was invoiced under it, and uses nothing of the group's.
        daughter.account.limits[0].from = Sample.day("2026-01-01")
        daughter.account.limits[0].to = Sample.day("2026-09-30")
        let ended = GroupCoverTests.measures([daughter, GroupCoverTests.beta], [Sample.limit(40_000_00, share: "90")])
        #expect(ended.map { $0["coveredExposure"] } == [.amount(18_000_00 + 13_500_00), .amount(22_500_00)])
    }

    @Test("of a company whose group lost its limit its own alert says again what the group's says, or not at all")
    func revokedByGroup() {
        var limited = GroupCoverTests.beta
        limited.account.limits = [Sample.limit(10_000_00, from: "2026-01-01", share: "90")]
        let limits = [Sample.limit(0, from: "2026-09-15", .cancelled)]
        let measures = GroupCoverTests.measures([GroupCoverTests.alpha, limited], limits)
        #expect(measures.map { $0["revokedByGroup"] } == [.flag(true), .flag(false)])
    }

    @Test("a cancelled limit still covers what is delivered after it, or no longer what was before")
    func cancelled() {
        let limits = [
            Sample.limit(50_000_00, from: "2026-01-01", share: "90"),
            Sample.limit(0, from: "2026-09-15", .cancelled, share: "90"),
        ]
        let unnamed = Policy(insurance: InsuranceTerms(unnamedCeiling: 8_000_00))
        let covered = GroupCoverTests.measures([GroupCoverTests.alpha, GroupCoverTests.beta], limits, unnamed)
        #expect(covered.map { $0["coveredExposure"] } == [.amount(0), .amount(22_500_00)])
        #expect(covered.map { $0["uncoveredDeliveries"] } == [.amount(30_000_00), .amount(0)])
        // Nor are they unnamed buyers: the insurer was asked, and has said no.
        #expect(covered.map { $0["uninsured"] } == [.flag(true), .flag(true)])
    }

    @Test("once the group's limit has ended, its companies lose the cover of unnamed buyers they each have")
    func ended() {
        let policy = Policy(
            insurance: InsuranceTerms(unnamedCeiling: 8_000_00, unnamedShare: ExactDecimal(coefficient: 70)))
        let covered = GroupCoverTests.measures(
            [GroupCoverTests.alpha, GroupCoverTests.beta],
            [Sample.limit(50_000_00, from: "2026-01-01", to: "2026-08-31", share: "90")], policy)
        #expect(covered.map { $0["coveredExposure"] } == [.amount(5_600_00), .amount(5_600_00)])
        #expect(covered.map { $0["uninsuredExposure"] } == [.amount(24_400_00), .amount(19_400_00)])
    }

    @Test("what companies are short of differs from the group's limit dealt out by hand", arguments: 0..<40)
    func byHand(_ round: Int) {
        let seed = UInt64(round) &* 104_729 &+ 3
        var random = Seeded(seed)
        let companies = (0..<Int.random(in: 1...5, using: &random)).map { number in
            GroupCoverTests.company(Int32(number), GroupCoverTests.consistent(RandomAccount.make(&random)))
        }
        let limit = Sample.limit(Int64.random(in: 0...60_000_000, using: &random), from: "2020-01-01", share: "90")
        let actual = GroupCoverTests.measures(companies, [limit])
        var left = limit.amount
        var dealt = [Int64](repeating: 0, count: companies.count)
        let own = companies.map {
            Naive(account: $0.account, day: Sample.today, policy: Policy()).limit(on: Sample.today)
        }
        let items = companies.indices.filter { own[$0] == nil }.flatMap { place in
            companies[place].account.receivables.map { (place, $0) }
        }
        for (place, item) in items.sorted(by: { GroupCoverTests.isOlder($0.1, $1.1, $0.0, $1.0) }) {
            let part = min(left, item.residual)
            left -= part
            dealt[place] += part
        }
        for place in companies.indices where own[place] == nil {
            let exposure = companies[place].account.receivables.reduce(0) { $0 + $1.residual }
            #expect(
                actual[place]["uninsuredExposure"] == .amount(exposure - dealt[place] + (dealt[place] + 5) / 10),
                "seed \(seed), company \(place)")
        }
        // The rest of the limit is what nobody needed: it is never dealt out twice.
        #expect(dealt.reduce(0, +) == limit.amount - left)
    }

    @Test("a group of one company is covered otherwise than the company by a limit of its own", arguments: 0..<40)
    func alone(_ round: Int) {
        var random = Seeded(UInt64(round) &* 31 &+ 8)
        var account = GroupCoverTests.consistent(RandomAccount.make(&random))
        let limits = account.limits
        let policy = Policy(tolerance: 50, insurance: InsuranceTerms(maximumExtensionDays: 30))
        let itself = Measures(account, on: Sample.today, policy)
        account.limits = []
        let byGroup = GroupCoverTests.measures([GroupCoverTests.company(1, account)], limits, policy)[0]
        // Only within a group the group's alert tells of what was taken away.
        for place in GroupShare.places where place != Indicator.place(.revokedByGroup) {
            #expect(byGroup[place: place] == itself[place: place], "\(Indicator.all[place].name), round \(round)")
        }
    }

    /// As a ledger leaves it: nothing free while something is open.
    private static func consistent(_ account: Account) -> Account {
        var account = account
        for place in account.receivables.indices {
            account.receivables[place].open = account.receivables[place].residual
        }
        for place in account.credits.indices { account.credits[place].unallocated = 0 }
        return account
    }

    private static func isOlder(_ left: Receivable, _ right: Receivable, _ company: Int, _ other: Int) -> Bool {
        let a = [Int(left.issued.number), Int(left.due.day.number)]
        let b = [Int(right.issued.number), Int(right.due.day.number)]
        if a != b { return a.lexicographicallyPrecedes(b) }
        return left.number == right.number ? company < other : left.number < right.number
    }
}
