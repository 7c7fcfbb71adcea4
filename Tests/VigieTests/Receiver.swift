import Foundation
import Glibc

/// A web server for a test: keeps what is posted, and answers with `status`.
final class Receiver: @unchecked Sendable {
    struct Post {
        let id: String
        let body: String
    }

    let port: Int
    private let listener: Int32
    private let lock = NSLock()
    private var answer: Int
    private var taken: [Post] = []

    init(status: Int = 200) throws {
        answer = status
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = self.listener
        let bound = unsafe withUnsafeMutablePointer(to: &address) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe bind(listener, place, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, place, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while let number = unsafe self.map({ _ in unsafe accept(listener, nil, nil) }), number >= 0 {
                Thread.detachNewThread { self?.serve(number) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    var address: String { "http://127.0.0.1:\(port)/hook" }

    var posts: [Post] { lock.withLock { taken } }

    var status: Int {
        get { lock.withLock { answer } }
        set { lock.withLock { answer = newValue } }
    }

    /// One connection, request after request.
    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var received = ""
        while let request = read(connection, &received) {
            let status = lock.withLock { () -> Int in
                if answer == 200 { taken.append(request) }
                return answer
            }
            let answer = Array("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n".utf8)
            _ = unsafe answer.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        }
    }

    private func read(_ connection: Int32, _ received: inout String) -> Post? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let capacity = bytes.count
        while true {
            if let post = Receiver.post(&received) { return post }
            let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, capacity, 0) }
            guard count > 0 else { return nil }
            received += String(decoding: bytes.prefix(count), as: UTF8.self)
        }
    }

    /// Takes the first whole request off the front.
    private static func post(_ received: inout String) -> Post? {
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
        let body = String(decoding: rest.prefix(length), as: UTF8.self)
        return Post(id: headers["idempotency-key"] ?? "", body: body)
    }
}
