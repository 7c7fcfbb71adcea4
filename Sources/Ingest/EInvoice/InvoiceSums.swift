import Receivables

/// The amounts an invoice is made up of, as they come by: lines, allowances and charges of the document, VAT by rate.
struct InvoiceSums {
    /// Σ BT-131, Σ BT-92, Σ BT-99.
    private(set) var lines = StatedSum("BT-131")
    private(set) var allowances = StatedSum("BT-92")
    private(set) var charges = StatedSum("BT-99")
    private var subtotals: [VATSubtotal] = []
    private var allowance: (isCharge: Bool, amount: String?) = (false, nil)

    /// One rate of the VAT breakdown (BG-23): BT-116, BT-117 with its currency, BT-119, as written.
    struct VATSubtotal {
        var base: String?
        var amount: String?
        var currency: String?
        var rate: String?
    }

    mutating func begin(_ label: String) {
        switch label {
        case "allowance": allowance = (false, nil)
        case "vat": subtotals.append(VATSubtotal())
        default: break
        }
    }

    mutating func end(_ label: String) {
        guard label == "allowance", let amount = allowance.amount else { return }
        if allowance.isCharge { charges.add(amount) } else { allowances.add(amount) }
    }

    /// Takes a value; false where the label is none of these.
    mutating func take(_ label: String, _ text: String, _ attribute: String?) -> Bool {
        switch label {
        case "BT-131": lines.add(text)
        case "BT-99": charges.add(text)
        case "allowance.isCharge": allowance.isCharge = text == "true" || text == "1"
        case "allowance.amount": allowance.amount = text
        case "BT-116", "BT-117", "BT-119": takeVAT(label, text, attribute)
        default: return false
        }
        return true
    }

    private mutating func takeVAT(_ label: String, _ text: String, _ attribute: String?) {
        guard let last = subtotals.indices.last, !text.isEmpty else { return }
        switch label {
        case "BT-116": subtotals[last].base = text
        case "BT-119": subtotals[last].rate = text
        default: (subtotals[last].amount, subtotals[last].currency) = (text, attribute)
        }
    }

    /// The breakdown in the document's currency: the accounting currency (BT-6) may have its own.
    func vat(in currency: Currency) -> [VATSubtotal] {
        subtotals.filter { $0.amount != nil && ($0.currency == nil || $0.currency == currency.code) }
    }
}

/// A sum of decimal texts.
struct StatedSum {
    private let field: String
    private(set) var count = 0
    private var sum: WideDecimal? = .zero
    private var unreadable: String?

    init(_ field: String) { self.field = field }

    mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        count += 1
        guard let value = ExactDecimal(text) else {
            sum = nil
            if !StatedSum.hasDecimalForm(text) { unreadable = unreadable ?? text }
            return
        }
        sum = sum?.adding(WideDecimal(value))
    }

    /// The sum, nil where a number has more digits than can be added exactly. Throws where one is no decimal.
    func value() throws(Refusal) -> WideDecimal? {
        if let unreadable { throw Refusal(.invoiceBadAmount, ["value": unreadable], field: field) }
        return sum
    }

    private static func hasDecimalForm(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == 0x2B || $0 == 0x2D }
        return digits.count + 1 >= text.utf8.count && digits.count { $0 == 0x2E } <= 1
            && digits.allSatisfy { $0 == 0x2E || $0 &- 0x30 < 10 }
    }
}
