import Receivables
import Testing

@testable import Ingest

@Suite struct CFONBTests {
    @Test("a transfer brings payer, references, text and remittance of its details")
    func transfer() throws {
        let reading = try CFONB.read(
            CFONB.statement(
                123_456,
                [
                    CFONB.movement(
                        123_456, label: "VIR SEPA DUPONT", reference: "FA2026-00123", entry: "0001692"),
                    CFONB.detail("NPY", "DUPONT ET FILS SARL"),
                    CFONB.detail("NPO", "DUPONT HOLDING"),
                    CFONB.detail("IPY", "732829320                          SIREN"),
                    CFONB.detail("RCN", "E2E-77                             FOURNISSEUR"),
                    CFONB.detail("REF", "BQ998877"),
                    CFONB.detail("LCC", "REGLEMENT DE VOS FACTURES DU MOIS FA2026-00123 FA2026-00124 FA2026-001"),
                    CFONB.detail("LC2", "25 FA2026-00126"),
                    CFONB.detail("LCS", "RF18539007547034"),
                    CFONB.detail("MMO", "USD200000000134567"),
                    CFONB.detail("FEE", "EUR200000000000500"),
                    CFONB.detail("XYZ", "INCONNU MAIS GARDE"),
                ]))
        let payment = try #require(reading.payments.first)
        #expect(payment.kind == .payment)
        #expect(payment.amount == 123_456)
        #expect(payment.currency == .eur)
        #expect(payment.date.description == "2026-03-02")
        #expect(payment.reference == "FA2026-00123")
        #expect(payment.payer.name == "DUPONT ET FILS SARL")
        #expect(payment.payer.siren == "732829320")
        #expect(payment.remittance == [RemittanceReference(number: "RF18539007547034")])
        let entry = try #require(payment.entry)
        #expect(entry.account == "FR7630004000010001234560361")
        #expect(entry.bankReference == "BQ998877")
        #expect(entry.endToEnd == "E2E-77")
        #expect(entry.ultimatePayer == "DUPONT HOLDING")
        #expect(entry.instructed?.description == "1345.67 USD")
        #expect(entry.charges?.description == "5.00 EUR")
        #expect(
            payment.text
                == "VIR SEPA DUPONT FOURNISSEUR REGLEMENT DE VOS FACTURES DU MOIS FA2026-00123 FA2026-00124 FA2026-00125 "
                + "FA2026-00126 "
                + "INCONNU MAIS GARDE")
        #expect(reading.warnings == [])
    }

    @Test(
        "what a movement is follows from its interbank code, its side and its reject code",
        arguments: [
            ("05", 100, "", "payment"), ("18", 100, "", "payment"), ("02", 100, "", "payment"),
            ("A1", 100, "", "payment"), ("C2", 100, "", "payment"), ("", 100, "", "payment"),
            ("03", -100, "", "return"), ("27", -100, "", "return"), ("B3", -100, "", "return"),
            ("33", -100, "", "return"), ("A1", -100, "04", "return"), ("C4", -100, "", "return"),
            ("A5", -100, "", "refund"),
            ("06", -100, "", "bank.debits"), ("B1", -100, "", "bank.debits"), ("62", -100, "", "bank.debits"),
            ("08", -100, "99", "bank.debits"),
            ("A3", 100, "", "bank.otherCredits"), ("12", 100, "", "bank.otherCredits"),
            ("71", 100, "", "bank.otherCredits"), ("62", 100, "", "bank.otherCredits"),
            ("65", 100, "", "bank.otherCredits"), ("37", 100, "", "payment"), ("05", 100, "91", "bank.otherCredits"),
            ("05", 0, "", "bank.zero"),
        ])
    func natures(_ code: String, _ units: Int, _ reject: String, _ expected: String) throws {
        let reading = try CFONB.read(
            CFONB.statement(units, [CFONB.movement(units, code: code, reject: reject)]))
        let found = reading.payments.map(\.kind.rawValue) + reading.warnings.map(\.code)
        #expect(found == [expected])
        #expect(
            reading.payments.allSatisfy {
                $0.amount == 100 && $0.entry?.returnReason == (reject.isEmpty ? nil : reject)
            })
    }

    @Test("two equal rows are two payments, and stay told apart")
    func equalRows() throws {
        let row = CFONB.movement(5000)
        let reading = try CFONB.read(CFONB.statement(15_000, [row, row, row]))
        #expect(reading.payments.map(\.ordinal) == [0, 1, 2])
    }

    @Test("rows the ledger would take for one, by their reference, are numbered though their texts differ")
    func sameReference() throws {
        let rows = ["UN", "DEUX"].map { CFONB.movement(5000, label: $0, reference: "VIREMENT") }
        let reading = try CFONB.read(CFONB.statement(10_000, rows))
        #expect(reading.payments.map(\.ordinal) == [0, 1])
    }

    @Test("short lines, blank lines, no line ends and every line end read the same")
    func shapes() throws {
        let records = CFONB.statement(5000, [CFONB.movement(5000), CFONB.detail("NPY", "DUPONT")])
        let expected = try CFONB.read(records).payments.map(\.payer.name)
        #expect(expected == ["DUPONT"])
        func trimmed(_ text: String) -> String { String(text.reversed().drop { $0 == " " }.reversed()) }
        let shapes = [
            records.joined(separator: "\n"), records.joined(), records.joined(separator: "\r"),
            records.map { trimmed($0) }.joined(separator: "\n\n\n"),
            "\n" + records.joined(separator: "\r\n") + "\u{1A}",
        ]
        for shape in shapes {
            let reading = try CFONB.read(Array(shape.utf8))
            #expect(reading.payments.map(\.payer.name) == expected)
            #expect(reading.payments.map(\.amount) == [5000])
        }
    }

    @Test("accents in Latin-1, CP1252 and UTF-8 do not shift the columns")
    func encodings() throws {
        let text = CFONB.statement(
            5000, [CFONB.movement(5000, label: "VIRT RECU"), CFONB.detail("NPY", "SOCIÉTÉ GÉNÉRALE D’ÉTÉ")]
        )
        .joined(separator: "\r\n")
        let windows = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
        for bytes in [Array(text.utf8), windows] {
            #expect(try CFONB.read(bytes).payments.first?.payer.name == "SOCIÉTÉ GÉNÉRALE D’ÉTÉ")
        }
    }

    @Test("braces of the French character set are signs like the others")
    func frenchSigns() throws {
        let text = CFONB.statement(5000, [CFONB.movement(5000)]).joined(separator: "\n").replacing("{", with: "é")
        #expect(try CFONB.read(Array(text.utf8)).payments.first?.amount == 5000)
    }

    @Test(
        "an amount is read with its sign, and nothing else is an amount",
        arguments: [
            ("0000000001904}", -19_040), ("0000000000974I", 9749), ("0000000001637K", -16_372), ("0000000000000{", 0),
            ("00000000000123", 123), ("99999999999999", 99_999_999_999_999),
        ])
    func amounts(_ text: String, _ units: Int64) {
        #expect(SignedAmount.parse(text) == units)
        #expect(SignedAmount.parse("12X{") == nil)
        #expect(SignedAmount.parse("") == nil)
        #expect(SignedAmount.parse("12-") == nil)
    }

    @Test("figures that do not add up are said, and the movements taken")
    func balance() throws {
        let reading = try CFONB.read(CFONB.statement(4000, [CFONB.movement(5000)]))
        #expect(reading.payments.count == 1)
        #expect(
            words(reading.warnings.first) == [
                "Le relevé du compte 00012345603 ne tombe pas juste : ancien solde 1000.00, mouvements 50.00, soit "
                    + "1050.00 EUR, mais le nouveau solde est 1040.00 EUR. Comparez avec le relevé papier : il manque "
                    + "peut-être une page ou un mouvement.",
                "The statement of account 00012345603 does not add up: old balance 1000.00, movements 50.00, hence "
                    + "1050.00 EUR, but the new balance is 1040.00 EUR. Compare with the paper statement: a page or a "
                    + "movement may be missing.",
            ])
    }

    @Test(
        "a French account becomes its IBAN",
        arguments: [
            ("20041", "01005", "0500013M026", "FR1420041010050500013M02606"),
            ("30006", "00001", "12345678901", "FR7630006000011234567890189"),
        ])
    func iban(_ bank: String, _ branch: String, _ account: String, _ iban: String) {
        #expect(RIB(bank: bank, branch: branch, account: account).iban == iban)
        #expect(IBAN.normalised(iban) == iban)
        #expect(RIB(bank: bank, branch: "", account: account).iban == nil)
    }

    // MARK: CFONB 240

    static func operation(_ units: Int, code: String = "80", date: String = "211220") -> String {
        let digits = String(units)
        return CFONB.record(
            240,
            [
                (1, "34000002" + code + date + "E"), (22, "300060000112345678901CLIENT DUPONT"),
                (78, "300040000100012345603NOTRE SOCIETE"), (129, "IMPAYE FA2026-00123"), (223, "REF001"),
                (229, String(repeating: "0", count: 12 - digits.count) + digits),
            ])
    }

    static func returns(_ operations: [String], total: Int) -> [String] {
        let digits = String(total)
        let head = CFONB.record(240, [(1, "310000018021" + "1220E"), (22, "300040000100012345603")])
        let foot = CFONB.record(
            240,
            [
                (1, "3900000380211220E"), (22, "300040000100012345603"),
                (229, String(repeating: "0", count: 12 - digits.count) + digits),
            ])
        return [head] + operations + [foot]
    }

    @Test("a returned direct debit of CFONB 240 takes the payment back, with payer and account")
    func unpaid() throws {
        let reading = try CFONB.read(CFONBTests.returns([CFONBTests.operation(12_345)], total: 12_345))
        let payment = try #require(reading.payments.first)
        #expect(payment.kind == .return)
        #expect(payment.effect == 12_345)
        #expect(payment.date.description == "2020-12-21")
        #expect(payment.payer.name == "CLIENT DUPONT")
        #expect(payment.iban == "FR7630006000011234567890189")
        #expect(payment.reference == "REF001")
        #expect(payment.text == "IMPAYE FA2026-00123")
        #expect(payment.entry?.account == "FR7630004000010001234560361")
        #expect(
            words(reading.warnings.first) == [
                "Ces opérations figurent aussi, sans référence commune, sur le relevé de compte. Ne déposez pas le relevé "
                    + "(CFONB 120) des mêmes jours en plus de ce fichier.",
                "These operations also stand, without a common reference, on the account statement. Do not drop the "
                    + "statement (CFONB 120) of the same days besides this file.",
            ])
    }

    @Test("a transfer of CFONB 240 is a payment, and a wrong total is said")
    func transfer240() throws {
        let reading = try CFONB.read(CFONBTests.returns([CFONBTests.operation(12_345, code: "20")], total: 99))
        #expect(reading.payments.map(\.kind) == [.payment])
        #expect(
            words(reading.warnings.first) == [
                "Les opérations font 123.45 EUR, mais le total annoncé est 0.99 EUR. Comparez avec l’avis de la banque : "
                    + "il manque peut-être une opération.",
                "The operations come to 123.45 EUR, but the stated total is 0.99 EUR. Compare with the bank's advice: an "
                    + "operation may be missing.",
            ])
    }
}
