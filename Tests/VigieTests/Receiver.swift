import Foundation
import Glibc

/// A web server for a test: keeps what is posted, and answers with `status`.
final class Receiver: Sendable {
    struct Post: Sendable {
        let id: String
        let body: String
    }

    let port: Int
    private let listener: Int32
    private let desk: Desk

    /// What its threads share.
    private final class Desk: @unchecked Sendable {
        private let lock = NSLock()
        private var status: Int
        private var taken: [Post] = []

        init(_ status: Int) { self.status = status }

        var posts: [Post] { lock.withLock { taken } }

        var answer: Int {
            get { lock.withLock { status } }
            set { lock.withLock { status = newValue } }
        }

        /// Keeps a post that is welcome; the status to answer with.
        func take(_ post: Post) -> Int {
            lock.withLock {
                if status == 200 { taken.append(post) }
                return status
            }
        }
    }

    init(status: Int = 200) throws {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe bind(number, place, length) == 0 && listen(number, 16) == 0
                    && getsockname(number, place, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        listener = number
        let desk = Desk(status)
        self.desk = desk
        Thread.detachNewThread { Receiver.attend(number, desk) }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    var address: String { "http://127.0.0.1:\(port)/hook" }

    var posts: [Post] { desk.posts }

    var status: Int {
        get { desk.answer }
        set { desk.answer = newValue }
    }

    private static func attend(_ listener: Int32, _ desk: Desk) {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            Thread.detachNewThread { serve(connection, desk) }
        }
    }

    /// One connection, request after request.
    private static func serve(_ connection: Int32, _ desk: Desk) {
        defer { close(connection) }
        var received = ""
        while let post = next(connection, &received) {
            let answer = Array("HTTP/1.1 \(desk.take(post)) X\r\nContent-Length: 0\r\n\r\n".utf8)
            _ = unsafe answer.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        }
    }

    private static func next(_ connection: Int32, _ received: inout String) -> Post? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let capacity = bytes.count
        while true {
            if let post = takeFirst(of: &received) { return post }
            let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, capacity, 0) }
            guard count > 0 else { return nil }
            received += String(decoding: bytes.prefix(count), as: UTF8.self)
        }
    }

    /// Takes the first whole request off the front.
    private static func takeFirst(of received: inout String) -> Post? {
        guard let end = received.firstRange(of: "\r\n\r\n") else { return nil }
        var headers: [String: String] = [:]
        for line in received[..<end.lowerBound].split(separator: "\r\n").dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        let rest = Array(received[end.upperBound...].utf8)
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard rest.count >= length else { return nil }
        received = String(decoding: rest.dropFirst(length), as: UTF8.self)
        return Post(
            id: headers["idempotency-key"] ?? "", body: String(decoding: rest.prefix(length), as: UTF8.self))
    }
}
