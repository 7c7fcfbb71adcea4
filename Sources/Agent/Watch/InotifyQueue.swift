import CLinux
import Glibc

/// The kernel's queue of directory events (inotify(7)).
struct InotifyQueue: ~Copyable {
    /// One event, as far as Vigie asks.
    struct Event: Sendable {
        /// The watch it came from; −1 where the queue overflowed.
        let watch: Int32
        let mask: UInt32
        /// The name in the watched directory; nil for the directory itself.
        let name: FileName?

        func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }

        /// Events were lost: only a scan tells what is there.
        var isOverflow: Bool { has(Int32(IN_Q_OVERFLOW)) }
        /// The watch is over: the directory was removed, renamed or unmounted.
        var isEndOfWatch: Bool {
            has(Int32(IN_DELETE_SELF)) || has(Int32(IN_MOVE_SELF)) || has(Int32(IN_UNMOUNT)) || has(Int32(IN_IGNORED))
        }
        var isFolder: Bool { mask & 0x4000_0000 != 0 }
    }

    let descriptor: Descriptor
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init() throws(SystemError) {
        do throws(Errno) {
            descriptor = try Descriptor(owning: vigie_inotify())
        } catch {
            throw SystemError(.watch, "inotify", error)
        }
    }

    /// Watches a directory for files that were closed, renamed into it or created; returns the watch's number.
    ///
    /// Deletions are watched for the sake of watched folders in it: a removed folder sends no IN_DELETE_SELF while
    /// somebody, such as this process, has it open.
    func watch(_ directory: Directory) throws(SystemError) -> Int32 {
        let mask = Int32(
            IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)
        // By way of /proc the watch is on the very directory that is open, whatever has its name now.
        let path = "/proc/self/fd/\(directory.descriptor.number)"
        let watch = unsafe inotify_add_watch(descriptor.number, path, UInt32(bitPattern: mask))
        if watch < 0 { throw SystemError(.watch, directory.path, .current) }
        return watch
    }

    func forget(_ watch: Int32) { _ = inotify_rm_watch(descriptor.number, watch) }

    /// Reads every event that waits; never blocks.
    mutating func read() -> [Event] {
        var events: [Event] = []
        while true {
            let number = descriptor.number
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
            guard count > 0 else { return events }
            parse(count, into: &events)
        }
    }

    // struct inotify_event: wd, mask, cookie, len (four bytes each), then len bytes of name padded with NUL.
    private func parse(_ count: Int, into events: inout [Event]) {
        var offset = 0
        while offset + 16 <= count {
            let length = Int(word(at: offset + 12))
            let name = buffer[(offset + 16)..<min(offset + 16 + length, count)].prefix { $0 != 0 }
            let watch = Int32(bitPattern: word(at: offset))
            events.append(Event(watch: watch, mask: word(at: offset + 4), name: FileName(name)))
            offset += 16 + length
        }
    }

    private func word(at offset: Int) -> UInt32 {
        unsafe buffer.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
    }
}
