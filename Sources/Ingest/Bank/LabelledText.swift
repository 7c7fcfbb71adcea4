/// A movement's plain text in which a bank labels its parts, as French banks write transfers:
/// `VIREMENT SEPA RECU /DE DUPONT SARL /MOTIF ACOMPTE /REF 55`, `VIR SCT RECU /FRM DUPONT /EID F12 /RNF FACTURE 12`,
/// `VIR RECU 9876543210 DE: DURAND SA MOTIF: FACTURE 12 REF: 55`.
struct LabelledText {
    /// Who paid; nil where the text labels nobody so.
    private(set) var payer: String?
    /// The reference that goes with a payment from end to end; what stands under `REF` may be a bank's own.
    private(set) var endToEnd: String?

    private enum Part { case payer, endToEnd, other }

    private static let labels: [String: Part] = [
        "/DE": .payer, "/FRM": .payer, "DE:": .payer, "/EID": .endToEnd, "/REF": .other, "REF:": .other,
        "/MOTIF": .other, "/RNF": .other, "MOTIF:": .other, "/BEN": .other, "/REFDO": .other, "/REFBEN": .other,
        "/REFINT": .other, "/REFEXT": .other, "/IDMDT": .other, "/MDT": .other, "/LIB": .other, "/CPY": .other,
        "POUR:": .other, "CHEZ:": .other, "ID:": .other, "DATE:": .other, "LIB:": .other,
    ]

    init(_ text: String) {
        var values: [Part: String] = [:]
        var part = Part.other
        for word in text.split(separator: " ") {
            if let label = LabelledText.labels[word.uppercased()] {
                // A label that comes again begins something else.
                part = values[label] == nil ? label : .other
            } else {
                values[part] = values[part].map { "\($0) \(word)" } ?? String(word)
            }
        }
        payer = values[.payer].flatMap { BankText.meaningful($0) }
        endToEnd = values[.endToEnd].flatMap { BankText.reference($0) }
    }
}
