import Receivables
import Testing

@testable import Ingest

@Suite struct MT940Tests {
    private static func statement(_ body: String, closing: String = "C260302EUR1100,00") -> String {
        ":20:REL260302\n:25:FR7630006000011234567890189\n:28C:42/1\n:60F:C260301EUR1000,00\n\(body)\n:62F:\(closing)\n-\n"
    }

    @Test("a numbered detail brings name, account, references and text, its cuts undone")
    func numbered() throws {
        let reading = try bank(
            MT940Tests.statement(
                ":61:2603020302C100,00NTRFREF-KUNDE//BQ-1\n"
                    + ":86:166?00GUTSCHRIFT?20EREF+E2E-99?21SVWZ+FACTURES FA2026-00123 ?22FA2026-00124?30BNPAFRPP"
                    + "?31FR1420041010050500013M02606?32DUPONT ET FILS SARL DE LA V?33ALLEE"))
        let payment = try #require(reading.payments.first)
        #expect(payment.amount == 10_000)
        #expect(payment.reference == "REF-KUNDE")
        #expect(payment.payer.name == "DUPONT ET FILS SARL DE LA VALLEE")
        #expect(payment.iban == "FR1420041010050500013M02606")
        #expect(payment.text == "FACTURES FA2026-00123 FA2026-00124")
        #expect(payment.entry?.account == "FR7630006000011234567890189")
        #expect(payment.entry?.bankReference == "BQ-1")
        #expect(payment.entry?.endToEnd == "E2E-99")
        #expect(payment.entry?.statement == "42/1")
        #expect(payment.entry?.code == "NTRF 166")
        #expect(reading.warnings == [])
    }

    @Test("a coded detail brings name, account, structured and free remittance")
    func coded() throws {
        let reading = try bank(
            MT940Tests.statement(
                ":61:260302C60,00NTRFNONREF\n:86:/EREF/NOTPROVIDED/ORDP//NAME/ACME SA/IBAN/FR1420041010050500013M0260\n"
                    + "6/REMI/STRD/CUR/RF18539007547034\n"
                    + ":61:260302C40,00NTRFNONREF\n:86:/CNTP/FR1420041010050500013M02606/PSSTFRPP/BETA SARL/LYON"
                    + "/REMI/USTD//FACTURE 12/2026/EREF/B-7"))
        #expect(reading.payments.map(\.payer.name) == ["ACME SA", "BETA SARL"])
        #expect(reading.payments.map(\.iban) == Array(repeating: "FR1420041010050500013M02606", count: 2))
        #expect(reading.payments.first?.remittance == [RemittanceReference(number: "RF18539007547034")])
        #expect(reading.payments.first?.entry?.endToEnd == nil)
        #expect(reading.payments.last?.text == "FACTURE 12/2026")
        #expect(reading.payments.last?.entry?.endToEnd == "B-7")
        #expect(reading.warnings == [])
    }

    @Test("the payer's address and number are no part of its name, and a later code none of the text")
    func codedParty() throws {
        let reading = try bank(
            MT940Tests.statement(
                ":61:260302C60,00N123EREF\n:86:/EREF/123/ORDP//NAME/ACME SA/ADDR/10 RUE DU BAC\n PARIS FR/REMI/FACTURE 12\n"
                    + "/ISDT/2026-10-08\n"
                    + ":61:260302C40,00N541EREF\n:86:/EREF/FA1/ORDP//NAME/BETA BV/ID/NL12ZZZ3/REMI/LOT /ID/ 7/CREF/abc")
        )
        #expect(reading.payments.map(\.payer.name) == ["ACME SA", "BETA BV"])
        #expect(reading.payments.map(\.text) == ["FACTURE 12", "LOT /ID/ 7"])
    }

    @Test(
        "who paid is found where French banks label it in plain text",
        arguments: [
            ("VIREMENT SEPA RECU /DE DUPONT SARL /MOTIF ACOMPTE COMMANDE 12 /REF NOTPROVIDED", "DUPONT SARL", ""),
            ("VIR SCT RECU /FRM DUPONT SARL /EID F12-9 /RNF FACTURE F12", "DUPONT SARL", "F12-9"),
            ("VIR RECU 9876543210 DE: DURAND SA MOTIF: FACTURE FA202601 REF: 55", "DURAND SA", ""),
            ("VIR RECU 1 DE: DURAND SA MOTIF: COMPLEMENT DE: 12", "DURAND SA", ""),
            ("VIREMENT DE DUPONT SARL FACTURE 12", "", ""),
        ])
    func labelled(_ text: String, _ payer: String, _ endToEnd: String) throws {
        let reading = try bank(MT940Tests.statement(":61:260302C100,00NTRFNONREF\n:86:\(text)"))
        let payment = try #require(reading.payments.first)
        #expect(payment.payer.name ?? "" == payer)
        #expect(payment.entry?.endToEnd ?? "" == endToEnd)
        #expect(payment.text == text)
    }

