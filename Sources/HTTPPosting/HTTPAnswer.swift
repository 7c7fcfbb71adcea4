/// What a server answered to a request.
public struct HTTPAnswer: Sendable, Hashable {
    /// The HTTP status, such as 200.
    public let status: Int
    /// Seconds it asked to wait before another attempt; 0 where it did not ask.
    public let retryAfter: Int
    /// The first bytes of what it said, for people.
    public let text: String

    public init(status: Int, retryAfter: Int = 0, text: String = "") {
        self.status = status
        self.retryAfter = retryAfter
        self.text = text
    }
}

/// Why no answer came: the library's own words, such as `Connection refused`.
public struct HTTPFault: Error, Sendable, Hashable {
    public let problem: String
}
