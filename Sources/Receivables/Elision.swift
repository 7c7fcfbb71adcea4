/// French « de » and « que » before a name: « d'Atradius », « de Coface ».
public enum Elision {
    /// `text` followed by `name`: where the text ends in « de » or « que », they lose their vowel before a name that begins
    /// with a vowel or a mute h.
    public static func joined(_ text: String, _ name: String) -> String {
        guard text.hasSuffix("e "), endsInElided(text), isElided(before: name) else { return text + name }
        return text.dropLast(2) + "'" + name
    }

    private static func endsInElided(_ text: String) -> Bool {
        let word = text.dropLast().split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        return ["de", "que"].contains(word.lowercased())
    }

    private static func isElided(before name: String) -> Bool {
        let folded = Identifiers.folded(String(name.prefix(16)))
        // A letter by itself, such as a grade, is said by its name and keeps its distance: « de A à C ».
        guard let first = folded.first, name.first?.isLetter ?? false, name.dropFirst().first?.isLetter ?? false else {
            return false
        }
        if "aeiou".contains(first) { return !folded.hasPrefix("onze") && !folded.hasPrefix("oui") }
        if first == "y" { return !"aeiou".contains(folded.dropFirst().first ?? "a") }
        return first == "h" && !aspirated.contains { folded.hasPrefix($0) }
    }

    /// Beginnings of names whose h keeps « de » whole.
    private static let aspirated = [
        "hach", "hall", "halt", "hamb", "handic", "hangar", "hara", "haricot", "harn", "harp", "hasard", "haut", "havr",
        "hero", "heurt", "holl", "hongr", "honda", "hors", "huit", "hyund",
    ]
}
