import Receivables
import Testing

@testable import Risk

@Suite struct VerificationTests {
    private let policy = VerificationPolicy(
        threshold: 100_000, requirements: [.identity, .register, .rating, .limit], ratingDays: 30, registerDays: 60,
        interval: 365, intervals: ["D": 180])

    private func verification(
        _ events: [CustomerEvent], siren: String? = "900000019", limit: Int64? = 5, exposure: Int64 = 100_001,
        grade: String = "B"
    ) -> Verification {
        var account = Sample.account(record: CustomerRecord(party: .unknown, internalLimit: limit), events: events)
        account.customer.siren = siren
        return Verification(account, exposure: exposure, on: Sample.today, policy, grade: grade)
    }

    private func check(_ date: String) -> CustomerEvent {
        CustomerEvent(.verification, date: Sample.day(date), by: "C. Martin")
    }

    private let rating = Sample.event(.rating, "2026-10-24", value: "4+")
    private let register = Sample.register("2026-09-24")

    @Test("a customer is verified, due or incomplete a day early or late")
    func states() {
        let whole = [register, rating, check("2025-11-23")]
        #expect(verification(whole).state == .verified)
        #expect(verification(whole).due == Sample.day("2026-11-23"))
        #expect(verification([register, rating, check("2025-11-22")]).state == .due)
        #expect(verification([register, rating, check("2026-05-27")], grade: "D").state == .verified)
        #expect(verification([register, rating, check("2026-05-26")], grade: "D").state == .due)
        #expect(verification([register, rating]).state == .unverified)
        #expect(verification([register, rating, check("2026-11-24")]).state == .unverified)
        #expect(verification(whole, limit: nil).state == .incomplete)
        #expect(verification(whole).by == "C. Martin")
    }

    @Test("what is missing is not named, or what is there is")
    func missing() {
        #expect(verification([], siren: nil, limit: nil).missing == [.identity, .register, .rating, .limit])
        #expect(verification([register, rating]).missing == [])
        #expect(verification([Sample.register("2026-09-23"), rating]).missing == [.register])
        #expect(verification([register, Sample.event(.rating, "2026-10-23", value: "4+")]).missing == [.rating])
    }

    @Test("verification is demanded at the threshold instead of above it")
    func demanded() {
        #expect(!verification([], exposure: 100_000).isDemanded)
        #expect(verification([], exposure: 100_001).isDemanded)
    }

    @Test("the grade does not decide when a verification runs out, or other figures move with it")
    func graded() {
        let policy = Policy(verification: policy)
        let account = Sample.account(
            [Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 5)], events: [check("2026-05-26")])
        let measures = Measures(account, on: Sample.today, policy)
        for (grade, days) in [("D", 1.0), ("B", -184.0)] {
            var graded = measures
            graded.grade(grade, account, on: Sample.today, policy)
            #expect(graded["verificationOverdueDays"] == .number(days))
            for name in Indicator.all.map(\.name) where name != "verificationOverdueDays" {
                #expect(graded[name] == measures[name], "\(name)")
            }
            #expect(graded.buckets == measures.buckets)
        }
        let never = Measures(Sample.account(), on: Sample.today, policy)
        var ungraded = never
        ungraded.grade("D", Sample.account(), on: Sample.today, policy)
        #expect(ungraded == never)
    }

    @Test("a country is not known by its VAT identifier")
    func countries() {
        let policy = Policy(countryRisks: ["GR": 50, "FR": 10, "DE": 5])
        func risk(vat: String? = nil, siren: String? = nil) -> Double? {
            policy.countryRisk(of: Customer(key: "k", name: "n", siren: siren, vat: vat))?.risk
        }
        #expect(risk(vat: "EL123456789") == 50)
        #expect(risk(vat: "DE123456789", siren: "900000019") == 5)
        #expect(risk(siren: "900000019") == 10)
        #expect(risk(vat: "US12") == nil)
    }
}
