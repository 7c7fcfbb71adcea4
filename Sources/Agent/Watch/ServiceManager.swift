import CLinux
import Glibc

/// Tells the service manager how the agent fares, where one asked for it: datagrams to the socket that
/// `NOTIFY_SOCKET` names (sd_notify(3)), without a library.
///
/// A watchdog (`WATCHDOG_USEC`) is patted by the agent's loop only, between two files: an agent that is stuck in one
/// falls silent and is started again.
struct ServiceManager: ~Copyable {
    private let socket: Descriptor?
    private let address: [UInt8]
    /// Milliseconds between two signs of life: half of what is asked for; nil where none is.
    private let interval: Int?
    private var nextSign = 0

    /// What `NOTIFY_SOCKET` and `WATCHDOG_USEC` of this process say.
    init() { self.init(socket: ServiceManager.variable("NOTIFY_SOCKET"), watchdog: ServiceManager.watchdog) }

    init(socket path: String?, watchdog microseconds: Int?) {
        let bytes = Array((path ?? "").utf8)
        // A leading @ stands for the NUL of an abstract socket.
        address = bytes.first == 0x40 ? [0] + bytes.dropFirst() : bytes
        let isUsable = (bytes.first == 0x40 || bytes.first == 0x2F) && bytes.count < ServiceManager.longest
        socket = isUsable ? try? Descriptor(owning: ServiceManager.datagramSocket()) : nil
        interval = isUsable ? microseconds.map { max(1, $0 / 2000) } : nil
    }

    private static let longest = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

    /// The watchdog's time, where it is meant for this process.
    private static var watchdog: Int? {
        if let process = variable("WATCHDOG_PID"), process != String(getpid()) { return nil }
        return variable("WATCHDOG_USEC").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private static func datagramSocket() -> Int32 {
        Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    }

    /// When the next sign of life is due, in monotonic milliseconds.
    var deadline: Int { interval == nil ? .max : nextSign }

    /// The journal is replayed and the inbox is watched.
    func ready() { send("READY=1") }

    /// SIGHUP was received; `ready` says when its work is done.
    func reloading() {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
    }

    func stopping() { send("STOPPING=1") }

    /// A sign of life, where it is time for one.
    mutating func live() {
        guard let interval else { return }
        let now = Clock.monotonic()
        guard now >= nextSign else { return }
        nextSign = now + interval
        send("WATCHDOG=1")
    }

    // A manager that does not listen is no reason to stop.
    private func send(_ text: String) {
        guard let number = number else { return }
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &place.sun_path) { unsafe $0.copyBytes(from: address) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
        let bytes = Array(text.utf8)
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        _ = unsafe withUnsafePointer(to: &place) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe bytes.withUnsafeBytes { unsafe sendto(number, $0.baseAddress, $0.count, flags, place, length) }
            }
        }
    }

    private var number: Int32? {
        switch socket {
        case .some(let socket): socket.number
        case .none: nil
        }
    }
}
