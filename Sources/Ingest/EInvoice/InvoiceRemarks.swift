import Receivables

/// What an e-invoice says that no receivable depends on, but that a platform or an auditor will object to: codes outside
/// their lists, addresses and notes that the French reform or Peppol ask for. Remarked upon, never refused.
struct InvoiceRemarks {
    /// UNTDID 4451 codes of notes (BT-21).
    private var subjects: Set<String> = []
    /// BT-118, as written.
    private var categories: [String] = []

    /// What BT-24 says of the specification that is followed.
    struct Profile {
        let isMinimum: Bool
        /// Peppol BIS Billing and XRechnung 3 want electronic addresses of both parties.
        let wantsEndpoints: Bool
    }

    /// Takes a value; false where the label is none of these.
    mutating func take(_ label: String, _ text: String) -> Bool {
        switch label {
        case "BT-21": subjects.insert(text)
        case "note": if let subject = InvoiceRemarks.subject(of: text) { subjects.insert(subject) }
        case "BT-118": if !text.isEmpty { categories.append(text) }
        default: return false
        }
        return true
    }

    /// UBL has no field for BT-21: the code stands before the text, `#PMD#…`.
    private static func subject(of note: String) -> String? {
        guard note.utf8.first == 0x23, let end = note.dropFirst().firstIndex(of: "#") else { return nil }
        return String(note[note.index(after: note.startIndex)..<end])
    }

    /// The remarks, in the order of the rules. `process` is BT-23.
    func messages(process: String?, _ profile: Profile, seller: PartyDraft, buyer: PartyDraft) -> [Message] {
        var found: [Message] = []
        if profile.isMinimum { found.append(Message(.invoiceMinimum, field: "BT-24")) }
        found += InvoiceRemarks.countries(seller, "BT-40", "BT-31") + InvoiceRemarks.countries(buyer, "BT-55", "BT-48")
        found += Set(categories).subtracting(InvoiceRemarks.vatCategories).sorted().map { code in
            Message(.invoiceBadCode, ["value": code, "rule": "BR-CL-18"], field: "BT-118")
        }
        let isReform =
            !profile.isMinimum && InvoiceRemarks.isFrench(process) && seller.isFrenchCompany && buyer.isFrenchCompany
        if isReform || profile.wantsEndpoints {
            let missing = [(seller, "BT-34"), (buyer, "BT-49")].filter { !$0.0.hasEndpoint }.map(\.1)
            if let first = missing.first {
                found.append(Message(.invoiceNoEndpoint, ["terms": missing.joined(separator: ", ")], field: first))
            }
        }
        let unsaid = ["PMD", "PMT", "AAB"].filter { !subjects.contains($0) }
        if isReform, !unsaid.isEmpty {
            found.append(Message(.invoiceNoNotes, ["codes": unsaid.joined(separator: ", ")], field: "BT-21"))
        }
        return found
    }

    /// BT-23 is one of the *cadres de facturation* of the French reform: B, S or M (goods, services, both) and a number.
    private static func isFrench(_ process: String?) -> Bool {
        guard let bytes = process.map({ Array($0.utf8) }), bytes.count == 2 else { return false }
        return [0x42, 0x4D, 0x53].contains(bytes[0]) && (0x31...0x38).contains(bytes[1])
    }

    private static func countries(_ party: PartyDraft, _ country: String, _ vat: String) -> [Message] {
        var found: [Message] = []
        if let code = party.country, !CountryCodes.all.contains(code) {
            found.append(Message(.invoiceBadCode, ["value": code, "rule": "BR-CL-14"], field: country))
        }
        if let number = party.vat, !CountryCodes.all.contains(String(number.prefix(2))), !number.hasPrefix("EL") {
            found.append(Message(.invoiceBadVATPrefix, ["value": number], field: vat))
        }
        return found
    }

    /// UNTDID 5305 as EN 16931 restricts it.
    private static let vatCategories: Set<String> = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"]
}
