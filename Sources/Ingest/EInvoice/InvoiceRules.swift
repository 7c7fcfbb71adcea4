import Receivables

/// The sums EN 16931 asks for (business rules BR-CO-10 to BR-CO-17), on the amounts as written.
///
/// Tolerances are those of CEN's own validation artefacts: sums are equal after rounding to two decimals, VAT by rate
/// within less than 1.00 (UBL) or at most 1.00 (CII). What a receivable rests on, BR-CO-15 and BR-CO-16, must hold to
/// 0.05 unless the profile is an extension, which may add terms of its own; everything else is a remark.
struct InvoiceRules {
    let currency: Currency
    let isExtension: Bool
    /// CII allows a VAT amount to be off by exactly 1.00, UBL by less.
    let vatMayDifferByOne: Bool
    private(set) var warnings: [Message] = []

    /// What BR-CO-15 and BR-CO-16 may be off by: rounding of a few lines, no more.
    private static let tolerance = WideDecimal(hundredths: 5)

    init(_ currency: Currency, isExtension: Bool, vatMayDifferByOne: Bool) {
        self.currency = currency
        self.isExtension = isExtension
        self.vatMayDifferByOne = vatMayDifferByOne
    }

    /// Terms of the document level as written; nil where the document does not state them.
    struct Totals {
        var lines, allowances, charges, net, vat, total, prepaid, rounding: ExactDecimal?
        /// BT-115, or what stands in for it.
        var payable: ExactDecimal?
        /// The profile carries neither BT-113 nor BT-114: the payable amount cannot be worked out.
        var isMinimum = false
        /// The document states no VAT total at all: then there is none to add.
        var hasNoVAT = false
    }

    mutating func check(_ totals: Totals, _ sums: InvoiceSums) throws(Refusal) {
        try checkParts(totals, sums)
        try checkVAT(totals, sums)
        if let net = totals.net, let vat = totals.vat ?? (totals.hasNoVAT ? ExactDecimal(coefficient: 0) : nil) {
            let expected = (WideDecimal(net) + WideDecimal(vat)).rounded
            try compare("BR-CO-15 (BT-109 + BT-110)", expected, totals.total, isVital: !totals.hasNoVAT)
        }
        if let total = totals.total, !totals.isMinimum {
            let expected = WideDecimal(total) - InvoiceRules.wide(totals.prepaid) + InvoiceRules.wide(totals.rounding)
            try compare("BR-CO-16 (BT-112 − BT-113 + BT-114)", expected, totals.payable, isVital: true)
        }
    }

    /// BR-CO-10 to BR-CO-13: lines, allowances and charges. Profiles without lines have no such sums.
    private mutating func checkParts(_ totals: Totals, _ sums: InvoiceSums) throws(Refusal) {
        if sums.lines.count > 0, let sum = try sums.lines.value() {
            try compare("BR-CO-10 (Σ BT-131)", sum.rounded, totals.lines)
        }
        try compare("BR-CO-11 (Σ BT-92)", sums.allowances, totals.allowances)
        try compare("BR-CO-12 (Σ BT-99)", sums.charges, totals.charges)
        if let lines = totals.lines {
            let expected =
                WideDecimal(lines) - InvoiceRules.wide(totals.allowances) + InvoiceRules.wide(totals.charges)
            try compare("BR-CO-13 (BT-106 − BT-107 + BT-108)", expected.rounded, totals.net)
        }
    }

    /// BR-CO-14 and BR-CO-17: the VAT total and its rates.
    private mutating func checkVAT(_ totals: Totals, _ sums: InvoiceSums) throws(Refusal) {
        let subtotals = sums.vat(in: currency)
        var sum: WideDecimal? = .zero
        for subtotal in subtotals {
            guard let amount = try InvoiceRules.number(subtotal.amount, "BT-117") else { continue }
            sum = sum?.adding(WideDecimal(amount))
            try checkRate(subtotal, amount)
        }
        if !subtotals.isEmpty, let sum { try compare("BR-CO-14 (Σ BT-117)", sum.rounded, totals.vat) }
    }

    private mutating func checkRate(_ subtotal: InvoiceSums.VATSubtotal, _ amount: ExactDecimal) throws(Refusal) {
        guard let base = try InvoiceRules.number(subtotal.base, "BT-116"),
            let rate = try InvoiceRules.number(subtotal.rate, "BT-119"),
            let expected = WideDecimal(base, percent: rate)
        else { return }
        let difference = (expected - WideDecimal(amount)).magnitude
        let one = WideDecimal(hundredths: 100)
        guard vatMayDifferByOne ? difference > one : difference >= one else { return }
        remark("BR-CO-17 (BT-116 × BT-119, \(rate) %)", expected, WideDecimal(amount))
    }

    /// A stated total against the amounts it sums up: a document that has neither is fine.
    private mutating func compare(_ rule: String, _ sum: StatedSum, _ stated: ExactDecimal?) throws(Refusal) {
        guard sum.count > 0 || stated != nil, let value = try sum.value() else { return }
        try compare(rule, value.rounded, stated ?? ExactDecimal(coefficient: 0))
    }

    /// Says what a rule gives where the document states something else; refuses it where the receivable rests on it.
    private mutating func compare(
        _ rule: String, _ expected: WideDecimal, _ stated: ExactDecimal?, isVital: Bool = false
    ) throws(Refusal) {
        guard let stated else { return }
        let value = WideDecimal(stated)
        guard expected != value else { return }
        if isVital, !isExtension, (expected - value).magnitude > InvoiceRules.tolerance {
            throw Refusal(.invoiceTotalWrong, facts(rule, expected, value))
        }
        remark(rule, expected, value)
    }

    private mutating func remark(_ rule: String, _ expected: WideDecimal, _ value: WideDecimal) {
        warnings.append(Message(.invoiceTotalDiffers, facts(rule, expected, value)))
    }

    private func facts(_ rule: String, _ expected: WideDecimal, _ value: WideDecimal) -> [String: String] {
        ["rule": rule, "expected": "\(expected.text) \(currency)", "value": "\(value.text) \(currency)"]
    }

    private static func wide(_ number: ExactDecimal?) -> WideDecimal { number.map { WideDecimal($0) } ?? .zero }

    /// The number in a text; nil where there is none, or more digits than can be held. Throws where it is no decimal.
    private static func number(_ text: String?, _ field: String) throws(Refusal) -> ExactDecimal? {
        guard let text else { return nil }
        if let number = ExactDecimal(text) { return number }
        var form = StatedSum(field)
        form.add(text)
        _ = try form.value()
        return nil
    }
}
