import Receivables
import Testing

@testable import Ingest

/// The sums of EN 16931: for each rule an invoice that keeps it and one that breaks it, in both syntaxes.
@Suite struct InvoiceRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let changes: [String: String]
        /// `BR-CO-10 99.99 100.00`: the rule, what it gives, what the invoice states; in order.
        var remarks: [String] = []
        var isRefused = false
        var syntaxes = InvoiceText.Syntax.allCases
        var testDescription: String { name }
    }

    static let extended = "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended"
    static let minimum = "urn:factur-x.eu:1p0:minimum"

    static let cases: [Case] = [
        Case(name: "everything adds up", changes: [:]),
        Case(name: "10: a line is missing", changes: ["BT-131": "99.99"], remarks: ["BR-CO-10 99.99 100.00"]),
        Case(name: "10: the sum of the lines is rounded", changes: ["BT-131": "99.995"]),
        Case(name: "10: rounding goes no further", changes: ["BT-131": "99.994"], remarks: ["BR-CO-10 99.99 100.00"]),
        Case(name: "10: no lines, nothing to compare", changes: ["BT-131": "-"]),
        Case(
            name: "10: the stated total has three decimals", changes: ["BT-106": "100.001"],
            remarks: ["BR-CO-10 100.00 100.001"]),
        Case(name: "11: an allowance differs", changes: ["BT-92": "9.99"], remarks: ["BR-CO-11 9.99 10.00"]),
        Case(name: "11: allowances that nobody lists", changes: ["BT-92": "-"], remarks: ["BR-CO-11 0.00 10.00"]),
        Case(
            name: "11: allowances that no total states", changes: ["BT-107": "-"],
            remarks: ["BR-CO-11 10.00 0.00", "BR-CO-13 105.00 95.00"]),
        Case(name: "12: a charge differs", changes: ["BT-99": "5.01"], remarks: ["BR-CO-12 5.01 5.00"]),
        Case(
            name: "13: net is not lines less allowances plus charges",
            changes: ["BT-106": "101.00", "BT-131": "101.00"], remarks: ["BR-CO-13 96.00 95.00"]),
        Case(name: "14: the rates make another VAT", changes: ["BT-117": "19.50"], remarks: ["BR-CO-14 19.50 19.00"]),
        Case(
            name: "15: five cents off is a remark", changes: ["BT-112": "114.05", "BT-115": "100.05"],
            remarks: ["BR-CO-15 114.00 114.05"]),
        Case(
            name: "15: six cents off is refused", changes: ["BT-112": "114.06", "BT-115": "100.06"],
            remarks: ["BR-CO-15 114.00 114.06"], isRefused: true),
        Case(
            name: "15: an extension may add terms of its own",
            changes: ["BT-112": "120.00", "BT-115": "106.00", "BT-24": extended],
            remarks: ["BR-CO-15 114.00 120.00"]),
        Case(
            name: "15: no VAT total at all counts as none", changes: ["BT-110": "-", "BT-117": "-"],
            remarks: ["BR-CO-15 95.00 114.00"]),
        Case(name: "16: five cents off is a remark", changes: ["BT-115": "99.95"], remarks: ["BR-CO-16 100.00 99.95"]),
        Case(
            name: "16: six cents off is refused", changes: ["BT-115": "99.94"], remarks: ["BR-CO-16 100.00 99.94"],
            isRefused: true),
        Case(name: "16: rounding counts", changes: ["BT-114": "-0.01", "BT-115": "99.99"]),
        Case(
            name: "16: an extension may be paid more than its total", changes: ["BT-115": "150.00", "BT-24": extended],
            remarks: ["BR-CO-16 100.00 150.00"]),
        Case(name: "16: MINIMUM does not say what was paid", changes: ["BT-113": "-", "BT-24": minimum]),
        Case(name: "17: less than 1.00 off is fine", changes: ["BT-119": "21.04"]),
        Case(
            name: "17: exactly 1.00 is too much in UBL", changes: ["BT-116": "100.00"],
            remarks: ["BR-CO-17 20.00 19.00"], syntaxes: [.ubl]),
        Case(name: "17: exactly 1.00 is fine in CII", changes: ["BT-116": "100.00"], syntaxes: [.cii]),
        Case(name: "17: more than 1.00", changes: ["BT-116": "100.05"], remarks: ["BR-CO-17 20.01 19.00"]),
        Case(name: "17: a rate without its base says nothing", changes: ["BT-116": "-"]),
    ]

    @Test("a wrong sum is let through, or a right one held against the invoice", arguments: cases)
    func sums(_ item: Case) throws {
        for syntax in item.syntaxes {
            do throws(Refusal) {
                let reading = try InvoiceText(item.changes).reading(syntax)
                #expect(!item.isRefused, "\(syntax)")
                let remarks = reading.documents.flatMap(\.warnings).filter { $0.template == .invoiceTotalDiffers }
                #expect(remarks.map(Self.short) == item.remarks, "\(syntax)")
            } catch {
                #expect(item.isRefused && error.message.template == .invoiceTotalWrong, "\(syntax)")
                #expect([Self.short(error.message)] == item.remarks, "\(syntax)")
            }
        }
    }

    private static func short(_ message: Message) -> String {
        let rule = message.arguments["rule"]?.prefix { $0 != " " } ?? ""
        return [String(rule), message.arguments["expected"] ?? "", message.arguments["value"] ?? ""].joined(
            separator: " "
        )
        .replacing(" EUR", with: "")
    }

    @Test(
        "an invoice to pay without a day is taken for one with",
        arguments: [
            (["BT-9": "-"], "invoice.noDue"), (["BT-9": "-", "BT-20": "selon nos usages"], "invoice.termsUnread"),
            (["BT-9": "-", "BT-20": "30 jours"], nil), ([:], nil),
            (["BT-9": "-", "BT-3": "381"], nil),
            (["BT-9": "-", "BT-112": "14.00", "BT-109": "-5.00", "BT-115": "0.00"], nil),
        ] as [([String: String], String?)])
    func dueDate(_ changes: [String: String], _ code: String?) throws {
        for syntax in InvoiceText.Syntax.allCases {
            let warnings = try InvoiceText(changes).reading(syntax).documents.flatMap(\.warnings).map(\.code)
            #expect(
                warnings.filter { $0.hasPrefix("invoice.noDue") || $0 == "invoice.termsUnread" }
                    == (code.map { [$0] } ?? []))
        }
    }

    @Test(
        "a day that the terms spell out is passed over, or one of something else is taken",
        arguments: [
            ("Payable au plus tard le 15 novembre 2026", "2026-11-15"), ("Échéance : 30/11/2026", "2026-11-30"),
            ("Due 2026-12-31", "2026-12-31"), ("30 jours, soit le 02/12/2026", "2026-12-02"),
            ("Commande du 12/10/2026", ""), ("Livraison prévue le 20/11/2026", ""),
            ("Livraison prévue le 20/11/2026, paiement à 10 jours", "2026-11-12"),
            ("Pour tout paiement sous 8 jours, un escompte de 2 % sera accordé", ""),
        ])
    func spelledOut(_ terms: String, _ due: String) throws {
        for syntax in InvoiceText.Syntax.allCases {
            let documents = try InvoiceText(["BT-9": "-", "BT-20": terms]).reading(syntax).documents
            guard case .invoice(let invoice)? = documents.first else { return #expect(Bool(false)) }
            #expect(invoice.due.map { $0.isEstimated ? $0.day.description : "stated" } ?? "" == due, "\(syntax)")
        }
    }

    @Test(
        "instalments in a currency without two decimals are one item, or another sum",
        arguments: [("TND", "6000.000", 6_000_000), ("JPY", "6000", 6000), ("EUR", "6000.00", 600_000)])
    func instalments(_ currency: String, _ part: String, _ expected: Int64) throws {
        func terms(_ day: String) -> String {
            "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">\(day)"
                + "</udt:DateTimeString></ram:DueDateDateTime><ram:PartialPaymentAmount>\(part)"
                + "</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>"
        }
        let whole = part.replacing("6", with: "12")
        let text = InvoiceText([
            "BT-5": currency, "BT-9": "-", "BT-112": whole, "BT-113": "-", "BT-115": whole, "BT-109": "-",
            "BT-110": "-",
        ]).text(.cii)
        let file = text.replacing(
            /<ram:SpecifiedTradePaymentTerms>.*?<\/ram:SpecifiedTradePaymentTerms>/.dotMatchesNewlines(),
            with: terms("20261130") + terms("20261231"))
        let reading = try CIIImporter().read(SourceFile(name: "x.xml", bytes: Array(file.utf8)), ReadingContext())
        guard case .invoice(let invoice)? = reading.documents.first else { return #expect(Bool(false)) }
        #expect(invoice.details.instalments.map(\.amount) == [expected, expected])
        #expect(!invoice.details.warnings.contains { $0.template == .invoiceDueDates })
    }

    @Test func `of two means of payment that give other days the first is taken, and it is said`() throws {
        func means(_ day: String) -> String {
            "<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>"
                + "<cbc:PaymentDueDate>\(day)</cbc:PaymentDueDate></cac:PaymentMeans>"
        }
        let text = InvoiceText(["BT-9": "-"]).text(.ubl)
        let file = text.replacing(
            "<cac:PaymentTerms>", with: means("2026-11-30") + means("2026-12-31") + "<cac:PaymentTerms>")
        let reading = try UBLImporter().read(SourceFile(name: "x.xml", bytes: Array(file.utf8)), ReadingContext())
        guard case .invoice(let invoice)? = reading.documents.first else { return #expect(Bool(false)) }
        #expect(invoice.due == Day(iso: "2026-11-30").map { DueDate($0) })
        #expect(invoice.details.warnings.contains { $0.template == .invoiceDueDates })
    }

    @Test(
        "a tie is rounded away from zero, as XPath does not",
        arguments: [
            ("0.005", "0.01"), ("-0.005", "0.00"), ("-0.015", "-0.01"), ("-0.0151", "-0.02"), ("2.345", "2.35"),
            ("9223372036854775.807", "9223372036854775.81"), ("-1", "-1.00"),
        ])
    func rounding(_ text: String, _ expected: String) throws {
        #expect(WideDecimal(try #require(ExactDecimal(text))).rounded.text == expected)
    }

    @Test func `a sum of the largest numbers is given up and not wrapped around`() {
        var sum: WideDecimal? = .zero
        for _ in 0..<4 { sum = sum?.adding(WideDecimal(ExactDecimal(coefficient: .max))) }
        #expect(sum == nil)
    }

    @Test func `VAT of very large numbers with many decimals is worked out exactly or not at all`() throws {
        let base = try #require(ExactDecimal("123456789012.3456"))
        let rate = try #require(ExactDecimal("20.000000"))
        #expect(WideDecimal(base, percent: rate)?.text == "24691357802.47")
        #expect(WideDecimal(ExactDecimal(coefficient: .max), percent: ExactDecimal(coefficient: .max)) == nil)
    }
}
