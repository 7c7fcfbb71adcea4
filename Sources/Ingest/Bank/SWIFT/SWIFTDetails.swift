import Receivables

/// `:86:` and `:NS:`: what a bank adds to a movement, in the three forms banks write.
///
/// 1. Numbered (`166?00…?20EREF+…?32NAME`): German banks, and French and Luxembourg ones that follow them;
/// 2. coded (`/EREF/…/ORDP//NAME/…/REMI/…`): SWIFT's own codes;
/// 3. plain lines, in which French banks label who paid.
struct SWIFTDetails {
    private(set) var code: String?
    private(set) var name: String?
    private(set) var account: String?
    private(set) var endToEnd: String?
    private(set) var ultimatePayer: String?
    private(set) var returnReason: String?
    /// What was ordered and what the bank charges, as written: `EUR11,85`, or `11,85` in the account's currency.
    private(set) var original: String?
    private(set) var charges: String?
    private(set) var remittance: [RemittanceReference] = []
    private(set) var text: String?

    init() {}

    init(_ field: SWIFTField) {
        if field.tag == "NS" {
            readNumberedLines(field.lines)
        } else if let separator = SWIFTDetails.separator(of: field.joined) {
            readNumbered(field.joined, separator)
        } else if let coded = SWIFTCodedText(field.joined) {
            read(coded)
        } else {
            read(plain: BankText.unwrapped(field.lines, width: 65))
        }
    }

    /// The sign that comes, with two digits, after the transaction code of a numbered text: `?`, or a bank's own.
    private static func separator(of text: String) -> Character? {
        let start = text.drop { SWIFTScanner.isDigit($0) }
        guard text.count - start.count <= 3, let first = start.first, "?>~@&|".contains(first) else { return nil }
        let number = start.dropFirst().prefix(2)
        return number.count == 2 && number.allSatisfy(SWIFTScanner.isDigit) ? first : nil
    }

    // MARK: Numbered

    private mutating func readNumbered(_ text: String, _ separator: Character) {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        code = parts.first.flatMap { BankText.meaningful($0) }
        var fields: [(number: Int, value: String)] = []
        for part in parts.dropFirst() {
            if let number = Int(part.prefix(2)), part.prefix(2).count == 2 {
                fields.append((number, String(part.dropFirst(2))))
            } else if !fields.isEmpty {
                // The sign itself in the text.
                fields[fields.count - 1].value += String(separator) + part
            }
        }
        take(fields)
    }

    /// `:NS:` lines each begin with their number: 01–14 purpose, 15–16 name, 17 kind of posting.
    private mutating func readNumberedLines(_ lines: [String]) {
        var purpose: [String] = []
        for line in lines {
            guard let number = Int(line.prefix(2)) else { continue }
            let value = BankText.trim(line.dropFirst(2))
            switch number {
            case 1...14: purpose.append(value)
            case 15, 16: name = joined(name, value)
            default: break
            }
        }
        text = BankText.meaningful(purpose.joined(separator: " "))
    }

    private mutating func take(_ fields: [(number: Int, value: String)]) {
        var purpose: [String] = []
        for field in fields {
            switch field.number {
            case 20...29, 60...63: purpose.append(field.value)
            case 31: account = IBAN.normalised(field.value) ?? account
            case 38: account = IBAN.normalised(field.value) ?? account
            case 32, 33: name = (name ?? "") + field.value
            default: break
            }
        }
        name = name.flatMap { BankText.meaningful(BankText.collapsed($0)) }
        readPurpose(SWIFTDetails.join(purpose))
    }

    /// Subfields hold 27 characters: a full one runs on, a shorter one ends where its words end.
    private static func join(_ parts: [String]) -> String {
        parts.reduce(into: "") { text, part in
            text += part + (part.unicodeScalars.count < 27 ? " " : "")
        }
    }

    /// Reads the SEPA keywords; what stands under none, or under `SVWZ+`, is the remittance text.
    private mutating func readPurpose(_ purpose: String) {
        let words = SWIFTDetails.keyworded(purpose)
        var texts: [String] = []
        for (keyword, value) in words {
            switch keyword {
            case "", "SVWZ": texts.append(value)
            case "EREF": endToEnd = BankText.reference(value.filter { !$0.isWhitespace })
            case "ABWA": ultimatePayer = BankText.meaningful(BankText.collapsed(value))
            case "IBAN": account = IBAN.normalised(value) ?? account
            case "OAMT": original = BankText.trim(value)
            default: break
            }
        }
        readAmounts(SWIFTCodedText(purpose))
        text = BankText.meaningful(BankText.collapsed(texts.joined(separator: " ")))
    }

    private static let keywords: Set<String> = [
        "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC", "PURP",
    ]

    /// Text cut at each `KEYWORD+`, with the keyword; the part before the first has none.
    private static func keyworded(_ text: String) -> [(keyword: String, value: String)] {
        var parts: [(keyword: String, value: String)] = []
        var keyword = ""
        var value = ""
        for piece in text.split(separator: "+", omittingEmptySubsequences: false) {
            let word = keywords.first { piece.hasSuffix($0) }
            guard let word else {
                value += piece + "+"
                continue
            }
            parts.append((keyword, value + piece.dropLast(word.count)))
            keyword = word
            value = ""
        }
        if value.hasSuffix("+") { value.removeLast() }
        parts.append((keyword, value))
        return parts.filter { !BankText.trim($0.value).isEmpty }
    }

    // MARK: Coded

    /// `/OCMT/` and `/CHGS/` stand in texts of any form, and under the movement itself.
    mutating func readAmounts(_ coded: SWIFTCodedText?) {
        original = original ?? coded?["OCMT"] ?? coded?["OAMT"]
        charges = charges ?? coded?["CHGS"]
    }

    private mutating func read(_ coded: SWIFTCodedText) {
        readAmounts(coded)
        endToEnd = coded["EREF"].flatMap { BankText.reference($0) }
        name = coded["NAME"] ?? coded["ORDP"] ?? coded.counterparty(2)
        account = (coded["IBAN"] ?? coded.counterparty(0)).flatMap { IBAN.normalised($0) }
        ultimatePayer = coded["ULTD"]
        returnReason = coded["RTRN"]
        guard let remittance = coded["REMI"] ?? coded["REMIT"] else { return }
        let words = remittance.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        switch words.first {
        // /REMI/STRD/CUR/reference
        case "STRD":
            let reference = words.dropFirst(words.count > 2 ? 2 : 1).joined(separator: "/")
            if let number = BankText.reference(reference) { self.remittance = [RemittanceReference(number: number)] }
        case "USTD": text = BankText.meaningful(words.dropFirst().joined(separator: "/").drop { $0 == "/" })
        default: text = BankText.meaningful(remittance)
        }
    }

    // MARK: Plain

    /// The text is kept whole: a number of ours may stand under any label.
    private mutating func read(plain: String) {
        text = BankText.meaningful(plain)
        let labelled = LabelledText(plain)
        guard labelled.payer != nil else { return }
        name = labelled.payer
        endToEnd = labelled.endToEnd
    }

    private func joined(_ first: String?, _ second: String) -> String? {
        BankText.meaningful([first, second].compactMap { $0 }.joined(separator: " "))
    }
}
