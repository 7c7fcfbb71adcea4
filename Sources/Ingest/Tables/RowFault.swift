import Receivables

/// Why one row is not taken. A class, so that the error of a typed throw stays one word wide in the row loop.
final class RowFault: Error {
    let message: Message

    init(_ template: MessageTemplate, _ arguments: [String: String] = [:], field: String? = nil) {
        self.message = Message(template, arguments, field: field)
    }
}