    @Test(
        "what a movement is follows from its mark and its type",
        arguments: [
            ("C100,00NTRF", "payment", "1100"), ("CR100,00NTRF", "payment", "1100"), ("RC100,00NTRF", "return", "900"),
            ("D100,00NRTI", "return", "900"), ("D100,00NTRF", "bank.debits", "900"),
            ("DR100,00NTRF", "bank.debits", "900"), ("RD100,00NTRF", "bank.otherCredits", "1100"),
            ("D100,00 NRTI", "return", "900"), ("C100,00 NTRF", "payment", "1100"),
            ("C100,00NRTI", "bank.otherCredits", "1100"), ("C100,00NINT", "bank.otherCredits", "1100"),
            ("EC100,00NTRF", "bank.notBooked", "1000"), ("C0,00NTRF", "bank.zero", "1000"),
        ])
    func natures(_ mark: String, _ expected: String, _ closing: String) throws {
        let reading = try bank(MT940Tests.statement(":61:260302" + mark, closing: "C260302EUR\(closing),00"))
        #expect(reading.payments.map(\.kind.rawValue) + reading.warnings.map(\.code) == [expected])
    }

    @Test(
        "banks' own ways of writing a movement are read",
        arguments: [
            "260302C100,00NTRFREF", "2603020302C100,NTRFREF", "260302    C100,00NTRFREF", "260302CR100,00NOV REF",
            "2603020302C000000000100,00N541REF", "260302C100NTRFREF//BQ", "260302C\n100,00NTRFREF",
            "260302C100,00NTRFREF\n/OCMT/EUR100,/", "260302C100,00 NTRFREF//BQ", "260302C100,00  FTRFREF",
            "260302C100,00 TRFREF",
        ])
    func shapes(_ movement: String) throws {
        let reading = try bank(MT940Tests.statement(":61:" + movement))
        #expect(reading.payments.map(\.amount) == [10_000])
        #expect(reading.payments.map(\.reference) == ["REF"])
        #expect(reading.warnings == [])
    }

    @Test(
        "what was ordered and what the bank charges is lost, wherever a bank writes it",
        arguments: [
            ("D12,35NRTIREF\n/OCMT/EUR11,85//CHGS/EUR0,50/", "109?00RETOURE?20SVWZ+X", "11.85 EUR", "0.50 EUR"),
            ("D12,35 NRTIKREF+//B\n/OCMT/USD12,85//CHGS/EUR0,/", "109?00RETOURE?20SVWZ+X", "12.85 USD", ""),
            ("D12,35NRTIREF", "109?00RETOURE?20EREF+A1?21OAMT+11,85 SVWZ+X", "11.85 EUR", ""),
            ("D12,35NRTIREF", "109?00RETOURE?20SVWZ+X?21/OCMT/EUR11,85/CHGS/EUR0,5/?22Y", "11.85 EUR", "0.50 EUR"),
            ("D12,35NRTIREF", "/EREF/A1/OCMT/EUR11,85/CHGS/EUR0,50/REMI/X", "11.85 EUR", "0.50 EUR"),
            // What was booked, and what is no amount, says nothing.
            ("D12,35NRTIREF\n/OCMT/EUR12,35/", "109?00RETOURE?20SVWZ+X", "", ""),
            ("D12,35NRTIREF\n/CHGS/SHA/", "109?00RETOURE?20SVWZ+X", "", ""),
        ])
    func amounts(_ movement: String, _ details: String, _ instructed: String, _ charges: String) throws {
        let reading = try bank(
            MT940Tests.statement(":61:2603020302\(movement)\n:86:\(details)", closing: "C260302EUR987,65"))
        let payment = try #require(reading.payments.first)
        #expect(payment.kind == .return)
        #expect(payment.amount == 1235)
        #expect(payment.entry?.instructed?.description ?? "" == instructed)
        #expect(payment.entry?.charges?.description ?? "" == charges)
        #expect(reading.warnings == [])
    }

