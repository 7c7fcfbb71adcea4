import CLinux
import Dispatch
import Synchronization

/// The process's own memory.
enum Heap {
    /// Gives back to the system what was freed in many small pieces: a journal that was just read, entries that were
    /// folded. The allocator would keep those pages for ever. See `man 3 malloc_trim`.
    static func giveBack() { malloc_trim(0) }

    /// Frees a large value on another thread: a million documents take a third of a second, which nobody is to wait for.
    static func free<Value: Sendable>(_ value: consuming Value) {
        let held = Held(value)
        DispatchQueue.global(qos: .utility).async { held.free() }
    }

    /// Whoever lets go of it last, the value ends where `free` is called.
    private final class Held<Value: Sendable>: Sendable {
        private let value: Mutex<Value?>

        init(_ value: consuming Value) { self.value = Mutex(value) }

        func free() { value.withLock { $0 = nil } }
    }
}
