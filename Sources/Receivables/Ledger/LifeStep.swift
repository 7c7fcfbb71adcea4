/// A step of an invoice's life as its customer's account shows it.
public final class LifeStep: Hashable, Sendable {
    /// The platform's code: `207`, or `UQ` in Peppol.
    public let code: String
    public let meaning: StatusNotice.Meaning
    /// The day of the status.
    public let date: Day
    /// Why, as the message says it.
    public let reason: String?

    public init(code: String, meaning: StatusNotice.Meaning, date: Day, reason: String? = nil) {
        self.code = code
        self.meaning = meaning
        self.date = date
        self.reason = reason
    }

    public static func == (left: LifeStep, right: LifeStep) -> Bool {
        left === right
            || (left.code == right.code && left.meaning == right.meaning && left.date == right.date
                && left.reason == right.reason)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(date)
    }
}
