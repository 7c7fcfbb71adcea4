/// Text under SWIFT codes between slashes: `/EREF/1234/ORDP//NAME/ACME/REMI/USTD//FACTURE 12`.
struct SWIFTCodedText {
    private var values: [String: String] = [:]

    private static let codes: Set<String> = [
        "ADDR", "BENM", "BIC", "BUSP", "CDTRREF", "CDTRREFTP", "CHGS", "CNTP", "CREF", "CSID", "EREF", "EXCH", "IBAN",
        "INST", "IREF", "ISDT", "KREF", "MARF", "NAME", "OAMT", "OCMT", "ORDP", "PREF", "PURP", "REMI", "REMIT", "RTRN",
        "SVCL", "TRCD", "TRTP", "ULTB", "ULTC", "ULTD",
    ]
    /// A party's identifier: a code only after a party's name or address, since a text may hold the two letters.
    private static let ofParties: Set<String> = ["ID"]
    private static let parties: Set<String> = ["ORDP", "BENM", "NAME", "ADDR", "ID"]

    /// Nil where no code is found.
    init?(_ text: String) {
        var current: String?
        var value: [Substring] = []
        for piece in text.split(separator: "/", omittingEmptySubsequences: false) {
            guard SWIFTCodedText.isCode(String(piece), after: current) else {
                value.append(piece)
                continue
            }
            keep(value, under: current)
            current = String(piece)
            value = []
        }
        guard current != nil else { return nil }
        keep(value, under: current)
    }

    private static func isCode(_ text: String, after current: String?) -> Bool {
        codes.contains(text) || (ofParties.contains(text) && current.map(parties.contains) == true)
    }

    private mutating func keep(_ value: [Substring], under code: String?) {
        guard let code, values[code] == nil else { return }
        var value = value
        while value.last?.isEmpty == true { value.removeLast() }
        while value.first?.isEmpty == true { value.removeFirst() }
        guard let text = BankText.meaningful(value.joined(separator: "/")) else { return }
        values[code] = text
    }

    subscript(_ code: String) -> String? { values[code] }

    /// `/CNTP/account/BIC/name/city`: the part at a place.
    func counterparty(_ index: Int) -> String? {
        guard let parts = values["CNTP"]?.split(separator: "/", omittingEmptySubsequences: false) else { return nil }
        return index < parts.count ? BankText.meaningful(parts[index]) : nil
    }
}
