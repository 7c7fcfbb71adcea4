import CLinux
import Glibc
import Synchronization

/// How often the process ended while it read a given content, in `portfolio/attempts`.
///
/// The count is written before a file is parsed, so that a file which brings the process down is known at the next
/// start; the caller refuses it at the third attempt. It need survive a crash of the process, not of the machine, so
/// it is one small write and no sync, and another when the file was read. Slots of fixed size: 64 digits of the hash, a
/// space, two digits, a newline; a count of 00 is a free slot.
struct AttemptCounter: ~Copyable {
    /// The attempts after which a file is refused.
    static let limit = 3

    private var slots: [Slot]
    /// Slots that are free but whose last attempt is still written.
    private var stale: [Int] = []
    private let descriptor: Descriptor
    private let path: String
    private static let slotSize = 68
    private static let slotLimit = 64
    private static let name = FileName("attempts")

    private struct Slot {
        var hash: ContentHash?
        var count: Int
    }

    init(_ home: Home) throws(SystemError) { try self.init(home.portfolio) }

    init(_ folder: Directory) throws(SystemError) {
        let descriptor = try folder.openFile(AttemptCounter.name, O_RDWR | O_CREAT)
        let bytes = try AttemptCounter.read(descriptor, folder)
        slots = AttemptCounter.parse(bytes)
        path = folder.shown(AttemptCounter.name)
        self.descriptor = descriptor
    }

    private static func read(_ file: borrowing Descriptor, _ folder: Directory) throws(SystemError) -> [UInt8] {
        do throws(Errno) { return try file.read(count: slotSize * slotLimit) } catch {
            throw SystemError(.read, folder.shown(name), error)
        }
    }

    /// How often reading this content was begun and not ended.
    func count(of hash: ContentHash) -> Int { slots.first { $0.hash == hash }?.count ?? 0 }

    /// Notes that this content is about to be read, and returns how many times that now is, this one included.
    mutating func begin(_ hash: ContentHash) throws(SystemError) -> Int {
        let index = slot(for: hash)
        let count = slots[index].hash == hash ? slots[index].count + 1 : 1
        slots[index] = Slot(hash: hash, count: count)
        try write(index)
        return count
    }

    /// Notes that the content was read, or refused for good.
    mutating func end(_ hash: ContentHash) throws(SystemError) {
        endSoon(hash)
        try flush()
    }

    /// The same without a write: the next `begin` writes over it, or `flush` does. For files read in a row.
    mutating func endSoon(_ hash: ContentHash) {
        guard let index = slots.firstIndex(where: { $0.hash == hash }) else { return }
        slots[index] = Slot(hash: nil, count: 0)
        stale.append(index)
    }

    /// Writes what `endSoon` left.
    mutating func flush() throws(SystemError) {
        while let index = stale.last { try write(index) }
    }

    private mutating func slot(for hash: ContentHash) -> Int {
        if let index = slots.firstIndex(where: { $0.hash == hash }) { return index }
        if let index = stale.last { return index }
        if let index = slots.firstIndex(where: { $0.hash == nil }) { return index }
        guard slots.count >= AttemptCounter.slotLimit else {
            slots.append(Slot(hash: nil, count: 0))
            return slots.count - 1
        }
        return slots.indices.min { slots[$0].count < slots[$1].count } ?? 0
    }

    private mutating func write(_ index: Int) throws(SystemError) {
        stale.removeAll { $0 == index }
        let slot = slots[index]
        let hash = slot.hash?.text ?? String(repeating: "0", count: 64)
        let count = min(slot.count, 99)
        let line = Array("\(hash) \(count / 10)\(count % 10)\n".utf8)
        try naming(.write, path) { () throws(Errno) in
            try FailPoint.attemptsWrite.pass()
            try descriptor.write(line[...], at: index * AttemptCounter.slotSize)
        }
    }

    private static func parse(_ bytes: [UInt8]) -> [Slot] {
        stride(from: 0, to: bytes.count, by: slotSize).map { start in
            let line = String(decoding: bytes[start..<min(start + slotSize, bytes.count)], as: UTF8.self)
            let parts = line.split(whereSeparator: { $0 == " " || $0 == "\n" })
            guard parts.count == 2, let count = Int(parts[1]), count > 0, let hash = ContentHash(parts[0]) else {
                return Slot(hash: nil, count: 0)
            }
            return Slot(hash: hash, count: count)
        }
    }
}

/// The attempt counter as several threads share it.
final class Attempts: Sendable {
    private let counter: Mutex<AttemptCounter>

    init(_ counter: consuming sending AttemptCounter) { self.counter = Mutex(counter) }

    /// As `AttemptCounter.begin`.
    func begin(_ hash: ContentHash) throws(SystemError) -> Int {
        try counter.withLock { (counter) throws(SystemError) in try counter.begin(hash) }
    }

    /// As `AttemptCounter.endSoon`.
    func endSoon(_ hash: ContentHash) { counter.withLock { $0.endSoon(hash) } }

    /// As `AttemptCounter.flush`.
    func flush() throws(SystemError) {
        try counter.withLock { (counter) throws(SystemError) in try counter.flush() }
    }

    /// As `AttemptCounter.end`.
    func end(_ hash: ContentHash) throws(SystemError) {
        try counter.withLock { (counter) throws(SystemError) in try counter.end(hash) }
    }
}
