import CCurl

/// Sends POST requests over one connection that is kept open between them. The only place that touches libcurl.
///
/// It blocks until the answer, or until the time given has passed: for a process that has nothing else to do.
@safe public final class HTTPClient {
    private let handle: UnsafeMutableRawPointer

    /// What is kept of an answer's text, in bytes.
    private static let textLimit = 400

    public init() throws(HTTPFault) {
        guard ccurl_start() == CURLE_OK, let handle = unsafe curl_easy_init() else {
            throw HTTPFault(problem: "libcurl")
        }
        unsafe self.handle = handle
    }

    deinit { unsafe curl_easy_cleanup(handle) }

    /// Sends `body` to an http or https address; `headers` are lines such as `Content-Type: application/json`.
    public func post(
        _ body: [UInt8], to url: String, headers: [String], milliseconds: Int
    ) throws(HTTPFault) -> HTTPAnswer {
        var list: UnsafeMutablePointer<curl_slist>?
        for header in headers { unsafe list = curl_slist_append(list, header) ?? list }
        defer { unsafe curl_slist_free_all(list) }
        let result = unsafe HTTPClient.perform(handle, url, list, body, milliseconds)
        return try result.get()
    }

    private static func perform(
        _ handle: UnsafeMutableRawPointer, _ url: String, _ headers: UnsafeMutablePointer<curl_slist>?,
        _ body: [UInt8], _ milliseconds: Int
    ) -> Result<HTTPAnswer, HTTPFault> {
        var said = [CChar](repeating: 0, count: textLimit)
        var problem = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var status = 0
        var wait: curl_off_t = 0
        var count = 0
        let code = unsafe said.withUnsafeMutableBufferPointer { said in
            var text = unsafe ccurl_text(bytes: said.baseAddress, count: 0, capacity: said.count)
            defer { count = unsafe text.count }
            return unsafe body.withUnsafeBytes { body in
                let bytes = unsafe body.assumingMemoryBound(to: CChar.self)
                return unsafe ccurl_post(
                    handle, url, headers, bytes.baseAddress, bytes.count, milliseconds, &text, &problem, &status, &wait)
            }
        }
        guard code == CURLE_OK else {
            let words = text(problem[...])
            return .failure(
                HTTPFault(problem: words.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : words))
        }
        return .success(HTTPAnswer(status: status, retryAfter: Int(wait), text: text(said.prefix(count))))
    }

    /// Text up to its NUL.
    private static func text(_ bytes: ArraySlice<CChar>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
