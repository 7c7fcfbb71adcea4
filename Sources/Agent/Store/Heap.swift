import CLinux

/// The process's own memory.
enum Heap {
    /// Gives back to the system what was freed in many small pieces: a journal that was just read, entries that were
    /// folded. The allocator would keep those pages for ever. See `man 3 malloc_trim`.
    static func giveBack() { malloc_trim(0) }
}
