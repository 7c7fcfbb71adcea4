import Testing

@testable import Receivables

/// Customers with a common parent, however the parent is named and whenever it is learned.
@Suite struct GroupTests {
    /// Records by who they are of and the parent they state; the groups as `key: members`, the lead marked.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let records: [(Party, String?)]
        let groups: Set<String>

        init(_ description: String, _ records: [(Party, String?)], _ groups: Set<String>) {
            testDescription = description
            self.records = records
            self.groups = groups
        }
    }

    static let alpha = Party(name: "Alpha SAS", siren: "552100554", code: "A")
    static let beta = Party(name: "Beta SARL", siren: "732829320", code: "B")
    static let gamma = Party(name: "Gamma", code: "C")
    static let hold = Party(name: "Hold SA", siren: "356000000", code: "H")

    static let cases: [Case] = [
        Case("no parent, no group", [(alpha, nil), (beta, nil)], []),
        Case(
            "by code, SIREN with spaces and name, all the same company",
            [(alpha, "H"), (beta, "356 000 000"), (gamma, "HOLD"), (hold, nil)],
            ["siren:356000000 Hold SA: code:C, *siren:356000000, siren:552100554, siren:732829320"]),
        Case(
            "by the parent's SIRET, as somebody copied it", [(alpha, "35600000000048"), (hold, nil)],
            ["siren:356000000 Hold SA: *siren:356000000, siren:552100554"]),
        Case(
            "a parent that is no customer still joins its companies", [(alpha, "Hold SA"), (beta, "HOLD")],
            ["name:hold HOLD: *siren:552100554, siren:732829320"]),
        Case(
            "a chain is one group under the company at its top", [(alpha, "B"), (beta, "H"), (hold, nil)],
            ["siren:356000000 Hold SA: *siren:356000000, siren:552100554, siren:732829320"]),
        Case(
            "a circle is one group, marked", [(alpha, "B"), (beta, "C"), (gamma, "A")],
            ["code:C Gamma: *code:C, siren:552100554, siren:732829320 (circle)"]),
        Case("a company that names itself stands alone", [(alpha, "A"), (beta, "552100555")], []),
        Case(
            "one company alone under a parent nobody trades with is no group", [(alpha, "Hold SA"), (beta, nil)], []),
        Case(
            "a code goes before a name", [(alpha, "Gamma"), (Party(name: "Delta", code: "Gamma"), nil), (gamma, nil)],
            ["code:Gamma Delta: *code:Gamma, siren:552100554"]),
    ]

    @Test("customers of one parent are not judged together, or strangers are", arguments: cases)
    func groups(_ example: Case) {
        var random = Seeded(7)
        for _ in 0..<6 {
            let documents = example.records.map { Document.customer(CustomerRecord(party: $0.0, parent: $0.1)) }
            #expect(GroupTests.describe(GroupTests.ledger(documents.shuffled(using: &random))) == example.groups)
        }
    }

    @Test func `a company that leaves its group stays in it, or an undated file brings it back`() {
        func record(_ parent: String?, _ day: Int32?, none: Bool = false) -> Document {
            .customer(
                CustomerRecord(
                    party: GroupTests.alpha, parent: parent, from: day.map { Day(number: $0) }, hasNoParent: none))
        }
        let others: [Document] = [.customer(CustomerRecord(party: GroupTests.beta, parent: "H"))]
        let group: Set<String> = ["name:h H: *siren:552100554, siren:732829320"]
        let stories: [([Document], Set<String>)] = [
            ([record("H", nil), record(nil, nil)], group),
            ([record("H", nil), record(nil, 20_000, none: true)], []),
            ([record("H", 20_001), record(nil, 20_000, none: true)], group),
            ([record("H", 19_000), record(nil, 20_000, none: true), record("H", 20_500)], group),
        ]
        var random = Seeded(11)
        for (records, expected) in stories {
            for _ in 0..<4 {
                let ledger = GroupTests.ledger((records + others).shuffled(using: &random))
                #expect(GroupTests.describe(ledger) == expected)
            }
        }
    }

    static func ledger(_ documents: [Document]) -> Ledger {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        for document in documents { _ = ledger.post(document) }
        return ledger
    }

    static func describe(_ ledger: Ledger, on day: Day? = nil) -> Set<String> {
        Set(
            ledger.customers.compactMap { ledger.group(of: $0, on: day) }.map { group in
                let members = group.members.map { ($0 == group.lead ? "*" : "") + ledger.key(of: $0) }
                return
                    "\(group.key) \(group.name): \(members.joined(separator: ", "))\(group.isCyclic ? " (circle)" : "")"
            })
    }

    @Test func `a later record moves a company to another parent`() throws {
        let records = [
            CustomerRecord(party: GroupTests.alpha, parent: "H", from: Day(iso: "2026-01-01")),
            CustomerRecord(party: GroupTests.alpha, parent: "B", from: Day(iso: "2026-06-01")),
            CustomerRecord(party: GroupTests.beta), CustomerRecord(party: GroupTests.hold),
        ]
        for order in [records, records.reversed()] {
            let ledger = GroupTests.ledger(order.map(Document.customer))
            #expect(GroupTests.describe(ledger) == ["siren:732829320 Beta SARL: siren:552100554, *siren:732829320"])
        }
    }

    @Test func `a parent that is to change counts before its day, or the one before is forgotten`() {
        let records = [
            CustomerRecord(party: GroupTests.alpha, parent: "H"),
            CustomerRecord(party: GroupTests.alpha, from: Day(iso: "2026-03-01"), hasNoParent: true),
            CustomerRecord(party: GroupTests.alpha, parent: "B", from: Day(iso: "2026-06-01")),
            CustomerRecord(party: GroupTests.beta, parent: "A", from: Day(iso: "2026-09-01")),
            CustomerRecord(party: GroupTests.hold),
        ]
        let ledger = GroupTests.ledger(records.map(Document.customer))
        let beta = "siren:732829320 Beta SARL: siren:552100554, *siren:732829320"
        let groups: [(day: String, group: String?)] = [
            ("2026-02-28", "siren:356000000 Hold SA: *siren:356000000"), ("2026-03-01", nil), ("2026-05-31", nil),
            ("2026-06-01", beta), ("2026-08-31", beta),
        ]
        for (day, group) in groups {
            let found = GroupTests.describe(ledger, on: Day(iso: day))
            #expect(found.count == (group == nil ? 0 : 1), "\(day)")
            if let group { #expect(found.first?.hasPrefix(group) ?? false, "\(day): \(found)") }
        }
        func circles(_ day: String) -> Int {
            ledger.customers.count { !ledger.account($0, on: Day(iso: day)).customer.conflicts.isEmpty }
        }
        #expect(circles("2026-08-31") == 0)
        #expect(circles("2026-09-01") == 2)
    }

    @Test func `a circle of parents is said of each company in it, and of no other`() throws {
        let ledger = GroupTests.ledger(
            [(GroupTests.alpha, "B"), (GroupTests.beta, "A"), (GroupTests.gamma, "A")].map {
                .customer(CustomerRecord(party: $0.0, parent: $0.1))
            })
        let said = ledger.customers.map { id in
            ledger.account(id).customer.conflicts.map { $0.sentence(in: .french) }
        }
        let sentence =
            "Les sociétés mères tournent en rond : siren:552100554 → siren:732829320. Elles sont suivies comme un seul groupe, sans tête."
        #expect(said.filter { $0 == [sentence] }.count == 2)
        #expect(said.filter(\.isEmpty).count == 1)
        let english = try #require(said.first { !$0.isEmpty }).count
        #expect(english == 1)
        let message = Message(.groupCycle, ["companies": "a → b"])
        #expect(
            message.sentence(in: .english)
                == "The parent companies lead in a circle: a → b. They are followed as one group without a head.")
    }

    @Test func `limits on the group come from whichever company they name`() throws {
        let limits = [
            CreditLimit(
                buyer: GroupTests.hold, amount: 500, currency: .eur, from: Day(iso: "2026-01-01"), isGroup: true),
            CreditLimit(
                buyer: GroupTests.alpha, amount: 900, currency: .eur, from: Day(iso: "2026-02-01"), isGroup: true),
            CreditLimit(buyer: GroupTests.alpha, amount: 100, currency: .eur),
        ]
        let record = Document.customer(CustomerRecord(party: GroupTests.alpha, parent: "H"))
        let ledger = GroupTests.ledger(limits.map(Document.limit) + [record])
        let group = try #require(ledger.customers.first.flatMap { ledger.group(of: $0) })
        #expect(ledger.groupLimits(of: group).map(\.amount) == [500, 900])
    }
}
