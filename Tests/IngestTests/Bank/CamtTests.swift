import Receivables
import Testing

@testable import Ingest

@Suite struct CamtTests {
    /// A camt.053 with these entries and, where given, its balances.
    static func statement(
        _ entries: String, version: String = "053.001.08", opening: String? = nil, closing: String? = nil,
        head: String = ""
    ) -> String {
        func balance(_ type: String, _ amount: String?) -> String {
            guard let amount else { return "" }
            return "<Bal><Tp><CdOrPrtry><Cd>\(type)</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>\(amount)</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>"
        }
        let (message, element) =
            version.hasPrefix("054")
            ? ("BkToCstmrDbtCdtNtfctn", "Ntfctn")
            : version.hasPrefix("052") ? ("BkToCstmrAcctRpt", "Rpt") : ("BkToCstmrStmt", "Stmt")
        return
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.\(version)'><\(message)><GrpHdr><MsgId>M</MsgId></GrpHdr>"
            + "<\(element)><Id>S1</Id>\(head)<CreDtTm>2026-03-03T06:00:00+01:00</CreDtTm><Acct><Id>"
            + "<IBAN>FR76 3000 6000 0112 3456 7890 189</IBAN></Id><Ccy>EUR</Ccy></Acct>"
            + balance("OPBD", opening) + balance("CLBD", closing) + entries + "</\(element)></\(message)></Document>"
    }

    static func entry(
        _ amount: String, _ side: String = "CRDT", status: String = "<Sts><Cd>BOOK</Cd></Sts>", extra: String = "",
        reference: String = "<AcctSvcrRef>BQ-1</AcctSvcrRef>", details: String = ""
    ) -> String {
        "<Ntry><Amt Ccy='EUR'>\(amount)</Amt><CdtDbtInd>\(side)</CdtDbtInd>\(extra)\(status)<BookgDt><Dt>2026-03-02</Dt></BookgDt>"
            + "<ValDt><DtTm>2026-03-03T00:00:00+01:00</DtTm></ValDt>\(reference)<NtryDtls>\(details)</NtryDtls></Ntry>"
    }

    static func transaction(_ amount: String?, _ inner: String = "", name: String = "DUPONT SARL") -> String {
        "<TxDtls>" + (amount.map { "<Amt Ccy='EUR'>\($0)</Amt>" } ?? "")
            + "<RltdPties><Dbtr><Pty><Nm>\(name)</Nm></Pty></Dbtr></RltdPties>\(inner)</TxDtls>"
    }

