import Receivables
import Testing

@testable import Risk

/// What customers of one parent add up to.
@Suite struct GroupMeasuresTests {
    private let dollar = Currency("USD") ?? .eur

    private func measures(_ amount: Int64, internalLimit: Int64? = nil) -> Measures {
        Measures(
            Sample.account(
                [Sample.item("F", issued: "2026-10-01", due: "2026-11-01", amount)],
                record: CustomerRecord(party: .unknown, internalLimit: internalLimit)), on: Sample.today, Policy())
    }

    private func group(_ limits: [CreditLimit] = [], head: Measures? = nil) -> GroupMeasures {
        GroupMeasures(
            [measures(30_000), measures(25_000)], head: head, limits: limits, rates: RateTable(), on: Sample.today,
            Policy(insurance: InsuranceTerms(unnamedCeiling: 5_000_00)))
    }

    @Test func `a group owes what its companies owe together`() {
        let group = group()
        #expect(group.exposure == 55_000)
        #expect(group.overdue == 55_000)
        #expect(group.insurable == 55_000)
        #expect(group.members == 2)
        // The cover of unnamed buyers is for each of them, never for a group.
        #expect(group.insuredLimit == nil)
    }

    @Test func `the limit on a group is the one in force, none where its currency has no rate`() {
        let old = Sample.limit(100_000, from: "2026-01-01")
        let new = Sample.limit(50_000, from: "2026-11-23", .reduced)
        #expect(group([old]).insuredLimit == 100_000)
        #expect(group([old, new]).insuredLimit == 50_000)
        #expect(group([Sample.limit(100_000, from: "2026-11-24")]).insuredLimit == nil)
        #expect(group([Sample.limit(100_000, currency: dollar)]).insuredLimit == nil)
        #expect(group([Sample.limit(100_000, .cancelled)]).insuredLimit == 0)
    }

    @Test func `each company shows the group's figures, and one of them stands for the group`() throws {
        let sums = group([Sample.limit(50_000)], head: measures(0, internalLimit: 70_000))
        let own = measures(30_000)
        let values = own.values(within: 0, in: GroupRole(sums, isLead: true))
        let expected: [String: IndicatorValue] = [
            "groupExposure": .amount(55_000), "groupOverdue": .amount(55_000),
            "groupInsurableExposure": .amount(55_000), "groupInsuredLimit": .amount(50_000),
            "groupInternalLimit": .amount(70_000), "groupLimitUtilisation": .number(1.1), "groupLead": .flag(true),
            "groupLimitRevoked": .flag(false),
        ]
        for place in Indicator.groupPlaces {
            let name = Indicator.all[place].name
            #expect(values[place] == expected[name], "\(name)")
        }
        #expect(expected.count + 3 == Indicator.groupPlaces.count, "the limit has no end and was not cut")
        #expect(values[Indicator.place(.exposure)] == .amount(30_000))
        let alone = own.values(within: 0)
        #expect(Indicator.groupPlaces.allSatisfy { alone[$0] == nil })
    }

    @Test(
        "a change of the limit on a group is counted from another day, or not at all",
        arguments: [
            ("groupLimitDaysLeft", [Sample.limit(9, from: "2026-01-01", to: "2026-11-30")], .number(7)),
            ("groupLimitDaysLeft", [Sample.limit(9, from: "2026-01-01")], nil),
            ("groupLimitEndedDays", [Sample.limit(9, from: "2026-01-01", to: "2026-11-20")], .number(3)),
            ("groupLimitEndedDays", [Sample.limit(9, from: "2026-01-01", to: "2026-11-23")], nil),
            ("groupLimitCutDays", [Sample.limit(9), Sample.limit(8, from: "2026-11-21", .reduced)], .number(2)),
            ("groupLimitCutDays", [Sample.limit(9), Sample.limit(10, from: "2026-11-21", .reduced)], nil),
            ("groupLimitRevoked", [Sample.limit(9), Sample.limit(9, from: "2026-11-21", .cancelled)], .flag(true)),
            ("groupLimitRevoked", [], .flag(false)),
        ] as [(String, [CreditLimit], IndicatorValue?)])
    func decided(_ name: String, _ limits: [CreditLimit], _ expected: IndicatorValue?) {
        let place = Indicator.index(of: name) ?? 0
        #expect(measures(1).value(place: place, in: GroupRole(group(limits), isLead: true)) == expected)
    }

    @Test func `without an insured limit the use of the internal one is shown`() {
        let place = Indicator.index(of: "groupLimitUtilisation") ?? 0
        let sums = group(head: measures(0, internalLimit: 110_000))
        #expect(measures(1).value(place: place, in: GroupRole(sums, isLead: false)) == .number(0.5))
        #expect(measures(1).value(place: place, in: GroupRole(group(), isLead: false)) == nil)
    }

    @Test func `the group's own limit covers nobody by itself`() {
        var limit = Sample.limit(100_000)
        limit.isGroup = true
        let own = Measures(Sample.account([], limits: [limit]), on: Sample.today, Policy())
        #expect(own["insuredLimit"] == nil)
    }
}
