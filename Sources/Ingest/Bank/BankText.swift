import Receivables

/// Helpers for the text banks pass on.
enum BankText {
    /// The text without spaces around it; nil where nothing is left or a bank means "none" by it.
    static func meaningful(_ text: some StringProtocol) -> String? {
        let trimmed = trim(text)
        guard !trimmed.isEmpty, !placeholders.contains(trimmed.uppercased()) else { return nil }
        return trimmed
    }

    /// The same for a reference: all zeros is none either.
    static func reference(_ text: some StringProtocol) -> String? {
        guard let text = meaningful(text), text.contains(where: { $0 != "0" }) else { return nil }
        return text
    }

    static func trim(_ text: some StringProtocol) -> String {
        var slice = text[...]
        while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
        while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
        return String(slice)
    }

    /// Runs of white space become one space.
    static func collapsed(_ text: some StringProtocol) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// Lines cut at a fixed width put together again: a full line runs on into the next, a shorter one ends a word.
    static func unwrapped(_ lines: [String], width: Int) -> String {
        var text = ""
        var runsOn = true
        for line in lines {
            if !runsOn { text += " " }
            text += line
            runsOn = line.unicodeScalars.count >= width
        }
        return collapsed(text)
    }

    private static let placeholders: Set<String> = ["NOTPROVIDED", "NOT PROVIDED", "NONREF", "NONE", "-", "."]

    /// A company's number where a bank gives an identifier without a trustworthy scheme: taken for a SIREN or SIRET
    /// only with the right check digits.
    static func party(name: String?, identifier: String? = nil, scheme: String? = nil) -> Party {
        guard let identifier else { return name == nil ? .unknown : Party(name: name) }
        if let siren = Identifiers.digits(identifier, count: 9), Identifiers.isValidSIREN(siren) {
            return Party(name: name, siren: siren)
        }
        if let siret = Identifiers.digits(identifier, count: 14), Identifiers.isValidSIRET(siret) {
            return Party(name: name, siret: siret)
        }
        guard let scheme else { return Party(name: name) }
        return Party(name: name, others: [SchemedIdentifier(scheme: scheme, value: identifier)])
    }
}
