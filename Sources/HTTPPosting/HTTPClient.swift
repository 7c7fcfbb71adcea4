import CCurl

/// Sends POST requests over one connection that is kept open between them. The only place that touches libcurl.
///
/// It blocks until the answer, or until the time given has passed: for a process that has nothing else to do.
@safe public final class HTTPClient {
    private let handle: UnsafeMutableRawPointer
    private var curl = ccurl_library()

    /// What is kept of an answer's text, in bytes.
    private static let textLimit = 400

    /// Loads the library; throws where it is not installed.
    public init() throws(HTTPFault) {
        var library = ccurl_library()
        guard unsafe ccurl_load(&library) == 1, let handle = unsafe ccurl_open(&library) else {
            throw HTTPFault(problem: "libcurl.so.4")
        }
        unsafe self.handle = handle
        curl = library
    }

    deinit { unsafe ccurl_close(&curl, handle) }

    /// Sends `body` to an http or https address; `headers` are lines such as `Content-Type: application/json`.
    public func post(
        _ body: [UInt8], to url: String, headers: [String], milliseconds: Int
    ) throws(HTTPFault) -> HTTPAnswer {
        var list: UnsafeMutablePointer<curl_slist>?
        for header in headers { unsafe list = ccurl_add(&curl, list, header) }
        defer { unsafe ccurl_free(&curl, list) }
        return try unsafe perform(url, list, body, milliseconds).get()
    }

    private func perform(
        _ url: String, _ headers: UnsafeMutablePointer<curl_slist>?, _ body: [UInt8], _ milliseconds: Int
    ) -> Result<HTTPAnswer, HTTPFault> {
        var said = [CChar](repeating: 0, count: HTTPClient.textLimit)
        var problem = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var status = 0
        var wait: curl_off_t = 0
        var count = 0
        var library = curl
        let code = unsafe said.withUnsafeMutableBufferPointer { said in
            var text = unsafe ccurl_text(bytes: said.baseAddress, count: 0, capacity: said.count)
            defer { count = unsafe text.count }
            return unsafe body.withUnsafeBytes { body in
                let bytes = unsafe body.assumingMemoryBound(to: CChar.self)
                return unsafe ccurl_post(
                    &library, handle, url, headers, bytes.baseAddress, bytes.count, milliseconds, &text, &problem,
                    &status, &wait)
            }
        }
        guard code == CURLE_OK else {
            let words = HTTPClient.text(problem[...])
            let known = unsafe String(cString: ccurl_words(&library, code))
            return .failure(HTTPFault(problem: words.isEmpty ? known : words))
        }
        return .success(
            HTTPAnswer(status: status, retryAfter: Int(wait), text: HTTPClient.text(said.prefix(count))))
    }

    /// Text up to its NUL.
    private static func text(_ bytes: ArraySlice<CChar>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