    @Test("a code that says where the reference stands is taken for the reference")
    func referenceCodes() throws {
        let reading = try bank(
            MT940Tests.statement(
                ":61:260302C60,00NTRFKREF+//B1\n:86:166?00X?20EREF+A1?21SVWZ+X\n:61:260302C40,00N541EREF\n:86:/EREF/A2/REMI/X"
            ))
        #expect(reading.payments.map(\.reference) == ["A1", "A2"])
        #expect(reading.payments.map(\.entry?.bankReference) == ["B1", nil])
    }

    private static func envelope(_ type: String, _ fields: String) -> String {
        "{1:F01BNPAFRPPAXXX0000000000}{2:O\(type)1200260202BNPAFRPPAXXX00000000002602021200N}{4:\n\(fields)\n-}\n"
    }

    private static let advice =
        ":20:REF1\n:21:NONREF\n:25:FR7630004000310000123456789\n:13D:2602021200+0100\n:32A:260202EUR1234,56"
    private static let transfer =
        ":20:REF1\n:23B:CRED\n:32A:260202EUR1234,56\n:50K:ALPHA SA\n:59:/FR76\n:70:FA-1\n:71A:SHA"

    @Test(
        "a payment message that is no statement is taken without a word",
        arguments: [
            (envelope("910", advice + "\n:50K:ALPHA SA"), "MT910 (avis de crédit / confirmation of credit)"),
            (advice + "\n:50K:ALPHA SA\n", "MT910 (avis de crédit / confirmation of credit)"),
            (advice + "\n", "MT900 (avis de débit / confirmation of debit)"),
            (envelope("103", transfer), "MT103 (virement / credit transfer)"),
            (transfer + "\n", "MT103 (virement / credit transfer)"), (envelope("199", ":20:X\n:79:BONJOUR"), "MT199"),
        ])
    func notStatements(_ text: String, _ what: String) {
        let message = refusal { () throws(Refusal) in try bank(text) }
        #expect(
            words(message) == [
                "Ce fichier est un message SWIFT \(what), pas un relevé de compte. Exportez le relevé du compte en MT940 ou "
                    + "en camt.053 (ou les avis en camt.054), et déposez-le.",
                "This file is a SWIFT message \(what), not an account statement. Export the account's statement as MT940 or "
                    + "camt.053 (or the advices as camt.054), and drop that.",
            ])
    }

    @Test("every bank's sign between numbered fields is followed", arguments: ["?", ">", "~", "@"])
    func separators(_ sign: String) throws {
        let details = ["020", "00VIR", "20FACTURE 12 POUR ", "32DUPONT", "38FR1420041010050500013M02606"]
        let reading = try bank(
            MT940Tests.statement(":61:260302C100,00NTRF\n:86:" + details.joined(separator: "\n" + sign)))
        let payment = try #require(reading.payments.first)
        #expect(payment.payer.name == "DUPONT")
        #expect(payment.iban == "FR1420041010050500013M02606")
        #expect(payment.text == "FACTURE 12 POUR")
    }

    @Test("the payer's account may stand under the movement, and ours with its currency")
    func accounts() throws {
        let text = MT940Tests.statement(":61:260302C100,00NTRFREF\nFR1420041010050500013M02606")
            .replacing("890189\n", with: "890189 EUR\n")
        let payment = try #require(try bank(text).payments.first)
        #expect(payment.iban == "FR1420041010050500013M02606")
        #expect(payment.entry?.account == "FR7630006000011234567890189")
    }

    @Test("a direct debit that comes back is told by its German transaction code")
    func germanReturn() throws {
        let reading = try bank(
            MT940Tests.statement(
                ":61:260302D100,00NDDT\n:86:109?00RETOURE?20EREF+E1?32KUNDE", closing: "C260302EUR900,00"))
        #expect(reading.payments.map(\.kind) == [.return])
    }

    @Test("30 February is the month's end, with a remark; the entry date decides the booking day")
    func thirtyDays() throws {
        let reading = try bank(MT940Tests.statement(":61:2602300301C100,00NTRF"))
        let payment = try #require(reading.payments.first)
        #expect(payment.date.description == "2026-03-01")
        #expect(payment.entry?.valueDate?.description == "2026-02-28")
        #expect(
            words(payment.warnings.first) == [
                "La date « 260230 » n’existe pas (la banque compte des mois de 30 jours) : le 2026-02-28 est retenu.",
                "The date “260230” does not exist (the bank counts months of 30 days): 2026-02-28 is used.",
            ])
    }

    @Test(
        "an entry date belongs to the nearest year",
        arguments: [("2512310102", "2026-01-02"), ("2601021231", "2025-12-31"), ("2606300630", "2026-06-30")])
    func entryYear(_ dates: String, _ booked: String) throws {
        let reading = try bank(MT940Tests.statement(":61:" + dates + "C100,00NTRF"))
        #expect(reading.payments.first?.date.description == booked)
    }

    @Test("an interim report announces, and books nothing")
    func interim() throws {
        let reading = try bank(
            ":20:X\n:25:A\n:28C:1\n:34F:EURD0,\n:13D:2603021200+0100\n:61:260302C5,00NTRF\n:61:260302C7,00NTRF\n:90C:2EUR12,\n-"
        )
        #expect(reading.documents == [])
        #expect(
            words(reading.warnings.first) == [
                "Mouvements annoncés mais pas encore comptabilisés par la banque, à prendre dans le relevé définitif : "
                    + "2 (12.00 EUR).",
                "Movements announced but not booked by the bank yet, to be taken from the final statement: 2 (12.00 EUR).",
            ])
    }

    @Test("the envelope of the SWIFT network and pages of one statement are followed")
    func pages() throws {
        let reading = try bank(
            "{1:F01BNPAFRPPXXXX0000000000}{2:I940CLIENTXXXXN}{4:\n:20:A\n:25:X\n:28C:7/1\n:60F:C260301EUR0,\n"
                + ":61:260302C5,00NTRF\n:62M:C260302EUR5,\n-}\n{1:F01BNPAFRPPXXXX0000000000}{4:\n:20:A\n:25:X\n:28C:7/2\n"
                + ":60M:C260302EUR5,\n:61:260302C5,00NTRF\n:62F:C260302EUR10,00\n-}")
        #expect(reading.payments.map(\.ordinal) == [0, 1])
        #expect(reading.payments.map(\.entry?.statement) == ["7/1", "7/2"])
        #expect(reading.warnings == [])
    }

    @Test("what is left out is counted in words, and a supposed currency said")
    func remarks() throws {
        let reading = try bank(":61:260302D5,00NTRF\n:61:260302RD6,00NTRF\n:61:260302C0,00NTRF\n")
        let expected: [[String]] = [
            [
                "Le relevé ne dit pas sa devise : EUR est supposée. Vérifiez que ce compte est bien tenu dans cette devise.",
                "The statement does not state its currency: EUR is assumed. Check that this account is kept in that currency.",
            ],
            [
                "Mouvements au débit, sans rapport avec les clients, laissés de côté : 1 (5.00 EUR). Si l’un d’eux rembourse un client, déposez-le dans un fichier de paiements, type remboursement.",
                "Debits that concern no customer, left out: 1 (5.00 EUR). If one of them pays a customer back, drop it in a file of payments, type refund.",
            ],
            [
                "Mouvements au crédit qui ne viennent pas de clients (ordres de l’entreprise revenus, intérêts, prêts), laissés de côté : 1 (6.00 EUR). Si l’un d’eux vient d’un client, déposez-le dans un fichier de paiements.",
                "Credits that come from no customer (the company's own orders coming back, interest, loans), left out: 1 (6.00 EUR). If one of them comes from a customer, drop it in a file of payments.",
            ],
            [
                "Mouvements d’un montant nul en EUR, laissés de côté : 1.",
                "Movements of a zero amount in EUR, left out: 1.",
            ],
        ]
        #expect(reading.warnings.map { words($0) } == expected)
    }

    @Test("bank files cut or changed anywhere never bring the agent down")
    func mutations() throws {
        var state: UInt64 = 7
        for path in BankGoldenTests.mt940 + BankGoldenTests.cfonb120 {
            let bytes = try FileBytes.corpus(path)
            for round in 0..<30 {
                var changed = Array(bytes.prefix(round % 3 == 0 ? bytes.count * round / 30 : bytes.count))
                for _ in 0..<(changed.isEmpty ? 0 : 4) {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    changed[Int(state >> 33) % changed.count] = UInt8(truncatingIfNeeded: state >> 20)
                }
                _ = refusal { () throws(Refusal) in try bank(changed) }
            }
        }
    }
}
