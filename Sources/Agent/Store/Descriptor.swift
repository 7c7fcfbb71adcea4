import CLinux
import Glibc

/// An open file, closed when its owner goes away. Calls that a signal interrupts are made again, short reads and
/// writes are continued.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    /// Takes over an open descriptor; a negative number is the failed call's result.
    init(owning number: Int32) throws(Errno) {
        guard number >= 0 else { throw .current }
        self.number = number
    }

    deinit { close(number) }

    /// What fstat(2) says of the file now.
    func status() throws(Errno) -> FileStatus {
        var status = stat()
        let number = self.number
        try retrying { unsafe fstat(number, &status) }
        return FileStatus(status)
    }

    /// Reads up to `count` bytes into `buffer` from index `start`; 0 at the end of the file.
    func read(into buffer: inout [UInt8], from start: Int, count: Int, at offset: Int) throws(Errno) -> Int {
        let number = self.number
        return try retrying {
            unsafe buffer.withUnsafeMutableBytes { bytes in
                let target = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start..<(start + count)])
                return unsafe pread(number, target.baseAddress, target.count, off_t(offset))
            }
        }
    }

    /// Reads `count` bytes from `offset`, fewer where the file ends before.
    func read(count: Int, at offset: Int = 0) throws(Errno) -> [UInt8] {
        var result: Result<Int, Errno> = .success(0)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(Errno) {
                while filled < count {
                    let target = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
                    let got = try unsafe read(into: target, at: offset + filled)
                    if got == 0 { return }
                    filled += got
                }
            } catch {
                result = .failure(error)
            }
        }
        _ = try result.get()
        return bytes
    }

    private func read(into target: UnsafeMutableBufferPointer<UInt8>, at offset: Int) throws(Errno) -> Int {
        let number = self.number
        return try retrying { unsafe pread(number, target.baseAddress, target.count, off_t(offset)) }
    }

    /// Writes all of `bytes` at `offset`. Where it fails part of them may have been written.
    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(Errno) {
        let number = self.number
        var rest = bytes
        while !rest.isEmpty {
            let place = off_t(offset + bytes.count - rest.count)
            let written = try retrying {
                unsafe rest.withUnsafeBytes { unsafe pwrite(number, $0.baseAddress, $0.count, place) }
            }
            rest = rest.dropFirst(written)
        }
    }

    /// One write(2) of all of `bytes` at the file's own position; how many were written.
    func writeOnce(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        let number = self.number
        return try retrying {
            unsafe bytes.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
        }
    }

    func truncate(to length: Int) throws(Errno) {
        let number = self.number
        try retrying { ftruncate(number, off_t(length)) }
    }

    /// Whether somebody has the file open to write, as far as the kernel tells. The process must ignore SIGIO.
    var hasWriter: Bool { vigie_has_writer(number) != 0 }

    /// Forces content, size and times to the disk.
    func sync() throws(Errno) {
        let number = self.number
        try retrying { fsync(number) }
    }

    /// Forces content and what is needed to read it back to the disk.
    func syncData() throws(Errno) {
        let number = self.number
        try retrying { fdatasync(number) }
    }
}

/// Makes a system call again while a signal interrupts it.
@discardableResult
func retrying<Result: SignedInteger>(_ call: () -> Result) throws(Errno) -> Result {
    while true {
        let result = call()
        if result >= 0 { return result }
        let error = Errno.current
        if error.code != EINTR { throw error }
    }
}

/// What the file system says of a file, as far as Vigie asks.
struct FileStatus: Hashable, Sendable {
    enum Kind: Sendable { case regular, directory, symbolicLink, pipe, socket, device }

    let kind: Kind
    let device: UInt64
    let inode: UInt64
    /// In bytes.
    let size: Int
    /// How many names the file has.
    let links: Int
    /// Last change of the content, in nanoseconds since 1970.
    let modified: Int64
    /// Last change of content, name or owner, in nanoseconds since 1970.
    let changed: Int64

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        links = Int(status.st_nlink)
        modified = FileStatus.nanoseconds(status.st_mtim)
        changed = FileStatus.nanoseconds(status.st_ctim)
    }

    /// The same file with the same content, as far as the file system can tell without reading it. The change time is
    /// left out: a rename or a new link moves it.
    func hasSameContent(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode && size == other.size && modified == other.modified
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
