import Glibc

/// Lines of a file, read through one buffer that grows only for a line longer than it.
struct LineReader: ~Copyable {
    /// What was read; ranges handed out point into it until the next call.
    var buffer: [UInt8]
    /// Where `buffer` starts in the file.
    private var base: Int
    private var position = 0
    private var filled = 0
    private let descriptor: Descriptor
    private let path: String
    private static let step = 1 << 20

    /// Reads from byte `offset` on, where a line starts.
    init(_ folder: Directory, _ name: FileName, from offset: Int = 0) throws(SystemError) {
        base = offset
        descriptor = try folder.openFile(name, O_RDONLY)
        path = folder.shown(name)
        buffer = [UInt8](repeating: 0, count: LineReader.step)
    }

    /// One line: where it is in the buffer, without its newline.
    struct Line {
        let range: Range<Int>
        /// Where the line starts in the file.
        let offset: Int
        /// False for bytes after the last newline.
        let isEnded: Bool
    }

    /// The next line, or nil at the end.
    mutating func next() throws(SystemError) -> Line? {
        var searched = position
        while true {
            if let newline = newline(from: searched) {
                return take(to: newline, isEnded: true)
            }
            searched = filled - position
            if try fill() == 0 { break }
            searched += position
        }
        return position < filled ? take(to: filled, isEnded: false) : nil
    }

    private mutating func take(to end: Int, isEnded: Bool) -> Line {
        let line = Line(range: position..<end, offset: base + position, isEnded: isEnded)
        position = isEnded ? end + 1 : end
        return line
    }

    private mutating func fill() throws(SystemError) -> Int {
        if position > 0 {
            moveDown()
        }
        if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
        let free = filled..<buffer.count
        do throws(Errno) {
            let count = try descriptor.read(into: &buffer, from: free.lowerBound, count: free.count, at: base + filled)
            filled += count
            return count
        } catch {
            throw SystemError(.read, path, error)
        }
    }

    // What is left of the buffer goes to its start, to make room behind.
    private mutating func moveDown() {
        let rest = position..<filled
        unsafe buffer.withUnsafeMutableBytes { bytes in
            let source = unsafe UnsafeRawBufferPointer(rebasing: bytes[rest])
            unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[0..<rest.count]).copyMemory(from: source)
        }
        base += position
        filled = rest.count
        position = 0
    }

    private func newline(from start: Int) -> Int? {
        let end = filled
        return unsafe buffer.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            return unsafe rest.firstNewline.map { start + $0 }
        }
    }
}
