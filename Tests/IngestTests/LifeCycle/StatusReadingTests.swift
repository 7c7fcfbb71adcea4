import Receivables
import Testing

@testable import Ingest

@Suite struct StatusReadingTests {
    static let meanings: [(StatusNotice.Meaning, [String])] = [
        (
            .transport,
            [
                "200", "201", "202", "203", "204", "209", "214", "224", "228", "250", "251", "300", "301", "400", "401",
                "500", "601",
            ]
        ), (.approved, ["205"]), (.partlyApproved, ["206"]), (.disputed, ["207", "208"]),
        (.rejected, ["210", "213", "221", "501"]), (.paymentSent, ["211"]), (.paid, ["212"]), (.cancelled, ["220"]),
        (.payeeChanged, ["225", "226", "227"]),
    ]

    @Test("every status of the closed list is known for what it means, without a remark", arguments: meanings)
    func statuses(_ meaning: StatusNotice.Meaning, _ codes: [String]) throws {
        for code in codes {
            let more = LifeCycle.reason("AUTRE") + (code == "212" ? LifeCycle.amounts(("1.00", "EUR")) : "")
            let notice = try #require(LifeCycle.notices(LifeCycle.read(LifeCycle.status(code, more))).first)
            #expect(notice.meaning == meaning, "\(code)")
            #expect(notice.code == code)
            #expect(notice.warnings == [], "\(code)")
        }
    }

    @Test(
        "each Peppol response means what the buyer said; PD is its word, not cash",
        arguments: [
            ("AB", .transport), ("IP", .transport), ("UQ", .disputed), ("CA", .partlyApproved), ("RE", .rejected),
            ("AP", .approved), ("PD", .paymentSent),
        ] as [(String, StatusNotice.Meaning)])
    func responses(_ code: String, _ meaning: StatusNotice.Meaning) throws {
        let notice = try #require(LifeCycle.notices(LifeCycle.read(LifeCycle.response(code))).first)
        #expect(notice.meaning == meaning)
        #expect(notice.amount == nil)
        #expect(notice.seller.name == "Nous")
    }

    @Test func `a response gives the reason, not the action asked for, with its day and time`() throws {
        let status = """
            <cac:Status><cbc:StatusReasonCode listID="OPStatusReason">REF</cbc:StatusReasonCode>\
            <cbc:StatusReason>No order
              number</cbc:StatusReason></cac:Status><cac:Status><cbc:StatusReasonCode listID="OPStatusAction">NIN\
            </cbc:StatusReasonCode></cac:Status>
            """
        let text = LifeCycle.response(
            "UQ", status: status, time: "<cbc:IssueTime>08:30:05+01:00</cbc:IssueTime>")
        let notice = try #require(LifeCycle.notices(LifeCycle.read(text)).first)
        #expect(notice.reason == "REF No order number")
        #expect(notice.date == Day(iso: "2026-03-01"))
        #expect(notice.secondOfDay == Int32(30_605))
    }

    @Test func `the amounts of each VAT rate are summed to the cent, others are left alone`() throws {
        let more =
            LifeCycle.amounts(("1000.10", "EUR"), ("55.5", "EUR"), ("-0.60", "EUR"))
            + LifeCycle.amounts(("9999", "EUR"), type: "MPA")
        let notice = try #require(LifeCycle.notices(LifeCycle.read(LifeCycle.status("212", more))).first)
        #expect(notice.amount == 105_500)
        #expect(notice.currency == .eur)
    }

    @Test func `a receipt dated in its amounts counts from that day`() throws {
        let dated = LifeCycle.amounts(("10", "EUR")).replacing(
            "</ram:ValueAmount>",
            with:
                "</ram:ValueAmount><ram:ValueDateTime><udt:DateTimeString format=\"102\">20260227</udt:DateTimeString>"
                + "</ram:ValueDateTime>")
        let notice = try #require(LifeCycle.notices(LifeCycle.read(LifeCycle.status("212", dated))).first)
        #expect(notice.date == Day(iso: "2026-03-01"))
        #expect(notice.effective == Day(iso: "2026-02-27"))
    }

    @Test func `several documents in one message are several statuses`() throws {
        let second = LifeCycle.number.replacing("F1", with: "F2")
        let text = LifeCycle.cdar(
            LifeCycle.time, LifeCycle.reference(LifeCycle.number, LifeCycle.code("204"), LifeCycle.seller),
            LifeCycle.reference(second, LifeCycle.code("205"), LifeCycle.seller))
        let notices = LifeCycle.notices(try LifeCycle.read(text))
        #expect(notices.map(\.invoice) == ["F1", "F2"])
        #expect(notices.map(\.code) == ["204", "205"])
    }

    @Test func `the seller is the one the roles name where the reference names none`() throws {
        let header =
            "<ram:RecipientTradeParty><ram:GlobalID schemeID=\"0002\">100000009</ram:GlobalID><ram:RoleCode>SE</ram:RoleCode></ram:RecipientTradeParty>"
        let text = LifeCycle.cdar(
            LifeCycle.time, LifeCycle.reference(LifeCycle.number, LifeCycle.code("204")), header: header)
        #expect(LifeCycle.notices(try LifeCycle.read(text)).first?.seller.siren == "100000009")
    }

    @Test func `prefixes do not matter`() throws {
        let text = LifeCycle.status("204").replacing("ram:", with: "a:").replacing("rsm:", with: "b:")
            .replacing("xmlns:ram", with: "xmlns:a").replacing("xmlns:rsm", with: "xmlns:b")
        #expect(LifeCycle.notices(try LifeCycle.read(text)).first?.code == "204")
    }

    @Test(
        "a message-level response is no refusal: it is read to say what it is",
        arguments: ["urn:fdc:peppol.eu:poacc:trns:mlr:3", "urn:peppol:edec:mls:1.0"])
    func messageLevel(_ profile: String) throws {
        let reading = try LifeCycle.read(LifeCycle.response("AP", profile: profile))
        #expect(reading.documents == [])
        #expect(reading.warnings.map(\.code) == ["lifecycle.messageLevel"])
        guard profile.contains("mlr") else { return }
        #expect(
            reading.warnings.map { $0.sentence(in: .french) } == [
                "Accusé technique (urn:fdc:peppol.eu:poacc:trns:mlr:3) du document F1, réponse AP : il parle de la "
                    + "transmission, pas de la créance."
            ])
        #expect(
            reading.warnings.map { $0.sentence(in: .english) } == [
                "Message-level response (urn:fdc:peppol.eu:poacc:trns:mlr:3) to document F1, response AP: it is about "
                    + "transmission, not about the receivable."
            ])
    }

    @Test func `a status of something that is no invoice is ignored with a remark`() throws {
        let text = LifeCycle.status("300").replacing("<ram:TypeCode>380<", with: "<ram:TypeCode>FLUX10<")
        let reading = try LifeCycle.read(text)
        #expect(reading.documents == [])
        #expect(
            reading.warnings.map { $0.sentence(in: .english) } == [
                "Status 300 is about an object of type FLUX10 (F1), no invoice: it is ignored."
            ])
        #expect(
            reading.warnings.map { $0.sentence(in: .french) } == [
                "Le statut 300 porte sur un objet de type FLUX10 (F1), pas sur une facture : il est ignoré."
            ])
    }
}
