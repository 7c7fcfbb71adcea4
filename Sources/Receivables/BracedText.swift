/// Text with names in braces, as the catalogue and the rules have it.
public enum BracedText {
    /// The text with the value of each name in its place. In French « de » and « que » before a value lose their vowel
    /// where it asks for that.
    public static func filled(_ text: String, in language: Language, _ value: (String) -> String) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let value = value(String(rest[rest.index(after: open)..<close]))
            result = language == .french ? Elision.joined(result, value) : result + value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
