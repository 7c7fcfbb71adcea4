/// The texts collected for one part of a message: the first of each element, with its attribute and line.
struct MessageTexts {
    struct Text {
        let text: String
        let attribute: String?
        let line: Int
    }

    private var values: [String: Text] = [:]
    /// The line the last value stood on: the nearest place for what is missing.
    private(set) var line = 0

    mutating func take(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        self.line = line
        guard values[label] == nil, !text.isEmpty else { return }
        values[label] = Text(text: text, attribute: attribute, line: line)
    }

    subscript(_ label: String) -> Text? { values[label] }

    func text(_ label: String) -> String? { values[label]?.text }
}

extension String {
    /// Words joined by single spaces: messages pad their labels with spaces of all kinds.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
