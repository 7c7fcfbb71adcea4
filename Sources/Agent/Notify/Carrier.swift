import Glibc
import HTTPPosting
import Receivables

/// What became of something sent.
enum Delivery: Sendable, Hashable {
    case done
    /// Not now: again later, not before so many seconds where that was asked for.
    case later(problem: String, seconds: Int)
    /// Never: the receiver will not take this as it is.
    case refused(problem: String)

    /// 2xx is done. Only 400, 413 and 422 speak of what was sent; anything else (a wrong password, a missing path, a
    /// server in trouble) is mended at the other end, and what was sent is worth sending then.
    init(_ answer: HTTPAnswer) {
        let line = answer.text.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
        let problem = "HTTP \(answer.status)\(line)"
        switch answer.status {
        case 200..<300: self = .done
        case 400, 413, 422: self = .refused(problem: problem)
        default: self = .later(problem: problem, seconds: min(max(0, answer.retryAfter), 3600))
        }
    }
}

/// Brings bytes to one destination, over HTTP or into a file.
struct Carrier {
    private let destination: Destination
    private let home: Home
    private var client: HTTPClient?

    init(_ destination: Destination, _ home: Home) {
        self.destination = destination
        self.home = home
    }

    /// Posts to the destination's address, `path` added.
    mutating func post(
        _ body: [UInt8], to address: String, headers: [String] = [], milliseconds: Int
    ) -> Delivery {
        do {
            let client = try self.client ?? HTTPClient()
            self.client = client
            let all = ["Content-Type: application/json"] + headers + (try secrets())
            let time = max(1, min(destination.timeout * 1000, milliseconds))
            return Delivery(try client.post(body, to: address, headers: all, milliseconds: time))
        } catch let fault as HTTPFault {
            return .later(problem: fault.problem, seconds: 0)
        } catch let error as SystemError {
            return .later(problem: Carrier.words(error), seconds: 0)
        } catch {
            return .later(problem: "\(error)", seconds: 0)
        }
    }

    /// The lines of the file of headers, read for each request: a secret may be replaced while the agent runs.
    private func secrets() throws(SystemError) -> [String] {
        guard let path = destination.headersFile else { return [] }
        let place = path.hasPrefix("/") ? path : home.path + "/rules/" + path
        let parts = place.split(separator: "/", omittingEmptySubsequences: false)
        let folder = try Directory(path: parts.dropLast().joined(separator: "/") + "/")
        guard let name = FileName(Array((parts.last ?? "").utf8)) else {
            throw SystemError(.open, place, Errno(ENOENT))
        }
        let file = try folder.openFile(name, O_RDONLY)
        let bytes = try naming(.read, place) { () throws(Errno) in try file.read(count: 65_536) }
        return Carrier.headers(String(decoding: bytes, as: UTF8.self))
    }

    /// `Name: value` lines; empty lines and those that begin with # are passed over.
    static func headers(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0.trimmed) }.filter { line in
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return false }
            return line.first != "#"
        }
    }

    /// Appends lines to a file of `alerts/`, opened anew so that it may be rotated by renaming at any time.
    func append(_ lines: [[UInt8]], to file: String) -> Delivery {
        do throws(SystemError) {
            guard let name = FileName(Array(file.utf8)) else { return .refused(problem: file) }
            let open = try AlertFile.openWhole(name, in: home.alerts)
            try naming(.write, home.alerts.shown(name)) { () throws(Errno) in
                for line in lines { try AlertFile.append(line + [0x0A], to: open) }
                try open.syncData()
            }
            return .done
        } catch {
            return .later(problem: Carrier.words(error), seconds: 0)
        }
    }

    private static func words(_ error: SystemError) -> String {
        "\(error.path): \(unsafe String(cString: strerror(error.code)))"
    }
}
