/// The words of one thing Vigie can say about a file, a row or a document: a stable code for machines, a sentence
/// for people in each language, and how to mend it. `{name}` stands for an argument.
///
/// Templates are static members grouped by topic in `Catalogue/`; a test holds each to one input and its sentence.
public struct MessageTemplate: Sendable, Hashable {
    public let code: String
    let sentence: [Language: String]
    let remedy: [Language: String]

    public init(_ code: String, fr: String, en: String, mendFr: String = "", mendEn: String = "") {
        self.code = code
        self.sentence = [.french: fr, .english: en]
        self.remedy = mendFr.isEmpty && mendEn.isEmpty ? [:] : [.french: mendFr, .english: mendEn]
    }

    public static func == (left: MessageTemplate, right: MessageTemplate) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// Sentence and remedy as written, with their placeholders.
    public func text(in language: Language) -> (sentence: String, remedy: String?) {
        (sentence[language] ?? code, remedy[language])
    }
}

/// One fact about one place: what, with which values, and where. Rendered to words only when shown.
public struct Message: Sendable, Hashable {
    public let template: MessageTemplate
    /// Values for the placeholders. They come from files: shown escaped, never used as a path.
    public let arguments: [String: String]
    /// 1-based line in the file.
    public let line: Int?
    /// The column header, or the business term (`BT-2`).
    public let field: String?

    public init(
        _ template: MessageTemplate, _ arguments: [String: String] = [:], line: Int? = nil, field: String? = nil
    ) {
        self.template = template
        self.arguments = arguments
        self.line = line
        self.field = field
    }

    public var code: String { template.code }

    /// What is wrong, in one sentence.
    public func sentence(in language: Language) -> String {
        fill(template.text(in: language).sentence, language)
    }

    /// What the reader can do about it, or nil where nothing need be done.
    public func remedy(in language: Language) -> String? {
        template.text(in: language).remedy.map { fill($0, language) }
    }

    /// The sentence, and after it what the reader can do about it.
    public func text(in language: Language) -> String {
        [sentence(in: language), remedy(in: language)].compactMap { $0 }.joined(separator: " ")
    }

    private func fill(_ text: String, _ language: Language) -> String {
        BracedText.filled(text, in: language) { Message.shown(arguments[$0] ?? "?") }
    }

    /// A value from a file made safe for one line of output: control and direction marks become `·`, long text is cut.
    public static func shown(_ value: String) -> String {
        var result = ""
        for (count, scalar) in value.unicodeScalars.enumerated() {
            guard count < 120 else { return result + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: result += "·"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
