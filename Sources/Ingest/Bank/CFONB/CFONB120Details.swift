import Receivables

/// The details (05) of one movement, by their qualifier.
///
/// `NPY` payer, `NPO` on whose behalf, `IPY` the payer's identifier, `RCN` end-to-end reference and purpose, `REF` the
/// bank's reference, `LCS` structured remittance, `LIB` `LCC` `LC2` free remittance, `MMO` original amount, `FEE`
/// charges, `RET` reason of a return. Others are kept in the text.
struct CFONB120Details {
    private var payerName: String?
    private var ultimate: String?
    private var identifier: String?
    private var identifierScheme: String?
    private var endToEnd: String?
    private(set) var bankReference: String?
    private(set) var returnReason: String?
    private var structured: [RemittanceReference] = []
    private var original: Money?
    private var charges: Money?
    private var lines: [String] = []

    mutating func add(qualifier: String, value: String) {
        let text = BankText.meaningful(value)
        switch qualifier {
        case "NPY": payerName = payerName ?? text
        case "NPO": ultimate = ultimate ?? text
        case "IPY":
            identifier = identifier ?? BankText.meaningful(value.prefix(35))
            identifierScheme = identifierScheme ?? BankText.meaningful(value.dropFirst(35))
        case "RCN":
            endToEnd = endToEnd ?? BankText.reference(value.prefix(35))
            keep(String(value.dropFirst(35)))
        case "REF": bankReference = bankReference ?? BankText.reference(value.prefix(35))
        case "RET":
            returnReason = returnReason ?? text.flatMap { $0.split(separator: " ").first.map { String($0) } }
            keep(value)
        case "LCS": addStructured(text, value)
        case "MMO": original = original ?? CFONB120Details.money(value)
        case "FEE": charges = charges ?? CFONB120Details.money(value)
        // Ourselves, the creditor.
        case "NBE", "IBE", "NBU", "CBE", "BDB": break
        default: keep(value)
        }
    }

    /// Keeps a line with the spaces at its beginning: a text cut at 70 characters may go on with one.
    private mutating func keep(_ value: String) {
        guard BankText.meaningful(value) != nil else { return }
        lines.append(String(value.reversed().drop { $0.isWhitespace }.reversed()))
    }

    /// A structured remittance is one reference without spaces; anything else is text.
    private mutating func addStructured(_ text: String?, _ value: String) {
        guard let text else { return }
        guard !text.contains(" ") else { return keep(value) }
        structured.append(RemittanceReference(number: text))
    }

    /// Currency, number of decimals, then the amount in fourteen digits: `USD200000000012345`.
    private static func money(_ value: String) -> Money? {
        let bytes = Array(value.utf8.prefix(18))
        guard bytes.count == 18, let currency = Currency(String(decoding: bytes[..<3], as: UTF8.self)),
            let decimals = Int(String(decoding: bytes[3..<4], as: UTF8.self)),
            let amount = SignedAmount.parse(String(decoding: bytes[4...], as: UTF8.self)),
            let units = ExactDecimal(coefficient: abs(amount), scale: decimals).minorUnits(decimals: currency.decimals)
        else { return nil }
        return Money(minorUnits: units.value, currency: currency)
    }

    /// Adds what the details say. `label`: the movement's own 31 characters.
    func complete(_ movement: inout Movement, label: String) {
        movement.payer = BankText.party(name: payerName, identifier: identifier, scheme: identifierScheme)
        movement.ultimatePayer = ultimate
        movement.endToEnd = endToEnd
        movement.instructed = original
        movement.charges = charges
        movement.remittance = structured
        // LIB lines are cut at 70 characters, LCC and LC2 too.
        let details = BankText.unwrapped(lines, width: 70)
        movement.text = BankText.meaningful(
            [BankText.collapsed(label), details].filter { !$0.isEmpty }.joined(separator: " "))
    }
}