    @Test("a transfer brings payer, account, references, structured and free remittance, charges and original amount")
    func transfer() throws {
        let details = """
            <TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><Amt Ccy='EUR'>995.00</Amt>
            <AmtDtls><InstdAmt><Amt Ccy='USD'>1080.5</Amt></InstdAmt></AmtDtls>
            <Chrgs><TtlChrgsAndTaxAmt Ccy='EUR'>5.00</TtlChrgsAndTaxAmt></Chrgs>
            <RltdPties><Dbtr><Pty><Nm>DUPONT  ET FILS</Nm><PstlAdr><Ctry>FR</Ctry></PstlAdr><Id><OrgId><Othr><Id>732829320</Id>
            <SchmeNm><Cd>SREN</Cd></SchmeNm></Othr></OrgId></Id></Pty></Dbtr>
            <DbtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></DbtrAcct>
            <UltmtDbtr><Pty><Nm>DUPONT HOLDING</Nm></Pty></UltmtDbtr></RltdPties>
            <RmtInf><Ustrd>FACTURES</Ustrd><Ustrd>DE MARS</Ustrd>
            <Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>FA2026-00123</Nb></RfrdDocInf>
            <RfrdDocAmt><RmtdAmt Ccy='EUR'>1000.00</RmtdAmt></RfrdDocAmt></Strd>
            <Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>AV2026-00007</Nb></RfrdDocInf>
            <RfrdDocAmt><CdtNoteAmt Ccy='EUR'>5.00</CdtNoteAmt></RfrdDocAmt></Strd>
            <Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
            """
        let reading = try bank(
            CamtTests.statement(CamtTests.entry("995", details: details), opening: "5.00", closing: "1000.00"))
        let payment = try #require(reading.payments.first)
        #expect(payment.kind == .payment)
        #expect(payment.amount == 99_500)
        #expect(payment.date.description == "2026-03-02")
        #expect(payment.reference == "E2E-1")
        #expect(payment.payer == Party(name: "DUPONT ET FILS", siren: "732829320", country: "FR"))
        #expect(payment.iban == "FR1420041010050500013M02606")
        #expect(payment.text == "FACTURES DE MARS")
        #expect(
            payment.remittance == [
                RemittanceReference(number: "FA2026-00123", amount: 100_000),
                RemittanceReference(number: "AV2026-00007", amount: -500),
                RemittanceReference(number: "RF18539007547034"),
            ])
        #expect(
            payment.entry
                == BankEntry(
                    account: "FR7630006000011234567890189", bankReference: "BQ-1", endToEnd: "E2E-1", statement: "S1",
                    valueDate: Day(year: 2026, month: 3, day: 3), ultimatePayer: "DUPONT HOLDING",
                    instructed: Currency("USD").map { Money(minorUnits: 108_050, currency: $0) },
                    charges: Money(minorUnits: 500, currency: .eur)))
        #expect(reading.warnings == [])
    }

    @Test("the same payment in notification, report and statement has the same identity")
    func sameEverywhere() throws {
        let entry = CamtTests.entry(
            "10", details: CamtTests.transaction(nil, "<Refs><EndToEndId>E1</EndToEndId></Refs>"))
        let versions = ["052.001.02", "053.001.02", "053.001.13", "054.001.08"]
        var payments = try versions.map { try bank(CamtTests.statement(entry, version: $0)).payments }
        payments.append(
            try bank(
                CamtTests.statement(entry).replacing("camt.053.001.08", with: "X").replacing(
                    " xmlns='urn:iso:std:iso:20022:tech:xsd:X'", with: "")
            ).payments)
        #expect(Set(payments).count == 1)
        #expect(payments.first?.count == 1)
    }

    private static func code(_ family: String, _ subfamily: String, french: String? = nil) -> String {
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>\(family)</Cd><SubFmlyCd>\(subfamily)</SubFmlyCd></Fmly></Domn>"
            + (french.map { "<Prtry><Cd>\($0)</Cd><Issr>CFONB</Issr></Prtry>" } ?? "") + "</BkTxCd>"
    }

    @Test(
        "what an entry is follows from side, status, reversal, return and code",
        arguments: [
            ("CRDT", "", "", "payment"), ("DBIT", "", "", "bank.debits"),
            ("DBIT", "<RvslInd>true</RvslInd>", "", "return"),
            ("CRDT", "<RvslInd>true</RvslInd>", "", "bank.otherCredits"),
            ("CRDT", "<RvslInd>false</RvslInd>", "", "payment"),
            ("DBIT", "", "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>", "return"),
            ("CRDT", "", "<RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf>", "bank.otherCredits"),
            (
                "DBIT", "",
                "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd>",
                "return"
            ),
            ("CRDT", "", "<BkTxCd><Domn><Cd>LDAS</Cd></Domn></BkTxCd>", "bank.otherCredits"),
            // Bills of exchange: dishonoured, discounted, its day moved; with the bank's own code beside it too.
            ("DBIT", "", code("DRFT", "UDFT"), "return"), ("DBIT", "", code("DRFT", "UDFT", french: "33"), "return"),
            ("CRDT", "", code("DRFT", "DDFT"), "payment"), ("CRDT", "", code("DRFT", "DDFT", french: "37"), "payment"),
            ("CRDT", "", code("DRFT", "STAM"), "payment"), ("DBIT", "", code("DRFT", "DMCG"), "bank.debits"),
            // Transfers recalled and reversed, ours and the customers'.
            ("DBIT", "", code("RCDT", "RPCR"), "return"), ("DBIT", "", code("RRCT", "RPCR"), "return"),
            ("DBIT", "", code("RCDT", "AREV"), "return"), ("CRDT", "", code("ICDT", "RPCR"), "bank.otherCredits"),
            // Charges, taxes and interest given back.
            ("CRDT", "", code("MCOP", "CHRG"), "bank.otherCredits"),
            ("CRDT", "", code("MCOP", "TAXE"), "bank.otherCredits"),
            ("CRDT", "", "<BkTxCd><Prtry><Cd>62</Cd><Issr>CFONB</Issr></Prtry></BkTxCd>", "bank.otherCredits"),
            ("DBIT", "", "<BkTxCd><Prtry><Cd>B3</Cd><Issr>CFONB</Issr></Prtry></BkTxCd>", "return"),
            ("CRDT", "", "<BkTxCd><Prtry><Cd>71</Cd><Issr>CFONB</Issr></Prtry></BkTxCd>", "bank.otherCredits"),
        ])
    func natures(_ side: String, _ extra: String, _ inner: String, _ expected: String) throws {
        let reading = try bank(
            CamtTests.statement(CamtTests.entry("10", side, extra: extra, details: CamtTests.transaction(nil, inner))))
        #expect(reading.payments.map(\.kind.rawValue) + reading.warnings.map(\.code) == [expected])
    }

    @Test(
        "only what the bank has booked is taken",
        arguments: [
            ("<Sts>BOOK</Sts>", true), ("<Sts><Cd>BOOK</Cd></Sts>", true), ("", true), ("<Sts>PDNG</Sts>", false),
            ("<Sts><Cd>INFO</Cd></Sts>", false), ("<Sts><Prtry>X</Prtry></Sts>", false),
        ])
    func booked(_ status: String, _ isBooked: Bool) throws {
        let reading = try bank(
            CamtTests.statement(CamtTests.entry("10", status: status), opening: "0", closing: isBooked ? "10" : "0"))
        #expect(reading.payments.count == (isBooked ? 1 : 0))
        #expect(reading.warnings.map(\.code) == (isBooked ? [] : ["bank.notBooked"]))
    }

    @Test("a batch is booked by its details where they sum to it, each under the batch's reference")
    func batch() throws {
        let details =
            CamtTests.transaction("60.00", "<Refs><EndToEndId>A</EndToEndId></Refs>", name: "UN")
            + CamtTests.transaction("40.00", "<Refs><EndToEndId>B</EndToEndId></Refs>", name: "DEUX")
        let reading = try bank(
            CamtTests.statement(CamtTests.entry("100", details: details), opening: "0", closing: "100"))
        #expect(reading.payments.map(\.amount) == [6000, 4000])
        #expect(reading.payments.map(\.payer.name) == ["UN", "DEUX"])
        #expect(reading.payments.map(\.entry?.batch) == ["BQ-1", "BQ-1"])
        #expect(reading.payments.map(\.entry?.bankReference) == [nil, nil])
        #expect(reading.warnings == [])
    }

    @Test("a batch whose details do not sum to it is one payment, and says so")
    func unevenBatch() throws {
        let details = CamtTests.transaction("60.00", name: "UN") + CamtTests.transaction("30.00", name: "DEUX")
        let reading = try bank(CamtTests.statement(CamtTests.entry("100", details: details)))
        let payment = try #require(reading.payments.first)
        #expect(reading.payments.count == 1)
        #expect(payment.amount == 10_000)
        #expect(payment.payer.isUnknown)
        #expect(
            words(payment.warnings.first) == [
                "Les 2 détails de l’écriture de 100.00 EUR font 90.00 EUR : elle est prise en un seul montant. Répartissez "
                    + "ce montant d’après l’avis de la banque.",
                "The 2 details of the entry of 100.00 EUR come to 90.00 EUR: it is taken as one amount. Split this amount by "
                    + "the bank's advice.",
            ])
    }

    @Test(
        "a batch whose details state what was ordered, or leave out the bank's charges, is lumped on nobody",
        arguments: [
            // The entry's side, amount and charges, then the details' elements; what is booked.
            ("CRDT", "100", "", ["|60", "|40"], [6000, 4000]),
            ("CRDT", "100", "", ["60", "|40"], [6000, 4000]),
            // What was moved does not sum to the entry, what was ordered does.
            ("CRDT", "100", "", ["59|60", "39|40"], [6000, 4000]),
            ("CRDT", "97", "3.00", ["60", "40"], [6000, 4000]), ("CRDT", "97", "3.00", ["|60", "|40"], [6000, 4000]),
            ("DBIT", "103", "3.00", ["60", "40"], [6000, 4000]),
            ("CRDT", "97", "", ["60|60|2", "40|40|1"], [6000, 4000]),
            ("CRDT", "98", "3.00", ["60", "40"], [9800]), ("CRDT", "103", "3.00", ["60", "40"], [10_300]),
        ] as [(String, String, String, [String], [Int64])])
    func orderedBatch(_ side: String, _ amount: String, _ charges: String, _ details: [String], _ booked: [Int64])
        throws
    {
        let extra = charges.isEmpty ? "" : CamtTests.charges(charges)
        let reversal = side == "DBIT" ? "<RvslInd>true</RvslInd>" : ""
        let transactions = details.map { detail in
            let parts = detail.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            let ordered =
                parts.count > 1 ? "<AmtDtls><InstdAmt><Amt Ccy='EUR'>\(parts[1])</Amt></InstdAmt></AmtDtls>" : ""
            return CamtTests.transaction(
                parts[0].isEmpty ? nil : parts[0], ordered + (parts.count > 2 ? CamtTests.charges(parts[2]) : ""))
        }
        let reading = try bank(
            CamtTests.statement(
                CamtTests.entry(amount, side, extra: reversal + extra, details: transactions.joined())))
        #expect(reading.payments.map(\.amount) == booked)
        #expect(reading.payments.allSatisfy { $0.warnings.isEmpty == (booked.count > 1) })
    }

    private static func charges(_ amount: String) -> String {
        "<Chrgs><TtlChrgsAndTaxAmt Ccy='EUR'>\(amount)</TtlChrgsAndTaxAmt></Chrgs>"
    }

    @Test("a batch whose details do not state their amounts says so in whole words")
    func unstatedBatch() throws {
        let details = CamtTests.transaction("60.00") + CamtTests.transaction(nil)
        let payment = try #require(
            try bank(CamtTests.statement(CamtTests.entry("100", details: details))).payments.first)
        #expect(payment.amount == 10_000)
        #expect(
            words(payment.warnings.first) == [
                "Les 2 détails de l’écriture de 100.00 EUR ne disent pas tous leur montant en EUR : elle est prise en un "
                    + "seul montant. Répartissez ce montant d’après l’avis de la banque.",
                "The 2 details of the entry of 100.00 EUR do not all state their amount in EUR: it is taken as one "
                    + "amount. Split this amount by the bank's advice.",
            ])
    }

    /// One payment of 10 as a notification and a statement may tell it: the entry's reference, the detail's, end to end.
    private static func told(_ version: String, _ entry: String, _ detail: String, _ endToEnd: String) -> String {
        let references = [("AcctSvcrRef", detail), ("EndToEndId", endToEnd)].map { name, value in
            value.isEmpty ? "" : "<\(name)>\(value)</\(name)>"
        }
        let details = references == ["", ""] ? "" : CamtTests.transaction("10", "<Refs>\(references.joined())</Refs>")
        return statement(
            CamtTests.entry("10", reference: "<AcctSvcrRef>\(entry)</AcctSvcrRef>", details: details), version: version)
    }

    @Test(
        "a payment told by notification and statement books twice, by whichever references they share",
        arguments: [
            // The statement gives the entry's reference, with the details or without.
            (("ENTRY-A", "TX-B", "E2E-1"), ("ENTRY-A", "", "E2E-1"), 1),
            (("ENTRY-A", "TX-B", "E2E-1"), ("ENTRY-A", "", ""), 1), (("ENTRY-A", "TX-B", ""), ("ENTRY-A", "", ""), 1),
            // The bank numbers each message in its own way.
            (("N-9", "", "E2E-1"), ("S-1", "", "E2E-1"), 1), (("N-9", "TX-9", "E2E-1"), ("S-1", "TX-1", "E2E-1"), 1),
            // Nothing in common.
            (("N-9", "", "E2E-1"), ("S-1", "", "E2E-2"), 2), (("N-9", "TX-9", ""), ("S-1", "", ""), 2),
        ] as [((String, String, String), (String, String, String), Int)])
    func toldTwice(
        _ notified: (String, String, String), _ stated: (String, String, String), _ payments: Int
    ) throws {
        let notification = CamtTests.told("054.001.08", notified.0, notified.1, notified.2)
        let statement = CamtTests.told("053.001.08", stated.0, stated.1, stated.2)
        for files in [[notification, statement], [statement, notification], [statement, notification, statement]] {
            var ledger = Ledger(company: Company())
            for (index, file) in files.enumerated() {
                ledger.open(file: "\(index)")
                for document in try bank(file).documents { _ = ledger.post(document) }
            }
            let credits = ledger.customers.flatMap { ledger.account($0).credits.map(\.amount) }
            #expect(credits == Array(repeating: 1000, count: payments))
            #expect(ledger.documentCount == payments)
        }
    }

    @Test("a number cut at 140 characters is whole again")
    func wrapped() throws {
        let first = String(repeating: "X", count: 130) + " FA2026-00"
        let details = CamtTests.transaction(nil, "<RmtInf><Ustrd>\(first)</Ustrd><Ustrd>123 FIN</Ustrd></RmtInf>")
        let payment = try #require(try bank(CamtTests.statement(CamtTests.entry("1", details: details))).payments.first)
        #expect(payment.text?.hasSuffix(" FA2026-00123 FIN") == true)
    }

    @Test("a return whose parties are turned round still names the customer")
    func turned() throws {
        let parties =
            "<RltdPties><Dbtr><Nm>NOUS</Nm></Dbtr><DbtrAcct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></DbtrAcct>"
            + "<Cdtr><Nm>CLIENT</Nm></Cdtr><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct></RltdPties>"
        let details = "<TxDtls>\(parties)<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>"
        let payment = try #require(
            try bank(CamtTests.statement(CamtTests.entry("9", "DBIT", details: details), version: "053.001.02"))
                .payments.first)
        #expect(payment.kind == .return)
        #expect(payment.payer.name == "CLIENT")
        #expect(payment.iban == "FR1420041010050500013M02606")
        #expect(payment.entry?.returnReason == "MD06")
    }

    @Test("amounts keep the decimals of their currency")
    func decimals() throws {
        func amount(_ text: String, _ currency: String) throws -> Int64? {
            let entry = CamtTests.entry("1").replacing("<Amt Ccy='EUR'>1<", with: "<Amt Ccy='\(currency)'>\(text)<")
            return try bank(CamtTests.statement(entry)).payments.first?.amount
        }
        #expect(try amount("8.85000", "EUR") == 885)
        #expect(try amount("2700", "JPY") == 2700)
        #expect(try amount("1.234", "TND") == 1234)
    }

    @Test("figures that do not add up are said; a page of several is not held to them")
    func balances() throws {
        let entry = CamtTests.entry("10")
        #expect(
            try bank(CamtTests.statement(entry, opening: "0", closing: "11")).warnings.map(\.code) == ["bank.balance"])
        let paged = CamtTests.statement(
            entry, opening: "0", closing: "11",
            head: "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>")
        #expect(try bank(paged).warnings == [])
    }

    static let refusals: [(text: String, french: String, english: String)] = [
        (
            CamtTests.statement(CamtTests.entry("1").replacing("2026-03-02", with: "2026-02-30")),
            "Ligne 1 : « 2026-02-30 » n’est pas une date.", "Line 1: “2026-02-30” is not a date."
        ),
        (
            CamtTests.statement(CamtTests.entry("1,5")), "Ligne 1 : « 1,5 » n’est pas un montant.",
            "Line 1: “1,5” is not an amount."
        ),
        (
            CamtTests.statement(CamtTests.entry("1.234")), "Ligne 1 : « 1.234 » n’est pas un montant.",
            "Line 1: “1.234” is not an amount."
        ),
        (
            CamtTests.statement(CamtTests.entry("1", "")), "Ligne 1 : l’écriture n’a pas de « CdtDbtInd ».",
            "Line 1: the entry has no “CdtDbtInd”."
        ),
        (
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt/></Document>",
            "Ce message camt ne contient aucun relevé ni avis (Stmt, Ntfctn, Rpt).",
            "This camt message holds no statement and no notification (Stmt, Ntfctn, Rpt)."
        ),
    ]

    @Test("a camt message that cannot be trusted is refused whole", arguments: refusals)
    func refused(_ text: String, _ french: String, _ english: String) {
        let message = refusal { () throws(Refusal) in try bank(text) }
        #expect(words(message) == [french + BankRefusalTests.again[0], english + BankRefusalTests.again[1]])
    }

    @Test("other messages of the family are not taken for statements")
    func others() {
        for name in ["camt.055.001.08", "camt.053.002.08", "camt.053.001.8", "pain.001.001.03"] {
            let file = SourceFile(
                name: "x", bytes: Array("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:\(name)'><A/></Document>".utf8)
            )
            #expect(!CamtImporter().identifies(file))
        }
        #expect(!CamtImporter().identifies(SourceFile(name: "x", bytes: Array("<Document><A/></Document>".utf8))))
    }
}
