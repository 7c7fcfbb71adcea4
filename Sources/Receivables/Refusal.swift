/// Why a whole file is not taken. The file goes to `rejected/` beside a reason that repeats this message.
public struct Refusal: Error, Hashable, Sendable {
    public let message: Message

    public init(_ message: Message) {
        self.message = message
    }

    public init(
        _ template: MessageTemplate, _ arguments: [String: String] = [:], line: Int? = nil, field: String? = nil
    ) {
        self.message = Message(template, arguments, line: line, field: field)
    }
}
